"""Draws the bank barcode: Code 128, set C only (Finance Finland, "Pankkiviivakoodi-opas" 5.3)."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from subcontract.codes import symbol_check
from subcontract.papers.measures import BLACK, MM
from subcontract.papers.sheet import Sheet

WIDTH: Final = 105 * MM
HEIGHT: Final = 12 * MM
QUIET: Final = 20 * MM
MODULES: Final = 332
START_C: Final = 105
STOP: Final = 106
SIGN: Final = 6
"""How many bars and spaces a sign has; the stop has one bar more."""
WIDTHS: Final = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222"
    "123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321"
    "232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121"
    "313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224"
    "111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111"
    "111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113"
    "1143114111134113111131411141313111414111312114122112142112322331112"
)
"""The signs of Code 128 by number: widths of bar, space, bar ... in modules (ISO/IEC 15417)."""


def signs(code: str) -> tuple[int, ...]:
    """The signs of the symbol, from the start to the stop, of 54 digits."""
    pairs = (int(code[at : at + 2]) for at in range(0, len(code), 2))
    return (START_C, *pairs, symbol_check(code), STOP)


@cache
def pattern(sign: int) -> tuple[int, ...]:
    """The widths of bars and spaces of one sign, a bar first."""
    end = None if sign == STOP else (sign + 1) * SIGN
    return tuple(map(int, WIDTHS[sign * SIGN : end]))


def bars(code: str) -> Iterator[tuple[int, int]]:
    """Each bar as its place from the left and its width, in modules of ``WIDTH / MODULES``."""
    place = 0
    for sign in signs(code):
        for at, width in enumerate(pattern(sign)):
            if at % 2 == 0:
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
