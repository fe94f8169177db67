"""A coach's calendar, read back with the library and by its lines."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from subcontract import papers
from subcontract.clock import HELSINKI
from subcontract.ids import ShiftId
from subcontract.papers.rota_facts import CalendarFacts, CalendarShift
from subcontract.rota.times import span
from tests import make
from tests.paper_reading import texts

MADE = datetime(2026, 11, 23, 10, tzinfo=UTC)
ID = ShiftId(UUID(int=48))


def event(
    day: date = make.TODAY, start: time = time(8), end: time = time(12), **fields: Any
) -> CalendarShift:
    begins, ends = span(make.shift(day=day, start=start, end=end))
    default = CalendarShift(shift=ID, begins=begins, ends=ends, title="Hyllytys", place="Mallikatu 2")
    return replace(default, **fields)


def written(*shifts: CalendarShift) -> bytes:
    return papers.calendar_file(CalendarFacts(made_at=MADE, shifts=shifts), texts())


def read(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_shift_is_an_event() -> None:
    (found,) = read(written(event(version=3, is_published=True)))
    assert str(found["SUMMARY"]) == "Hyllytys, Mallikatu 2"
    assert str(found["LOCATION"]) == "Mallikatu 2"
    assert str(found["UID"]) == str(ID)
    assert found["SEQUENCE"] == 2
    assert str(found["STATUS"]) == "CONFIRMED"
    assert found.start == datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert found.end - found.start == timedelta(hours=4)
    assert found["DTSTAMP"].dt == MADE


def test_a_draft_is_tentative_and_says_so() -> None:
    (found,) = read(written(event()))
    assert str(found["STATUS"]) == "TENTATIVE"
    assert str(found["DESCRIPTION"]) == "Suunnitelma, voi vielä muuttua"


def test_what_was_called_off_is_cancelled() -> None:
    (found,) = read(written(event(cancelled=True, is_published=True)))
    assert str(found["STATUS"]) == "CANCELLED"


def test_the_file_is_a_calendar_by_the_standard() -> None:
    data = written(event(title="Kiinteistön pihan ja kulkuväylien syyssiivous äöå " * 3), event())
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:
        line.decode("utf-8")
    for wanted in (b"VERSION:2.0", b"METHOD:PUBLISH", b"TZID:Europe/Helsinki"):
        assert wanted in lines
    assert Calendar.from_ical(data).errors == []


def test_signs_of_the_format_stay_text() -> None:
    title = 'Lajittelu; "A", \\ B\nBEGIN:VALARM'
    (found,) = read(written(event(title=title)))
    assert str(found["SUMMARY"]) == f"{title}, Mallikatu 2"
    assert b"\r\nBEGIN:VALARM" not in written(event(title=title))


def test_the_same_facts_give_the_same_bytes() -> None:
    one, other = event(), event(day=date(2026, 11, 25), shift=ShiftId(UUID(int=49)))
    assert written(one, other) == written(other, one)


def test_a_night_shift_ends_on_the_next_day() -> None:
    (found,) = read(written(event(start=time(22), end=time(6))))
    assert (found.start.day, found.end.day) == (23, 24)
    assert found.end - found.start == timedelta(hours=8)


@pytest.mark.parametrize(
    ("day", "start", "end", "hours"),
    [
        (date(2026, 10, 24), time(22), time(6), 9),
        (date(2026, 10, 25), time(1), time(3, 30), 3.5),
        (date(2026, 10, 25), time(3), time(5), 3),
        (date(2027, 3, 27), time(22), time(6), 7),
        (date(2027, 3, 28), time(2), time(5), 2),
    ],
)
def test_nights_when_the_clocks_change(day: date, start: time, end: time, hours: float) -> None:
    shift = event(day=day, start=start, end=end)
    (found,) = read(written(shift))
    begins, ends = found["DTSTART"].dt, found["DTEND"].dt
    assert begins.astimezone(UTC) == shift.begins
    assert ends.astimezone(UTC) == shift.ends
    assert shift.ends - shift.begins == timedelta(hours=hours)


@given(
    day=st.dates(date(2026, 1, 1), date(2035, 12, 31)),
    start=st.times(),
    end=st.times(),
)
def test_what_is_read_back_is_what_was_planned(day: date, start: time, end: time) -> None:
    at, till = start.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0)
    shift = event(day=day, start=at, end=till)
    (found,) = read(written(shift))
    assert found["DTSTART"].dt.astimezone(UTC) == shift.begins
    assert found["DTEND"].dt.astimezone(UTC) == shift.ends


def test_the_zone_of_the_file_tells_helsinkis_time() -> None:
    """The rules in the file alone, read without the computer's own zones, give Helsinki's offsets."""
    (found,) = Calendar.from_ical(written(event())).walk("VTIMEZONE")
    assert isinstance(found, Timezone)
    zone = found.to_tz(lookup_tzid=False)
    for year in range(2020, 2040):
        for month in range(1, 13):
            for day in (1, 15, 25, 28):
                moment = datetime(year, month, day, 12, tzinfo=HELSINKI)
                alone = moment.replace(tzinfo=zone)
                assert alone.utcoffset() == moment.utcoffset(), moment


def test_an_empty_calendar_is_a_file_too() -> None:
    assert read(written()) == []


def test_the_library_is_loaded_when_a_file_is_first_made() -> None:
    code = "import sys; import subcontract.papers; print('icalendar' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
