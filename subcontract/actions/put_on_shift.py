"""Puts a client on a shift, takes one off, and moves one from a shift to another.

What a hand does goes before what was pinned: a pin against it is let go, and comes back with the step back.
"""

from dataclasses import dataclass, replace

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.pin_place import let_go
from subcontract.actions.take_many_back import undo_of_many
from subcontract.clock import Clock
from subcontract.ids import AssignmentId, ClientId, ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.records import PinKind
from subcontract.rota.shift import Assignment, ShiftState
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOnShift:
    """Who, and on which shift."""

    shift: ShiftId
    client: ClientId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffShift:
    """Who, and off which shift."""

    shift: ShiftId
    client: ClientId


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveToShift:
    """Who, and from which shift to which."""

    client: ClientId
    from_shift: ShiftId
    to_shift: ShiftId


def put_on_shift(ask: PutOnShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put a client on a shift.

    Warnings (``rota.warnings``) never stop it; refused are only the same client twice on a shift
    (``already_exists``), the shift's own peer coach (``is_peer_coach``), a shift that was called off
    (``wrong_state``) and a client of another unit.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    _must_stand(ask.shift, books)
    free = let_go(PinKind.BARRED, ask.client, ask.shift, books)
    return _together(_put_on(ask, books), free)


def put_back_on_shift(ask: PutOnShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put a client who was taken off back on, even on a shift that was called off."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    return _put_on(ask, books)


def _put_on(ask: PutOnShift, books: Books) -> Done:
    """Put on, and how to take off again."""
    _put(ask.client, ask.shift, books)
    undo = Undo(
        name=N_("put on shift"),
        action=take_off_shift,
        ask=TakeOffShift(shift=ask.shift, client=ask.client),
    )
    return _done(ask.client, ask.shift, books, undo)


def take_off_shift(ask: TakeOffShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a client off a shift; refuses ``not_found`` for one who is not on it."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    _take(ask.client, ask.shift, books)
    undo = Undo(
        name=N_("taken off shift"),
        action=put_back_on_shift,
        ask=PutOnShift(shift=ask.shift, client=ask.client),
    )
    free = let_go(PinKind.LOCKED, ask.client, ask.shift, books)
    return _together(_done(ask.client, ask.shift, books, undo), free)


def move_to_shift(ask: MoveToShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Move a client from a shift to another in one act; refuses as the two acts would."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    if ask.from_shift == ask.to_shift:
        raise refuse(Code.NOTHING_TO_DO)
    _must_stand(ask.to_shift, books)
    off = let_go(PinKind.LOCKED, ask.client, ask.from_shift, books)
    onto = let_go(PinKind.BARRED, ask.client, ask.to_shift, books)
    return _together(_move(ask, books), off, onto)


def move_back_to_shift(ask: MoveToShift, books: Books, _clock: Clock, who: Worker) -> Done:
    """Move a client back to where they were, even to a shift that was called off."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    return _move(ask, books)


def _move(ask: MoveToShift, books: Books) -> Done:
    """Put on one shift and take off the other, and how to move back."""
    _put(ask.client, ask.to_shift, books)
    _take(ask.client, ask.from_shift, books)
    undo = Undo(
        name=N_("moved to another shift"),
        action=move_back_to_shift,
        ask=MoveToShift(client=ask.client, from_shift=ask.to_shift, to_shift=ask.from_shift),
    )
    return _done(ask.client, ask.to_shift, books, undo)


def _together(done: Done, *freed: Done | None) -> Done:
    """The act with the pins that it let go of: one step back brings them too."""
    pins = [one for one in freed if one is not None]
    if not pins or done.undo is None:
        return done
    undos = [one.undo for one in (*pins, done) if one.undo is not None]
    records = [done.id] if done.id else []
    return replace(
        done, changed=done.changed | {Kind.PINS}, undo=undo_of_many(done.undo.name, undos, records)
    )


def _must_stand(on: ShiftId, books: Books) -> None:
    """Refuse a shift that was called off."""
    if books.shifts.get(on).state is ShiftState.CANCELLED:
        raise refuse(Code.WRONG_STATE)


def _put(client: ClientId, on: ShiftId, books: Books) -> None:
    """Add the assignment."""
    shift = books.shifts.get(on)
    person = books.clients.get(client)
    if person.unit != shift.unit:
        raise refuse(Code.UNKNOWN_VALUE, "client")
    if client == shift.peer_coach:
        raise refuse(Code.IS_PEER_COACH, "client", name=person.name)
    if books.assignments.where(shift=on, client=client):
        raise refuse(Code.ALREADY_EXISTS, "client", name=person.name)
    made = Assignment(id=AssignmentId(ids.new()), shift=on, client=client, day=shift.day)
    books.assignments.add(made)


def _take(client: ClientId, off: ShiftId, books: Books) -> None:
    """Remove the assignment."""
    found = books.assignments.where(shift=off, client=client)
    if not found:
        raise refuse(Code.NOT_FOUND)
    books.assignments.remove(found[0])


def _done(client: ClientId, shift: ShiftId, books: Books, undo: Undo) -> Done:
    """Say whom and which shift it was about."""
    facts = {"client": books.clients.get(client).name, "day": books.shifts.get(shift).day}
    return Done(changed=frozenset({Kind.SHIFTS}), id=shift, undo=undo, facts=facts)
