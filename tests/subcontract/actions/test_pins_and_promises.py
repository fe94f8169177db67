from dataclasses import replace
from datetime import timedelta

from subcontract import ids
from subcontract.actions.change_shift import ChangeShift, change_shift
from subcontract.actions.copy_week import CopyWeek, copy_week
from subcontract.actions.perform import perform
from subcontract.actions.pin_place import PinPlace, pin_place, put_pin_back
from subcontract.actions.publish_rota import PublishRota, publish_rota
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
from subcontract.ids import UnitId
from subcontract.people.staff import Role
from subcontract.problems import Code
from subcontract.rota.publishing import promised_on
from subcontract.rota.records import Pin, PinKind, Publication
from subcontract.rota.rotation.problem import Pair
from subcontract.rota.shift import ShiftState
from tests import make
from tests.fakes import MemoryStore
from tests.rota_office import LIISA, MATTI, MONDAY, TUESDAY, WEEK, do, office, places, refused, undo

LOCK = PinPlace(shift=MONDAY.id, client=LIISA.id, kind=PinKind.LOCKED)
BAR = replace(LOCK, kind=PinKind.BARRED)
FREE = replace(LOCK, kind=None)


def pins(store: MemoryStore) -> tuple[Pin, ...]:
    with store.open_lists() as lists:
        return lists.rota.pins.all()


def kinds(store: MemoryStore) -> list[PinKind]:
    return [pin.kind for pin in pins(store)]


def told(store: MemoryStore, days: DateRange = WEEK) -> frozenset[Pair]:
    with store.open_lists() as lists:
        publications: tuple[Publication, ...] = lists.rota.publications.all()
    return frozenset((place.client, place.shift) for place in promised_on(publications, days).places)


def test_a_place_is_pinned_changed_and_let_go_and_each_step_is_taken_back() -> None:
    store = office()
    locked = do(store, pin_place, LOCK, Role.WORK_COACH)
    barred = do(store, pin_place, BAR)
    let_go = do(store, pin_place, FREE)
    assert [each.undo.name for each in (locked, barred, let_go) if each.undo] == [
        "kept on the shift",
        "kept off the shift",
        "let go of a place",
    ]
    assert kinds(store) == []
    undo(store, let_go)
    assert kinds(store) == [PinKind.BARRED]
    again = undo(store, barred)
    assert kinds(store) == [PinKind.LOCKED]
    undo(store, again)
    assert kinds(store) == [PinKind.BARRED]
    assert again.undo is not None
    assert again.undo.name == "kept off the shift"


def test_what_cannot_be_pinned() -> None:
    store = office()
    assert refused(store, pin_place, FREE) == [(Code.NOTHING_TO_DO, "")]
    assert refused(store, pin_place, LOCK, Role.CLERK) == [(Code.NOT_ALLOWED, "")]
    done = do(store, pin_place, LOCK)
    assert refused(store, pin_place, LOCK) == [(Code.NOTHING_TO_DO, "")]
    do(store, pin_place, BAR)
    assert done.undo is not None
    assert refused(store, put_pin_back, done.undo.ask) == [(Code.CHANGED_ELSEWHERE, "")]
    off = office(shifts=(replace(MONDAY, state=ShiftState.CANCELLED),))
    assert refused(off, pin_place, LOCK) == [(Code.WRONG_STATE, "")]
    elsewhere = make.client(number=7, unit=UnitId(ids.new()))
    store.fill(lambda books: books.clients.add(elsewhere))
    assert refused(store, pin_place, replace(LOCK, client=elsewhere.id)) == [(Code.UNKNOWN_VALUE, "client")]


def test_pins_follow_a_shift_to_another_day_and_wait_for_one_that_was_removed() -> None:
    store = office()
    do(store, pin_place, LOCK)
    moved = do(store, change_shift, ChangeShift(shift=replace(MONDAY, day=TUESDAY.day)))
    assert [pin.day for pin in pins(store)] == [TUESDAY.day]
    undo(store, moved)
    assert [pin.day for pin in pins(store)] == [MONDAY.day]
    removed = do(store, remove_shifts, RemoveShifts(shifts=(MONDAY.id,)))
    undo(store, removed)
    assert [(pin.shift, pin.kind) for pin in pins(store)] == [(MONDAY.id, PinKind.LOCKED)]


def test_a_hand_goes_before_a_pin_and_one_step_back_brings_both() -> None:
    store = office(make.assignment(MONDAY, LIISA))
    do(store, pin_place, LOCK)
    taken = do(store, take_off_shift, TakeOffShift(shift=MONDAY.id, client=LIISA.id))
    assert (kinds(store), places(store)) == ([], frozenset())
    assert taken.undo is not None
    assert taken.undo.name == "taken off shift"
    again = undo(store, taken)
    assert (kinds(store), places(store)) == ([PinKind.LOCKED], frozenset({(LIISA.id, MONDAY.id)}))
    undo(store, again)
    assert (kinds(store), places(store)) == ([], frozenset())


def test_a_move_lets_go_of_the_lock_behind_and_the_bar_ahead() -> None:
    store = office(make.assignment(MONDAY, LIISA))
    do(store, pin_place, LOCK)
    do(store, pin_place, PinPlace(shift=TUESDAY.id, client=LIISA.id, kind=PinKind.BARRED))
    move = MoveToShift(client=LIISA.id, from_shift=MONDAY.id, to_shift=TUESDAY.id)
    moved = do(store, move_to_shift, move)
    assert (kinds(store), places(store)) == ([], frozenset({(LIISA.id, TUESDAY.id)}))
    undo(store, moved)
    assert set(kinds(store)) == {PinKind.LOCKED, PinKind.BARRED}
    assert places(store) == {(LIISA.id, MONDAY.id)}


def test_a_lock_stays_with_who_is_put_on_and_a_bar_does_not() -> None:
    store = office()
    do(store, pin_place, BAR)
    put = do(store, put_on_shift, PutOnShift(shift=MONDAY.id, client=LIISA.id))
    assert kinds(store) == []
    undo(store, put)
    assert kinds(store) == [PinKind.BARRED]


def test_a_copied_week_takes_the_new_facts_of_a_shift_along_but_no_pins() -> None:
    helped = replace(MONDAY, wanted=3, other_coaches=frozenset({make.MANAGER}), peer_coach=MATTI.id)
    store = office(shifts=(helped,))
    do(store, pin_place, LOCK)
    later = make.TODAY + timedelta(days=7)
    do(store, copy_week, CopyWeek(unit=make.UNIT, from_day=make.TODAY, to_day=later))
    with store.open_lists() as lists:
        copy = next(each for each in lists.shifts.all() if each.day == later)
    assert (copy.wanted, copy.other_coaches, copy.peer_coach) == (3, helped.other_coaches, MATTI.id)
    assert [pin.shift for pin in pins(store)] == [MONDAY.id]


def test_what_was_promised_stays_when_the_plan_changes_and_a_later_promise_replaces_its_days() -> None:
    store = office(make.assignment(MONDAY, LIISA), make.assignment(TUESDAY, LIISA))
    done = do(store, publish_rota, PublishRota(days=WEEK), Role.WORK_COACH)
    assert done.undo is None
    assert done.facts == {"days": WEEK, "number": 2, "people": 1}
    for shift in (MONDAY, TUESDAY):
        do(store, take_off_shift, TakeOffShift(shift=shift.id, client=LIISA.id))
        do(store, put_on_shift, PutOnShift(shift=shift.id, client=MATTI.id))
    assert told(store) == {(LIISA.id, MONDAY.id), (LIISA.id, TUESDAY.id)}
    later = standing_at(make.TODAY + timedelta(days=1))
    tuesday = PublishRota(days=DateRange(TUESDAY.day, TUESDAY.day))
    perform(publish_rota, tuesday, store.open_books, later, make.worker())
    assert told(store) == {(LIISA.id, MONDAY.id), (MATTI.id, TUESDAY.id)}


def test_nothing_is_promised_twice_and_an_empty_plan_only_where_one_was_promised() -> None:
    store = office(make.assignment(MONDAY, LIISA))
    do(store, publish_rota, PublishRota(days=WEEK))
    assert refused(store, publish_rota, PublishRota(days=WEEK)) == [(Code.NOTHING_TO_DO, "")]
    next_week = DateRange(WEEK.last + timedelta(days=1), WEEK.last + timedelta(days=7))
    assert refused(store, publish_rota, PublishRota(days=next_week)) == [(Code.NOTHING_TO_DO, "")]
    do(store, take_off_shift, TakeOffShift(shift=MONDAY.id, client=LIISA.id))
    perform(
        publish_rota,
        PublishRota(days=WEEK),
        store.open_books,
        standing_at(make.TODAY + timedelta(days=1)),
        make.worker(),
    )
    assert told(store) == frozenset()


def test_a_promise_is_of_at_most_two_months_and_by_those_who_plan() -> None:
    store = office(make.assignment(MONDAY, LIISA))
    long = DateRange(make.TODAY, make.TODAY + timedelta(days=62))
    assert refused(store, publish_rota, PublishRota(days=long)) == [(Code.TOO_LARGE, "last")]
    assert refused(store, publish_rota, PublishRota(days=DateRange(make.TODAY))) == [(Code.TOO_LARGE, "last")]
    assert refused(store, publish_rota, PublishRota(days=WEEK), Role.CLERK) == [(Code.NOT_ALLOWED, "")]


def test_shifts_that_were_called_off_are_not_promised() -> None:
    off = replace(MONDAY, state=ShiftState.CANCELLED)
    store = office(make.assignment(off, LIISA), make.assignment(TUESDAY, LIISA), shifts=(off, TUESDAY))
    do(store, publish_rota, PublishRota(days=WEEK))
    assert told(store) == {(LIISA.id, TUESDAY.id)}
