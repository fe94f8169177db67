"""A wage run tells of those whose pay comes near the earnings limit of a pension or over it."""

from datetime import date
from typing import Any

import pytest

from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.limit_warnings import with_limit_warnings
from subcontract.benefits.records import EarnedIn, PensionKind
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.payout.calculate import Result
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import PayCode, Reopening
from subcontract.payout.wages.lines import difference
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from tests import make, make_benefits, make_pay
from tests.pay_office import CLOCK, Office

OCTOBER, NOVEMBER, DECEMBER = Month(2026, 10), Month(2026, 11), Month(2026, 12)
PAID = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),)
LIMITS = {PayWarning.EARNINGS_NEAR, PayWarning.EARNINGS_OVER}


@pytest.fixture
def office() -> Office:
    """One morning of November gives 55,82 €, paid in December."""
    office = Office(liisa=make.client(number=1, forms=PAID, identity_code="010190-900P"))
    office.add("pay.employments", office.employment())
    office.add("entries", make.entry(client=office.liisa.id, job=office.job.id, day=date(2026, 11, 9)))
    return office


def pension(office: Office, **fields: Any) -> None:
    office.add("pay.pensions", make_benefits.pension(client=office.liisa.id, **fields))


def elsewhere(office: Office, amount: str, month: Month = DECEMBER) -> None:
    record = make_benefits.outside(client=office.liisa.id, month=month, amount=Money(amount))
    office.add("pay.outside_earnings", record)


def warned(office: Office) -> set[PayWarning]:
    office.do(calculate_pay_run, CalculatePayRun(month=NOVEMBER, ledger=Ledger.WAGE))
    with office.store.open_lists() as lists:
        runs = lists.pay_runs.where(month=NOVEMBER, ledger=Ledger.WAGE)
        (payout,) = lists.payouts.where(client=office.liisa.id, pay_run=runs[0].id)
    assert payout.taxable == Money("55.82")
    return LIMITS & set(payout.warnings)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("736.89", set()),
        ("736.90", {PayWarning.EARNINGS_NEAR}),
        ("935.08", {PayWarning.EARNINGS_NEAR}),
        ("935.09", {PayWarning.EARNINGS_OVER}),
    ],
)
def test_pay_and_earnings_elsewhere_of_the_month_of_payment(
    office: Office, amount: str, expected: set[PayWarning]
) -> None:
    pension(office)
    elsewhere(office, amount)
    elsewhere(office, "5000", NOVEMBER)  # another month
    assert warned(office) == expected


def test_without_a_pension_in_that_month_there_is_no_limit(office: Office) -> None:
    elsewhere(office, "2000")
    assert warned(office) == set()
    pension(office, days=DateRange(date(2020, 1, 1), date(2026, 11, 30)))
    assert warned(office) == set()


def test_by_the_month_of_work(office: Office) -> None:
    office.add("pay.pay_settings", make_pay.settings(earned_in=EarnedIn.WORK))
    pension(office)
    elsewhere(office, "950", NOVEMBER)
    assert warned(office) == {PayWarning.EARNINGS_OVER}


def test_a_payout_that_was_reopened_is_not_paid_beside_this_one(office: Office) -> None:
    pension(office)
    elsewhere(office, "600")
    wrong = office.approve(Month(2026, 10), taxable=Money(400), pay_day=date(2026, 12, 4))
    assert warned(office) == {PayWarning.EARNINGS_OVER}
    reopening = Reopening(
        payout=wrong.id, client=office.liisa.id, reason="x", by=make.MANAGER, at=CLOCK.now()
    )
    office.add("pay.reopenings", reopening)
    with office.store.open_lists() as lists:
        results = {office.liisa.id: Result(client=office.liisa.id, taxable=Money(55))}
        found = with_limit_warnings(lists, make.UNIT, NOVEMBER, date(2026, 12, 15), results)
    assert found[office.liisa.id].warnings == frozenset()


def test_a_pay_day_that_is_off_is_of_the_month_before_it(office: Office) -> None:
    pension(office)
    elsewhere(office, "980", NOVEMBER)
    with office.store.open_lists() as lists:
        results = {office.liisa.id: Result(client=office.liisa.id, taxable=Money(55))}
        sunday = with_limit_warnings(lists, make.UNIT, Month(2026, 10), date(2026, 11, 1), results)
        monday = with_limit_warnings(lists, make.UNIT, Month(2026, 10), date(2026, 11, 2), results)
    assert sunday[office.liisa.id].warnings == frozenset()  # paid on the last Friday of October
    assert monday[office.liisa.id].warnings == {PayWarning.EARNINGS_OVER}


def test_by_the_month_of_work_a_correction_of_another_month_does_not_count(office: Office) -> None:
    office.add("pay.pay_settings", make_pay.settings(earned_in=EarnedIn.WORK))
    pension(office)
    elsewhere(office, "900", NOVEMBER)
    corrected = Result(
        client=office.liisa.id,
        taxable=Money(155),
        lines=(make_benefits.line(PayCode.HOURS, "55.00"), difference(PayCode.HOURS, OCTOBER, Money(100))),
    )
    with office.store.open_lists() as lists:
        found = with_limit_warnings(
            lists, make.UNIT, NOVEMBER, date(2026, 12, 15), {office.liisa.id: corrected}
        )
    assert found[office.liisa.id].warnings == {PayWarning.EARNINGS_NEAR}


def test_another_run_paid_in_the_same_month_counts(office: Office) -> None:
    pension(office, kind=PensionKind.FULL_WORK)
    elsewhere(office, "885")
    assert warned(office) == {PayWarning.EARNINGS_NEAR}
    office.add("entries", make.entry(client=office.liisa.id, job=office.job.id, day=date(2026, 10, 9)))
    late = CalculatePayRun(month=Month(2026, 10), ledger=Ledger.WAGE, pay_day=date(2026, 12, 4))
    office.do(calculate_pay_run, late)
    assert warned(office) == {PayWarning.EARNINGS_OVER}
