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
        self._shown: tuple[tuple[UUID, str, str, State], ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, "section"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column.addLayout(self._rows)

    def show_jobs(self, jobs: Iterable[tuple[UUID, str, str, State]]) -> None:
        """Show other jobs: id, short title, name and state."""
        shown = tuple(jobs)[:MOST]
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for job, title, name, state in shown:
            self._rows.addWidget(self._row(job, title, name, state))
        hide_unless(self, shown=bool(shown))

    def _row(self, job: UUID, title: str, name: str, state: State) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        line = QHBoxLayout()
        link = LinkButton(title, lambda: self._go(job), about=name)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        line.addStretch(1)
        line.addWidget(StateChip(state))
        column.addLayout(line)
        column.addWidget(Label(name, "quiet", wrap=True))
        return row
