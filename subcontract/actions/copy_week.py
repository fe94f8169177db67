"""Copies a week of the rota to another week."""

from dataclasses import dataclass
from datetime import date

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.remove_shifts import RemoveShifts, remove_shifts
from subcontract.clock import Clock
from subcontract.ids import UnitId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.calendar import DAYS_IN_WEEK, monday_of, week_of
from subcontract.rota.making import copied
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWeek:
    """Any day of the week to copy and any day of the week to fill; with people or without."""

    unit: UnitId
    from_day: date
    to_day: date
    with_people: bool = True


def copy_week(ask: CopyWeek, books: Books, _clock: Clock, who: Worker) -> Done:
    """Copy the standing shifts, and who is on them; shifts already there are left as they are.

    Refuses ``nothing_to_do`` when the weeks are the same or there is nothing new to copy. Absences
    and other changes are not guessed: the new week shows its own warnings.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    weeks = (monday_of(ask.to_day) - monday_of(ask.from_day)).days // DAYS_IN_WEEK
    shifts = books.shifts.within(week_of(ask.from_day), unit=ask.unit)
    existing = books.shifts.within(week_of(ask.to_day), unit=ask.unit)
    people = books.assignments.within(week_of(ask.from_day)) if ask.with_people else ()
    made = copied(shifts, people, weeks, existing)
    if not weeks or not made.shifts:
        raise refuse(Code.NOTHING_TO_DO)
    for shift in made.shifts:
        books.shifts.add(shift)
    for person in made.assignments:
        books.assignments.add(person)
    undo = Undo(
        name=N_("copied a week"),
        action=remove_shifts,
        ask=RemoveShifts(shifts=tuple(shift.id for shift in made.shifts)),
    )
    return Done(
        changed=frozenset({Kind.SHIFTS}),
        id=made.shifts[0].id,
        undo=undo,
        facts={"number": len(made.shifts), "people": len(made.assignments)},
    )
