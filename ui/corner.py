"""The corner at the right of every screen's title: the search, and who is working."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.widgets.buttons import Button, key_text
from ui.widgets.chips import Face


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
        self.search.setText(f"{texts.say(N_('Find anything'))}   {key_text('Ctrl+K')}")
        row.addWidget(self.search)
        self.face = Face("", b"", 30)
        self.person = GhostButton("", person)
        row.addWidget(self.face)
        row.addWidget(self.person)

    def show_person(self, name: str) -> None:
        """Tell who is working."""
        self.face.set_person(name)
        self.face.setVisible(bool(name))
        self.person.setText(name.replace("&", "&&"))
        self.person.setAccessibleName(self._texts.say(N_("Working now: {name}. Change"), name=name))
        self.person.setVisible(bool(name))
