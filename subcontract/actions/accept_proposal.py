"""Makes a proposal the plan of some days; and takes that back."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.pin_place import pins_on
from subcontract.actions.places_on_shifts import (
    Pair,
    change_places,
    closed_of,
    must_be_open,
    pairs_on,
    recorded_on,
)
from subcontract.clock import Clock
from subcontract.days import DateRange
from subcontract.ids import ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.records import PinKind
from subcontract.rota.shift import ShiftState
from subcontract.words import N_

ACCEPTED = N_("accepted a proposal")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptProposal:
    """Who is to be on the shifts of those days, and who was when the proposal was asked for.

    Shifts that were called off, and days that are over, stay as they are.
    """

    days: DateRange
    pairs: frozenset[Pair]
    seen: frozenset[Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPlanBack:
    """Who shall be on some shifts again, and who is after the act that is taken back."""

    shifts: frozenset[ShiftId]
    pairs: frozenset[Pair]
    seen: frozenset[Pair]


def accept_proposal(ask: AcceptProposal, books: Books, clock: Clock, who: Worker) -> Done:
    """Make the proposal the plan; shifts that have happened need not be in it.

    Refuses ``changed_elsewhere`` when the plan is no longer what was seen or a coach has pinned a place
    otherwise meanwhile, ``work_recorded`` when a shift that has happened would change, and
    ``nothing_to_do`` when the plan is the proposal already.
    """
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    shifts = {each.id: each for each in books.shifts.within(ask.days, unit=who.unit)}
    stands = frozenset(
        each.id for each in shifts.values() if each.state is ShiftState.PLANNED and each.day >= clock.today()
    )
    closed = closed_of(stands, books)
    now = pairs_on(shifts, books)
    changed = (ask.pairs ^ now) & (ask.pairs | ask.seen)
    must_be_open((shift for _, shift in changed), closed, books)
    recorded = recorded_on(stands, books)
    fixed = frozenset(p for p in now if p[1] not in stands or p[1] in closed or p in recorded)
    seen, pairs = ask.seen - fixed, ask.pairs - fixed
    unseen = seen != now - fixed or any(shift not in stands for _, shift in pairs)
    if unseen or _is_against_pins(pairs - seen, seen - pairs, books):
        raise refuse(Code.CHANGED_ELSEWHERE)
    return _become(
        PutPlanBack(shifts=stands, pairs=pairs | (fixed & _on(stands, now)), seen=_on(stands, now)),
        books,
        who,
    )


def _is_against_pins(put: frozenset[Pair], taken: frozenset[Pair], books: Books) -> bool:
    """Whether somebody would come or go against a pin; one who is no longer a client is held by none."""
    pins = pins_on({shift for _, shift in put | taken}, books)
    if any(pins.get(pair) is PinKind.BARRED for pair in put):
        return True
    locked = {pair[0] for pair in taken if pins.get(pair) is PinKind.LOCKED}
    return any(client.active for client in books.clients.where(id=tuple(locked))) if locked else False


def _on(shifts: frozenset[ShiftId], pairs: frozenset[Pair]) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if pair[1] in shifts)


def put_plan_back(ask: PutPlanBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Let the shifts have the people they had; refuses as the act that is taken back."""
    who.must_be_allowed(Permission.PLAN_SHIFTS)
    if pairs_on(ask.shifts, books) != ask.seen:
        raise refuse(Code.CHANGED_ELSEWHERE)
    return _become(ask, books, who)


def _become(ask: PutPlanBack, books: Books, who: Worker) -> Done:
    """Change what is different."""
    put, taken = ask.pairs - ask.seen, ask.seen - ask.pairs
    if not put | taken:
        raise refuse(Code.NOTHING_TO_DO)
    changed = frozenset(shift for _, shift in put | taken)
    must_be_open(changed, closed_of(changed, books), books)
    shifts = change_places(put, taken, books, who)
    days = [each.day for each in shifts.values()]
    back = PutPlanBack(shifts=ask.shifts, pairs=ask.seen, seen=ask.pairs)
    return Done(
        changed=frozenset({Kind.SHIFTS}),
        id=min(changed, key=lambda each: (shifts[each].day, each.int)),
        undo=Undo(name=ACCEPTED, action=put_plan_back, ask=back),
        facts={"put": len(put), "taken": len(taken), "days": DateRange(min(days), max(days))},
    )
