"""The tax-free limit: by day and on average, cut or taxable, to the cent."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.money import Money, total
from subcontract.payout.allowance import day_sums, split_allowance
from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.problems import Code, Refused

FIRST = date(2026, 11, 2)
SUMS = st.lists(st.integers(0, 5000), min_size=1, max_size=31)


def days(*amounts: str) -> dict[date, Money]:
    return {FIRST + timedelta(days=number): Money(amount) for number, amount in enumerate(amounts)}


@pytest.mark.parametrize(
    ("amount", "tax_free", "over"),
    [("11.99", "11.99", "0.00"), ("12.00", "12.00", "0.00"), ("12.01", "12.00", "0.01")],
)
@pytest.mark.parametrize("mode", list(LimitMode))
def test_the_exact_cent_of_one_day(mode: LimitMode, amount: str, tax_free: str, over: str) -> None:
    cut = split_allowance(days(amount), mode, AboveLimit.CUT)
    assert (str(cut.tax_free), str(cut.cut), str(cut.taxable)) == (tax_free, over, "0.00")
    taxed = split_allowance(days(amount), mode, AboveLimit.TAXABLE)
    assert (str(taxed.tax_free), str(taxed.taxable), str(taxed.cut)) == (tax_free, over, "0.00")


def test_all_jobs_of_a_day_count_together() -> None:
    entries = [("7", FIRST, Money(8)), ("7", FIRST, Money(6)), ("8", FIRST, Money(6))]
    sums = day_sums(entries)
    assert sums == {"7": {FIRST: Money(14)}, "8": {FIRST: Money(6)}}
    assert split_allowance(sums["7"], LimitMode.DAY, AboveLimit.CUT).cut == Money(2)


def test_a_correction_lowers_its_day_but_never_below_zero() -> None:
    lowered = day_sums([("7", FIRST, Money(8)), ("7", FIRST, Money(-8))])
    split = split_allowance(lowered["7"], LimitMode.DAY, AboveLimit.CUT)
    assert (split.days, split.tax_free, split.average) == (1, Money(0), Money(0))
    for mode in LimitMode:
        with pytest.raises(Refused) as caught:
            split_allowance(days("8.00", "-0.01"), mode, AboveLimit.CUT)
        assert caught.value.code is Code.NEGATIVE_DAY


def test_a_day_without_a_known_limit_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        split_allowance({date(2020, 1, 1): Money(5)}, LimitMode.PERIOD, AboveLimit.CUT)
    assert caught.value.code is Code.RULE_NOT_KNOWN_YET


def test_the_average_is_rounded_half_up() -> None:
    split = split_allowance(days("0.01", "0.00"), LimitMode.DAY, AboveLimit.CUT)
    assert split.average == Money("0.01")


def test_the_working_names_the_rule_and_what_was_cut() -> None:
    split = split_allowance(days("15.00", "9.00"), LimitMode.DAY, AboveLimit.CUT)
    first, _, cut = split.lines
    assert (first.basis, first.rate, first.amount) == (Decimal("15.00"), Decimal("12.00"), Money(12))
    assert (first.rule, first.valid_from) == ("allowance_limit", date(2024, 1, 1))
    assert "92 §" in first.source
    assert (cut.amount, cut.rule) == (Money(3), "")


@given(SUMS, st.sampled_from(LimitMode), st.sampled_from(AboveLimit))
def test_nothing_is_lost_and_the_limit_holds(cents: list[int], mode: LimitMode, above: AboveLimit) -> None:
    sums = {FIRST + timedelta(days=number): Money.of_cents(one) for number, one in enumerate(cents)}
    split = split_allowance(sums, mode, above)
    assert split.tax_free + split.taxable + split.cut == total(sums.values())
    assert split.tax_free <= Money(12).times(len(sums))
    assert split.average <= Money(12)
    assert not (split.taxable and split.cut)
    expected = (
        sum(min(one, 1200) for one in cents) if mode is LimitMode.DAY else min(sum(cents), 1200 * len(cents))
    )
    assert split.tax_free.cents == expected


@given(SUMS)
def test_the_average_never_gives_less_than_the_days(cents: list[int]) -> None:
    sums = {FIRST + timedelta(days=number): Money.of_cents(one) for number, one in enumerate(cents)}
    by_day = split_allowance(sums, LimitMode.DAY, AboveLimit.CUT)
    by_period = split_allowance(sums, LimitMode.PERIOD, AboveLimit.CUT)
    assert by_day.tax_free <= by_period.tax_free
