"""Reads what is waiting to be invoiced, and what each draft of it would hold and lack; no Qt."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.actions.billing_facts import billing_facts, shares_left
from subcontract.actions.make_draft import draft_of
from subcontract.actions.prepaid_facts import prepaid_of
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import JobId, PhaseId, UnitId
from subcontract.invoicing.buyers import warnings
from subcontract.invoicing.issuing import problems_of, totals_of
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job, JobState, Phase
from subcontract.money import ZERO, Money
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from ui.texts import CatalogueTexts

NOT_BILLED = frozenset({JobState.ENQUIRY, JobState.QUOTED, JobState.LOST})
Shares = tuple[tuple[Phase, Decimal], ...]


class Grouping(StrEnum):
    """For what one draft is made."""

    CUSTOMER = "customer"
    JOB = "job"
    MONTH = "month"
    """Each customer's each month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Work of a customer, of one of its jobs or months, that no line bills."""

    id: Hashable
    customer: Customer
    jobs: tuple[Job, ...]
    job: Job | None = None
    period: DateRange
    month: Month | None = None
    entries: int = 0
    net: Money = ZERO
    total: Money = ZERO
    problem: Problem | None = None
    """What keeps a draft from being made."""
    lacks: tuple[Problem, ...] = ()
    """What would keep the draft from being issued, or is worth a look."""
    fixed: Shares = ()
    """Fixed prices of which something is left, with the hundredths left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for."""

    unit: UnitId
    period: DateRange
    grouping: Grouping
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What one draft would be made of."""

    id: Hashable
    jobs: list[Job] = field(default_factory=list)
    period: DateRange
    month: Month | None = None
    with_fixed: bool = True


def read_waiting(lists: Lists, wish: Wish) -> tuple[Waiting, ...]:
    """Customers, jobs or months with something to invoice, most money first."""
    unit = lists.units.get(wish.unit)
    jobs = {job.id: job for job in lists.jobs.where(unit=wish.unit) if job.state is not JobState.LOST}
    work = [entry for entry in lists.unbilled_entries(wish.period) if entry.job in jobs]
    left = shares_left(lists, (job for job in jobs.values() if _has_fixed(job)))
    customers = {customer.id: customer for customer in lists.customers.all()}
    found = [
        _waiting(lists, customers[group.jobs[0].customer], group, left, unit, wish)
        for group in _groups(wish, jobs, work, left)
        if group.jobs[0].customer in customers
    ]
    shown = [one for one in found if one.entries or one.fixed or one.problem]
    return tuple(sorted(shown, key=lambda one: (-one.net.amount, one.customer.name, str(one.id))))


def _groups(
    wish: Wish, jobs: Mapping[JobId, Job], work: Iterable[WorkEntry], left: Mapping[PhaseId, Decimal]
) -> Iterable[_Group]:
    """The jobs that one draft would bill, by customer, job, or customer and month."""
    groups: dict[Hashable, _Group] = {}
    last = Month.of(wish.period.last)

    def put(job: Job, month: Month) -> None:
        key = _KEYS[wish.grouping](job, month)
        if key not in groups:
            groups[key] = _group(key, month, wish)
        if job not in groups[key].jobs:
            groups[key].jobs.append(job)

    for job_id, month in dict.fromkeys((entry.job, Month.of(entry.day)) for entry in work):
        put(jobs[job_id], month)
    for job in jobs.values():
        if _open_fixed(job, left):
            put(job, last)
    return groups.values()


_KEYS: Mapping[Grouping, Callable[[Job, Month], Hashable]] = {
    Grouping.CUSTOMER: lambda job, _month: job.customer,
    Grouping.JOB: lambda job, _month: job.id,
    Grouping.MONTH: lambda job, month: (job.customer, month),
}


def _group(key: Hashable, month: Month, wish: Wish) -> _Group:
    """A group of the whole period, or of a month; fixed prices are asked for in the last month."""
    if wish.grouping is not Grouping.MONTH:
        return _Group(id=key, period=wish.period)
    return _Group(id=key, period=month.days, month=month, with_fixed=month == Month.of(wish.period.last))


def _has_fixed(job: Job) -> bool:
    """Whether a job has a fixed price that can be invoiced."""
    priced = any(phase.basis is Basis.FIXED and phase.unit_price for phase in job.phases)
    return priced and job.state not in NOT_BILLED


def _open_fixed(job: Job, left: Mapping[PhaseId, Decimal]) -> Shares:
    """The fixed prices of a job of which something is left."""
    if not _has_fixed(job):
        return ()
    return tuple(
        (phase, left[phase.id])
        for phase in job.phases
        if phase.unit_price and left.get(phase.id, Decimal(0)) > 0
    )


def _waiting(  # noqa: PLR0917 - what was read once for all of them
    lists: Lists,
    customer: Customer,
    group: _Group,
    left: Mapping[PhaseId, Decimal],
    unit: Unit,
    wish: Wish,
) -> Waiting:
    """What a draft of these jobs would hold, or what keeps it from being made."""
    plain = Waiting(
        id=group.id,
        customer=customer,
        jobs=tuple(group.jobs),
        job=group.jobs[0] if wish.grouping is Grouping.JOB else None,
        period=group.period,
        month=group.month,
        fixed=tuple(one for job in group.jobs for one in _open_fixed(job, left)) if group.with_fixed else (),
    )
    facts = billing_facts(lists, plain.jobs, group.period, CatalogueTexts(customer.language))
    try:
        draft = draft_of(facts, customer, wish.unit, wish.today, prepaid_of(lists, customer.id))
    except Refused as refused:
        problem = next((one for one in refused.problems if one.code is not Code.NOTHING_TO_DO), None)
        return replace(plain, problem=problem, lacks=warnings(customer))
    totals = totals_of(draft.lines)
    return replace(
        plain,
        entries=sum(len(line.entries) for line in draft.lines),
        net=totals.net,
        total=totals.total,
        lacks=(*problems_of(draft, customer, unit, wish.today), *warnings(customer)),
    )
