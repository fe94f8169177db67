from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Action, Done
from subcontract.actions.complete_day import CompleteDay, ReopenDay, complete_day, reopen_day
from subcontract.actions.complete_month import CompleteMonth, ReopenMonth, complete_month, reopen_month
from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.perform import perform
from subcontract.actions.record_day import RecordDay, record_day
from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.hours.pieces import pieces_of
from subcontract.hours.told import Told
from subcontract.ids import EntryId, InvoiceLineId, PayRunId, StaffId, UnitId
from subcontract.jobs.job import JobState, SplitRule
from subcontract.money import Money
from subcontract.payout.records import Ledger, PayRun, PayRunState
from subcontract.people.client import Absence, AbsenceKind
from subcontract.people.staff import Role
from subcontract.problems import Code, Problem, Refused
from subcontract.rota.shift import Shift, ShiftState
from tests import make
from tests.fakes import MemoryBooks, MemoryStore

CLOCK = standing_at(make.TODAY, 15)
NOVEMBER = Month(2026, 11)
JOB = make.job(state=JobState.RUNNING)
SHIFT = make.shift(job=JOB.id)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")


def world(*entries: WorkEntry) -> MemoryStore:
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        books.shifts.add(SHIFT)
        for client in (LIISA, EMIL):
            books.clients.add(client)
            books.assignments.add(make.assignment(SHIFT, client))
        for entry in entries:
            books.entries.add(entry)
        books.commit()
    return store


def do(store: MemoryStore, action: Action[Any], ask: object, *roles: Role, **fields: Any) -> Done:
    return perform(action, ask, store.open_books, CLOCK, make.worker(*roles, **fields))


def undo(store: MemoryStore, done: Done) -> Done:
    assert done.undo
    return do(store, done.undo.action, done.undo.ask)


def refused(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> list[tuple[Code, str]]:
    return [(problem.code, problem.field) for problem in problems(store, action, ask, *roles)]


def problems(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> tuple[Problem, ...]:
    before = store.state
    with pytest.raises(Refused) as refusal:
        do(store, action, ask, *roles)
    assert store.state is before
    return refusal.value.problems


def all_entries(store: MemoryStore) -> tuple[WorkEntry, ...]:
    with store.open_lists() as lists:
        return lists.entries.all()


def standing(store: MemoryStore) -> tuple[WorkEntry, ...]:
    return in_force(all_entries(store))


def told(**fields: Any) -> Told:
    mine = {"unit": make.UNIT, "day": make.TODAY, "job": JOB.id, "shift": SHIFT.id, "client": LIISA.id}
    times = {"start": time(8), "end": time(12), "break_minutes": 15}
    return Told(**{**mine, **times, **fields})


def minutes(count: int, **fields: Any) -> Told:
    return told(start=None, end=None, break_minutes=0, minutes=count, **fields)


def approve_pay(store: MemoryStore) -> None:
    run = PayRun(
        id=PayRunId(ids.new()),
        unit=make.UNIT,
        ledger=Ledger.ALLOWANCE,
        month=NOVEMBER,
        pay_day=date(2026, 12, 15),
        state=PayRunState.APPROVED,
        calculated_by=make.MANAGER,
        calculated_at=datetime(2026, 12, 1, tzinfo=UTC),
    )
    store.fill(lambda books: books.pay_runs.add(run))


def add_shift(shift: Shift, books: MemoryBooks) -> None:
    books.shifts.add(shift)


def lock_month(store: MemoryStore) -> None:
    do(store, complete_month, CompleteMonth(unit=make.UNIT, month=NOVEMBER, known_gaps=9))


# --- everybody as planned ----------------------------------------------------------------------


def test_everybody_and_the_coach_as_planned_in_one_act() -> None:
    store = world()
    done = do(store, record_day, RecordDay(shift=SHIFT.id), Role.WORK_COACH)
    entries = standing(store)
    assert [(e.kind, e.minutes) for e in entries] == [
        (EntryKind.WORK, 225),
        (EntryKind.WORK, 225),
        (EntryKind.COACHING, 240),
    ]
    assert (entries[0].client, entries[0].by, entries[0].at) == (LIISA.id, make.MANAGER, CLOCK.now())
    assert refused(store, record_day, RecordDay(shift=SHIFT.id)) == [(Code.NOTHING_TO_DO, "")]
    back = undo(store, done)
    assert standing(store) == ()
    assert len(all_entries(store)) == 6
    undo(store, back)
    assert [e.minutes for e in standing(store)] == [225, 225, 240]


def test_who_is_known_to_be_away_is_not_recorded_as_present() -> None:
    store = world()
    sick = Absence(days=DateRange(make.TODAY, make.TODAY), kind=AbsenceKind.SICK)
    store.fill(lambda books: books.clients.save(replace(LIISA, absences=(sick,))))
    do(store, record_day, RecordDay(shift=SHIFT.id))
    found = {entry.client: entry.attendance for entry in standing(store)}
    assert (found[LIISA.id], found[EMIL.id]) == (Attendance.SICK, Attendance.PRESENT)


def test_what_was_recorded_before_is_left_alone() -> None:
    store = world()
    do(store, record_entry, RecordEntry(told=told(end=time(10))))
    do(store, record_day, RecordDay(shift=SHIFT.id))
    assert [e.minutes for e in standing(store) if e.client == LIISA.id] == [105]


def test_who_is_elsewhere_is_left_out_and_told_while_the_others_are_recorded() -> None:
    elsewhere = make.entry(client=LIISA.id, job=JOB.id, start=time(11), end=time(13))
    store = world(elsewhere)
    done = do(store, record_day, RecordDay(shift=SHIFT.id))
    problems_left = done.facts["left"]
    assert isinstance(problems_left, tuple)
    left = problems_left[0]
    assert isinstance(left, Problem)
    assert (left.code, left.facts["name"], left.facts["start"]) == (
        Code.TIMES_COLLIDE,
        "Aalto, Liisa",
        time(11),
    )
    assert {e.client for e in standing(store) if e.shift} == {EMIL.id, None}


def test_tomorrow_is_not_recorded_today() -> None:
    store, tomorrow = world(), make.shift(job=JOB.id, day=date(2026, 11, 24))
    store.fill(lambda books: books.shifts.add(tomorrow))
    assert set(refused(store, record_day, RecordDay(shift=tomorrow.id))) == {(Code.FUTURE_DAY, "day")}


# --- single entries ----------------------------------------------------------------------------


def test_asking_twice_records_once() -> None:
    store, ask = world(), RecordEntry(told=told())
    do(store, record_entry, ask)
    assert refused(store, record_entry, ask) == [(Code.ALREADY_EXISTS, "")]
    assert refused(store, record_entry, RecordEntry(told=told())) == [(Code.ALREADY_EXISTS, "")]


def test_one_result_and_one_coaching_on_a_shift_but_any_materials() -> None:
    store = world()
    result = told(kind=EntryKind.GROUP_RESULT, client=None, pieces=412, rejects=3, split=SplitRule.EQUAL)
    coaching = told(kind=EntryKind.COACHING, client=None, staff=make.MANAGER)
    material = told(
        kind=EntryKind.MATERIAL, client=None, material="Teippi", quantity=Decimal(2), unit_price=Money("3.50")
    )
    for each in (result, coaching, material, material):
        do(store, record_entry, RecordEntry(told=each))
    assert refused(store, record_entry, RecordEntry(told=result)) == [(Code.ALREADY_EXISTS, "")]
    assert refused(store, record_entry, RecordEntry(told=coaching)) == [(Code.ALREADY_EXISTS, "")]
    assert len(standing(store)) == 4


def test_nobody_is_in_two_places_at_once() -> None:
    store = world()
    do(store, record_entry, RecordEntry(told=told()))
    nested = told(shift=None, start=time(9), end=time(10), break_minutes=0)
    assert refused(store, record_entry, RecordEntry(told=nested)) == [(Code.TIMES_COLLIDE, "start")]
    touching = told(shift=None, start=time(12), end=time(14), break_minutes=0)
    do(store, record_entry, RecordEntry(told=touching))
    three = told(shift=None, start=time(11), end=time(13), break_minutes=0)
    assert refused(store, record_entry, RecordEntry(told=three)) == [(Code.TIMES_COLLIDE, "start")] * 2


def test_a_night_reaches_into_the_next_day() -> None:
    store = world()
    night = told(shift=None, day=date(2026, 11, 22), start=time(22), end=time(6), break_minutes=0)
    do(store, record_entry, RecordEntry(told=night))
    early = told(shift=None, start=time(5), end=time(7), break_minutes=0)
    assert refused(store, record_entry, RecordEntry(told=early)) == [(Code.TIMES_COLLIDE, "start")]


def test_no_day_has_more_than_its_hours() -> None:
    store = world()
    do(store, record_entry, RecordEntry(told=minutes(1440)))
    one_more = minutes(1, shift=None)
    assert refused(store, record_entry, RecordEntry(told=one_more)) == [(Code.DAY_OVER_24_HOURS, "minutes")]


def test_what_does_not_go_together_is_refused() -> None:
    store, other = world(), make.job(number=2)
    store.fill(lambda books: books.jobs.add(other))
    wrong = told(job=other.id, phase=JOB.phases[0].id)
    assert refused(store, record_entry, RecordEntry(told=wrong)) == [
        (Code.UNKNOWN_VALUE, "phase"),
        (Code.UNKNOWN_VALUE, "shift"),
    ]
    store.fill(lambda books: books.shifts.save(replace(SHIFT, state=ShiftState.CANCELLED)))
    assert refused(store, record_entry, RecordEntry(told=told())) == [(Code.WRONG_STATE, "shift")]


def test_who_may_not_record() -> None:
    ask = RecordEntry(told=told())
    assert refused(world(), record_entry, ask, Role.AUDITOR) == [(Code.NOT_ALLOWED, "")]


# --- corrections -------------------------------------------------------------------------------


def test_a_correction_supersedes_and_undo_tells_the_old_again() -> None:
    store = world()
    first = do(store, record_entry, RecordEntry(told=told(pieces=90))).id
    assert first
    done = do(store, correct_entry, CorrectEntry(of=EntryId(first), told=told(end=time(11), pieces=96)))
    (now,) = standing(store)
    assert (now.minutes, now.pieces, now.supersedes) == (165, 96, first)
    undo(store, done)
    assert [(e.minutes, e.pieces) for e in standing(store)] == [(225, 90)]
    assert len(all_entries(store)) == 3


def test_a_second_correction_of_the_same_entry_is_told_to_be_late() -> None:
    store = world()
    first = EntryId(ids.new())
    do(store, record_entry, RecordEntry(told=told(), id=first))
    do(store, correct_entry, CorrectEntry(of=first, told=told(pieces=1)))
    late = CorrectEntry(of=first, told=told(pieces=2))
    assert refused(store, correct_entry, late) == [(Code.CHANGED_ELSEWHERE, "")]


def test_a_correction_that_changes_nothing_or_everything() -> None:
    store, first = world(), EntryId(ids.new())
    do(store, record_entry, RecordEntry(told=told(), id=first))
    assert refused(store, correct_entry, CorrectEntry(of=first, told=told())) == [(Code.NOTHING_TO_DO, "")]
    moved = told(client=EMIL.id, shift=None)
    assert refused(store, correct_entry, CorrectEntry(of=first, told=moved)) == [
        (Code.WRONG_STATE, "shift"),
        (Code.WRONG_STATE, "client"),
    ]


def test_a_complete_day_asks_for_the_reason_of_every_change() -> None:
    store = world()
    do(store, record_day, RecordDay(shift=SHIFT.id))
    first = standing(store)[0].id
    do(store, complete_day, CompleteDay(shift=SHIFT.id))
    quiet = CorrectEntry(of=first, told=told(end=time(11)))
    assert refused(store, correct_entry, quiet) == [(Code.REASON_NEEDED, "reason")]
    assert refused(store, void_entries, VoidEntries(entries=(first,))) == [(Code.REASON_NEEDED, "reason")]
    done = do(store, correct_entry, replace(quiet, reason="  Lähti\naiemmin "))
    assert [e.reason for e in standing(store) if e.client == LIISA.id] == ["Lähti aiemmin"]
    undo(store, done)


@pytest.mark.parametrize("lock", [approve_pay, lock_month])
def test_paid_or_locked_work_is_corrected_with_a_reason_and_the_old_entry_is_untouched(lock: Any) -> None:
    store, first = world(), EntryId(ids.new())
    do(store, record_entry, RecordEntry(told=told(), id=first))
    before = all_entries(store)
    lock(store)
    code = Code.REASON_NEEDED if lock is approve_pay else Code.PERIOD_LOCKED
    quiet = CorrectEntry(of=first, told=told(end=time(11)))
    assert refused(store, correct_entry, quiet) == [(code, "reason")]
    late = RecordEntry(told=told(client=EMIL.id))
    assert refused(store, record_entry, late) == [(code, "reason")]
    assert refused(store, record_day, RecordDay(shift=SHIFT.id)) == [(Code.ONE_BY_ONE, "")]
    do(store, correct_entry, replace(quiet, reason="Tunnit tarkistettu"))
    do(store, record_entry, replace(late, reason="Unohtui"))
    assert all_entries(store)[: len(before)] == before


def test_invoiced_work_asks_for_a_reason() -> None:
    store, first = world(), EntryId(ids.new())
    do(store, record_entry, RecordEntry(told=told(), id=first))
    store.fill(lambda books: books.billings.claim(first, InvoiceLineId(ids.new())))
    ask = VoidEntries(entries=(first,))
    assert refused(store, void_entries, ask) == [(Code.REASON_NEEDED, "reason")]
    too_long = replace(ask, reason="x" * 201)
    assert refused(store, void_entries, too_long) == [(Code.TOO_LONG, "reason")]
    do(store, void_entries, replace(ask, reason="Väärä työvuoro"))
    assert standing(store) == ()


def test_taking_back_what_is_taken_back_or_nothing() -> None:
    store, first = world(), EntryId(ids.new())
    do(store, record_entry, RecordEntry(told=told(), id=first))
    done = do(store, void_entries, VoidEntries(entries=(first,)))
    assert refused(store, void_entries, VoidEntries(entries=())) == [(Code.NOTHING_TO_DO, "")]
    assert refused(store, void_entries, VoidEntries(entries=(first,))) == [(Code.CHANGED_ELSEWHERE, "")]
    do(store, record_entry, RecordEntry(told=told(end=time(9))))
    assert done.undo
    again = problems(store, done.undo.action, done.undo.ask)
    assert [problem.code for problem in again] == [Code.ALREADY_EXISTS]


def test_a_changed_members_hours_share_the_result_anew_and_its_sum_stands() -> None:
    store = world()
    do(store, record_day, RecordDay(shift=SHIFT.id))
    result = told(kind=EntryKind.GROUP_RESULT, client=None, pieces=101, split=SplitRule.MINUTES)
    do(store, record_entry, RecordEntry(told=result))
    numbers = {LIISA.id: 1, EMIL.id: 2}
    before = pieces_of(standing(store), {JOB.id: JOB}, numbers)
    assert before == {LIISA.id: 51, EMIL.id: 50}
    first = next(e for e in standing(store) if e.client == LIISA.id)
    do(store, correct_entry, CorrectEntry(of=first.id, told=told(end=time(10))))
    after = pieces_of(standing(store), {JOB.id: JOB}, numbers)
    assert after == {LIISA.id: 32, EMIL.id: 69}
    assert sum(after.values()) == 101


# --- complete days and months ------------------------------------------------------------------


def test_a_day_is_complete_when_everybody_has_an_entry() -> None:
    store = world()
    ask = CompleteDay(shift=SHIFT.id)
    do(store, record_entry, RecordEntry(told=told()))
    found = problems(store, complete_day, ask)
    assert [(p.code, p.facts["name"]) for p in found] == [(Code.NOT_RECORDED, "Berg, Emil")]
    do(store, record_entry, RecordEntry(told=minutes(0, client=EMIL.id, attendance=Attendance.AWAY)))
    done = do(store, complete_day, ask)
    assert refused(store, complete_day, ask) == [(Code.NOTHING_TO_DO, "")]
    undo(store, done)
    assert refused(store, reopen_day, ReopenDay(shift=SHIFT.id)) == [(Code.NOTHING_TO_DO, "")]


def test_an_empty_cancelled_or_coming_shift_is_not_complete() -> None:
    store = world()
    shifts = {
        "empty": make.shift(job=JOB.id, coach=None),
        "off": make.shift(job=JOB.id, state=ShiftState.CANCELLED),
        "ahead": make.shift(job=JOB.id, day=date(2026, 11, 24)),
    }
    for shift in shifts.values():
        store.fill(partial(add_shift, shift))

    def complete(name: str) -> list[tuple[Code, str]]:
        return refused(store, complete_day, CompleteDay(shift=shifts[name].id))

    assert complete("empty") == [(Code.NOT_RECORDED, "shift")]
    assert complete("off") == [(Code.WRONG_STATE, "")]
    assert complete("ahead") == [(Code.FUTURE_DAY, "day")]


def test_a_month_is_complete_when_its_gaps_are_known() -> None:
    store = world()
    ask = CompleteMonth(unit=make.UNIT, month=NOVEMBER)
    (gaps,) = problems(store, complete_month, ask)
    assert (gaps.code, gaps.facts) == (Code.MONTH_HAS_GAPS, {"number": 1})
    do(store, complete_month, replace(ask, known_gaps=1))
    assert refused(store, complete_month, ask) == [(Code.NOTHING_TO_DO, "")]
    coming = CompleteMonth(unit=make.UNIT, month=Month(2026, 12))
    assert refused(store, complete_month, coming) == [(Code.FUTURE_DAY, "month")]
    assert refused(store, complete_month, ask, Role.WORK_COACH) == [(Code.NOT_ALLOWED, "")]


def test_a_complete_month_keeps_its_days_complete() -> None:
    store = world()
    do(store, record_day, RecordDay(shift=SHIFT.id))
    do(store, complete_day, CompleteDay(shift=SHIFT.id))
    lock_month(store)
    assert refused(store, reopen_day, ReopenDay(shift=SHIFT.id)) == [(Code.PERIOD_LOCKED, "")]


def test_opening_a_month_again_needs_two_people_and_no_pay() -> None:
    store = world()
    lock_month(store)
    ask = ReopenMonth(unit=make.UNIT, month=NOVEMBER)
    assert refused(store, reopen_month, ask) == [(Code.SAME_PERSON, "")]
    do(store, reopen_month, ask, staff=StaffId(ids.new()))
    assert refused(store, reopen_month, ask) == [(Code.NOTHING_TO_DO, "")]
    lock_month(store)
    approve_pay(store)
    with pytest.raises(Refused) as paid:
        do(store, reopen_month, ask, staff=StaffId(ids.new()))
    assert paid.value.code is Code.ALREADY_PAID


def test_work_that_would_be_paid_or_invoiced_nowhere_is_refused():
    elsewhere, lost = UnitId(ids.new()), make.job(number=7, state=JobState.LOST)
    stranger, theirs = make.client(unit=elsewhere, number=3), make.job(unit=elsewhere, number=8)

    def write(books: MemoryBooks) -> None:
        books.jobs.add(lost)
        books.jobs.add(theirs)
        books.clients.add(stranger)

    store = world()
    store.fill(write)
    tries = (
        (told(shift=None, client=stranger.id), (Code.UNKNOWN_VALUE, "client")),
        (told(shift=None, job=theirs.id), (Code.UNKNOWN_VALUE, "job")),
        (told(shift=None, job=lost.id), (Code.WRONG_STATE, "job")),
    )
    for each, problem in tries:
        assert refused(store, record_entry, RecordEntry(told=each)) == [problem]
