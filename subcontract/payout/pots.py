"""The group's sum of a job, shared over the month's people and then over each one's days."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, EntryId, JobId
from subcontract.jobs.job import Job, Phase, SplitRule
from subcontract.money import Money, share_out
from subcontract.payout import lines
from subcontract.payout.facts import MonthFacts
from subcontract.payout.records import PayoutLine
from subcontract.payout.tariffs import ClassRates, TariffTable
from subcontract.payout.warnings import PayWarning
from subcontract.payout.work import ClientMonth, WorkDay

UNITS = {
    SplitRule.MINUTES: lines.MINUTES,
    SplitRule.PIECES: lines.PIECES,
    SplitRule.AGREED: lines.SHARE,
    SplitRule.EQUAL: lines.SHARE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PotDay:
    """A client's day at a job that is paid from a pot."""

    work: WorkDay
    rates: ClassRates
    minutes: int
    pieces: int
    entries: tuple[EntryId, ...]


Members = dict[ClientId, list[PotDay]]


def pot_lines(
    facts: MonthFacts, months: Mapping[ClientId, ClientMonth], table: TariffTable
) -> dict[ClientId, list[PayoutLine]]:
    """The lines that pots give each client; every pot is shared to the cent."""
    found: dict[ClientId, list[PayoutLine]] = defaultdict(list)
    for job_id, members in _members(facts, months, table).items():
        job = facts.jobs[job_id]
        phase = _phase_of(job, members)
        shares = _shares(job, phase, members, facts)
        if shares is None:
            for client in members:
                months[client].warnings.add(PayWarning.POT_NOT_SHARED)
            continue
        for client, (weight, share) in shares.items():
            found[client].extend(_lines_of(job, phase, weight, share, members[client]))
    return found


def _members(
    facts: MonthFacts, months: Mapping[ClientId, ClientMonth], table: TariffTable
) -> dict[JobId, Members]:
    """Who worked on which job with a pot, on days when their class is paid from it."""
    jobs: dict[JobId, Members] = defaultdict(lambda: defaultdict(list))
    with_pot = {job.id for job in facts.jobs.values() if job.allowance_pot}
    if not with_pot:
        return jobs
    for client, month in months.items():
        for work in month.days.values():
            rates = _pot_rates(month, work.day, table)
            if rates is not None:
                for job in with_pot & {entry.job for entry in work.entries}:
                    jobs[job][client].append(_pot_day(work, rates, job))
    return jobs


def _pot_rates(month: ClientMonth, day: date, table: TariffTable) -> ClassRates | None:
    """The client's rates of a day when its class is paid from the pot."""
    tariff, name = table.on(day), month.client.tariff_class_on(day)
    rates = table.rates(tariff, name) if tariff and name else None
    return rates if rates and rates.pot else None


def _pot_day(work: WorkDay, rates: ClassRates, job: JobId) -> PotDay:
    """The part of a day that was spent on one job."""
    entries = tuple(entry for entry in work.entries if entry.job == job)
    return PotDay(
        work=work,
        rates=rates,
        minutes=sum(entry.minutes for entry in entries),
        pieces=work.piece_jobs.get(job, 0),
        entries=tuple(entry.id for entry in entries),
    )


def _phase_of(job: Job, members: Members) -> Phase | None:
    """The phase whose rule shares the pot: of those worked on, the first of the job."""
    worked: set[object] = {
        entry.phase for days in members.values() for day in days for entry in _entries_of(day)
    }
    return next((phase for phase in job.phases if phase.id in worked), None)


def _entries_of(day: PotDay) -> tuple[WorkEntry, ...]:
    return tuple(entry for entry in day.work.entries if entry.id in day.entries)


def _shares(
    job: Job, phase: Phase | None, members: Members, facts: MonthFacts
) -> dict[ClientId, tuple[Decimal, Money]] | None:
    """Each member's weight and share, ties by client number; ``None`` when nobody weighs anything."""
    weights = {client: _weight(phase, client, days) for client, days in members.items()}
    if not any(weights.values()):
        return None
    clients = {facts.clients[client].number: client for client in weights}
    parts = share_out(job.allowance_pot, {number: weights[client] for number, client in clients.items()})
    return {client: (weights[client], parts[number]) for number, client in clients.items() if weights[client]}


def _weight(phase: Phase | None, client: ClientId, days: list[PotDay]) -> Decimal:
    """A member's weight over the month by the phase's rule."""
    match phase.split if phase else SplitRule.MINUTES:
        case SplitRule.MINUTES:
            return Decimal(sum(day.minutes for day in days))
        case SplitRule.PIECES:
            return Decimal(sum(day.pieces for day in days))
        case SplitRule.AGREED:
            return dict(phase.agreed_shares).get(client, Decimal(0)) if phase else Decimal(0)
        case SplitRule.EQUAL:
            return Decimal(1)


def _lines_of(
    job: Job, phase: Phase | None, weight: Decimal, share: Money, days: list[PotDay]
) -> list[PayoutLine]:
    """A client's share laid on the days at the job, by minutes, so that days can be held to the limit."""
    by_minutes = any(day.minutes for day in days)
    weights = {at: day.minutes if by_minutes else 1 for at, day in enumerate(days)}
    parts = share_out(share, weights)
    return [
        PayoutLine(
            what=lines.POT_SHARE,
            blanks=(("job", job.name),),
            day=day.work.day,
            basis=weight,
            basis_unit=UNITS[phase.split if phase else SplitRule.MINUTES],
            rate=job.allowance_pot.amount,
            amount=parts[at],
            rule=lines.POT_RULE,
            valid_from=day.rates.tariff.days.first,
            source=day.rates.name,
            entries=day.entries,
        )
        for at, day in enumerate(days)
    ]
