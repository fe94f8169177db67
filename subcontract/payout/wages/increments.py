"""Minutes on Sundays and public holidays; a night's work is split at midnight."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from subcontract.days import ONE_DAY, instant, is_holiday
from subcontract.hours.entry import WorkEntry
from subcontract.hours.told import span
from subcontract.payout.wage_records import PaySettings

SUNDAY = 6
JUNE, DECEMBER = 6, 12
FRIDAY = 4
CHRISTMAS_EVE = 24
MIDSUMMER_EVE = range(19, 26)


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """Minutes of an entry that carry an increment."""

    sunday: int = 0
    holiday: int = 0


PLAIN = Special()


def special_minutes(entry: WorkEntry, settings: PaySettings) -> Special:
    """The minutes of an entry on Sundays and on public holidays.

    A holiday on a Sunday carries one increment, the larger.
    """
    if not (_is_special(entry.day) or (_ends_next_day(entry) and _is_special(entry.day + ONE_DAY))):
        return PLAIN
    sunday = holiday = 0
    for day, minutes in _by_day(entry, settings).items():
        if _carries_holiday(day, settings):
            holiday += minutes
        elif day.weekday() == SUNDAY:
            sunday += minutes
    return Special(sunday=sunday, holiday=holiday)


@lru_cache(maxsize=1024)
def is_public_holiday(day: date) -> bool:
    """Whether a day is a church holiday, Independence Day or May Day; the two eves are none."""
    christmas_eve = day.month == DECEMBER and day.day == CHRISTMAS_EVE
    midsummer_eve = day.month == JUNE and day.weekday() == FRIDAY and day.day in MIDSUMMER_EVE
    return is_holiday(day) and not christmas_eve and not midsummer_eve


def _is_special(day: date) -> bool:
    return day.weekday() == SUNDAY or is_public_holiday(day)


def _carries_holiday(day: date, settings: PaySettings) -> bool:
    """Whether the increment of a holiday is the one that a day carries."""
    on_sunday = day.weekday() == SUNDAY
    return is_public_holiday(day) and not (on_sunday and settings.sunday > settings.holiday)


def _ends_next_day(entry: WorkEntry) -> bool:
    return entry.start is not None and entry.end is not None and entry.end <= entry.start


def _by_day(entry: WorkEntry, settings: PaySettings) -> dict[date, int]:
    """The minutes of each day; a break whose hour is not known is taken where it costs the person least."""
    times = span(entry)
    if times is None or not _ends_next_day(entry):
        return {entry.day: entry.minutes}
    next_day = entry.day + ONE_DAY
    midnight = instant(next_day, time(0))
    whole = entry.minutes + entry.break_minutes
    before = max(0, min(whole, int((midnight - times[0]).total_seconds()) // 60))
    minutes = {entry.day: before, next_day: whole - before}
    rest = entry.break_minutes
    for day in sorted(minutes, key=lambda day: percent_of_day(day, settings)):
        taken = min(rest, minutes[day])
        minutes[day] -= taken
        rest -= taken
    return minutes


def percent_of_day(day: date, settings: PaySettings) -> Decimal:
    """How much a day's minutes carry in per cent of the hourly base."""
    if _carries_holiday(day, settings):
        return settings.holiday
    return settings.sunday if day.weekday() == SUNDAY else Decimal(0)
