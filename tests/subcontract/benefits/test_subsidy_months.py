"""The months of a decision: from when and until when each is claimed, and how far its claim is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from subcontract.benefits.records import SubsidyClaim
from subcontract.benefits.subsidy_months import ClaimMonth, ClaimState, Paid, claim_months
from subcontract.benefits.subsidy_period import days_to_claim
from subcontract.days import DateRange, Month
from subcontract.money import Money
from tests.make_benefits import claim, decision, employment

TODAY = date(2026, 11, 23)
AGREEMENT = employment()
DECISION = decision(
    employment=AGREEMENT.id,
    client=AGREEMENT.client,
    days=DateRange(date(2026, 7, 16), date(2026, 12, 15)),
    decided_on=date(2026, 7, 1),
)
PAID = Paid(first=Month(2026, 7), approved=frozenset(Month(2026, month) for month in range(7, 13)))
SEPTEMBER, OCTOBER, NOVEMBER = (Month(2026, month) for month in (9, 10, 11))


def months(*claims: SubsidyClaim, passed: tuple[SubsidyClaim, ...] = (), **fields: Any) -> list[ClaimMonth]:
    today, paid = fields.pop("today", TODAY), fields.pop("paid", PAID)
    agreement = replace(AGREEMENT, **fields)
    return list(claim_months(DECISION, agreement, claims, paid, today, passed=passed))


def state(month: Month, *claims: SubsidyClaim, **fields: Any) -> ClaimState:
    return next(one.state for one in months(*claims, **fields) if one.month == month)


def of(month: Month, **fields: Any) -> SubsidyClaim:
    return claim(decision=DECISION.id, month=month, **fields)


def test_every_month_that_has_begun_has_its_days_and_its_last_day() -> None:
    found = months()
    assert [one.month.first.month for one in found] == [7, 8, 9, 10, 11]
    first = found[0]
    assert (first.days, first.is_part) == (DateRange(date(2026, 7, 16), date(2026, 7, 31)), True)
    assert (first.open_from, first.due) == (date(2026, 8, 1), date(2026, 10, 31))
    assert [one.state for one in found] == [
        ClaimState.LATE,
        ClaimState.OPEN,
        ClaimState.OPEN,
        ClaimState.OPEN,
        ClaimState.NOT_YET,
    ]
    assert not found[1].is_part


def test_a_decision_that_ends_in_mid_month_ends_the_last_part() -> None:
    last = months(today=date(2027, 1, 20))[-1]
    assert (last.month, last.days) == (Month(2026, 12), DateRange(date(2026, 12, 1), date(2026, 12, 15)))
    assert (last.state, last.due) == (ClaimState.OPEN, date(2027, 3, 31))


def test_an_employment_that_ends_earlier_ends_the_months() -> None:
    found = months(days=DateRange(date(2026, 1, 1), date(2026, 9, 20)))
    assert found[-1].days == DateRange(date(2026, 9, 1), date(2026, 9, 20))


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2027, 1, 31), ClaimState.OPEN), (date(2027, 2, 1), ClaimState.LATE)],
)
def test_the_last_day_itself_is_in_time(day: date, expected: ClaimState) -> None:
    assert state(OCTOBER, today=day) is expected
    assert state(OCTOBER, of(OCTOBER), today=day) is (
        ClaimState.MADE if expected is ClaimState.OPEN else ClaimState.LATE
    )


def test_a_claim_goes_from_made_to_sent_to_be_corrected() -> None:
    assert state(SEPTEMBER, of(SEPTEMBER)) is ClaimState.MADE
    sent = of(SEPTEMBER, sent_on=TODAY)
    assert state(SEPTEMBER, sent) is ClaimState.SENT
    now = replace(sent, amount=Money(800))
    (found,) = [one for one in months(sent, passed=(now,)) if one.month == SEPTEMBER]
    assert (found.state, found.now) == (ClaimState.TO_CORRECT, now)
    assert state(NOVEMBER, of(NOVEMBER)) is ClaimState.MADE


def test_claims_of_other_decisions_are_not_its_own() -> None:
    other = claim(month=SEPTEMBER, sent_on=TODAY)
    assert state(SEPTEMBER, other, passed=(other,)) is ClaimState.OPEN


@pytest.mark.parametrize(
    ("first", "last"), [(1, 9), (21, 31)], ids=["broken off at the end", "going on after a break"]
)
def test_the_break_of_a_claim_is_found_again(first: int, last: int) -> None:
    kept = DateRange(date(2026, 10, first), date(2026, 10, last))
    (found,) = [one for one in months(of(OCTOBER, days=kept)) if one.month == OCTOBER]
    gap = found.break_in_claim
    assert gap is not None
    assert days_to_claim(DECISION, AGREEMENT, OCTOBER, gap) == kept


def test_a_claim_of_all_days_has_no_break() -> None:
    (found,) = [one for one in months(of(OCTOBER)) if one.month == OCTOBER]
    assert found.break_in_claim is None


def test_a_month_waits_until_its_wages_are_approved() -> None:
    paid = Paid(first=SEPTEMBER, approved=frozenset({SEPTEMBER}))
    assert (state(SEPTEMBER, paid=paid), state(OCTOBER, paid=paid)) == (ClaimState.OPEN, ClaimState.WAITS)
    assert state(OCTOBER, paid=paid, today=date(2027, 2, 1)) is ClaimState.LATE
    assert state(OCTOBER, of(OCTOBER), paid=paid) is ClaimState.MADE


def test_months_before_wages_were_paid_here_are_claimed_elsewhere() -> None:
    paid = Paid(first=OCTOBER, approved=frozenset({OCTOBER}))
    found = {one.month: one.state for one in months(paid=paid)}
    assert [found[Month(2026, month)] for month in (7, 8, 9)] == [ClaimState.ELSEWHERE] * 3
    assert found[OCTOBER] is ClaimState.OPEN
    assert state(SEPTEMBER, of(SEPTEMBER), paid=paid) is ClaimState.MADE
    assert state(SEPTEMBER, paid=Paid()) is ClaimState.WAITS


def test_a_month_in_which_nothing_was_paid_has_nothing_to_claim() -> None:
    paid = Paid(first=SEPTEMBER, approved=frozenset({SEPTEMBER}), empty=frozenset({OCTOBER}))
    assert state(OCTOBER, paid=paid) is ClaimState.NO_PAY
    assert state(OCTOBER, paid=paid, today=date(2027, 2, 1)) is ClaimState.NO_PAY
    assert state(OCTOBER, of(OCTOBER), paid=paid) is ClaimState.MADE
    assert (paid.has_claim(SEPTEMBER), paid.has_claim(OCTOBER), paid.has_claim(NOVEMBER)) == (
        True,
        False,
        True,
    )


def test_months_before_the_rules_of_claims_are_known_are_not_told_of() -> None:
    old = replace(DECISION, days=DateRange(date(2024, 11, 15), date(2026, 11, 14)))
    agreement = replace(AGREEMENT, days=DateRange(date(2024, 11, 15)))
    found = claim_months(old, agreement, (), PAID, TODAY)
    assert (found[0].month, found[-1].month) == (Month(2025, 1), NOVEMBER)
    assert found[0].state is ClaimState.ELSEWHERE
