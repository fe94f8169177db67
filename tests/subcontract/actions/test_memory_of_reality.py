"""What fairness remembers: what happened, as it stands after corrections, and never what was planned."""

from datetime import date, timedelta
from typing import Any

from subcontract.actions.rotation_facts import memories_of, possible_minutes
from subcontract.days import ONE_DAY, DateRange
from subcontract.hours.entry import Attendance, WorkEntry
from subcontract.people.client import Absence, AbsenceKind, Availability, Client, HalfDay
from subcontract.rota.rotation.problem import Memory
from tests import make

JOB = make.job(good=True)
JOBS = {JOB.id: JOB}
MONDAY = date(2026, 10, 5)
FOUR_WEEKS = DateRange(MONDAY, date(2026, 11, 1))
WEEK = 2250
"""Minutes that a person on five whole days may work in a week: the usual limit."""
LIISA, EMIL = make.client(), make.client(first_name="Emil", last_name="Berg")


def work(client: Client = LIISA, after: int = 0, **fields: Any) -> WorkEntry:
    day = MONDAY + timedelta(days=after)
    return make.entry(**{"client": client.id, "job": JOB.id, "day": day, **fields})


def sick(client: Client = LIISA, after: int = 0) -> WorkEntry:
    return work(client, after, attendance=Attendance.SICK, start=None, end=None, break_minutes=0, minutes=0)


def memory(*entries: WorkEntry, client: Client = LIISA) -> Memory:
    return memories_of((LIISA, EMIL), entries, JOBS, FOUR_WEEKS)[client.id]


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
    written = make.client(absences=(Absence(days=leave, kind=AbsenceKind.SICK),))
    assert recorded.possible_minutes == possible_minutes(written, FOUR_WEEKS) == 2 * WEEK
    assert memory().possible_minutes == 4 * WEEK


def test_a_day_with_work_stays_possible_though_its_other_shift_was_missed() -> None:
    assert memory(sick(), work()).possible_minutes == 4 * WEEK
    assert memory(sick()).possible_minutes == 3 * WEEK + 4 * 480


def test_stepping_in_on_a_day_that_does_not_suit_was_possible_all_the_same() -> None:
    never = make.client(availability=Availability(half_days=frozenset()))
    entry = work(never)
    found = memories_of((never,), (entry,), JOBS, FOUR_WEEKS)[never.id]
    assert (found.minutes, found.possible_minutes) == (225, 225)


def test_half_days_that_suit_count_by_halves() -> None:
    mornings = make.client(
        availability=Availability(half_days=frozenset((day, HalfDay.MORNING) for day in range(5)))
    )
    assert possible_minutes(mornings, FOUR_WEEKS) == 4 * 5 * 240
    assert possible_minutes(mornings, FOUR_WEEKS, {MONDAY}) == (4 * 5 - 1) * 240


def test_a_correction_after_the_fact_changes_what_is_remembered() -> None:
    first = work()
    corrected = work(attendance=Attendance.SICK, minutes=0, supersedes=first.id)
    assert memory(first).minutes == 225
    assert memory(first, corrected).minutes == 0
    taken_back = work(void=True, supersedes=first.id)
    assert memory(first, taken_back) == memory()
