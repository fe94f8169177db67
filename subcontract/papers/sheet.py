"""The page and the document: thin over reportlab's canvas, measured from the top left corner.

Drawings are laid down as they are asked for; all text of a page is one text object written last, so it
lies over every drawing. Nothing reaches the canvas that ``lettering.plain`` has not seen.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from subcontract.papers import fonts, images
from subcontract.papers.archival import CREATOR, with_line_ends, write_archival
from subcontract.papers.lettering import plain
from subcontract.papers.measures import BLACK, HEIGHT, REGULAR, WIDTH, Colour, Type
from subcontract.papers.pen import Pen
from subcontract.papers.setting import SPACE, Setting
from subcontract.papers.tags import Element, Tags, operators

# Streams stay binary: printers and mail have carried such files for decades, and they are a fifth smaller.
rl_config.useA85 = 0

LOCALES: Final = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


class Sheet:
    """One page of a paper. ``x`` grows to the right and ``y`` downwards; a text's ``y`` is its baseline."""

    def __init__(self, canvas: Canvas, tags: Tags, number: int, total: int) -> None:
        """Begin page ``number`` of ``total``."""
        self.canvas = canvas
        self.tags = tags
        tags.begin_page()
        self._at: Element = tags.document
        self._is_artifact = False
        self._marked: Element | None = None
        self._has_mark = False
        operators(canvas).append("/Artifact BMC")
        self.number = number
        self.total = total
        self._text = Setting(canvas)
        self._pen: tuple[float, Colour] | None = None

    @contextmanager
    def element(self, role: str, key: Hashable = None) -> Iterator[bool]:
        """Let what is set meanwhile be one element of the paper: ``H1``, ``P``, ``Table``, ``TR``, ``TD``.

        An element with the ``key`` of an earlier one goes on with it, from page to page; tells whether
        it is a new one.
        """
        outer = self._at
        self._at = self.tags.under(outer, role, key)
        yield not self._at.kids
        self._at = outer

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Let what is set meanwhile be passed over by screen readers: it repeats or decorates."""
        outer, self._is_artifact = self._is_artifact, True
        yield
        self._is_artifact = outer

    def _mark(self) -> None:
        """Mark what comes next as part of the element at hand; outside of any it is a paragraph."""
        element = None if self._is_artifact else self._at
        if element is self.tags.document:
            element = self.tags.under(element, "P")
        elif element is self._marked and self._has_mark:
            self._text.code.append(SPACE)
            return
        code = self._text.code
        if self._has_mark:
            code.append("EMC")
        code.append(self.tags.mark(element) if element else "/Artifact BMC")
        self._marked, self._has_mark = element, True

    def text(self, x: float, y: float, text: str, kind: Type) -> None:
        """Set a text from ``x`` to the right."""
        whole = plain(text)
        if not whole:
            return
        self._mark()
        self._text.level(x, y)
        self._text.write(whole, kind)

    def right(self, x: float, y: float, text: str, kind: Type) -> None:
        """Set a text that ends at ``x``."""
        whole = plain(text)
        self.text(x - fonts.width(whole, kind.font, kind.size), y, whole, kind)

    def centre(self, x: float, y: float, text: str, kind: Type) -> None:
        """Set a text around ``x``."""
        whole = plain(text)
        self.text(x - fonts.width(whole, kind.font, kind.size) / 2, y, whole, kind)

    def upwards(self, x: float, y: float, text: str, kind: Type) -> None:
        """Set a text that reads upwards from ``y``, its baseline at ``x``."""
        self._mark()
        self._text.upwards(x, y)
        self._text.write(plain(text), kind)

    def slanted(self, x: float, y: float, text: str, kind: Type) -> None:
        """Set a text around a point so that it climbs halfway to upright."""
        whole = plain(text)
        self._mark()
        self._text.slanted(x, y, fonts.width(whole, kind.font, kind.size) / 2)
        self._text.write(whole, kind)

    def line(self, start: tuple[float, float], end: tuple[float, float], width: float, ink: Colour) -> None:
        """Draw a straight line ``width`` points thick."""
        if self._pen != (width, ink):
            self.canvas.setLineWidth(width)
            self.canvas.setStrokeColorRGB(*ink)
            self._pen = (width, ink)
        self.canvas.line(start[0], HEIGHT - start[1], end[0], HEIGHT - end[1])

    def across(self, x1: float, x2: float, y: float, width: float, ink: Colour = BLACK) -> None:
        """Draw a level line."""
        self.line((x1, y), (x2, y), width, ink)

    def down(self, x: float, y1: float, y2: float, width: float, ink: Colour = BLACK) -> None:
        """Draw an upright line."""
        self.line((x, y1), (x, y2), width, ink)

    def box(
        self, corner: tuple[float, float], size: tuple[float, float], fill: Colour, radius: float = 0
    ) -> None:
        """Fill a rectangle given by its top left corner."""
        self.canvas.setFillColorRGB(*fill)
        x, y, (width, height) = corner[0], HEIGHT - corner[1] - size[1], size
        if radius:
            self.canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
        else:
            self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def boxes(self, spans: Iterable[tuple[float, float]], top: float, height: float, fill: Colour) -> None:
        """Fill rectangles of one height, given by left edge and width, as one shape."""
        path = self.canvas.beginPath()
        for left, width in spans:
            path.rect(left, HEIGHT - top - height, width, height)
        self.canvas.setFillColorRGB(*fill)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def rectangles(self, given: Iterable[tuple[float, float, float, float]], fill: Colour) -> None:
        """Fill rectangles, given by left and top edge, width and height, as one shape."""
        path = self.canvas.beginPath()
        for left, top, width, height in given:
            path.rect(left, HEIGHT - top - height, width, height)
        self.canvas.setFillColorRGB(*fill)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def pen(self, corner: tuple[float, float], scale: float) -> Pen:
        """A pen for drawings on a grid that begins at ``corner``, its unit ``scale`` points long."""
        self._pen = None
        return Pen(self.canvas, corner, scale)

    def picture(
        self, data: bytes, corner: tuple[float, float], room: tuple[float, float]
    ) -> tuple[float, float]:
        """Draw an image as large as ``room`` allows, from its top left corner; give the size drawn.

        What is no image is left out: a paper with everything else is better than none.
        """
        image = images.ready(data)
        if image is None:
            return 0, 0
        scale = min(room[0] / image.wide, room[1] / image.high)
        width, height = image.wide * scale, image.high * scale
        image.draw(self.canvas, corner[0], HEIGHT - corner[1] - height, (width, height))
        return width, height

    def finish(self) -> None:
        """Lay down the text and turn the page."""
        if self._has_mark:
            self._text.code.append("EMC")
        operators(self.canvas).extend(["EMC", *self._text.finished()])
        self.canvas.showPage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the file says of itself."""

    title: str
    author: str
    language: str


def print_paper(cover: Cover, pages: Sequence[Callable[[Sheet], None]]) -> bytes:
    """Draw the pages in order and give the PDF: the same bytes for the same pages, on any day."""
    fonts.font(REGULAR)
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,  # type: ignore[arg-type] # the stubs take the name for a number
        lang=LOCALES.get(cover.language, cover.language),
        pdfVersion=(1, 7),
    )
    _write_cover(canvas, cover)
    tags = Tags()
    for number, draw in enumerate(pages, start=1):
        sheet = Sheet(canvas, tags, number, len(pages))
        draw(sheet)
        sheet.finish()
    tags.write(canvas)
    canvas.save()
    return with_line_ends(target.getvalue())


def _write_cover(canvas: Canvas, cover: Cover) -> None:
    """Write title, author and language, and a bookmark to the beginning."""
    title = plain(cover.title)
    canvas.setTitle(title)
    canvas.setAuthor(plain(cover.author))
    canvas.setSubject("")
    canvas.setCreator(CREATOR)
    write_archival(canvas, title, plain(cover.author), LOCALES.get(cover.language, cover.language))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.bookmarkPage("start")
    canvas.addOutlineEntry(title, "start")
