"""Days: ranges that include their last day, values over days, and the real length of a night."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import (
    EARLIEST,
    LATEST,
    DateRange,
    DayMap,
    Month,
    holidays_of,
    instant,
    is_double,
    is_holiday,
    is_working_day,
    working_time,
)
from subcontract.problems import Code, Refused

DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 31))
HOLIDAYS_2026 = "1.1 6.1 3.4 5.4 6.4 1.5 14.5 24.5 19.6 20.6 31.10 6.12 24.12 25.12 26.12"


def refused(make: Any, *values: object) -> Code:
    with pytest.raises(Refused) as caught:
        make(*values)
    return caught.value.code


def at(text: str) -> time:
    return time.fromisoformat(text)


def minutes(day: str, start: str, end: str, *breaks: str, **folds: int) -> int:
    pauses = [(at(pause[:5]), at(pause[6:])) for pause in breaks]
    return working_time(date.fromisoformat(day), at(start), at(end), pauses, **folds).minutes


# --- ranges, months, maps --------------------------------------------------------------------


def test_a_range_includes_both_ends() -> None:
    days = DateRange(date(2026, 2, 27), date(2026, 3, 1))
    assert len(days) == len(list(days)) == 3
    assert date(2026, 3, 1) in days
    assert date(2026, 3, 2) not in days
    assert "2026-03-01" not in days
    assert refused(DateRange, date(2026, 3, 2), date(2026, 3, 1)) == Code.ENDS_BEFORE_START


def test_open_ranges_and_overlaps() -> None:
    spring, open_ = DateRange(date(2026, 3, 1), date(2026, 5, 31)), DateRange(date(2026, 5, 1))
    assert open_.is_open
    assert spring.overlap(open_) == DateRange(date(2026, 5, 1), date(2026, 5, 31))
    assert spring.overlap(DateRange(date(2026, 6, 1))) is None
    assert list(DateRange(LATEST - timedelta(days=1)))[-1] == LATEST


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "26-11", "2026-1", "2026/11", "", "x", "２０２６-11", "1899-12"]
)
def test_what_is_no_month_is_refused(text: str) -> None:
    assert refused(Month.parse, text) == Code.NOT_A_DATE


@given(st.dates(EARLIEST, date(2190, 12, 31)), st.integers(-100, 100))
def test_months_add_and_subtract(day: date, months: int) -> None:
    month = Month.of(day)
    if month.year > 1910:
        assert month.plus(months).plus(-months) == month
    assert day in month.days
    assert Month.parse(str(month)) == month


def test_leap_days_and_the_ends_of_the_year() -> None:
    assert Month(2028, 2).last == date(2028, 2, 29)
    assert Month(2026, 12).plus(1) == Month(2027, 1)
    assert date(2027, 1, 1).isocalendar().week == 53


@given(st.lists(st.tuples(DAYS, DAYS, st.sampled_from("abc")), max_size=8))
def test_a_later_layer_wins_on_every_day(parts: list[tuple[date, date, str]]) -> None:
    layers = [(DateRange(min(one, two), max(one, two)), value) for one, two, value in parts]
    laid = DayMap(layers)
    quarter = DateRange(date(2024, 1, 1), date(2024, 3, 31))
    gaps = {day for gap in laid.gaps(quarter) for day in gap}
    for day in quarter:
        expected = next((value for days, value in reversed(layers) if day in days), None)
        assert laid.on(day) == expected
        assert (day in gaps) == (expected is None)
    for (days, value), (next_days, next_value) in pairwise(laid):
        assert days.last < next_days.first
        assert value != next_value or days.last + timedelta(days=1) < next_days.first


def test_an_open_value_leaves_no_gap_after_it() -> None:
    laid = DayMap([(DateRange(date(2026, 5, 1)), "x")])
    assert laid.gaps(DateRange(date(2026, 4, 30), date(2026, 6, 1))) == (
        DateRange(date(2026, 4, 30), date(2026, 4, 30)),
    )
    assert laid.with_layer(DayMap([(DateRange(date(2026, 6, 1)), "y")])).on(LATEST) == "y"
    assert laid.map(str.upper).on(LATEST) == "X"


# --- lengths of time -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "start", "end", "breaks", "expected"),
    [
        ("2026-11-02", "08:00", "15:30", ["11:00-11:30"], 420),
        ("2026-11-02", "22:00", "06:00", [], 480),
        ("2026-11-02", "22:00", "06:00", ["23:45-00:15", "02:00-02:30"], 420),
        ("2026-11-02", "08:00", "07:59", [], 1439),
        ("2026-12-31", "22:00", "02:00", [], 240),
        ("2028-02-28", "22:00", "02:00", [], 240),
        ("2028-02-29", "08:00", "09:00", [], 60),
        # the clock goes forward at 3 on 29 March 2026 and 28 March 2027, back at 4 on 25 and 31 October
        ("2026-03-28", "22:00", "06:00", [], 420),
        ("2026-03-29", "02:00", "05:00", [], 120),
        ("2026-03-29", "22:00", "06:00", ["03:15-03:45"], 450),
        ("2027-03-27", "22:00", "06:00", [], 420),
        ("2026-10-24", "22:00", "06:00", ["02:00-02:30"], 510),
        ("2026-10-25", "02:00", "05:00", [], 240),
        ("2027-10-30", "22:00", "06:00", [], 540),
    ],
)
def test_the_real_length_of_work(day: str, start: str, end: str, breaks: list[str], expected: int) -> None:
    assert minutes(day, start, end, *breaks) == expected


def test_a_double_time_is_the_first_for_a_start_and_the_last_for_an_end() -> None:
    night = "2026-10-25"
    assert is_double(date(2026, 10, 25), at("03:30"))
    assert not is_double(date(2026, 10, 25), at("04:00"))
    assert not is_double(date(2026, 3, 29), at("03:30"))
    assert minutes(night, "03:30", "05:00") == 150
    assert minutes(night, "03:30", "05:00", start_fold=1) == 90
    assert minutes(night, "02:00", "03:30") == 150
    assert minutes(night, "02:00", "03:30", end_fold=0) == 90
    assert refused(lambda: minutes(night, "03:30", "03:45", start_fold=1, end_fold=0)) == Code.NO_LENGTH


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (("2026-11-02", "08:00", "08:00"), Code.NO_LENGTH),
        (("2026-03-29", "03:30", "08:00"), Code.TIME_DOES_NOT_EXIST),
        (("2026-03-28", "22:00", "03:30"), Code.TIME_DOES_NOT_EXIST),
        (("2026-03-28", "22:00", "06:00", "03:15-04:15"), Code.TIME_DOES_NOT_EXIST),
        (("2026-11-02", "08:00", "12:00", "07:30-08:30"), Code.BREAK_OUTSIDE),
        (("2026-11-02", "08:00", "12:00", "11:30-12:30"), Code.BREAK_OUTSIDE),
        (("2026-11-02", "08:00", "12:00", "07:00-13:00"), Code.BREAK_OUTSIDE),
        (("2026-11-02", "08:00", "12:00", "10:00-09:00"), Code.BREAK_OUTSIDE),
        (("2026-11-02", "08:00", "12:00", "09:00-09:00"), Code.NO_LENGTH),
        (("2026-11-02", "08:00", "12:00", "09:00-10:00", "09:30-10:30"), Code.BREAKS_OVERLAP),
        (("2026-11-02", "22:00", "06:00", "23:30-00:30", "00:15-00:45"), Code.BREAKS_OVERLAP),
    ],
)
def test_times_that_cannot_be_are_refused(ask: tuple[str, ...], code: Code) -> None:
    assert refused(minutes, *ask) == code


def test_touching_breaks_and_a_break_as_long_as_the_shift() -> None:
    assert minutes("2026-11-02", "08:00", "12:00", "09:00-09:30", "09:30-10:00") == 180
    assert minutes("2026-11-02", "08:00", "12:00", "08:00-12:00") == 0


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
)
def test_minutes_are_those_between_the_instants(day: date, start: time, end: time) -> None:
    last_day = day + timedelta(days=1) if end < start else day
    possible = start != end
    for when, clock in ((day, start), (last_day, end)):
        with suppress(Refused):
            instant(when, clock)
            continue
        possible = False
    if not possible:
        assert refused(working_time, day, start, end) in {Code.NO_LENGTH, Code.TIME_DOES_NOT_EXIST}
        return
    worked = working_time(day, start, end)
    assert worked.ends_next_day == (end < start)
    assert worked.minutes == (instant(last_day, end, fold=1) - instant(day, start)) / timedelta(minutes=1)
    wall = datetime.combine(last_day, end) - datetime.combine(day, start)
    assert abs(worked.minutes - wall / timedelta(minutes=1)) in {0, 60}


def test_an_instant_is_in_utc() -> None:
    assert instant(date(2026, 7, 1), at("12:00")) == datetime(2026, 7, 1, 9, tzinfo=UTC)
    assert instant(date(2026, 12, 1), at("12:00")) == datetime(2026, 12, 1, 10, tzinfo=UTC)


# --- holidays --------------------------------------------------------------------------------


def test_the_fifteen_days_of_2026() -> None:
    expected = {date(2026, *map(int, reversed(text.split(".")))) for text in HOLIDAYS_2026.split()}
    assert holidays_of(2026) == expected


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 5, 1), False),
        (date(2026, 6, 19), False),  # Midsummer Eve
        (date(2026, 11, 21), False),  # a Saturday
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 11, 23), True),
        (date(2026, 12, 7), True),  # Independence Day was on Sunday
        (date(2026, 12, 31), True),
    ],
)
def test_working_days(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_independence_day_on_a_sunday_is_still_a_holiday() -> None:
    assert is_holiday(date(2026, 12, 6))
