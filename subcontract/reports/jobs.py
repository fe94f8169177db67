"""Planned against actual, job by job: the price sheet beside what was recorded, paid and invoiced."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.days import DateRange
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.pieces import is_present, total_pieces
from subcontract.ids import EntryId, JobId
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.jobs.job import Basis, Job
from subcontract.money import ZERO, Money, total
from subcontract.payout.records import Payout
from subcontract.pricing.phase import ask_of, price_phase
from subcontract.problems import Refused
from subcontract.reports.facts import ReportFacts

HOUR = 60
NO_VAT = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFigures:
    """One side of the comparison; money without VAT."""

    minutes: int = 0
    """Real minutes of clients."""
    pieces: int = 0
    revenue: Money = ZERO
    pay: Money = ZERO
    """Allowance, or pay with holiday compensation and employer's costs."""
    coach_minutes: int = 0
    """Guidance: a social service, outside the price unless switched on."""

    @property
    def margin(self) -> Money:
        """What is left of the revenue after the people's pay."""
        return self.revenue - self.pay


@dataclass(frozen=True, slots=True, kw_only=True)
class JobReport:
    """A job's plan beside what came of it."""

    job: Job
    planned: JobFigures
    """Of the whole job; zeros when the price sheet is not complete."""
    actual: JobFigures
    """Of the days asked."""
    unbilled: int = 0
    """Entries of those days that no line bills."""


def job_reports(facts: ReportFacts) -> tuple[JobReport, ...]:
    """A report of every job that has a plan or work, in the order of numbers."""
    standing = facts.standing
    by_job: dict[JobId, list[WorkEntry]] = defaultdict(list)
    for entry in standing:
        by_job[entry.job].append(entry)
    pay = pay_by_job(facts.payouts, {entry.id: entry for entry in standing})
    revenue = revenue_by_job(facts.invoices, facts.days)
    reports = [
        JobReport(
            job=job,
            planned=planned(job, facts),
            actual=_actual(by_job.get(job.id, []), revenue.get(job.id, ZERO), pay.get(job.id, ZERO)),
            unbilled=_unbilled(by_job.get(job.id, []), facts.billed),
        )
        for job in facts.jobs.values()
        if by_job.get(job.id) or job.phases
    ]
    return tuple(sorted(reports, key=lambda report: report.job.number))


def planned(job: Job, facts: ReportFacts) -> JobFigures:
    """The plan: the price sheet of every phase; a phase that cannot be priced yet gives nothing."""
    figures = [_planned_phase(job, at, facts) for at in range(len(job.phases))]
    return JobFigures(
        minutes=sum(one.minutes for one in figures),
        pieces=sum(one.pieces for one in figures),
        revenue=total(one.revenue for one in figures),
        pay=total(one.pay for one in figures),
        coach_minutes=sum(one.coach_minutes for one in figures),
    )


def _planned_phase(job: Job, at: int, facts: ReportFacts) -> JobFigures:
    """One phase of the plan; the agreed price goes before the suggested one."""
    phase = job.phases[at]
    day = job.days.first if job.days else facts.today
    try:
        price = price_phase(ask_of(phase, day, NO_VAT))
    except Refused:
        return JobFigures()
    agreed = Money.rounded(phase.unit_price * phase.quantity)
    return JobFigures(
        minutes=int(price.hours * HOUR),
        pieces=int(phase.quantity) if phase.basis is Basis.PIECE else 0,
        revenue=agreed or price.price_at_unit,
        pay=price.pay + price.holiday_compensation + price.employer_costs,
        coach_minutes=int(phase.costs.coach_hours * HOUR),
    )


def _actual(entries: list[WorkEntry], revenue: Money, pay: Money) -> JobFigures:
    """What was recorded, invoiced and paid."""
    return JobFigures(
        minutes=sum(entry.minutes for entry in entries if is_present(entry)),
        pieces=total_pieces(entries),
        revenue=revenue,
        pay=pay,
        coach_minutes=sum(e.minutes for e in entries if e.kind is EntryKind.COACHING and e.staff),
    )


def _unbilled(entries: Iterable[WorkEntry], billed: frozenset[EntryId]) -> int:
    """How many entries of work or material are on no line."""
    kinds = {EntryKind.GROUP_RESULT, EntryKind.MATERIAL}
    return sum(1 for e in entries if (e.kind in kinds or is_present(e)) and e.id not in billed)


def revenue_by_job(invoices: Iterable[Invoice], days: DateRange) -> dict[JobId, Money]:
    """Net invoiced less credits for work supplied in ``days``, by job."""
    sums: dict[JobId, Money] = defaultdict(lambda: ZERO)
    for invoice in invoices:
        for line in invoice.lines:
            if line.job is not None and line.supplied.overlap(days):
                sums[line.job] += line.net if invoice.kind is InvoiceKind.INVOICE else -line.net
    return dict(sums)


def pay_by_job(payouts: Iterable[Payout], entries: Mapping[EntryId, WorkEntry]) -> dict[JobId, Money]:
    """What was paid with the employer's costs, each person's sum shared over jobs by minutes, to the cent."""
    sums: dict[JobId, Money] = defaultdict(lambda: ZERO)
    for payout in payouts:
        weights = _minutes_by_job(payout, entries)
        cost = payout.paid + (payout.wage.employer_costs if payout.wage else ZERO)
        if weights and cost:
            order = sorted(weights, key=str)
            parts = cost.share_out({at: weights[job] for at, job in enumerate(order)})
            for at, job in enumerate(order):
                sums[job] += parts[at]
    return dict(sums)


def _minutes_by_job(payout: Payout, entries: Mapping[EntryId, WorkEntry]) -> dict[JobId, int]:
    """Minutes behind a payout by job; at least one for each job that was worked on."""
    weights: dict[JobId, int] = defaultdict(int)
    for entry_id in {entry for line in payout.lines for entry in line.entries}:
        entry = entries.get(entry_id)
        if entry is not None and is_present(entry):
            weights[entry.job] += max(1, entry.minutes)
    return dict(weights)
