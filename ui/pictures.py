"""Takes pictures from files: decoded under limits, turned upright, made small and written anew.

What was in the file beside the picture (place, camera, hidden data) is left behind, and a hostile
file meets a decoder for four plain formats only. Of moving pictures the first one is taken. Files from
outside are decoded by ``pictures_apart``, in a process of their own.
"""

import re
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from subcontract.problems import Code, refuse

LARGEST_FILE = 20_000_000
"""Bytes read from a file at most."""
MOST_PIXELS = 50_000_000
MILLION = 1_000_000
LOOKED_AT = 4096
SVG = re.compile(rb"<svg[\s>:/]|<!DOCTYPE\s+svg", re.IGNORECASE)
"""A drawing that may hold programs and fetch things: it is refused by its name."""
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
PORTRAIT_SIDE = 400
LOGO_SIDE = 800
MOST_PORTRAIT_BYTES = 200_000
QUALITIES = (85, 70, 55, 40)


def read_picture_file(path: str | Path) -> bytes:
    """The bytes of a file; refuses a missing, empty or huge one (``BAD_PICTURE``)."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError:
        raise refuse(Code.BAD_PICTURE, "photo") from None
    if not content or len(content) > LARGEST_FILE:
        raise refuse(Code.BAD_PICTURE, "photo")
    return content


def portrait(content: bytes) -> bytes:
    """A square JPEG of at most 400 pixels from the middle of a picture; refuses what is no picture."""
    picture = _decoded(content).convert("RGB")
    side = min(PORTRAIT_SIDE, *picture.size)
    small = ImageOps.fit(picture, (side, side), centering=(0.5, 0.4))
    for quality in QUALITIES:
        out = BytesIO()
        small.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= MOST_PORTRAIT_BYTES:
            return out.getvalue()
    raise refuse(Code.BAD_PICTURE, "photo")


def logo(content: bytes) -> bytes:
    """A PNG of at most 800 pixels, transparency kept; refuses what is no picture."""
    picture = _decoded(content).convert("RGBA")
    picture.thumbnail((LOGO_SIDE, LOGO_SIDE))
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _decoded(content: bytes) -> Image.Image:
    """Decode under limits; anything wrong in any way is one refusal."""
    if len(content) > LARGEST_FILE:
        raise refuse(Code.BAD_PICTURE, "photo")
    if SVG.search(content[:LOOKED_AT]):
        raise refuse(Code.BAD_PICTURE, "photo", kind="SVG")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise refuse(Code.BAD_PICTURE, "photo", millions=MOST_PIXELS // MILLION)
                picture.load()
                return ImageOps.exif_transpose(picture).copy()
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Warning, UnidentifiedImageError):
        raise refuse(Code.BAD_PICTURE, "photo") from None
    except Image.DecompressionBombError:
        raise refuse(Code.BAD_PICTURE, "photo", millions=MOST_PIXELS // MILLION) from None
