"""What each client did on each day of the month, as far as the allowance is concerned."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, EntryId, JobId
from subcontract.payout.facts import MonthFacts
from subcontract.payout.groups import groups_with_pieces, left_unshared, shares_here
from subcontract.payout.ledgers import WAGE_FORMS, Forms, attended, wage_alone
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork


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
    forms = Forms(facts.employments)
    months: dict[ClientId, ClientMonth] = {}
    waged: dict[ClientId, set[date]] = defaultdict(set)
    held: dict[ClientId, set[date]] = defaultdict(set)
    for entry, client in attended(facts):
        form = forms.of(client, entry)
        if entry.id in facts.paid_here and form is not FormOfWork.ALLOWANCE:
            held[client.id].add(entry.day)  # paid here before its form was changed: the wage will not pay it
            form = FormOfWork.ALLOWANCE
        if form is FormOfWork.EMPLOYMENT or entry.id in facts.paid_elsewhere:
            waged[client.id].add(entry.day)
        _put(entry, client, form, facts, months)
    _leave_mixed_days(facts, months, {client: days - held[client] for client, days in waged.items()})
    _add_pieces(facts, months, forms)
    return months


def _put(
    entry: WorkEntry,
    client: Client,
    form: FormOfWork | None,
    facts: MonthFacts,
    months: dict[ClientId, ClientMonth],
) -> None:
    """Lay one entry on its client's day, if the allowance is what pays it."""
    if form in WAGE_FORMS:
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


def _leave_mixed_days(
    facts: MonthFacts, months: Mapping[ClientId, ClientMonth], waged: Mapping[ClientId, set[date]]
) -> None:
    """Take away days on which there was wage work too, where the setting says that wage stands alone."""
    for client, days in waged.items():
        month = months.get(client)
        for day in sorted(days) if month else ():
            if month and day in month.days and wage_alone(facts.settings, day):
                del month.days[day]
                month.warnings.add(PayWarning.MIXED_DAY)


def _add_pieces(facts: MonthFacts, months: Mapping[ClientId, ClientMonth], forms: Forms) -> None:
    """Give each day its pieces: own ones, and shares of what the group made together."""
    numbers = {client.id: client.number for client in facts.clients.values()}
    elsewhere = facts.paid_elsewhere | (forms.entries_of(facts, WAGE_FORMS) - facts.paid_here)
    for group in groups_with_pieces(facts.entries):
        for share in shares_here(group, facts.jobs, numbers, elsewhere):
            month = months.get(share.client)
            day = month.days.get(share.day) if month else None
            if day is not None:
                day.pieces += share.pieces
                day.piece_jobs[share.job] = day.piece_jobs.get(share.job, 0) + share.pieces
                if share.rule is not None:
                    day.results.append(share.entry)
        for client in left_unshared(group, facts.jobs):
            if client in months:
                months[client].warnings.add(PayWarning.POT_NOT_SHARED)
