"""Reads lengths of time as whole minutes."""

import re
from decimal import Decimal
from enum import Enum, auto

from subcontract.money import HALF_UP
from subcontract.problems import Code, refuse
from ui.entry.plain import ready
from ui.texts import Length

DAY_MINUTES = 24 * 60
HOUR = 60


class Point(Enum):
    """What ``7.30`` means in a field of hours: an office's setting."""

    ASK = auto()
    DECIMAL = auto()
    CLOCK = auto()


_H = r"(?:h|t|tim|tunti|tuntia|timme|timmar|hour|hours)\.?"
_M = r"(?:m|min|minuutti|minuuttia|minut|minuter|minute|minutes)\.?"
_COLON = re.compile(r"(\d{1,2}) ?: ?(\d{2})")
_SPACED = re.compile(r"(\d{1,2}) (\d{2})")
_RUN = re.compile(r"(\d{1,2})(\d{2})")
_WORDS = re.compile(rf"(\d{{1,2}}) ?{_H} ?(?:(\d{{1,2}}) ?(?:{_M})?)?")
_MINUTES = re.compile(rf"(\d{{1,4}}) ?{_M}")
_DECIMAL = re.compile(rf"(\d{{1,2}})?([.,])(\d{{1,4}})(?: ?{_H})?")
_WHOLE = re.compile(r"\d{1,3}")


def hours(text: str, field: str = "", *, point: Point = Point.ASK, most: int = DAY_MINUTES) -> int:
    """Read a length of time as whole minutes, 0 to ``most``.

    Reads ``7,5`` ``7.5`` ``7:30`` ``7 30`` ``730`` ``0730`` ``450 min`` ``7h30`` ``7 t 30 min``. ``7.30``
    may be 7 h 18 min or 7 h 30 min: ``point`` says which, or it is asked.
    """
    plain = ready(text, field, Code.NOT_A_LENGTH_OF_TIME)
    if re.fullmatch(r"- ?[\d.,: ]+.*", plain):
        raise refuse(Code.NEGATIVE, field)
    minutes = _length(plain, field, point)
    if minutes > most:
        raise refuse(Code.TOO_LARGE, field, most=Length(most))
    return minutes


def _length(plain: str, field: str, point: Point) -> int:
    """Try each way of writing a length in turn."""
    for pattern in (_COLON, _SPACED, _WORDS, _RUN):
        if found := pattern.fullmatch(plain):
            hour, minute = int(found[1]), int(found[2] or 0)
            if minute >= HOUR:
                raise refuse(Code.NOT_A_LENGTH_OF_TIME, field)
            return hour * HOUR + minute
    if found := _MINUTES.fullmatch(plain):
        return int(found[1])
    if found := _DECIMAL.fullmatch(plain):
        return _decimal_hours(found, field, point)
    if _WHOLE.fullmatch(plain):
        return int(plain) * HOUR
    raise refuse(Code.NOT_A_LENGTH_OF_TIME, field)


def _decimal_hours(found: re.Match[str], field: str, point: Point) -> int:
    """Read ``7,5``; a point with two digits below 60 may also be hours and minutes."""
    whole, mark, digits = found[1] or "0", found[2], found[3]
    decimal = int((Decimal(f"{whole}.{digits}") * HOUR).quantize(Decimal(1), rounding=HALF_UP))
    if mark == "," or len(digits) != 2 or int(digits) >= HOUR:
        return decimal
    clock = int(whole) * HOUR + int(digits)
    if clock == decimal or point is Point.DECIMAL:
        return decimal
    if point is Point.CLOCK:
        return clock
    raise refuse(Code.AMBIGUOUS, field, alternatives=(Length(decimal), Length(clock)))
