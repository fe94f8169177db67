"""Reads what the reports are made of, in one consistent view; no Qt."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from subcontract.actions.act import Worker
from subcontract.days import DateRange
from subcontract.hours.gaps import Recorded, gaps_of
from subcontract.ids import UnitId
from subcontract.payout.records import Ledger, PayRunState
from subcontract.ports import Lists
from subcontract.reports.clients import ClientReport, client_reports
from subcontract.reports.cross_check import OpenLine, cross_check
from subcontract.reports.facts import ReportFacts
from subcontract.reports.jobs import JobReport, job_reports
from ui.presenters.reports.subsidies import ClaimOf, read_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Every report of the same days."""

    days: DateRange
    jobs: tuple[JobReport, ...]
    clients: tuple[ClientReport, ...]
    claims: tuple[ClaimOf, ...]
    open_lines: tuple[OpenLine, ...]
    names: dict[UUID, str]


def read_reports(lists: Lists, who: Worker, days: DateRange, today: date) -> Answer:
    """Everything at once, in one consistent view."""
    unit = who.unit
    facts = _facts(lists, unit, days, today)
    past = days.overlap(DateRange(days.first, max(days.first, today - timedelta(days=1))))
    gaps = gaps_of(_recorded(lists, unit, past or days, facts))
    names: dict[UUID, str] = {job.id: job.name for job in facts.jobs.values()}
    names |= {client.id: client.name for client in facts.clients.values()}
    return Answer(
        days=days,
        jobs=job_reports(facts),
        clients=client_reports(facts),
        claims=read_claims(lists, unit, days, today, who),
        open_lines=cross_check(facts, gaps),
        names=names,
    )


def _facts(lists: Lists, unit: UnitId, days: DateRange, today: date) -> ReportFacts:
    """The records of the span: one query for each kind."""
    entries = lists.entries.within(days, unit=unit)
    every = lists.pay_runs.where(unit=unit)
    wanted = tuple(run.id for run in every if run.month.days.overlap(days))
    payouts = lists.payouts.where(pay_run=wanted) if wanted else ()
    reopenings = lists.pay.reopenings.where(payout=tuple(payout.id for payout in payouts))
    reopened = {one.payout: one.at for one in reopenings}
    settled: dict[Ledger, datetime] = {}
    for run in every:
        if run.state is PayRunState.APPROVED:
            settled[run.ledger] = max(run.calculated_at, settled.get(run.ledger, run.calculated_at))
    return ReportFacts(
        days=days,
        today=today,
        jobs={job.id: job for job in lists.jobs.where(unit=unit)},
        clients={client.id: client for client in lists.clients.where(unit=unit)},
        entries=entries,
        payouts=tuple(payout for payout in payouts if payout.id not in reopened),
        reopened={
            entry: reopened[payout.id]
            for payout in payouts
            if payout.id in reopened
            for line in payout.lines
            for entry in line.entries
        },
        invoices=lists.invoices.within(DateRange(days.first), unit=unit),
        billed=lists.billings.billed(tuple(entry.id for entry in entries)),
        employments=lists.pay.employments.where(unit=unit),
        calculated={(run.ledger, run.month): run.calculated_at for run in every},
        settled_until=settled,
    )


def _recorded(lists: Lists, unit: UnitId, days: DateRange, facts: ReportFacts) -> Recorded:
    """The same days as the gaps' search wants them."""
    return Recorded(
        today=facts.today,
        shifts=lists.shifts.within(days, unit=unit),
        assignments=lists.assignments.within(days),
        entries=tuple(entry for entry in facts.standing if entry.day in days),
        complete=lists.complete_days.within(days, unit=unit),
        clients=facts.clients,
        jobs=facts.jobs,
    )
