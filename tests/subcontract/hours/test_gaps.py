from datetime import UTC, date, datetime, time
from typing import Any

from subcontract.hours.entry import DayComplete, EntryKind, WorkEntry
from subcontract.hours.gaps import GapCode, Recorded, gaps_of
from subcontract.jobs.job import SplitRule
from subcontract.rota.shift import ShiftState
from tests import make

JOB = make.job()
LIISA, EMIL = make.client(), make.client(first_name="Emil", last_name="Berg")
SHIFT = make.shift(job=JOB.id)
BOTH = (make.assignment(SHIFT, LIISA), make.assignment(SHIFT, EMIL))


def work(client: Any = LIISA, **fields: Any) -> WorkEntry:
    return make.entry(**{"shift": SHIFT.id, "job": JOB.id, "client": client.id, **fields})


COACHING = work(kind=EntryKind.COACHING, staff=make.MANAGER)


def found(*entries: WorkEntry, **fields: Any) -> list[GapCode]:
    recorded: dict[str, Any] = {
        "today": make.TODAY,
        "shifts": (SHIFT,),
        "assignments": BOTH,
        "complete": (),
        "clients": {LIISA.id: LIISA, EMIL.id: EMIL},
        "jobs": {JOB.id: JOB},
    }
    return [gap.code for gap in gaps_of(Recorded(entries=entries, **{**recorded, **fields}))]


def test_a_shift_without_any_entry_is_one_gap() -> None:
    assert found() == [GapCode.NOTHING_RECORDED]


def test_somebody_and_the_coach_are_missing() -> None:
    assert found(work()) == [GapCode.NO_COACHING, GapCode.NOT_RECORDED]


def test_all_recorded_waits_only_for_the_coachs_word() -> None:
    entries = (work(), work(EMIL), COACHING)
    assert found(*entries) == [GapCode.DAY_NOT_COMPLETE]
    done = DayComplete(
        shift=SHIFT.id, unit=SHIFT.unit, day=SHIFT.day, by=make.MANAGER, at=datetime(2026, 11, 23, tzinfo=UTC)
    )
    assert found(*entries, complete=(done,)) == []


def test_a_cancelled_shift_is_no_gap_and_one_ahead_is() -> None:
    assert found(shifts=(make.shift(state=ShiftState.CANCELLED),)) == []
    assert found(shifts=(make.shift(day=date(2026, 11, 24)),)) == [GapCode.SHIFT_AHEAD]


def test_a_shift_without_coach_and_people_waits_for_its_result() -> None:
    bare = make.shift(job=JOB.id, coach=None)
    result = work(kind=EntryKind.GROUP_RESULT, client=LIISA, shift=bare.id, pieces=0)
    assert found(result, shifts=(bare,), assignments=()) == [GapCode.DAY_NOT_COMPLETE]


def test_what_entries_themselves_give_cause_to_look_at() -> None:
    stray = work(shift=None)
    assert found(stray, shifts=()) == [GapCode.WITHOUT_SHIFT]
    unpaid = make.client(forms=())
    assert found(work(unpaid), shifts=(), clients={unpaid.id: unpaid}) == [GapCode.NO_FORM_OF_WORK]
    lonely = work(kind=EntryKind.GROUP_RESULT, pieces=5, split=SplitRule.EQUAL)
    assert found(lonely, shifts=()) == [GapCode.NOBODY_TO_SHARE]


def test_one_person_in_two_places_nested_touching_and_over_midnight() -> None:
    def at(start: int, end: int, **fields: Any) -> WorkEntry:
        minutes = (end - start) % 24 * 60
        mine = {"shift": make.shift().id, "break_minutes": 0, "minutes": minutes}
        return work(start=time(start), end=time(end), **{**mine, **fields})

    assert found(at(8, 12), at(9, 10), shifts=()) == [GapCode.AT_ONCE]
    assert found(at(8, 12), at(12, 14), shifts=()) == []
    assert found(at(8, 12), at(9, 13), at(11, 14), shifts=()) == [GapCode.AT_ONCE] * 3
    assert found(at(22, 6), at(5, 8, day=date(2026, 11, 24)), shifts=()) == [GapCode.AT_ONCE]
    assert found(at(22, 6), at(5, 8, day=date(2026, 11, 25)), shifts=()) == []


def test_two_entries_of_one_client_on_one_shift_are_told() -> None:
    plain = {"start": None, "end": None}
    assert found(work(**plain), work(**plain), shifts=()) == [GapCode.AT_ONCE]


def test_gaps_come_in_order_of_days() -> None:
    shifts = tuple(make.shift(day=date(2026, 11, day)) for day in (20, 9, 16))
    gaps = gaps_of(
        Recorded(
            today=make.TODAY, shifts=shifts, assignments=(), entries=(), complete=(), clients={}, jobs={}
        )
    )
    assert [gap.day.day for gap in gaps] == [9, 16, 20]
