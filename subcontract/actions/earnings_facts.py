"""Gathers pensioners' earnings month by month: paid, worked and not yet paid, planned, and from elsewhere.

One query for each kind of thing, none for each person. What a pay run has reckoned is taken as it is; work
without a run and shifts to come are reckoned by the agreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from subcontract.actions.earned_in import counted_by
from subcontract.actions.earnings_paid import PaidByRuns
from subcontract.actions.pay_facts import Reading
from subcontract.actions.told_places import told_places
from subcontract.benefits.earnings_months import (
    Earning,
    EarningsFacts,
    MonthOfEarnings,
    months_of_earnings,
)
from subcontract.days import DateRange, Month
from subcontract.hours.entry import OF_PEOPLE, Attendance, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, EntryId, JobId, UnitId
from subcontract.money import ZERO, Money
from subcontract.payout.wages.day_pay import DayPay
from subcontract.rota.shift import ShiftState
from subcontract.rota.times import planned_minutes

WAITS = 2
"""Months that pay may come after the work: earlier ones are read too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarningsAsked:
    """Whose months are asked for; nobody named means every client of the unit with a pension."""

    unit: UnitId
    months: tuple[Month, ...]
    today: date
    clients: tuple[ClientId, ...] = ()


def earnings_by_client(books: Reading, asked: EarningsAsked) -> dict[ClientId, tuple[MonthOfEarnings, ...]]:
    """The months of every pensioner, clients in the order of their numbers."""
    facts = earnings_facts(books, asked)
    return {client: months_of_earnings(of_client, asked.months) for client, of_client in facts.items()}


def earnings_facts(books: Reading, asked: EarningsAsked) -> dict[ClientId, EarningsFacts]:
    """What every pensioner's months are reckoned of: more plans can be added to see whether they fit."""
    return EarningsSource(books, asked).all_facts()


class EarningsSource:
    """What was read for everybody, handed out person by person."""

    def __init__(self, books: Reading, asked: EarningsAsked) -> None:
        """Read each kind of thing once."""
        self._books = books
        self._asked = asked
        self._by = counted_by(books, asked.unit, asked.today)
        unit_clients = books.clients.where(unit=asked.unit)
        wanted = {one.id for one in unit_clients if not asked.clients or one.id in asked.clients}
        self._pensions = _by_client(one for one in books.pay.pensions.all() if one.client in wanted)
        clients = sorted(
            (one for one in unit_clients if one.id in self._pensions), key=lambda one: one.number
        )
        self.pensioners = tuple(one.id for one in clients)
        self._outside = _by_client(books.pay.outside_earnings.where(client=self.pensioners))
        self._clients = {one.id: one for one in clients}
        self.pay = DayPay(
            books.pay.employments.where(client=self.pensioners),
            books.pay.fee_terms.where(client=self.pensioners),
            books.pay.pay_settings.where(unit=asked.unit),
        )
        self._read = tuple(_months(min(asked.months).plus(-WAITS), max(asked.months)))
        # Corrections of those months may be in any run since.
        runs = _months(self._read[0], max(self._read[-1], Month.of(asked.today)))
        self._paid = PaidByRuns(books, asked.unit, self.pensioners, tuple(runs))
        self._earnings: dict[ClientId, list[Earning]] = defaultdict(list)
        for client, earning in self._paid.earnings(self._by):
            self._earn(client, earning)
        self._add_work()

    def all_facts(self) -> dict[ClientId, EarningsFacts]:
        """Everybody's, clients in the order of their numbers."""
        return {client: self.facts(client) for client in self.pensioners}

    def facts(self, client: ClientId) -> EarningsFacts:
        """All that a person's months are reckoned of."""
        return EarningsFacts(
            pensions=self._pensions[client],
            earnings=tuple(self._earnings[client]),
            outside=self._outside[client],
            by=self._by,
        )

    def _add_work(self) -> None:
        """Work that no run has paid yet, and shifts without an entry."""
        days = DateRange(self._read[0].first, self._read[-1].last)
        told = self._books.entries.within(days, client=self.pensioners)
        work = [one for one in in_force(told) if one.kind in OF_PEOPLE and one.client is not None]
        by_id = {one.id: one for one in told}
        for entry in work:
            self._add_entry(entry, by_id)
        assignments = self._books.assignments.within(days, client=self.pensioners)
        shifts = {
            one.id: one for one in self._books.shifts.where(id=tuple({each.shift for each in assignments}))
        }
        places = [
            (each.client, shift)
            for each in assignments
            if (shift := shifts.get(each.shift)) is not None and shift.state is ShiftState.PLANNED
        ]
        told_of = told_places(places, work, shifts)
        for client, shift in places:
            if (client, shift.id) not in told_of and self._is_to_come(client, shift.day):
                amount = self._pay_of(client, shift.day, shift.job, planned_minutes(shift))
                self._earn_by_day(client, shift.day, amount, planned=True)

    def _add_entry(self, entry: WorkEntry, by_id: Mapping[EntryId, WorkEntry]) -> None:
        """Work that no run has looked at yet; of a correction only what it changes."""
        if entry.client is None:
            return
        looked = self._paid.looked(entry.client, Month.of(entry.day))
        seen: WorkEntry | None = entry
        while seen is not None and (looked is None or seen.at > looked):
            seen = by_id.get(seen.supersedes) if seen.supersedes else None
        before = self._pay_of_entry(seen) if seen is not None else ZERO
        self._earn_by_day(entry.client, entry.day, self._pay_of_entry(entry) - before)

    def _pay_of_entry(self, entry: WorkEntry) -> Money:
        present = entry.attendance is Attendance.PRESENT and not entry.void
        return self._pay_of(entry.client, entry.day, entry.job, entry.minutes) if present else ZERO

    def _is_to_come(self, client: ClientId, day: date) -> bool:
        """Whether a shift without an entry may still give pay: to come, or of a month not reckoned."""
        return day >= self._asked.today or not self._is_paid(client, day)

    def _is_paid(self, client: ClientId, day: date) -> bool:
        """Whether a run has reckoned a person's month."""
        return self._paid.looked(client, Month.of(day)) is not None

    def _pay_of(self, client: ClientId | None, day: date, job: JobId, minutes: int) -> Money:
        """A day's work by the agreement."""
        return ZERO if client is None else self.pay.of(self._clients[client], day, job, minutes)

    def _earn_by_day(self, client: ClientId, day: date, amount: Money, *, planned: bool = False) -> None:
        """Add what a day gives."""
        pay_day = self.pay_day(Month.of(day))
        self._earn(client, Earning(work_day=day, pay_day=pay_day, amount=amount, planned=planned))

    def _earn(self, client: ClientId, earning: Earning) -> None:
        if earning.amount != ZERO:
            self._earnings[client].append(earning)

    def pay_day(self, month: Month) -> date:
        """The day on which work of a month that no run has looked at yet is paid."""
        return self._paid.pay_day_to_come(month)


def _by_client(records: Iterable[Any]) -> dict[ClientId, tuple[Any, ...]]:
    """Records of persons, by the person."""
    found: dict[ClientId, tuple[Any, ...]] = defaultdict(tuple)
    for one in records:
        found[one.client] = (*found[one.client], one)
    return found


def _months(first: Month, last: Month) -> Iterator[Month]:
    """The months from one to another."""
    month = first
    while month <= last:
        yield month
        month = month.plus(1)
