"""A table of facts, written the same as CSV and as a sheet of a workbook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from subcontract.money import ZERO, Money
from subcontract.papers.files.csv_file import Cell, csv_bytes
from subcontract.words import N_, Texts


class CellKind(StrEnum):
    """How the cells of a column are shown."""

    TEXT = "text"
    MONEY = "money"
    DAY = "day"
    WHOLE = "whole"
    RATE = "rate"
    """Hundredths, as a VAT rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: marked title, kind, width in letters, and whether its sum stands at the foot."""

    title: str
    kind: CellKind = CellKind.TEXT
    width: int = 12
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A named table; its rows may be gone through once, so that many need no memory."""

    title: str
    """Marked text; also the name of the sheet."""
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]

    @property
    def has_total(self) -> bool:
        """Whether sums stand at the foot."""
        return any(column.total for column in self.columns)


def header_of(table: Table, texts: Texts) -> tuple[str, ...]:
    """The titles of the columns in the reader's language."""
    return tuple(texts.say(column.title) for column in table.columns)


def table_csv(table: Table, texts: Texts) -> bytes:
    """The table as a file for any program; sums are left out, for programs add them up themselves."""
    return csv_bytes(header_of(table, texts), table.rows)


class Sums:
    """The sums at the foot of a table, added up as its rows go by."""

    def __init__(self, table: Table) -> None:
        """Begin with nothing."""
        self._columns = table.columns
        self._sums: dict[int, Money] = {at: ZERO for at, one in enumerate(table.columns) if one.total}

    def add(self, row: Sequence[Cell]) -> None:
        """Add a row."""
        for at in self._sums:
            if isinstance(cell := row[at], Money):
                self._sums[at] += cell

    def row(self, texts: Texts) -> tuple[Cell, ...]:
        """The last row."""
        cells = [self._sums.get(at) for at in range(len(self._columns))]
        return (texts.say(N_("Total")), *cells[1:])
