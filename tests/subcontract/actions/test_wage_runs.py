"""Wage runs from calculation to correction, through the actions and books in memory."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.perform import perform
from subcontract.clock import FixedClock
from subcontract.days import DateRange, Month
from subcontract.ids import PayRunId, StaffId
from subcontract.money import Money, total
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages import lines
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment, HolidayPayment
from subcontract.people.forms_of_work import with_form
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused, refuse
from tests import make, make_pay
from tests.fakes import MemoryStore

SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)
CLERK = StaffId(ids.new())


@dataclass
class Office:
    """An office with one employed person on one job, and a clock that moves on with every act."""

    store: MemoryStore = field(default_factory=make.store)
    at: datetime = datetime(2026, 12, 1, 8, tzinfo=UTC)
    client: Client = field(default_factory=make_pay.worker)
    job: Any = field(default_factory=lambda: make.job(number=1))
    employment: Employment = field(init=False)

    def __post_init__(self) -> None:
        self.employment = make_pay.employment(self.client)
        card = make_pay.card(self.client)

        def write(books: Any) -> None:
            books.clients.add(self.client)
            books.jobs.add(self.job)
            books.tariffs.add(make.tariff())
            books.pay.employments.add(self.employment)
            books.pay.tax_cards.add(card)
            books.pay.pay_settings.add(make_pay.settings())

        self.store.fill(write)

    def do(self, action: Any, ask: object, *roles: Role, **worker: Any) -> Done:
        self.at += timedelta(minutes=1)
        return perform(action, ask, self.store.open_books, FixedClock(self.at), make.worker(*roles, **worker))

    def work(self, day: date, minutes: int = 240, client: Client | None = None) -> None:
        self.at += timedelta(minutes=1)
        entry = make_pay.work(client or self.client, day, self.job, minutes, at=self.at)
        self.store.fill(lambda books: books.entries.add(entry))

    def calculate(self, month: Month, ledger: Ledger = Ledger.WAGE) -> PayRun:
        ask = CalculatePayRun(month=month, ledger=ledger)
        done = self.do(calculate_pay_run, ask, Role.CLERK, staff=CLERK)
        assert done.id is not None
        with self.store.open_lists() as lists:
            return lists.pay_runs.get(PayRunId(done.id))

    def approve(self, run: PayRun) -> None:
        paid = total(payout.paid for payout in self.payouts(run))
        self.do(approve_pay_run, ApprovePayRun(pay_run=run.id, version=run.version, paid=paid))

    def payouts(self, run: PayRun) -> tuple[Payout, ...]:
        with self.store.open_lists() as lists:
            return lists.payouts.where(pay_run=run.id)

    def pay(self, month: Month) -> Payout:
        (payout,) = self.payouts(self.calculate(month))
        return payout

    def raise_pay(self, hourly: str, first: date) -> None:
        """Pay more from a day on."""
        new = make_pay.terms(first=first, hourly=Money(hourly))
        self.change_employment(terms=(*self.employment.terms, new))

    def change_employment(self, **fields: Any) -> None:
        """Change the agreement; the act tells the log of it, as ``save_employment`` does."""

        def write(ask: object, books: Any, clock: object, who: object) -> Done:
            self.employment = books.pay.employments.save(replace(self.employment, **fields))
            return Done(changed=frozenset(), id=self.employment.id)

        self.do(write, None)


def test_a_month_of_wages_is_reckoned_withheld_and_stored() -> None:
    office = Office()
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 6))
    payout = office.pay(OCTOBER)
    assert payout.wage is not None
    assert (payout.wage.wages, payout.wage.holiday_compensation) == (Money(96), Money("11.04"))
    assert payout.taxable == Money("107.04")
    assert payout.wage.withholding == Money("5.35")
    assert payout.net == payout.taxable - payout.wage.withheld
    assert (payout.days, payout.minutes, payout.tax_free) == (2, 480, Money(0))


def test_the_limit_of_a_card_is_used_up_from_run_to_run() -> None:
    office = Office()
    small = replace(make_pay.card(office.client), limit=Money(150), base=Decimal(10), additional=Decimal(40))

    def swap(books: Any) -> None:
        for card in books.pay.tax_cards.all():
            books.pay.tax_cards.remove(card)
        books.pay.tax_cards.add(small)

    office.store.fill(swap)
    office.work(date(2026, 10, 5), 480)
    office.work(date(2026, 11, 5), 480)
    first = office.calculate(OCTOBER)
    office.approve(first)
    second = office.pay(NOVEMBER)
    assert second.wage is not None
    # 107.04 each month: 42.96 is left of the limit, the rest is withheld from by the additional rate.
    assert second.wage.withholding == Money("29.93")


def test_an_unchanged_month_brings_no_difference() -> None:
    office = Office()
    office.work(date(2026, 10, 5))
    office.approve(office.calculate(OCTOBER))
    office.work(date(2026, 11, 5))
    assert not [one for one in office.pay(NOVEMBER).lines if one.rule == lines.DIFFERENCE_RULE]


def test_a_rate_changed_back_in_time_gives_difference_lines_and_leaves_the_old_run() -> None:
    office = Office()
    office.work(date(2026, 10, 5))
    run = office.calculate(OCTOBER)
    office.approve(run)
    before = office.payouts(run)
    office.raise_pay("13.00", date(2026, 10, 1))
    office.work(date(2026, 11, 5))
    payout = office.pay(NOVEMBER)
    found = {one.what: one.amount for one in payout.lines if one.rule == lines.DIFFERENCE_RULE}
    assert sum(found.values(), Money(0)) == Money("4.46")  # four hours at a euro more, and 11.5 per cent
    assert PayWarning.CORRECTED in payout.warnings
    assert office.payouts(run) == before


def test_work_told_late_is_paid_in_the_next_run() -> None:
    office = Office()
    office.work(date(2026, 10, 5))
    office.approve(office.calculate(OCTOBER))
    office.work(date(2026, 10, 6))
    payout = office.pay(NOVEMBER)
    found = [one.amount for one in payout.lines if one.rule == lines.DIFFERENCE_RULE]
    assert total(found) == Money("53.52")


def test_work_told_late_of_a_month_before_the_last_one_raises_the_compensation_at_the_end() -> None:
    office = Office()
    office.change_employment(
        holiday=HolidayPayment.AT_END, days=DateRange(date(2026, 8, 1), date(2026, 10, 31))
    )
    office.work(date(2026, 9, 7))
    office.work(date(2026, 10, 5))
    for month in (SEPTEMBER, OCTOBER):
        office.approve(office.calculate(month))
    office.work(date(2026, 9, 8))
    found = {one.what: one.amount for one in office.pay(NOVEMBER).lines if one.rule == lines.DIFFERENCE_RULE}
    assert found == {
        lines.DIFFERENCES[PayCode.HOURS]: Money(48),
        lines.DIFFERENCES[PayCode.HOLIDAY_COMPENSATION]: Money("4.32"),
    }


def test_the_same_hours_are_in_one_ledger_alone() -> None:
    office = Office()
    other = make_pay.worker(2, FormOfWork.ALLOWANCE)
    office.store.fill(lambda books: books.clients.add(other))
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 5), client=other)
    wages = office.payouts(office.calculate(OCTOBER))
    allowances = office.payouts(office.calculate(OCTOBER, Ledger.ALLOWANCE))
    assert [payout.client for payout in wages] == [office.client.id]
    assert [payout.client for payout in allowances] == [other.id]


def test_hours_paid_as_wage_stay_so_when_the_form_of_their_day_is_changed() -> None:
    office = Office()
    office.work(date(2026, 9, 1))
    office.approve(office.calculate(SEPTEMBER))
    september = DateRange(date(2026, 9, 1), date(2026, 9, 30))

    def write(ask: object, books: Any, clock: object, who: object) -> Done:
        saved = books.clients.save(with_form(office.client, september, FormOfWork.ALLOWANCE))
        return Done(changed=frozenset(), id=saved.id)

    office.do(write, None)
    office.work(date(2026, 10, 5))
    (payout,) = office.payouts(office.calculate(OCTOBER))
    assert PayWarning.CORRECTED not in payout.warnings
    with pytest.raises(Refused, match=Code.NOTHING_TO_DO):
        office.calculate(OCTOBER, Ledger.ALLOWANCE)


def test_a_calculation_tells_how_far_it_is_and_one_that_is_stopped_leaves_nothing() -> None:
    office = Office()
    other = make_pay.worker(2)
    office.store.fill(lambda books: books.clients.add(other))
    office.store.fill(lambda books: books.pay.employments.add(make_pay.employment(other)))
    for client in (office.client, other):
        office.work(date(2026, 10, 5), client=client)
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if done == of:
            raise refuse(Code.STOPPED)

    with pytest.raises(Refused) as stopped:
        office.do(calculate_pay_run, CalculatePayRun(month=OCTOBER, ledger=Ledger.WAGE, step=stop))
    assert stopped.value.code is Code.STOPPED
    assert told == [(1, 2), (2, 2)]
    with office.store.open_lists() as lists:
        assert lists.pay_runs.all() == ()
        assert lists.payouts.all() == ()
