"""The few dialogs there are: before what cannot be undone, after what was not expected, and about."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.widgets.buttons import Button, PrimaryButton, key_text
from ui.widgets.labels import IconLabel, Label, Picture
from ui.widgets.pages import Area

LETTERS = 64
"""Width in average characters."""


class Dialog(QDialog):
    """A dialog with a heading, words and buttons at the bottom right."""

    def __init__(self, parent: QWidget | None, heading: str, *, picture: str = "") -> None:
        super().__init__(parent)
        self._dress()
        LOOK.changed.connect(self._dress)
        self.setWindowTitle(heading)
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        if picture:
            head.addWidget(Picture(picture, 56), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(heading, "section", wrap=True), 1)
        column.addLayout(head)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self._inner, self._area = inner, Area(inner, heading)
        column.addWidget(self._area, 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * LETTERS, _room().width() - 80))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as what is told, as long as the screen is; then it scrolls, by keys too."""
        super().showEvent(event)
        inner = self._inner
        width = self.minimumWidth() - 48
        needed = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        others = self.sizeHint().height() - self._area.sizeHint().height()
        room = _room().height() - 80 - others
        self._area.setMinimumHeight(min(needed, room))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed > room else Qt.FocusPolicy.NoFocus)
        self.adjustSize()

    def _dress(self) -> None:
        LOOK.dress(self)

    def open_and_forget(self) -> None:
        """Show it without stopping the program; it is let go when closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()


def _room() -> QSize:
    """The size of the screen."""
    return QGuiApplication.primaryScreen().availableGeometry().size()


def ask_before(parent: QWidget | None, texts: Texts, sentence: str, verb: str) -> bool:
    """Ask before what cannot be undone, and wait for the answer."""
    return question_box(parent, texts, sentence, verb).exec() == QDialog.DialogCode.Accepted


def question_box(parent: QWidget | None, texts: Texts, sentence: str, verb: str) -> Dialog:
    """A question whose button says the act; not doing it is the safe default."""
    dialog = Dialog(parent, sentence)
    dialog.body.addWidget(Label(texts.say(N_("This cannot be undone.")), "quiet", wrap=True))
    keep = Button(texts.say(N_("Do not do it")), dialog.reject)
    do = PrimaryButton(verb, dialog.accept)
    dialog.buttons.addWidget(keep)
    dialog.buttons.addWidget(do)
    keep.setFocus()
    return dialog


def ask_save_path(parent: QWidget | None, texts: Texts, name: str, kind: str) -> str:
    """Ask where to save a file of a kind such as ``pdf``; a name without its ending gets it."""
    dialog = QFileDialog(parent, texts.say(N_("Save as")), "", f"*.{kind}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(kind)
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, texts.say(N_("Folder")))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, texts.say(N_("Kind of file")))
    dialog.selectFile(name)
    chosen = dialog.selectedFiles() if dialog.exec() == QFileDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def ask_open_path(parent: QWidget, title: str, kinds: str) -> str:
    """Ask which file to open; ``""`` when the user gives up."""
    path, _ = QFileDialog.getOpenFileName(parent.window(), title, "", kinds)
    return path


def tell_failure(parent: QWidget | None, texts: Texts, number: str) -> None:
    """Tell that something unexpected happened: what is safe, what to do, and the id for support."""
    dialog = Dialog(parent, texts.say(N_("Something unexpected happened")))
    sentence = N_(
        "What was saved before is safe. The last thing you did may not have been saved: "
        "look, and do it again."
    )
    dialog.body.addWidget(Label(texts.say(sentence), wrap=True))
    number_line = Label(
        texts.say(N_("If it happens again, tell support this number: {id}"), id=number), "strong", wrap=True
    )
    number_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dialog.body.addWidget(number_line)
    dialog.buttons.addWidget(PrimaryButton(texts.say(N_("Close")), dialog.accept))
    dialog.open_and_forget()


CREDITS = (
    ("Source Sans Pro", "Paul D. Hunt, Adobe", "SIL Open Font License 1.1"),
    ("DejaVu Sans", "Bitstream, DejaVu fonts team", "Bitstream Vera License"),
    ("Phosphor Icons", "Phosphor Icons", "MIT License"),
    ("QtAwesome", "The Spyder Project Contributors", "MIT License"),
    ("Qt, PySide6", "The Qt Company", "GNU LGPL 3"),
    ("SQLCipher", "Zetetic LLC", "BSD License"),
    ("SQLAlchemy, Alembic", "SQLAlchemy authors", "MIT License"),
    ("ReportLab", "ReportLab Inc.", "BSD License"),
    ("PDFium, pypdfium2", "Google, pypdfium2 team", "BSD / Apache License 2.0"),
    ("Babel, python-stdnum, holidays", "-", "BSD / LGPL / MIT"),
)


def about_box(parent: QWidget | None, texts: Texts, version: str) -> Dialog:
    """What the program is, and whose work it stands on."""
    dialog = Dialog(parent, texts.say(N_("Urakka {version}"), version=version), picture="boxes")
    sentence = N_("Subcontracted group work of disability services, from a firm's enquiry to paid clients.")
    dialog.body.addWidget(Label(texts.say(sentence), wrap=True))
    dialog.body.addWidget(
        Label(texts.say(N_("The pictograms of work are our own drawings.")), "quiet", wrap=True)
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    for at, row in enumerate(CREDITS):
        for place, text in enumerate(row):
            grid.addWidget(Label(text, "strong" if place == 0 else "muted", wrap=True), at, place)
            grid.setColumnStretch(place, 1)
    dialog.body.addLayout(grid)
    dialog.buttons.addWidget(PrimaryButton(texts.say(N_("Close")), dialog.accept))
    return dialog


def keys_box(parent: QWidget | None, texts: Texts, keys: Iterable[tuple[str, str]]) -> Dialog:
    """Every key and what it does."""
    dialog = Dialog(parent, texts.say(N_("Keys")))
    grid = QGridLayout()
    grid.setHorizontalSpacing(32)
    grid.setContentsMargins(8, 8, 8, 8)  # the focus ring of what scrolls
    for at, (key, what) in enumerate(keys):
        grid.addWidget(Label(key_text(key), "strong"), at, 0)
        grid.addWidget(Label(what, wrap=True), at, 1)
    grid.setColumnStretch(1, 1)
    dialog.body.addLayout(grid)
    dialog.buttons.addWidget(PrimaryButton(texts.say(N_("Close")), dialog.accept))
    return dialog


def help_box(parent: QWidget | None, texts: Texts, name: str, words: str) -> Dialog:
    """Help for one field."""
    dialog = Dialog(parent, name or texts.say(N_("Help")))
    row = QHBoxLayout()
    row.addWidget(IconLabel("info", "sky_text", 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, wrap=True), 1)
    dialog.body.addLayout(row)
    dialog.buttons.addWidget(PrimaryButton(texts.say(N_("Close")), dialog.accept))
    return dialog
