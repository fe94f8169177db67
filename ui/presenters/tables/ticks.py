"""Several rows of a table chosen at once, each with a mark before its words; no Qt."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace

from subcontract.words import N_
from ui.presenters.tables.table import Row, TablePresenter

TICKED, FREE = "check-square", "square"
"""Icons before the first cell."""


class Ticks:
    """Which rows are ticked. Rows without the right to be ticked have no mark.

    Only what is in view counts: nobody acts upon rows that a filter hides.
    """

    def __init__(self, table: TablePresenter, changed: Callable[[], None]) -> None:
        """Tick rows of ``table``; ``changed`` is called after each change."""
        self._table, self._changed = table, changed
        self._ticked: set[Hashable] = set()
        self._may: frozenset[Hashable] = frozenset()
        self._looked_at: tuple[Row, ...] = ()
        self._in_view: frozenset[Hashable] = frozenset()
        self._told = 0
        table.on_tick = self.turn
        table.listen(self._follow)

    def __len__(self) -> int:
        """How many rows in view are ticked."""
        return len(self._ticked & self._view())

    def __contains__(self, row: object) -> bool:
        """Whether a row is ticked and in view."""
        return row in self._ticked and row in self._view()

    def _view(self) -> frozenset[Hashable]:
        """The rows in view; the table gives new ones whenever its filter changes."""
        if self._looked_at is not self._table.visible:
            self._looked_at = self._table.visible
            self._in_view = frozenset(row.id for row in self._looked_at)
        return self._in_view

    def _follow(self) -> None:
        """Tell when a filter has changed how many are ticked in view."""
        if len(self) != self._told:
            self._told = len(self)
            self._changed()

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
        self._told = len(self)
        self._changed()

    @property
    def most(self) -> int:
        """How many rows can be ticked."""
        return len(self._may)
