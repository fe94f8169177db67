"""Traces the path data of SVG with a pen (SVG 1.1, 8.3: all commands)."""

import re
from collections.abc import Callable, Iterator
from math import acos, ceil, copysign, cos, hypot, pi, radians, sin, sqrt, tan
from typing import Final

from subcontract.papers.pen import Pen

NUMBER: Final = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
STEPS: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
FIGURES: Final = re.compile(NUMBER)
FLAG: Final = "[01]"
ARC_FIGURES: Final = re.compile(
    r"\s*,?\s*".join(f"({part})" for part in (NUMBER, NUMBER, NUMBER, FLAG, FLAG, NUMBER, NUMBER))
)
TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}

Point = tuple[float, float]


class _Tracer:
    """Follows the commands; remembers the last handle for the smooth ones."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.handle: Point | None = None

    def step(self, command: str, figures: tuple[float, ...]) -> None:
        """Do one command; small letters count from where the pen is."""
        base = self.pen.at if command.islower() else (0, 0)
        handle = self.handle
        self.handle = None
        _DO[command.upper()](self, base, figures, handle)

    def mirrored(self, handle: Point | None) -> Point:
        """The last handle on the other side of the pen."""
        x, y = self.pen.at
        return (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)


def trace(pen: Pen, data: str) -> None:
    """Draw the outline ``data``; a broken end is left out."""
    tracer = _Tracer(pen)
    for command, rest in STEPS.findall(data):
        if command in "Zz":
            pen.close()
            tracer.handle = None
            continue
        for at, figures in enumerate(_portions(command, rest)):
            follows = at and command in "Mm"
            tracer.step(("L" if command == "M" else "l") if follows else command, figures)


def _portions(command: str, rest: str) -> Iterator[tuple[float, ...]]:
    """The figures of a command, as many times as it is repeated."""
    if command in "Aa":
        for found in ARC_FIGURES.finditer(rest):
            yield tuple(map(float, found.groups()))
        return
    figures = [float(figure) for figure in FIGURES.findall(rest)]
    takes = TAKES[command.upper()]
    for at in range(0, len(figures) - takes + 1, takes):
        yield tuple(figures[at : at + takes])


Figures = tuple[float, ...]
Do = Callable[[_Tracer, Point, Figures, Point | None], None]


def _points(base: Point, figures: Figures) -> list[Point]:
    return [(base[0] + figures[at], base[1] + figures[at + 1]) for at in range(0, len(figures), 2)]


def _move(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    tracer.pen.move(base[0] + figures[0], base[1] + figures[1])


def _line(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    tracer.pen.draw_to(base[0] + figures[0], base[1] + figures[1])


def _level(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    tracer.pen.draw_to(base[0] + figures[0], tracer.pen.at[1])


def _upright(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    tracer.pen.draw_to(tracer.pen.at[0], base[1] + figures[0])


def _curve(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    first, second, end = _points(base, figures)
    tracer.pen.bend_to(first, second, end)
    tracer.handle = second


def _smooth(tracer: _Tracer, base: Point, figures: Figures, handle: Point | None) -> None:
    first = tracer.mirrored(handle)
    second, end = _points(base, figures)
    tracer.pen.bend_to(first, second, end)
    tracer.handle = second


def _square(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    middle, end = _points(base, figures)
    _bend_square(tracer, middle, end)


def _smooth_square(tracer: _Tracer, base: Point, figures: Figures, handle: Point | None) -> None:
    _bend_square(tracer, tracer.mirrored(handle), _points(base, figures)[0])


def _bend_square(tracer: _Tracer, middle: Point, end: Point) -> None:
    """Draw a curve of the second degree as one of the third."""
    start = tracer.pen.at
    first, second = (
        (point[0] + 2 * (middle[0] - point[0]) / 3, point[1] + 2 * (middle[1] - point[1]) / 3)
        for point in (start, end)
    )
    tracer.pen.bend_to(first, second, end)
    tracer.handle = middle


def _arc(tracer: _Tracer, base: Point, figures: Figures, _handle: Point | None) -> None:
    """Draw an elliptical arc in pieces of at most a quarter (SVG 1.1, F.6.5)."""
    across, down, turn, large, sweep, x, y = figures
    start, end = tracer.pen.at, (base[0] + x, base[1] + y)
    if start == end or not across or not down:
        tracer.pen.draw_to(*end)
        return
    for first, second, stop in _arc_pieces(
        start, end, (abs(across), abs(down), radians(turn)), (large, sweep)
    ):
        tracer.pen.bend_to(first, second, stop)
    tracer.pen.at = end


def _arc_pieces(
    start: Point, end: Point, shape: tuple[float, float, float], flags: tuple[float, float]
) -> Iterator[tuple[Point, Point, Point]]:
    """The curves that an arc is made of."""
    across, down, turn = shape
    c, s = cos(turn), sin(turn)
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x, y = c * half[0] + s * half[1], c * half[1] - s * half[0]
    grow = max(1, hypot(x / across, y / down))
    across, down = across * grow, down * grow
    under = (across * y) ** 2 + (down * x) ** 2
    root = sqrt(max(0, ((across * down) ** 2 - under) / under)) * (-1 if flags[0] == flags[1] else 1)
    cx, cy = root * across * y / down, -root * down * x / across
    middle = (c * cx - s * cy + (start[0] + end[0]) / 2, s * cx + c * cy + (start[1] + end[1]) / 2)
    begin = _angle((1, 0), ((x - cx) / across, (y - cy) / down))
    extent = _angle(((x - cx) / across, (y - cy) / down), ((-x - cx) / across, (-y - cy) / down))
    if flags[1] and extent < 0:
        extent += 2 * pi
    elif not flags[1] and extent > 0:
        extent -= 2 * pi
    pieces = max(1, ceil(abs(extent) / (pi / 2) - 1 / 1000))
    step = extent / pieces
    handle = 4 / 3 * tan(step / 4)

    def onto(px: float, py: float) -> Point:
        return middle[0] + c * across * px - s * down * py, middle[1] + s * across * px + c * down * py

    for at in range(pieces):
        a, b = begin + at * step, begin + (at + 1) * step
        yield (
            onto(cos(a) - handle * sin(a), sin(a) + handle * cos(a)),
            onto(cos(b) + handle * sin(b), sin(b) - handle * cos(b)),
            onto(cos(b), sin(b)),
        )


def _angle(one: Point, other: Point) -> float:
    """The signed angle between two directions."""
    cosine = (one[0] * other[0] + one[1] * other[1]) / (hypot(*one) * hypot(*other))
    return copysign(acos(max(-1, min(1, cosine))), one[0] * other[1] - one[1] * other[0])


_DO: Final[dict[str, Do]] = {
    "M": _move,
    "L": _line,
    "H": _level,
    "V": _upright,
    "C": _curve,
    "S": _smooth,
    "Q": _square,
    "T": _smooth_square,
    "A": _arc,
}
