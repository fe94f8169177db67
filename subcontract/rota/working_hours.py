"""Whether a member of staff is at work all through a shift, by the roster."""

from datetime import time

from subcontract.rota.records import StaffRoster
from subcontract.rota.shift import Shift
from subcontract.rota.times import days_touched

DAY = 24 * 60


def is_at_work(roster: StaffRoster | None, shift: Shift) -> bool:
    """Whether the roster covers the shift; without a roster, or without hours in it, it does.

    Of several stretches on a weekday the first start and the last end count: a lunch is no absence.
    """
    if roster is None:
        return True
    if any(away.overlap(days_touched(shift)) for away in roster.away):
        return False
    if not roster.hours:
        return True
    here = [minutes_of(h.start, h.end) for h in roster.hours if h.weekday == shift.day.weekday()]
    starts, ends = minutes_of(shift.start, shift.end)
    return bool(here) and min(first for first, _ in here) <= starts and max(last for _, last in here) >= ends


def minutes_of(start: time, end: time) -> tuple[int, int]:
    """Minutes from the midnight before; an end at or before the start is on the next day."""
    first, last = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    return first, last if last > first else last + DAY
