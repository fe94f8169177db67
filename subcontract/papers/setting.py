"""Sets the text of a page: places, fonts, colours and signs as the operators of PDF (ISO 32000-1, 9.4).

reportlab's own text object measures each piece once more and keeps more state than a paper needs; fonts
and their subsets are still reportlab's.
"""

from functools import lru_cache
from typing import Final

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfgen.canvas import Canvas

from subcontract.papers import fonts
from subcontract.papers.measures import HEIGHT, Colour, Type

SPACE: Final = "( ) Tj"
"""A space has the same code in every subset of a font."""
SLANT: Final = 0.7071
"""Sine and cosine of 45 degrees."""


@lru_cache(maxsize=64)
def _filled(colour: Colour) -> str:
    """The operator that chooses a colour."""
    return f"{fp_str(*colour)} rg"


class Setting:
    """All text of one page, written as one object."""

    def __init__(self, canvas: Canvas) -> None:
        """Begin a page."""
        self.code: list[str] = ["BT"]
        self._document = vars(canvas)["_doc"]
        self._font: tuple[str, float, int] | None = None
        self._colour: Colour | None = None

    def level(self, x: float, y: float) -> None:
        """Go to a place, ``y`` from the top, to write to the right."""
        self.code.append(f"1 0 0 1 {fp_str(x, HEIGHT - y)} Tm")

    def upwards(self, x: float, y: float) -> None:
        """Go to a place to write upwards."""
        self.code.append(f"0 1 -1 0 {fp_str(x, HEIGHT - y)} Tm")

    def slanted(self, x: float, y: float, half: float) -> None:
        """Go to where a text begins that climbs at 45 degrees and reaches ``half`` to either side."""
        away = half * SLANT
        self.code.append(f"{fp_str(SLANT, SLANT, -SLANT, SLANT, x - away, HEIGHT - y - away)} Tm")

    def write(self, text: str, kind: Type) -> None:
        """Write a printable text here, in one font or several."""
        if self._colour != kind.colour:
            self.code.append(_filled(kind.colour))
            self._colour = kind.colour
        for face, piece in fonts.runs(text, kind.font):
            font = fonts.font(face)
            for subset, signs in font.splitString(piece, self._document):
                if self._font != (face, kind.size, subset):
                    self._font = (face, kind.size, subset)
                    name = font.getSubsetInternalName(subset, self._document)
                    self.code.append(f"{name} {fp_str(kind.size)} Tf")
                self.code.append(f"({escapePDF(signs)}) Tj")

    def finished(self) -> list[str]:
        """Everything, ready for the page."""
        return [*self.code, "ET"]
