"""Money: exact, rounded once, shared out to the last cent."""

from decimal import ROUND_DOWN, Decimal, FloatOperation, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.money import UP_TO_STEP, ZERO, Money, exact, product, ratio, share_out, to_step, total
from subcontract.problems import Code, Refused

CENTS = st.integers(-99_999_999_999, 99_999_999_999)
WEIGHTS = st.decimals(min_value=0, max_value=10**6, places=4)
NUMBERS = st.decimals(min_value=-9999, max_value=9999, places=6)


def refused(make: Any, value: object) -> Code:
    with pytest.raises(Refused) as caught:
        make(value)
    return caught.value.code


def half_up(number: Fraction) -> int:
    """Whole cents, halves away from zero: an independent reckoning in fractions."""
    sign = -1 if number < 0 else 1
    return sign * int(abs(number) * 100 + Fraction(1, 2))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, Code.FLOAT_REFUSED),
        (True, Code.FLOAT_REFUSED),
        (None, Code.WRONG_TYPE),
        (b"1", Code.WRONG_TYPE),
        ([1], Code.WRONG_TYPE),
        ("NaN", Code.NOT_A_NUMBER),
        (Decimal("NaN"), Code.NOT_A_NUMBER),
        (Decimal("-Infinity"), Code.NOT_A_NUMBER),
        ("1e3", Code.NOT_A_NUMBER),
        ("1_000", Code.NOT_A_NUMBER),
        ("+1", Code.NOT_A_NUMBER),
        (" 1", Code.NOT_A_NUMBER),
        ("1,5", Code.NOT_A_NUMBER),
        (".5", Code.NOT_A_NUMBER),
        ("5.", Code.NOT_A_NUMBER),
        ("１２", Code.NOT_A_NUMBER),
        ("1\n", Code.NOT_A_NUMBER),
        ("", Code.NOT_A_NUMBER),
        ("9" * 41, Code.NOT_A_NUMBER),
        ("9" * 19, Code.TOO_LARGE),
        (Decimal("1E+999999"), Code.TOO_LARGE),
        (Decimal("1E-999999"), Code.TOO_LARGE),
        (10**1000, Code.TOO_LARGE),
    ],
)
def test_what_is_no_exact_number_is_refused(value: object, code: Code) -> None:
    assert refused(exact, value) == code
    assert refused(Money, value) == code


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0.005", Code.NOT_AN_AMOUNT),
        ("999999999.985", Code.NOT_AN_AMOUNT),
        ("1000000000.005", Code.TOO_LARGE),
        ("1000000000.00", Code.TOO_LARGE),
        (10**9, Code.TOO_LARGE),
    ],
)
def test_an_amount_has_two_decimals_and_an_end(value: object, code: Code) -> None:
    assert refused(Money, value) == code


def test_an_amount_prints_with_two_decimals_and_never_minus_zero() -> None:
    assert [str(Money(value)) for value in ("0", "-0", "-0.00", 5, "5.5", Decimal("-1234.50"))] == [
        "0.00", "0.00", "0.00", "5.00", "5.50", "-1234.50",
    ]  # fmt: skip
    assert str(Money("0.01").percent(Decimal(-10))) == "0.00"


@given(CENTS)
def test_cents_come_back(cents: int) -> None:
    assert Money.of_cents(cents).cents == cents
    assert Money(str(Money.of_cents(cents))) == Money.of_cents(cents)


@pytest.mark.parametrize("value", [1.0, True, "5", None])
def test_cents_are_whole(value: Any) -> None:
    assert refused(Money.of_cents, value) == Code.WRONG_TYPE


@given(CENTS, CENTS)
def test_sums_and_differences_agree_with_whole_numbers(first: int, second: int) -> None:
    if abs(first) + abs(second) > 99_999_999_999:
        first, second = first // 2, second // 2
    one, other = Money.of_cents(first), Money.of_cents(second)
    assert (one + other).cents == first + second
    assert (one - other).cents == first - second
    assert total([one, -other, other]) == one
    assert (one < other) == (first < second)


def test_money_meets_only_money() -> None:
    with pytest.raises(TypeError):
        Money(1) + Decimal(1)
    with pytest.raises(TypeError):
        Money(1) - 1
    assert total([]) == ZERO
    assert not ZERO
    assert abs(Money("-2.50")) == Money("2.50")


@pytest.mark.parametrize(
    ("amount", "quantity", "product_"),
    [("0.01", "0.5", "0.01"), ("0.01", "0.49", "0.00"), ("-0.01", "0.5", "-0.01"), ("2.00", "1.0025", "2.01"),
     ("1.00", "1.005", "1.01"), ("-1.00", "1.005", "-1.01"), ("66.67", "0.25", "16.67")],
)  # fmt: skip
def test_halves_go_away_from_zero(amount: str, quantity: str, product_: str) -> None:
    assert Money(amount).times(Decimal(quantity)) == Money(product_)


@given(st.integers(-9_999_999, 9_999_999), NUMBERS)
def test_products_and_percentages_are_rounded_once(cents: int, number: Decimal) -> None:
    money = Money.of_cents(cents)
    whole = Fraction(cents, 100) * Fraction(number)
    if abs(whole) < 10**9 - 1:
        assert money.times(number).cents == half_up(whole)
    assert money.percent(number).cents == half_up(whole / 100)


@given(st.integers(-9_999_999, 9_999_999), st.integers(0, 10_000))
def test_an_hourly_price_of_minutes_is_rounded_once(cents: int, minutes: int) -> None:
    assert Money.of_cents(cents).for_minutes(minutes).cents == half_up(Fraction(cents * minutes, 6000))


def test_a_third_of_an_hour_has_a_price() -> None:
    assert Money(10).for_minutes(10) == Money("1.67")
    assert Money.rounded(ratio(10, 3)) == Money("3.33")
    assert Money.rounded(Decimal("1.999"), ROUND_DOWN) == Money("1.99")


def test_a_named_rounding_reaches_every_product() -> None:
    assert Money("0.05").times(Decimal("0.5"), ROUND_DOWN) == Money("0.02")
    assert Money("0.50").percent(Decimal(5), ROUND_DOWN) == Money("0.02")
    assert Money("0.05").for_minutes(30, ROUND_DOWN) == Money("0.02")


def test_whole_euros_need_no_rounding() -> None:
    assert Money() == ZERO
    assert Money.rounded(7) == Money("7.00")
    assert 0 + Money(7) == sum([Money(7)]) == Money(7)
    with pytest.raises(TypeError):
        1 + Money(7)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (Decimal("NaN"), Code.NOT_A_NUMBER),
        (Decimal("-Infinity"), Code.NOT_A_NUMBER),
        (Decimal("1E+30"), Code.TOO_LARGE),
        (Decimal("1E+18"), Code.TOO_LARGE),
        (Decimal("1000000000.00"), Code.TOO_LARGE),
        (1.5, Code.FLOAT_REFUSED),
    ],
)
def test_what_cannot_be_rounded_is_refused(value: Any, code: Code) -> None:
    assert refused(Money.rounded, value) == code


@pytest.mark.parametrize(("cents", "fits"), [(99_999_999_999, True), (100_000_000_000, False)])
def test_cents_have_an_end_both_ways(cents: int, fits: bool) -> None:
    if fits:
        assert Money.of_cents(-cents) == -Money.of_cents(cents)
    else:
        assert refused(Money.of_cents, cents) == refused(Money.of_cents, -cents) == Code.TOO_LARGE


def test_long_factors_lose_no_digit() -> None:
    long = Decimal("0.123456789012345678")
    digits = 99_999_999_999 * 123_456_789_012_345_678
    assert str(product(Decimal("999999999.99"), long)) == f"{digits // 10**20}.{digits % 10**20:020}"
    with localcontext() as context:
        context.traps[FloatOperation] = True
        assert product(3, Decimal("0.1")) == Decimal("0.3")


@given(
    st.decimals(min_value=0, max_value=10**6, places=5),
    st.sampled_from(["0.01", "0.05", "0.0001", "1", "0.5"]),
)
def test_a_price_rounded_up_is_the_next_step(value: Decimal, step: str) -> None:
    up = to_step(value, Decimal(step), UP_TO_STEP)
    assert up >= value
    assert up - value < Decimal(step)
    assert not up % Decimal(step)


# --- sharing out -----------------------------------------------------------------------------


def test_the_published_pot() -> None:
    shares = share_out(Money(100), {"1": 3, "2": 2, "10": 2})
    assert {key: str(part) for key, part in shares.items()} == {"1": "42.86", "2": "28.57", "10": "28.57"}


def test_equal_remainders_go_to_the_smaller_number_first() -> None:
    shares = share_out(Money("0.05"), dict.fromkeys(["10", "9", "b", "a", "2"], 1) | {"1": 2})
    assert sum(part.cents for part in shares.values()) == 5
    shares = share_out(Money("0.02"), dict.fromkeys(["b", "10", "9"], 1))
    assert [shares[key].cents for key in ("9", "10", "b")] == [1, 1, 0]
    shares = share_out(Money("0.01"), dict.fromkeys(["10", "0009"], 1))
    assert shares["0009"].cents == 1, "zeros before a number do not make it larger"


def test_long_keys_are_numbers_too() -> None:
    shares = share_out(Money("0.01"), {"9" * 5000: 1, "1" + "0" * 5000: 1})
    assert shares["9" * 5000].cents == 1


@given(CENTS, st.dictionaries(st.integers(1, 60).map(str), WEIGHTS, min_size=1, max_size=12))
def test_shares_sum_to_the_pot_and_stay_within_a_cent(cents: int, weights: dict[str, Decimal]) -> None:
    if not any(weights.values()):
        return
    shares = share_out(Money.of_cents(cents), weights)
    whole = sum((Fraction(weight) for weight in weights.values()), Fraction(0))
    assert sum(part.cents for part in shares.values()) == cents
    for key, part in shares.items():
        assert abs(part.cents - Fraction(cents) * Fraction(weights[key]) / whole) < 1
        assert weights[key] or not part


@given(st.integers(1, 10**9), st.lists(st.integers(0, 1000), min_size=1, max_size=10))
def test_a_negative_pot_is_the_mirror(cents: int, weights: list[int]) -> None:
    if not any(weights):
        return
    keyed = dict(enumerate(weights))
    there, back = share_out(Money.of_cents(cents), keyed), share_out(Money.of_cents(-cents), keyed)
    assert {key: -part for key, part in there.items()} == back


def test_weights_of_very_different_size_stay_exact() -> None:
    shares = share_out(Money("0.03"), {"a": Decimal("0.00000000000000001"), "b": Decimal(99999999999999999)})
    assert (shares["a"].cents, shares["b"].cents) == (0, 3)


@pytest.mark.parametrize(
    ("shares", "code"),
    [
        ({}, Code.NOTHING_TO_SHARE),
        ({"a": 0, "b": Decimal("0.00")}, Code.NOTHING_TO_SHARE),
        ({"a": 1, "b": -1}, Code.NEGATIVE_SHARE),
        ({"a": -1}, Code.NEGATIVE_SHARE),
        ({"a": 0.5}, Code.FLOAT_REFUSED),
        ({"a": "x"}, Code.NOT_A_NUMBER),
    ],
)
@pytest.mark.parametrize("pot", ["100.00", "0.00", "-100.00"])
def test_what_cannot_be_shared_is_refused(pot: str, shares: Any, code: Code) -> None:
    assert refused(Money(pot).share_out, shares) == code
