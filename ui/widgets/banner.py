"""Sentences above the body of a screen, and the state of long work."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from subcontract.words import N_, Texts
from ui.presenters.tone import ICONS, Tone
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import IconLabel, Label, announce, restyle, token_of


class Banner(QFrame):
    """One sentence on the tint of its tone, perhaps with links that lead to the things it names.

    It takes no focus and covers nothing; an empty one takes no room.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        self._icon = IconLabel("info", "ink", 20)
        self.words = Label("", wrap=True)
        self._links = QHBoxLayout()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addLayout(self._links)
        self.hide()

    def say(
        self, text: str, tone: Tone = Tone.INFO, links: tuple[tuple[str, Callable[[], object]], ...] = ()
    ) -> None:
        """Show a sentence and its links, or nothing."""
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for word, pressed in links:
            self._links.addWidget(LinkButton(word, pressed, about=text))
        if text != self.words.text():
            announce(self, text)
        self.words.setText(text)
        self._icon.set_icon(ICONS.get(tone, "info"), token_of(tone))
        restyle(self, tone=str(tone))
        self.setVisible(bool(text))


class ProgressLine(QWidget):
    """A bar with what is being done, how far it is, and a button that truly stops it."""

    def __init__(self, texts: Texts, cancel: Callable[[], object]) -> None:
        super().__init__()
        self._texts = texts
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.words = Label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(texts.say(N_("Progress")))
        self.cancel = Button(texts.say(N_("Stop")), cancel)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_step(self, done: int, of: int, what: str = "") -> None:
        """Tell how far it is."""
        self.bar.setMaximum(max(of, 1))
        self.bar.setValue(done)
        self.words.setText(self._texts.say(N_("{what} {done} of {of}"), what=what, done=done, of=of).strip())
        self.show()

    def finish(self) -> None:
        """The work is over."""
        self.hide()
