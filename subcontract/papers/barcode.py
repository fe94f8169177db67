"""Draws the bank barcode: Code 128, set C only (Finance Finland, "Pankkiviivakoodi-opas" 5.3)."""

from collections.abc import Iterator
from typing import Final

from reportlab.graphics.barcode import code128

from subcontract.codes import symbol_check
from subcontract.papers.measures import BLACK, MM
from subcontract.papers.sheet import Sheet

WIDTH: Final = 105 * MM
HEIGHT: Final = 12 * MM
QUIET: Final = 20 * MM
MODULES: Final = 332
START_C: Final = 105
STOP: Final = 106
PATTERNS: Final[dict[int, str]] = code128._patterns  # noqa: SLF001 - the published table, not typed twice
"""Each sign as letters: capitals are bars, small letters spaces, A and a one module wide."""


def signs(code: str) -> tuple[int, ...]:
    """The signs of the symbol, from the start to the stop, of 54 digits."""
    pairs = (int(code[at : at + 2]) for at in range(0, len(code), 2))
    return (START_C, *pairs, symbol_check(code), STOP)


def bars(code: str) -> Iterator[tuple[int, int]]:
    """Each bar as its place from the left and its width, in modules of ``WIDTH / MODULES``."""
    place = 0
    for letter in "".join(PATTERNS[sign] for sign in signs(code)):
        width = ord(letter.upper()) - ord("A") + 1
        if letter.isupper():
            yield place, width
        place += width


def draw_barcode(sheet: Sheet, corner: tuple[float, float], code: str) -> None:
    """Draw the symbol, 105 mm wide and 12 mm high, from its top left corner."""
    module = WIDTH / MODULES
    sheet.boxes(
        [(corner[0] + place * module, width * module) for place, width in bars(code)],
        corner[1],
        HEIGHT,
        BLACK,
    )
