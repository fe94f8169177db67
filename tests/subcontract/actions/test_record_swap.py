"""Somebody came instead of somebody else, and the peer coach's time: both told without touching the plan."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.act import Done
from subcontract.actions.complete_day import CompleteDay, complete_day
from subcontract.actions.correct_entry import CorrectEntry, correct_entry
from subcontract.actions.perform import perform
from subcontract.actions.record_day import RecordDay, record_day
from subcontract.actions.record_entry import RecordEntry, record_entry
from subcontract.actions.record_swap import RecordSwap, record_swap
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.hours.pieces import pieces_of
from subcontract.hours.planned import as_planned, helping_as_planned
from subcontract.hours.told import told_of
from subcontract.invoicing.drafting.quantities import is_billable, quantity
from subcontract.jobs.job import Basis, JobState
from subcontract.people.client import Absence, AbsenceKind, FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make

JOB = make.job(state=JobState.RUNNING)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
PEER = make.client(
    number=3,
    first_name="Mikko",
    last_name="Salo",
    forms=(FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.FEE),),
)
SHIFT = make.shift(job=JOB.id, phase=JOB.phases[0].id, peer_coach=PEER.id)


class Site:
    """A shift with Liisa on it and Mikko helping."""

    def __init__(self, **fields: Any) -> None:
        self.store = make.store()
        self.shift = replace(SHIFT, **fields)
        with self.store.open_books() as books:
            books.jobs.add(JOB)
            for client in (LIISA, EMIL, PEER):
                books.clients.add(client)
            books.shifts.add(self.shift)
            books.assignments.add(make.assignment(self.shift, LIISA))
            books.commit()

    def do(self, action: Any, ask: object, *roles: Role) -> Done:
        return perform(action, ask, self.store.open_books, standing_at(make.TODAY, 14), make.worker(*roles))

    def entries(self) -> dict[str, WorkEntry]:
        names = {LIISA.id: "Liisa", EMIL.id: "Emil", PEER.id: "Mikko", None: "coach"}
        with self.store.open_lists() as lists:
            return {names[e.client]: e for e in in_force(lists.entries.where(shift=self.shift.id))}

    def plan(self) -> list[object]:
        with self.store.open_lists() as lists:
            return [*lists.assignments.all(), *lists.rota.publications.all()]


def swap(**fields: Any) -> RecordSwap:
    return RecordSwap(**{"shift": SHIFT.id, "absent": LIISA.id, "came": EMIL.id, **fields})


def test_both_rows_are_told_at_one_moment_and_the_plan_stays() -> None:
    site = Site()
    planned = site.plan()
    done = site.do(record_swap, swap(attendance=Attendance.SICK), Role.WORK_COACH)
    told = site.entries()
    assert (told["Liisa"].attendance, told["Liisa"].minutes) == (Attendance.SICK, 0)
    assert (told["Emil"].attendance, told["Emil"].minutes) == (Attendance.PRESENT, 225)
    assert told["Liisa"].at == told["Emil"].at
    assert told["Emil"].id == done.id
    assert site.plan() == planned


def test_one_undo_takes_both_back_and_another_tells_both_again() -> None:
    site = Site()
    done = site.do(record_swap, swap())
    assert done.undo is not None
    back = site.do(done.undo.action, done.undo.ask)
    assert site.entries() == {}
    assert back.undo is not None
    site.do(back.undo.action, back.undo.ask)
    assert set(site.entries()) == {"Liisa", "Emil"}


def test_an_absence_that_has_been_told_is_told_again_as_it_was_at_the_moment_of_who_came() -> None:
    site = Site()
    sick = replace(
        as_planned(SHIFT, LIISA), attendance=Attendance.SICK, start=None, end=None, break_minutes=0
    )
    first = site.do(record_entry, RecordEntry(told=sick))
    done = site.do(record_swap, swap(attendance=Attendance.AWAY))
    told = site.entries()
    assert (told["Liisa"].supersedes, told["Liisa"].attendance) == (first.id, Attendance.SICK)
    assert told["Liisa"].at == told["Emil"].at
    assert told["Emil"].minutes == 225
    assert done.undo is not None
    site.do(done.undo.action, done.undo.ask)
    assert {name: entry.attendance for name, entry in site.entries().items()} == {"Liisa": Attendance.SICK}


def test_who_came_counts_as_come_though_an_absence_was_known() -> None:
    site = Site()
    away = Absence(days=DateRange(make.TODAY, make.TODAY), kind=AbsenceKind.HOLIDAY)
    with site.store.open_books() as books:
        books.clients.save(replace(books.clients.get(EMIL.id), absences=(away,)))
        books.commit()
    site.do(record_swap, swap())
    assert site.entries()["Emil"].attendance is Attendance.PRESENT


@pytest.mark.parametrize(
    ("before", "ask", "code"),
    [
        (LIISA, swap(), Code.WRONG_STATE),
        (EMIL, swap(), Code.ALREADY_EXISTS),
        (None, swap(came=LIISA.id), Code.NOTHING_TO_DO),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(before: Any, ask: RecordSwap, code: Code) -> None:
    site = Site()
    if before is not None:
        site.do(record_entry, RecordEntry(told=as_planned(SHIFT, before)))
    stood = site.entries()
    with pytest.raises(Refused) as refused:
        site.do(record_swap, ask)
    assert refused.value.code is code
    assert site.entries() == stood


def test_on_a_complete_day_a_swap_asks_for_a_reason() -> None:
    site = Site(peer_coach=None)
    site.do(record_entry, RecordEntry(told=as_planned(SHIFT, EMIL)))
    sick = replace(
        as_planned(SHIFT, LIISA), attendance=Attendance.SICK, start=None, end=None, break_minutes=0
    )
    site.do(record_entry, RecordEntry(told=sick))
    site.do(complete_day, CompleteDay(shift=SHIFT.id))
    with pytest.raises(Refused) as refused:
        site.do(record_swap, swap(came=PEER.id))
    assert refused.value.code is Code.REASON_NEEDED
    site.do(record_swap, swap(came=PEER.id, reason="Jäi kirjaamatta"))
    assert site.entries()["Mikko"].reason == "Jäi kirjaamatta"


def test_clerks_record_and_auditors_do_not() -> None:
    site = Site()
    with pytest.raises(Refused) as refused:
        site.do(record_swap, swap(), Role.AUDITOR)
    assert refused.value.code is Code.NOT_ALLOWED


def test_the_peer_coach_is_recorded_with_everybody_beside_the_group() -> None:
    site = Site()
    with pytest.raises(Refused):
        site.do(complete_day, CompleteDay(shift=SHIFT.id))
    site.do(record_day, RecordDay(shift=SHIFT.id))
    told = site.entries()
    assert {name: entry.kind for name, entry in told.items()} == {
        "Liisa": EntryKind.WORK,
        "Mikko": EntryKind.COACHING,
        "coach": EntryKind.COACHING,
    }
    assert (told["Mikko"].minutes, told["Mikko"].staff) == (225, None)
    site.do(complete_day, CompleteDay(shift=SHIFT.id))


def test_the_peer_coach_missing_alone_keeps_the_day_open() -> None:
    site = Site()
    site.do(record_entry, RecordEntry(told=as_planned(SHIFT, LIISA)))
    with pytest.raises(Refused) as refused:
        site.do(complete_day, CompleteDay(shift=SHIFT.id))
    assert [problem.facts["name"] for problem in refused.value.problems] == ["Salo, Mikko"]


def test_a_peer_coachs_time_is_neither_shared_nor_invoiced() -> None:
    site = Site()
    site.do(record_day, RecordDay(shift=SHIFT.id))
    told = site.entries()
    group = make.entry(kind=EntryKind.GROUP_RESULT, shift=SHIFT.id, job=JOB.id, client=None, pieces=90)
    assert pieces_of((*told.values(), group), {JOB.id: JOB}) == {LIISA.id: 90}
    assert [name for name, entry in told.items() if is_billable(entry)] == ["Liisa"]
    assert quantity(Basis.HOUR, told.values()) == Decimal("3.75")


def test_a_peer_coach_who_did_not_come_is_told_so_and_corrected_back() -> None:
    site = Site()
    away = replace(
        helping_as_planned(SHIFT, PEER), attendance=Attendance.SICK, start=None, end=None, break_minutes=0
    )
    first = site.do(record_entry, RecordEntry(told=away))
    assert (site.entries()["Mikko"].attendance, site.entries()["Mikko"].minutes) == (Attendance.SICK, 0)
    assert first.id is not None
    came = replace(
        told_of(site.entries()["Mikko"]), attendance=Attendance.PRESENT, start=time(8), end=time(11)
    )
    site.do(correct_entry, CorrectEntry(of=site.entries()["Mikko"].id, told=came))
    assert site.entries()["Mikko"].minutes == 180


def test_a_peer_coach_is_not_recorded_twice_on_a_shift() -> None:
    site = Site()
    ask = RecordEntry(told=helping_as_planned(SHIFT, PEER))
    site.do(record_entry, ask)
    with pytest.raises(Refused) as refused:
        site.do(record_entry, RecordEntry(told=helping_as_planned(SHIFT, PEER)))
    assert refused.value.code is Code.ALREADY_EXISTS


def test_without_a_fee_the_peer_coach_is_told_as_any_client() -> None:
    assert helping_as_planned(SHIFT, LIISA) == as_planned(SHIFT, LIISA)


def test_a_peer_coach_is_not_paid_for_helping_and_for_work_in_the_group_at_the_same_time() -> None:
    """The fee of helping and the pay of the group's work would both be paid, and the work invoiced."""
    site = Site()
    site.do(record_entry, RecordEntry(told=helping_as_planned(SHIFT, PEER)))
    stood = site.entries()
    for action, ask in (
        (record_swap, swap(came=PEER.id)),
        (record_entry, RecordEntry(told=as_planned(SHIFT, PEER))),
    ):
        with pytest.raises(Refused) as refused:
            site.do(action, ask)
        assert refused.value.code is Code.ALREADY_EXISTS
    assert site.entries() == stood


def test_nor_on_another_shift_of_the_same_time() -> None:
    site = Site()
    other = make.shift(job=JOB.id, phase=JOB.phases[0].id)
    with site.store.open_books() as books:
        books.shifts.add(other)
        books.commit()
    site.do(record_entry, RecordEntry(told=as_planned(other, PEER)))
    with pytest.raises(Refused) as refused:
        site.do(record_entry, RecordEntry(told=helping_as_planned(SHIFT, PEER)))
    assert refused.value.code is Code.TIMES_COLLIDE


def test_a_peer_coach_at_work_is_not_told_as_absent_by_a_swap() -> None:
    site = Site()
    site.do(record_entry, RecordEntry(told=helping_as_planned(SHIFT, PEER)))
    with pytest.raises(Refused) as refused:
        site.do(record_swap, swap(absent=PEER.id))
    assert refused.value.code is Code.WRONG_STATE


def test_who_helped_may_be_told_anew_to_have_worked_in_the_group() -> None:
    site = Site()
    first = site.do(record_entry, RecordEntry(told=helping_as_planned(SHIFT, PEER)))
    assert first.undo is not None
    site.do(first.undo.action, first.undo.ask)
    site.do(record_swap, swap(came=PEER.id))
    assert site.entries()["Mikko"].kind is EntryKind.WORK
