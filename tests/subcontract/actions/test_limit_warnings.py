"""A wage run tells of those whose pay comes near the earnings limit of a pension or over it."""

from datetime import date
from typing import Any

import pytest

from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.benefits.records import EarnedIn, PensionKind
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.payout.records import Ledger
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from tests import make, make_benefits, make_pay
from tests.pay_office import Office

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
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


def test_another_run_paid_in_the_same_month_counts(office: Office) -> None:
    pension(office, kind=PensionKind.FULL_WORK)
    elsewhere(office, "885")
    assert warned(office) == {PayWarning.EARNINGS_NEAR}
    office.add("entries", make.entry(client=office.liisa.id, job=office.job.id, day=date(2026, 10, 9)))
    late = CalculatePayRun(month=Month(2026, 10), ledger=Ledger.WAGE, pay_day=date(2026, 12, 4))
    office.do(calculate_pay_run, late)
    assert warned(office) == {PayWarning.EARNINGS_OVER}
