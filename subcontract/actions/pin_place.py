"""Keeps a client on a shift, or off it, whatever is proposed; and lets go again."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.ids import ClientId, PinId, ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.records import Pin, PinKind
from subcontract.rota.shift import Shift, ShiftState
from subcontract.words import N_

NAMES = {
    PinKind.LOCKED: N_("kept on the shift"),
    PinKind.BARRED: N_("kept off the shift"),
    None: N_("let go of a place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PinPlace:
    """Whom, on which shift, and how; ``None`` lets go."""

    shift: ShiftId
    client: ClientId
    kind: PinKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPinBack:
    """A pin as it was before an act and as the act left it, and the name of that act."""

    name: str
    shift: ShiftId
    client: ClientId
    was: PinKind | None
    now: PinKind | None


def pin_place(ask: PinPlace, books: Books, _clock: Clock, who: Worker) -> Done:
    """Pin a client to a shift or away from it, or take the pin out.

    Refuses ``wrong_state`` for a shift that was called off, ``unknown_value`` for a shift or a client of
    another unit, and ``nothing_to_do`` when it is so already.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    shift = books.shifts.get(ask.shift)
    if ask.kind is not None and shift.state is ShiftState.CANCELLED:
        raise refuse(Code.WRONG_STATE)
    if shift.unit != who.unit:
        raise refuse(Code.UNKNOWN_VALUE, "shift")
    if books.clients.get(ask.client).unit != shift.unit:
        raise refuse(Code.UNKNOWN_VALUE, "client")
    was = kind_of_pin(ask.shift, ask.client, books)
    if was is ask.kind:
        raise refuse(Code.NOTHING_TO_DO)
    return _pinned(NAMES[ask.kind], shift, ask, was, books)


def put_pin_back(ask: PutPinBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Let the pin be as it was; refuses ``changed_elsewhere`` when it is not as the act left it."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    if kind_of_pin(ask.shift, ask.client, books) is not ask.now:
        raise refuse(Code.CHANGED_ELSEWHERE)
    back = PinPlace(shift=ask.shift, client=ask.client, kind=ask.was)
    return _pinned(ask.name, books.shifts.get(ask.shift), back, ask.now, books)


def _pinned(name: str, shift: Shift, ask: PinPlace, was: PinKind | None, books: Books) -> Done:
    set_pin(shift, ask.client, ask.kind, books)
    back = PutPinBack(name=name, shift=shift.id, client=ask.client, was=was, now=ask.kind)
    return Done(
        changed=frozenset({Kind.PINS}),
        id=shift.id,
        undo=Undo(name=name, action=put_pin_back, ask=back),
        facts={"client": books.clients.get(ask.client).name, "day": shift.day},
    )


def let_go(kind: PinKind, client: ClientId, shift: ShiftId, books: Books) -> Done | None:
    """Take a pin of a kind out where there is one, for a hand has decided otherwise since."""
    if kind_of_pin(shift, client, books) is not kind:
        return None
    free = PinPlace(shift=shift, client=client, kind=None)
    return _pinned(NAMES[None], books.shifts.get(shift), free, kind, books)


def kind_of_pin(shift: ShiftId, client: ClientId, books: Books) -> PinKind | None:
    """How a client is pinned on a shift now."""
    found = books.rota.pins.where(shift=shift, client=client)
    return found[0].kind if found else None


def pins_on(shifts: Collection[ShiftId], books: Books) -> dict[tuple[ClientId, ShiftId], PinKind]:
    """How people are pinned on some shifts now."""
    found = books.rota.pins.where(shift=tuple(shifts)) if shifts else ()
    return {(pin.client, pin.shift): pin.kind for pin in found}


def set_pin(shift: Shift, client: ClientId, kind: PinKind | None, books: Books) -> None:
    """Store the pin, or take it out."""
    found = books.rota.pins.where(shift=shift.id, client=client)
    if kind is None:
        for pin in found:
            books.rota.pins.remove(pin)
    elif found:
        books.rota.pins.save(replace(found[0], kind=kind, day=shift.day))
    else:
        made = PinId(ids.new())
        pin = Pin(id=made, unit=shift.unit, shift=shift.id, client=client, day=shift.day, kind=kind)
        books.rota.pins.add(pin)
