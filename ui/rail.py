"""The rail of screens at the left of the window."""

from collections.abc import Callable, Container

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import Texts
from ui.look import LOOK
from ui.menu import SCREENS
from ui.widgets.buttons import Button, key_text
from ui.widgets.labels import Label, Picture, hide_unless, restyle
from ui.widgets.pages import Area

WORDS_FROM = 135
"""From so many average letters in the window's width on there is room for words on the rail."""


class RailButton(Button):
    """A screen's icon and word."""

    look = "rail"
    key = ""

    def show_word(self, *, shown: bool) -> None:
        """Show the word beside the icon, or leave it to the hint."""
        word = self.accessibleName()
        self.setText(f"  {word}" if shown else "")
        restyle(self, short="false" if shown else "true")
        self.setToolTip(self.key if shown else f"{word}  {self.key}")


class Rail(QFrame):
    """One word and icon for each screen; the arrows move among them."""

    def __init__(self, texts: Texts, chosen: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("look", "rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_name())
        inner = QWidget()
        self._buttons = QVBoxLayout(inner)
        self._buttons.setContentsMargins(8, 4, 8, 8)
        self._buttons.setSpacing(2)
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        self.buttons: dict[str, RailButton] = {}
        for number, (screen, (_, word, icon_name)) in enumerate(SCREENS.items(), start=1):
            self._add(texts.say(word), screen, icon_name, number, chosen)
        self._buttons.addStretch(1)
        self._room = 0
        column.addWidget(Area(inner), 1)
        self.place = Label("", "muted", wrap=True)
        self.place.setContentsMargins(20, 8, 12, 12)
        column.addWidget(self.place)
        self._fit()
        LOOK.changed.connect(self._fit)

    def _make_name(self) -> QHBoxLayout:
        """The program's name and mark."""
        row = QHBoxLayout()
        row.setContentsMargins(16, 14, 12, 10)
        row.setSpacing(8)
        row.addWidget(Picture("boxes", 30))
        self.name = Label("Urakka", "section")
        row.addWidget(self.name, 1)
        return row

    def _add(
        self, word: str, screen: str, icon_name: str, number: int, chosen: Callable[[str], object]
    ) -> None:
        button = RailButton(word, lambda: chosen(screen), icon_name=icon_name, checked_colour="on_pine")
        button.setCheckable(True)
        button.key = key_text(f"Alt+{number % 10}")
        self.group.addButton(button)
        self._buttons.addWidget(button)
        self.buttons[screen] = button

    def fit(self, window: int) -> None:
        """Follow the width of the window."""
        self._room = window
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the longest word; where the screens need the room, as wide as the icons."""
        metrics = self.fontMetrics()
        narrow = 0 < self._room < metrics.averageCharWidth() * WORDS_FROM
        for button in self.buttons.values():
            button.show_word(shown=not narrow)
        for part in (self.name, self.place):
            hide_unless(part, shown=not narrow and bool(part.text()))
        words = max(
            metrics.horizontalAdvance(f"  {button.accessibleName()}") for button in self.buttons.values()
        )
        icons = LOOK.sizes.px(20) + 2 * LOOK.sizes.soft(8) + 26
        self.setFixedWidth(icons if narrow else words * 11 // 10 + LOOK.sizes.px(20) + LOOK.sizes.soft(64))

    def show_screen(self, screen: str) -> None:
        """Mark the screen that is shown."""
        self.buttons[screen].setChecked(True)

    def allow(self, screens: Container[str]) -> None:
        """Let these screens be gone to; the others are not this person's."""
        for name, button in self.buttons.items():
            button.setEnabled(name in screens)

    def show_place(self, place: str) -> None:
        """Tell where the data is, or that it is made up."""
        self.place.setText(place)
        self._fit()
