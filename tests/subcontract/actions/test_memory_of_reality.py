"""What fairness remembers: what happened, as it stands after corrections; the plan where nothing is told."""

from datetime import date, time, timedelta
from typing import Any

from subcontract.actions.rotation_facts import rotation_question
from subcontract.days import ONE_DAY, DateRange
from subcontract.hours.entry import Attendance, WorkEntry
from subcontract.people.client import (
    Absence,
    AbsenceKind,
    Availability,
    Client,
    FormOfWork,
    FormOfWorkSpan,
    HalfDay,
)
from subcontract.rota.rotation.problem import Memory
from subcontract.rota.shift import Assignment, Shift
from tests import make

JOB = make.job(good=True)
MONDAY = date(2026, 10, 5)
TODAY = date(2026, 11, 2)
"""Four weeks later: there were mornings and afternoons in all of them, and a week is asked about."""
ASKED = DateRange(TODAY, TODAY + 6 * ONE_DAY)
WEEK = 2250
"""Minutes that a person on five whole days may work in a week: the usual limit."""
DAY = 480
LIISA, EMIL = make.client(number=1), make.client(number=2, first_name="Emil", last_name="Berg")


def shift(after: int, first: int, last: int) -> Shift:
    day = MONDAY + timedelta(days=after)
    return make.shift(job=JOB.id, day=day, start=time(first), end=time(last), break_minutes=0)


WORKING_DAYS = tuple(after for after in range(35) if after % 7 < 5)
MORNINGS = {after: shift(after, 8, 12) for after in WORKING_DAYS}
AFTERNOONS = {after: shift(after, 12, 16) for after in WORKING_DAYS}


def work(client: Client = LIISA, after: int = 0, **fields: Any) -> WorkEntry:
    day = MONDAY + timedelta(days=after)
    return make.entry(**{"client": client.id, "job": JOB.id, "day": day, **fields})


def sick(client: Client = LIISA, after: int = 0) -> WorkEntry:
    return work(client, after, attendance=Attendance.SICK, start=None, end=None, break_minutes=0, minutes=0)


def memory(
    *entries: WorkEntry,
    client: Client = LIISA,
    plan: tuple[Assignment, ...] = (),
    asked: DateRange = ASKED,
) -> Memory:
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        for person in {one.id: one for one in (LIISA, EMIL, client)}.values():
            books.clients.add(person)
        for one in (*MORNINGS.values(), *AFTERNOONS.values()):
            books.shifts.add(one)
        for entry in entries:
            books.entries.add(entry)
        for each in plan:
            books.assignments.add(each)
        books.commit()
    with store.open_lists() as lists:
        problem = rotation_question(lists, make.UNIT, asked, TODAY)
    return problem.person_by_id[client.id].memory


def test_who_was_absent_has_not_worked_and_who_stepped_in_has() -> None:
    absent, came = sick(LIISA), work(EMIL)
    assert memory(absent, came).minutes == 0
    assert memory(absent, came).turns == {}
    stepped_in = memory(absent, came, client=EMIL)
    assert (stepped_in.minutes, stepped_in.days, stepped_in.good) == (225, 1, 1)
    assert stepped_in.turns == {JOB.id: 1}


def test_a_long_sick_leave_told_day_by_day_is_as_one_that_was_written_down() -> None:
    """Ten working days recorded as sick leave as little to be held against one as an absence does."""
    days = [after for after in range(12) if (MONDAY + after * ONE_DAY).weekday() < 5]
    recorded = memory(*(sick(LIISA, after) for after in days))
    leave = DateRange(MONDAY, MONDAY + timedelta(days=11))
    written = make.client(number=3, absences=(Absence(days=leave, kind=AbsenceKind.SICK),))
    assert recorded.possible_minutes == memory(client=written).possible_minutes == 2 * WEEK
    assert memory().possible_minutes == 4 * WEEK


def test_a_day_with_work_stays_possible_though_its_other_shift_was_missed() -> None:
    assert memory(sick(), work()).possible_minutes == 4 * WEEK
    assert memory(sick()).possible_minutes == 3 * WEEK + 4 * DAY


def test_stepping_in_on_a_day_that_does_not_suit_was_possible_all_the_same() -> None:
    never = make.client(number=3, availability=Availability(half_days=frozenset()))
    found = memory(work(never), client=never)
    assert (found.minutes, found.possible_minutes) == (225, 225)


def test_half_days_that_suit_count_by_halves() -> None:
    halves = frozenset((day, HalfDay.MORNING) for day in range(5))
    mornings = make.client(number=3, availability=Availability(half_days=halves))
    assert memory(client=mornings).possible_minutes == 4 * 5 * 240
    assert memory(sick(mornings), client=mornings).possible_minutes == (4 * 5 - 1) * 240


def test_a_correction_after_the_fact_changes_what_is_remembered() -> None:
    first = work()
    corrected = work(attendance=Attendance.SICK, minutes=0, supersedes=first.id)
    assert memory(first).minutes == 225
    assert memory(first, corrected).minutes == 0
    taken_back = work(void=True, supersedes=first.id)
    assert memory(first, taken_back) == memory()


def test_only_the_shifts_there_were_could_be_had() -> None:
    """Saturdays suit somebody, but there was no work on them."""
    halves = frozenset((day, half) for day in (0, 5) for half in HalfDay)
    weekends = make.client(number=3, availability=Availability(half_days=halves))
    assert memory(client=weekends).possible_minutes == 4 * DAY


def test_no_more_could_be_had_than_the_limits_of_the_weeks() -> None:
    assert memory(client=make.client(number=3, weekly_days=2)).possible_minutes == 4 * 2 * DAY
    assert memory(client=make.client(number=3, weekly_minutes=300)).possible_minutes == 4 * 300


def test_a_newcomer_could_have_had_only_what_there_was_since_the_first_day() -> None:
    since_friday = DateRange(TODAY - 3 * ONE_DAY)
    forms = (FormOfWorkSpan(days=since_friday, form=FormOfWork.ALLOWANCE),)
    assert memory(client=make.client(number=3, forms=forms)).possible_minutes == DAY


def test_the_plan_counts_until_something_is_told_and_then_what_is_told() -> None:
    friday = MORNINGS[25]
    planned = (make.assignment(friday, LIISA),)
    assert memory(plan=planned).minutes == 240
    assert memory(work(LIISA, 25, shift=friday.id), plan=planned).minutes == 225
    absent = work(LIISA, 25, shift=friday.id, attendance=Attendance.AWAY, minutes=0)
    assert memory(absent, plan=planned).minutes == 0


def test_an_old_shift_of_which_nothing_was_told_is_not_remembered() -> None:
    assert memory(plan=(make.assignment(MORNINGS[0], LIISA),)).minutes == 0


def test_what_is_planned_before_the_days_asked_about_counts_too() -> None:
    tuesday, wednesday = MORNINGS[29], MORNINGS[30]
    later = DateRange(wednesday.day, ASKED.last)
    plan = (make.assignment(tuesday, LIISA), make.assignment(wednesday, LIISA))
    found = memory(plan=plan, asked=later)
    assert (found.minutes, found.turns) == (240, {JOB.id: 1})
    assert found.possible_minutes == 4 * WEEK + 2 * DAY
