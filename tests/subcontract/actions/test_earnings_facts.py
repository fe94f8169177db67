"""Pensioners' months read from the books: paid, worked, planned, elsewhere; by payment or by work."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.earnings_facts import EarningsAsked, earnings_by_client
from subcontract.benefits.earnings import LimitState
from subcontract.benefits.earnings_months import Fit, MonthOfEarnings
from subcontract.benefits.records import EarnedIn
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance
from subcontract.ids import EntryId, PaySettingsId, UnitId
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode, PaySettings, Reopening
from subcontract.payout.wages.lines import difference
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.rota.shift import ShiftState
from tests import make, make_benefits
from tests.make_benefits import line
from tests.pay_office import CLOCK, Office

NOVEMBER, DECEMBER, JANUARY = Month(2026, 11), Month(2026, 12), Month(2027, 1)
PAID = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),)
HOURLY = Money("13.35")
DAY = HOURLY.for_minutes(225) + HOURLY.for_minutes(225).percent(Decimal("11.5"))
"""A morning of the tests at the hourly base, with holiday compensation."""


@pytest.fixture
def office() -> Office:
    office = Office(liisa=make.client(number=1, forms=PAID), emil=make.client(number=2, forms=PAID))
    office.add("pay.pensions", make_benefits.pension(client=office.liisa.id))
    office.add("pay.employments", office.employment())
    return office


def by_work(office: Office) -> None:
    settings = PaySettings(
        id=PaySettingsId(ids.new()), unit=make.UNIT, first=date(2026, 1, 1), earned_in=EarnedIn.WORK
    )
    office.add("pay.pay_settings", settings)


def work(office: Office, day: str, **fields: Any) -> EntryId:
    entry = make.entry(**({"client": office.liisa.id, "day": date.fromisoformat(day)} | fields))
    office.add("entries", entry)
    return entry.id


def plan(office: Office, day: str, **fields: Any) -> Any:
    shift = make.shift(day=date.fromisoformat(day), job=office.job.id, **fields)
    office.add("shifts", shift)
    office.add("assignments", make.assignment(shift, office.liisa))
    return shift.id


def months(office: Office, *asked: Month) -> tuple[MonthOfEarnings, ...]:
    ask = EarningsAsked(unit=make.UNIT, months=asked, today=make.TODAY)
    with office.store.open_lists() as lists:
        found = earnings_by_client(lists, ask)
    assert list(found) == [office.liisa.id]
    return found[office.liisa.id]


def test_a_morning_by_the_agreement() -> None:
    assert str(DAY) == "55.82"


def test_work_plans_and_earnings_elsewhere_of_a_month(office: Office) -> None:
    by_work(office)
    work(office, "2026-11-09")
    plan(office, "2026-11-30")
    elsewhere = make_benefits.outside(client=office.liisa.id, amount=Money(850))
    office.add("pay.outside_earnings", elsewhere)
    (november,) = months(office, NOVEMBER)
    assert (november.used, november.planned, november.elsewhere) == (DAY, DAY, Money(850))
    assert november.kela.state is LimitState.CLOSE
    assert november.fit == Fit(last=date(2026, 11, 30), all_fits=True)
    plan(office, "2026-11-27", end=time(15))
    (november,) = months(office, NOVEMBER)
    assert november.kela.state is LimitState.OVER
    assert november.fit == Fit(last=None, all_fits=False)


def test_by_payment_work_counts_in_the_month_of_its_pay_day(office: Office) -> None:
    work(office, "2026-11-09")
    plan(office, "2026-12-01")
    november, december, january = months(office, NOVEMBER, DECEMBER, JANUARY)
    assert (november.total, december.used, january.planned) == (Money(0), DAY, DAY)
    assert january.kela.state is LimitState.UNKNOWN


def test_what_a_run_has_reckoned_takes_the_place_of_its_month_s_work(office: Office) -> None:
    by_work(office)
    work(office, "2026-11-09")
    office.approve(NOVEMBER, line(PayCode.HOURS, "500.00"), taxable=Money("545.00"), approved=False)
    plan(office, "2026-11-10")  # never recorded, and the month is reckoned
    plan(office, "2026-11-22")  # yesterday
    plan(office, "2026-11-23")  # today
    plan(office, "2026-11-30")  # still to come
    (november,) = months(office, NOVEMBER)
    assert (november.used, november.planned) == (Money("545.00"), DAY + DAY)


def test_work_recorded_after_a_run_was_reckoned_counts_beside_it(office: Office) -> None:
    by_work(office)
    reckoned = work(office, "2026-11-09", at=CLOCK.now() - timedelta(days=1))
    office.approve(
        NOVEMBER,
        line(PayCode.HOURS, "50.06", entries=(reckoned,)),
        taxable=Money("55.82"),
        approved=False,
    )
    work(office, "2026-11-10", at=CLOCK.now() + timedelta(hours=1))
    (november,) = months(office, NOVEMBER)
    assert november.used == Money("55.82") + DAY


def test_what_a_correction_of_a_paid_month_changes_comes_on_the_next_pay_day(office: Office) -> None:
    october = Month(2026, 10)
    paid = work(office, "2026-10-12", at=CLOCK.now() - timedelta(days=1))
    office.approve(october, line(PayCode.HOURS, "50.06", entries=(paid,)), taxable=DAY)
    work(office, "2026-10-12", supersedes=paid, minutes=285, at=CLOCK.now() + timedelta(hours=1))
    november, december = months(office, NOVEMBER, DECEMBER)
    assert (november.used, december.used) == (DAY, Money("70.70") - DAY)


def test_a_reopened_payout_is_counted_by_the_one_that_pays_it(office: Office) -> None:
    by_work(office)
    wrong = office.approve(Month(2026, 10), line(PayCode.HOURS, "300.00"), taxable=Money(300))
    reopening = Reopening(
        payout=wrong.id, client=office.liisa.id, reason="Väärä tuntipalkka", by=make.MANAGER, at=CLOCK.now()
    )
    office.add("pay.reopenings", reopening)
    (october,) = months(office, Month(2026, 10))
    assert october.used == Money(300)  # it is still to be paid, though perhaps not so much
    office.approve(
        NOVEMBER, difference(PayCode.HOURS, Month(2026, 10), Money(320)), taxable=Money(320), approved=False
    )
    october, november = months(office, Month(2026, 10), NOVEMBER)
    assert (october.used, november.used) == (Money(320), Money(0))


def test_a_correction_belongs_to_the_month_of_its_work(office: Office) -> None:
    october = Month(2026, 10)
    office.approve(october, line(PayCode.HOURS, "500.00"), taxable=Money(500))
    office.approve(
        NOVEMBER,
        line(PayCode.HOURS, "400.00"),
        difference(PayCode.HOURS, october, Money(100)),
        difference(PayCode.BUS_TICKET, october, Money(20)),
        taxable=Money(500),
    )
    assert [one.used for one in months(office, NOVEMBER, DECEMBER)] == [Money(500), Money(500)]
    by_work(office)
    assert [one.used for one in months(office, october, NOVEMBER)] == [Money(600), Money(400)]


def test_pay_is_of_the_month_in_which_the_moved_pay_day_is(office: Office) -> None:
    office.approve(Month(2026, 9), taxable=Money(600), pay_day=date(2026, 11, 1))  # a Sunday
    october, november = months(office, Month(2026, 10), NOVEMBER)
    assert (october.used, november.used) == (Money(600), Money(0))


def test_a_year_of_months_over_the_turn_of_the_year(office: Office) -> None:
    by_work(office)
    asked = tuple(Month(2026, 6).plus(number) for number in range(12))
    for month in asked[:7]:
        office.approve(month, taxable=Money("100.00"))
    found = months(office, *asked)
    assert [one.month for one in found] == list(asked)
    assert [one.used for one in found] == [Money("100.00")] * 7 + [Money(0)] * 5


def test_pay_of_october_is_paid_in_november(office: Office) -> None:
    office.approve(Month(2026, 10), taxable=Money("600.00"))
    november, december = months(office, NOVEMBER, DECEMBER)
    assert (november.used, december.used) == (Money("600.00"), Money(0))


def test_a_shift_that_was_recorded_is_not_planned_too(office: Office) -> None:
    by_work(office)
    first, second = plan(office, "2026-11-16"), plan(office, "2026-11-17")
    plan(office, "2026-11-24", state=ShiftState.CANCELLED)
    work(office, "2026-11-16", shift=first)
    work(office, "2026-11-17", shift=second, attendance=Attendance.SICK, minutes=0)
    (november,) = months(office, NOVEMBER)
    assert (november.used, november.planned) == (DAY, Money(0))


def test_a_shift_gone_by_without_an_entry_may_still_give_pay(office: Office) -> None:
    by_work(office)
    plan(office, "2026-11-16")
    (november,) = months(office, NOVEMBER)
    assert november.planned == DAY


def test_a_corrected_entry_counts_once(office: Office) -> None:
    by_work(office)
    first = work(office, "2026-11-09")
    work(office, "2026-11-09", supersedes=first, minutes=60)
    (november,) = months(office, NOVEMBER)
    assert november.used == HOURLY + HOURLY.percent(Decimal("11.5"))


def test_only_pensioners_of_the_unit_that_are_asked_for(office: Office) -> None:
    with office.store.open_lists() as lists:
        for ask in (
            EarningsAsked(unit=make.UNIT, months=(NOVEMBER,), today=make.TODAY, clients=(office.emil.id,)),
            EarningsAsked(unit=UnitId(ids.new()), months=(NOVEMBER,), today=make.TODAY),
        ):
            assert earnings_by_client(lists, ask) == {}
