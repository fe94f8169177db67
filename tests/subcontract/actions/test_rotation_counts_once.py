"""What somebody had counts once in memory, in limits and in earnings, however it was told."""

from datetime import time

from subcontract.actions.earnings_facts import EarningsAsked, earnings_facts
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.rota.rotation.problem import LimitKind, Unrecorded
from subcontract.rota.shift import Shift
from tests import make, make_benefits
from tests.rotation_records import (
    EMIL,
    EMPLOYED,
    LIISA,
    TODAY,
    clients,
    limit,
    planned,
    question,
    shift,
    shifts,
    worked,
)

WEDNESDAY = TODAY + 2 * ONE_DAY
AGREEMENT = ("pay.employments", make_benefits.employment(client=EMPLOYED.id))
PENSION = ("pay.pensions", make_benefits.pension(client=EMPLOYED.id))


def test_work_told_without_a_shift_is_that_of_the_shift_of_its_job() -> None:
    """A coach recorded the morning by hand: it is not had a second time by the plan."""
    monday, ahead = shift(0), shift(3)
    told = ("entries", make.entry(client=LIISA.id, job=monday.job, day=monday.day, shift=None, minutes=240))
    problem = question(*clients(), *shifts(monday, ahead), planned(monday), told, today=WEDNESDAY)
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 240
    assert problem.person_by_id[LIISA.id].memory.minutes == 240


def test_one_telling_without_a_shift_stands_for_one_shift_of_two() -> None:
    morning, afternoon, ahead = shift(0), shift(0, start=time(13), end=time(15)), shift(3)
    told = ("entries", make.entry(client=LIISA.id, job=morning.job, day=morning.day, shift=None, minutes=240))
    problem = question(
        *clients(),
        *shifts(morning, afternoon, ahead),
        planned(morning),
        planned(afternoon),
        told,
        today=WEDNESDAY,
    )
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 240 + 120


def test_who_moved_to_another_shift_at_the_same_time_has_worked_once() -> None:
    left, came_to, ahead = shift(0), shift(0, start=time(9), end=time(12)), shift(3)
    problem = question(
        *clients(),
        *shifts(left, came_to, ahead),
        planned(left),
        worked(came_to, start=time(9), end=time(12), break_minutes=0, minutes=180),
        today=WEDNESDAY,
    )
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 180
    assert problem.person_by_id[LIISA.id].memory.minutes == 180


def test_the_afternoon_of_who_worked_in_the_morning_is_still_had_by_the_plan() -> None:
    morning, afternoon, ahead = shift(0), shift(0, start=time(13), end=time(15)), shift(3)
    problem = question(
        *clients(),
        *shifts(morning, afternoon, ahead),
        planned(afternoon),
        worked(morning, break_minutes=0, minutes=240),
        today=WEDNESDAY,
    )
    assert limit(problem, LIISA, LimitKind.MINUTES).used == 240 + 120


def test_the_pay_of_work_told_without_a_shift_counts_once_in_the_earnings() -> None:
    monday = shift(0)
    told = make.entry(client=EMPLOYED.id, job=monday.job, day=monday.day, shift=None, minutes=240)
    assert _earned(told, monday) == 1


def test_the_pay_of_who_moved_counts_once_in_the_earnings() -> None:
    left, came_to = shift(0), shift(0, start=time(9), end=time(12))
    _, told = worked(came_to, EMPLOYED, start=time(9), end=time(12), break_minutes=0, minutes=180)
    assert _earned(told, left, came_to) == 1


def _earned(told: WorkEntry, on: Shift, *others: Shift) -> int:
    """How many earnings of the day are counted."""
    store = make.store()
    with store.open_books() as books:
        books.clients.add(EMPLOYED)
        books.pay.employments.add(AGREEMENT[1])
        books.pay.pensions.add(PENSION[1])
        for each in (on, *others):
            books.shifts.add(each)
        books.assignments.add(make.assignment(on, EMPLOYED))
        books.entries.add(told)
        books.commit()
    asked = EarningsAsked(unit=make.UNIT, months=(Month.of(TODAY),), today=TODAY + ONE_DAY)
    with store.open_lists() as lists:
        return len(earnings_facts(lists, asked)[EMPLOYED.id].earnings)


def test_a_pensioner_s_pay_of_a_shift_that_is_half_recorded_is_not_forgotten() -> None:
    """Emil was recorded this morning, Sari not yet: her pay of it is still to come."""
    this_morning, afternoon = shift(0), shift(0, start=time(13), end=time(15))
    records = (*clients(EMPLOYED, EMIL), *shifts(this_morning, afternoon), AGREEMENT, PENSION)
    problem = question(*records, planned(this_morning, EMPLOYED), worked(this_morning, EMIL))
    (had,) = [one for one in problem.person_by_id[EMPLOYED.id].limits if one.kind is LimitKind.CENTS]
    assert [slot.shift.id for slot in problem.slots] == [afternoon.id]
    assert had.used == 2 * problem.pay[EMPLOYED.id][afternoon.id].cents
    assert had.days == DateRange(Month.of(TODAY).first, Month.of(TODAY).last)


def test_what_is_planned_before_the_days_asked_about_counts_and_has_not_been_had() -> None:
    yesterday, tomorrow, ahead = shift(-1), shift(1), shift(3)
    problem = question(
        *clients(),
        *shifts(yesterday, tomorrow, ahead),
        planned(yesterday),
        planned(tomorrow),
        days=DateRange(ahead.day, ahead.day),
    )
    memory = problem.person_by_id[LIISA.id].memory
    assert (memory.minutes, memory.ahead) == (480, 240)
    assert memory.unrecorded == Unrecorded(minutes=480, days=2)


def test_a_turn_as_a_peer_coach_that_is_still_to_come_has_not_been_had() -> None:
    told, ahead = shift(-1), shift(3, peer_coach=LIISA.id)
    problem = question(*clients(), *shifts(told, ahead), worked(told, minutes=200))
    memory = problem.person_by_id[LIISA.id].memory
    assert (memory.minutes, memory.ahead) == (200 + 240, 240)
    assert (memory.days, memory.unrecorded) == (2, Unrecorded(minutes=240, days=1))
