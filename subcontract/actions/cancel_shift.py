"""Calls a shift off, with the reason, and lets it stand again."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.hours.in_force import in_force
from subcontract.ids import ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.shift import ShiftState
from subcontract.words import N_

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelShift:
    """Which shift, and why."""

    shift: ShiftId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreShift:
    """Which shift should stand again."""

    shift: ShiftId


def cancel_shift(ask: CancelShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Call the shift off; its people stay on it, so that it can stand again as it was.

    Refuses ``reason_needed``, ``wrong_state`` for one called off already, and ``in_use`` when work
    stands recorded on it.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    shift = books.shifts.get(ask.shift)
    reason = " ".join(ask.reason.split())
    if not reason:
        raise refuse(Code.REASON_NEEDED, "reason")
    if len(reason) > LONGEST_REASON:
        raise refuse(Code.TOO_LONG, "reason", most=LONGEST_REASON)
    if shift.state is ShiftState.CANCELLED:
        raise refuse(Code.WRONG_STATE)
    if in_force(books.entries.where(shift=shift.id)):
        raise refuse(Code.IN_USE)
    saved = books.shifts.save(replace(shift, state=ShiftState.CANCELLED, cancel_reason=reason))
    undo = Undo(name=N_("cancelled a shift"), action=restore_shift, ask=RestoreShift(shift=saved.id))
    return Done(changed=frozenset({Kind.SHIFTS}), id=saved.id, undo=undo, facts={"day": saved.day})


def restore_shift(ask: RestoreShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Let a shift that was called off stand again; refuses ``wrong_state`` for one that stands."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    shift = books.shifts.get(ask.shift)
    if shift.state is ShiftState.PLANNED:
        raise refuse(Code.WRONG_STATE)
    saved = books.shifts.save(replace(shift, state=ShiftState.PLANNED, cancel_reason=""))
    undo = Undo(
        name=N_("restored a shift"),
        action=cancel_shift,
        ask=CancelShift(shift=shift.id, reason=shift.cancel_reason),
    )
    return Done(changed=frozenset({Kind.SHIFTS}), id=saved.id, undo=undo, facts={"day": saved.day})
