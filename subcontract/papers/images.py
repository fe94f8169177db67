"""Makes logos and photos ready for paper: opened once, no finer than a printer can show."""

from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader

MOST_DOTS: Final = 900
"""Wide enough for the largest place on our papers at 300 dots an inch."""
KEPT: Final = 32


@lru_cache(maxsize=KEPT)
def ready(data: bytes) -> ImageReader | None:
    """Open an image for drawing; nothing when ``data`` is empty or no image that can be shown.

    A photo (JPEG) stays one, so that it is stored as small as it came.
    """
    if not data:
        return None
    try:
        with Image.open(BytesIO(data)) as image:
            return _reader(image, data)
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken or hostile file makes it
        return None


def _reader(image: Image.Image, data: bytes) -> ImageReader:
    """Make the image small enough and give it the form in which reportlab keeps it best."""
    small = max(image.size) <= MOST_DOTS
    if image.format == "JPEG":
        return ImageReader(BytesIO(data) if small else _as_jpeg(image))
    shown = (
        image.convert("RGBA") if "A" in image.mode or "transparency" in image.info else image.convert("RGB")
    )
    shown.thumbnail((MOST_DOTS, MOST_DOTS))
    return ImageReader(shown)


def _as_jpeg(image: Image.Image) -> BytesIO:
    """Write a photo again, smaller."""
    target = BytesIO()
    shown = image.convert("RGB")
    shown.thumbnail((MOST_DOTS, MOST_DOTS))
    shown.save(target, "JPEG", quality=88)
    target.seek(0)
    return target
