"""Changes a shift: its time, day, place, coach or size; and takes the change back."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.guides import problems_of_guides
from subcontract.actions.put_back import same_content, with_version_of
from subcontract.clock import Clock
from subcontract.hours.in_force import in_force
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rota.making import problems_of_shift
from subcontract.rota.shift import Shift
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShift:
    """The shift as it should be, with the version that was seen."""

    shift: Shift


@dataclass(frozen=True, slots=True, kw_only=True)
class PutShiftBack:
    """A shift as it was before a change and as the change left it."""

    was: Shift
    now: Shift


def change_shift(ask: ChangeShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Store the changed shift; its people and pins follow to a new day.

    Refuses what makes no shift, a peer coach who is also in the group (``on_the_shift``), ``in_use`` when
    the day or job of a shift with recorded work would change, and ``changed_elsewhere``.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    before = books.shifts.get(ask.shift.id)
    after = replace(ask.shift, state=before.state, cancel_reason=before.cancel_reason, unit=before.unit)
    problems = [*problems_of_shift(after), *_problems_of_move(before, after, books)]
    problems += problems_of_guides(after, books)
    if problems:
        raise Refused(*problems)
    return _stored(before, after, books)


def put_shift_back(ask: PutShiftBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put a shift back as it was, over as many steps as were taken.

    Refuses ``changed_elsewhere`` when it is no longer as the change left it, and ``in_use`` and
    ``on_the_shift`` as the change does.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    stored = books.shifts.get(ask.now.id)
    if not same_content(stored, ask.now):
        raise refuse(Code.CHANGED_ELSEWHERE)
    if problems := [*_problems_of_move(stored, ask.was, books), *problems_of_guides(ask.was, books)]:
        raise Refused(*problems)
    return _stored(stored, with_version_of(ask.was, stored), books)


def _stored(before: Shift, after: Shift, books: Books) -> Done:
    """Store the shift with its people and pins, and say how to take it back."""
    saved = books.shifts.save(after)
    if after.day != before.day:
        for person in books.assignments.where(shift=after.id):
            books.assignments.save(replace(person, day=after.day))
        for pin in books.rota.pins.where(shift=after.id):
            books.rota.pins.save(replace(pin, day=after.day))
    undo = Undo(name=N_("changed a shift"), action=put_shift_back, ask=PutShiftBack(was=before, now=saved))
    return Done(changed=frozenset({Kind.SHIFTS}), id=saved.id, undo=undo, facts={"day": saved.day})


def _problems_of_move(before: Shift, after: Shift, books: Books) -> list[Problem]:
    """A shift on which work stands recorded, or that is complete, stays on its day and in its job."""
    problems: list[Problem] = []
    job = books.jobs.get(after.job)
    if after.phase is not None and job.phase(after.phase) is None:
        problems.append(Problem(code=Code.UNKNOWN_VALUE, field="phase"))
    moved = "day" if after.day != before.day else "job" if _work_of(after) != _work_of(before) else ""
    if moved and (in_force(books.entries.where(shift=after.id)) or books.complete_days.find(after.id)):
        problems.append(Problem(code=Code.IN_USE, field=moved))
    return problems


def _work_of(shift: Shift) -> tuple[object, ...]:
    """Job and phase, which entries have copied from the shift."""
    return (shift.job, shift.phase)
