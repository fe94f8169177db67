"""Draws a sum as notes and coins, the way one would count it out on a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from subcontract.money import Money
from subcontract.papers.measures import INK, MM, REGULAR, SEMIBOLD, Colour, Type, colour
from subcontract.papers.sheet import Sheet

EDGE: Final = colour("#7A868B")
GOLD: Final = colour("#F2D38B")
SILVER: Final = colour("#E4E8E8")
COPPER: Final = colour("#E3BF9C")
GAP: Final = 2 * MM
NOTE_SHADES: Final = {
    20000: colour("#F4E9B8"),
    10000: colour("#CFE5CF"),
    5000: colour("#F5D9B0"),
    2000: colour("#CFDFF0"),
    1000: colour("#E9D5C8"),
    500: colour("#E2E2DC"),
}
NOTE_WIDTHS: Final = {20000: 34, 10000: 33, 5000: 31, 2000: 29, 1000: 28, 500: 27}
"""Cents to millimetres: about a quarter of the real area, in the real order of size."""
COIN_SIZES: Final = {200: 15, 100: 14, 50: 14, 20: 13, 10: 12, 5: 12, 2: 11, 1: 10}
COIN_SHADES: Final = {200: SILVER, 100: GOLD, 50: GOLD, 20: GOLD, 10: GOLD, 5: COPPER, 2: COPPER, 1: COPPER}
RIMS: Final = {200: GOLD, 100: SILVER}
MOST_PIECES: Final = 40
EURO: Final = 100
NOTE_TYPE: Final = Type(15, SEMIBOLD, INK)
COIN_TYPE: Final = Type(10, SEMIBOLD, INK)
SIGN_TYPE: Final = Type(7, REGULAR, INK)


@dataclass(frozen=True, slots=True)
class Piece:
    """A note or a coin of so many cents."""

    cents: int

    @property
    def is_note(self) -> bool:
        """Whether it is of paper."""
        return self.cents in NOTE_WIDTHS

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        if self.is_note:
            return NOTE_WIDTHS[self.cents] * MM, NOTE_WIDTHS[self.cents] * MM * 11 / 20
        return COIN_SIZES[self.cents] * MM, COIN_SIZES[self.cents] * MM

    @property
    def words(self) -> tuple[str, str]:
        """The figure and what it counts: ``20 €``, ``50 c``."""
        return (str(self.cents // EURO), "€") if self.cents >= EURO else (str(self.cents), "c")


Rows = tuple[tuple[Piece, ...], ...]
"""Notes and coins in rows, as they are drawn."""


def pieces(amount: Money) -> tuple[Piece, ...]:
    """The fewest notes and coins that make the sum, the largest first."""
    found: list[Piece] = []
    left = max(0, amount.cents)
    for cents in (*NOTE_WIDTHS, *COIN_SIZES):
        count, left = divmod(left, cents)
        found += [Piece(cents)] * count
    return tuple(found)


def rows(amount: Money, width: float) -> Rows:
    """The pieces in rows of at most ``width`` points; none when there would be too many to count."""
    shown = pieces(amount)
    if len(shown) > MOST_PIECES:
        return ()
    lines: list[list[Piece]] = []
    left: float = 0
    for piece in shown:
        needed = piece.size[0] + GAP
        if not lines or needed > left or piece.is_note != lines[-1][-1].is_note:
            lines.append([])
            left = width
        lines[-1].append(piece)
        left -= needed
    return tuple(tuple(line) for line in lines)


def height(lines: Rows) -> float:
    """How high the rows are together."""
    return sum(max(piece.size[1] for piece in line) + GAP for line in lines)


def draw_cash(sheet: Sheet, corner: tuple[float, float], lines: Rows) -> None:
    """Draw the rows from their top left corner."""
    y = corner[1]
    for line in lines:
        tall = max(piece.size[1] for piece in line)
        for x, piece in _places(corner[0], line):
            _draw_piece(sheet, (x, y + tall - piece.size[1]), piece)
        y += tall + GAP


def _places(left: float, line: tuple[Piece, ...]) -> Iterator[tuple[float, Piece]]:
    """The left edge of each piece of a row."""
    x = left
    for piece in line:
        yield x, piece
        x += piece.size[0] + GAP


def _draw_piece(sheet: Sheet, corner: tuple[float, float], piece: Piece) -> None:
    """Draw one note or coin with its figure."""
    width, tall = piece.size
    if piece.is_note:
        _shape(sheet, corner, (width, tall), NOTE_SHADES[piece.cents])
    else:
        _coin(sheet, corner, piece)
    figure, sign = piece.words
    kind = NOTE_TYPE if piece.is_note else COIN_TYPE
    middle = corner[0] + width / 2
    base = corner[1] + tall / 2 + kind.size / 3
    if piece.is_note:
        sheet.centre(middle, base, f"{figure} {sign}", kind)
    else:
        sheet.centre(middle, base - 2, figure, kind)
        sheet.centre(middle, base + 6, sign, SIGN_TYPE)


def _shape(sheet: Sheet, corner: tuple[float, float], size: tuple[float, float], fill: Colour) -> None:
    """A note: a rounded rectangle with an edge."""
    pen = sheet.pen(corner, 1)
    pen.begin()
    pen.rect(0, 0, size, 4)
    pen.end(fill, EDGE, 1)
    pen.begin()
    pen.rect(4, 4, (size[0] - 8, size[1] - 8), 2)
    pen.end(None, EDGE, 1 / 2)


def _coin(sheet: Sheet, corner: tuple[float, float], piece: Piece) -> None:
    """A coin: a circle, the larger ones with a rim of the other metal."""
    radius = piece.size[0] / 2
    pen = sheet.pen(corner, 1)
    pen.begin()
    pen.oval(radius, radius, radius, radius)
    pen.end(RIMS.get(piece.cents, COIN_SHADES[piece.cents]), EDGE, 1)
    pen.begin()
    pen.oval(radius, radius, radius * 4 / 5, radius * 4 / 5)
    pen.end(COIN_SHADES[piece.cents], EDGE, 1 / 2)
