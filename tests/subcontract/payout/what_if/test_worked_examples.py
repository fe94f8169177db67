"""The worked examples of the specification, as far as the comparison meets them."""

from decimal import Decimal

import pytest

from subcontract.benefits.records import PensionKind
from subcontract.benefits.subsidy import SubsidyTerms
from subcontract.days import Month
from subcontract.money import Money
from subcontract.payout.tariffs import ClassRates
from subcontract.payout.wages.withholding import CardUse, Ground, NoCard
from subcontract.payout.what_if.ask import Person, Way, WhatIfAsk
from subcontract.payout.what_if.compare import compare
from subcontract.payout.what_if.people import InHand, net_of
from tests import make, make_benefits
from tests.make_what_if import ask, person

WEEK_OF_200_HOURS = 2769
"""Minutes of a week that make 200 hours of an average month: a month's pay is then 200 times the hourly."""


def month_of(pay: str, *people: Person, **fields: object) -> WhatIfAsk:
    """Everybody earns ``pay`` in a month, without holiday compensation."""
    question = ask(
        people=people or (person(),),
        weekly_minutes=WEEK_OF_200_HOURS,
        weekly_days=5,
        hourly=Money(Decimal(pay) / 200),
        holiday=Decimal(0),
        **fields,
    )
    assert question.minutes == 12_000
    return question


def one_of(way: Way, question: WhatIfAsk) -> InHand:
    return compare(question).ways[way].people[0]


@pytest.mark.parametrize(
    ("pay", "percentage", "cap", "expected"),
    [
        ("2500", 70, "1770", "1750"),  # WE-1.1
        ("3200", 70, "1770", "1770"),  # WE-1.3
        ("3200", 70, "2770", "2240"),  # WE-1.3 with the cap as the act prints it
        ("1600", 70, "1770", "1120"),  # WE-1.6
        ("3000", 50, "1260", "1260"),  # WE-1.12
    ],
)
def test_subsidy_of_a_month(pay: str, percentage: int, cap: str, expected: str) -> None:
    terms = SubsidyTerms(percentage=Decimal(percentage), cap=Money(cap))
    assert one_of(Way.SUBSIDY, month_of(pay, subsidy=terms)).subsidy == Money(expected)


@pytest.mark.parametrize(
    ("pay", "ground", "expected"),
    [
        ("1000", CardUse(base=Decimal(8), additional=Decimal(30), limit=Money(500)), "190.00"),  # WE-2b
        ("1100", CardUse(base=Decimal(5), additional=Decimal(25), limit=Money(6000)), "55.00"),  # WE-2c, 1-5
        (
            "1100",
            CardUse(base=Decimal(5), additional=Decimal(25), limit=Money(6000), used=Money(5500)),
            "175.00",  # WE-2c, 6
        ),
        ("420", NoCard(), "252.00"),  # WE-2d
    ],
)
def test_withholding_of_a_month(pay: str, ground: Ground, expected: str) -> None:
    question = month_of(pay, person(ground=ground))
    one = one_of(Way.WAGE, question)
    net = net_of(one.person, one.gross, question)
    assert net.withheld.amount == Money(expected)
    assert (
        one.net
        == one.gross - net.withheld.amount - net.contributions.pension - net.contributions.unemployment
    )


def test_contributions_of_2026() -> None:
    question = month_of("3500")  # WE-2e
    paid = net_of(question.people[0], Money(3500), question).contributions
    assert (paid.pension, paid.unemployment) == (Money("255.50"), Money("31.15"))


@pytest.mark.parametrize(
    ("kind", "prior", "pay", "state", "limit"),
    [
        (PensionKind.KELA, "0", "990.00", "close", "990.90"),  # WE-6.4
        (PensionKind.KELA, "0", "992.00", "over", "990.90"),
        (PensionKind.PARTIAL_WORK, "3000", "1750.00", "close", "1800.00"),  # WE-6.6
        (PensionKind.FULL_WORK, "3000", "1900.00", "over", "1200.00"),  # WE-6.8
    ],
)
def test_limits_of_pensions(kind: PensionKind, prior: str, pay: str, state: str, limit: str) -> None:
    pension = make_benefits.pension(kind=kind, prior_earnings=Money(prior))
    month = one_of(Way.WAGE, month_of(pay, person(pensions=(pension,)))).month
    assert month
    use = month.work or month.kela
    assert (use.state.value, use.limit) == (state, Money(limit))


@pytest.mark.parametrize(
    ("a_day", "expected"),
    [("12.00", "264.00"), ("12.01", "264.00"), ("5.00", "110.00")],  # WE-7: 12 a day, above it, Helsinki's 5
)
def test_allowance_within_its_limit(a_day: str, expected: str) -> None:
    rates = ClassRates(tariff=make.tariff(), name="A", day=Money(a_day))
    question = ask(people=(person(rates=rates),), weekly_days=5, weekly_minutes=1200)
    assert question.days == 22
    assert one_of(Way.ALLOWANCE, question).net == Money(expected)


def test_a_year_whose_limit_is_not_known_is_no_guess() -> None:
    pension = make_benefits.pension()
    question = month_of("1000", person(pensions=(pension,)), month=Month(2027, 1))
    found = compare(question)
    month = found.ways[Way.WAGE].people[0].month
    assert month
    assert (month.state.value, month.kela.limit, found.fits) == ("unknown", None, None)
