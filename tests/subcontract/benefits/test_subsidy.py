"""The subsidy of a period: share, cap, parts of a month, and a calculator of its own to agree with."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.benefits.subsidy import (
    SubsidyAmount,
    SubsidyTerms,
    doubt_of_cap,
    is_whole_month,
    subsidy_amount,
    terms_of,
)
from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.problems import Code, Refused
from subcontract.rules import Confidence
from tests import make_benefits

NOVEMBER = Month(2026, 11).days
STARTS = st.dates(date(2023, 7, 1), date(2040, 12, 31))
MONTHS = st.builds(Month, st.integers(2024, 2040), st.integers(1, 12))
CENTS = st.integers(0, 2_000_000)


def subsidy(pay: str, percentage: str = "70", **fields: str) -> SubsidyAmount:
    terms = SubsidyTerms(
        percentage=Decimal(percentage),
        cap=Money(fields.get("cap", "1770.00")),
        working_time=Decimal(fields.get("time", "0")),
    )
    first, last = fields.get("first", "2026-11-01"), fields.get("last", "2026-11-30")
    return subsidy_amount(terms, Money(pay), DateRange(date.fromisoformat(first), date.fromisoformat(last)))


@pytest.mark.parametrize(
    ("pay", "amount", "capped"),
    [("2528.56", "1769.99", False), ("2528.57", "1770.00", False), ("2528.58", "1770.00", True)],
)
def test_the_exact_cent_at_the_cap(pay: str, amount: str, capped: bool) -> None:
    found = subsidy(pay)
    assert (str(found.amount), found.capped) == (amount, capped)


def test_a_whole_february_has_the_whole_cap_also_in_a_leap_year() -> None:
    for first, last in (("2026-02-01", "2026-02-28"), ("2028-02-01", "2028-02-29")):
        assert subsidy("9000.00", first=first, last=last).amount == Money("1770.00")
    part = subsidy("9000.00", first="2028-02-01", last="2028-02-28")
    assert part.amount == Money("1652.00")


def test_a_period_over_two_months_is_no_calendar_month() -> None:
    assert subsidy("9000.00", first="2026-10-16", last="2026-11-15").amount == Money("1829.00")


def test_the_part_of_a_month_holds_at_100_per_cent_too() -> None:
    part = {"cap": "2020.00", "time": "65", "first": "2026-03-16", "last": "2026-03-31"}
    high = subsidy("2178.00", "100", **part)
    assert (str(high.amount), high.capped) == ("1077.33", True)
    low = subsidy("500.00", "100", **part)
    assert (str(low.amount), low.capped) == ("615.00", False)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"percentage": "0"}, (Code.TOO_SMALL, "percentage")),
        ({"percentage": "100.1"}, (Code.TOO_LARGE, "percentage")),
        ({"cap": "-0.01"}, (Code.NEGATIVE, "cap")),
        ({"pay": "-0.01"}, (Code.NEGATIVE, "eligible_pay")),
        ({"percentage": "100", "time": "0"}, (Code.TOO_SMALL, "working_time")),
        ({"percentage": "100", "time": "100.5"}, (Code.TOO_LARGE, "working_time")),
    ],
)
def test_figures_that_no_decision_has(fields: dict[str, str], problem: tuple[Code, str]) -> None:
    with pytest.raises(Refused) as refused:
        subsidy(fields.pop("pay", "100.00"), fields.pop("percentage", "70"), **fields)
    assert (refused.value.code, refused.value.problems[0].field) == problem


def test_a_part_of_a_month_before_the_rule_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        subsidy("100.00", first="2023-06-01", last="2023-06-10")
    assert refused.value.code is Code.RULE_NOT_KNOWN_YET


def test_the_working_names_the_share_and_the_cap() -> None:
    share, cap = subsidy("2178.00", "100", cap="2020.00", time="93.3", last="2026-11-29").lines
    assert (share.rule, share.amount, share.facts["factor"]) == (
        "subsidy_full",
        Money("1866.36"),
        Decimal("1.23"),
    )
    assert (cap.rule, cap.basis, cap.rate, cap.amount) == (
        "subsidy_part_period",
        Decimal(29),
        Decimal("2020.00"),
        Money("1952.67"),
    )
    share, cap = subsidy("1000.00", "50", cap="1260.00").lines
    assert (share.basis, share.rate, share.amount) == (Decimal("1000.00"), Decimal(50), Money(500))
    assert (cap.rule, cap.amount) == ("", Money(1260))


# --- the cap that sources give differently ---------------------------------------------------


def test_the_conflict_is_shown_where_70_per_cent_is_used_and_nowhere_else() -> None:
    noted = [line for line in subsidy("2500.00").lines if line.rule == "subsidy_cap_70"]
    assert [line.rate for line in noted] == [Decimal("2770.00")]
    assert "2,770" in noted[0].what
    for percentage, time in (("50", "0"), ("100", "80")):
        assert all("2,770" not in line.what for line in subsidy("100.00", percentage, time=time).lines)
    doubt = doubt_of_cap(Decimal(70), NOVEMBER)
    assert doubt is not None
    assert (doubt.value, doubt.alternatives, doubt.confidence) == (
        Money(1770),
        (Decimal(2770),),
        Confidence.OPEN,
    )
    assert doubt_of_cap(Decimal(70), DateRange(date(2024, 1, 1), date(2024, 1, 31))) is None


@pytest.mark.parametrize(("cap", "amount"), [("1770.00", "1770.00"), ("2770.00", "2240.00")])
def test_the_decision_s_own_cap_wins(cap: str, amount: str) -> None:
    terms = terms_of(make_benefits.decision(cap=Money(cap)))
    assert str(subsidy_amount(terms, Money(3200), NOVEMBER).amount) == amount


@pytest.mark.parametrize(
    ("time", "amount"), [("93.3", "856.91"), ("65", "1230.00"), ("50", "1230.00"), ("0", "1230.00")]
)
def test_a_claim_never_takes_more_than_the_real_pay_times_the_factor(time: str, amount: str) -> None:
    decision = make_benefits.decision(percentage=Decimal(100), cap=Money(2020), working_time=Decimal(time))
    assert str(subsidy_amount(terms_of(decision), Money(1000), NOVEMBER).amount) == amount


# --- agreeing with an independent reckoning --------------------------------------------------


def half_up(value: Fraction) -> int:
    return (value * 2 + 1).__floor__() // 2


def in_cents(pay: int, percentage: Fraction, cap: int, time: Fraction, days: DateRange) -> tuple[int, bool]:
    """The same in whole cents and fractions, without our money."""
    following = days.last + timedelta(days=1)
    whole = days.first.day == 1 and following.day == 1 and len(days) <= 31
    share = Fraction(pay) * percentage / 100
    if percentage == 100:
        share = Fraction(pay) / (time / 100) * Fraction(65, 100) * Fraction(123, 100)
    most = Fraction(cap) if whole else Fraction(cap * len(days), 30)
    return half_up(min(share, most)), share > most


@given(
    CENTS,
    st.sampled_from(["50", "70", "62.5", "100"]),
    st.integers(0, 400_000),
    st.integers(1, 1000),
    STARTS,
    st.integers(0, 61),
)
def test_any_period_agrees_with_whole_numbers(  # noqa: PLR0917 - what a case is made of
    pay: int, percentage: str, cap: int, time: int, first: date, more: int
) -> None:
    days = DateRange(first, first + timedelta(days=more))
    terms = SubsidyTerms(
        percentage=Decimal(percentage), cap=Money.of_cents(cap), working_time=Decimal(time) / 10
    )
    found = subsidy_amount(terms, Money.of_cents(pay), days)
    expected = in_cents(pay, Fraction(percentage), cap, Fraction(time, 10), days)
    assert (found.amount.cents, found.capped) == expected


@given(CENTS, MONTHS)
def test_a_whole_month_never_gets_more_than_the_cap_nor_the_share(pay: int, month: Month) -> None:
    assert is_whole_month(month.days)
    terms = SubsidyTerms(percentage=Decimal(70), cap=Money(1770))
    found = subsidy_amount(terms, Money.of_cents(pay), month.days)
    assert found.amount == min(Money(1770), Money.of_cents(pay).percent(Decimal(70)))


@given(CENTS, st.dates(date(2024, 1, 1), date(2040, 12, 31)), st.integers(0, 27))
def test_a_longer_period_never_has_a_lower_cap(pay: int, first: date, more: int) -> None:
    terms = SubsidyTerms(percentage=Decimal(50), cap=Money(1260))
    days = DateRange(first, first + timedelta(days=more))
    longer = DateRange(first, first + timedelta(days=more + 1))
    if is_whole_month(days) or is_whole_month(longer):
        return
    amounts = [subsidy_amount(terms, Money.of_cents(pay), one).amount for one in (days, longer)]
    assert amounts == sorted(amounts)
