"""What groups made together, ready to be laid on each one's days, whichever ledger pays for it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.pieces import PieceShare, is_present, piece_shares, unshared
from subcontract.ids import ClientId, EntryId, JobId
from subcontract.jobs.job import Job

Group = tuple[WorkEntry, ...]
GroupKey = tuple[object, ...]


def groups_with_pieces(entries: Iterable[WorkEntry]) -> tuple[Group, ...]:
    """The entries of each group's day of work that has pieces; shared one by one this stays quick."""
    groups: dict[GroupKey, list[WorkEntry]] = defaultdict(list)
    for entry in entries:
        key: GroupKey = (entry.shift,) if entry.shift else (entry.day, entry.job, entry.phase)
        groups[key].append(entry)
    return tuple(tuple(group) for group in groups.values() if any(entry.pieces for entry in group))


def shares_here(
    group: Group, jobs: Mapping[JobId, Job], numbers: Mapping[ClientId, int], elsewhere: frozenset[EntryId]
) -> Iterator[PieceShare]:
    """The pieces of a group that belong to this ledger; ``elsewhere`` are entries of the other one."""
    for share in piece_shares(group, jobs, numbers):
        if _is_here(share, group, elsewhere):
            yield share


def _is_here(share: PieceShare, group: Group, elsewhere: frozenset[EntryId]) -> bool:
    """Whether pieces belong to work of this ledger: a group's result is shared by people of both."""
    if share.rule is None:
        return share.entry not in elsewhere
    return any(e.client == share.client and is_present(e) and e.id not in elsewhere for e in group)


def left_unshared(group: Group, jobs: Mapping[JobId, Job]) -> tuple[ClientId, ...]:
    """Who was there when a group's result could not be shared."""
    if not any(entry.kind is EntryKind.GROUP_RESULT for entry in group) or not unshared(group, jobs):
        return ()
    return tuple(entry.client for entry in group if entry.client is not None)
