"""A short list of jobs with their states; each leads to its page."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.tone import State
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import StateChip
from ui.widgets.labels import Label, hide_unless

MOST = 12


class JobLinks(QWidget):
    """Jobs under a heading; nothing when there are none."""

    def __init__(self, title: str, go: Callable[[UUID], object]) -> None:
        """``title`` is already translated."""
        super().__init__()
        self._go = go
        self._shown: tuple[tuple[UUID, str, State], ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, "section"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)

    def show_jobs(self, jobs: Iterable[tuple[UUID, str, State]]) -> None:
        """Show other jobs: id, words and state."""
        shown = tuple(jobs)[:MOST]
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for job, words, state in shown:
            self._rows.addWidget(self._row(job, words, state))
        hide_unless(self, shown=bool(shown))

    def _row(self, job: UUID, words: str, state: State) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(LinkButton(words, lambda: self._go(job)), 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        line.addWidget(StateChip(state))
        return row
