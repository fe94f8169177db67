"""The price of a phase: the published sheet, every basis, and what cannot be."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.jobs.job import Basis, PayForm, PhaseCosts
from subcontract.money import Money
from subcontract.pricing.phase import PhaseAsk, PhasePrice, ask_of, price_phase
from subcontract.pricing.working import working
from subcontract.problems import Code, Refused
from tests import make

LABELS = PhaseAsk(
    day=date(2026, 11, 22),
    basis=Basis.PIECE,
    quantity=Decimal(1200),
    minutes_per_unit=Decimal("1.50"),
    pace=Decimal("0.60"),
    vat=Decimal("25.5"),
    costs=PhaseCosts(
        hourly=Money("11.20"),
        holiday_compensation=Decimal("9.0"),
        employer_costs=Decimal("24.9"),
        materials=Money(35),
        tools=Money(10),
        transport=Money(24),
        coach_hours=Decimal(16),
        coach_hourly=Money("28.50"),
        overhead=Decimal("8.0"),
        margin=Decimal("5.0"),
    ),
)
NAMED = {
    "hours": "50.00", "pay": "560.00", "holiday_compensation": "50.40", "employer_costs": "151.99",
    "direct": "831.39", "coach": "456.00", "overhead": "66.51", "cost": "897.90", "margin": "44.90",
    "price": "942.80", "unit_price": "0.79", "price_at_unit": "948.00", "with_vat": "1189.74",
}  # fmt: skip


def priced(**changes: Any) -> PhasePrice:
    costs = {name: value for name, value in changes.items() if hasattr(LABELS.costs, name)}
    asked = {name: value for name, value in changes.items() if name not in costs}
    return price_phase(replace(LABELS, costs=replace(LABELS.costs, **costs), **asked))


def problems(**changes: Any) -> set[tuple[Code, str]]:
    with pytest.raises(Refused) as caught:
        priced(**changes)
    return {(one.code, one.field) for one in caught.value.problems}


def test_the_published_sheet() -> None:
    price = price_phase(LABELS)
    assert {name: str(getattr(price, name)) for name in NAMED} == NAMED


def test_the_lowest_price_covers_the_cost_and_no_more() -> None:
    price = price_phase(LABELS)
    assert (str(price.lowest_unit_price), str(price.lowest_at_unit)) == ("0.75", "900.00")
    assert str(price.lowest_with_vat) == "1129.50"
    assert str(price.per_hour) == "18.96"


def test_the_coach_goes_into_the_price_when_switched_on() -> None:
    price = priced(coach_in_price=True)
    assert price.direct == Money("1287.39")
    assert price.coach == Money(456)


def test_an_allowance_is_people_times_days() -> None:
    price = priced(
        pay_form=PayForm.ALLOWANCE, per_day=Money(12), persons=4, days=Decimal("2.5"),
        holiday_compensation=Decimal(0), employer_costs=Decimal(0),
    )  # fmt: skip
    assert (str(price.pay), str(price.direct)) == ("120.00", "189.00")


@pytest.mark.parametrize(
    ("changes", "units", "unit_price"),
    [
        ({"basis": Basis.HOUR, "hours": Decimal(50), "quantity": Decimal(0)}, "50.00", "18.86"),
        ({"basis": Basis.HOUR, "hours": Decimal(50), "quantity": Decimal(12)}, "12", "78.57"),
        ({"basis": Basis.DAY, "hours": Decimal(50), "quantity": Decimal(6)}, "6", "157.14"),
        ({"basis": Basis.FIXED, "hours": Decimal(50)}, "1", "942.80"),
    ],
)
def test_what_the_unit_price_is_of(changes: dict[str, Any], units: str, unit_price: str) -> None:
    price = priced(**changes)
    assert (str(price.units), str(price.unit_price), str(price.price)) == (units, unit_price, "942.80")


@pytest.mark.parametrize(
    ("step", "unit_price"),
    [
        ("0.01", "0.79"),
        ("0.05", "0.80"),
        ("0.0001", "0.7857"),
        ("1", "1.00"),
        ("10", "10.00"),
        ("0.10", "0.80"),
    ],
)
def test_the_unit_price_is_rounded_up_to_the_step(step: str, unit_price: str) -> None:
    assert str(priced(price_step=Decimal(step)).unit_price) == unit_price


def test_hours_are_rounded_where_they_are_named() -> None:
    price = priced(quantity=Decimal(100), minutes_per_unit=Decimal(1), pace=Decimal("0.7"))
    assert str(price.hours) == "2.38"
    assert price.pay == Money("26.66")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"quantity": Decimal(0)}, {(Code.REQUIRED, "quantity")}),
        ({"quantity": Decimal(-1)}, {(Code.NEGATIVE, "quantity")}),
        ({"pace": Decimal(0)}, {(Code.TOO_SMALL, "pace")}),
        ({"pace": Decimal(-1), "margin": Decimal(-5)}, {(Code.TOO_SMALL, "pace"), (Code.NEGATIVE, "margin")}),
        ({"basis": Basis.HOUR}, {(Code.REQUIRED, "hours")}),
        ({"basis": Basis.DAY, "quantity": Decimal(0)}, {(Code.REQUIRED, "quantity")}),
        ({"price_step": Decimal(0)}, {(Code.TOO_SMALL, "price_step")}),
        (
            {"materials": Money(-1), "vat": Decimal(-1)},
            {(Code.NEGATIVE, "materials"), (Code.NEGATIVE, "vat")},
        ),
        ({"persons": -1}, {(Code.NEGATIVE, "persons")}),
        ({"hourly": Money("999999999.99")}, {(Code.TOO_LARGE, "")}),
    ],
)
def test_what_cannot_be_is_refused_all_at_once(
    changes: dict[str, Any], expected: set[tuple[Code, str]]
) -> None:
    assert problems(**changes) == expected


MONEY = st.integers(0, 100_000).map(Money.of_cents)
PERCENT = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)


@given(
    quantity=st.integers(1, 10_000).map(Decimal),
    minutes_per_unit=st.integers(0, 5000).map(lambda hundredths: Decimal(hundredths) / 100),
    pace=st.integers(1, 150).map(lambda hundredths: Decimal(hundredths) / 100),
    hourly=MONEY,
    materials=MONEY,
    overhead=PERCENT,
    margin=PERCENT,
    coach_in_price=st.booleans(),
    price_step=st.sampled_from([Decimal("0.01"), Decimal("0.05"), Decimal("0.0001"), Decimal(1)]),
)
def test_the_figures_of_a_sheet_agree(**changes: Any) -> None:
    price = priced(**changes)
    assert price.cost == price.direct + price.overhead
    assert price.price == price.cost + price.margin
    assert price.unit_price * price.units >= price.price.amount
    assert (price.unit_price - changes["price_step"]) * price.units < price.price.amount or not price.price
    assert price.lowest_unit_price <= price.unit_price
    assert price.with_vat >= price.price_at_unit


def test_the_working_leads_from_hours_to_the_price() -> None:
    lines = working(LABELS, price_phase(LABELS))
    assert (lines[0].basis, lines[0].rate, lines[0].amount) == (
        Decimal("1800.00"),
        Decimal("0.60"),
        Decimal("50.00"),
    )
    assert [str(line.amount) for line in lines[-2:]] == ["241.74", "1189.74"]
    assert all(line.what for line in lines)
    assert "Work clothes" not in {line.what for line in lines}


def test_a_phase_of_a_job_asks_by_its_time_study() -> None:
    phase = make.phase(minutes_per_unit=Decimal(2), quantity=Decimal(10))
    ask = ask_of(phase, date(2026, 11, 22), Decimal("25.5"))
    assert ask.minutes_per_unit == (phase.minutes_per_unit if not phase.studies else ask.minutes_per_unit)
    assert (ask.basis, ask.quantity, ask.vat) == (phase.basis, Decimal(10), Decimal("25.5"))


def test_an_allowance_carries_none_of_the_costs_of_a_wage() -> None:
    """What was written for a wage before is out of sight on the form, and so it is out of the price."""
    costs = replace(LABELS.costs, pay_form=PayForm.ALLOWANCE, per_day=Money(5), persons=6, days=Decimal(12))
    phase = make.phase(basis=Basis.DAY, quantity=Decimal(12), hours=Decimal(96), costs=costs)
    ask = ask_of(phase, LABELS.day, Decimal("25.5"))
    price = price_phase(ask)
    assert (price.pay, price.holiday_compensation, price.employer_costs) == (Money(360), Money(0), Money(0))
    # 360 + 35 + 10 + 24 = 429.00; 8 % 34.32; 5 % of 463.32 is 23.17; 486.49 / 12 up to the cent is 40.55
    assert (price.cost, price.price, price.unit_price) == (Money("463.32"), Money("486.49"), Decimal("40.55"))
    assert not {"Holiday compensation", "Employer's costs"} & {line.what for line in working(ask, price)}
    assert phase.costs.employer_costs, "it is kept for going back to a wage"
