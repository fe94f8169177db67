"""Making shifts: from a calendar rule, as a copy of a week, and what is wrong with one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from subcontract import ids
from subcontract.ids import AssignmentId, ClientId, JobId, PhaseId, ShiftId, StaffId, UnitId
from subcontract.problems import Code, Problem
from subcontract.rota.calendar import DAYS_IN_WEEK, CalendarRule, days_of
from subcontract.rota.shift import Assignment, Shift, ShiftState
from subcontract.rota.times import problems_of_times

LONGEST_PLACE = 100
MOST_PEOPLE = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What the shifts of one rule have in common."""

    unit: UnitId
    job: JobId
    phase: PhaseId | None
    start: time
    end: time
    break_minutes: int = 0
    place: str = ""
    coach: StaffId | None = None
    other_coaches: frozenset[StaffId] = frozenset()
    peer_coach: ClientId | None = None
    least: int = 1
    most: int = 8
    wanted: int | None = None
    needs: frozenset[str] = frozenset()


def shift_of(pattern: Pattern, day: date) -> Shift:
    """A new shift of the pattern on a day."""
    return Shift(
        id=ShiftId(ids.new()),
        unit=pattern.unit,
        job=pattern.job,
        phase=pattern.phase,
        day=day,
        start=pattern.start,
        end=pattern.end,
        break_minutes=pattern.break_minutes,
        place=pattern.place,
        coach=pattern.coach,
        other_coaches=pattern.other_coaches,
        peer_coach=pattern.peer_coach,
        least=pattern.least,
        most=pattern.most,
        wanted=pattern.wanted,
        needs=pattern.needs,
    )


def shifts_of(pattern: Pattern, rule: CalendarRule, existing: Collection[Shift] = ()) -> tuple[Shift, ...]:
    """New shifts on the rule's days; a day that already has such a shift gets no second one."""
    taken = {_likeness(shift) for shift in existing if shift.state is ShiftState.PLANNED}
    made = (shift_of(pattern, day) for day in days_of(rule))
    return tuple(shift for shift in made if _likeness(shift) not in taken)


def _likeness(shift: Shift) -> tuple[object, ...]:
    """What makes two shifts the same to the eye."""
    return (shift.job, shift.phase, shift.day, shift.start, shift.end, shift.place)


def problems_of_shift(shift: Shift) -> tuple[Problem, ...]:
    """All that is wrong with a shift as a whole: times, group size, place."""
    problems = list(problems_of_times(shift))
    if shift.least < 0:
        problems.append(Problem(code=Code.NEGATIVE, field="least"))
    if shift.most < max(1, shift.least):
        problems.append(Problem(code=Code.TOO_SMALL, field="most", facts={"least": max(1, shift.least)}))
    if shift.most > MOST_PEOPLE:
        problems.append(Problem(code=Code.TOO_LARGE, field="most", facts={"most": MOST_PEOPLE}))
    problems += _problems_of_wanted(shift)
    if shift.coach is not None and shift.coach in shift.other_coaches:
        problems.append(Problem(code=Code.TWICE_IN_LIST, field="other_coaches"))
    if len(shift.place) > LONGEST_PLACE:
        problems.append(Problem(code=Code.TOO_LONG, field="place", facts={"most": LONGEST_PLACE}))
    if not shift.place.isprintable():
        problems.append(Problem(code=Code.FORBIDDEN_CHARACTER, field="place"))
    return tuple(problems)


def _problems_of_wanted(shift: Shift) -> Iterator[Problem]:
    """The number aimed at is between the least and the most."""
    if shift.wanted is None or shift.most < shift.least:
        return
    if shift.wanted < max(1, shift.least):
        yield Problem(code=Code.TOO_SMALL, field="wanted", facts={"least": max(1, shift.least)})
    elif shift.wanted > shift.most:
        yield Problem(code=Code.TOO_LARGE, field="wanted", facts={"most": shift.most})


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A week copied to another: new shifts and, when wanted, who is on them."""

    shifts: tuple[Shift, ...]
    assignments: tuple[Assignment, ...]


def copied(
    shifts: Collection[Shift],
    assignments: Collection[Assignment],
    weeks: int,
    existing: Collection[Shift] = (),
) -> Copied:
    """Copy standing shifts and their people ``weeks`` later; shifts already there are not doubled."""
    taken = {_likeness(shift) for shift in existing if shift.state is ShiftState.PLANNED}
    step = timedelta(days=weeks * DAYS_IN_WEEK)
    new: dict[ShiftId, Shift] = {}
    for shift in shifts:
        later = replace(shift, id=ShiftId(ids.new()), day=shift.day + step, version=1)
        if shift.state is ShiftState.PLANNED and _likeness(later) not in taken:
            new[shift.id] = later
    people = tuple(
        Assignment(
            id=AssignmentId(ids.new()),
            shift=new[each.shift].id,
            client=each.client,
            day=new[each.shift].day,
        )
        for each in assignments
        if each.shift in new
    )
    return Copied(shifts=tuple(new.values()), assignments=people)
