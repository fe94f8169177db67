"""Draws our own pictograms on paper: the small part of SVG that they are made of, on a grid of 48.

A drawing that is missing or made of anything else is left out silently: words always stand beside it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from subcontract.papers.fonts import RESOURCES
from subcontract.papers.measures import INK, Colour, colour
from subcontract.papers.outline import trace
from subcontract.papers.pen import Pen
from subcontract.papers.sheet import Sheet

FOLDER: Final = RESOURCES / "pictograms"
GRID: Final = 48
NAME: Final = re.compile(r"[a-z0-9_-]{1,60}")
HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")
SHORT_HEX: Final = 4
NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
STYLES: Final = ("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")

Shape = Mapping[str, str]
Draw = Callable[[Pen, Shape], None]


def draw_pictogram(sheet: Sheet, name: str, corner: tuple[float, float], size: float) -> bool:
    """Draw ``resources/pictograms/<name>.svg`` in a square from its top left corner; tell whether it was."""
    shapes = _shapes(name)
    if not shapes:
        return False
    pen = sheet.pen(corner, size / GRID)
    for tag, shape in shapes:
        pen.begin()
        _DRAW[tag](pen, shape)
        pen.end(
            _colour(shape, "fill", INK), _colour(shape, "stroke", None), _number(shape, "stroke-width", 1)
        )
    return True


@cache
def _shapes(name: str) -> tuple[tuple[str, Shape], ...]:
    """Read a drawing: its shapes with the styles of the groups around them."""
    path = FOLDER / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        return ()
    return tuple(_walk(_root(path), {}))


def _root(path: Path) -> ET.Element:
    """Parse one of our own files."""
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - only files that we ship


def _walk(element: ET.Element, style: Shape) -> Iterator[tuple[str, Shape]]:
    """Go through the shapes in order of drawing."""
    merged = {**style, **{key: value for key, value in element.attrib.items() if key in STYLES}}
    tag = element.tag.rpartition("}")[2]
    if tag in _DRAW:
        yield tag, {**element.attrib, **merged}
    for child in element:
        yield from _walk(child, merged)


def _colour(shape: Shape, key: str, otherwise: Colour | None) -> Colour | None:
    """Read a colour; ``currentColor`` is ink."""
    value = shape.get(key, "")
    if value == "none":
        return None
    if HEX.fullmatch(value):
        return colour(value)
    if len(value) == SHORT_HEX and value.startswith("#"):
        return colour("#" + "".join(digit * 2 for digit in value[1:]))
    return INK if value else otherwise


def _number(shape: Shape, key: str, otherwise: float = 0) -> float:
    """Read a length of the grid."""
    found = NUMBER.match(shape.get(key, ""))
    return float(found[0]) if found else otherwise


def _rect(pen: Pen, shape: Shape) -> None:
    x, y = _number(shape, "x"), _number(shape, "y")
    width, height = _number(shape, "width"), _number(shape, "height")
    pen.rect(x, y, (width, height), _number(shape, "rx", _number(shape, "ry")))


def _circle(pen: Pen, shape: Shape) -> None:
    radius = _number(shape, "r")
    pen.oval(_number(shape, "cx"), _number(shape, "cy"), radius, radius)


def _ellipse(pen: Pen, shape: Shape) -> None:
    pen.oval(_number(shape, "cx"), _number(shape, "cy"), _number(shape, "rx"), _number(shape, "ry"))


def _line(pen: Pen, shape: Shape) -> None:
    pen.move(_number(shape, "x1"), _number(shape, "y1"))
    pen.draw_to(_number(shape, "x2"), _number(shape, "y2"))


def _polyline(pen: Pen, shape: Shape) -> None:
    figures = [float(figure) for figure in NUMBER.findall(shape.get("points", ""))]
    for at in range(0, len(figures) - 1, 2):
        (pen.draw_to if at else pen.move)(figures[at], figures[at + 1])


def _polygon(pen: Pen, shape: Shape) -> None:
    _polyline(pen, shape)
    pen.close()


def _path(pen: Pen, shape: Shape) -> None:
    trace(pen, shape.get("d", ""))


_DRAW: Final[dict[str, Draw]] = {
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
    "path": _path,
}
