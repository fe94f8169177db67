from dataclasses import replace
from datetime import UTC, datetime, timedelta

from subcontract.actions.accept_proposal import AcceptProposal, accept_proposal, put_plan_back
from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.actions.put_on_shift import PutOnShift, put_on_shift
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, DayComplete
from subcontract.people.staff import Role
from subcontract.problems import Code
from subcontract.rota.records import PinKind
from subcontract.rota.rotation.problem import Pair
from subcontract.rota.shift import Shift, ShiftState
from tests import make
from tests.fakes import MemoryStore
from tests.rota_office import (
    JOB,
    LIISA,
    MATTI,
    MONDAY,
    OILI,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    do,
    office,
    places,
    refused,
    undo,
)

OLD = frozenset({(LIISA.id, MONDAY.id), (MATTI.id, TUESDAY.id)})
NEW = frozenset({(LIISA.id, MONDAY.id), (OILI.id, TUESDAY.id), (MATTI.id, WEDNESDAY.id)})


def planned(*shifts: Shift) -> MemoryStore:
    people = (make.assignment(MONDAY, LIISA), make.assignment(TUESDAY, MATTI))
    return office(*people, shifts=(MONDAY, TUESDAY, WEDNESDAY, *shifts))


def ask(pairs: frozenset[Pair] = NEW, seen: frozenset[Pair] = OLD) -> AcceptProposal:
    return AcceptProposal(days=WEEK, pairs=pairs, seen=seen)


def test_a_proposal_becomes_the_plan_and_one_undo_takes_it_back_and_again() -> None:
    store = planned()
    done = do(store, accept_proposal, ask(), Role.WORK_COACH)
    assert places(store) == NEW
    assert done.facts == {"put": 2, "taken": 1, "days": DateRange(TUESDAY.day, WEDNESDAY.day)}
    assert done.undo is not None
    assert done.undo.name == "accepted a proposal"
    again = undo(store, done)
    assert places(store) == OLD
    undo(store, again)
    assert places(store) == NEW


def test_each_new_place_is_on_the_day_of_its_shift() -> None:
    store = planned()
    do(store, accept_proposal, ask())
    with store.open_lists() as lists:
        days = {(each.client, each.day) for each in lists.assignments.all()}
    assert days == {(LIISA.id, MONDAY.day), (OILI.id, TUESDAY.day), (MATTI.id, WEDNESDAY.day)}


def test_a_plan_that_somebody_changed_meanwhile_is_not_overwritten() -> None:
    store = planned()
    do(store, put_on_shift, PutOnShift(shift=WEDNESDAY.id, client=OILI.id))
    assert refused(store, accept_proposal, ask()) == [(Code.CHANGED_ELSEWHERE, "")]


def test_a_shift_that_was_removed_or_called_off_meanwhile_takes_nobody() -> None:
    gone = planned()
    gone.fill(lambda books: books.shifts.remove(WEDNESDAY))
    assert refused(gone, accept_proposal, ask()) == [(Code.CHANGED_ELSEWHERE, "")]
    off = planned()
    off.fill(lambda books: books.shifts.save(replace(WEDNESDAY, state=ShiftState.CANCELLED)))
    assert refused(off, accept_proposal, ask()) == [(Code.CHANGED_ELSEWHERE, "")]


def test_the_people_of_a_shift_that_was_called_off_stay_for_when_it_stands_again() -> None:
    store = planned()
    store.fill(lambda books: books.shifts.save(replace(MONDAY, state=ShiftState.CANCELLED)))
    do(store, accept_proposal, ask(NEW - {(LIISA.id, MONDAY.id)}))
    assert (LIISA.id, MONDAY.id) in places(store)


def test_a_shift_with_recorded_work_keeps_its_plan() -> None:
    entry = make.entry(shift=TUESDAY.id, job=JOB.id, day=TUESDAY.day, client=MATTI.id)
    store = planned()
    store.fill(lambda books: books.entries.add(entry))
    assert refused(store, accept_proposal, ask()) == [(Code.WORK_RECORDED, "")]
    do(store, accept_proposal, ask((NEW | {(MATTI.id, TUESDAY.id)}) - {(OILI.id, TUESDAY.id)}))
    assert (MATTI.id, WEDNESDAY.id) in places(store)


def test_a_shift_that_has_happened_need_not_be_in_the_proposal() -> None:
    entry = make.entry(shift=TUESDAY.id, job=JOB.id, day=TUESDAY.day, client=MATTI.id)
    store = planned()
    store.fill(lambda books: books.entries.add(entry))
    monday = frozenset({(LIISA.id, MONDAY.id)})
    do(store, accept_proposal, ask(monday | {(OILI.id, WEDNESDAY.id)}, monday))
    assert places(store) == OLD | {(OILI.id, WEDNESDAY.id)}


def test_somebody_recorded_as_away_keeps_the_place_and_another_steps_in() -> None:
    away = make.entry(
        shift=TUESDAY.id, job=JOB.id, day=TUESDAY.day, client=MATTI.id, attendance=Attendance.SICK
    )
    store = planned()
    store.fill(lambda books: books.entries.add(away))
    do(store, accept_proposal, ask())
    assert places(store) == NEW | {(MATTI.id, TUESDAY.id)}


def test_a_complete_shift_keeps_its_plan_and_an_entry_taken_back_does_not_count() -> None:
    complete = DayComplete(
        shift=TUESDAY.id,
        unit=make.UNIT,
        day=TUESDAY.day,
        by=make.MANAGER,
        at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    store = planned()
    store.fill(lambda books: books.complete_days.add(complete))
    assert refused(store, accept_proposal, ask()) == [(Code.WORK_RECORDED, "")]
    entry = make.entry(shift=TUESDAY.id, job=JOB.id, day=TUESDAY.day, client=MATTI.id)
    void = replace(entry, id=make.entry().id, supersedes=entry.id, void=True)
    open_again = planned()
    open_again.fill(lambda books: books.entries.add(entry))
    open_again.fill(lambda books: books.entries.add(void))
    do(open_again, accept_proposal, ask())
    assert places(open_again) == NEW


def test_days_that_are_over_stay_as_they_are() -> None:
    yesterday = make.shift(job=JOB.id, day=make.TODAY - timedelta(days=1))
    store = planned(yesterday)
    store.fill(lambda books: books.assignments.add(make.assignment(yesterday, LIISA)))
    days = DateRange(yesterday.day, WEEK.last)
    do(store, accept_proposal, AcceptProposal(days=days, pairs=NEW, seen=OLD))
    assert places(store) == NEW | {(LIISA.id, yesterday.id)}
    only = DateRange(yesterday.day, yesterday.day)
    pair = frozenset({(MATTI.id, yesterday.id)})
    assert refused(store, accept_proposal, AcceptProposal(days=only, pairs=pair, seen=frozenset())) == [
        (Code.CHANGED_ELSEWHERE, "")
    ]


def test_nothing_new_strangers_and_those_who_may_not() -> None:
    store = planned()
    assert refused(store, accept_proposal, ask(OLD)) == [(Code.NOTHING_TO_DO, "")]
    stranger = frozenset({*OLD, (make.client(number=9).id, WEDNESDAY.id)})
    assert refused(store, accept_proposal, ask(stranger)) == [(Code.UNKNOWN_VALUE, "client")]
    assert refused(store, accept_proposal, ask(), Role.CLERK) == [(Code.NOT_ALLOWED, "")]


def test_who_helps_the_coach_is_not_put_into_the_group() -> None:
    store = planned()
    store.fill(lambda books: books.shifts.save(replace(WEDNESDAY, peer_coach=MATTI.id)))
    assert refused(store, accept_proposal, ask()) == [(Code.IS_PEER_COACH, "client")]


def test_the_step_back_is_refused_when_the_plan_has_changed_since() -> None:
    store = planned()
    done = do(store, accept_proposal, ask())
    do(store, put_on_shift, PutOnShift(shift=WEDNESDAY.id, client=LIISA.id))
    assert done.undo is not None
    assert refused(store, put_plan_back, done.undo.ask) == [(Code.CHANGED_ELSEWHERE, "")]


def test_a_lock_that_a_coach_set_meanwhile_is_not_broken() -> None:
    """The proposal was asked for before the lock: it would take Matti off where he is to stay."""
    store = planned()
    do(store, pin_place, PinPlace(shift=TUESDAY.id, client=MATTI.id, kind=PinKind.LOCKED))
    assert refused(store, accept_proposal, ask()) == [(Code.CHANGED_ELSEWHERE, "")]
    assert places(store) == OLD


def test_nobody_comes_where_a_coach_decided_against_it_meanwhile() -> None:
    store = planned()
    do(store, pin_place, PinPlace(shift=WEDNESDAY.id, client=MATTI.id, kind=PinKind.BARRED))
    assert refused(store, accept_proposal, ask()) == [(Code.CHANGED_ELSEWHERE, "")]


def test_the_lock_of_who_is_no_longer_a_client_holds_nobody() -> None:
    store = planned()
    do(store, pin_place, PinPlace(shift=TUESDAY.id, client=MATTI.id, kind=PinKind.LOCKED))
    store.fill(lambda books: books.clients.save(replace(books.clients.get(MATTI.id), active=False)))
    without = NEW - {(MATTI.id, WEDNESDAY.id)}
    do(store, accept_proposal, ask(pairs=without))
    assert places(store) == without


def test_a_step_back_is_not_held_up_by_a_pin_of_later() -> None:
    store = planned()
    done = do(store, accept_proposal, ask())
    do(store, pin_place, PinPlace(shift=WEDNESDAY.id, client=MATTI.id, kind=PinKind.LOCKED))
    undo(store, done)
    assert places(store) == OLD
