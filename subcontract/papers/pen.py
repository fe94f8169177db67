"""A pen that draws shapes on a grid of its own: y downwards, scaled and moved onto the page."""

from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from subcontract.papers.measures import HEIGHT, Colour

Point = tuple[float, float]

ROUND: Final = 1
KAPPA: Final = 0.5523
"""Where the handles of a Bézier curve stand that draws a quarter of a circle."""


class Pen:
    """Draws one shape after another; a point is given on the drawing's grid."""

    def __init__(self, canvas: Canvas, corner: Point, scale: float) -> None:
        """Place the grid's origin at ``corner`` of the page, a unit of it ``scale`` points long."""
        self._canvas = canvas
        self._left, self._top = corner
        self._scale = scale
        self._path: PDFPathObject = canvas.beginPath()
        self.at: Point = (0, 0)
        self._start: Point = (0, 0)

    def begin(self) -> None:
        """Begin a shape."""
        self._path = self._canvas.beginPath()
        self.at = self._start = (0, 0)

    def end(self, fill: Colour | None, stroke: Colour | None, width: float) -> None:
        """Fill and stroke the shape, corners and ends round."""
        if fill:
            self._canvas.setFillColorRGB(*fill)
        if stroke:
            self._canvas.setStrokeColorRGB(*stroke)
            self._canvas.setLineWidth(width * self._scale)
            self._canvas.setLineCap(ROUND)
            self._canvas.setLineJoin(ROUND)
        if fill or stroke:
            self._canvas.drawPath(self._path, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def _onto(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page."""
        return self._left + x * self._scale, HEIGHT - self._top - y * self._scale

    def move(self, x: float, y: float) -> None:
        """Begin a line here."""
        self._path.moveTo(*self._onto(x, y))
        self.at = self._start = (x, y)

    def draw_to(self, x: float, y: float) -> None:
        """Draw a straight line."""
        self._path.lineTo(*self._onto(x, y))
        self.at = (x, y)

    def bend_to(
        self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]
    ) -> None:
        """Draw a Bézier curve with two handles."""
        self._path.curveTo(*self._onto(*first), *self._onto(*second), *self._onto(*end))
        self.at = end

    def close(self) -> None:
        """Draw back to where the line began."""
        self._path.close()
        self.at = self._start

    def rect(self, x: float, y: float, size: tuple[float, float], radius: float = 0) -> None:
        """Draw a rectangle, its corners rounded if there is a ``radius``."""
        width, height = size
        r = min(radius, width / 2, height / 2)
        k = r * (1 - KAPPA)
        right, low = x + width, y + height
        self.move(x + r, y)
        for line_end, first, second, end in (
            ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
            ((right, low - r), (right, low - k), (right - k, low), (right - r, low)),
            ((x + r, low), (x + k, low), (x, low - k), (x, low - r)),
            ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
        ):
            self.draw_to(*line_end)
            if r:
                self.bend_to(first, second, end)
        self.close()

    def oval(self, x: float, y: float, across: float, down: float) -> None:
        """Draw an ellipse around a centre with its two radii."""
        a, b = across * KAPPA, down * KAPPA
        self.move(x + across, y)
        self.bend_to((x + across, y + b), (x + a, y + down), (x, y + down))
        self.bend_to((x - a, y + down), (x - across, y + b), (x - across, y))
        self.bend_to((x - across, y - b), (x - a, y - down), (x, y - down))
        self.bend_to((x + a, y - down), (x + across, y - b), (x + across, y))
        self.close()
