"""What was promised against what is planned: every difference once, and only of days that were told of."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from subcontract.days import DateRange
from subcontract.ids import PublicationId
from subcontract.people.client import Client
from subcontract.rota.changes import Change, changes_since
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import promised_on
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from tests import make

WEEK = DateRange(date(2026, 11, 23), date(2026, 11, 29))
MONDAY = make.shift(day=date(2026, 11, 23))
TUESDAY = make.shift(day=date(2026, 11, 24))
LIISA, EMIL = make.client(number=1), make.client(number=2, first_name="Emil", last_name="Berg")


def place(shift: Shift, client: Client) -> PublishedPlace:
    return PublishedPlace(
        client=client.id,
        shift=shift.id,
        job=shift.job,
        day=shift.day,
        start=shift.start,
        end=shift.end,
        place=shift.place,
        coach=shift.coach,
    )


def found(
    *on: tuple[Shift, Client], told: tuple[tuple[Shift, Client], ...], days: DateRange = WEEK
) -> tuple[Change, ...]:
    publication = Publication(
        id=PublicationId(UUID(int=1)),
        unit=make.UNIT,
        day=days.first,
        last=days.last,
        places=tuple(place(*each) for each in told),
        by=make.MANAGER,
        at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    )
    shifts = {shift.id: shift for shift, _ in on}
    plan = Plan(
        shifts=tuple(shifts.values()),
        assignments=tuple(make.assignment(shift, client) for shift, client in on),
        clients=(LIISA, EMIL),
    )
    return changes_since(promised_on([publication], WEEK), plan, WEEK)


def test_what_is_as_it_was_told_is_no_change() -> None:
    assert found((MONDAY, LIISA), told=((MONDAY, LIISA),)) == ()


def test_one_more_and_one_less_are_told_each_on_its_own() -> None:
    changes = found((MONDAY, EMIL), told=((MONDAY, LIISA),))
    assert {(each.client, each.was is None, each.now is None) for each in changes} == {
        (EMIL.id, True, False),
        (LIISA.id, False, True),
    }


@pytest.mark.parametrize(
    "changed",
    [
        replace(MONDAY, start=time(9)),
        replace(MONDAY, end=time(13)),
        replace(MONDAY, place="Toinen paikka"),
        replace(MONDAY, coach=None),
        replace(MONDAY, day=date(2026, 11, 25)),
    ],
)
def test_another_time_place_coach_or_day_is_a_change(changed: Shift) -> None:
    (change,) = found((changed, LIISA), told=((MONDAY, LIISA),))
    assert change.was == place(MONDAY, LIISA)
    assert change.now == changed
    assert change.day == MONDAY.day


@pytest.mark.parametrize("gone", [True, False])
def test_a_shift_called_off_or_removed_takes_the_place_away(gone: bool) -> None:
    off = replace(MONDAY, state=ShiftState.CANCELLED)
    (change,) = found(*(() if gone else ((off, LIISA),)), told=((MONDAY, LIISA),))
    assert (change.now, change.was) == (None, place(MONDAY, LIISA))


def test_days_that_nobody_was_told_of_have_no_changes() -> None:
    monday = DateRange(MONDAY.day, MONDAY.day)
    assert found((MONDAY, LIISA), (TUESDAY, EMIL), told=((MONDAY, LIISA),), days=monday) == ()
