"""Forgiving input: what people type, read as hours, money, numbers, dates and times of day; no Qt.

Every reader gives a value or raises ``Refused`` with the field's name. What can be meant in two ways
is never guessed: ``ambiguous`` carries the readings as the fact ``alternatives``. Today is handed in.
"""

from ui.entry.days import clock, day
from ui.entry.figures import money, number, percent
from ui.entry.lengths import Point, hours
from ui.entry.plain import tidied

__all__ = ["Point", "clock", "day", "hours", "money", "number", "percent", "tidied"]
