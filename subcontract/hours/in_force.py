"""Which entries stand: a superseded entry and a void one do not."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId


def in_force(entries: Iterable[WorkEntry]) -> tuple[WorkEntry, ...]:
    """The entries that stand, in the order given.

    Hand in every entry of the days in question: a correction keeps the day, the unit and the job of
    what it corrects, so whole days, months or jobs are enough.
    """
    kept = tuple(entries)
    superseded = {entry.supersedes for entry in kept}
    return tuple(entry for entry in kept if entry.id not in superseded and not entry.void)


def history_of(entry: WorkEntry, entries: Iterable[WorkEntry]) -> tuple[WorkEntry, ...]:
    """The chain of corrections that an entry belongs to, the first fact first."""
    kept = tuple(entries)
    by_id: Mapping[EntryId, WorkEntry] = {each.id: each for each in kept}
    first = entry
    while first.supersedes is not None and first.supersedes in by_id:
        first = by_id[first.supersedes]
    chain: list[WorkEntry] = []
    found: set[UUID] = {first.id}
    for each in sorted(kept, key=lambda each: each.at):
        if each.id in found or each.supersedes in found:
            found.add(each.id)
            chain.append(each)
    return tuple(chain)
