from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange, is_holiday
from subcontract.problems import Code
from subcontract.rota.calendar import CalendarRule, days_of, holidays_left_out, problems_of_rule, week_of

NOVEMBER = DateRange(date(2026, 11, 1), date(2026, 11, 30))
DECEMBER = DateRange(date(2026, 12, 1), date(2026, 12, 31))


def rule(**fields: object) -> CalendarRule:
    return CalendarRule(**{"days": NOVEMBER, "weekdays": frozenset({0, 2}), **fields})  # type: ignore[arg-type]


def test_mondays_and_wednesdays_of_a_month() -> None:
    assert [day.day for day in days_of(rule())] == [2, 4, 9, 11, 16, 18, 23, 25, 30]


def test_holidays_and_named_days_are_left_out_and_told() -> None:
    fridays = rule(days=DECEMBER, weekdays=frozenset({4}), except_days=frozenset({date(2026, 12, 4)}))
    assert [day.day for day in days_of(fridays)] == [11, 18]
    assert holidays_left_out(fridays) == (date(2026, 12, 25),)


def test_holidays_can_be_taken_in() -> None:
    sundays = rule(days=DECEMBER, weekdays=frozenset({6}), except_holidays=False)
    assert date(2026, 12, 6) in days_of(sundays)


def test_every_second_week_counts_from_the_week_of_the_first_day() -> None:
    assert [day.day for day in days_of(rule(weekdays=frozenset({1}), every_weeks=2))] == [10, 24]


def test_a_rule_goes_over_the_turn_of_the_year_and_week_53() -> None:
    turn = DateRange(date(2026, 12, 28), date(2027, 1, 10))
    days = days_of(rule(days=turn, weekdays=frozenset({0, 4})))
    assert days == (date(2026, 12, 28), date(2027, 1, 4), date(2027, 1, 8))
    assert week_of(date(2027, 1, 1)) == DateRange(date(2026, 12, 28), date(2027, 1, 3))


def test_29_february_is_only_in_a_leap_year() -> None:
    february = DateRange(date(2028, 2, 28), date(2028, 3, 1))
    assert date(2028, 2, 29) in days_of(rule(days=february, weekdays=frozenset(range(7))))


def test_everything_wrong_with_a_rule_is_told_at_once() -> None:
    wrong = problems_of_rule(rule(weekdays=frozenset(), every_weeks=0, days=DateRange(date(2026, 1, 1))))
    assert [(p.code, p.field) for p in wrong] == [
        (Code.REQUIRED, "weekdays"),
        (Code.TOO_LARGE, "every_weeks"),
        (Code.REQUIRED, "last"),
    ]


def test_a_slip_in_the_year_does_not_make_thousands_of_shifts() -> None:
    years = DateRange(date(2026, 1, 1), date(2062, 1, 1))
    assert [p.code for p in problems_of_rule(rule(days=years))] == [Code.TOO_MANY_SHIFTS]


@given(
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.integers(0, 200),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.integers(1, 4),
)
def test_every_day_of_a_rule_is_of_the_rule(
    first: date, length: int, weekdays: frozenset[int], step: int
) -> None:
    days = DateRange(first, first + timedelta(days=length))
    found = days_of(CalendarRule(days=days, weekdays=weekdays, every_weeks=step))
    assert list(found) == sorted(set(found))
    assert all(day in days and day.weekday() in weekdays and not is_holiday(day) for day in found)
