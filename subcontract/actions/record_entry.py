"""Records one fact of a day: a client's work, the group's result, coaching or material."""

from dataclasses import dataclass, field

from subcontract import ids
from subcontract.actions.act import Done, Permission, Undo, Worker
from subcontract.actions.entries import ENTRIES, locks_of, reason_in, write
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.told import Signature, Told
from subcontract.ids import EntryId
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEntry:
    """What is told. The id is made by who asks, so that asking twice records once."""

    told: Told
    id: EntryId = field(default_factory=lambda: EntryId(ids.new()))
    reason: str = ""
    """Needed when the day or month was already said to be complete, or has been paid."""


def record_entry(ask: RecordEntry, books: Books, clock: Clock, who: Worker) -> Done:
    """Add an entry.

    Refuses with every problem of the fact at once; ``already_exists`` when the client, coach or
    group already has an entry on the shift; ``period_locked`` or ``reason_needed`` when a late entry
    has no reason.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    reason = reason_in(ask.reason, locks_of(ask.told, books), Month.of(ask.told.day))
    signature = Signature(id=ask.id, by=who.staff, at=clock.now(), reason=reason)
    entry = write(ask.told, signature, books, clock)
    undo = Undo(
        name=N_("recorded work"),
        action=void_entries,
        ask=VoidEntries(entries=(entry.id,), reason=reason),
    )
    return Done(changed=ENTRIES, id=entry.id, undo=undo, facts={"day": entry.day})
