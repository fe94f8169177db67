"""Changes a shift: its time, day, place, coach or size."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused
from subcontract.rota.making import problems_of_shift
from subcontract.rota.shift import Shift
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShift:
    """The shift as it should be, with the version that was seen."""

    shift: Shift


def change_shift(ask: ChangeShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Store the changed shift; its people follow to a new day.

    Refuses what makes no shift, ``in_use`` when the day or job of a shift with recorded work would
    change, and ``changed_elsewhere``.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    before = books.shifts.get(ask.shift.id)
    after = replace(ask.shift, state=before.state, cancel_reason=before.cancel_reason, unit=before.unit)
    problems = [*problems_of_shift(after), *_problems_of_move(before, after, books)]
    if problems:
        raise Refused(*problems)
    saved = books.shifts.save(after)
    if after.day != before.day:
        for person in books.assignments.where(shift=after.id):
            books.assignments.save(replace(person, day=after.day))
    undo = Undo(
        name=N_("changed a shift"),
        action=change_shift,
        ask=ChangeShift(shift=replace(before, version=saved.version)),
    )
    return Done(changed=frozenset({Kind.SHIFTS}), id=saved.id, undo=undo, facts={"day": saved.day})


def _problems_of_move(before: Shift, after: Shift, books: Books) -> list[Problem]:
    """A shift on which work has been recorded stays on its day and in its job."""
    problems: list[Problem] = []
    job = books.jobs.get(after.job)
    if after.phase is not None and job.phase(after.phase) is None:
        problems.append(Problem(code=Code.UNKNOWN_VALUE, field="phase"))
    moved = "day" if after.day != before.day else "job" if _work_of(after) != _work_of(before) else ""
    if moved and books.entries.where(shift=after.id):
        problems.append(Problem(code=Code.IN_USE, field=moved))
    return problems


def _work_of(shift: Shift) -> tuple[object, ...]:
    """Job and phase, which entries have copied from the shift."""
    return (shift.job, shift.phase)
