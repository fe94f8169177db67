"""What each client did on each day of the month, as far as the allowance is concerned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.pieces import PieceShare, is_present, piece_shares, unshared
from subcontract.ids import ClientId, EntryId, JobId
from subcontract.jobs.job import Job
from subcontract.payout.facts import MonthFacts
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork

GroupKey = tuple[object, ...]


@dataclass(slots=True, kw_only=True)
class WorkDay:
    """A client's attended day: all jobs together."""

    day: date
    minutes: int = 0
    pieces: int = 0
    entries: list[WorkEntry] = field(default_factory=list)
    results: list[EntryId] = field(default_factory=list)
    """Group results that this client has a share of."""
    piece_jobs: dict[JobId, int] = field(default_factory=dict)

    @property
    def sources(self) -> tuple[EntryId, ...]:
        """The entries behind the day."""
        return (*(entry.id for entry in self.entries), *self.results)


@dataclass(slots=True, kw_only=True)
class ClientMonth:
    """A client's attended days in order, and what the payer should look at."""

    client: Client
    days: dict[date, WorkDay] = field(default_factory=dict)
    warnings: set[PayWarning] = field(default_factory=set)

    @property
    def minutes(self) -> int:
        """Real minutes of the month."""
        return sum(day.minutes for day in self.days.values())

    @property
    def pieces(self) -> int:
        """Own pieces and shares of the group's results."""
        return sum(day.pieces for day in self.days.values())


def months_of(facts: MonthFacts) -> dict[ClientId, ClientMonth]:
    """Every client with attended days, by client; days outside the allowance are left out."""
    months: dict[ClientId, ClientMonth] = {}
    for entry in facts.entries:
        if entry.client is not None and entry.client in facts.clients and is_present(entry):
            _put(entry, entry.client, facts, months)
    _add_pieces(facts, months)
    return months


def _put(entry: WorkEntry, of: ClientId, facts: MonthFacts, months: dict[ClientId, ClientMonth]) -> None:
    """Lay one entry on its client's day, if the allowance is what pays it."""
    client = facts.clients[of]
    form = client.form_on(entry.day)
    if form in {FormOfWork.EMPLOYMENT, FormOfWork.FEE}:
        return
    month = months.setdefault(client.id, ClientMonth(client=client))
    if entry.id in facts.paid_elsewhere:
        month.warnings.add(PayWarning.PAID_ELSEWHERE)
        return
    if form is None:
        month.warnings.add(PayWarning.NO_FORM_OF_WORK)
        return
    if entry.shift is not None and entry.shift in facts.open_shifts:
        month.warnings.add(PayWarning.DAY_NOT_COMPLETE)
    day = month.days.setdefault(entry.day, WorkDay(day=entry.day))
    day.minutes += entry.minutes
    day.entries.append(entry)


def _add_pieces(facts: MonthFacts, months: Mapping[ClientId, ClientMonth]) -> None:
    """Give each day its pieces: own ones, and shares of what the group made together."""
    numbers = {client.id: client.number for client in facts.clients.values()}
    for group in _groups(facts.entries):
        for share in piece_shares(group, facts.jobs, numbers):
            month = months.get(share.client)
            day = month.days.get(share.day) if month else None
            if day is None or not _is_paid_here(share, group, facts.paid_elsewhere):
                continue
            day.pieces += share.pieces
            day.piece_jobs[share.job] = day.piece_jobs.get(share.job, 0) + share.pieces
            if share.rule is not None:
                day.results.append(share.entry)
        _warn_unshared(group, facts.jobs, months)


def _is_paid_here(share: PieceShare, group: tuple[WorkEntry, ...], elsewhere: frozenset[EntryId]) -> bool:
    """Whether pieces belong to work of this ledger: a group's result is shared by people of both."""
    if share.rule is None:
        return share.entry not in elsewhere
    return any(e.client == share.client and is_present(e) and e.id not in elsewhere for e in group)


def _groups(entries: Iterable[WorkEntry]) -> tuple[tuple[WorkEntry, ...], ...]:
    """The entries of each group's day of work that has pieces; shared one by one this stays quick."""
    groups: dict[GroupKey, list[WorkEntry]] = defaultdict(list)
    for entry in entries:
        key: GroupKey = (entry.shift,) if entry.shift else (entry.day, entry.job, entry.phase)
        groups[key].append(entry)
    return tuple(tuple(group) for group in groups.values() if any(entry.pieces for entry in group))


def _warn_unshared(
    group: tuple[WorkEntry, ...], jobs: Mapping[JobId, Job], months: Mapping[ClientId, ClientMonth]
) -> None:
    """Warn everybody who was there when a result could not be shared."""
    if not any(entry.kind is EntryKind.GROUP_RESULT for entry in group) or not unshared(group, jobs):
        return
    for entry in group:
        month = months.get(entry.client) if entry.client else None
        if month is not None:
            month.warnings.add(PayWarning.POT_NOT_SHARED)
