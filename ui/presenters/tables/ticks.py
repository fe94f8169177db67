"""Several rows of a table chosen at once, each with a mark before its words; no Qt."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from subcontract.words import N_
from ui.presenters.tables.table import Row, TablePresenter

TICKED, FREE = "check-square", "square"
"""Icons before the first cell."""


class Ticks:
    """Which rows are ticked. Rows without the right to be ticked have no mark."""

    def __init__(self, table: TablePresenter, changed: Callable[[], None]) -> None:
        """Tick rows of ``table``; ``changed`` is called after each change."""
        self._table, self._changed = table, changed
        self._ticked: set[Hashable] = set()
        self._may: frozenset[Hashable] = frozenset()
        table.on_tick = self.turn

    def __len__(self) -> int:
        """How many rows are ticked."""
        return len(self._ticked)

    def __contains__(self, row: object) -> bool:
        """Whether a row is ticked."""
        return row in self._ticked

    def set_rows(self, rows: Iterable[tuple[Row, bool]]) -> None:
        """Show rows, each with whether it can be ticked; ticks of rows that are gone go too."""
        kept = tuple(rows)
        self._may = frozenset(row.id for row, may in kept if may)
        self._ticked &= self._may
        self._show(row for row, _ in kept)

    def _show(self, rows: Iterable[Row]) -> None:
        self._table.set_rows(tuple(self._marked(row) for row in rows))

    def _marked(self, row: Row) -> Row:
        """A row with its mark, told to screen readers too."""
        if row.id not in self._may:
            return replace(row, icon="")
        ticked = row.id in self._ticked
        said = self._table.texts.say(N_("chosen") if ticked else N_("not chosen"))
        first = self._table.columns[0].key
        return replace(row, icon=TICKED if ticked else FREE, hints={**row.hints, first: said})

    def turn(self, row: Hashable) -> None:
        """Tick a row, or take its tick away."""
        if row in self._may:
            self._ticked ^= {row}
            self._again()

    def all(self) -> None:
        """Tick every row in view that can be ticked."""
        self._ticked |= {row.id for row in self._table.visible} & self._may
        self._again()

    def none(self) -> None:
        """Take every tick away."""
        self._ticked = set()
        self._again()

    def _again(self) -> None:
        self._show(self._table.rows)
        self._changed()

    @property
    def most(self) -> int:
        """How many rows can be ticked."""
        return len(self._may)
