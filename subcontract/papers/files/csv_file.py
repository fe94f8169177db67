"""Tables as a file that Finnish Excel opens right: semicolons, decimal commas, no running formulas."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from subcontract.days import Month
from subcontract.money import Money

BOM: Final = "\ufeff"
SEPARATOR: Final = ";"
LINE_END: Final = "\r\n"
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\u2212", "＝", "＋", "－", "＠")  # noqa: RUF001
QUOTED: Final = frozenset(';"\n\r\t')

Cell = str | Money | Decimal | int | date | Month | None


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file's bytes: UTF-8 with its mark, a header row, one row a line."""
    lines = [_line(header), *(_line(row) for row in rows)]
    return (BOM + "".join(line + LINE_END for line in lines)).encode("utf-8")


def _line(cells: Sequence[Cell]) -> str:
    """One row."""
    return SEPARATOR.join(written(cell) for cell in cells)


def written(cell: Cell) -> str:
    """One cell: figures plain, texts harmless."""
    if cell is None:
        return ""
    if isinstance(cell, Money):
        return str(cell).replace(".", ",")
    if isinstance(cell, Decimal):
        return format(cell, "f").replace(".", ",")
    if isinstance(cell, date):
        return f"{cell.day}.{cell.month}.{cell.year}"
    return _text(cell) if isinstance(cell, str) else str(cell)


def _text(text: str) -> str:
    """A text that cannot be taken for a formula, quoted when it holds a sign of the file's own."""
    harmless = f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA_SIGNS) else text
    if QUOTED.isdisjoint(harmless):
        return harmless
    doubled = harmless.replace('"', '""')
    return f'"{doubled}"'
