"""A list as a table: columns, rows, filter, order, selection and total line as plain values; no Qt."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from subcontract.days import Month
from subcontract.money import ZERO, Money
from subcontract.words import N_, Texts
from ui.collation import has_words, sort_key
from ui.presenters.tone import State, Tone

NOTHING = "–"


class CellKind(StrEnum):
    """How the values of a column are written, sorted and aligned."""

    TEXT = "text"
    MONEY = "money"
    """``Money``"""
    HOURS = "hours"
    """Whole minutes, shown as ``7 t 30 min``."""
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    MONTH = "month"
    STATE = "state"
    """``State``: icon and word."""
    PERSON = "person"
    """A name with a round photo or initials; ``Row.photo`` has the picture."""


FIGURES = frozenset({CellKind.MONEY, CellKind.HOURS, CellKind.NUMBER, CellKind.PERCENT, CellKind.TIME})
"""Kinds that stand right-aligned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; ``title`` is marked text."""

    key: str
    title: str
    kind: CellKind = CellKind.TEXT
    total: bool = False
    """Whether the rows in view are summed in the total line (money, hours, numbers)."""
    editable: bool = False
    """Whether typing in a cell is handed to ``on_edit``."""
    grows: bool = False
    """Takes the room left over; the first column does when none does."""
    width: int = 0
    """Least width in average characters; 0 fits the contents."""
    places: int | None = None
    """Decimals of a number."""
    yields: bool = False
    """Where there is no room, its words end in dots sooner than other columns go out of sight."""

    @property
    def is_figure(self) -> bool:
        """Whether it stands right-aligned."""
        return self.kind in FIGURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. ``cells`` hold values (Money, minutes, date, State), not texts; a missing one is a dash."""

    id: Hashable
    cells: Mapping[str, object]
    tone: Tone = Tone.NONE
    icon: str = ""
    """Name of an icon before the first cell."""
    search: str = ""
    """More words by which the filter finds the row."""
    sort: Mapping[str, object] = field(default_factory=dict)
    """Keys to sort by in place of the value, by column."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with a cell, in words (translated), by column."""
    photo: bytes = b""
    hints: Mapping[str, str] = field(default_factory=dict)
    """More about a cell, shown when pointed at and told to screen readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """What an empty list shows: a pictogram, a sentence (marked) and the first button (marked)."""

    picture: str
    sentence: str
    button: str = ""
    command: Callable[[], None] | None = None


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
        self.sorted_by = ""
        self.descending = False
        self.selected: Hashable | None = None
        self.count_words = (N_("{number} row"), N_("{number} rows"))
        """Singular and plural of what is counted in the total line; ``("", "")`` leaves it out."""
        self.on_select: Callable[[Hashable | None], None] | None = None
        self.on_open: Callable[[Hashable], None] | None = None
        self.on_edit: Callable[[Hashable, str, str], None] | None = None
        """Row's id, column's key and the typed text."""
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
        if self.selected is not None and all(row.id != self.selected for row in self.rows):
            self.select(None)
        self._tell()

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
            if column.total and (whole := _sum(self.visible, column.key)) is not None:
                sums[column.key] = write_cell(whole, column, self.texts)
        one, many = self.count_words
        if one and self.columns[0].key not in sums:
            sums[self.columns[0].key] = self.texts.count(one, many, len(self.visible))
        return sums

    @property
    def shows_nothing_because_filtered(self) -> bool:
        """Whether there are rows and the filter hides them all."""
        return bool(self.rows) and not self.visible


def comparable(value: object) -> Any:  # noqa: ANN401 - values of one column compare with each other
    """Give the key by which cells of one column are ordered."""
    if isinstance(value, State):
        return sort_key(value.text)
    return sort_key(value) if isinstance(value, str) else value


def write_cell(value: object, column: Column, texts: Texts) -> str:  # noqa: PLR0911 - one line a type
    """Write a value as its column wants it."""
    if isinstance(value, str):
        return value
    if isinstance(value, State):
        return value.text
    if isinstance(value, Money):
        return texts.money(value)
    if column.kind is CellKind.HOURS and isinstance(value, int):
        return texts.length(value)
    if isinstance(value, int | Decimal):
        return (
            texts.percent(Decimal(value))
            if column.kind is CellKind.PERCENT
            else texts.number(value, column.places)
        )
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(texts, value)
    return str(value)


_WRITERS: tuple[tuple[type, Callable[[Texts, object], str]], ...] = (
    (datetime, lambda texts, value: texts.moment(value)),  # type: ignore[arg-type]
    (date, lambda texts, value: texts.day(value)),  # type: ignore[arg-type]
    (time, lambda texts, value: texts.clock(value)),  # type: ignore[arg-type]
    (Month, lambda texts, value: texts.month(value)),  # type: ignore[arg-type]
)


def _sum(rows: tuple[Row, ...], key: str) -> object:
    """The sum of the values of a column, ``None`` when there is none."""
    values = [row.cells[key] for row in rows if row.cells.get(key) is not None]
    if not values:
        return None
    if isinstance(values[0], Money):
        return sum((value for value in values if isinstance(value, Money)), ZERO)
    return sum(value for value in values if isinstance(value, int | Decimal))
