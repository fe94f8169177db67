"""Takes entries back, each by a new entry that says so, and tells them again."""

from dataclasses import dataclass

from subcontract import ids
from subcontract.actions.act import Done, Permission, Undo, Worker
from subcontract.actions.entries import ENTRIES, checked, last_of_chain, locks_of, reason_in, voided
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.told import Signature, told_of
from subcontract.ids import EntryId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidEntries:
    """Which entries, and why."""

    entries: tuple[EntryId, ...]
    reason: str = ""
    """Needed once a day or month is complete, or the work has been paid or invoiced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetellEntries:
    """Which void entries should stand again, and why."""

    entries: tuple[EntryId, ...]
    reason: str = ""


def void_entries(ask: VoidEntries, books: Books, clock: Clock, who: Worker) -> Done:
    """Take entries back; nothing is deleted.

    Refuses ``nothing_to_do`` without entries or when one is void already, ``changed_elsewhere`` when
    one has been corrected meanwhile, and a missing reason as a correction does.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    entries = _last_ones(ask.entries, books)
    if not entries or any(entry.void for entry in entries):
        raise refuse(Code.NOTHING_TO_DO)
    made = []
    for entry in entries:
        reason = reason_in(ask.reason, locks_of(told_of(entry), books, entry), Month.of(entry.day))
        made.append(voided(entry, _signature(entry, reason, clock, who)))
    for entry in made:
        books.entries.add(entry)
    undo = Undo(
        name=N_("took back an entry"),
        action=retell_entries,
        ask=RetellEntries(entries=tuple(entry.id for entry in made), reason=ask.reason),
    )
    return Done(changed=ENTRIES, id=entries[0].id, undo=undo, facts={"number": len(entries)})


def retell_entries(ask: RetellEntries, books: Books, clock: Clock, who: Worker) -> Done:
    """Let what was taken back stand again, as new entries; refuses as recording does."""
    who.must_be_allowed(Permission.RECORD_WORK)
    entries = _last_ones(ask.entries, books)
    if not entries or not all(entry.void for entry in entries):
        raise refuse(Code.NOTHING_TO_DO)
    retold = []
    for entry in entries:
        told = told_of(entry)
        reason = reason_in(ask.reason, locks_of(told, books, entry), Month.of(entry.day))
        retold.append(checked(told, _signature(entry, reason, clock, who), books, clock))
    for entry in retold:
        books.entries.add(entry)
    undo = Undo(
        name=N_("recorded work"),
        action=void_entries,
        ask=VoidEntries(entries=tuple(entry.id for entry in retold), reason=ask.reason),
    )
    return Done(changed=ENTRIES, id=retold[0].id, undo=undo, facts={"number": len(retold)})


def _last_ones(wanted: tuple[EntryId, ...], books: Books) -> tuple[WorkEntry, ...]:
    """The entries, each the last of its chain."""
    return tuple(last_of_chain(books.entries.get(each), books) for each in wanted)


def _signature(entry: WorkEntry, reason: str, clock: Clock, who: Worker) -> Signature:
    """Signed by who acts, in place of the entry."""
    new = EntryId(ids.new())
    return Signature(id=new, by=who.staff, at=clock.now(), supersedes=entry.id, reason=reason)
