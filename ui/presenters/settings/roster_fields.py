"""The fields of a member of staff's working hours, and hours and days off in words; no Qt."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from itertools import groupby
from typing import Any

from subcontract.days import DateRange
from subcontract.problems import Code, Problem, Refused
from subcontract.rota.records import StaffRoster, WorkingHours
from subcontract.rota.roster_check import field_of
from subcontract.rota.working_hours import minutes_of
from subcontract.words import N_, Texts
from ui import entry
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.week_grid import MONDAY, WEEK
from ui.presenters.forms.weekdays import WEEKDAYS
from ui.presenters.tone import State, Tone

WORKING_DAYS = 5
HELP = N_(
    "For example 8-16, or 8-11, 12-16. While every day is empty, the coach is taken to be there at any time."
)
FIELDS = tuple(
    FieldSpec(
        name=field_of(at),
        label=word,
        max_length=60,
        placeholder=N_("not at work"),
        group=N_("At work"),
        help=HELP if at == 0 else "",
    )
    for at, word in enumerate(WEEKDAYS)
)
AWAY_LINE = (
    FieldSpec(name="first", label=N_("From"), kind=FieldKind.DATE, required=True),
    FieldSpec(name="last", label=N_("Until"), kind=FieldKind.DATE),
)


def written(hours: Iterable[WorkingHours], texts: Texts) -> str:
    """Stretches as they stand in a field: ``8.00–11.00, 12.00–16.00``."""
    return ", ".join(texts.times(each.start, each.end) for each in hours)


def on_day(roster: StaffRoster, weekday: int) -> tuple[WorkingHours, ...]:
    """The hours of a weekday."""
    return tuple(each for each in roster.hours if each.weekday == weekday)


def hours_read(typed: Mapping[str, str]) -> tuple[WorkingHours, ...]:
    """The hours that stand in the fields; raises ``Refused`` with every field that cannot be read."""
    found: list[WorkingHours] = []
    problems: list[Problem] = []
    for weekday in range(WEEK):
        field = field_of(weekday)
        try:
            found += (_hours(weekday, *each) for each in entry.stretches(typed[field], field))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(*problems)
    return tuple(found)


def _hours(weekday: int, start: time, end: time) -> WorkingHours:
    return WorkingHours(weekday=weekday, start=start, end=end)


def length_of(hours: Iterable[WorkingHours]) -> int:
    """Minutes of work in some hours."""
    spans = (minutes_of(each.start, each.end) for each in hours)
    return sum(last - first for first, last in spans)


def away_read(lines: list[dict[str, Any]]) -> tuple[DateRange, ...]:
    """The days off of the lines, one day where no last day is told; refuses an end before its start."""
    problems = [
        Problem(code=Code.ENDS_BEFORE_START, field=f"away.{at}.last")
        for at, one in enumerate(lines)
        if one["last"] is not None and one["last"] < one["first"]
    ]
    if problems:
        raise Refused(*problems)
    return tuple(DateRange(one["first"], one["last"] or one["first"]) for one in lines)


def hours_words(roster: StaffRoster, texts: Texts) -> str:
    """The hours of a week, days alike together: ``ma–to 8.00–16.00, pe 8.00–14.00``."""
    days = ((at, written(on_day(roster, at), texts)) for at in range(WEEK))
    parts = []
    for said, alike in groupby(days, key=lambda each: each[1]):
        weekdays = [texts.weekday(date.fromordinal(MONDAY.toordinal() + at)) for at, _ in alike]
        if said:
            ends = weekdays[:1] if len(weekdays) == 1 else [weekdays[0], weekdays[-1]]
            parts.append(f"{'–'.join(ends)} {said}")
    return ", ".join(parts)


def away_state(roster: StaffRoster, today: date, texts: Texts) -> State | None:
    """The days off that go on or come next."""
    ahead = next((days for days in sorted(roster.away) if days.last >= today), None)
    if ahead is None:
        return None
    if today in ahead:
        return State(texts.say(N_("Away until {day}"), day=ahead.last), Tone.ATTENTION)
    if ahead.first == ahead.last:
        return State(texts.say(N_("Away {day}"), day=ahead.first), Tone.INFO)
    return State(texts.say(N_("Away {first}–{last}"), first=ahead.first, last=ahead.last), Tone.INFO)
