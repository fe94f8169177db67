"""Whatever is told late, corrected, raised or reopened: in the end each month has been paid what it gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

import pytest

from subcontract.actions.pay_source import PaySource
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.actions.wage_facts import WageSource
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.money import Money, total
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wages import lines
from subcontract.payout.wages.gross import gross_month
from subcontract.people.employment import HolidayPayment, PaidBy
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_pay
from tests.subcontract.actions.test_wage_runs import Office

MONTHS = tuple(Month(2026, number) for number in (7, 8, 9, 10))
NOVEMBER = Month(2026, 11)
LAST_DAYS = (None, date(2026, 8, 31), date(2026, 9, 15), date(2026, 10, 20))


@contextmanager
def suppress_only(*codes: Code) -> Iterator[None]:
    """Pass over what may be refused here, and nothing else."""
    try:
        yield
    except Refused as refused:
        if refused.code not in codes:
            raise


class RandomOffice:
    """One person whose agreement, work and corrections come by chance."""

    def __init__(self, seed: int) -> None:
        """Agree on something."""
        self.chance = Random(seed)
        self.office = Office(at=datetime(2026, 11, 3, 8, tzinfo=UTC))
        self.entries: list[WorkEntry] = []
        self.runs: list[PayRun] = []
        paid_by, last = self.chance.choice(list(PaidBy)), self.chance.choice(LAST_DAYS)
        piece = Decimal("0.5") if paid_by is PaidBy.PIECE else Decimal(0)
        self.office.change_employment(
            holiday=self.chance.choice(list(HolidayPayment)),
            days=DateRange(date(2026, 1, 1), last) if last else make_pay.YEAR,
            terms=(make_pay.terms(paid_by=paid_by, piece_rate=piece),),
        )
        pot = make_pay.pot(self.office.job, amount=Money(150))
        self.office.store.fill(lambda books: books.pay.wage_pots.add(pot))

    def work(self, month: Month, **fields: Any) -> None:
        self._told(date(month.year, month.number, self.chance.randint(1, 28)), **fields)

    def _told(self, day: date, **fields: Any) -> None:
        self.office.at += timedelta(minutes=1)
        minutes, pieces = self.chance.randint(1, 480), self.chance.randint(0, 99)
        entry = make_pay.work(
            self.office.client, day, self.office.job, minutes, pieces=pieces, at=self.office.at
        )
        told = replace(entry, **fields)
        self.office.store.fill(lambda books: books.entries.add(told))
        self.entries.append(told)

    def correct(self) -> None:
        if self.entries:
            old = self.entries.pop(self.chance.randrange(len(self.entries)))
            self._told(old.day, supersedes=old.id, reason="x", void=self.chance.random() < 0.3)

    def raise_pay(self) -> None:
        hourly = Money(self.chance.randint(8, 20))
        self.office.change_employment(terms=(replace(self.office.employment.terms[0], hourly=hourly),))

    def reopen(self) -> None:
        payouts = self.payouts()
        if payouts:
            ask = ReopenPayout(payout=self.chance.choice(payouts).id, reason="x")
            with suppress_only(Code.NOTHING_TO_DO, Code.WRONG_STATE):
                self.office.do(reopen_payout, ask, Role.CLERK)

    def payouts(self) -> list[Payout]:
        return [payout for run in self.runs for payout in self.office.payouts(run)]

    def calculate(self, month: Month) -> PayRun | None:
        with suppress_only(Code.NOTHING_TO_DO):
            return self.office.calculate(month)
        return None

    def close(self, month: Month) -> None:
        run = self.calculate(month)
        if run is not None:
            self.office.approve(run)
            self.runs.append(run)

    def live(self) -> None:
        """Four months, each closed after something has happened to it and to those before."""
        for month in MONTHS[:3]:
            for _ in range(self.chance.randint(0, 4)):
                self.work(month)
        for month in MONTHS:
            happenings = (self.correct, self.raise_pay, self.reopen, partial(self.work, month))
            for happening in self.chance.choices(happenings, k=self.chance.randint(0, 4)):
                happening()
            self.close(month)

    def due(self) -> Money:
        """What the closed months give by all that is known now."""
        with self.office.store.open_lists() as lists:
            source = WageSource(source=PaySource(books=lists, unit=make.UNIT, ledger=Ledger.WAGE))
            months = [gross_month(source.facts(run.month)) for run in self.runs]
        told = (line for month in months for gross in month.values() for line in gross.lines)
        return total(line.amount for line in told if lines.code_of(line) is not None)

    def settled(self) -> Money:
        """What has been paid, and what the next run pays or carries on."""
        self.office.at = datetime(2026, 12, 3, 8, tzinfo=UTC)
        run = self.calculate(NOVEMBER)
        coming = self.office.payouts(run) if run else ()
        with self.office.store.open_lists() as lists:
            reopened = {one.payout for one in lists.pay.reopenings.all()}
        paid = total(one.taxable for one in (*self.payouts(), *coming) if one.id not in reopened)
        owed = total(line.amount for one in coming for line in one.lines if line.what == lines.CARRIED_PAY)
        return paid - owed


@pytest.mark.parametrize("seed", range(120))
def test_nothing_is_paid_twice_or_never(seed: int) -> None:
    office = RandomOffice(seed)
    office.live()
    assert office.settled() == office.due()
