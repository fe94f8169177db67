from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from subcontract.days import DateRange
from subcontract.ids import PublicationId, new
from subcontract.rota.calendar import week_of
from subcontract.rota.plan import Plan
from subcontract.rota.plan_state import PlanState, Stage, plan_state
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from tests import make

LIISA, EMIL = make.client(), make.client(first_name="Emil", last_name="Berg")
MONDAY = make.shift()
FRIDAY = make.shift(day=date(2026, 11, 27))
WEEK = week_of(make.TODAY)
PLAN = Plan(
    shifts=(MONDAY, FRIDAY),
    assignments=(make.assignment(MONDAY, LIISA), make.assignment(FRIDAY, EMIL)),
    clients=(LIISA, EMIL),
)
ON = date(2026, 11, 20)


def promise(shift: Shift, who: Any) -> PublishedPlace:
    return PublishedPlace(
        client=who.id,
        shift=shift.id,
        job=shift.job,
        day=shift.day,
        start=shift.start,
        end=shift.end,
        place="",
        coach=shift.coach,
    )


def published(*places: PublishedPlace, days: DateRange = WEEK, hour: int = 10) -> Publication:
    return Publication(
        id=PublicationId(new()),
        unit=make.UNIT,
        day=days.first,
        last=days.last,
        places=places,
        by=make.MANAGER,
        at=datetime(2026, 11, 20, hour, tzinfo=UTC),
    )


BOTH = (promise(MONDAY, LIISA), promise(FRIDAY, EMIL))


def test_nothing_promised_is_a_draft() -> None:
    assert plan_state(PLAN, (), WEEK) == PlanState()


def test_a_plan_as_promised_is_published() -> None:
    assert plan_state(PLAN, (published(*BOTH),), WEEK) == PlanState(stage=Stage.PUBLISHED, on=ON)


def test_another_time_coach_or_person_is_a_change() -> None:
    told = (published(*BOTH),)
    for changed in (replace(MONDAY, start=time(9)), replace(MONDAY, coach=None)):
        plan = replace(PLAN, shifts=(changed, FRIDAY))
        assert plan_state(plan, told, WEEK).stage is Stage.CHANGED
    gone = replace(PLAN, assignments=PLAN.assignments[:1])
    assert plan_state(gone, told, WEEK).stage is Stage.CHANGED
    off = replace(PLAN, shifts=(replace(MONDAY, state=ShiftState.CANCELLED), FRIDAY))
    assert plan_state(off, told, WEEK).stage is Stage.CHANGED


def test_a_change_of_others_leaves_ones_own_week_as_promised() -> None:
    plan = replace(PLAN, shifts=(MONDAY, replace(FRIDAY, start=time(9))))
    told = (published(*BOTH),)
    assert plan_state(plan, told, WEEK, lambda s: s.client == LIISA.id).stage is Stage.PUBLISHED
    assert plan_state(plan, told, WEEK, lambda s: s.client == EMIL.id).stage is Stage.CHANGED


def test_some_days_are_published_in_part() -> None:
    told = (published(BOTH[0], days=DateRange(make.TODAY, date(2026, 11, 25))),)
    assert plan_state(PLAN, told, WEEK) == PlanState(stage=Stage.PARTLY, on=ON)


def test_the_last_word_of_a_day_holds() -> None:
    first = published(promise(MONDAY, EMIL), BOTH[1], hour=8)
    later = published(*BOTH, hour=9)
    assert plan_state(PLAN, (later, first), WEEK).stage is Stage.PUBLISHED


def test_another_place_is_a_change() -> None:
    plan = replace(PLAN, shifts=(replace(MONDAY, place="Torikatu 4"), FRIDAY))
    assert plan_state(plan, (published(*BOTH),), WEEK).stage is Stage.CHANGED


def test_the_day_is_finlands() -> None:
    late = replace(published(*BOTH), at=datetime(2026, 11, 20, 23, tzinfo=UTC))
    assert plan_state(PLAN, (late,), WEEK).on == date(2026, 11, 21)
