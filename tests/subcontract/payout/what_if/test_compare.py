"""The three ways of a job: what comes out, that it is what the calculators say, and what cannot be."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.benefits.earnings import LimitState
from subcontract.benefits.records import PensionKind
from subcontract.benefits.subsidy import SubsidyTerms
from subcontract.jobs.job import Basis
from subcontract.money import Money, total
from subcontract.payout.records import AboveLimit
from subcontract.payout.tariffs import ClassRates
from subcontract.payout.wages.withholding import NoCard
from subcontract.payout.what_if.ask import Way, WhatIfAsk
from subcontract.payout.what_if.compare import Comparison, compare
from subcontract.payout.what_if.price import month_phases
from subcontract.pricing.phase import ask_of, price_phase
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.make_what_if import NOVEMBER, ask, hourly_phase, person
from ui.calc.case import Case
from ui.calc.earnings_limit import KIND as LIMIT
from ui.calc.kinds import Kind
from ui.calc.price import KIND as PRICE
from ui.calc.subsidy import KIND as SUBSIDY
from ui.calc.wage import KIND as WAGE

MONTH = 2340
"""Nine hours a week are 39 hours of an average month."""


def calc(kind: Kind, case: Mapping[str, object]) -> dict[str, Any]:
    """What ``urakka calc`` says."""
    allowed = frozenset(field.name for field in kind.fields)
    return dict(kind.answer(Case(json.loads(json.dumps(case)), allowed)).result)


# --- an average month ------------------------------------------------------------------------


def test_weeks_become_an_average_month() -> None:
    assert (ask().minutes, ask().days, ask().minutes_of_day) == (MONTH, 13, 180)
    for minutes in (1, 15, 600, 2250):
        assert ask(weekly_minutes=minutes).minutes % 3 == 0, "hours then have two decimals"


def test_the_three_ways_of_a_month() -> None:
    found = compare(ask())
    assert (found.selling.hours, found.selling.units, found.selling.basis) == (
        Decimal("78.00"),
        Decimal("78.000000"),
        Basis.HOUR,
    )
    assert found.revenue == Money(936)
    allowance, wage, subsidy = (found.ways[way] for way in Way)
    # 13 days of 8 euros each
    assert [one.net for one in allowance.people] == [Money(104), Money(104)]
    # 39 h × 13,35 = 520,65; holiday compensation 46,86; 5 % + 7,30 % + 0,89 % withheld
    assert [one.gross for one in wage.people] == [Money("567.51")] * 2
    assert wage.people[0].net == Money("567.51") - Money("28.38") - Money("41.43") - Money("5.05")
    assert [one.net for one in subsidy.people] == [one.net for one in wage.people]
    # 70 per cent of the pay without holiday compensation
    assert subsidy.subsidy == Money("364.46") + Money("364.46")
    assert subsidy.after_subsidy == wage.cost.total - subsidy.subsidy
    assert wage.left == found.revenue - wage.cost.total
    assert allowance.cost.employer_costs == allowance.cost.holiday_compensation == Money(0)
    assert allowance.cost.total < subsidy.after_subsidy < wage.cost.total


def test_things_and_the_coach_go_by_the_month_s_share_of_the_hours() -> None:
    phase = hourly_phase(coach_hours=Decimal(100), coach_hourly=Money(30), coach_in_price=True)
    found = compare(ask(phases=(phase,)))
    share = Decimal("0.078")
    things = Money(350).times(share) + Money(30).times(Decimal("7.80"))
    assert {result.cost.things for result in found.ways.values()} == {things}


def test_the_lowest_price_covers_the_cost_and_one_step_less_does_not() -> None:
    found = compare(ask(phases=(ask_of(make.phase(), date(2026, 11, 23), Decimal(0)),)))
    assert found.selling.basis is Basis.PIECE
    for result in found.ways.values():
        step = found.selling.step
        assert found.selling.brings(result.lowest) >= result.after_subsidy - Money("0.01")
        assert found.selling.brings(result.lowest - step) < result.after_subsidy


def test_phases_of_several_kinds_are_priced_by_the_hour_together() -> None:
    pieces = ask_of(make.phase(), date(2026, 11, 23), Decimal(0))
    found = compare(ask(phases=(pieces, hourly_phase())))
    assert (found.selling.basis, found.selling.units) == (Basis.HOUR, found.selling.hours)
    hours = [one.hours for one in month_phases(Way.WAGE, Money(0), ask(phases=(pieces, hourly_phase())))]
    assert sum(hours) == Decimal("78.00")


def test_a_job_without_known_hours_has_pay_alone_for_a_cost() -> None:
    bare = ask_of(make.phase(minutes_per_unit=Decimal(0)), date(2026, 11, 23), Decimal(0))
    found = compare(ask(phases=(bare,)))
    wage = found.ways[Way.WAGE].cost
    assert (wage.things, wage.total) == (Money(0), wage.of_people)


# --- each person -----------------------------------------------------------------------------


def test_the_tariff_s_own_day_and_hour_and_the_tax_free_limit() -> None:
    tariff = make.tariff(full_day_minutes=240)
    half = ClassRates(tariff=tariff, name="B", day=Money(10), half_day=Money(6))
    by_hour = ClassRates(tariff=tariff, name="C", hour=Money(5))
    none = ClassRates(tariff=tariff, name="D", pot=True)
    people = tuple(person(rates=rates) for rates in (half, by_hour, none, None))
    nets = [one.net for one in compare(ask(people=people, per_day=Money(4))).ways[Way.ALLOWANCE].people]
    # three hours are half a day; 15 euros of three hours are cut at 12
    assert nets == [Money(78), Money(156), Money(52), Money(52)]
    paying = make.tariff(above_limit=AboveLimit.TAXABLE)
    above = person(rates=ClassRates(tariff=paying, name="C", hour=Money(5)))
    (one,) = compare(ask(people=(above,))).ways[Way.ALLOWANCE].people
    assert (one.gross, one.net) == (Money(195), Money(195) - Money("1.95"))


def test_without_a_card_sixty_per_cent_goes_unless_a_percentage_is_assumed() -> None:
    nobody = person(ground=NoCard())
    (plain,) = compare(ask(people=(nobody,))).ways[Way.WAGE].people
    (assumed,) = compare(ask(people=(nobody,), assumed_tax=Decimal(5))).ways[Way.WAGE].people
    assert (plain.without_card, assumed.without_card) == (True, False)
    carded = compare(ask(people=(person(),))).ways[Way.WAGE].people[0]
    assert assumed.net == carded.net
    assert plain.net == Money("567.51") - Money("340.51") - Money("41.43") - Money("5.05")


def test_a_decision_in_force_goes_before_the_assumed_subsidy() -> None:
    own = person(decision=SubsidyTerms(percentage=Decimal(50), cap=Money(200)))
    found = compare(ask(people=(own, person()))).ways[Way.SUBSIDY]
    assert [one.subsidy for one in found.people] == [Money(200), Money("364.46")]
    assert [one.subsidy for one in compare(ask()).ways[Way.WAGE].people] == [Money(0), Money(0)]


def test_the_limit_counts_wages_and_earnings_elsewhere_and_no_allowance() -> None:
    pension = make_benefits.pension()
    elsewhere = make_benefits.outside(month=NOVEMBER, amount=Money(450))
    near = person(pensions=(pension,), outside=(elsewhere,))
    found = compare(ask(people=(near, person())))
    states = {way: found.ways[way].people[0].month for way in Way}
    allowance = states[Way.ALLOWANCE]
    assert allowance
    assert allowance.total == Money(450)
    wage = states[Way.WAGE]
    assert wage
    assert (wage.total, wage.state) == (Money("1017.51"), LimitState.OVER)
    assert [one.person for one in found.ways[Way.WAGE].near] == [near]
    assert found.ways[Way.WAGE].people[1].month is None


def test_hours_at_which_every_pensioner_stays_under_the_limit() -> None:
    pension = make_benefits.pension()
    elsewhere = make_benefits.outside(month=NOVEMBER, amount=Money(450))
    near = person(pensions=(pension,), outside=(elsewhere,))
    found = compare(ask(people=(near, person(pensions=(pension,)), person())))
    assert found.fits is not None
    fitting = ask(people=(near,), weekly_minutes=found.fits - 1)
    month = compare(fitting).ways[Way.WAGE].people[0].month
    assert month
    assert month.state is not LimitState.OVER
    above = compare(ask(people=(near,), weekly_minutes=found.fits + 2)).ways[Way.WAGE].people[0].month
    assert above
    assert above.state is LimitState.OVER
    assert compare(ask()).fits is None


# --- the calculators say the same ------------------------------------------------------------


def wage_case(question: WhatIfAsk) -> dict[str, object]:
    return {
        "pay_date": str(question.pay_day),
        "birth_date": "1990-05-01",
        "earnings": [{"kind": "hourly", "minutes": question.minutes, "rate": str(question.hourly)}],
        "holiday_compensation": str(question.holiday),
        "tax_card": {
            "base": "5.0",
            "additional": "25.0",
            "limit": "6000.00",
            "used": "0.00",
            "valid_from": "2026-01-01",
            "valid_to": "2026-12-31",
        },
    }


WEEKLY = st.integers(1, 3000)
RATES = st.integers(0, 4000).map(Money.of_cents)


@settings(max_examples=150, deadline=None)
@given(WEEKLY, RATES, st.sampled_from(["9.0", "11.5", "0"]))
def test_money_in_hand_is_what_calc_wage_says(weekly: int, hourly: Money, holiday: str) -> None:
    question = ask(weekly_minutes=weekly, hourly=hourly, holiday=Decimal(holiday))
    said = calc(WAGE, wage_case(question))
    (one, _) = compare(question).ways[Way.WAGE].people
    assert (str(one.gross), str(one.net)) == (said["taxable"], said["net"])


@settings(max_examples=150, deadline=None)
@given(WEEKLY, RATES, st.sampled_from([("50", "1260.00"), ("70", "1770.00"), ("70", "2770.00")]))
def test_the_subsidy_is_what_calc_subsidy_says(weekly: int, hourly: Money, terms: tuple[str, str]) -> None:
    percentage, cap = terms
    question = ask(
        weekly_minutes=weekly,
        hourly=hourly,
        subsidy=SubsidyTerms(percentage=Decimal(percentage), cap=Money(cap)),
    )
    (one, _) = compare(question).ways[Way.SUBSIDY].people
    case = {
        "percentage": percentage,
        "cap": cap,
        "eligible_pay": str(one.pay),
        "from": "2026-11-01",
        "to": "2026-11-30",
    }
    assert str(one.subsidy) == calc(SUBSIDY, case)["amount"]


@settings(max_examples=150, deadline=None)
@given(WEEKLY, RATES, st.integers(0, 200_000), st.sampled_from(PensionKind))
def test_the_light_is_what_calc_earnings_limit_says(
    weekly: int, hourly: Money, elsewhere: int, kind: PensionKind
) -> None:
    prior = Money(3000)
    pension = make_benefits.pension(kind=kind, prior_earnings=prior)
    earned = make_benefits.outside(month=NOVEMBER, amount=Money.of_cents(elsewhere))
    question = ask(
        people=(person(pensions=(pension,), outside=(earned,)),), weekly_minutes=weekly, hourly=hourly
    )
    (one,) = compare(question).ways[Way.WAGE].people
    case: dict[str, object] = {
        "month": "2026-11",
        "pension": kind.value,
        "earned": str(one.gross),
        "elsewhere": str(earned.amount),
    }
    if kind is not PensionKind.KELA:
        case["prior_earnings"] = str(prior)
    said = calc(LIMIT, case)
    assert one.month
    uses = {"kela": one.month.kela, "work": one.month.work}
    for name, answer in said.items():
        use = uses[name]
        assert use
        assert (str(use.total), str(use.limit), str(use.left), use.state.value) == (
            answer["total"],
            answer["limit"],
            answer["left"],
            answer["state"],
        )


def price_case(question: WhatIfAsk, found: Comparison, way: Way) -> dict[str, object]:
    """The month as one phase by the hour, its goods in the month's proportion."""
    costs = month_phases(way, total(one.gross for one in found.ways[way].people), question)[0].costs
    wage = {
        "form": "wage",
        "hourly": str(question.hourly),
        "holiday_compensation": str(question.holiday),
        "employer_costs": str(question.employer_costs),
    }
    paid = {"form": "allowance", "per_day": str(costs.per_day), "persons": "1", "days": "1"}
    return {
        "date": "2026-12-15",
        "basis": "hour",
        "hours": str(found.selling.hours),
        "pay": paid if way is Way.ALLOWANCE else wage,
        "materials": str(costs.materials),
        "coach_hours": "0",
        "coach_hourly": "0",
        "coach_in_price": False,
        "overhead": "8",
        "margin": "0",
        "vat": "25.5",
        "price_step": "0.01",
    }


@settings(max_examples=100, deadline=None)
@given(WEEKLY, RATES, st.sampled_from([Way.ALLOWANCE, Way.WAGE]))
def test_cost_and_lowest_price_are_what_calc_price_says(weekly: int, hourly: Money, way: Way) -> None:
    question = ask(weekly_minutes=weekly, hourly=hourly)
    found = compare(question)
    said = calc(PRICE, price_case(question, found, way))
    result = found.ways[way]
    assert str(result.cost.total) == said["cost"]
    assert result.lowest == Decimal(said["unit_price"]), "without margin the unit price is the lowest one"


def test_the_price_sheet_s_own_lowest_price_of_an_hour() -> None:
    question = ask()
    found = compare(question)
    (phase,) = month_phases(Way.WAGE, Money(0), question)
    assert price_phase(phase).lowest_unit_price == found.ways[Way.WAGE].lowest


# --- what cannot be --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"people": ()}, (Code.REQUIRED, "people")),
        ({"weekly_minutes": 0}, (Code.TOO_SMALL, "weekly_minutes")),
        ({"weekly_minutes": 3601}, (Code.TOO_LARGE, "weekly_minutes")),
        ({"weekly_days": 0}, (Code.TOO_SMALL, "weekly_days")),
        ({"weekly_days": 8}, (Code.TOO_LARGE, "weekly_days")),
        ({"hourly": Money(-1)}, (Code.NEGATIVE, "hourly")),
        ({"per_day": Money(-1)}, (Code.NEGATIVE, "per_day")),
        ({"holiday": Decimal(-1)}, (Code.NEGATIVE, "holiday")),
        ({"employer_costs": Decimal(-1)}, (Code.NEGATIVE, "employer_costs")),
        ({"unit_price": Decimal(-1)}, (Code.NEGATIVE, "unit_price")),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(fields: dict[str, Any], problem: tuple[Code, str]) -> None:
    with pytest.raises(Refused) as refused:
        compare(ask(**fields))
    assert [(one.code, one.field) for one in refused.value.problems] == [problem]
