"""A clock with hands, drawn beside the figures of a time."""

from datetime import time
from math import cos, pi, sin
from typing import Final

from subcontract.papers.measures import INK, WHITE
from subcontract.papers.pen import Pen
from subcontract.papers.sheet import Sheet

GRID: Final = 48
RIM: Final = 21
HOURS: Final = 12
HOUR: Final = 60
MARK: Final = (17.5, 19)
QUARTER_MARK: Final = (16, 19)
QUARTERS: Final = 3
SHORT_HAND: Final = 10
LONG_HAND: Final = 15.5


def draw_clock(sheet: Sheet, at: time, corner: tuple[float, float], size: float) -> None:
    """A clock that shows ``at`` in a square from its top left corner."""
    pen = sheet.pen(corner, size / GRID)
    middle = GRID / 2
    pen.begin()
    pen.oval(middle, middle, RIM, RIM)
    pen.end(WHITE, INK, 2)
    for hour in range(HOURS):
        near, far = MARK if hour % QUARTERS else QUARTER_MARK
        _ray(pen, hour / HOURS, (near, far), 1.2 if hour % QUARTERS else 2)
    _ray(pen, (at.hour % HOURS + at.minute / HOUR) / HOURS, (0, SHORT_HAND), 3.4)
    _ray(pen, at.minute / HOUR, (0, LONG_HAND), 2.2)


def _ray(pen: Pen, turn: float, span: tuple[float, float], width: float) -> None:
    """A line from the middle outwards; ``turn`` counts from twelve, clockwise, as a part of the round."""
    across, up = sin(2 * pi * turn), cos(2 * pi * turn)
    middle = GRID / 2
    pen.begin()
    pen.move(middle + across * span[0], middle - up * span[0])
    pen.draw_to(middle + across * span[1], middle - up * span[1])
    pen.end(None, INK, width)
