"""Reads printed papers back: the text of their pages and their pixels."""

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2
import pypdfium2.raw
from PIL import Image

from ui.texts import CatalogueTexts

POINTS = 72


@cache
def texts(language: str = "fi") -> CatalogueTexts:
    """The program's own texts."""
    return CatalogueTexts(language)


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """A paper as pypdfium2 sees it, closed afterwards."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def pages(data: bytes) -> list[str]:
    """The text of each page in the order it was written; lines end with a line feed."""
    with opened(data) as document:
        return [_text(document, at) for at in range(len(document))]


def _text(document: Any, at: int) -> str:
    page = document[at]
    text_page = page.get_textpage()
    found = str(text_page.get_text_range())
    text_page.close()
    page.close()
    return found.replace("\r\n", "\n").replace("\ufffe", "-")


def text(data: bytes) -> str:
    """The text of the whole paper, no-break spaces as spaces."""
    return "\n".join(pages(data)).replace("\u00a0", " ")


def picture(data: bytes, page: int = 0, dpi: int = 100) -> Image.Image:
    """A page as pixels."""
    with opened(data) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=dpi / POINTS)
        image: Image.Image = bitmap.to_pil().convert("RGB").copy()
        bitmap.close()
        sheet.close()
        return image


def pictures(data: bytes, dpi: int = 100) -> list[Image.Image]:
    """Every page as pixels."""
    return [picture(data, at, dpi) for at in range(len(pages(data)))]


def colours(image: Image.Image) -> list[tuple[int, int, int]]:
    """Every colour that a picture has."""
    found = image.getcolors(1 << 24) or []
    return [colour for _, colour in found if isinstance(colour, tuple)]  # type: ignore[misc]


def png(colour: str = "navy", size: tuple[int, int] = (40, 50), kind: str = "PNG") -> bytes:
    """A small image of one colour."""
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, kind)
    return target.getvalue()


def roles(data: bytes, page: int = 0) -> list[str]:
    """The roles of a page's tags in their order of reading, as a screen reader meets them."""
    raw = pypdfium2.raw
    with opened(data) as document:
        sheet = document[page]
        tree = raw.FPDF_StructTree_GetForPage(sheet)
        count = raw.FPDF_StructTree_CountChildren(tree)
        found = [
            role
            for at in range(count)
            for role in _roles_under(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        ]
        raw.FPDF_StructTree_Close(tree)
        sheet.close()
        return found


def _roles_under(element: Any) -> Iterator[str]:
    """An element's role and those under it; pdfium gives a page its own elements only."""
    if not element:
        return
    raw = pypdfium2.raw
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, buffer, length)
    yield buffer.raw.decode("utf-16-le").rstrip("\x00")
    for at in range(max(0, raw.FPDF_StructElement_CountChildren(element))):
        yield from _roles_under(raw.FPDF_StructElement_GetChildAtIndex(element, at))
