"""What shifts give each person by what has been agreed, and what pensioners may still earn; estimates.

A wage or a fee is reckoned as for the earnings limits; the allowance by the class of the tariff, without
pieces and pots, which nobody knows beforehand.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from subcontract import rules
from subcontract.actions.earnings_facts import EarningsAsked, EarningsSource
from subcontract.actions.pay_facts import Reading
from subcontract.benefits.earnings_months import EarningsFacts, month_of_earnings, pensions_in
from subcontract.benefits.records import EarnedIn
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, JobId, ShiftId, UnitId
from subcontract.money import ZERO, Money, total
from subcontract.payout.earnings import lines_of_day
from subcontract.payout.ledgers import WAGE_FORMS, Forms
from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.payout.tariffs import TariffTable
from subcontract.payout.wages.day_pay import DayPay
from subcontract.payout.work import WorkDay
from subcontract.people.client import Client, FormOfWork
from subcontract.problems import Refused
from subcontract.rota.rotation.past import Past
from subcontract.rota.rotation.problem import Limit, LimitKind
from subcontract.rota.rotation.question import months_of
from subcontract.rota.shift import Shift
from subcontract.rota.times import planned_minutes

Rows = dict[ClientId, Mapping[ShiftId, Money]]
"""Those who would get the same share one row."""
Group = tuple[Shift, int, tuple[ShiftId, ...]]
"""Shifts that give somebody the same: one of them, its minutes, and all of them."""
Gives = tuple[Money | None, ...]


class ShiftPay:
    """The agreements and the tariffs of a unit, read once."""

    def __init__(self, books: Reading, unit: UnitId, clients: Iterable[Client]) -> None:
        """Read them."""
        self._clients = {client.id: client for client in clients}
        employments = books.pay.employments.where(unit=unit)
        fees = books.pay.fee_terms.where(client=tuple(self._clients))
        self._wages = DayPay(employments, fees, books.pay.pay_settings.where(unit=unit))
        self._forms = Forms(employments)
        self._own_jobs = {(one.client, one.job) for one in employments if one.job is not None}
        self._of_own_jobs = {client for client, _ in self._own_jobs}
        self._table = TariffTable(books.tariffs.where(unit=unit))
        self._allowances: dict[tuple[str, date, int], Money] = {}

    def of(self, client: ClientId, day: date, job: JobId, minutes: int, before: int = 0) -> Money:
        """What some minutes of a day give, ``before`` being those of the same day on the same allowance."""
        person, form = self._clients.get(client), self.form_on(client, day, job)
        if person is None or form is None:
            return ZERO
        if form in WAGE_FORMS:
            return self._wages.of(person, day, job, minutes)
        name = person.tariff_class_on(day) or ""
        return self._allowance(name, day, before + minutes) - self._allowance(name, day, before)

    def form_on(self, client: ClientId, day: date, job: JobId) -> FormOfWork | None:
        """On what basis the work is done."""
        person = self._clients.get(client)
        return self._forms.on(person, day, job) if person else None

    def may_earn(self, client: Client) -> bool:
        """Whether a wage or a fee has been agreed with a client for some days, or for some job."""
        return client.id in self._of_own_jobs or any(span.form in WAGE_FORMS for span in client.forms)

    def earners(self, shifts: Collection[Shift]) -> frozenset[ClientId]:
        """Those to whom some of the shifts would give a wage or a fee."""
        return frozenset(
            client.id
            for client in self._clients.values()
            if self.may_earn(client)
            and any(self.form_on(client.id, shift.day, shift.job) in WAGE_FORMS for shift in shifts)
        )

    def _allowance(self, name: str, day: date, minutes: int) -> Money:
        """A day of a class, held to the tax-free limit where what is above it is not paid."""
        key = (name, day, minutes)
        if key not in self._allowances:
            self._allowances[key] = self._by_tariff(name, day, minutes) if minutes else ZERO
        return self._allowances[key]

    def _by_tariff(self, name: str, day: date, minutes: int) -> Money:
        tariff = self._table.on(day)
        rates = self._table.rates(tariff, name) if tariff else None
        if tariff is None or rates is None:
            return ZERO
        amount = total(line.amount for line in lines_of_day(WorkDay(day=day, minutes=minutes), rates))
        if tariff.limit_mode is not LimitMode.DAY or tariff.above_limit is not AboveLimit.CUT:
            return amount
        try:
            return min(amount, rules.allowance_limit(day).value)
        except Refused:  # no limit is known for the day
            return amount

    def rows(self, shifts: Iterable[Shift], watched: frozenset[ClientId]) -> Rows:
        """What each of these shifts would give everybody; who would get nothing is left out.

        Of those whose earnings are ``watched`` the allowance counts only if they can get nothing else: it
        is no earnings, and a limit of cents counts all that is in a row.
        """
        kept = tuple(shifts)
        by_time, by_job = _alike(kept, by_job=False), _alike(kept, by_job=True)
        usual: dict[object, Gives] = {}
        shared: dict[object, Mapping[ShiftId, Money]] = {}
        found: Rows = {}
        for client in self._clients.values():
            groups = by_job if client.id in self._of_own_jobs else by_time
            if self.may_earn(client):
                gives = self._gives(client, groups, watched)
            else:
                alike = (client.forms, client.tariff_classes)
                gives = usual.get(alike) or usual.setdefault(alike, self._gives(client, groups, frozenset()))
            if any(gives):
                key = (groups is by_job, gives)
                found[client.id] = shared.get(key) or shared.setdefault(key, _row(groups, gives))
        return found

    def _gives(self, client: Client, groups: tuple[Group, ...], watched: frozenset[ClientId]) -> Gives:
        """What a shift of each group would give; ``None`` where it is not counted."""
        told = []
        for shift, minutes, _ in groups:
            wage = self.form_on(client.id, shift.day, shift.job) in WAGE_FORMS
            told.append((self.of(client.id, shift.day, shift.job, minutes), wage))
        only_wages = client.id in watched and any(wage for _, wage in told)
        return tuple(amount if wage or not only_wages else None for amount, wage in told)


def _alike(shifts: Iterable[Shift], *, by_job: bool) -> tuple[Group, ...]:
    """Shifts of the same day and length together, and of the same job where that matters."""
    found: dict[tuple[object, ...], list[Shift]] = {}
    for shift in shifts:
        key = (shift.day, planned_minutes(shift), shift.job if by_job else None)
        found.setdefault(key, []).append(shift)
    return tuple((each[0], planned_minutes(each[0]), tuple(s.id for s in each)) for each in found.values())


def _row(groups: tuple[Group, ...], gives: Gives) -> Mapping[ShiftId, Money]:
    told = zip(groups, gives, strict=True)
    return {shift: amount for (_, _, alike), amount in told if amount is not None for shift in alike}


class Watched:
    """The earnings of pensioners around the days of a question."""

    def __init__(self, books: Reading, unit: UnitId, days: DateRange, today: date) -> None:
        """Read them; nothing is read where nobody has a pension."""
        self._days = days
        self._facts: dict[ClientId, EarningsFacts] = {}
        self._pay_days: dict[Month, date] = {}
        if books.pay.pensions.all():
            worked = tuple(Month.of(month.first) for month in months_of(days))
            months = (*worked, worked[-1].plus(1))  # paid a month later at the usual pay day
            source = EarningsSource(books, EarningsAsked(unit=unit, months=months, today=today))
            self._facts = source.all_facts()
            self._pay_days = {month: source.pay_day(month) for month in worked}

    @property
    def clients(self) -> frozenset[ClientId]:
        """Whose earnings are watched."""
        return frozenset(self._facts)

    def limits(
        self, shifts: Collection[Shift], pay: ShiftPay, past: Past
    ) -> dict[ClientId, tuple[Limit, ...]]:
        """What they may still earn, for those to whom some of the shifts would give a wage or a fee."""
        earners = pay.earners(shifts)
        return {
            client: tuple(self._limits(client, facts, pay, past))
            for client, facts in self._facts.items()
            if client in earners
        }

    def _limits(self, client: ClientId, facts: EarningsFacts, pay: ShiftPay, past: Past) -> Iterable[Limit]:
        by_count: dict[Month, list[Month]] = {}
        for month, day in self._pay_days.items():
            by_count.setdefault(Month.of(day) if facts.by is EarnedIn.PAYMENT else month, []).append(month)
        for counted, worked in by_count.items():
            days = DateRange(worked[0].first, worked[-1].last)
            limit = self._limit(facts, counted)
            if limit is not None:
                # Not among the planned earnings: help of the coach, which is no place in a group, and
                # places on shifts that others are recorded on already, which are not asked about.
                ahead = (one for one in past.of(client, days) if not one.recorded)
                more = (
                    one.pay.cents
                    for one in ahead
                    if (one.helping or one.day in self._days)
                    and pay.form_on(client, one.day, one.job) in WAGE_FORMS
                )
                used = limit.used + sum(more)
                yield Limit(kind=LimitKind.CENTS, days=days, most=limit.most, used=used)

    def _limit(self, facts: EarningsFacts, counted: Month) -> Limit | None:
        """The tighter limit of a month and what counts in it outside the question."""
        pensions = pensions_in(facts.pensions, counted)
        if not pensions:
            return None
        outside = tuple(one for one in facts.earnings if not (one.planned and one.work_day in self._days))
        kept = EarningsFacts(pensions=facts.pensions, earnings=outside, outside=facts.outside, by=facts.by)
        month = month_of_earnings(kept, counted, pensions)
        limits = [use.limit for use in month.uses if use.limit is not None]
        if not limits:
            return None
        return Limit(kind=LimitKind.CENTS, days=counted.days, most=min(limits).cents, used=month.total.cents)
