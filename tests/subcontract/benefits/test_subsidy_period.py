"""When a subsidy may start, which days a claim covers, its last day, breaks and extensions."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.benefits.subsidy_period import (
    breaks,
    claim_due,
    days_to_claim,
    extension_by,
    extension_to_apply,
    is_break,
    is_extension,
    months_after,
    moved_end,
    must_start_after,
    unclaimed,
)
from subcontract.days import DateRange, Month
from subcontract.ids import EmploymentId
from subcontract.problems import Code, Refused
from subcontract.rules import SubsidyKind
from tests import make_benefits

WORK = EmploymentId(ids.new())
ANY_DAY = st.dates(date(2025, 1, 1), date(2060, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


def days(first: str, last: str) -> DateRange:
    return DateRange(day(first), day(last))


# --- the beginning ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "refused"), [("2026-05-04", True), ("2026-05-05", True), ("2026-05-06", False)]
)
def test_the_employment_starts_after_the_day_of_the_decision(start: str, refused: bool) -> None:
    decision = make_benefits.decision(decided_on=day("2026-05-05"))
    employment = make_benefits.employment(days=DateRange(day(start)))
    if not refused:
        must_start_after(decision, employment)
        return
    with pytest.raises(Refused) as caught:
        must_start_after(decision, employment)
    (problem,) = caught.value.problems
    assert (problem.code, problem.field) == (Code.EMPLOYMENT_BEFORE_DECISION, "decided_on")
    assert problem.facts == {"start": day(start), "decided": day("2026-05-05")}


@given(ANY_DAY, st.integers(-800, 800))
def test_whatever_the_days_only_an_earlier_decision_will_do(decided: date, later: int) -> None:
    employment = make_benefits.employment(days=DateRange(decided + timedelta(days=later)))
    decision = make_benefits.decision(decided_on=decided)
    if later > 0:
        must_start_after(decision, employment)
    else:
        with pytest.raises(Refused):
            must_start_after(decision, employment)


def extension(ground: SubsidyKind, **fields: Any) -> Any:
    return make_benefits.decision(
        ground=ground,
        employment=WORK,
        days=days("2026-11-01", "2028-10-31"),
        decided_on=day("2026-10-20"),
        **fields,
    )


def test_an_extension_is_decided_in_the_middle_of_the_employment() -> None:
    employment = make_benefits.employment(id=WORK)
    first = make_benefits.decision(employment=WORK)
    must_start_after(extension(SubsidyKind.REDUCED_CAPACITY_EXTENSION), employment)
    for ground in (SubsidyKind.REDUCED_CAPACITY, SubsidyKind.OVER_60, SubsidyKind.APPRENTICESHIP):
        longer = extension(ground, client=first.client)
        assert is_extension(longer, [first])
        must_start_after(longer, employment, [first])
        assert not is_extension(longer, [longer])


def test_a_decision_that_continues_nothing_is_no_extension() -> None:
    first = make_benefits.decision(employment=WORK)
    other = make_benefits.decision(employment=EmploymentId(ids.new()), client=first.client)
    basic = make_benefits.decision(employment=WORK, ground=SubsidyKind.BASIC, client=first.client)
    longer = extension(SubsidyKind.OVER_60, client=first.client)
    assert not is_extension(longer, [other, basic])
    assert not is_extension(extension(SubsidyKind.OVER_60), [first])
    assert not is_extension(extension(SubsidyKind.BASIC, client=first.client), [first])


# --- a month ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("granted", "employed", "month", "expected"),
    [
        (("2026-01-01", "2026-10-31"), "2026-12-31", "2026-03", ("2026-03-01", "2026-03-31")),
        (("2026-01-16", "2026-10-14"), "2026-12-31", "2026-01", ("2026-01-16", "2026-01-31")),
        (("2026-01-16", "2026-10-14"), "2026-12-31", "2026-10", ("2026-10-01", "2026-10-14")),
        (("2026-01-01", "2026-10-31"), "2026-03-20", "2026-03", ("2026-03-01", "2026-03-20")),
        (("2026-01-01", "2026-10-31"), "2026-03-20", "2026-04", None),
        (("2026-01-01", "2026-10-31"), "2026-12-31", "2026-11", None),
        (("2028-02-29", "2028-12-31"), "2028-12-31", "2028-02", ("2028-02-29", "2028-02-29")),
    ],
)
def test_a_period_or_employment_that_ends_in_mid_month(
    granted: tuple[str, str], employed: str, month: str, expected: tuple[str, str] | None
) -> None:
    decision = make_benefits.decision(days=days(*granted))
    employment = make_benefits.employment(days=DateRange(day("2026-01-01"), day(employed)))
    found = days_to_claim(decision, employment, Month.parse(month))
    assert found == (days(*expected) if expected else None)


@pytest.mark.parametrize(
    ("broken", "month", "expected"),
    [
        (("2026-03-15", "2026-04-20"), "2026-03", ("2026-03-01", "2026-03-14")),
        (("2026-03-15", "2026-04-20"), "2026-04", ("2026-04-21", "2026-04-30")),
        (("2026-03-15", "2026-05-20"), "2026-04", None),
        (("2026-03-15", "2026-04-20"), "2026-06", ("2026-06-01", "2026-06-30")),
    ],
)
def test_a_break_is_left_out_of_the_days(
    broken: tuple[str, str], month: str, expected: tuple[str, str] | None
) -> None:
    found = days_to_claim(
        make_benefits.decision(), make_benefits.employment(), Month.parse(month), days(*broken)
    )
    assert found == (days(*expected) if expected else None)


@pytest.mark.parametrize(
    ("ended", "due"),
    [
        ("2026-04-15", "2026-07-31"),
        ("2026-04-30", "2026-07-31"),
        ("2026-11-01", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-12-31", "2027-03-31"),
        ("2028-02-29", "2028-05-31"),
    ],
)
def test_the_last_day_to_claim(ended: str, due: str) -> None:
    assert claim_due(day(ended)).value == day(due)


@given(ANY_DAY)
def test_the_last_day_to_claim_ends_the_third_month_after(ended: date) -> None:
    due = claim_due(ended).value
    assert (due + timedelta(days=1)).day == 1
    assert (due.year - ended.year) * 12 + due.month - ended.month == 3


def test_months_that_wait_for_their_claim() -> None:
    decision = make_benefits.decision(days=days("2026-05-16", "2026-08-10"))
    employment = make_benefits.employment(days=days("2026-05-16", "2026-12-31"))
    sent = make_benefits.claim(decision=decision.id, month=Month(2026, 6), sent_on=day("2026-07-03"))
    made = make_benefits.claim(decision=decision.id, month=Month(2026, 7))
    other = make_benefits.claim(month=Month(2026, 5), sent_on=day("2026-06-03"))
    waiting = unclaimed(decision, employment, [sent, made, other], day("2026-09-01"))
    assert [(str(one.month), one.due, one.late) for one in waiting] == [
        ("2026-05", day("2026-08-31"), True),
        ("2026-07", day("2026-10-31"), False),
        ("2026-08", day("2026-11-30"), False),
    ]
    assert [str(one.month) for one in unclaimed(decision, employment, [], day("2026-07-31"))] == [
        "2026-05",
        "2026-06",
    ]
    short = make_benefits.employment(days=days("2026-05-16", "2026-05-31"))
    assert len(unclaimed(decision, short, [], day("2026-12-01"))) == 1


# --- breaks and extensions -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "long"),
    [
        ("2026-10-15", "2026-11-14", True),
        ("2026-10-15", "2026-11-13", False),
        ("2026-02-01", "2026-02-28", True),
        ("2028-02-01", "2028-02-28", False),
        ("2028-02-01", "2028-02-29", True),
        ("2026-03-01", "2026-03-31", True),
        ("2026-03-01", "2026-03-30", False),
    ],
)
def test_a_break_is_a_month_or_more(first: str, last: str, long: bool) -> None:
    assert is_break(days(first, last)) is long


def test_breaks_between_days_with_pay() -> None:
    paid = [day(text) for text in ("2026-04-30", "2026-01-05", "2026-02-02", "2026-03-20", "2027-01-01")]
    found = breaks(paid, days("2026-01-01", "2026-05-31"))
    assert found == (
        days("2026-02-03", "2026-03-19"),
        days("2026-03-21", "2026-04-29"),
        days("2026-05-01", "2026-05-31"),
    )
    assert breaks([], days("2026-01-01", "2026-01-30")) == ()
    assert breaks([], days("2026-01-01", "2026-01-31")) == (days("2026-01-01", "2026-01-31"),)


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60))
def test_no_day_with_pay_lies_in_a_break(paid: set[date]) -> None:
    found = breaks(paid, make_benefits.YEAR)
    assert all(is_break(gap) and not any(one in gap for one in paid) for gap in found)
    assert list(found) == sorted(found)
    free = sum(len(gap) for gap in found)
    assert free + len(paid) <= 365


@pytest.mark.parametrize(
    ("ground", "gap", "end"),
    [
        (SubsidyKind.REDUCED_CAPACITY, ("2026-03-01", "2026-04-30"), "2026-12-31"),
        (SubsidyKind.BASIC, ("2026-03-01", "2026-03-31"), "2026-12-01"),
        (SubsidyKind.BASIC, ("2026-03-01", "2026-05-31"), "2026-12-31"),
        # no longer than what was left of the period when the break began
        (SubsidyKind.REDUCED_CAPACITY, ("2026-10-02", "2026-12-31"), "2026-11-30"),
        (SubsidyKind.REDUCED_CAPACITY, ("2027-01-01", "2027-03-01"), "2026-10-31"),
    ],
)
def test_the_rest_is_moved_over_a_break(ground: SubsidyKind, gap: tuple[str, str], end: str) -> None:
    assert moved_end(make_benefits.decision(ground=ground), days(*gap)) == day(end)


@pytest.mark.parametrize(
    ("today", "by"),
    [
        ("2026-08-30", None),
        ("2026-08-31", "2026-10-30"),
        ("2026-10-30", "2026-10-30"),
        ("2026-10-31", "2026-10-30"),
        ("2026-11-01", None),
    ],
)
def test_an_extension_is_reminded_of_before_the_period_ends(today: str, by: str | None) -> None:
    decision = make_benefits.decision()
    assert extension_to_apply(decision, day(today)) == (day(by) if by else None)
    applied = make_benefits.decision(extension_applied=day("2026-09-01"))
    assert extension_to_apply(applied, day(today)) is None


def test_only_some_grounds_can_be_extended() -> None:
    for ground in (
        SubsidyKind.BASIC,
        SubsidyKind.LONG_UNEMPLOYED,
        SubsidyKind.FULL,
        SubsidyKind.AID_55,
    ):
        assert extension_by(make_benefits.decision(ground=ground)) is None
        assert extension_to_apply(make_benefits.decision(ground=ground), day("2026-10-30")) is None


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_months_after(start: str, months: int, expected: str) -> None:
    assert months_after(day(start), months) == day(expected)
