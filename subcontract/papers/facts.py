"""What a paper is made of, beside the records themselves; no reportlab here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_check import SubsidyCheck
from subcontract.benefits.subsidy_facts import Asked
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import JobId
from subcontract.invoicing.collecting.owing import OpenItem
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.records import Invoice
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.money import ZERO, Money
from subcontract.payout.records import Payout, PayRun
from subcontract.payout.wages.holiday import Accrual
from subcontract.payout.what_if.compare import Comparison
from subcontract.payout.year import Payment
from subcontract.people.client import Client
from subcontract.people.employment import Employment, HolidayPayment
from subcontract.people.tax_card import TaxCard
from subcontract.people.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone:
    """What one client did on one job in the month of a statement."""

    job: str
    pictogram: str = ""
    """Name of a drawing in ``resources/pictograms``, without its ending."""
    days: int
    """Attended days on this job."""
    minutes: int
    pieces: int = 0


def work_done(entries: Iterable[WorkEntry], jobs: Mapping[JobId, Job]) -> tuple[WorkDone, ...]:
    """Gather one client's standing entries by job, most time first; absences are left out."""
    by_job: dict[JobId, list[WorkEntry]] = {}
    for entry in entries:
        if entry.kind is EntryKind.WORK and entry.attendance is Attendance.PRESENT and entry.job in jobs:
            by_job.setdefault(entry.job, []).append(entry)
    done = [_of_job(jobs[job], found) for job, found in by_job.items()]
    return tuple(sorted(done, key=lambda work: (-work.minutes, work.job)))


def _of_job(job: Job, entries: list[WorkEntry]) -> WorkDone:
    """Sum one job; its picture is that of the phase with the most time."""
    minutes: dict[str, int] = {}
    for entry in entries:
        phase = job.phase(entry.phase)
        picture = phase.pictogram if phase else ""
        minutes[picture] = minutes.get(picture, 0) + entry.minutes
    return WorkDone(
        job=job.name,
        pictogram=max(minutes, key=lambda name: (minutes[name], name)),
        days=len({entry.day for entry in entries}),
        minutes=sum(entry.minutes for entry in entries),
        pieces=sum(entry.pieces for entry in entries),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFacts:
    """A quote: the offer itself, the job it is for and both parties."""

    quote: Quote
    job: Job
    customer: Customer
    unit: Unit
    by: str = ""
    """Name of the member of staff who makes the offer."""
    draft: bool = False
    """Whether it has not been made yet: the paper then says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderFacts:
    """A reminder or a payment demand, with the invoice as it was issued."""

    reminder: Reminder
    invoice: Invoice
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """An agreement made from an accepted quote."""

    quote: Quote
    job: Job
    customer: Customer
    unit: Unit
    coach: str = ""
    """Name of the coach who guides the group."""
    times: str = ""
    """Weekdays and times of the work in words, when a calendar has been agreed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """A client's statement of one month's allowance."""

    payout: Payout
    run: PayRun
    client: Client
    unit: Unit
    work: tuple[WorkDone, ...] = ()
    """Empty when only days and hours are to be told."""
    contact: str = ""
    """Whom to ask; the unit itself when empty."""
    by_payroll: bool = False
    """The provider's payroll reckons what is left: the payout tells gross pay alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayslipFacts:
    """What a payslip tells beside the payout itself."""

    payout: Payout
    run: PayRun
    client: Client
    unit: Unit
    pay_day: date
    """The day on which it is paid: the working day before, if the agreed day is off."""
    employments: tuple[Employment, ...] = ()
    """Agreements in force in the month; none where there are fees alone."""
    card: TaxCard | None = None
    """The tax card that was used."""
    used_before: Money = ZERO
    """What earlier payments had used of the card's limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidySheetFacts:
    """What an application for a wage subsidy is filled in with."""

    unit: Unit
    client: Client
    check: SubsidyCheck
    asked: Asked
    agreement: Employment | None = None
    """The agreement in force or the next one, when it has been made."""
    by: str = ""
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyClaimFacts:
    """A month's claim of a wage subsidy."""

    claim: SubsidyClaim
    decision: SubsidyDecision
    employment: Employment | None
    client: Client
    unit: Unit
    by: str = ""
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceListFacts:
    """The folder's list of a pay run, of either ledger."""

    run: PayRun
    unit: Unit
    rows: tuple[tuple[Client, Payout], ...]
    calculated_by: str = ""
    approved_by: str = ""
    reopened: int = 0
    """How many payouts of the run are not paid as they stand; they have no row."""
    by_payroll: bool = False
    """The provider's payroll reckons what is left: the rows tell gross pay alone."""
    chain_head: str = ""
    """Head of the event log's chain when the run was approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSummaryFacts:
    """What one person was paid in a year."""

    client: Client
    unit: Unit
    year: int
    payments: tuple[Payment, ...]
    day: date
    """When it is made: a payment of later days is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayOf:
    """One employment, with those before it that it counts as one with."""

    days: DateRange
    accrual: Accrual
    payment: HolidayPayment
    """When holiday compensation is paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayFacts:
    """The holiday that a person has earned in a credit year."""

    client: Client
    unit: Unit
    year: DateRange
    """From the first of April to the last of March."""
    until: date
    """The last day that is in it."""
    of: tuple[HolidayOf, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentFacts:
    """An employment agreement between the provider and a client."""

    employment: Employment
    client: Client
    unit: Unit
    job: str = ""
    """Name of the job it is for; empty when it goes on from job to job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFacts:
    """A job compared three ways, with what its words need."""

    comparison: Comparison
    job: Job
    unit: Unit
    day: date
    customer: str = ""
    by: str = ""
    unit_name: str = ""
    """What a piece is called on the invoice; empty for hours, days and fixed prices."""
    is_named: bool = True
    """Whether the people are chosen; otherwise so many who are not."""
    pension_known: bool = True
    """Whether the employer's own pension percentage is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItemsFacts:
    """What a customer owes on a day."""

    customer: Customer
    unit: Unit
    items: tuple[OpenItem, ...]
    """By due day."""
    day: date
