"""Corrects an entry: a new one stands in its place and the old one is kept."""

from dataclasses import dataclass, field, replace

from subcontract import ids
from subcontract.actions.act import Done, Permission, Undo, Worker
from subcontract.actions.entries import ENTRIES, last_of_chain, locks_of, reason_in, write
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.told import Signature, Told, told_of
from subcontract.ids import EntryId
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectEntry:
    """Which entry is corrected and what is told in its place."""

    of: EntryId
    told: Told
    id: EntryId = field(default_factory=lambda: EntryId(ids.new()))
    reason: str = ""
    """Needed once the day or month is complete, or the work has been paid or invoiced."""


def correct_entry(ask: CorrectEntry, books: Books, clock: Clock, who: Worker) -> Done:
    """Add the entry that supersedes; its money follows into the next pay run and invoice.

    Kind, person, day, job and shift stay: work told of the wrong person or day is taken back and
    recorded anew. Refuses ``changed_elsewhere`` when the entry has been corrected meanwhile,
    ``nothing_to_do`` when nothing differs, and as ``record_entry`` does.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    before = last_of_chain(books.entries.get(ask.of), books)
    _same_work(before, ask.told)
    if not before.void and told_of(before) == _settled(ask.told, before):
        raise refuse(Code.NOTHING_TO_DO)
    reason = reason_in(ask.reason, locks_of(ask.told, books, before), Month.of(before.day))
    signature = Signature(id=ask.id, by=who.staff, at=clock.now(), supersedes=before.id, reason=reason)
    entry = write(ask.told, signature, books, clock)
    return Done(changed=ENTRIES, id=entry.id, undo=_undo(before, entry), facts={"day": entry.day})


def _settled(told: Told, before: WorkEntry) -> Told:
    """What is told with minutes as the times make them, to be compared with what stands."""
    return replace(told, minutes=before.minutes) if told.start and told.end else told


def _same_work(before: WorkEntry, told: Told) -> None:
    """Refuse a correction that moves the entry elsewhere."""
    was = told_of(before)
    kept = ("unit", "kind", "day", "job", "phase", "shift", "client", "staff")
    moved = [name for name in kept if getattr(was, name) != getattr(told, name)]
    if moved:
        raise Refused(*(Problem(code=Code.WRONG_STATE, field=name) for name in moved))


def _undo(before: WorkEntry, entry: WorkEntry) -> Undo:
    """Tell again what stood before; or take back, when nothing stood."""
    name = N_("corrected an entry")
    if before.void:
        return Undo(name=name, action=void_entries, ask=VoidEntries(entries=(entry.id,), reason=entry.reason))
    ask = CorrectEntry(of=entry.id, told=told_of(before), reason=entry.reason)
    return Undo(name=name, action=correct_entry, ask=ask)
