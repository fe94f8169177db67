"""What of a month's pay a subsidy is paid for, what is left out and why, and the claim made of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.benefits.records import ClaimLine, SubsidyClaim
from subcontract.benefits.subsidy_claims import ClaimFacts, is_same_claim, make_claim, to_correct
from subcontract.days import DateRange, Month
from subcontract.ids import SubsidyClaimId
from subcontract.money import ZERO, Money, total
from subcontract.payout import lines as wording
from subcontract.payout.eligible import (
    ACCEPTED,
    CORRECTED,
    COUNTED,
    EARLIER_DAY,
    EMPLOYERS_COSTS,
    LEFT_OUT,
    LESS_LEFT_OUT,
    OUTSIDE,
    OVERTIME,
    PAID_LATER,
    WITHOUT_DAY,
    Adjustment,
    AdjustmentKind,
    EligiblePay,
    PayOfMonth,
    eligible_pay,
)
from subcontract.payout.records import Payout, PayoutLine
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.payout.wages import lines as wages
from subcontract.problems import Code, Refused
from tests import make, make_benefits
from tests.make_benefits import line

OCTOBER = Month(2026, 10)
PART = DateRange(date(2026, 10, 1), date(2026, 10, 14))


def of(
    *payouts: Payout, days: DateRange = OCTOBER.days, entries: Any = (), **adjustments: str
) -> EligiblePay:
    pay = PayOfMonth(
        month=OCTOBER, days=days, payouts=payouts, entries={entry.id: entry for entry in entries}
    )
    typed = [
        Adjustment(kind=AdjustmentKind(kind), amount=Money(amount)) for kind, amount in adjustments.items()
    ]
    return eligible_pay(pay, typed)


def sums(pay: EligiblePay, *, counted: bool) -> dict[str, str]:
    return {one.what: str(one.amount) for one in pay.lines if one.counted is counted}


# --- kinds of pay ----------------------------------------------------------------------------


@pytest.mark.parametrize("code", list(PayCode))
def test_every_kind_of_pay_is_either_counted_or_left_out_with_a_reason(code: PayCode) -> None:
    paid = make_benefits.payout(line(code, "100.00"))
    found = of(paid)
    (row,) = found.lines
    assert row.counted is (code in COUNTED)
    assert row.what == {**COUNTED, **LEFT_OUT}[code]
    assert (row.payout, row.amount) == (paid.id, Money(100))
    assert found.amount == (Money(100) if row.counted else ZERO)


def test_counted_are_working_time_increments_leave_and_illness() -> None:
    assert set(COUNTED) == {
        PayCode.HOURS,
        PayCode.FLOOR,
        PayCode.SUNDAY,
        PayCode.HOLIDAY,
        PayCode.SICK_PAY,
        PayCode.PAID_ABSENCE,
    }
    assert set(COUNTED) | set(LEFT_OUT) == set(PayCode)


def test_lines_that_are_no_pay_are_passed_over() -> None:
    withholding = PayoutLine(what="Withholding", amount=Money(-50), rule="withholding")
    carried = wording.carry(wording.BROUGHT, Money(-20))
    found = of(make_benefits.payout(line(PayCode.HOURS, "500.00"), withholding, carried))
    assert (found.amount, len(found.lines)) == (Money(500), 1)


def test_lines_of_a_kind_are_one_sum_and_counted_ones_come_first() -> None:
    wage = WageSums(employer_health=Money(10), employer_pension=Money(80), employer_other=Money(5))
    paid = make_benefits.payout(
        line(PayCode.HOLIDAY_COMPENSATION, "90.00"),
        line(PayCode.HOURS, "600.00"),
        line(PayCode.HOURS, "400.00"),
        line(PayCode.BUS_TICKET, "6.00"),
        line(PayCode.KILOMETRES, "4.00"),
        wage=wage,
    )
    found = of(paid)
    assert [(one.counted, one.amount) for one in found.lines] == [
        (True, Money(1000)),
        (False, Money(90)),
        (False, Money(10)),
        (False, Money(95)),
    ]
    assert found.lines[-1].what == EMPLOYERS_COSTS


# --- days ------------------------------------------------------------------------------------


def test_pay_of_days_outside_the_decision_is_left_out() -> None:
    inside, outside = date(2026, 10, 14), date(2026, 10, 15)
    paid = make_benefits.payout(
        line(PayCode.HOURS, "100.00", day=inside),
        line(PayCode.SUNDAY, "30.00", day=outside),
        line(PayCode.SICK_PAY, "20.00", day=outside),
    )
    found = of(paid, days=PART)
    assert sums(found, counted=True) == {COUNTED[PayCode.HOURS]: "100.00"}
    assert sums(found, counted=False) == {OUTSIDE: "50.00"}


def test_a_line_of_many_days_is_shared_by_the_minutes_of_its_work() -> None:
    entries = [
        make.entry(day=date(2026, 10, number), minutes=minutes)
        for number, minutes in ((13, 120), (14, 60), (15, 240), (31, 0))
    ]
    together = tuple(entry.id for entry in entries)
    paid = make_benefits.payout(line(PayCode.HOURS, "100.00", entries=together))
    found = of(paid, days=PART, entries=entries)
    assert (found.amount, sums(found, counted=False)) == (Money("42.86"), {OUTSIDE: "57.14"})


def test_an_increment_belongs_to_the_sundays_and_holidays_of_the_work() -> None:
    # 11 October 2026 is a Sunday before the end of the period, 18 one after it
    entries = [
        make.entry(day=date(2026, 10, number), minutes=minutes)
        for number, minutes in ((5, 300), (11, 120), (18, 60), (30, 300))
    ]
    together = tuple(entry.id for entry in entries)
    paid = make_benefits.payout(
        line(PayCode.SUNDAY, "30.00", day=date(2026, 10, 5), entries=together),
        line(PayCode.HOLIDAY, "10.00", day=date(2026, 10, 5), entries=together[:1]),
    )
    found = of(paid, days=PART, entries=entries)
    assert sums(found, counted=True) == {
        COUNTED[PayCode.SUNDAY]: "20.00",
        COUNTED[PayCode.HOLIDAY]: "10.00",
    }


def test_a_line_is_shared_by_its_work_although_it_has_a_first_day() -> None:
    entries = [make.entry(day=date(2026, 10, number), minutes=60) for number in (1, 31)]
    both = tuple(entry.id for entry in entries)
    paid = make_benefits.payout(line(PayCode.HOURS, "100.00", day=date(2026, 10, 1), entries=both))
    assert of(paid, days=PART, entries=entries).amount == Money(50)


def test_work_without_minutes_is_shared_by_its_entries() -> None:
    entries = [make.entry(day=date(2026, 10, number), minutes=0) for number in (14, 15)]
    paid = make_benefits.payout(line(PayCode.FLOOR, "100.00", entries=tuple(entry.id for entry in entries)))
    assert of(paid, days=PART, entries=entries).amount == Money(50)


def test_pay_without_a_day_waits_for_a_check_in_a_part_of_a_month_only() -> None:
    paid = make_benefits.payout(line(PayCode.HOURS, "100.00"))
    assert of(paid).amount == Money(100)
    part = of(paid, days=PART)
    assert (part.amount, sums(part, counted=False)) == (ZERO, {WITHOUT_DAY: "100.00"})
    assert of(paid, days=PART, accepted="45.00").amount == Money(45)


# --- corrections and what the clerk knows ----------------------------------------------------


def later(**amounts: str) -> Payout:
    """November's payout with corrections of October by what they are of."""
    return make_benefits.payout(
        *(wages.difference(PayCode(code), OCTOBER, Money(amount)) for code, amount in amounts.items()),
        line(PayCode.HOURS, "999.00"),
        month=Month(2026, 11),
    )


def test_corrections_of_the_month_count_by_what_they_are_of() -> None:
    own = make_benefits.payout(line(PayCode.HOURS, "500.00"))
    found = of(own, later(hours="40.00", sunday="-15.00", pieces="7.00", holiday_compensation="2.25"))
    assert found.amount == Money(525)
    assert sums(found, counted=True) == {COUNTED[PayCode.HOURS]: "500.00", CORRECTED: "25.00"}
    assert sums(found, counted=False) == {
        LEFT_OUT[PayCode.PIECES]: "7.00",
        LEFT_OUT[PayCode.HOLIDAY_COMPENSATION]: "2.25",
    }


def test_in_a_part_of_a_month_what_was_added_later_waits_and_what_was_taken_back_counts() -> None:
    own = make_benefits.payout(line(PayCode.HOURS, "500.00", day=date(2026, 10, 1)))
    more = of(own, later(hours="40.00"), days=PART)
    assert (more.amount, sums(more, counted=False)) == (Money(500), {PAID_LATER: "40.00"})
    assert of(own, later(hours="40.00"), days=PART, accepted="40.00").amount == Money(540)
    assert of(own, later(hours="-40.00"), days=PART).amount == Money(460)


def test_pay_typed_for_a_day_of_another_month_waits_for_a_check() -> None:
    sick = line(PayCode.SICK_PAY, "80.00", day=date(2026, 9, 29))
    pay = of(make_benefits.payout(line(PayCode.HOURS, "500.00", day=date(2026, 10, 1)), sick))
    assert pay.amount == Money(500)
    assert sums(pay, counted=False) == {EARLIER_DAY: "80.00"}
    accepted = of(make_benefits.payout(line(PayCode.HOURS, "500.00"), sick), accepted="80.00")
    assert accepted.amount == Money(580)


def test_a_reopened_month_is_paid_by_its_corrections_alone() -> None:
    assert of(later(hours="500.00", holiday_compensation="45.00")).amount == Money(500)


def test_a_correction_of_an_unknown_kind_waits() -> None:
    unknown = make_benefits.payout(
        wording.difference(OCTOBER, Money(30), taxable=True), month=Month(2026, 11)
    )
    assert sums(of(unknown), counted=False) == {PAID_LATER: "30.00"}


def test_a_correction_of_another_month_is_not_this_month_s() -> None:
    other = wages.difference(PayCode.HOURS, Month(2026, 9), Money(25))
    found = of(make_benefits.payout(line(PayCode.HOURS, "500.00"), other))
    assert (found.amount, sums(found, counted=False)) == (Money(500), {LEFT_OUT[PayCode.DIFFERENCE]: "25.00"})


def test_more_taken_back_than_paid_is_nothing_and_not_less() -> None:
    assert of(make_benefits.payout(line(PayCode.HOURS, "10.00")), later(hours="-15.00")).amount == ZERO


def test_overtime_and_reimbursed_pay_are_taken_off_and_stay_in_sight() -> None:
    paid = make_benefits.payout(line(PayCode.HOURS, "1600.00"), line(PayCode.SICK_PAY, "300.00"))
    found = of(paid, overtime="100.00", reimbursed="250.00")
    assert found.amount == Money(1550)
    assert sums(found, counted=False)[OVERTIME] == "100.00"
    assert total(one.amount for one in found.lines) == Money(1900)


@pytest.mark.parametrize(
    ("adjustment", "code"),
    [
        ({"overtime": "500.01"}, Code.MORE_THAN_LEFT),
        ({"overtime": "0.00"}, Code.TOO_SMALL),
        ({"reimbursed": "-1.00"}, Code.TOO_SMALL),
        ({"accepted": "200.01"}, Code.MORE_THAN_LEFT),
    ],
)
def test_an_adjustment_that_cannot_be(adjustment: dict[str, Any], code: Code) -> None:
    paid = make_benefits.payout(
        line(PayCode.HOURS, "500.00"),
        line(PayCode.OTHER_WAGE, "200.00"),
        line(PayCode.HOLIDAY_COMPENSATION, "45.00"),
    )
    with pytest.raises(Refused) as refused:
        of(paid, **adjustment)
    (problem,) = refused.value.problems
    assert (problem.code, problem.field) == (code, "adjustments.0.amount")


def test_what_was_left_out_is_accepted_only_once() -> None:
    pay = PayOfMonth(
        month=OCTOBER,
        days=OCTOBER.days,
        payouts=(make_benefits.payout(line(PayCode.PIECES, "100.00")),),
        entries={},
    )
    accepted = Adjustment(kind=AdjustmentKind.ACCEPTED, amount=Money(60))
    found = eligible_pay(pay, [accepted])
    assert sums(found, counted=True) == {ACCEPTED: "60.00"}
    assert sums(found, counted=False) == {LEFT_OUT[PayCode.PIECES]: "100.00", LESS_LEFT_OUT: "-60.00"}
    with pytest.raises(Refused):
        eligible_pay(pay, [accepted, accepted])


CODES = st.sampled_from(PayCode)
LINES = st.lists(
    st.tuples(CODES, st.integers(0, 50_000), st.none() | st.dates(date(2026, 10, 1), date(2026, 10, 31))),
    max_size=12,
)


@given(LINES, st.booleans(), st.integers(0, 30_000))
def test_every_cent_of_pay_stands_on_some_line(
    told: list[tuple[PayCode, int, date | None]], whole: bool, costs: int
) -> None:
    wage = WageSums(employer_health=Money.of_cents(costs))
    paid = make_benefits.payout(
        *(line(code, str(Money.of_cents(cents)), day=day) for code, cents, day in told), wage=wage
    )
    found = of(paid, days=OCTOBER.days if whole else PART)
    assert total(one.amount for one in found.lines).cents == sum(cents for _, cents, _ in told) + costs
    expected = sum(
        cents for code, cents, day in told if code in COUNTED and (whole or (day is not None and day in PART))
    )
    assert found.amount.cents == expected
    assert found.amount == total(one.amount for one in found.lines if one.counted)


# --- the claim -------------------------------------------------------------------------------


def claim(eligible: str, days: DateRange = OCTOBER.days, **fields: Any) -> SubsidyClaim:
    facts = ClaimFacts(
        decision=fields.pop("decision", make_benefits.decision()),
        month=OCTOBER,
        days=days,
        eligible=Money(eligible),
        lines=(ClaimLine(what=COUNTED[PayCode.HOURS], amount=Money(eligible)),),
        made_on=date(2026, 11, 16),
    )
    return make_claim(facts, SubsidyClaimId(ids.new()))


def test_a_claim_has_the_decision_s_share_cap_and_last_day() -> None:
    whole = claim("2500.00")
    assert (whole.amount, whole.capped, whole.due) == (Money(1750), False, date(2027, 1, 31))
    part = claim("2500.00", PART)
    assert (part.amount, part.capped, part.days) == (Money(826), True, PART)
    own = claim("3200.00", decision=make_benefits.decision(cap=Money(2770)))
    assert own.amount == Money(2240)
    half = claim("1000.00", decision=make_benefits.decision(percentage=Decimal(50), cap=Money(1260)))
    assert half.amount == Money(500)


def test_a_correction_tells_the_difference() -> None:
    decision = make_benefits.decision()
    first, second = claim("1000.00", decision=decision), claim("900.00", decision=decision)
    assert not is_same_claim(first, second)
    assert is_same_claim(first, claim("1000.00", decision=decision))
    assert to_correct(make_benefits.claim(amount=Money(630), earlier=Money(700))) == Money(-70)
