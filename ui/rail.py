"""The rail of screens at the left of the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import Texts
from ui.look import LOOK
from ui.menu import SCREENS
from ui.widgets.buttons import Button, key_text
from ui.widgets.labels import Label, Picture
from ui.widgets.scroll import ClearArea


class RailButton(Button):
    """A screen's icon and word."""

    look = "rail"


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
        column.addWidget(ClearArea(inner), 1)
        self.place = Label("", "muted", wrap=True)
        self.place.setContentsMargins(20, 8, 12, 12)
        column.addWidget(self.place)
        self._fit()
        LOOK.changed.connect(self._fit)

    @staticmethod
    def _make_name() -> QHBoxLayout:
        """The program's name and mark."""
        row = QHBoxLayout()
        row.setContentsMargins(16, 14, 12, 10)
        row.setSpacing(8)
        row.addWidget(Picture("boxes", 30))
        row.addWidget(Label("Urakka", "section"), 1)
        return row

    def _add(
        self, word: str, screen: str, icon_name: str, number: int, chosen: Callable[[str], object]
    ) -> None:
        button = RailButton(word, lambda: chosen(screen), icon_name=icon_name, checked_colour="on_pine")
        button.setCheckable(True)
        button.setToolTip(key_text(f"Alt+{number % 10}"))
        self.group.addButton(button)
        self._buttons.addWidget(button)
        self.buttons[screen] = button

    def _fit(self) -> None:
        """Be as wide as the longest word."""
        words = max(button.fontMetrics().horizontalAdvance(button.text()) for button in self.buttons.values())
        self.setFixedWidth(words * 11 // 10 + LOOK.sizes.px(20) + LOOK.sizes.soft(64))

    def show_screen(self, screen: str) -> None:
        """Mark the screen that is shown."""
        self.buttons[screen].setChecked(True)

    def show_place(self, place: str) -> None:
        """Tell where the data is, or that it is made up."""
        self.place.setText(place)
        self.place.setVisible(bool(place))
