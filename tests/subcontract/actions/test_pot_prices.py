"""A part of a job's price as pay: a new price of the job does not reach back into months that were paid."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.act import Done
from subcontract.jobs.job import Basis
from subcontract.money import Money
from subcontract.payout.lines import DIFFERENCE_RULE
from subcontract.payout.records import PayoutLine
from subcontract.people.employment import PaidBy
from tests import make, make_pay
from tests.subcontract.actions.test_wage_runs import NOVEMBER, OCTOBER, Office


def priced(price: str) -> Any:
    return replace(make.phase(), basis=Basis.HOUR, unit_price=Decimal(price))


@pytest.fixture
def office() -> Office:
    """Half of the price of every hour is the group's; the floor is low."""
    office = Office(job=make.job(number=1, phases=(priced("50"),)))
    pot = make_pay.pot(office.job, amount=Money(0), percent=Decimal(50))
    office.store.fill(lambda books: books.pay.wage_pots.add(pot))
    office.change_employment(terms=(make_pay.terms(paid_by=PaidBy.POT, hourly=Money(1)),))
    office.work(date(2026, 10, 5))
    run = office.calculate(OCTOBER)
    office.approve(run)
    (payout,) = office.payouts(run)
    assert payout.taxable == Money("111.50")  # 4 hours at 50 €, half of it, and holiday compensation
    return office


def save(office: Office, **fields: Any) -> None:
    """Change the job; the act tells the log of it, as ``save_job`` does."""

    def write(ask: object, books: Any, clock: object, who: object) -> Done:
        office.job = books.jobs.save(replace(office.job, **fields))
        return Done(changed=frozenset(), id=office.job.id)

    office.do(write, None)


def new_price(office: Office, price: str) -> None:
    (phase,) = office.job.phases
    save(office, phases=(replace(phase, unit_price=Decimal(price)),))


def corrections(office: Office) -> list[PayoutLine]:
    return [line for line in office.pay(NOVEMBER).lines if line.rule == DIFFERENCE_RULE]


@pytest.mark.parametrize("price", ["25", "80", "0"])
def test_a_new_price_changes_nothing_of_a_paid_month(office: Office, price: str) -> None:
    new_price(office, price)
    office.work(date(2026, 11, 3))
    assert corrections(office) == []


def test_late_work_of_a_paid_month_is_shared_at_the_price_of_then(office: Office) -> None:
    new_price(office, "25")
    office.work(date(2026, 10, 6))
    assert [line.amount for line in corrections(office)] == [Money(100), Money("11.50")]


def test_a_pot_that_is_changed_for_a_paid_month_gives_the_difference(office: Office) -> None:
    def write(ask: object, books: Any, clock: object, who: object) -> Done:
        (pot,) = books.pay.wage_pots.all()
        saved = books.pay.wage_pots.save(replace(pot, percent=Decimal(60)))
        return Done(changed=frozenset(), id=saved.id)

    office.do(write, None)
    office.work(date(2026, 11, 3))
    assert [line.amount for line in corrections(office)] == [Money(20), Money("2.30")]
