"""Gathers what the comparison of a job starts from: who works in it and how much, cards, pensions, rates."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from subcontract import rules
from subcontract.actions.calculate_pay_run import pay_day_of
from subcontract.actions.other_jobs import earned_at_other_jobs
from subcontract.actions.pay_source import Reading
from subcontract.actions.wage_facts import paid_by
from subcontract.benefits.earnings_months import pensions_in
from subcontract.benefits.records import OutsideEarnings, Pension
from subcontract.benefits.subsidy import SubsidyTerms, terms_of
from subcontract.codes import birth_date
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, OutsideEarningsId, ShiftId
from subcontract.jobs.job import Job
from subcontract.money import ZERO, Money, ratio, to_cent
from subcontract.payout.records import TariffBasis
from subcontract.payout.tariffs import ClassRates, TariffTable
from subcontract.payout.wage_records import PaySettings, settings_on
from subcontract.payout.wages.facts import PaidBefore, PayingFacts
from subcontract.payout.wages.grounds import Grounds
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.what_if.ask import Person
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.rota.shift import Assignment, Shift, ShiftState
from subcontract.rota.times import planned_minutes

WEEKS_BACK, WEEKS_ON = 8, 4
DAYS_OF_WEEK = 7
QUARTER = 15
USUAL_WEEK, USUAL_DAYS = 600, 3
"""Ten hours on three days, taken for a job that has no shifts yet."""
USUAL_BIRTH = date(1990, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfFacts:
    """A job's group as it is, and defaults for what is assumed."""

    people: tuple[Person, ...]
    is_named: bool
    """Whether the people are those of the job's shifts; otherwise so many who are not chosen yet."""
    weekly_minutes: int
    weekly_days: int
    hourly: Money
    holiday: Decimal
    employer_costs: Decimal
    pension_known: bool
    """Whether the employer's own pension percentage is set or written on the price sheet."""
    per_day: Money
    month: Month
    pay_day: date


def what_if_facts(books: Reading, job: Job, today: date) -> WhatIfFacts:
    """Read everything that one job's comparison needs."""
    month = Month.of(today)
    pay_day = pay_day_of(month)
    days = DateRange(
        today - timedelta(weeks=WEEKS_BACK), today + timedelta(weeks=WEEKS_ON) - timedelta(days=1)
    )
    shifts = {one.id: one for one in books.shifts.within(days, job=job.id) if one.state is ShiftState.PLANNED}
    placed = books.assignments.where(shift=tuple(shifts)) if shifts else ()
    clients = {one.id: one for one in books.clients.where(unit=job.unit)}
    group = sorted({one.client for one in placed} & set(clients), key=lambda one: clients[one].number)
    settings = settings_on(books.pay.pay_settings.where(unit=job.unit), today)
    employments = books.pay.employments.where(client=tuple(group)) if group else ()
    people = _People(books, job, month, pay_day).of([clients[one] for one in group], employments)
    costs, known = _employer_costs(job, settings, pay_day)
    return WhatIfFacts(
        people=people or _nobody_yet(job),
        is_named=bool(people),
        weekly_minutes=_weekly_minutes(shifts, placed, len(group)),
        weekly_days=_weekly_days(placed, len(group)),
        hourly=_hourly(books, job, employments, today),
        holiday=rules.holiday_compensation(pay_day).value,
        employer_costs=costs,
        pension_known=known,
        per_day=_per_day(books, job, today),
        month=month,
        pay_day=pay_day,
    )


# --- the group -------------------------------------------------------------------------------


class _People:
    """What decides the money of each of the group, every kind of thing read once."""

    def __init__(self, books: Reading, job: Job, month: Month, pay_day: date) -> None:
        """Remember where and for when to read."""
        self._books, self._job, self._month, self._pay_day = books, job, month, pay_day

    def of(self, clients: list[Client], employments: Iterable[Employment]) -> tuple[Person, ...]:
        """The group, by client number."""
        if not clients:
            return ()
        ids, pay = tuple(one.id for one in clients), self._books.pay
        grounds = Grounds(
            self._month,
            Agreements(employments),
            PayingFacts(
                pay_day=self._pay_day,
                cards=pay.tax_cards.where(client=ids),
                paid=self._paid(ids),
            ),
            self._pay_day,
        )
        table = TariffTable(self._books.tariffs.where(unit=self._job.unit))
        pensions = pay.pensions.where(client=ids)
        outside = (*pay.outside_earnings.where(client=ids, month=self._month), *self._ours(clients, pensions))
        decisions = self._decisions(ids)
        return tuple(
            Person(
                name=one.name,
                client=one.id,
                born=birth_date(one.identity_code) if one.identity_code else None,
                rates=self._rates(one, table),
                ground=grounds.of(one.id, ZERO, ()).ground,
                pensions=tuple(kept for kept in pensions if kept.client == one.id),
                outside=tuple(kept for kept in outside if kept.client == one.id),
                decision=decisions.get(one.id),
            )
            for one in clients
        )

    def _paid(self, ids: tuple[ClientId, ...]) -> tuple[PaidBefore, ...]:
        """What has been paid to the group in the year of the pay day: cards hold no longer."""
        year = self._pay_day.year
        runs = [one for one in self._books.pay_runs.where(unit=self._job.unit) if one.pay_day.year == year]
        payouts = self._books.payouts.where(client=ids, pay_run=tuple(one.id for one in runs), approved=True)
        reopened = self._books.pay.reopenings.where(payout=tuple(one.id for one in payouts))
        return paid_by(runs, payouts, (one.payout for one in reopened))

    def _ours(self, clients: list[Client], pensions: Iterable[Pension]) -> Iterator[OutsideEarnings]:
        """What pensioners earn at our other jobs in the month: beside this job it is elsewhere."""
        watched = {one.client for one in pensions_in(pensions, self._month)}
        wanted = {one.id: one for one in clients if one.id in watched}
        for client, amount in earned_at_other_jobs(self._books, self._job, self._month, wanted).items():
            own = OutsideEarningsId(client)
            yield OutsideEarnings(id=own, client=client, month=self._month, amount=amount)

    def _rates(self, client: Client, table: TariffTable) -> ClassRates | None:
        """What the tariff pays the client's class, the last one known to somebody now on wages."""
        tariff = table.on(self._month.first)
        spans = sorted(client.tariff_classes, key=lambda span: span.days.first)
        name = client.tariff_class_on(self._month.first) or (spans[-1].tariff_class if spans else None)
        return table.rates(tariff, name) if tariff and name else None

    def _decisions(self, ids: tuple[ClientId, ...]) -> dict[ClientId, SubsidyTerms]:
        """Decisions in force in the month."""
        kept = self._books.pay.subsidy_decisions.where(client=ids)
        return {one.client: terms_of(one) for one in kept if one.days.overlap(self._month.days)}


def _nobody_yet(job: Job) -> tuple[Person, ...]:
    """So many people as the price sheet reckons with, or the least of a shift."""
    number = max((phase.costs.persons for phase in job.phases), default=0) or max(1, job.least)
    return tuple(Person(name="", born=USUAL_BIRTH) for _ in range(number))


def _weekly_minutes(shifts: Mapping[ShiftId, Shift], placed: Iterable[Assignment], people: int) -> int:
    """What one person has had in a week, to the quarter of an hour."""
    minutes = sum(planned_minutes(shifts[one.shift]) for one in placed)
    if not minutes or not people:
        return USUAL_WEEK
    quarters = ratio(minutes, people * _weeks(placed) * QUARTER)
    return max(1, int(quarters + Decimal("0.5"))) * QUARTER


def _weekly_days(placed: Iterable[Assignment], people: int) -> int:
    """On how many days of a week one person has worked."""
    days = len({(one.client, one.day) for one in placed})
    if not days or not people:
        return USUAL_DAYS
    return min(DAYS_OF_WEEK, max(1, int(ratio(days, people * _weeks(placed)) + Decimal("0.5"))))


def _weeks(placed: Iterable[Assignment]) -> int:
    """In how many weeks there are shifts."""
    return len({one.day.isocalendar()[:2] for one in placed}) or 1


# --- what is assumed -------------------------------------------------------------------------


def _per_day(books: Reading, job: Job, today: date) -> Money:
    """Allowance of a day as on the price sheet, else the first daily rate of the tariff."""
    written = next((one.costs.per_day for one in job.phases if one.costs.per_day), ZERO)
    tariff = TariffTable(books.tariffs.where(unit=job.unit)).on(today)
    rates = tariff.rates if tariff and not written else ()
    return next((one.amount for one in rates if one.basis is TariffBasis.DAY), written)


def _hourly(books: Reading, job: Job, employments: Iterable[Employment], today: date) -> Money:
    """The wage on the price sheet, else what the group's agreements pay on average, else the unit's."""
    written = next((one.costs.hourly for one in job.phases if one.costs.hourly), ZERO)
    return (
        written or _average(employments, today) or _average(books.pay.employments.where(unit=job.unit), today)
    )


def _average(employments: Iterable[Employment], today: date) -> Money:
    """The hourly pay of those employed, to the cent; nothing when nobody is."""
    found = {one.client: terms.hourly.amount for one in employments if (terms := one.terms_on(today))}
    return Money(to_cent(ratio(sum(found.values()), len(found)))) if found else ZERO


def _employer_costs(job: Job, settings: PaySettings | None, pay_day: date) -> tuple[Decimal, bool]:
    """Per cent of pay: as on the price sheet, else by the rules and the unit's settings."""
    written = next((one.costs.employer_costs for one in job.phases if one.costs.employer_costs), Decimal(0))
    if written:
        return written, True
    large = settings.large_employer if settings else True
    ruled = rules.health_employer(pay_day, USUAL_BIRTH).value
    ruled += rules.unemployment_employer(pay_day, USUAL_BIRTH, large=large).value
    other = settings.other_employer if settings else Decimal(0)
    pension = settings.employer_pension if settings else Decimal(0)
    if pension:
        return ruled + other + pension, True
    return ruled + other + rules.pension_private_employer(pay_day).value, False
