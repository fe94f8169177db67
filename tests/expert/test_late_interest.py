"""Late interest and collection costs as the worked examples (WE-4) give them, and by the acts."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.invoicing.collecting.collection import Asked, charge, collection_limits
from subcontract.invoicing.collecting.late_interest import Debt, Fall, InterestBy, late_interest
from subcontract.invoicing.collecting.reminding import ReminderKind
from subcontract.invoicing.terms import DayCount
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, Refused
from subcontract.rules import Debtor, InterestAct

GENERAL = InterestBy()
COMMERCIAL = InterestBy(act=InterestAct.COMMERCIAL)
ON = date(2026, 11, 2)
KNOWN_FROM, KNOWN_TO = date(2022, 7, 1), date(2026, 6, 30)


def day(text: str) -> date:
    return date.fromisoformat(text)


def debt(principal: str, due: str, *falls: tuple[str, str]) -> Debt:
    return Debt(
        principal=Money(principal),
        due=day(due),
        falls=tuple(Fall(day=day(when), amount=Money(amount)) for when, amount in falls),
    )


# --- WE-4 ------------------------------------------------------------------------------------


def test_we_4_1_three_days() -> None:
    found = late_interest(debt("300", "2025-07-28"), day("2025-07-31"), GENERAL)
    assert (found.interest, found.days) == (Money("0.23"), 3)


def test_we_4_3_over_the_turn_of_a_half_year_summed_and_rounded_once() -> None:
    found = late_interest(debt("1000", "2025-06-15"), day("2025-07-15"), COMMERCIAL)
    assert (found.interest, found.days) == (Money("9.04"), 30)
    told = [(str(one.days.first), str(one.days.last), one.rate.value, one.count) for one in found.periods]
    assert told == [
        ("2025-06-16", "2025-06-30", Decimal("11.5"), 15),
        ("2025-07-01", "2025-07-15", Decimal("10.5"), 15),
    ]
    assert total(one.amount for one in found.periods) == found.interest


def test_thirty_day_months() -> None:
    by = InterestBy(act=InterestAct.COMMERCIAL, day_count=DayCount.THIRTY_360)
    found = late_interest(debt("1000", "2025-06-15"), day("2025-07-15"), by)
    assert (found.interest, found.days) == (Money("9.17"), 30)
    year = late_interest(debt("1000", "2025-06-30"), day("2025-12-31"), by)
    assert (year.days, year.interest) == (180, Money("52.50"))
    assert late_interest(debt("1000", "2025-07-30"), day("2025-07-31"), by).interest == ZERO


def test_a_leap_year_has_365_days_too() -> None:
    found = late_interest(debt("10000", "2024-02-28"), day("2024-03-01"), GENERAL)
    assert (found.days, found.interest) == (2, Money("6.30"))


# --- the debt falls on the way -----------------------------------------------------------------


def test_a_payment_bears_interest_on_its_own_day() -> None:
    found = late_interest(debt("1000", "2025-03-01", ("2025-03-11", "400")), day("2025-03-21"), GENERAL)
    told = [(one.count, one.principal) for one in found.periods]
    assert told == [(10, Money(1000)), (10, Money(600))]
    assert found.interest == Money("4.60")


def test_what_is_paid_before_the_due_day_bears_none_and_a_paid_debt_ends() -> None:
    paid = debt("1000", "2025-03-01", ("2025-02-20", "700"), ("2025-03-11", "300"))
    found = late_interest(paid, day("2025-12-31"), GENERAL)
    assert [(one.principal, one.count) for one in found.periods] == [(Money(300), 10)]


def test_more_than_the_debt_makes_no_interest_the_other_way() -> None:
    found = late_interest(debt("100", "2025-03-01", ("2025-03-05", "500")), day("2025-06-30"), GENERAL)
    assert found.days == 4


def test_a_payment_taken_back_is_owed_again() -> None:
    back = debt("100", "2025-03-01", ("2025-03-05", "100"), ("2025-03-05", "-100"))
    assert late_interest(back, day("2025-03-31"), GENERAL) == late_interest(
        debt("100", "2025-03-01", ("2025-03-05", "0")), day("2025-03-31"), GENERAL
    )


def test_nothing_before_the_due_day_has_passed() -> None:
    found = late_interest(debt("100", "2025-03-01"), day("2025-03-01"), GENERAL)
    assert (found.interest, found.days, found.periods) == (ZERO, 0, ())


@pytest.mark.parametrize(("due", "until"), [("2026-06-30", "2026-07-01"), ("2022-06-01", "2022-07-15")])
def test_an_unknown_half_year_is_refused(due: str, until: str) -> None:
    with pytest.raises(Refused) as caught:
        late_interest(debt("100", due), day(until), GENERAL)
    assert caught.value.code is Code.RATE_UNKNOWN


def test_a_debt_below_nought_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        late_interest(debt("-0.01", "2025-03-01"), day("2025-03-05"), GENERAL)
    assert caught.value.code is Code.NEGATIVE


days = st.dates(KNOWN_FROM, KNOWN_TO)
cents = st.integers(0, 10**9)


@given(cents, days, days, st.lists(st.tuples(days, st.integers(-(10**7), 10**8)), max_size=5), st.booleans())
def test_the_periods_are_the_days_and_sum_to_the_interest(
    principal: int, due: date, until: date, falls: list[tuple[date, int]], act: bool
) -> None:
    """Reckoned day by day in fractions, the same interest comes to the cent."""
    owed = Debt(
        principal=Money.of_cents(principal),
        due=due,
        falls=tuple(Fall(day=when, amount=Money.of_cents(amount)) for when, amount in falls),
    )
    by = COMMERCIAL if act else GENERAL
    found = late_interest(owed, until, by)
    exact, counted, at = Decimal(0), 0, due + timedelta(days=1)
    rates = {one.days.first: one for one in found.periods}
    rate = None
    while at <= until:
        rate = rates.get(at, rate)
        left = max(0, principal - sum(amount for when, amount in falls if when < at))
        if left and rate is not None:
            exact += Decimal(left) * rate.rate.value
            counted += 1
            assert rate.rate.valid_from <= at <= rate.rate.valid_to
        at += timedelta(days=1)
    assert counted == found.days
    assert abs(found.interest.amount - exact / 3_650_000) <= Decimal("0.005")
    assert total(one.amount for one in found.periods) == found.interest
    assert total(line.amount for line in found.lines if isinstance(line.amount, Money)) == found.interest


# --- collection costs ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("principal", "demand", "second", "cap"),
    [("500.00", "50", "25", "250"), ("500.01", "70", "35", "470"), ("2500.01", "90", "45", "550"),
     ("10000.00", "90", "45", "550"), ("10000.01", "110", "55", "620")],
)  # fmt: skip
def test_we_4_largest_costs(principal: str, demand: str, second: str, cap: str) -> None:
    limits = collection_limits(Money(principal), Debtor.BUSINESS, ON)
    assert (limits.reminder, limits.demand) == (Money(12), Money(demand))
    assert (limits.second_demand, limits.total) == (Money(second), Money(cap))
    assert [bool(line.source) for line in limits.lines] == [True] * 4


def test_we_4_a_household_pays_a_reminder_alone() -> None:
    limits = collection_limits(Money(100), Debtor.CONSUMER, ON)
    assert (limits.reminder, limits.demand, limits.total) == (Money(5), None, None)


def asked(**changes: object) -> Asked:
    facts: dict[str, object] = {
        "principal": Money(1000),
        "debtor": Debtor.BUSINESS,
        "on": ON,
        "due": date(2026, 10, 1),
        "fee": Money(12),
    }
    return Asked(**(facts | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "fee"),
    [
        ({}, "12"),
        ({"fee": Money(20)}, "12"),
        ({"fee": Money("7.50")}, "7.50"),
        ({"fee": ZERO}, "0"),
        ({"previous": date(2026, 10, 24)}, "0"),  # nine days before
        ({"previous": date(2026, 10, 23)}, "12"),  # ten days before
        ({"kind": ReminderKind.DEMAND, "fee": Money(50)}, "12"),
        ({"fees_before": Money(245), "principal": Money(500)}, "5"),
        ({"fees_before": Money(250), "principal": Money(500)}, "0"),
        ({"debtor": Debtor.CONSUMER}, "5"),
        ({"debtor": Debtor.CONSUMER, "due": date(2026, 10, 19)}, "0"),  # the fourteenth day
        ({"debtor": Debtor.CONSUMER, "due": date(2026, 10, 18)}, "5"),
        ({"debtor": Debtor.CONSUMER, "previous": date(2026, 10, 19)}, "0"),
        ({"debtor": Debtor.CONSUMER, "previous": date(2026, 10, 18)}, "5"),
        ({"debtor": Debtor.CONSUMER, "kind": ReminderKind.DEMAND}, "0"),
    ],
)
def test_a_fee_is_never_above_the_law_nor_too_early(change: dict[str, object], fee: str) -> None:
    found = charge(asked(**change))
    assert (found.fee, found.compensation) == (Money(fee), ZERO)
    assert all(line.what for line in found.lines)


@pytest.mark.parametrize(
    ("change", "fee", "compensation"),
    [
        ({}, "0", "40"),  # WE-4: a reminder of 12 adds nothing to 40
        ({"compensation_before": Money(40)}, "0", "0"),
        ({"fees_before": Money(5)}, "0", "35"),
        ({"fees_before": Money(36)}, "8", "4"),  # four reminders of 12 come to 48
        ({"fees_before": Money(36), "compensation_before": Money(4)}, "8", "0"),
        ({"debtor": Debtor.CONSUMER}, "5", "0"),
        ({"due": ON}, "12", "0"),
    ],
)
def test_the_compensation_of_40_euros(change: dict[str, object], fee: str, compensation: str) -> None:
    found = charge(asked(compensation=True, **change))
    assert (found.fee, found.compensation) == (Money(fee), Money(compensation))
    assert total(line.amount for line in found.lines if isinstance(line.amount, Money)) >= ZERO


money = st.integers(0, 50_000).map(Money.of_cents)


asks = st.builds(
    lambda **given: asked(**given | {"previous": ON - timedelta(days=given["previous"])}),
    principal=st.integers(1, 2_000_000).map(Money.of_cents),
    fee=money,
    fees_before=money,
    compensation=st.booleans(),
    compensation_before=st.integers(0, 4000).map(Money.of_cents),
    previous=st.integers(1, 60),
    kind=st.sampled_from(ReminderKind),
)


@given(asks)
def test_a_firms_costs_never_pass_what_the_law_allows(ask: Asked) -> None:
    found, limits = charge(ask), collection_limits(ask.principal, Debtor.BUSINESS, ON)
    assert ZERO <= found.fee <= min(ask.fee, limits.reminder)
    assert ZERO <= found.compensation <= Money(40)
    assert limits.total is not None
    if found.fee or found.compensation:
        assert ask.fees_before + ask.compensation_before + found.fee + found.compensation <= limits.total
    if ask.previous is not None and (ON - ask.previous).days < 10:
        assert not found.fee


@given(asks)
def test_a_households_costs_never_pass_what_the_law_allows(ask: Asked) -> None:
    found = charge(replace(ask, debtor=Debtor.CONSUMER, compensation_before=ZERO))
    assert not found.compensation
    assert ZERO <= found.fee <= Money(5)
    if ask.kind is ReminderKind.DEMAND or (ask.previous and (ON - ask.previous).days <= 14):
        assert not found.fee
