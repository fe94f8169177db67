"""A sick morning in one act: the absence, who leaves a shift and who steps in; and all of it back."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.mark_away import MarkAway, mark_away
from subcontract.actions.pin_place import PinPlace, kind_of_pin, pin_place, pins_on
from subcontract.actions.places_on_shifts import (
    Pair,
    change_places,
    complete_of,
    must_be_open,
    pairs_on,
    recorded_on,
)
from subcontract.actions.take_many_back import undo_of_many
from subcontract.clock import Clock
from subcontract.ids import ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.records import PinKind
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import days_touched
from subcontract.words import N_

STEPPED_IN = N_("somebody stepped in")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepIn:
    """Who falls out, who comes and who goes, and who was on those shifts when it was asked."""

    away: MarkAway | None
    put: tuple[Pair, ...]
    taken: tuple[Pair, ...]
    """Who is away need not be named here: from the shifts concerned they are taken in any case."""
    seen: frozenset[Pair]
    """Everybody on the shifts that are concerned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePlaces:
    """Who comes on which shifts, who goes, and who is on them now."""

    put: frozenset[Pair]
    taken: frozenset[Pair]
    seen: frozenset[Pair]

    @property
    def shifts(self) -> frozenset[ShiftId]:
        """The shifts that it is about."""
        return frozenset(shift for _, shift in (*self.put, *self.taken, *self.seen))


def step_in(ask: StepIn, books: Books, clock: Clock, who: Worker) -> Done:
    """Mark who is away, let go of locks on places that are left, and change the places, in one act.

    Refuses ``changed_elsewhere`` when the shifts are not as seen, or a coach has barred who comes or locked
    who leaves another shift for it meanwhile, ``wrong_state`` for one that was called
    off, ``work_recorded`` for one that is complete or for somebody already recorded, ``nothing_to_do``.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    change = _change(ask, books)
    if _is_against_pins(ask, change, books):
        raise refuse(Code.CHANGED_ELSEWHERE)
    steps: list[Done] = []
    if ask.away is not None and not _known(ask.away, books):
        steps.append(mark_away(ask.away, books, clock, who))
    steps += [pin_place(pin, books, clock, who) for pin in _locks(change.taken, books)]
    if change.put | change.taken:
        steps.append(change_many_places(change, books, clock, who))
    if not steps:
        raise refuse(Code.NOTHING_TO_DO)
    undos = [step.undo for step in steps if step.undo is not None]
    records = [step.id for step in steps if step.id is not None]
    changed: frozenset[Kind] = frozenset().union(*(step.changed for step in steps))
    return Done(
        changed=changed,
        id=records[-1],
        undo=undo_of_many(STEPPED_IN, undos, records),
        facts={"put": len(change.put), "taken": len(change.taken)},
    )


def _change(ask: StepIn, books: Books) -> ChangePlaces:
    """The asked change with who is away taken off, where it has not been recorded that they were."""
    taken = set(ask.taken)
    change = ChangePlaces(put=frozenset(ask.put), taken=frozenset(taken), seen=ask.seen)
    if ask.away is not None:
        recorded = recorded_on(change.shifts, books)
        for shift in books.shifts.where(id=tuple(change.shifts)):
            pair = (ask.away.client, shift.id)
            if pair in ask.seen - recorded and ask.away.days.overlap(days_touched(shift)):
                taken.add(pair)
    return ChangePlaces(put=change.put - taken, taken=frozenset(taken), seen=ask.seen)


def _is_against_pins(ask: StepIn, change: ChangePlaces, books: Books) -> bool:
    """Whether somebody would come or go against a pin; who is away is held by none."""
    pins = pins_on({shift for _, shift in change.put | change.taken}, books)
    gone = ask.away.client if ask.away is not None else None
    barred = any(pins.get(pair) is PinKind.BARRED for pair in change.put)
    return barred or any(pins.get(pair) is PinKind.LOCKED for pair in change.taken if pair[0] != gone)


def _known(away: MarkAway, books: Books) -> bool:
    """Whether the absence has been marked already, as from the client's page."""
    absences = books.clients.get(away.client).absences
    return all(any(day in each.days for each in absences) for day in away.days)


def _locks(taken: frozenset[Pair], books: Books) -> list[PinPlace]:
    """How to let go of the locks on places that are left."""
    return [
        PinPlace(shift=shift, client=client, kind=None)
        for client, shift in sorted(taken, key=lambda pair: (pair[1].int, pair[0].int))
        if kind_of_pin(shift, client, books) is PinKind.LOCKED
    ]


def change_many_places(ask: ChangePlaces, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put on and take off together; refuses as stepping in does."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    if pairs_on(ask.shifts, books) != ask.seen or not ask.taken <= ask.seen or ask.put & ask.seen:
        raise refuse(Code.CHANGED_ELSEWHERE)
    changed = {shift for _, shift in ask.put | ask.taken}
    must_be_open(changed, complete_of(changed, books), books)
    must_be_open(changed, {shift for _, shift in ask.taken & recorded_on(changed, books)}, books)
    for _, shift in ask.put:
        _must_stand(books.shifts.get(shift))
    change_places(ask.put, ask.taken, books, who)
    back = ChangePlaces(put=ask.taken, taken=ask.put, seen=(ask.seen | ask.put) - ask.taken)
    undo = Undo(name=STEPPED_IN, action=change_many_places, ask=back)
    return Done(changed=frozenset({Kind.SHIFTS}), id=min(changed, key=lambda each: each.int), undo=undo)


def _must_stand(shift: Shift) -> None:
    if shift.state is ShiftState.CANCELLED:
        raise refuse(Code.WRONG_STATE)
