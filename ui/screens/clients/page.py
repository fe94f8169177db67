"""The basic data of a client in sections, and their photo."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from subcontract.words import N_
from ui.pictures_apart import portrait_of_file
from ui.presenters.clients.clients import ClientsPresenter
from ui.presenters.clients.fields import BASIC, CONTACT, FIELDS, MONEY, WORK
from ui.widgets.buttons import Button
from ui.widgets.editors import LineEdit
from ui.widgets.faces import Face
from ui.widgets.labels import Card
from ui.widgets.lines import LinesView
from ui.widgets.sections import FieldGroup, Sections
from ui.widgets.week_grid import WeekGridView

PICTURES = "*.jpg *.jpeg *.png *.webp *.gif"


class ClientPage(Sections):
    """One client's data in sections."""

    def __init__(self, presenter: ClientsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.texts = presenter.texts
        say = self.texts.say
        form = presenter.form
        self.groups = [
            FieldGroup(form, say(title), (spec.name for spec in FIELDS if spec.group == title))
            for title in (BASIC, CONTACT, MONEY, WORK)
        ]
        self.photo = PhotoCard(presenter)
        self.week = WeekGridView(presenter.week, say(N_("Can work")))
        help_class = N_("By the unit's tariff: the class decides the allowance.")
        for group in self.groups[:3]:
            self.add(group, 0)
        self.forms = LinesView(presenter.forms, help_text=say(N_("Allowance, employment or fee, by dates.")))
        self.classes = LinesView(presenter.classes, help_text=say(help_class))
        for lines in (self.forms, self.classes):
            self.add(lines, 0)
        self.permits = LinesView(presenter.permits)
        self.care = [
            self.photo,
            self.week,
            self.groups[3],
            self.permits,
            LinesView(presenter.absences),
            LinesView(presenter.apart, help_text=say(N_("Holds both ways: neither is put with the other."))),
        ]
        for part in self.care:
            self.add(part, 1)
        self.refresh()

    def refresh(self) -> None:
        """Leave out what is not for the reader."""
        for part in self.care:
            if part is not self.groups[3]:
                part.setVisible(self.presenter.sees_care)
        self.photo.refresh()

    def focus_first(self, section: str = "") -> None:
        """Go to the first field, or to that of a section."""
        part: QWidget = {"permits": self.permits, "pay": self.groups[2]}.get(section, self.groups[0])
        self.verticalScrollBar().setValue(0)
        field = part.findChild(LineEdit)
        if isinstance(field, LineEdit):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if section:
            QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))

    def focus_error(self) -> None:
        """Go to the first field with an error, down the first column and then the second."""
        lines = [part for part in self.care if isinstance(part, LinesView)]
        parts: list[FieldGroup | LinesView] = [*self.groups[:3], self.forms, self.classes]
        parts += [self.photo.consent, self.groups[3], *lines]
        next((part for part in parts if part.focus_error()), None)


class PhotoCard(Card):
    """The photo, its consent, and the buttons to choose and to take away."""

    def __init__(self, presenter: ClientsPresenter) -> None:
        super().__init__(presenter.texts.say(N_("Photo")))
        self.presenter = presenter
        say = presenter.texts.say
        self.face = Face("", side=96)
        self.choose = Button(say(N_("Choose a photo")), self._choose, icon_name="image")
        self.remove = Button(say(N_("Remove the photo")), lambda: presenter.set_photo(b""))
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.face, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        self.consent = FieldGroup(presenter.form, "", ("photo_consent",))
        self.consent.setProperty("look", "clear")
        self.consent.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.consent)

    def _choose(self) -> None:
        """Choose a file; what is no picture is refused in words."""
        say = self.presenter.texts.say
        parent: QWidget = self.window()
        path, _ = QFileDialog.getOpenFileName(
            parent, say(N_("Choose a photo")), "", f"{say(N_('Pictures'))} ({PICTURES})"
        )
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take the photo in a file."""
        self.presenter.take_photo(partial(portrait_of_file, path))

    def refresh(self) -> None:
        """Show the photo there is now."""
        presenter = self.presenter
        name = presenter.current.name if presenter.current else ""
        self.face.set_person(name, presenter.photo)
        can = presenter.can_save
        self.choose.setVisible(can)
        self.remove.setVisible(can and bool(presenter.photo))
