"""Our other jobs take their part of an earnings limit in the comparison of a job."""

from datetime import date, time
from decimal import Decimal

import pytest

from subcontract.actions.what_if_facts import what_if_facts
from subcontract.days import DateRange
from subcontract.money import Money, total
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from tests import make, make_benefits
from tests.pay_office import Office

PAID = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.EMPLOYMENT),)
DAY = Money("55.82")
"""A morning of three hours and three quarters at 13,35 €, with holiday compensation of 11,5 %."""


@pytest.fixture
def office() -> Office:
    """Liisa is a pensioner and employed; she has a shift at the job that is compared."""
    office = Office(liisa=make.client(number=1, forms=PAID), emil=make.client(number=2, forms=PAID))
    office.add("pay.pensions", make_benefits.pension(client=office.liisa.id))
    office.add("pay.employments", office.employment())
    shift = make.shift(day=date(2026, 11, 25), job=office.job.id)
    office.add("shifts", shift)
    office.add("assignments", make.assignment(shift, office.liisa), make.assignment(shift, office.emil))
    return office


def elsewhere(office: Office) -> Money:
    with office.store.open_lists() as lists:
        facts = what_if_facts(lists, office.job, make.TODAY)
    liisa, emil = facts.people
    assert emil.outside == ()
    return total(one.amount for one in liisa.outside)


def test_work_and_shifts_at_our_other_jobs_take_their_part_of_the_limit(office: Office) -> None:
    assert elsewhere(office) == Money(0)
    other = make.job(number=2)
    office.add("jobs", other)
    office.add("entries", make.entry(client=office.liisa.id, day=date(2026, 11, 9), job=other.id))
    office.add("entries", make.entry(client=office.liisa.id, day=date(2026, 11, 10), job=office.job.id))
    assert elsewhere(office) == DAY
    worked, planned = (make.shift(day=date(2026, 11, day), job=other.id) for day in (9, 26))
    december = make.shift(day=date(2026, 12, 1), job=other.id)
    for shift in (worked, planned, december):
        office.add("shifts", shift)
        office.add("assignments", make.assignment(shift, office.liisa))
    again = make.entry(
        client=office.liisa.id,
        day=date(2026, 11, 9),
        job=other.id,
        shift=worked.id,
        start=time(13),
        end=time(14),
    )
    office.add("entries", again)
    assert elsewhere(office) == DAY + DAY + again_pay(again.minutes)
    office.add("pay.outside_earnings", make_benefits.outside(client=office.liisa.id, amount=Money(100)))
    assert elsewhere(office) == DAY + DAY + again_pay(again.minutes) + Money(100)


def again_pay(minutes: int) -> Money:
    pay = Money("13.35").for_minutes(minutes)
    return pay + pay.percent(Decimal("11.5"))
