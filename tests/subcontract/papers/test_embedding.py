"""Fonts that remember what they cut out write the very bytes of reportlab's own."""

import io
from typing import Any

import pytest
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from subcontract.papers import fonts
from subcontract.papers.measures import FALLBACK, REGULAR, SEMIBOLD

KNOWN = sorted(fonts.font(FALLBACK).face.charToGlyph)
TEXTS = {
    "plain": ["Invoice 1001", "", "(a) \\ b"],
    "Finnish": ["Lasku 1 001", "Äänekosken sähkö\u00a0Oy – 25,00\u00a0€", "Lasku 1 001", "Ä"],
    "missing": ["\U0001f9be", "a\U0001f9beb"],
    "many": ["".join(map(chr, KNOWN[at : at + 50])) for at in range(0, 600, 50)] * 2,
    "nothing": [],
}


def embedded(font: TTFont, texts: list[str]) -> tuple[list[Any], bytes]:
    """The codes of some texts, and a document with what they need of the font."""
    canvas = Canvas(io.BytesIO(), invariant=1, pageCompression=1)
    document = vars(canvas)["_doc"]
    font.getSubsetInternalName(0, document)
    codes = [font.splitString(text, document) for text in texts]
    paper: bytes = canvas.getpdfdata()
    return codes, paper


@pytest.mark.parametrize("name", [REGULAR, SEMIBOLD, FALLBACK])
@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_the_bytes_are_those_of_reportlab(name: str, texts: list[str]) -> None:
    ours = fonts.font(name)
    expected = embedded(TTFont(name, ours.face.filename), texts)
    assert embedded(ours, texts) == expected
    assert embedded(ours, texts) == expected
