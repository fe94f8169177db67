"""Reads the work and the money of one job, each kind of record with one query; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.days import DateRange
from subcontract.hours.entry import DayComplete, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import InvoiceId, JobId
from subcontract.invoicing.collecting.reminding import charged_total
from subcontract.invoicing.credits.crediting import credited_total
from subcontract.invoicing.payments import paid_total
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.invoicing.states import Settled
from subcontract.jobs.job import Job
from subcontract.money import Money, total
from subcontract.payout.records import Payout
from subcontract.ports import Lists
from subcontract.reports.facts import ReportFacts
from subcontract.reports.jobs import JobReport, job_reports
from subcontract.rota.shift import Shift

EVER = DateRange(date(1900, 1, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkAnswer:
    """All that was planned and recorded for a job."""

    job: JobId
    shifts: tuple[Shift, ...]
    complete: tuple[DayComplete, ...]
    entries: tuple[WorkEntry, ...]
    """Those in force."""


def read_work(lists: Lists, job: JobId) -> WorkAnswer:
    """Read a job's shifts and entries."""
    shifts = lists.shifts.where(job=job)
    ids = tuple(shift.id for shift in shifts)
    return WorkAnswer(
        job=job,
        shifts=shifts,
        complete=lists.complete_days.where(shift=ids) if ids else (),
        entries=in_force(lists.entries.where(job=job)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyAnswer:
    """A job's plan beside what came of it, and its invoices."""

    job: JobId
    report: JobReport | None
    drafts: tuple[Draft, ...]
    invoices: tuple[Invoice, ...]
    settled: dict[InvoiceId, Settled]
    """What has been credited and paid of each invoice."""


def read_money(lists: Lists, job: Job, today: date) -> MoneyAnswer:
    """Read what a job has earned, paid and been invoiced for, since its beginning."""
    entries = lists.entries.where(job=job.id)
    invoices = lists.invoices.where(customer=job.customer)
    mine = tuple(one for one in invoices if _is_of(one, job))
    facts = _facts(lists, job, entries, invoices, today)
    reports = job_reports(facts)
    return MoneyAnswer(
        job=job.id,
        report=next((one for one in reports if one.job.id == job.id), None),
        drafts=tuple(one for one in lists.drafts.where(customer=job.customer) if _is_of(one, job)),
        invoices=mine,
        settled=_settled(lists, mine, invoices),
    )


def _facts(
    lists: Lists, job: Job, entries: tuple[WorkEntry, ...], invoices: tuple[Invoice, ...], today: date
) -> ReportFacts:
    """What the report of the job is made of; pay is shared by all work behind it, other jobs' too."""
    payouts = _payouts(lists, job, entries)
    known = {entry.id for entry in entries}
    paid = {entry for payout in payouts for line in payout.lines for entry in line.entries}
    beside = tuple(paid - known)
    others = lists.entries.where(id=beside) if beside else ()
    later = lists.entries.where(supersedes=beside) if beside else ()
    others = tuple({entry.id: entry for entry in (*others, *later)}.values())
    return ReportFacts(
        days=EVER,
        today=today,
        jobs={job.id: job},
        clients={},
        entries=(*entries, *(entry for entry in others if entry.id not in known)),
        payouts=payouts,
        invoices=invoices,
        billed=lists.billings.billed(tuple(known)),
    )


def _payouts(lists: Lists, job: Job, entries: Iterable[WorkEntry]) -> tuple[Payout, ...]:
    """Payouts of both ledgers that rest on some entry of the job; reopened ones are paid again later."""
    mine = {entry.id for entry in entries}
    runs = tuple(run.id for run in lists.pay_runs.where(unit=job.unit))
    payouts = lists.payouts.where(pay_run=runs) if runs and mine else ()
    ours = tuple(one for one in payouts if any(not mine.isdisjoint(line.entries) for line in one.lines))
    reopened = {one.payout for one in lists.pay.reopenings.where(payout=tuple(one.id for one in ours))}
    return tuple(one for one in ours if one.id not in reopened)


def _is_of(paper: Draft | Invoice, job: Job) -> bool:
    """Whether a line of the paper is about the job."""
    return any(line.job == job.id for line in paper.lines)


def _settled(
    lists: Lists, wanted: tuple[Invoice, ...], invoices: Iterable[Invoice]
) -> dict[InvoiceId, Settled]:
    """What has been credited and paid of each wanted invoice; ``invoices`` are all of the customer."""
    ids = tuple(one.id for one in wanted)
    payments = lists.payments.where(invoice=ids) if wanted else ()
    reminders = lists.invoicing.reminders.where(invoice=ids) if wanted else ()
    notes = tuple(one for one in invoices if one.kind is InvoiceKind.CREDIT_NOTE)
    return {
        one.id: Settled(
            credited=credited_total(note for note in notes if note.original == one.id),
            paid=paid_total(payment for payment in payments if payment.invoice == one.id),
            charged=charged_total(reminder for reminder in reminders if reminder.invoice == one.id),
        )
        for one in wanted
    }


def net_of(paper: Draft | Invoice, job: JobId) -> Money:
    """What a draft or an invoice has for the job, without VAT; a credit note takes it back."""
    net = total(line.net for line in paper.lines if line.job == job)
    return -net if isinstance(paper, Invoice) and paper.kind is InvoiceKind.CREDIT_NOTE else net
