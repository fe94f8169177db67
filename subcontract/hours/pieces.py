"""Pieces of each client: their own, and their share of what the group made together.

Pieces are good pieces; rejects are told beside them and never shared. Where a group's result is
shared by pieces, the members' own pieces are only its weights: the result is what counts.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import ClientId, EntryId, JobId, PhaseId, ShiftId
from subcontract.jobs.job import Job, SplitRule
from subcontract.money import Money, share_out

Weights = Mapping[ClientId, Decimal | int]
Work = tuple[object, ...]
"""What entries of one group share: the shift, or the day, job and phase where there is no shift."""
_NO_NUMBERS: Mapping[ClientId, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceShare:
    """Pieces that count for a client on a day: the entry's own, or a share of a group's result."""

    client: ClientId
    day: date
    job: JobId
    phase: PhaseId | None
    shift: ShiftId | None
    pieces: int
    rule: SplitRule | None
    """How the group's result was shared; ``None`` for the client's own pieces."""
    entry: EntryId
    """The entry that tells of the pieces."""


def share_pieces(
    pieces: int, weights: Weights, numbers: Mapping[ClientId, int] = _NO_NUMBERS
) -> dict[ClientId, int]:
    """Share whole pieces by weights: shares cut down, the rest to the largest remainders.

    Ties go to the smaller client number, then to the smaller id, whatever the order of the weights.
    Refuses when no weight is positive (``nothing_to_share``) or one is negative (``negative_share``).
    """
    ordered = dict(enumerate(sorted(weights, key=lambda client: (numbers.get(client, 0), str(client)))))
    # A piece is shared exactly as a cent is, so the one algorithm for cents serves both.
    shares = share_out(Money.of_cents(pieces), {at: weights[client] for at, client in ordered.items()})
    return {ordered[at]: share.cents for at, share in shares.items()}


def is_present(entry: WorkEntry) -> bool:
    """Whether an entry is a client's attended work."""
    return entry.kind is EntryKind.WORK and entry.attendance is Attendance.PRESENT


def is_helping(entry: WorkEntry) -> bool:
    """Whether an entry is a peer coach's time beside the group: paid by a fee, never shared or invoiced."""
    return (
        entry.kind is EntryKind.COACHING
        and entry.client is not None
        and entry.staff is None
        and entry.attendance is Attendance.PRESENT
    )


def weights_of(
    result: WorkEntry, group: Iterable[WorkEntry], job: Job | None
) -> dict[ClientId, Decimal | int]:
    """What each present member of the group weighs when ``result`` is shared, zeros left out."""
    members = [entry for entry in group if is_present(entry)]
    rule = result.split or SplitRule.MINUTES
    if rule is SplitRule.AGREED:
        phase = job.phase(result.phase) if job else None
        agreed = dict(phase.agreed_shares) if phase else {}
        shares = {e.client: agreed.get(e.client, Decimal(0)) for e in members if e.client}
        return {client: share for client, share in shares.items() if share}
    weights: Counter[ClientId | None] = Counter()
    for entry in members:
        weights[entry.client] += _weight(rule, entry)
    even = rule is SplitRule.EQUAL
    return {client: 1 if even else weight for client, weight in weights.items() if client and weight}


def _weight(rule: SplitRule, entry: WorkEntry) -> int:
    """What one entry weighs by the rule."""
    if rule is SplitRule.MINUTES:
        return entry.minutes
    return entry.pieces if rule is SplitRule.PIECES else 1


def _work_of(entry: WorkEntry) -> Work:
    """What an entry shares with its group."""
    return (entry.shift,) if entry.shift is not None else (entry.day, entry.job, entry.phase)


def _groups(entries: Iterable[WorkEntry]) -> dict[Work, list[WorkEntry]]:
    """Present members by the work they were at."""
    groups: dict[Work, list[WorkEntry]] = {}
    for entry in entries:
        if is_present(entry):
            groups.setdefault(_work_of(entry), []).append(entry)
    return groups


def _results(entries: Iterable[WorkEntry]) -> list[WorkEntry]:
    """The groups' results that have pieces."""
    return [entry for entry in entries if entry.kind is EntryKind.GROUP_RESULT and entry.pieces]


def _with_own_pieces(entries: Iterable[WorkEntry]) -> list[WorkEntry]:
    """Present entries whose own pieces count: not those that only weigh in a group's result."""
    kept = tuple(entries)
    weighed = {_work_of(result) for result in _results(kept) if result.split is SplitRule.PIECES}
    return [entry for entry in kept if is_present(entry) and entry.pieces and _work_of(entry) not in weighed]


def _share(entry: WorkEntry, client: ClientId, pieces: int, rule: SplitRule | None) -> PieceShare:
    """Pieces of a client by an entry."""
    return PieceShare(
        client=client,
        day=entry.day,
        job=entry.job,
        phase=entry.phase,
        shift=entry.shift,
        pieces=pieces,
        rule=rule,
        entry=entry.id,
    )


def piece_shares(
    entries: Iterable[WorkEntry], jobs: Mapping[JobId, Job], numbers: Mapping[ClientId, int] = _NO_NUMBERS
) -> tuple[PieceShare, ...]:
    """Every client's pieces of entries that are in force; results that nobody can share are left out.

    ``jobs`` gives the agreed shares, ``numbers`` the client numbers that break ties.
    """
    kept = tuple(entries)
    groups = _groups(kept)
    shares = [_share(e, e.client, e.pieces, None) for e in _with_own_pieces(kept) if e.client]
    for result in _results(kept):
        weights = weights_of(result, groups.get(_work_of(result), ()), jobs.get(result.job))
        parts = share_pieces(result.pieces, weights, numbers) if weights else {}
        rule = result.split or SplitRule.MINUTES
        shares += [_share(result, client, part, rule) for client, part in parts.items()]
    return tuple(shares)


def pieces_of(
    entries: Iterable[WorkEntry], jobs: Mapping[JobId, Job], numbers: Mapping[ClientId, int] = _NO_NUMBERS
) -> dict[ClientId, int]:
    """All pieces of each client over entries that are in force, shares of group results included."""
    sums: Counter[ClientId] = Counter()
    for share in piece_shares(entries, jobs, numbers):
        sums[share.client] += share.pieces
    return dict(sums)


def unshared(entries: Iterable[WorkEntry], jobs: Mapping[JobId, Job]) -> tuple[WorkEntry, ...]:
    """Group results in force that nobody can share: nobody present has minutes, pieces or a share."""
    kept = tuple(entries)
    groups = _groups(kept)
    return tuple(
        result
        for result in _results(kept)
        if not weights_of(result, groups.get(_work_of(result), ()), jobs.get(result.job))
    )


def total_pieces(entries: Iterable[WorkEntry]) -> int:
    """Good pieces made, as the customer is billed: group results, and own pieces outside of them."""
    kept = tuple(entries)
    return sum(entry.pieces for entry in (*_with_own_pieces(kept), *_results(kept)))
