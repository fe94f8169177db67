"""The corner at the right of every screen's title: the search, and who is working."""

from collections.abc import Callable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.widgets.buttons import Button, key_text
from ui.widgets.faces import Face
from ui.widgets.icons import icon

LARGE = 150
"""From this size of letters on, in per cent, words are left short."""


class SearchButton(Button):
    """Looks like a field, opens the search."""

    look = "search"


class GhostButton(Button):
    """A quiet button in the corner."""

    look = "ghost"


class Corner(QWidget):
    """Search, and who is working; it moves to the title line of the screen in sight."""

    def __init__(self, texts: Texts, find: Callable[[], object], person: Callable[[], object]) -> None:
        super().__init__()
        self._texts = texts
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.search = SearchButton(
            texts.say(N_("Find anything")), find, icon_name="magnifying-glass", colour="muted"
        )
        self.search.setToolTip(texts.say(N_("Find anything")))
        self._name = ""
        row.addWidget(self.search)
        self.face = Face("", b"", 30)
        self.person = GhostButton("", person)
        row.addWidget(self.face)
        row.addWidget(self.person)
        self._say()
        LOOK.changed.connect(self._say)

    def _say(self) -> None:
        """Say it in full, or shortly when letters are large: the title needs the room."""
        large = LOOK.sizes.percent >= LARGE
        words = "" if large else f"{self._texts.say(N_('Find anything'))}   "
        self.search.setText(f"  {words}{key_text('Ctrl+K')}")
        self.person.setText("" if large else self._name.replace("&", "&&"))
        self.person.setIcon(icon("user-circle") if large else QIcon())
        self.face.setVisible(bool(self._name) and not large)

    def show_person(self, name: str) -> None:
        """Tell who is working."""
        self.face.set_person(name)
        self._name = name
        self._say()
        self.person.setToolTip(name)
        self.person.setAccessibleName(self._texts.say(N_("Working now: {name}. Change"), name=name))
        self.person.setVisible(bool(name))
