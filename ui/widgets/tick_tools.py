"""Two buttons over a list whose rows can be ticked: all in sight, and none."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.tables.ticks import Ticks
from ui.widgets.buttons import Button


class TickTools(QWidget):
    """What can be pressed follows the ticks."""

    def __init__(self, ticks: Callable[[], Ticks], texts: Texts, words: str = N_("Choose all")) -> None:
        """``ticks`` gives the ticks of the list; ``words`` (marked) are on the first button."""
        super().__init__()
        self._ticks = ticks
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.all = Button(
            texts.say(words), lambda: ticks().all(), key="Ctrl+Shift+A", icon_name="check-square"
        )
        self.none = Button(texts.say(N_("Choose none")), lambda: ticks().none(), icon_name="square")
        row.addWidget(self.all)
        row.addWidget(self.none)

    def refresh(self) -> None:
        """Show what can be pressed now."""
        ticks = self._ticks()
        self.setVisible(ticks.most > 0)
        self.all.setEnabled(len(ticks) < ticks.most)
        self.none.setEnabled(len(ticks) > 0)
