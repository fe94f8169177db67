"""Miksi? - the working behind an amount: what, basis × rate = amount, rule, its date and source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.widgets.labels import Label, Line, Words
from ui.widgets.pages import Area

LEAST_HEIGHT = 160
"""So much of the lines is in sight even where there is little room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyLine:
    """One step of a calculation; texts already translated and written."""

    what: str
    basis: str = ""
    rate: str = ""
    amount: str = ""
    rule: str = ""
    since: date | None = None
    source: str = ""
    is_sum: bool = False


class WhyPanel(QWidget):
    """The lines of a calculation, each with the rule it rests on."""

    def __init__(self, texts: Texts, lines: Iterable[WhyLine] = ()) -> None:
        super().__init__()
        self._texts = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = Area(name=texts.say(N_("How this was calculated")))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setMinimumHeight(LEAST_HEIGHT)
        column.addWidget(self._area)
        self.show_lines(lines)

    def show_lines(self, lines: Iterable[WhyLine]) -> None:
        """Show other lines."""
        body = QWidget()
        body.setProperty("look", "clear")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 8, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        at = 0
        for line in lines:
            at = self._add(grid, at, line)
        grid.setRowStretch(at, 1)
        self._area.setWidget(body)

    def _add(self, grid: QGridLayout, at: int, line: WhyLine) -> int:
        """Add one line and what it rests on; gives the next free row."""
        if line.is_sum:
            grid.addWidget(Line(), at, 0, 1, 3)
            at += 1
        look = "strong" if line.is_sum else ""
        grid.addWidget(Label(line.what, look, wrap=True), at, 0)
        working = " × ".join(part for part in (line.basis, line.rate) if part)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(Words(working, "quiet"), at, 1, right)
        grid.addWidget(Label(line.amount, look), at, 2, right)
        note = self._note(line)
        if note:
            grid.addWidget(Label(note, "muted", wrap=True), at + 1, 0, 1, 3)
        grid.setRowMinimumHeight(at + 2, 8)
        return at + 3

    def _note(self, line: WhyLine) -> str:
        """The rule, from when it holds, and where it is written."""
        parts = [line.rule]
        if line.since is not None:
            parts.append(self._texts.say(N_("in force from {day}"), day=line.since))
        parts.append(line.source)
        return " · ".join(part for part in parts if part)
