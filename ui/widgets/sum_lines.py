"""Sums under each other: what, how it comes, and the amount at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.presenters.working import Step
from ui.widgets.labels import Label, Line, Words


class SumLines(QWidget):
    """A small table of sums that is read, not worked with."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._shown: tuple[Step, ...] | None = None

    def show_steps(self, steps: Iterable[Step]) -> None:
        """Show other sums."""
        kept = tuple(steps)
        if kept == self._shown:
            return
        self._shown = kept
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        at = 0
        for step in kept:
            at = self._add(at, step)

    def _add(self, at: int, step: Step) -> int:
        """Add one line; gives the next free row."""
        if step.is_sum:
            self._grid.addWidget(Line(), at, 0, 1, 3)
            at += 1
        look = "strong" if step.is_sum else ""
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(Label(step.what, look, wrap=True), at, 0)
        working = " × ".join(part for part in (step.basis, step.rate) if part)
        self._grid.addWidget(Words(working, "quiet"), at, 1, right)
        self._grid.addWidget(Label(step.amount, look), at, 2, right)
        return at + 1
