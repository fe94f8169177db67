"""Takes away shifts on which nothing has happened yet."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.ids import ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.shift import Assignment, Shift
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveShifts:
    """Which shifts."""

    shifts: tuple[ShiftId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBackShifts:
    """Shifts as they were, with their people."""

    shifts: tuple[Shift, ...]
    assignments: tuple[Assignment, ...]


def remove_shifts(ask: RemoveShifts, books: Books, _clock: Clock, who: Worker) -> Done:
    """Remove shifts and who is on them; refuses with ``in_use`` when work has been recorded on one.

    A shift that has been worked or was promised to somebody is cancelled with a reason instead.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    shifts = tuple(books.shifts.get(each) for each in ask.shifts)
    if not shifts:
        raise refuse(Code.NOTHING_TO_DO)
    if books.entries.where(shift=ask.shifts) or any(books.complete_days.find(each) for each in ask.shifts):
        raise refuse(Code.IN_USE)
    people = books.assignments.where(shift=ask.shifts)
    for person in people:
        books.assignments.remove(person)
    for shift in shifts:
        books.shifts.remove(shift)
    undo = Undo(
        name=N_("removed shifts"),
        action=bring_back_shifts,
        ask=BringBackShifts(shifts=shifts, assignments=people),
    )
    return Done(changed=frozenset({Kind.SHIFTS}), id=shifts[0].id, undo=undo, facts={"number": len(shifts)})


def bring_back_shifts(ask: BringBackShifts, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put removed shifts and their people back as they were."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    for shift in ask.shifts:
        books.shifts.add(shift)
    for person in ask.assignments:
        books.assignments.add(person)
    undo = Undo(
        name=N_("planned shifts"),
        action=remove_shifts,
        ask=RemoveShifts(shifts=tuple(shift.id for shift in ask.shifts)),
    )
    return Done(
        changed=frozenset({Kind.SHIFTS}), id=ask.shifts[0].id, undo=undo, facts={"number": len(ask.shifts)}
    )
