from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Action, Done
from subcontract.actions.cancel_shift import CancelShift, RestoreShift, cancel_shift, restore_shift
from subcontract.actions.change_shift import ChangeShift, change_shift
from subcontract.actions.copy_week import CopyWeek, copy_week
from subcontract.actions.perform import perform
from subcontract.actions.plan_shifts import PlanShifts, plan_shifts
from subcontract.actions.put_on_shift import (
    MoveToShift,
    PutOnShift,
    TakeOffShift,
    move_to_shift,
    put_on_shift,
    take_off_shift,
)
from subcontract.actions.remove_shifts import RemoveShifts, remove_shifts
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import PhaseId, UnitId
from subcontract.jobs.job import JobState
from subcontract.people.client import Absence
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from subcontract.rota.calendar import CalendarRule
from subcontract.rota.making import Pattern
from subcontract.rota.shift import Assignment, Shift, ShiftState
from tests import make
from tests.fakes import MemoryStore

CLOCK = standing_at(make.TODAY)
JOB = make.job(state=JobState.RUNNING)
LIISA = make.client(number=1)
SHIFT = make.shift(job=JOB.id)
PATTERN = Pattern(unit=make.UNIT, job=JOB.id, phase=JOB.phases[0].id, start=time(8), end=time(12))
RULE = CalendarRule(days=DateRange(date(2026, 12, 1), date(2026, 12, 31)), weekdays=frozenset({4}))


def world(*shifts: Shift, people: tuple[Assignment, ...] = ()) -> MemoryStore:
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        books.clients.add(LIISA)
        for shift in shifts:
            books.shifts.add(shift)
        for person in people:
            books.assignments.add(person)
        books.commit()
    return store


def do(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> Done:
    return perform(action, ask, store.open_books, CLOCK, make.worker(*roles))


def undo(store: MemoryStore, done: Done) -> Done:
    assert done.undo
    return do(store, done.undo.action, done.undo.ask)


def refused(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> list[tuple[Code, str]]:
    before = store.state
    with pytest.raises(Refused) as refusal:
        do(store, action, ask, *roles)
    assert store.state is before
    return [(problem.code, problem.field) for problem in refusal.value.problems]


def shifts_in(store: MemoryStore) -> tuple[Shift, ...]:
    with store.open_lists() as lists:
        return lists.shifts.all()


def on(store: MemoryStore, shift: Shift = SHIFT) -> list[object]:
    with store.open_lists() as lists:
        return [each.client for each in lists.assignments.where(shift=shift.id)]


def test_a_rule_makes_shifts_once_and_undo_takes_them_away() -> None:
    store = world()
    done = do(store, plan_shifts, PlanShifts(pattern=PATTERN, rule=RULE))
    assert [shift.day.day for shift in shifts_in(store)] == [4, 11, 18]
    assert done.facts["number"] == 3
    assert refused(store, plan_shifts, PlanShifts(pattern=PATTERN, rule=RULE)) == [(Code.NOTHING_TO_DO, "")]
    again = undo(store, done)
    assert shifts_in(store) == ()
    undo(store, again)
    assert len(shifts_in(store)) == 3


def test_everything_wrong_with_a_plan_is_told_at_once() -> None:
    pattern = replace(PATTERN, phase=PhaseId(ids.new()), end=time(8), least=5, most=2, place="x" * 101)
    rule = replace(RULE, weekdays=frozenset())
    assert refused(world(), plan_shifts, PlanShifts(pattern=pattern, rule=rule)) == [
        (Code.UNKNOWN_VALUE, "phase"),
        (Code.REQUIRED, "weekdays"),
        (Code.NO_LENGTH, "end"),
        (Code.TOO_SMALL, "most"),
        (Code.TOO_LONG, "place"),
    ]


def test_nothing_is_planned_for_a_job_that_is_over() -> None:
    store = world()
    store.fill(lambda books: books.jobs.save(replace(JOB, state=JobState.LOST)))
    assert refused(store, plan_shifts, PlanShifts(pattern=PATTERN, rule=RULE)) == [(Code.WRONG_STATE, "job")]


def test_a_time_that_one_of_the_nights_jumps_over_is_found() -> None:
    pattern = replace(PATTERN, start=time(3, 30), end=time(8))
    rule = CalendarRule(days=DateRange(date(2026, 3, 22), date(2026, 4, 4)), weekdays=frozenset({6}))
    assert refused(world(), plan_shifts, PlanShifts(pattern=pattern, rule=rule)) == [
        (Code.TIME_DOES_NOT_EXIST, "start")
    ]


def test_who_may_not_plan() -> None:
    ask = PlanShifts(pattern=PATTERN, rule=RULE)
    assert refused(world(), plan_shifts, ask, Role.CLERK) == [(Code.NOT_ALLOWED, "")]


def test_put_on_and_taken_off_by_name() -> None:
    store = world(SHIFT)
    done = do(store, put_on_shift, PutOnShift(shift=SHIFT.id, client=LIISA.id), Role.WORK_COACH)
    assert on(store) == [LIISA.id]
    assert done.undo is not None
    assert done.undo.name == "put on shift"
    undo(store, done)
    assert on(store) == []


def test_the_same_client_twice_on_a_shift_is_refused_and_a_warning_is_not() -> None:
    store = world(SHIFT)
    away = replace(LIISA, absences=(Absence(days=DateRange(make.TODAY, make.TODAY)),))
    store.fill(lambda books: books.clients.save(away))
    ask = PutOnShift(shift=SHIFT.id, client=LIISA.id)
    do(store, put_on_shift, ask)
    assert refused(store, put_on_shift, ask) == [(Code.ALREADY_EXISTS, "client")]


def test_a_client_of_another_unit_or_a_cancelled_shift() -> None:
    off = replace(SHIFT, state=ShiftState.CANCELLED)
    assert refused(world(off), put_on_shift, PutOnShift(shift=off.id, client=LIISA.id)) == [
        (Code.WRONG_STATE, "")
    ]
    store, stranger = world(SHIFT), make.client(unit=UnitId(ids.new()), number=9)
    store.fill(lambda books: books.clients.add(stranger))
    assert refused(store, put_on_shift, PutOnShift(shift=SHIFT.id, client=stranger.id)) == [
        (Code.UNKNOWN_VALUE, "client")
    ]


def test_who_is_not_on_a_shift_cannot_be_taken_off() -> None:
    assert refused(world(SHIFT), take_off_shift, TakeOffShift(shift=SHIFT.id, client=LIISA.id)) == [
        (Code.NOT_FOUND, "")
    ]


def test_a_move_is_one_act_with_one_undo() -> None:
    other = make.shift(job=JOB.id, day=date(2026, 11, 24))
    store = world(SHIFT, other, people=(make.assignment(SHIFT, LIISA),))
    ask = MoveToShift(client=LIISA.id, from_shift=SHIFT.id, to_shift=other.id)
    done = do(store, move_to_shift, ask)
    assert (on(store), on(store, other)) == ([], [LIISA.id])
    undo(store, done)
    assert (on(store), on(store, other)) == ([LIISA.id], [])
    same = MoveToShift(client=LIISA.id, from_shift=SHIFT.id, to_shift=SHIFT.id)
    assert refused(store, move_to_shift, same) == [(Code.NOTHING_TO_DO, "")]


def test_a_changed_day_takes_the_people_along_and_undo_brings_all_back() -> None:
    store = world(SHIFT, people=(make.assignment(SHIFT, LIISA),))
    done = do(store, change_shift, ChangeShift(shift=replace(SHIFT, day=date(2026, 11, 25), start=time(9))))
    with store.open_lists() as lists:
        assert [each.day for each in lists.assignments.all()] == [date(2026, 11, 25)]
    undo(store, done)
    assert replace(shifts_in(store)[0], version=1) == SHIFT
    stale = ChangeShift(shift=SHIFT)
    assert refused(store, change_shift, stale) == [(Code.CHANGED_ELSEWHERE, "")]


def test_a_worked_shift_stays_on_its_day_and_in_its_job() -> None:
    store = world(SHIFT)
    store.fill(lambda books: books.entries.add(make.entry(shift=SHIFT.id, job=JOB.id, client=LIISA.id)))
    moved = ChangeShift(shift=replace(SHIFT, day=date(2026, 11, 25)))
    assert refused(store, change_shift, moved) == [(Code.IN_USE, "day")]
    rephased = ChangeShift(shift=replace(SHIFT, phase=JOB.phases[0].id))
    assert refused(store, change_shift, rephased) == [(Code.IN_USE, "job")]
    do(store, change_shift, ChangeShift(shift=replace(SHIFT, end=time(13))))
    assert refused(store, remove_shifts, RemoveShifts(shifts=(SHIFT.id,))) == [(Code.IN_USE, "")]
    off = CancelShift(shift=SHIFT.id, reason="Lumimyrsky")
    assert refused(store, cancel_shift, off) == [(Code.IN_USE, "")]


def test_a_shift_is_cancelled_with_a_reason_and_restored_with_its_people() -> None:
    store = world(SHIFT, people=(make.assignment(SHIFT, LIISA),))
    assert refused(store, cancel_shift, CancelShift(shift=SHIFT.id, reason=" ")) == [
        (Code.REASON_NEEDED, "reason")
    ]
    assert refused(store, cancel_shift, CancelShift(shift=SHIFT.id, reason="x" * 201)) == [
        (Code.TOO_LONG, "reason")
    ]
    ask = CancelShift(shift=SHIFT.id, reason="Tilaajan\nremontti")
    done = do(store, cancel_shift, ask)
    assert shifts_in(store)[0].cancel_reason == "Tilaajan remontti"
    assert refused(store, cancel_shift, ask) == [(Code.WRONG_STATE, "")]
    back = undo(store, done)
    assert (shifts_in(store)[0].state, on(store)) == (ShiftState.PLANNED, [LIISA.id])
    assert refused(store, restore_shift, RestoreShift(shift=SHIFT.id)) == [(Code.WRONG_STATE, "")]
    undo(store, back)
    assert shifts_in(store)[0].cancel_reason == "Tilaajan remontti"


def test_a_week_is_copied_with_its_people_and_not_doubled() -> None:
    off = make.shift(job=JOB.id, state=ShiftState.CANCELLED)
    store = world(SHIFT, off, people=(make.assignment(SHIFT, LIISA),))
    ask = CopyWeek(unit=make.UNIT, from_day=make.TODAY, to_day=date(2026, 12, 2))
    done = do(store, copy_week, ask)
    made = [shift for shift in shifts_in(store) if shift.id not in {SHIFT.id, off.id}]
    assert [shift.day for shift in made] == [date(2026, 11, 30)]
    assert on(store, made[0]) == [LIISA.id]
    assert refused(store, copy_week, ask) == [(Code.NOTHING_TO_DO, "")]
    undo(store, done)
    assert len(shifts_in(store)) == 2


def test_a_week_is_copied_without_people_but_never_onto_itself() -> None:
    store = world(SHIFT, people=(make.assignment(SHIFT, LIISA),))
    ask = CopyWeek(unit=make.UNIT, from_day=make.TODAY, to_day=date(2026, 11, 30), with_people=False)
    assert do(store, copy_week, ask).facts == {"number": 1, "people": 0}
    assert refused(store, copy_week, replace(ask, to_day=date(2026, 11, 29))) == [(Code.NOTHING_TO_DO, "")]
