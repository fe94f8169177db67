"""A list as a table: columns, rows, filter, order, selection and total line as plain values; no Qt."""

from collections.abc import Callable, Hashable, Iterable

from subcontract.words import N_, Texts
from ui.collation import has_words
from ui.presenters.tables.columns import NOTHING, STAYS, Bar, CellKind, Column, Empty, Row
from ui.presenters.tables.written import comparable, summed, write_cell

__all__ = ["NOTHING", "STAYS", "Bar", "CellKind", "Column", "Empty", "Row", "TablePresenter", "write_cell"]


class TablePresenter:
    """Rows in an order, filtered as one types. The selection stays with the row's id."""

    def __init__(
        self, columns: Iterable[Column], texts: Texts, *, name: str, empty: Empty | None = None
    ) -> None:
        """Show ``columns``; ``name`` (marked) is what the table is called aloud."""
        self.columns = tuple(columns)
        self.texts = texts
        self.name = name
        self.empty = empty
        self.rows: tuple[Row, ...] = ()
        self.is_read = False
        """Whether rows have been set: before that nothing can be said of an empty list."""
        self.visible: tuple[Row, ...] = ()
        self.filter = ""
        self.keep: Callable[[Row], bool] | None = None
        """A further filter, such as "only active"; call ``refresh`` after changing it."""
        self.none_kept = ""
        """What is told when ``keep`` leaves nothing, nobody having typed a filter; marked."""
        self.sorted_by = ""
        self.descending = False
        self.selected: Hashable | None = None
        self.count_words = (N_("{number} row"), N_("{number} rows"))
        """Singular and plural of what is counted in the total line; ``("", "")`` leaves it out."""
        self.on_select: Callable[[Hashable | None], None] | None = None
        self.on_open: Callable[[Hashable], None] | None = None
        self.on_edit: Callable[[Hashable, str, str], None] | None = None
        """Row's id, column's key and the typed text."""
        self.on_tick: Callable[[Hashable], None] | None = None
        """A row was ticked or its tick taken away: the space bar, or a press on the mark before its words."""
        self.edit_text: Callable[[Row, Column], str] | None = None
        """The text that editing starts from; the shown text by default."""
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever rows, order, filter or selection changed."""
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    # --- rows

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; filter, order and selection stay."""
        self.rows = tuple(rows)
        self.is_read = True
        self.refresh()

    def refresh(self) -> None:
        """Filter and order anew."""
        rows = [row for row in self.rows if self._passes(row)]
        if self.sorted_by:
            rows = self._ordered(rows)
        self.visible = tuple(rows)
        gone = self.selected is not None and all(row.id != self.selected for row in self.rows)
        if gone:
            self.selected = None
        self._tell()
        # Only now: what follows may show the list, and a view that has not heard of other rows must not be.
        if gone and self.on_select is not None:
            self.on_select(None)

    @property
    def nothing_words(self) -> str:
        """Why none of the rows is in view."""
        if self.none_kept and not self.filter.strip():
            return self.texts.say(self.none_kept)
        return self.texts.say(N_("Nothing matches the filter."))

    def set_filter(self, text: str) -> None:
        """Keep rows that have every word of ``text``, in any order; see ``has_words``."""
        self.filter = text
        self.refresh()

    def _passes(self, row: Row) -> bool:
        """Whether a row is in view."""
        if self.keep is not None and not self.keep(row):
            return False
        return not self.filter.strip() or has_words(self._words(row), self.filter)

    def _words(self, row: Row) -> str:
        """All that can be searched in a row."""
        shown = (self.text(row, column) for column in self.columns if column.key in row.cells)
        return " ".join((*shown, row.search))

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Order by the values of a column."""
        self.sorted_by, self.descending = key, descending
        self.refresh()

    def _ordered(self, rows: list[Row]) -> list[Row]:
        """Order rows by value; rows without a value are last either way."""
        key = self.sorted_by
        having = [row for row in rows if self._value(row, key) is not None]
        lacking = [row for row in rows if self._value(row, key) is None]
        having.sort(key=lambda row: comparable(self._value(row, key)), reverse=self.descending)
        return having + lacking

    @staticmethod
    def _value(row: Row, key: str) -> object:
        """The value to order by."""
        value = row.sort.get(key, row.cells.get(key))
        return None if value == "" else value

    # --- selection

    def select(self, row_id: Hashable | None) -> None:
        """Select a row, or none."""
        if row_id == self.selected:
            return
        self.selected = row_id
        if self.on_select is not None:
            self.on_select(row_id)
        self._tell()

    def open(self, row_id: Hashable | None = None) -> None:
        """Open a row, or the selected one."""
        chosen = self.selected if row_id is None else row_id
        if chosen is not None and self.on_open is not None:
            self.on_open(chosen)

    def tick(self, row_id: Hashable) -> None:
        """Tick a row, or take its tick away, where rows can be ticked."""
        if self.on_tick is not None:
            self.on_tick(row_id)

    def row(self, row_id: Hashable | None) -> Row | None:
        """The row of an id."""
        return next((row for row in self.rows if row.id == row_id), None)

    def edit(self, row_id: Hashable, key: str, text: str) -> None:
        """Hand on what was typed in a cell."""
        if self.on_edit is not None:
            self.on_edit(row_id, key, text)

    # --- words

    def title(self, column: Column) -> str:
        """The heading of a column."""
        return self.texts.say(column.title)

    def text(self, row: Row, column: Column) -> str:
        """The text of a cell; a dash when there is nothing."""
        value = row.cells.get(column.key)
        return NOTHING if value is None else write_cell(value, column, self.texts)

    def named(self, row: Row, column: Column) -> str:
        """A cell as a fact among others: its heading and what it holds; a state is named by its own word."""
        text = self.text(row, column)
        return text if column.kind is CellKind.STATE else f"{self.title(column)} {text}"

    def spoken(self, row: Row, column: Column) -> str:
        """What a screen reader says of a cell: whose it is, which column and the value."""
        value = self.text(row, column)
        said = self.texts.say(N_("empty")) if value in {NOTHING, ""} else value
        parts = [f"{self.title(column)} {said}"]
        if column is not self.columns[0]:
            parts.insert(0, self.text(row, self.columns[0]))
        parts.extend(part for part in (row.problems.get(column.key), row.hints.get(column.key)) if part)
        return ", ".join(parts)

    def totals(self) -> dict[str, str]:
        """Sums of the rows in view, written, by column; the first column counts the rows."""
        sums = {}
        for column in self.columns:
            if column.total and (whole := summed(self.visible, column.key)) is not None:
                sums[column.key] = write_cell(whole, column, self.texts)
        one, many = self.count_words
        if one and self.columns[0].key not in sums:
            sums[self.columns[0].key] = self.texts.count(one, many, len(self.visible))
        return sums

    @property
    def shows_nothing_because_filtered(self) -> bool:
        """Whether there are rows and the filter hides them all."""
        return bool(self.rows) and not self.visible
