"""The face of all papers, Source Sans Pro, with DejaVu Sans for the signs it lacks. Always embedded."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import font_source_sans_pro
from reportlab.pdfbase import pdfmetrics

from subcontract.papers.embedding import Font
from subcontract.papers.measures import FALLBACK, REGULAR, SEMIBOLD

RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
FALLBACK_FILE: Final = RESOURCES / "fonts" / "DejaVuSans.ttf"
NO_SUCH_SIGN: Final = "□"


@cache
def font(name: str) -> Font:
    """Open a font at its first use and let reportlab know it."""
    files = {
        REGULAR: font_source_sans_pro.font_files_ttf["SourceSansPro"],
        SEMIBOLD: font_source_sans_pro.font_files_ttf["SourceSansProSemibold"],
        FALLBACK: str(FALLBACK_FILE),
    }
    opened = Font(name, files[name])
    pdfmetrics.registerFont(opened)
    return opened


def _signs(name: str) -> frozenset[str]:
    """The signs a font can draw, without those that draw nothing or turn the text around."""
    return frozenset(
        sign for sign in map(chr, font(name).face.charToGlyph) if unicodedata.category(sign)[0] != "C"
    )


@cache
def own_signs() -> frozenset[str]:
    """The signs that both weights of our face can draw; marks on letters are looked at one by one."""
    both = _signs(REGULAR) & _signs(SEMIBOLD)
    return frozenset(sign for sign in both if not unicodedata.combining(sign))


@cache
def fallback_signs() -> frozenset[str]:
    """The signs that only the fallback can draw."""
    return _signs(FALLBACK) - own_signs()


def runs(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """Cut a text into pieces of one font each: ``(font, piece)``."""
    own = own_signs()
    if own.issuperset(text):
        return ((name, text),)
    pieces: list[tuple[str, str]] = []
    for sign in text:
        face = name if sign in own else FALLBACK
        if pieces and pieces[-1][0] == face:
            pieces[-1] = (face, pieces[-1][1] + sign)
        else:
            pieces.append((face, sign))
    return tuple(pieces)


def width(text: str, name: str, size: float) -> float:
    """How wide a text is, in points."""
    if own_signs().issuperset(text):
        return font(name).stringWidth(text, size)
    return sum(font(face).stringWidth(piece, size) for face, piece in runs(text, name))
