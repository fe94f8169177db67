"""Holiday earned by the act and by the counties' agreement, and what it pays."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance
from subcontract.money import Money
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.holiday import (
    Accrual,
    AccrualAsk,
    FullBy,
    HolidayMonth,
    accrue,
    months_at_work,
)
from subcontract.payout.wages.holiday_pay import by_average_day, by_divisor, by_percentage
from subcontract.payout.wages.terms import lasted_a_year
from subcontract.problems import Code, Refused
from tests import make, make_pay

YEAR_END = date(2026, 3, 31)
YEAR = tuple(Month(2025, 4).plus(number) for number in range(12))


def months(days: int = 0, hours: int = 0, *, which: tuple[Month, ...] = YEAR) -> tuple[HolidayMonth, ...]:
    return tuple(HolidayMonth(month=month, days=days, minutes=hours * 60) for month in which)


def earned(first: str, done: tuple[HolidayMonth, ...], last: str = "2199-12-31", **fields: Any) -> Accrual:
    days = DateRange(date.fromisoformat(first), date.fromisoformat(last))
    return accrue(AccrualAsk(employment=days, year_end=YEAR_END, months=done, **fields))


@pytest.mark.parametrize(
    ("first", "count", "days"),
    [("2025-09-01", 7, 14), ("2025-04-01", 12, 30), ("2025-04-02", 12, 24), ("2024-01-01", 12, 30)],
)
def test_days_of_full_months(first: str, count: int, days: int):
    got = earned(first, months(14))
    assert (got.full_by, got.full_months, got.days) == (FullBy.DAYS, count, days)


def test_a_part_of_a_day_is_a_whole_one():
    seven = (*months(14, which=YEAR[:7]), *months(0, which=YEAR[7:]))
    assert earned("2024-01-01", seven, few_days=False).days == 18  # 17.5


@pytest.mark.parametrize(
    ("days", "hours", "full_by", "full"),
    [
        (14, 20, FullBy.DAYS, 12),
        (13, 35, FullBy.HOURS, 12),
        (13, 34, FullBy.HOURS, 0),
        (5, 36, FullBy.HOURS, 12),
    ],
)
def test_one_rule_at_a_time_by_the_act(days: int, hours: int, full_by: FullBy, full: int):
    got = earned("2024-01-01", months(days, hours))
    assert (got.full_by, got.full_months, got.never_full) == (full_by, full, not full)


def test_one_short_month_brings_all_of_the_year_under_the_hours():
    mixed = (*months(14, 30, which=YEAR[:6]), *months(10, 40, which=YEAR[6:]))
    got = earned("2024-01-01", mixed)
    assert (got.full_by, got.full_months) == (FullBy.HOURS, 6)
    assert earned("2024-01-01", mixed, few_days=False).full_months == 6
    assert earned("2024-01-01", mixed, public=True).full_months == 12


def test_time_equal_to_work_counts():
    sick = (HolidayMonth(month=YEAR[0], days=4, equal_days=10), *months(14, which=YEAR[1:]))
    assert earned("2024-01-01", sick).full_months == 12


def test_the_first_and_the_last_month_make_one_together():
    done = (
        HolidayMonth(month=YEAR[1], days=8),
        *months(14, which=YEAR[2:5]),
        HolidayMonth(month=YEAR[5], days=6),
    )
    got = earned("2025-05-19", done, "2025-09-08")
    assert (got.joined, got.full_months, got.days) == (True, 4, 8)
    assert not earned("2025-05-19", done, "2025-09-08", holiday_taken=True).joined
    assert not earned("2025-05-19", done[:-1], "2025-09-08").joined
    assert not earned("2025-05-19", done).joined  # goes on


def test_a_month_that_is_full_alone_is_not_joined():
    done = (*months(14, which=YEAR[1:3]), HolidayMonth(month=YEAR[3], days=14))
    got = earned("2025-05-01", done, "2025-07-20")
    assert (got.joined, got.full_months) == (False, 3)


def test_months_outside_the_employment_or_the_year_do_not_count():
    got = earned("2025-06-15", months(20), "2025-08-31")
    assert [str(one.month) for one in got.months] == ["2025-06", "2025-07", "2025-08"]
    assert [one.calendar_days for one in got.months] == [16, 31, 31]
    assert earned("2026-04-01", months(20)).months == ()


def test_the_statement_tells_every_month_and_its_rule():
    got = earned("2025-09-01", months(14, 40))
    assert len(got.lines) == 8
    assert got.lines[-1].amount == Decimal(14)
    assert all("162/2005" in line.source and line.valid_from for line in got.lines)
    assert got.lines[0].facts == {"month": Month(2025, 9), "days": 14, "hours": Decimal("40.0")}


def test_months_are_read_from_entries_and_typed_lines():
    anna, job = make_pay.worker(), make.job(number=1)
    entries = [
        make_pay.work(anna, 2, job, 100),
        make_pay.work(anna, 2, job, 50),
        make_pay.work(anna, 3, job, 60),
        make_pay.work(anna, 4, job, 0, attendance=Attendance.SICK),
        make_pay.work(anna, 5, job, 0, attendance=Attendance.AWAY),
        make_pay.work(anna, date(2026, 10, 30), job, 0, attendance=Attendance.SICK),
    ]
    items = (
        make_pay.item(anna, PayCode.SICK_PAY, "1.00", day=date(2026, 11, 4), minutes=240),
        make_pay.item(anna, PayCode.PAID_ABSENCE, "1.00", day=date(2026, 11, 3), minutes=30),
        make_pay.item(anna, PayCode.OTHER_WAGE, "1.00", day=date(2026, 11, 9), minutes=30),
    )
    assert months_at_work(entries, items) == (
        HolidayMonth(month=Month(2026, 10), equal_days=1),
        HolidayMonth(month=Month(2026, 11), days=2, minutes=210, equal_days=1, equal_minutes=270),
    )


@pytest.mark.parametrize(
    ("since", "until", "a_year"),
    [
        ("2025-04-01", "2026-03-31", True),
        ("2025-04-02", "2026-03-31", False),
        ("2024-02-29", "2025-02-27", True),
        ("2024-02-29", "2025-02-26", False),
        ("2023-03-01", "2024-02-29", True),
        ("2023-03-01", "2024-02-28", False),
    ],
)
def test_a_year_has_its_last_day(since: str, until: str, a_year: bool):
    assert lasted_a_year(date.fromisoformat(since), date.fromisoformat(until)) == a_year


# --- what it pays ----------------------------------------------------------------------------


def test_missed_pay_is_added_where_the_act_adds_it():
    line = by_percentage(Money(1000), YEAR_END, a_year_or_more=False, missed=Money(200))
    assert (line.basis, line.amount) == (Decimal("1200.00"), Money(108))


def test_the_average_day():
    # 10 400 in 180 days: 57.777...; 24 days of holiday: 22.2 (the act's own table)
    assert by_average_day(Money(10400), 180, 24, YEAR_END).amount == Money("1282.67")
    short = by_average_day(Money(10400), 180, 24, YEAR_END, weekly_days=Decimal(4))
    assert short.amount == Money("1026.13")
    longer = by_average_day(Money(10400), 180, 24, YEAR_END, extra_minutes=80 * 60)
    assert longer.amount == Money("1215.16")
    assert by_average_day(Money(1000), 10, 31, YEAR_END).rate == Decimal("28.7")
    with pytest.raises(Refused) as refused:
        by_average_day(Money(1000), 0, 24, YEAR_END)
    assert (refused.value.code, refused.value.problems[0].field) == (Code.TOO_SMALL, "days_worked")


def test_divisors_of_the_month_and_the_week():
    assert by_divisor(Money(3000), 12, YEAR_END).amount == Money(1440)
    assert by_divisor(Money(600), 5, YEAR_END, weekly=True).amount == Money(500)


@given(
    st.lists(st.tuples(st.integers(0, 31), st.integers(0, 200)), min_size=12, max_size=12),
    st.sampled_from((None, True, False)),
    st.booleans(),
)
def test_more_work_never_earns_less(done: list[tuple[int, int]], few_days: bool | None, public: bool):
    def of(extra: int) -> int:
        told = tuple(
            HolidayMonth(month=month, days=days + extra, minutes=(hours + extra) * 60)
            for month, (days, hours) in zip(YEAR, done, strict=True)
        )
        return earned("2024-01-01", told, few_days=few_days, public=public).days

    if few_days is not None or public:  # judged by the months the rule itself may change
        assert of(0) <= of(1) <= 30
    full = sum(days >= 14 for days, _ in done)
    if few_days is False and not public:
        assert of(0) == -(-full * 5 // 2)
