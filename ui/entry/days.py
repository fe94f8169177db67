"""Reads dates and times of day."""

import re
from datetime import date, time, timedelta

from subcontract.problems import Code, refuse
from ui.entry.plain import ready

_NEAR = {
    **dict.fromkeys(("tänään", "tanaan", "nyt", "idag", "i dag", "today"), 0),
    **dict.fromkeys(("eilen", "igår", "i går", "yesterday"), -1),
    **dict.fromkeys(("huomenna", "imorgon", "i morgon", "tomorrow"), 1),
    **dict.fromkeys(("toissapäivänä", "i förrgår"), -2),
    **dict.fromkeys(("ylihuomenna", "i övermorgon"), 2),
}
_WEEKDAYS = (
    ("ma", "maanantai", "maanantaina", "mån", "måndag", "mon", "monday"),
    ("ti", "tiistai", "tiistaina", "tis", "tisdag", "tue", "tuesday"),
    ("ke", "keskiviikko", "keskiviikkona", "ons", "onsdag", "wed", "wednesday"),
    ("to", "torstai", "torstaina", "tors", "torsdag", "thu", "thursday"),
    ("pe", "perjantai", "perjantaina", "fre", "fredag", "fri", "friday"),
    ("la", "lauantai", "lauantaina", "lör", "lördag", "sat", "saturday"),
    ("su", "sunnuntai", "sunnuntaina", "sön", "söndag", "sun", "sunday"),
)
_BY_NAME = {name: at for at, names in enumerate(_WEEKDAYS) for name in names}
_FULL = re.compile(r"(?:[a-zåäö]{2,12}\.? )?(\d{1,2}) ?[./] ?(\d{1,2}) ?[./] ?(\d{4}|\d{2})\.?")
_SHORT = re.compile(r"(?:[a-zåäö]{2,12}\.? )?(\d{1,2}) ?[./] ?(\d{1,2})\.?")
_ONLY_DAY = re.compile(r"(\d{1,2})\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_STEP = re.compile(r"([+-]) ?(\d{1,3})")


def day(text: str, field: str = "", *, today: date) -> date:
    """Read a date: ``1.2.`` ``1.2.26`` ``010226`` ``2026-02-01`` ``tänään`` ``eilen`` ``ti`` ``+7``.

    Without a year the nearest such day is meant; a weekday is that of this week; a bare day is of this
    month. Two digits of a year are of 2000–2099. Day comes before month, as in Finland.
    """
    plain = ready(text, field, Code.NOT_A_DATE).rstrip(",;")
    found = _near_day(plain, today) or _written_day(plain, today)
    if found is None:
        raise refuse(Code.NOT_A_DATE, field)
    return found


def _near_day(plain: str, today: date) -> date | None:
    """Read a day by a word or by steps from today."""
    if plain in _NEAR:
        return today + timedelta(days=_NEAR[plain])
    name = plain.rstrip(".")
    if name in _BY_NAME:
        return today + timedelta(days=_BY_NAME[name] - today.weekday())
    if found := _STEP.fullmatch(plain):
        return today + timedelta(days=int(found[1] + found[2]))
    return None


def _written_day(plain: str, today: date) -> date | None:
    """Read a day by its figures."""
    if found := _ISO.fullmatch(plain):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FULL.fullmatch(plain) or _DIGITS.fullmatch(plain):
        year = int(found[3])
        return _date(year if len(found[3]) == 4 else 2000 + year, int(found[2]), int(found[1]))
    if found := _SHORT.fullmatch(plain):
        return _nearest(int(found[1]), int(found[2]), today)
    if found := _ONLY_DAY.fullmatch(plain):
        return _date(today.year, today.month, int(found[1]))
    return None


def _nearest(day_number: int, month: int, today: date) -> date | None:
    """The day of this name nearest to today; 29.2. only in a leap year."""
    years = range(today.year - 4, today.year + 5)
    found = [candidate for year in years if (candidate := _date(year, month, day_number))]
    return min(found, key=lambda candidate: abs((candidate - today).days), default=None)


def _date(year: int, month: int, day_number: int) -> date | None:
    """Make a date of 1900–2199, or ``None``."""
    try:
        return date(year, month, day_number) if 1900 <= year < 2200 else None
    except ValueError:
        return None


_CLOCK = re.compile(r"(?:klo|kl|kl\.|at)? ?(\d{1,2})(?:(?: ?[.:,h] ?| )(\d{2}))?")
_CLOCK_RUN = re.compile(r"(?:klo |kl )?(\d{1,2})(\d{2})")


def clock(text: str, field: str = "") -> time:
    """Read a time of day: ``8`` ``8.05`` ``8:05`` ``805`` ``0805`` ``klo 8.05``."""
    plain = ready(text, field, Code.NOT_A_TIME)
    found = _CLOCK.fullmatch(plain) or _CLOCK_RUN.fullmatch(plain)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise refuse(Code.NOT_A_TIME, field)
    return time(hour, minute)
