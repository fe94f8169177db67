"""What a day of work gives by the agreement, before any pay run."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import JobId
from subcontract.money import Money
from subcontract.payout.wages.day_pay import DayPay
from subcontract.people.client import FormOfWork
from subcontract.people.employment import HolidayPayment
from tests import make_pay

JOB, OTHER = JobId(ids.new()), JobId(ids.new())
DAY = date(2026, 11, 9)


@pytest.mark.parametrize(
    ("form", "amount"),
    [(FormOfWork.EMPLOYMENT, "26.76"), (FormOfWork.FEE, "35.00"), (FormOfWork.ALLOWANCE, "0.00")],
)
def test_a_day_by_the_form_of_work(form: FormOfWork, amount: str) -> None:
    client = make_pay.worker(form=form)
    pay = DayPay([make_pay.employment(client)], [make_pay.fee_terms(client)])
    assert str(pay.of(client, DAY, JOB, 120)) == amount
    assert str(DayPay([]).of(client, DAY, JOB, 120)) == "0.00"


def test_a_day_by_its_own_terms() -> None:
    client = make_pay.worker()
    terms = (make_pay.terms(), make_pay.terms(first=date(2026, 7, 1), capacity=Decimal(50)))
    pay = DayPay([make_pay.employment(client, *terms, holiday=HolidayPayment.AT_END)])
    assert str(pay.of(client, date(2026, 6, 30), JOB, 60)) == "12.00"
    assert str(pay.of(client, date(2026, 7, 1), JOB, 60)) == "6.00"
    assert str(pay.of(client, date(2025, 12, 31), JOB, 60)) == "0.00"


def test_the_agreement_for_the_very_job_goes_first() -> None:
    client = make_pay.worker()
    general = make_pay.employment(client, holiday=HolidayPayment.AT_END)
    own = make_pay.employment(
        client, make_pay.terms(hourly=Money(15)), holiday=HolidayPayment.AT_END, job=JOB
    )
    pay = DayPay([general, own])
    assert [str(pay.of(client, DAY, job, 60)) for job in (JOB, OTHER)] == ["15.00", "12.00"]


def test_somebody_on_allowance_is_paid_for_a_job_of_their_own() -> None:
    client = make_pay.worker(form=FormOfWork.ALLOWANCE)
    own = make_pay.employment(client, holiday=HolidayPayment.AT_END, job=JOB)
    pay = DayPay([own])
    assert [str(pay.of(client, DAY, job, 60)) for job in (JOB, OTHER)] == ["12.00", "0.00"]


def test_holiday_compensation_of_a_short_employment() -> None:
    client = make_pay.worker()
    days = DateRange(date(2026, 11, 1), date(2026, 12, 31))
    short = make_pay.employment(client, make_pay.terms(first=days.first), days=days)
    assert str(DayPay([short]).of(client, DAY, JOB, 60)) == "13.08"


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2026, 11, 14), "13.38"),  # Saturday
        (date(2026, 11, 15), "26.76"),  # Sunday
        (date(2026, 5, 1), "20.07"),
        (date(2026, 12, 24), "13.38"),  # no public holiday
    ],
)
def test_sundays_and_public_holidays_carry_their_increments(day: date, amount: str) -> None:
    client = make_pay.worker()
    settings = make_pay.settings(sunday=Decimal(100), holiday=Decimal(50))
    pay = DayPay([make_pay.employment(client)], settings=[settings])
    assert str(pay.of(client, day, JOB, 60)) == amount


def test_without_settings_a_sunday_is_as_the_act_has_it() -> None:
    client = make_pay.worker()
    assert str(DayPay([make_pay.employment(client)]).of(client, date(2026, 11, 15), JOB, 60)) == "26.76"


def test_a_fee_of_an_hour() -> None:
    client = make_pay.worker(form=FormOfWork.FEE)
    fee = replace(make_pay.fee_terms(client), per_hour=True)
    assert str(DayPay([], [fee]).of(client, DAY, JOB, 90)) == "52.50"
