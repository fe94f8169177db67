"""Tables with hairlines: figures to the right, texts wrapped, one row one block."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import Final

from subcontract.papers.flow import Block
from subcontract.papers.fonts import width
from subcontract.papers.lettering import plain, wrap
from subcontract.papers.measures import (
    BODY,
    HAIRLINE,
    LEFT,
    LINE,
    MM,
    PINE,
    SECOND,
    SMALL_STRONG,
    Type,
)
from subcontract.papers.sheet import Sheet

GAP: Final = 3 * MM
PAD: Final = 4 * MM / 3
MOST_LINES: Final = 12
"""A cell higher than this is clipped, so that a row always has room on a page."""


class Side(Enum):
    """Where the texts of a column stand."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in points and its side; a ``note`` line is set in muted."""

    title: str
    width: float
    side: Side = Side.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with an optional second text under it in muted."""

    text: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Columns from ``left``, set in ``kind``."""

    columns: tuple[Column, ...]
    left: float = LEFT
    kind: Type = BODY
    note: Type = SECOND
    head: Type = SMALL_STRONG
    pad: float = PAD
    """Room above and below the texts of a row."""

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """The left edge of each column."""
        return tuple(accumulate((column.width for column in self.columns[:-1]), initial=self.left))

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + sum(column.width for column in self.columns)


Lines = tuple[tuple[str, Type], ...]


def head_block(table: Table) -> Block:
    """The row of titles over a line of the accent colour."""
    lines = [wrap(column.title, table.head, _room(table, at), 3) for at, column in enumerate(table.columns)]
    most = max(len(cell) for cell in lines)
    height = most * table.head.leading + PAD

    def draw_titles(sheet: Sheet, y: float) -> None:
        for at, cell in enumerate(lines):
            base = y + height - PAD - (len(cell) - 1) * table.head.leading
            with sheet.element("TH"):
                _set_lines(sheet, table, at, base, [(line, table.head) for line in cell])

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.element("Table", table.columns) as is_new:
            if is_new:
                with sheet.element("TR"):
                    draw_titles(sheet, y)
            else:
                with sheet.artifact():
                    draw_titles(sheet, y)
        sheet.across(table.left, table.right, y + height, HAIRLINE * 5, PINE)

    return Block(height, draw, with_next=True)


def rows(table: Table, cells: Iterable[Sequence[Cell]], head: Block | None = None) -> tuple[Block, ...]:
    """A block for each row; each repeats ``head`` when it begins a page."""
    return tuple(_row(table, row, head) for row in cells)


def _row(table: Table, row: Sequence[Cell], head: Block | None) -> Block:
    """Lay one row out."""
    texts = [_cell_lines(table, at, cell) for at, cell in enumerate(row)]
    tall = max(sum(kind.leading for _, kind in lines) for lines in texts) if texts else 0
    height = tall + 2 * table.pad

    def draw(sheet: Sheet, y: float) -> None:
        with sheet.element("Table", table.columns), sheet.element("TR"):
            for at, lines in enumerate(texts):
                with sheet.element("TD"):
                    _set_lines(sheet, table, at, y + table.pad + (lines[0][1].size if lines else 0), lines)
        sheet.across(table.left, table.right, y + height, HAIRLINE, LINE)

    return Block(height, draw, head)


def _room(table: Table, at: int) -> float:
    """The width that the texts of a column may take."""
    return table.columns[at].width - (GAP if at < len(table.columns) - 1 else 0)


def _cell_lines(table: Table, at: int, cell: Cell) -> Lines:
    """Break a cell into lines; a figure is never broken."""
    room = _room(table, at)
    if table.columns[at].side is Side.RIGHT:
        return ((cell.text, shrunk(cell.text, table.kind, room)),) if cell.text else ()
    lines = [(line, table.kind) for line in wrap(cell.text, table.kind, room, MOST_LINES)]
    notes = wrap(cell.note, table.note, room, 2) if cell.note else ()
    return (*lines, *((line, table.note) for line in notes))


def shrunk(text: str, kind: Type, room: float) -> Type:
    """The type in which a figure has room: smaller rather than cut, for a cut figure lies."""
    wide = width(plain(text), kind.font, kind.size)
    return kind if wide <= room else replace(kind, size=kind.size * room / wide)


def _set_lines(sheet: Sheet, table: Table, at: int, base: float, lines: Iterable[tuple[str, Type]]) -> None:
    """Set the lines of one cell, the first on ``base``."""
    start, room = table.starts[at], _room(table, at)
    y = base
    for text, kind in lines:
        if table.columns[at].side is Side.RIGHT:
            sheet.right(start + room, y, text, kind)
        else:
            sheet.text(start, y, text, kind)
        y += kind.leading
