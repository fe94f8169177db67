"""Makes logos and photos ready for paper: opened and compressed once, no finer than a printer can show."""

from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from typing import Final

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject, PDFObjectReference, xObjectName
from reportlab.pdfgen.canvas import Canvas

MOST_DOTS: Final = 900
"""Wide enough for the largest place on our papers at 300 dots an inch."""
KEPT: Final = 32


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as papers hold it, put into every paper that shows it.

    reportlab would compress it anew for each: that took longer than all the rest of a short invoice.
    """

    name: str
    wide: int
    """Width in dots, as ``high`` is the height."""
    high: int
    parts: tuple[PDFImageXObject, ...]
    """The image, and how far it lets the ground shine through."""

    def draw(self, canvas: Canvas, x: float, y: float, size: tuple[float, float]) -> None:
        """Draw it from its lower left corner, ``y`` from the foot of the page."""
        if not canvas.hasForm(self.name):
            for part in self.parts:
                vars(canvas)["_doc"].addForm(part.name, copy(part))
        vars(canvas)["_currentPageHasImages"] = 1
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(*size)
        canvas.doForm(self.name)
        canvas.restoreState()


@lru_cache(maxsize=KEPT)
def ready(data: bytes) -> Picture | None:
    """Open an image for drawing; nothing when ``data`` is empty or no image that can be shown.

    A photo (JPEG) stays one, so that it is stored as small as it came.
    """
    if not data:
        return None
    try:
        with Image.open(BytesIO(data)) as image:
            return _picture(sha256(data).hexdigest(), _reader(image, data))
    except Exception:  # noqa: BLE001 - Pillow raises whatever a broken or hostile file makes it
        return None


def _picture(name: str, image: ImageReader) -> Picture:
    """Compress an image and its transparency."""
    wide, high = image.getSize()
    whole = PDFImageXObject(name, image, mask="auto")
    clear: PDFImageXObject | None = vars(whole).pop("_smask", None)
    if clear is None:
        return Picture(name, wide, high, (whole,))
    clear.name = f"{name}-clear"
    vars(whole)["smask"] = PDFObjectReference(xObjectName(clear.name))
    return Picture(name, wide, high, (whole, clear))


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
