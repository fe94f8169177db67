from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from subcontract.people.client import HalfDay
from subcontract.problems import Code
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import collide, half_days, last_day, planned_minutes, problems_of_times
from tests import make

CLOCKS_FORWARD = date(2026, 3, 29)
CLOCKS_BACK = date(2026, 10, 25)
MORNING, AFTERNOON = HalfDay.MORNING, HalfDay.AFTERNOON


def shift(start: time, end: time, day: date = make.TODAY, **fields: object) -> Shift:
    return make.shift(start=start, end=end, day=day, **{"break_minutes": 0, **fields})


def test_a_morning_without_its_break() -> None:
    assert planned_minutes(shift(time(8), time(12), break_minutes=15)) == 225


def test_nights_when_clocks_change_have_their_real_length() -> None:
    assert planned_minutes(shift(time(0), time(8), CLOCKS_FORWARD)) == 7 * 60
    assert planned_minutes(shift(time(0), time(8), CLOCKS_BACK)) == 9 * 60


def test_over_midnight_over_the_year() -> None:
    night = shift(time(22), time(6), date(2026, 12, 31))
    assert planned_minutes(night) == 8 * 60
    assert last_day(night) == date(2027, 1, 1)


def test_until_midnight_is_still_the_same_day() -> None:
    late = shift(time(16), time(0))
    assert last_day(late) == late.day
    assert planned_minutes(late) == 8 * 60


def test_touching_shifts_do_not_collide_but_a_shared_minute_does() -> None:
    morning = shift(time(8), time(12))
    assert not collide(morning, shift(time(12), time(16)))
    assert collide(morning, shift(time(11, 59), time(16)))


def test_a_night_collides_with_the_next_morning() -> None:
    night = shift(time(22), time(6))
    assert collide(night, shift(time(5), time(9), date(2026, 11, 24)))
    assert not collide(night, shift(time(6), time(9), date(2026, 11, 24)))


def test_a_cancelled_shift_collides_with_nothing() -> None:
    assert not collide(shift(time(8), time(12)), shift(time(8), time(12), state=ShiftState.CANCELLED))


def test_half_days_that_a_shift_needs() -> None:
    assert list(half_days(shift(time(8), time(12)))) == [(0, MORNING)]
    assert list(half_days(shift(time(12), time(15)))) == [(0, AFTERNOON)]
    assert list(half_days(shift(time(8), time(15)))) == [(0, MORNING), (0, AFTERNOON)]
    assert list(half_days(shift(time(22), time(6)))) == [(0, AFTERNOON), (1, MORNING)]


def test_a_slip_that_makes_a_day_and_night_is_refused_and_a_night_is_not() -> None:
    night = make.shift(start=time(22), end=time(6))
    assert problems_of_times(night) == ()
    (problem,) = problems_of_times(make.shift(start=time(12, 30), end=time(12)))
    assert (problem.code, problem.field, problem.facts["minutes"]) == (Code.SHIFT_TOO_LONG, "end", 1410)


def test_times_that_make_no_shift() -> None:
    def wrong(made: Shift) -> list[tuple[Code, str]]:
        return [(p.code, p.field) for p in problems_of_times(made)]

    assert wrong(shift(time(8), time(8))) == [(Code.NO_LENGTH, "end")]
    assert wrong(shift(time(3, 30), time(8), CLOCKS_FORWARD)) == [(Code.TIME_DOES_NOT_EXIST, "start")]
    assert wrong(shift(time(1), time(3, 30), CLOCKS_FORWARD)) == [(Code.TIME_DOES_NOT_EXIST, "end")]
    assert wrong(shift(time(8), time(12), break_minutes=240)) == [(Code.BREAK_OUTSIDE, "break_minutes")]
    assert wrong(shift(time(8), time(12), break_minutes=-1)) == [(Code.NEGATIVE, "break_minutes")]
    assert wrong(shift(time(8), time(12), break_minutes=239)) == []


times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
days = st.sampled_from([make.TODAY, CLOCKS_FORWARD, CLOCKS_BACK, date(2026, 12, 31)])


@given(days, times, times, times, times)
def test_colliding_is_mutual(day: date, one: time, two: time, three: time, four: time) -> None:
    here, there = shift(one, two, day), shift(three, four, day)
    assert collide(here, there) == collide(there, here)
    assert planned_minutes(here) >= 0
