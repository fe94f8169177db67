from dataclasses import replace
from datetime import date, time

import pytest

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import RotaWishesId, ShiftId, StaffId
from subcontract.people.client import Absence, AbsenceKind, Availability, Client, HalfDay, Permit
from subcontract.rota.plan import Plan
from subcontract.rota.records import RotaWishes
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import RotaWarning, WarningCode, warnings_if_put_on, warnings_of
from tests import make

TODAY = make.TODAY
EMIL = {"first_name": "Emil", "last_name": "Berg", "number": 2}


def plan_of(*on: tuple[Shift, Client], **more: object) -> Plan:
    """A plan in which each client is on the shift beside; jobs are made for the shifts."""
    shifts = {shift.id: shift for shift, _ in on}
    clients = {client.id: client for _, client in on}
    fields = {
        "shifts": tuple(shifts.values()),
        "assignments": tuple(make.assignment(shift, client) for shift, client in on),
        "clients": tuple(clients.values()),
        "jobs": tuple(make.job(id=shift.job, name="Hyllytys") for shift in shifts.values()),
        "staff": (make.staff(),),
    }
    return Plan(**{**fields, **more})  # type: ignore[arg-type]


def codes(found: tuple[RotaWarning, ...]) -> list[WarningCode]:
    return [warning.code for warning in found]


def only(found: tuple[RotaWarning, ...]) -> RotaWarning:
    assert len(found) == 1, codes(found)
    return found[0]


def warned(client: Client, shift: Shift | None = None) -> tuple[RotaWarning, ...]:
    on = shift or make.shift()
    return warnings_of(on, plan_of((on, client)))


def test_an_ordinary_morning_gives_no_warning() -> None:
    assert warned(make.client()) == ()


def test_away_tells_the_day_and_why() -> None:
    away = Absence(days=DateRange(TODAY, TODAY), kind=AbsenceKind.SICK)
    found = only(warned(make.client(absences=(away,))))
    assert found.code is WarningCode.AWAY
    assert found.facts == {"name": "Liisa", "day": TODAY, "kind": AbsenceKind.SICK}


def test_a_night_into_an_absence_is_warned_of() -> None:
    tomorrow = date(2026, 11, 24)
    client = make.client(
        absences=(Absence(days=DateRange(tomorrow, tomorrow)),),
        availability=Availability(half_days=frozenset((d, h) for d in range(7) for h in HalfDay)),
    )
    assert codes(warned(client, make.shift(start=time(22), end=time(2)))) == [WarningCode.AWAY]


def test_not_available_on_that_half_day() -> None:
    afternoons = Availability(half_days=frozenset({(0, HalfDay.AFTERNOON)}))
    found = only(warned(make.client(availability=afternoons)))
    assert (found.code, found.facts["half"]) == (WarningCode.NOT_AVAILABLE, HalfDay.MORNING)


def test_on_two_shifts_at_once() -> None:
    liisa, here, there = make.client(), make.shift(), make.shift(start=time(11), end=time(14), coach=None)
    found = warnings_of(here, plan_of((here, liisa), (there, liisa)))
    assert codes(found) == [WarningCode.DOUBLE_BOOKED]
    assert found[0].facts["start"] == time(11)


def test_touching_shifts_are_no_clash() -> None:
    liisa, here = make.client(), make.shift()
    after = make.shift(start=time(12), end=time(14))
    assert warnings_of(here, plan_of((here, liisa), (after, liisa))) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, WarningCode.SKILL_MISSING),
        ({"skills": frozenset({" hygieniapassi "})}, None),
        ({"permits": (Permit(name="hygieniapassi"),)}, None),
        ({"permits": (Permit(name="Hygieniapassi", valid_to=TODAY),)}, None),
        (
            {"permits": (Permit(name="Hygieniapassi", valid_to=date(2026, 11, 22)),)},
            WarningCode.PERMIT_EXPIRED,
        ),
    ],
)
def test_skills_and_permits_on_the_day(fields: dict[str, object], code: WarningCode | None) -> None:
    found = warned(make.client(**fields), make.shift(needs=frozenset({"Hygieniapassi"})))
    assert codes(found) == ([code] if code else [])


def test_the_size_of_the_group() -> None:
    liisa, emil = make.client(), make.client(**EMIL)
    small = make.shift(least=3)
    assert codes(warnings_of(small, plan_of((small, liisa), (small, emil)))) == [WarningCode.GROUP_TOO_SMALL]
    large = make.shift(most=1)
    plan = plan_of((large, liisa), clients=(liisa, emil))
    assert warnings_of(large, plan) == ()
    assert codes(warnings_if_put_on(emil, large, plan)) == [WarningCode.GROUP_TOO_LARGE]


def test_more_days_and_minutes_than_a_week_should_have_are_told_once() -> None:
    liisa = make.client(weekly_days=1, weekly_minutes=300)
    monday, tuesday = make.shift(), make.shift(day=date(2026, 11, 24))
    plan = plan_of((monday, liisa), (tuesday, liisa))
    assert warnings_of(monday, plan) == ()
    found = warnings_of(tuesday, plan)
    assert codes(found) == [WarningCode.OVER_WEEKLY_DAYS, WarningCode.OVER_WEEKLY_MINUTES]
    assert found[1].facts == {"name": "Liisa", "planned_minutes": 450, "most_minutes": 300}


def test_limits_of_the_month_are_told_as_those_of_the_week_are() -> None:
    liisa = make.client()
    days = (date(2026, 11, 2), date(2026, 11, 16), date(2026, 11, 30), date(2026, 12, 1))
    shifts = tuple(make.shift(day=day) for day in days)
    wishes = RotaWishes(
        id=RotaWishesId(ids.new()), unit=make.UNIT, client=liisa.id, monthly_days=2, monthly_minutes=500
    )
    plan = replace(plan_of(*((shift, liisa) for shift in shifts)), wishes=(wishes,))
    assert [len(warnings_of(shift, plan)) for shift in shifts] == [0, 0, 2, 0]
    found = warnings_of(shifts[2], plan)
    assert codes(found) == [WarningCode.OVER_MONTHLY_DAYS, WarningCode.OVER_MONTHLY_MINUTES]
    assert found[0].facts == {"name": "Liisa", "number": 3, "most": 2}
    assert found[1].facts == {"name": "Liisa", "planned_minutes": 675, "most_minutes": 500}
    early = replace(plan_of(*((shift, liisa) for shift in shifts[1:]), shifts=shifts), wishes=(wishes,))
    assert codes(warnings_if_put_on(liisa, shifts[0], early))[0] is WarningCode.OVER_MONTHLY_DAYS


def test_putting_on_an_earlier_shift_looks_at_the_whole_week() -> None:
    liisa = make.client(weekly_days=1)
    monday, tuesday = make.shift(), make.shift(day=date(2026, 11, 24))
    plan = plan_of((tuesday, liisa), shifts=(monday, tuesday))
    assert codes(warnings_if_put_on(liisa, monday, plan)) == [WarningCode.OVER_WEEKLY_DAYS]


def test_two_shifts_of_a_day_are_one_day_and_next_week_is_another() -> None:
    liisa = make.client(weekly_days=1)
    shifts = [make.shift(), make.shift(start=time(12), end=time(14)), make.shift(day=date(2026, 11, 30))]
    plan = plan_of(*((shift, liisa) for shift in shifts))
    assert warnings_of(shifts[0], plan) == ()


def test_never_with_holds_both_ways() -> None:
    liisa = make.client()
    emil = make.client(never_with=frozenset({liisa.id}), **EMIL)
    shift = make.shift()
    found = warnings_of(shift, plan_of((shift, liisa), (shift, emil)))
    assert [(w.code, w.facts["name"], w.facts["other"]) for w in found] == [
        (WarningCode.NEVER_WITH, "Liisa", "Emil"),
        (WarningCode.NEVER_WITH, "Emil", "Liisa"),
    ]


def test_who_needs_an_own_coach() -> None:
    liisa, emil = make.client(needs_own_coach=True), make.client(**EMIL)
    alone, uncoached, shared = make.shift(), make.shift(coach=None), make.shift()
    assert warnings_of(alone, plan_of((alone, liisa))) == ()
    assert codes(warnings_of(uncoached, plan_of((uncoached, liisa)))) == [
        WarningCode.COACH_MISSING,
        WarningCode.OWN_COACH_MISSING,
    ]
    found = warnings_of(shared, plan_of((shared, liisa), (shared, emil)))
    assert codes(found) == [WarningCode.OWN_COACH_SHARED]


def test_no_form_of_work_and_not_active_any_more() -> None:
    assert codes(warned(make.client(forms=(), active=False))) == [
        WarningCode.NOT_ACTIVE,
        WarningCode.NO_FORM_OF_WORK,
    ]


def test_a_coach_in_two_places_is_named() -> None:
    here, there = make.shift(least=0), make.shift(start=time(9), end=time(10), least=0)
    plan = Plan(shifts=(here, there), jobs=(make.job(id=there.job, name="Pihatyö"),), staff=(make.staff(),))
    found = only(warnings_of(here, plan))
    assert (found.code, found.facts) == (
        WarningCode.COACH_DOUBLE_BOOKED,
        {"name": "Maija Koivu", "other": "Pihatyö"},
    )


def test_a_holiday_is_told_and_a_cancelled_shift_is_silent() -> None:
    day = date(2026, 12, 25)
    assert codes(warned(make.client(), make.shift(day=day))) == [WarningCode.HOLIDAY]
    off = make.shift(day=day, state=ShiftState.CANCELLED, least=5)
    assert warnings_of(off, plan_of((off, make.client()))) == ()


def test_a_plan_that_knows_neither_job_nor_coach_still_answers() -> None:
    shift = make.shift(id=ShiftId(ids.new()), coach=StaffId(ids.new()), least=0)
    assert warnings_of(shift, Plan(shifts=(shift,))) == ()
