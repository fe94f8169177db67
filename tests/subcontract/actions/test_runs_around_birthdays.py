"""Contributions through whole pay runs: a birthday changes them from the month after it, not on its day."""

from datetime import date

import pytest

from subcontract.days import Month
from subcontract.money import ZERO, Money
from subcontract.payout.records import Payout
from subcontract.payout.warnings import PayWarning
from tests import make_pay
from tests.subcontract.actions.test_wage_runs import Office

BORN_15_NOVEMBER_2008, BORN_30_NOVEMBER_1961 = "151108A900M", "301161-9000"
BORN_LEAP_DAY_2008 = "290208A900D"


def paid(office: Office, month: Month) -> Payout:
    run = office.calculate(month)
    office.approve(run)
    (payout,) = office.payouts(run)
    return payout


def unemployment(payout: Payout) -> Money:
    assert payout.wage is not None
    return payout.wage.unemployment


@pytest.mark.parametrize(
    ("code", "first", "in_its_month", "after"),
    [
        # turns 18 in November: paid on 13.11. and 15.12.
        (BORN_15_NOVEMBER_2008, Month(2026, 10), ZERO, Money("0.48")),
        # turns 65 in November
        (BORN_30_NOVEMBER_1961, Month(2026, 10), Money("0.48"), ZERO),
        # born on 29.2.2008, turns 18 in the February of a year without that day: paid on 13.2. and 13.3.
        (BORN_LEAP_DAY_2008, Month(2026, 1), ZERO, Money("0.47")),
    ],
)
def test_unemployment_insurance_changes_with_the_first_run_after_the_birthdays_month(
    code: str, first: Month, in_its_month: Money, after: Money
) -> None:
    office = Office(client=make_pay.worker(identity_code=code))
    for month in (first, first.plus(1)):
        office.work(date(month.year, month.number, 12))
    now, then = paid(office, first), paid(office, first.plus(1))
    assert (unemployment(now), unemployment(then)) == (in_its_month, after)
    assert PayWarning.AGE_CHANGES in now.warnings
    assert PayWarning.AGE_CHANGES not in then.warnings


def test_a_birthday_code_of_a_leap_day_is_read_in_every_year() -> None:
    office = Office(client=make_pay.worker(identity_code=BORN_LEAP_DAY_2008))
    office.work(date(2026, 2, 12))
    payout = paid(office, Month(2026, 2))
    assert payout.wage is not None
    assert payout.wage.pension > ZERO
    assert PayWarning.BIRTH_DATE_MISSING not in payout.warnings
