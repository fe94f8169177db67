"""Checks a member of staff's working hours and days off before they are saved: every problem at once."""

from dataclasses import replace
from itertools import pairwise

from subcontract.people.findings import Findings
from subcontract.problems import Code
from subcontract.rota.calendar import DAYS_IN_WEEK
from subcontract.rota.records import StaffRoster, WorkingHours
from subcontract.rota.working_hours import minutes_of

MOST_STRETCHES = 2
"""On one day: before and after something else."""


def field_of(weekday: int) -> str:
    """The field of a weekday's hours: ``hours.0`` is Monday's."""
    return f"hours.{weekday}"


def checked_roster(roster: StaffRoster) -> StaffRoster:
    """The roster as it is stored: hours by weekday and start, days off in order.

    Refuses, beside ``hours.0`` to ``hours.6`` and ``away.0`` …: a stretch without length, stretches of a day
    that overlap, more than two of them, and days off that overlap or have no end.
    """
    found = Findings()
    hours = tuple(sorted(roster.hours, key=lambda each: (each.weekday, each.start)))
    if any(each.weekday not in range(DAYS_IN_WEEK) for each in hours):
        found.add(Code.UNKNOWN_VALUE, "hours")
    for weekday in range(DAYS_IN_WEEK):
        _day(tuple(each for each in hours if each.weekday == weekday), field_of(weekday), found)
    _away(roster, found)
    found.refuse_any()
    return replace(roster, hours=hours, away=tuple(sorted(roster.away)))


def _day(hours: tuple[WorkingHours, ...], field: str, found: Findings) -> None:
    """Note what is wrong with one weekday; an end at or before the start is on the next day."""
    if any(each.start == each.end for each in hours):
        found.add(Code.NO_LENGTH, field)
        return
    spans = [minutes_of(each.start, each.end) for each in hours]
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        found.add(Code.STRETCHES_OVERLAP, field)
    elif len(hours) > MOST_STRETCHES:
        found.add(Code.TOO_MANY_STRETCHES, field, most=MOST_STRETCHES)


def _away(roster: StaffRoster, found: Findings) -> None:
    """Note days off without an end, and two on the same day."""
    ordered = sorted(enumerate(roster.away), key=lambda each: each[1])
    for at, days in ordered:
        if days.is_open:
            found.add(Code.REQUIRED, f"away.{at}.last")
    for (_, earlier), (at, later) in pairwise(ordered):
        if earlier.overlap(later) and not earlier.is_open:
            found.add(Code.PERIODS_OVERLAP, f"away.{at}.first")
