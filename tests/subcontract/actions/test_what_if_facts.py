"""What the comparison of a job starts from, read from the books."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.what_if_facts import WhatIfFacts, what_if_facts
from subcontract.benefits.subsidy import SubsidyTerms
from subcontract.days import DateRange, Month
from subcontract.jobs.job import PhaseCosts
from subcontract.money import Money
from subcontract.payout.wage_records import WageSums
from subcontract.payout.wages.withholding import CardUse, NoCard
from subcontract.people.client import TariffClassSpan
from subcontract.rota.shift import ShiftState
from tests import make, make_benefits
from tests.pay_office import Office


@pytest.fixture
def office() -> Office:
    spring = DateRange(date(2026, 1, 1), date(2026, 6, 30))
    classes = (TariffClassSpan(days=spring, tariff_class="A"),)
    liisa = make.client(number=1, identity_code="010590-900X", tariff_classes=classes)
    office = Office(liisa=liisa)
    office.add("tariffs", make.tariff())
    return office


def put(office: Office, day: date, *clients: Any, **fields: Any) -> None:
    shift = make.shift(**{"day": day, "job": office.job.id} | fields)
    office.add("shifts", shift)
    office.add("assignments", *(make.assignment(shift, one) for one in clients))


def facts(office: Office) -> WhatIfFacts:
    with office.store.open_lists() as lists:
        return what_if_facts(lists, office.job, make.TODAY)


def test_the_group_is_that_of_the_job_s_own_standing_shifts_of_twelve_weeks(office: Office) -> None:
    first = make.TODAY - timedelta(weeks=8)
    put(office, first - timedelta(days=1), office.emil)
    put(office, make.TODAY, office.emil, state=ShiftState.CANCELLED)
    put(office, make.TODAY, office.emil, job=make.job().id)
    put(office, make.TODAY + timedelta(weeks=4), office.emil)
    assert not facts(office).is_named
    put(office, first, office.liisa)
    put(office, make.TODAY + timedelta(weeks=4) - timedelta(days=1), office.liisa)
    found = facts(office)
    assert [one.client for one in found.people] == [office.liisa.id]
    assert (found.weekly_minutes, found.weekly_days) == (225, 1), "a morning in each week with shifts"


def test_what_decides_a_person_s_money(office: Office) -> None:
    put(office, make.TODAY, office.liisa, office.emil)
    liisa = office.liisa.id
    office.add("pay.tax_cards", make_benefits.tax_card(client=liisa))
    office.add("pay.pensions", make_benefits.pension(client=liisa))
    earned = make_benefits.outside(client=liisa)
    office.add("pay.outside_earnings", earned, make_benefits.outside(client=liisa, month=Month(2026, 10)))
    ended = make_benefits.decision(client=office.emil.id)
    year = make_benefits.decision(
        client=liisa, days=make_benefits.YEAR, percentage=Decimal(50), cap=Money(900)
    )
    office.add("pay.subsidy_decisions", year, ended)
    one, other = facts(office).people
    assert one.born == date(1990, 5, 1)
    assert isinstance(one.ground, CardUse)
    assert (one.ground.base, one.ground.limit) == (Decimal(5), Money(6000))
    assert one.outside == (earned,)
    assert len(one.pensions) == 1
    assert one.decision == SubsidyTerms(percentage=Decimal(50), cap=Money(900))
    assert one.rates
    assert one.rates.name == "A", "the last class of somebody now on wages"
    assert (other.ground, other.pensions, other.decision, other.rates) == (NoCard(), (), None, None)


def test_the_average_pay_of_the_unit_is_taken_while_nobody_of_the_group_has_an_agreement(
    office: Office,
) -> None:
    phase = make.phase(costs=PhaseCosts())
    job = make.job(number=2, customer=office.customer.id, phases=(phase,))
    office.add("jobs", job)
    office.job = job
    assert facts(office).hourly == Money(0)
    other = make.client(number=3, last_name="Salo")
    office.add("clients", other)
    office.add("pay.employments", make_benefits.employment(client=other.id))
    assert facts(office).hourly == Money("13.35")
    terms = make_benefits.terms(hourly=Money("12.00"))
    office.add("pay.employments", make_benefits.employment(client=office.emil.id, terms=(terms,)))
    assert facts(office).hourly == Money("12.68"), "12,675 rounded half up"
    put(office, make.TODAY, office.emil)
    assert facts(office).hourly == Money(12), "the group's own"


def test_what_this_year_s_payments_have_used_of_a_card_counts(office: Office) -> None:
    put(office, make.TODAY, office.liisa)
    card = make_benefits.tax_card(client=office.liisa.id)
    office.add("pay.tax_cards", card)
    for month, used in (
        (Month(2026, 9), "1100.00"),
        (Month(2026, 10), "1000.00"),
        (Month(2025, 10), "5000.00"),
    ):
        sums = WageSums(tax_card=card.id, card_used=Money(used))
        office.approve(month, taxable=Money(used), wage=sums)
    (one,) = facts(office).people
    assert isinstance(one.ground, CardUse)
    assert one.ground.used == Money(2100)
