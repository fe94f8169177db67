"""When a shift really is: its instants, its length, and whether two shifts collide."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import lru_cache

from subcontract.days import ONE_DAY, DateRange, instant, working_time
from subcontract.people.client import HalfDay
from subcontract.problems import Code, Problem, Refused
from subcontract.rota.shift import Shift, ShiftState

NOON = time(12)
LONGEST = 16 * 60
"""Minutes from start to end: a longer shift is a slip of the fingers, such as 12.30–12.00."""


def span(shift: Shift) -> tuple[datetime, datetime]:
    """The first and last instant in UTC; an end at or before the start is on the next day."""
    return _span(shift.day, shift.start, shift.end)


@lru_cache(maxsize=4096)
def _span(day: date, start: time, end: time) -> tuple[datetime, datetime]:
    """The instants of times on a day; a rota asks for the same ones over and over."""
    ends_on = day + ONE_DAY if end <= start else day
    return _instant(day, start, 0), _instant(ends_on, end, 1)


def _instant(day: date, at: time, fold: int) -> datetime:
    """The instant of a time; one that the clocks jump over counts as the moment of the jump."""
    try:
        return instant(day, at, fold=fold)
    except Refused:
        return instant(day, at.replace(hour=at.hour + 1, minute=0))


def last_day(shift: Shift) -> date:
    """The day on which the shift ends; midnight itself still belongs to the day before."""
    return shift.day + ONE_DAY if time(0) < shift.end <= shift.start else shift.day


def days_touched(shift: Shift) -> DateRange:
    """The days on which any minute of the shift falls."""
    return DateRange(shift.day, last_day(shift))


def planned_minutes(shift: Shift) -> int:
    """Real minutes from start to end with the break taken off, never below zero."""
    return max(0, real_minutes(shift.day, shift.start, shift.end) - shift.break_minutes)


def real_minutes(day: date, start: time, end: time) -> int:
    """Real minutes between two times of a day, as ``span`` reads them."""
    begins, ends = _span(day, start, end)
    return int((ends - begins).total_seconds()) // 60


def collide(one: Shift, other: Shift) -> bool:
    """Whether two standing shifts share a moment; the end of one may be the start of the other."""
    if one.id == other.id or ShiftState.CANCELLED in {one.state, other.state}:
        return False
    if abs((one.day - other.day).days) > 1:
        return False
    begins, ends = span(one)
    other_begins, other_ends = span(other)
    return begins < other_ends and other_begins < ends


def half_days(shift: Shift) -> Iterator[tuple[int, HalfDay]]:
    """The weekdays and half-days that the shift needs; morning ends and afternoon starts at noon."""
    over_midnight = last_day(shift) != shift.day
    if shift.start < NOON:
        yield shift.day.weekday(), HalfDay.MORNING
    if over_midnight or shift.end > NOON or shift.end == time(0):
        yield shift.day.weekday(), HalfDay.AFTERNOON
    if over_midnight:
        yield last_day(shift).weekday(), HalfDay.MORNING
        if shift.end > NOON:
            yield last_day(shift).weekday(), HalfDay.AFTERNOON


def day_of_half(shift: Shift, half: tuple[int, HalfDay]) -> date:
    """The day of a half-day that the shift needs: the next one in a night that ends on it."""
    return shift.day if half[0] == shift.day.weekday() else last_day(shift)


def problems_of_times(shift: Shift) -> tuple[Problem, ...]:
    """All that is wrong with the times: no length, a time that does not exist, a break that eats all."""
    if shift.start == shift.end:
        return (Problem(code=Code.NO_LENGTH, field="end"),)
    try:
        worked = working_time(shift.day, shift.start, shift.end)
    except Refused as refused:
        field = "start" if not _exists(shift.day, shift.start) else "end"
        return tuple(Problem(code=p.code, field=field, facts=p.facts) for p in refused.problems)
    if worked.minutes > LONGEST:
        facts = {"minutes": worked.minutes, "most_minutes": LONGEST}
        return (Problem(code=Code.SHIFT_TOO_LONG, field="end", facts=facts),)
    if shift.break_minutes < 0:
        return (Problem(code=Code.NEGATIVE, field="break_minutes"),)
    if shift.break_minutes >= worked.minutes:
        return (Problem(code=Code.BREAK_OUTSIDE, field="break_minutes"),)
    return ()


def _exists(day: date, at: time) -> bool:
    """Whether the clocks show the time at all that night."""
    try:
        instant(day, at)
    except Refused:
        return False
    return True
