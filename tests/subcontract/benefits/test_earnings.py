"""The earnings limit: the light at exact shares, months that are not known, months one by one, what fits."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.benefits.earnings import (
    Effect,
    LimitState,
    gravest,
    kela_use,
    minutes_that_fit,
    state_of,
    work_use,
)
from subcontract.benefits.earnings_months import (
    Earning,
    EarningsFacts,
    Fit,
    fit_of,
    month_of_earnings,
    months_of_earnings,
)
from subcontract.benefits.records import EarnedIn, PensionKind
from subcontract.days import DateRange, Month
from subcontract.money import ZERO, Money, total
from tests import make_benefits

NOVEMBER = Month(2026, 11)
CENTS = st.integers(0, 400_000)
KNOWN = [Month(year, number) for year in (2020, 2021, 2023, 2024, 2025, 2026) for number in (1, 12)]


# --- one limit -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earned", "state"),
    [
        ("0.00", LimitState.OK),
        ("792.71", LimitState.OK),
        ("792.72", LimitState.NEAR),
        ("941.35", LimitState.NEAR),
        ("941.36", LimitState.CLOSE),
        ("990.89", LimitState.CLOSE),
        ("990.90", LimitState.AT),
        ("990.91", LimitState.OVER),
    ],
)
def test_the_light_of_2026(earned: str, state: LimitState) -> None:
    use = kela_use(NOVEMBER, Money(earned))
    assert (use.limit, use.state) == (Money("990.90"), state)
    assert use.left == Money("990.90") - Money(earned)


@given(CENTS, CENTS)
def test_the_light_agrees_with_whole_numbers(earned: int, limit: int) -> None:
    share = Fraction(earned, limit) if limit else Fraction(2 if earned else 1)
    expected = LimitState.OVER
    for state, below in ((LimitState.CLOSE, 1), (LimitState.NEAR, "95/100"), (LimitState.OK, "80/100")):
        if share < Fraction(below):
            expected = state
    if share == 1:
        expected = LimitState.AT
    assert state_of(Money.of_cents(earned), Money.of_cents(limit)) is expected


@pytest.mark.parametrize(
    ("kind", "prior", "limit"),
    [
        (PensionKind.FULL_WORK, "3000.00", "1200.00"),
        (PensionKind.PARTIAL_WORK, "3000.00", "1800.00"),
        (PensionKind.FULL_WORK, "2477.25", "990.90"),
        (PensionKind.FULL_WORK, "2477.30", "990.92"),
        (PensionKind.PARTIAL_WORK, "1000.00", "990.90"),
        (PensionKind.FULL_WORK, "0.00", "990.90"),
    ],
)
def test_a_work_pension_has_the_higher_limit(kind: PensionKind, prior: str, limit: str) -> None:
    assert work_use(kind, Money(prior), NOVEMBER, ZERO).limit == Money(limit)


@pytest.mark.parametrize(
    ("earned", "effect"),
    [
        ("1200.00", Effect.NONE),
        ("1200.01", Effect.MAY_BECOME_PARTIAL),
        ("1800.00", Effect.MAY_BECOME_PARTIAL),
        ("1800.01", Effect.SUSPENDED),
    ],
)
def test_what_going_over_does_to_a_full_work_pension(earned: str, effect: Effect) -> None:
    assert work_use(PensionKind.FULL_WORK, Money(3000), NOVEMBER, Money(earned)).effect is effect


@pytest.mark.parametrize("month", ["2019-12", "2022-01", "2022-07", "2027-01", "2100-02"])
@pytest.mark.parametrize("kind", list(PensionKind))
def test_a_month_without_a_known_limit_is_never_guessed(month: str, kind: PensionKind) -> None:
    earned = Money("5000.00")
    use = (
        kela_use(Month.parse(month), earned)
        if kind is PensionKind.KELA
        else work_use(kind, Money(3000), Month.parse(month), earned)
    )
    assert (use.limit, use.left, use.rule, use.note) == (None, None, None, "")
    assert (use.state, use.effect, use.total) == (LimitState.UNKNOWN, Effect.UNKNOWN, earned)


@pytest.mark.parametrize(("year", "noted"), [(2024, False), (2025, False), (2026, True)])
def test_the_open_point_of_the_act_is_told_where_it_matters(year: int, noted: bool) -> None:
    month = Month(year, 6)
    for use in (kela_use(month, ZERO), work_use(PensionKind.FULL_WORK, Money(3000), month, ZERO)):
        assert ("31 December 2025" in use.note) is noted


@given(st.sampled_from(KNOWN), CENTS, st.integers(0, 1_000_000))
def test_more_earnings_never_brighten_the_light(month: Month, earned: int, more: int) -> None:
    states = list(LimitState)
    for before, after in (
        (kela_use(month, Money.of_cents(earned)), kela_use(month, Money.of_cents(earned + more))),
        (
            work_use(PensionKind.FULL_WORK, Money(3000), month, Money.of_cents(earned)),
            work_use(PensionKind.FULL_WORK, Money(3000), month, Money.of_cents(earned + more)),
        ),
    ):
        assert states.index(after.state) >= states.index(before.state)


@pytest.mark.parametrize(
    ("left", "hourly", "holiday", "minutes"),
    [
        ("0.00", "13.35", "0", 0),
        ("-5.00", "13.35", "0", 0),
        ("13.35", "0.00", "0", 0),
        ("13.35", "13.35", "0", 60),
        ("14.55", "13.35", "9", 60),
        ("14.54", "13.35", "9", 59),
        ("990.90", "13.35", "9", 4085),
    ],
)
def test_the_minutes_that_still_fit(left: str, hourly: str, holiday: str, minutes: int) -> None:
    assert minutes_that_fit(Money(left), Money(hourly), Decimal(holiday)) == minutes


@given(st.integers(1, 200_000), st.integers(500, 5000), st.sampled_from(["0", "9", "11.5"]))
def test_what_fits_fits_and_two_minutes_more_do_not(left: int, hourly: int, holiday: str) -> None:
    money, pay = Money.of_cents(left), Money.of_cents(hourly)
    minutes = minutes_that_fit(money, pay, Decimal(holiday))

    def earned(of: int) -> Money:
        return pay.for_minutes(of) + pay.for_minutes(of).percent(Decimal(holiday))

    assert earned(minutes) <= money < earned(minutes + 2)


# --- month by month --------------------------------------------------------------------------


def work(day: str, amount: str, *, planned: bool = False, paid: str = "") -> Earning:
    worked = date.fromisoformat(day)
    pay_day = date.fromisoformat(paid) if paid else Month.of(worked).plus(1).first.replace(day=15)
    return Earning(work_day=worked, pay_day=pay_day, amount=Money(amount), planned=planned)


def plan(day: str, amount: str) -> Earning:
    return work(day, amount, planned=True)


KELA = (make_benefits.pension(),)


def test_until_which_day_it_lasts() -> None:
    earnings = (
        work("2026-10-02", "600.00"),
        plan("2026-10-12", "100.00"),
        plan("2026-10-14", "120.00"),
        plan("2026-10-16", "120.00"),
    )
    facts = EarningsFacts(
        pensions=KELA,
        earnings=earnings,
        outside=(make_benefits.outside(month=Month(2026, 10), amount=Money("80.00")),),
        by=EarnedIn.WORK,
    )
    (month,) = months_of_earnings(facts, [Month(2026, 10)])
    assert (month.used, month.elsewhere, month.planned) == (Money(600), Money(80), Money(340))
    assert (month.total, month.kela.total, month.kela.state) == (Money(1020), Money(1020), LimitState.OVER)
    assert month.fit == Fit(last=date(2026, 10, 14), all_fits=False)
    assert month.work is None


@pytest.mark.parametrize(
    ("before", "fit"),
    [
        ("890.90", Fit(last=date(2026, 10, 14), all_fits=True)),
        ("890.91", Fit(last=date(2026, 10, 12), all_fits=False)),
        ("950.91", Fit(last=None, all_fits=False)),
        ("990.91", Fit(last=None, all_fits=False)),
    ],
)
def test_the_exact_cent_that_fits(before: str, fit: Fit) -> None:
    plans = [plan("2026-10-14", "60.00"), plan("2026-10-12", "15.00"), plan("2026-10-12", "25.00")]
    assert fit_of(Money("990.90"), Money(before), plans) == fit


def test_by_the_month_of_payment_october_s_work_counts_in_november() -> None:
    earnings = (work("2026-10-20", "500.00"), plan("2026-11-20", "400.00"))
    paid = EarningsFacts(pensions=KELA, earnings=earnings)
    worked = EarningsFacts(pensions=KELA, earnings=earnings, by=EarnedIn.WORK)
    months = [Month(2026, number) for number in (10, 11, 12)]
    assert [one.total for one in months_of_earnings(paid, months)] == [ZERO, Money(500), Money(400)]
    assert [one.total for one in months_of_earnings(worked, months)] == [Money(500), Money(400), ZERO]
    december = months_of_earnings(paid, months)[2]
    assert december.fit == Fit(last=date(2026, 11, 20), all_fits=True)


def test_plans_of_a_month_without_a_known_limit_have_no_last_day() -> None:
    facts = EarningsFacts(pensions=KELA, earnings=(plan("2026-12-10", "100.00"),))
    (january,) = months_of_earnings(facts, [Month(2027, 1)])
    assert (january.kela.state, january.fit) == (LimitState.UNKNOWN, None)
    assert months_of_earnings(facts, [NOVEMBER])[0].fit is None  # nothing planned


def test_only_months_with_a_pension_are_watched() -> None:
    pension = make_benefits.pension(days=DateRange(date(2026, 3, 31), date(2026, 5, 1)))
    months = [Month(2026, number) for number in range(1, 13)]
    found = months_of_earnings(EarningsFacts(pensions=(pension,)), months)
    assert [one.month.number for one in found] == [3, 4, 5]
    assert months_of_earnings(EarningsFacts(pensions=()), months) == ()


def test_a_work_pension_is_watched_beside_kela_s_and_the_lower_of_two() -> None:
    full = make_benefits.pension(
        kind=PensionKind.FULL_WORK,
        prior_earnings=Money(3000),
        days=DateRange(date(2020, 1, 1), date(2026, 11, 9)),
    )
    partial = make_benefits.pension(
        kind=PensionKind.PARTIAL_WORK, prior_earnings=Money(3000), days=DateRange(date(2026, 11, 10))
    )
    month = month_of_earnings(EarningsFacts(pensions=(full, partial)), NOVEMBER, (partial, full))
    assert month.work is not None
    assert (month.kela.limit, month.work.limit) == (Money("990.90"), Money(1200))
    (october,) = months_of_earnings(EarningsFacts(pensions=(full, partial)), [Month(2026, 10)])
    assert october.work is not None
    assert october.work.limit == Money(1200)
    (december,) = months_of_earnings(EarningsFacts(pensions=(full, partial)), [Month(2026, 12)])
    assert december.work is not None
    assert december.work.limit == Money(1800)


EARNINGS = st.lists(
    st.builds(
        lambda day, wait, cents, planned: Earning(
            work_day=day, pay_day=day + timedelta(days=wait), amount=Money.of_cents(cents), planned=planned
        ),
        st.dates(date(2024, 1, 1), date(2026, 10, 31)),
        st.integers(0, 60),
        st.integers(0, 60_000),
        st.booleans(),
    ),
    max_size=30,
)


@given(EARNINGS, st.sampled_from(EarnedIn))
def test_every_cent_is_counted_in_exactly_one_month(earnings: list[Earning], by: EarnedIn) -> None:
    facts = EarningsFacts(pensions=KELA, earnings=tuple(earnings), by=by)
    months = [Month(2024, 1).plus(number) for number in range(36)]
    found = months_of_earnings(facts, months)
    assert len(found) == 36
    assert total(one.total for one in found) == total(one.amount for one in earnings)
    assert total(one.planned for one in found) == total(one.amount for one in earnings if one.planned)


@given(EARNINGS, CENTS, CENTS)
def test_what_is_planned_until_the_last_day_fits_and_the_next_day_does_not(
    earnings: list[Earning], limit: int, before: int
) -> None:
    fit = fit_of(Money.of_cents(limit), Money.of_cents(before), earnings)
    days = sorted({one.work_day for one in earnings})
    fitting = [day for day in days if fit.last is not None and day <= fit.last]
    earned = before + sum(one.amount.cents for one in earnings if one.work_day in fitting)
    assert not fitting or earned <= limit
    assert fit.all_fits is (len(fitting) == len(days))
    if not fit.all_fits:
        following = days[len(fitting)]
        assert earned + sum(one.amount.cents for one in earnings if one.work_day == following) > limit


def test_the_gravest_light_is_that_of_a_month() -> None:
    states = [LimitState.OK, LimitState.CLOSE, LimitState.NEAR]
    assert gravest(states) is LimitState.CLOSE
    assert gravest([*states, LimitState.UNKNOWN, LimitState.OVER]) is LimitState.OVER
    assert gravest([LimitState.UNKNOWN, LimitState.OK]) is LimitState.OK
    assert gravest(()) is LimitState.UNKNOWN
    assert [one.value for one in LimitState if one.is_near] == ["near", "close", "at", "over"]
