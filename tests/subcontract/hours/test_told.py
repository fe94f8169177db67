from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.told import (
    Signature,
    Told,
    end_after,
    entry_of,
    minutes_in,
    minutes_of,
    problems_of_told,
    span,
    told_of,
)
from subcontract.ids import EntryId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money
from subcontract.problems import Code
from tests import make

CLOCKS_FORWARD = date(2026, 3, 29)
CLOCKS_BACK = date(2026, 10, 25)
CLIENT = make.client()
JOB = make.job()


def told(start: time | None = time(8), end: time | None = time(12), **fields: object) -> Told:
    mine = {"unit": make.UNIT, "day": make.TODAY, "job": JOB.id, "client": CLIENT.id}
    return Told(**{**mine, "start": start, "end": end, **fields})  # type: ignore[arg-type]


def wrong(what: Told, today: date = make.TODAY) -> list[tuple[Code, str]]:
    return [(p.code, p.field) for p in problems_of_told(what, today)]


def signed(what: Told) -> WorkEntry:
    signature = Signature(id=EntryId(ids.new()), by=make.MANAGER, at=datetime(2026, 11, 23, tzinfo=UTC))
    return entry_of(what, signature)


def test_minutes_from_times_without_the_break() -> None:
    assert minutes_of(told(break_minutes=15)) == 225


def test_plain_minutes_where_no_times_are_known() -> None:
    assert minutes_of(told(None, None, minutes=440)) == 440


def test_the_night_forward_is_an_hour_shorter_and_the_night_back_longer() -> None:
    assert minutes_of(told(time(22), time(6), day=date(2026, 3, 28))) == 7 * 60
    assert minutes_of(told(time(22), time(6), day=date(2026, 10, 24))) == 9 * 60
    assert minutes_of(told(time(22), time(6), day=date(2027, 3, 27))) == 7 * 60
    assert minutes_of(told(time(22), time(6), day=date(2027, 10, 30))) == 9 * 60


def test_half_past_three_does_not_exist_in_spring() -> None:
    assert wrong(told(time(3, 30), time(8), day=CLOCKS_FORWARD)) == [(Code.TIME_DOES_NOT_EXIST, "start")]
    assert wrong(told(time(1), time(3, 30), day=CLOCKS_FORWARD)) == [(Code.TIME_DOES_NOT_EXIST, "end")]


def test_half_past_three_is_asked_in_autumn_and_each_answer_counts() -> None:
    late = told(time(3, 30), time(8), day=CLOCKS_BACK)
    assert wrong(late) == [(Code.TIME_EXISTS_TWICE, "start")]
    first, second = replace(late, start_second=False), replace(late, start_second=True)
    assert wrong(first) == wrong(second) == []
    assert (minutes_of(first), minutes_of(second)) == (330, 270)
    early = told(time(1), time(3, 30), day=CLOCKS_BACK)
    assert wrong(early) == [(Code.TIME_EXISTS_TWICE, "end")]
    assert minutes_of(replace(early, end_second=False)) == 150
    assert minutes_of(replace(early, end_second=True)) == 210


def test_an_entry_remembers_which_of_two_like_times_was_meant() -> None:
    for second in (False, True):
        entry = signed(told(time(3, 30), time(8), day=CLOCKS_BACK, start_second=second, break_minutes=10))
        assert told_of(entry).start_second is second
        begins, ends = span(entry) or (None, None)
        assert begins
        assert ends
        assert ends.astimezone(UTC).hour == 6
        assert ends - begins == timedelta(minutes=entry.minutes + 10)


def test_over_midnight_month_and_year() -> None:
    assert minutes_of(told(time(22), time(6), day=date(2026, 12, 31))) == 480
    assert minutes_of(told(time(12), time(0))) == 720


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        (told(time(8), time(8)), (Code.NO_LENGTH, "end")),
        (told(time(8), None), (Code.REQUIRED, "end")),
        (told(None, time(8)), (Code.REQUIRED, "start")),
        (told(None, None), (Code.NO_MINUTES, "minutes")),
        (told(None, None, minutes=-1), (Code.NEGATIVE, "minutes")),
        (told(None, None, minutes=1441), (Code.DAY_OVER_24_HOURS, "minutes")),
        (told(break_minutes=240), (Code.BREAK_OUTSIDE, "break_minutes")),
        (told(break_minutes=-15), (Code.NEGATIVE, "break_minutes")),
        (told(pieces=-1), (Code.NEGATIVE, "pieces")),
        (told(pieces=100_000), (Code.TOO_LARGE, "pieces")),
        (told(rejects=100_000), (Code.TOO_LARGE, "rejects")),
        (told(day=date(2026, 11, 24)), (Code.FUTURE_DAY, "day")),
        (told(client=None), (Code.REQUIRED, "client")),
        (told(kind=EntryKind.COACHING, client=None), (Code.REQUIRED, "staff")),
        (told(note="x" * 501), (Code.TOO_LONG, "note")),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(what: Told, problem: tuple[Code, str]) -> None:
    assert wrong(what) == [problem]


def test_all_problems_come_at_once() -> None:
    bad = told(time(8), time(8), pieces=-1, rejects=-1, client=None, day=date(2026, 12, 1))
    assert len(wrong(bad)) == 5


def test_a_day_has_23_24_or_25_hours() -> None:
    assert [minutes_in(day) for day in (CLOCKS_FORWARD, make.TODAY, CLOCKS_BACK)] == [1380, 1440, 1500]


def test_material_needs_a_name_a_quantity_and_no_negative_price() -> None:
    bad = told(None, None, kind=EntryKind.MATERIAL, client=None, unit_price=Money("-1.00"))
    assert wrong(bad) == [
        (Code.REQUIRED, "material"),
        (Code.REQUIRED, "quantity"),
        (Code.NEGATIVE, "unit_price"),
    ]
    odd = replace(bad, material="Teippi\x00", quantity=Decimal("1.005"), unit_price=ZERO)
    assert wrong(odd) == [(Code.FORBIDDEN_CHARACTER, "material"), (Code.TOO_MANY_DECIMALS, "quantity")]
    long = replace(bad, material="x" * 201, quantity=Decimal(100_000), unit_price=ZERO)
    assert wrong(long) == [(Code.TOO_LONG, "material"), (Code.TOO_LARGE, "quantity")]


def test_who_was_away_has_no_time_and_no_pieces() -> None:
    entry = signed(told(attendance=Attendance.SICK, break_minutes=15, pieces=96, note=" kuume "))
    assert (entry.start, entry.end, entry.minutes, entry.break_minutes, entry.pieces) == (None, None, 0, 0, 0)
    assert entry.note == "kuume"


def test_each_kind_keeps_only_its_own() -> None:
    everything = told(
        staff=make.MANAGER, material=" Teippi  10 m ", quantity=Decimal(2), unit_price=Money("3.50"), pieces=4
    )
    material = signed(replace(everything, kind=EntryKind.MATERIAL))
    assert (material.client, material.staff, material.minutes, material.pieces) == (None, None, 0, 0)
    assert (material.material, material.quantity) == ("Teippi 10 m", Decimal(2))
    assert material.unit_price == Money("3.50")
    coaching = signed(replace(everything, kind=EntryKind.COACHING))
    assert (coaching.client, coaching.staff, coaching.minutes) == (None, make.MANAGER, 240)
    result = signed(replace(everything, kind=EntryKind.GROUP_RESULT))
    assert (result.client, result.minutes, result.pieces, result.split) == (None, 0, 4, SplitRule.MINUTES)


times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(
    st.sampled_from([make.TODAY, CLOCKS_FORWARD, CLOCKS_BACK, date(2026, 10, 24), date(2026, 12, 31)]),
    times,
    times,
    st.integers(0, 120),
    st.sampled_from([None, False, True]),
)
def test_what_an_entry_tells_makes_the_same_entry_again(
    day: date, start: time, end: time, pause: int, second: bool | None
) -> None:
    what = told(start, end, day=day, break_minutes=pause, start_second=second, end_second=second)
    assume(not problems_of_told(what, date(2027, 1, 1)))
    entry = signed(what)
    assert 0 < entry.minutes <= 25 * 60
    again = entry_of(told_of(entry), Signature(id=entry.id, by=entry.by, at=entry.at))
    assert again == entry


@given(times, st.integers(1, 1000))
def test_an_end_after_so_many_minutes_gives_those_minutes(start: time, minutes: int) -> None:
    end = end_after(make.TODAY, start, minutes)
    assert minutes_of(told(start, end)) == minutes
