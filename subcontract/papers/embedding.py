"""Embeds fonts in papers: what is cut out of a face for some signs is cut out and compressed once.

Nearly all papers use the same signs, and a third of the work on a page went into cutting the same
piece again. The bytes are those that reportlab writes.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFObjectReference, PDFStream
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTFont,
    TTFontFace,
    makeToUnicodeCMap,
)

NBSP: Final = "\u00a0"
"""Drawn as a space."""
KEPT: Final = 64
"""Pieces kept at a time, of some 20 kB each: two faces, and few sets of signs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a document needs of a face to show some signs."""

    name: str
    file: bytes
    """The face with these signs alone, compressed."""
    length: int
    """How many bytes the file has before it is compressed."""
    meaning: bytes
    """Which sign each code stands for, compressed: what lets a reader search and copy."""
    widths: bytes
    """How wide each sign is, in PDF's own words."""


class Font(TTFont):
    """A font of reportlab's that remembers its pieces."""

    def splitString(  # noqa: N802 - reportlab's own name
        self, text: str, doc: PDFDocument, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Cut a text into the codes of subsets; most have only signs that the document knows already."""
        state = self.state.get(doc)
        if state is None or not text:
            return super().splitString(text, doc, encoding)
        known: dict[int, int] = vars(state)["assignments"]
        try:
            return [(0, bytes(map(known.__getitem__, map(ord, text.replace(NBSP, " ")))))]
        except (KeyError, ValueError):
            return super().splitString(text, doc, encoding)

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - reportlab's own name
        """Put the pieces that a document uses into it."""
        state = self.state[doc]
        state.frozen = 1
        for number, signs in enumerate(state.subsets):
            self._embed(doc, number, tuple(signs))
        del self.state[doc]

    def _embed(self, doc: PDFDocument, number: int, signs: tuple[int, ...]) -> None:
        """Put one piece into a document; it is written when everything has its number."""
        piece = _cut(self, number, signs)
        name = self.getSubsetInternalName(number, doc).removeprefix("/")
        register: Callable[[PDFObject, str], PDFObjectReference] = doc.Reference
        meaning = register(_stream(piece.meaning), f"toUnicodeCMap:{piece.name}")
        file = register(_stream(piece.file, Length1=piece.length), f"fontFile:{piece.name}")
        figures = register(_descriptor(self.face, piece.name, file), f"fontDescriptor:{piece.name}")
        font = pdfdoc.PDFTrueTypeFont()
        vars(font).update(
            Name=name,
            BaseFont=piece.name,
            FirstChar=0,
            LastChar=len(signs) - 1,
            Widths=piece.widths,
            ToUnicode=meaning,
            FontDescriptor=figures,
        )
        register(font, name)
        vars(doc)["idToObject"]["BasicFonts"].dict[name] = font


@lru_cache(maxsize=KEPT)
def _cut(font: Font, number: int, signs: tuple[int, ...]) -> Piece:
    """Cut the signs of a font's subset ``number`` out of its face."""
    face = font.face
    name = b"".join((SUBSETN(number), b"+", face.name, face.subfontNameX)).decode("pdfdoc")
    file = face.makeSubset(list(signs))
    widths = pdfdoc.PDFArray(map(face.getCharWidth, signs))
    return Piece(
        name=name,
        file=zlib.compress(file),
        length=len(file),
        meaning=zlib.compress(makeToUnicodeCMap(name, signs).encode()),
        widths=widths.format(pdfdoc.DummyDoc()),
    )


def _stream(compressed: bytes, **entries: int) -> PDFStream:
    """A stream that is compressed already."""
    how = {"Filter": pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])}
    return PDFStream(PDFDictionary({**how, **entries}), compressed)


def _descriptor(face: TTFontFace, name: str, file: PDFObjectReference) -> PDFDictionary:
    """The figures of a face (ISO 32000-1, 9.8)."""
    return PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(name),
            "FontFile2": file,
            "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(face.bbox),
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.capHeight,
            "ItalicAngle": face.italicAngle,
            "StemV": face.stemV,
            "MissingWidth": face.defaultWidth,
        }
    )
