"""The month's gaps: a list that leads to each day."""

from collections.abc import Callable, Hashable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.recording.month import MonthPresenter
from ui.presenters.tone import State
from ui.widgets.chips import StateChip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.table import TableView


class MonthPage(QWidget):
    """What the office goes through before the month is complete."""

    def __init__(self, presenter: MonthPresenter, open_gap: Callable[[Hashable], None]) -> None:
        super().__init__()
        self.presenter = presenter
        presenter.table.on_open = open_gap
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.words = Label("", "section", wrap=True)
        head.addWidget(self.words, 1)
        column.addLayout(head)
        self.chips = Flow()
        column.addWidget(self.chips)
        self.list = TableView(presenter.table)
        column.addWidget(self.list, 1)
        self._shown: tuple[object, ...] = ()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.words.setText(self.presenter.state)
        groups = self.presenter.groups
        if groups == self._shown:
            return
        self._shown = groups
        self.chips.empty()
        for name, tone, number in groups:
            self.chips.add(StateChip(State(f"{name} {number}", tone)))

    def focus_first(self) -> None:
        """Go to the list."""
        self.list.focus_first()
