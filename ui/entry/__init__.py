"""Forgiving input: what people type, read as hours, money, numbers, dates and times of day; no Qt.

Every reader gives a value or raises ``Refused`` with the field's name. What can be meant in two ways
is never guessed: ``ambiguous`` carries the readings as the fact ``alternatives``. Today is handed in.
"""

from subcontract.money import LARGEST
from ui.entry.codes import clean, email, phone, postcode
from ui.entry.days import clock, day
from ui.entry.figures import MOST_MONEY, money, number, percent
from ui.entry.lengths import DAY_MINUTES, Point, hours
from ui.entry.plain import tidied
from ui.entry.stretches import stretches

__all__ = [
    "DAY_MINUTES",
    "LARGEST",
    "MOST_MONEY",
    "Point",
    "clean",
    "clock",
    "day",
    "email",
    "hours",
    "money",
    "number",
    "percent",
    "phone",
    "postcode",
    "stretches",
    "tidied",
]
