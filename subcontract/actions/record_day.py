"""Records everybody of a shift as planned, with one key."""

from dataclasses import dataclass

from subcontract import ids
from subcontract.actions.act import Done, Permission, Undo, Worker
from subcontract.actions.entries import ENTRIES, checked, locks_of
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import OF_PEOPLE, WorkEntry
from subcontract.hours.gaps import is_coached
from subcontract.hours.in_force import in_force
from subcontract.hours.planned import as_planned, coaching_as_planned, helping_as_planned
from subcontract.hours.told import Signature, Told
from subcontract.ids import EntryId, ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rota.shift import Shift
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDay:
    """Which shift."""

    shift: ShiftId


def record_day(ask: RecordDay, books: Books, clock: Clock, who: Worker) -> Done:
    """Record everybody on the shift, its coach and peer coach, who has no entry yet.

    Those away are told away. What has been recorded is left as it is. Somebody who cannot be recorded so
    (at another job at the same time, say) is left out and told in the facts ``left``. Refuses
    ``nothing_to_do`` when everybody has an entry, ``one_by_one`` where each late entry needs a reason of
    its own, and with every problem when nobody can be recorded.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    shift = books.shifts.get(ask.shift)
    to_tell = _untold(shift, books)
    if not to_tell:
        raise refuse(Code.NOTHING_TO_DO)
    if locks_of(to_tell[0], books).ask_reason:
        raise refuse(Code.ONE_BY_ONE, month=Month.of(shift.day))
    made: list[WorkEntry] = []
    left: list[Problem] = []
    for told in to_tell:
        signature = Signature(id=EntryId(ids.new()), by=who.staff, at=clock.now())
        try:
            made.append(checked(told, signature, books, clock))
        except Refused as refused:
            left += refused.problems
    if not made:
        raise Refused(*left)
    for entry in made:
        books.entries.add(entry)
    undo = Undo(
        name=N_("recorded everybody as planned"),
        action=void_entries,
        ask=VoidEntries(entries=tuple(entry.id for entry in made)),
    )
    facts: dict[str, object] = {"number": len(made), "day": shift.day, "left": tuple(left)}
    return Done(changed=ENTRIES, id=shift.id, undo=undo, facts=facts)


def _untold(shift: Shift, books: Books) -> list[Told]:
    """What the plan tells of everybody who has no entry in force on the shift."""
    entries = in_force(books.entries.where(shift=shift.id))
    recorded = {entry.client for entry in entries if entry.kind in OF_PEOPLE}
    people = [books.clients.get(each.client) for each in books.assignments.where(shift=shift.id)]
    people.sort(key=lambda client: (client.name, client.number))
    told = [as_planned(shift, client) for client in people if client.id not in recorded]
    peer = shift.peer_coach
    if peer is not None and peer not in recorded | {client.id for client in people}:
        told.append(helping_as_planned(shift, books.clients.get(peer)))
    if shift.coach is not None and not is_coached(entries):
        told.append(coaching_as_planned(shift, shift.coach))
    return told
