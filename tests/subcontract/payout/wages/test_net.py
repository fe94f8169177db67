"""One payment: withholding by card, limit and month, contributions by pay day and age, employer's costs."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.money import ZERO, Money, total
from subcontract.payout.wages import lines
from subcontract.payout.wages.contributions import Employer
from subcontract.payout.wages.net import NetOfPay, PayAsk, net_pay
from subcontract.payout.wages.withholding import CardUse, LastYear, NoCard, Small, withhold
from subcontract.problems import Code, Refused

PAID = date(2026, 11, 30)
BORN = date(1990, 5, 1)
CARD = CardUse(base=Decimal(5), additional=Decimal(25), limit=Money(6000))


def pay(wages: str, **fields: Any) -> NetOfPay:
    default: dict[str, Any] = {"pay_day": PAID, "born": BORN, "ground": CARD}
    return net_pay(PayAsk(wages=Money(wages), **(default | fields)))


def test_two_percentages_are_rounded_once_together():
    use = CardUse(base=Decimal("5.5"), additional=Decimal("30.5"), limit=Money("100.10"))
    held = withhold(Money("200.20"), use, PAID)
    assert held.amount == Money("36.04")
    assert [line.amount for line in held.lines] == [Money("-5.51"), Money("-30.53")]
    assert [(line.basis, line.rate) for line in held.lines] == [
        (Decimal("100.10"), Decimal("5.5")),
        (Decimal("100.10"), Decimal("30.5")),
    ]


def test_half_cents_meet_before_they_are_rounded():
    use = CardUse(base=Decimal(50), additional=Decimal(50), limit=Money("0.01"))
    assert withhold(Money("0.02"), use, PAID).amount == Money("0.01")


@pytest.mark.parametrize(
    ("used", "amount"),
    [("0.00", "50.00"), ("5000.00", "50.00"), ("5000.01", "50.00"), ("5500.00", "150.00"),
     ("6000.00", "250.00"), ("7000.00", "250.00")],
)  # fmt: skip
def test_the_limit_is_what_earlier_payments_left(used: str, amount: str):
    use = CardUse(base=Decimal(5), additional=Decimal(25), limit=Money(6000), used=Money(used))
    held = withhold(Money(1000), use, PAID)
    assert held.amount == Money(amount)
    assert held.above_limit == (used > "5000.00")


def test_a_card_without_a_limit_has_one_percentage():
    held = withhold(Money(1000), CardUse(base=Decimal("14.5")), PAID)
    assert (held.amount, len(held.lines)) == (Money("145.00"), 1)


def test_last_years_percentage_is_for_january_alone():
    assert withhold(Money(420), LastYear(base=Decimal("3.5")), date(2026, 1, 31)).amount == Money("14.70")
    assert withhold(Money(420), LastYear(base=Decimal("3.5")), date(2026, 2, 1)).amount == Money("252.00")
    with pytest.raises(Refused) as refused:
        withhold(Money(420), LastYear(base=Decimal("3.5")), date(2024, 1, 31))
    assert refused.value.code is Code.RULE_NOT_KNOWN_YET


def test_never_below_nothing_and_never_above_the_payment():
    assert withhold(Money(-100), CARD, PAID).amount == ZERO
    assert withhold(Money(100), CardUse(base=Decimal(100)), PAID).amount == Money(100)
    all_of_it = pay("100.00", ground=CardUse(base=Decimal(100)), never_owing=True)
    assert (all_of_it.net, all_of_it.withheld.amount) == (ZERO, Money("91.81"))
    assert pay("100.00", ground=CardUse(base=Decimal(100))).net == Money("-8.19")


@pytest.mark.parametrize(
    ("paid", "born", "pension", "unemployment", "health"),
    [
        # a whole-month rule: nothing changes in the month of the birthday itself
        ("2026-05-31", "2009-05-02", "0.00", "0.00", "19.10"),
        ("2026-06-01", "2009-05-02", "73.00", "0.00", "19.10"),
        ("2026-05-31", "2008-05-31", "73.00", "0.00", "19.10"),
        ("2026-06-01", "2008-05-31", "73.00", "8.90", "19.10"),
        ("2026-05-31", "2010-05-31", "0.00", "0.00", "0.00"),
        ("2026-06-01", "2010-05-31", "0.00", "0.00", "19.10"),
        ("2026-05-31", "1961-05-01", "73.00", "8.90", "19.10"),
        ("2026-06-01", "1961-05-01", "73.00", "0.00", "19.10"),
        ("2026-05-31", "1958-05-01", "73.00", "0.00", "19.10"),
        ("2026-06-01", "1958-05-01", "73.00", "0.00", "0.00"),
        ("2026-05-31", "1957-05-01", "0.00", "0.00", "0.00"),
        ("2026-12-01", "1958-11-30", "73.00", "0.00", "0.00"),
        # a leap day's child has a birthday's month every year
        ("2026-02-28", "2008-02-29", "73.00", "0.00", "19.10"),
        ("2026-03-01", "2008-02-29", "73.00", "8.90", "19.10"),
        ("2025-02-28", "1960-02-29", "71.50", "5.90", "18.70"),
        ("2025-03-31", "1960-02-29", "71.50", "0.00", "18.70"),
        # the bands of age that ended with 2025
        ("2025-12-31", "1972-11-30", "86.50", "5.90", "18.70"),
        ("2025-11-30", "1972-11-30", "71.50", "5.90", "18.70"),
        ("2025-12-31", "1962-11-30", "71.50", "5.90", "18.70"),
        ("2025-11-30", "1962-11-30", "86.50", "5.90", "18.70"),
    ],
)
def test_whole_months_of_age(paid: str, born: str, pension: str, unemployment: str, health: str):
    got = pay("1000.00", pay_day=date.fromisoformat(paid), born=date.fromisoformat(born)).contributions
    assert [str(each) for each in (got.pension, got.unemployment, got.employer_health)] == [
        pension,
        unemployment,
        health,
    ]


def test_an_age_that_is_not_insured_is_said():
    told = [line.what for line in pay("1000.00", born=date(2010, 1, 1)).lines]
    assert {lines.PENSION_NOT_AT_AGE, lines.UNEMPLOYMENT_NOT_AT_AGE} <= set(told)


def test_the_employers_costs_by_its_size_and_institutions():
    large = pay("1000.00").contributions
    assert (large.employer_unemployment, large.employer_pension, large.employer_other) == (
        Money("12.30"),
        None,
        None,
    )
    own = Employer(large=False, pension=Decimal("17.10"), other=Decimal("0.76"))
    small = pay("1000.00", employer=own).contributions
    assert (small.employer_unemployment, small.employer_pension, small.employer_other) == (
        Money("3.10"),
        Money("171.00"),
        Money("7.60"),
    )
    assert pay("1000.00", employer=own, born=date(2010, 6, 1)).contributions.employer_pension == ZERO


def test_a_fee_is_withheld_from_and_insured_by_a_public_payer_alone():
    private = pay("0.00", fees=Money(100))
    assert (private.withheld.amount, private.contributions.pension) == (Money(5), ZERO)
    public = pay("0.00", fees=Money(100), fees_insured=True)
    assert (public.contributions.pension, public.contributions.unemployment) == (Money("7.30"), ZERO)
    assert public.contributions.employer_health == ZERO
    assert public.net == Money("87.70")


def test_a_small_occasional_payment_is_paid_without_withholding_and_health_insurance():
    small = pay("20.00", ground=Small())
    assert (small.withheld.amount, small.contributions.employer_health) == (ZERO, ZERO)
    assert small.contributions.pension == Money("1.46")


def test_the_protected_part_is_told_and_is_at_most_the_net():
    assert pay("400.00").protected == pay("400.00").net
    assert pay("4000.00").protected == Money("990.90")
    assert pay("4000.00", pay_day=date(2025, 11, 30)).protected is None


def test_every_rate_names_its_rule_day_and_source():
    told = [line for line in pay("1000.00").lines if line.rule != lines.PROTECTED_RULE]
    assert all(line.rule and line.valid_from and line.source and lines.is_percentage(line) for line in told)
    assert [line.valid_from for line in told][1:] == [date(2026, 1, 1)] * 4


@pytest.mark.parametrize(
    ("on", "code"), [("2023-12-31", "rule_not_known_yet"), ("2027-01-01", "rule_no_longer_known")]
)
def test_a_year_that_is_not_known_is_refused(on: str, code: str):
    with pytest.raises(Refused) as refused:
        pay("1000.00", pay_day=date.fromisoformat(on), ground=NoCard())
    assert refused.value.code == code


@given(
    cents=st.integers(-500_000, 2_000_000),
    fees=st.integers(0, 200_000),
    base=st.decimals(0, 60, places=1),
    additional=st.decimals(0, 60, places=1),
    limit=st.none() | st.integers(0, 1_000_000),
    used=st.integers(0, 1_200_000),
    insured=st.booleans(),
)
def test_lines_sum_to_the_net(
    *, cents: int, fees: int, base: Decimal, additional: Decimal, limit: int | None, used: int, insured: bool
):
    most = None if limit is None else Money.of_cents(limit)
    ask = PayAsk(
        pay_day=PAID,
        born=BORN,
        wages=Money.of_cents(cents),
        fees=Money.of_cents(fees),
        ground=CardUse(base=base, additional=additional, limit=most, used=Money.of_cents(used)),
        fees_insured=insured,
    )
    got = net_pay(ask)
    told = total(line.amount for line in got.lines if not lines.is_told_only(line))
    assert got.net == got.taxable + told
    assert ZERO <= got.withheld.amount <= max(ZERO, got.taxable)
    assert got.withheld.used == got.taxable
