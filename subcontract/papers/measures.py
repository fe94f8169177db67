"""Lengths, colours and sizes that all papers share; lengths in points of 1/72 inch."""

from dataclasses import dataclass
from typing import Final

INCH: Final = 72
MM: Final = 720 / 254
WIDTH: Final = 210 * MM
HEIGHT: Final = 297 * MM
MARGIN: Final = 20 * MM
LEFT: Final = MARGIN
RIGHT: Final = WIDTH - MARGIN
TOP: Final = MARGIN
BOTTOM: Final = HEIGHT - MARGIN
BODY_WIDTH: Final = RIGHT - LEFT
HAIRLINE: Final = MM / 10

Colour = tuple[float, float, float]


def colour(code: str) -> Colour:
    """Read ``#1F5F4A``."""
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red / 255, green / 255, blue / 255


INK: Final = colour("#1E2A2F")
MUTED: Final = colour("#4C5B61")
LINE: Final = colour("#B9B4A8")
PINE: Final = colour("#1F5F4A")
TINT: Final = colour("#E3EFE9")
BLACK: Final = colour("#000000")
WHITE: Final = colour("#FFFFFF")

REGULAR: Final = "UrakkaSans"
SEMIBOLD: Final = "UrakkaSans-Semibold"
FALLBACK: Final = "UrakkaFallback"


@dataclass(frozen=True, slots=True)
class Type:
    """A way of setting text: font, size and colour; ``leading`` from line to line."""

    size: float
    font: str = REGULAR
    colour: Colour = INK

    @property
    def leading(self) -> float:
        """The distance between baselines."""
        return self.size * 13 / 10


BODY: Final = Type(10)
STRONG: Final = Type(10, SEMIBOLD)
SECOND: Final = Type(9, colour=MUTED)
SMALL: Final = Type(8, colour=MUTED)
SMALL_STRONG: Final = Type(8, SEMIBOLD, MUTED)
HEADING: Final = Type(12, SEMIBOLD, PINE)
TITLE: Final = Type(22, SEMIBOLD, PINE)
