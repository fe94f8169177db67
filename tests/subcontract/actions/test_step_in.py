from dataclasses import replace
from datetime import UTC, datetime, timedelta

from subcontract import ids
from subcontract.actions.mark_away import MarkAway, mark_away, put_absences_back
from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.actions.put_on_shift import PutOnShift, put_on_shift
from subcontract.actions.step_in import StepIn, step_in
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, DayComplete
from subcontract.ids import ShiftId, UnitId
from subcontract.people.client import Absence, AbsenceKind
from subcontract.people.staff import Role
from subcontract.problems import Code
from subcontract.rota.records import PinKind
from subcontract.rota.shift import ShiftState
from tests import make
from tests.fakes import MemoryStore
from tests.rota_office import JOB, LIISA, MATTI, MONDAY, OILI, TUESDAY, do, office, places, refused, undo

ONE_DAY = timedelta(days=1)
TODAY = DateRange(make.TODAY, make.TODAY)
ILL = MarkAway(client=LIISA.id, days=TODAY)
SEEN = frozenset({(LIISA.id, MONDAY.id), (MATTI.id, TUESDAY.id)})
ASK = StepIn(away=ILL, put=((MATTI.id, MONDAY.id),), taken=((MATTI.id, TUESDAY.id),), seen=SEEN)


def morning() -> MemoryStore:
    return office(make.assignment(MONDAY, LIISA), make.assignment(TUESDAY, MATTI))


def absences(store: MemoryStore) -> list[tuple[DateRange, AbsenceKind]]:
    with store.open_lists() as lists:
        return [(each.days, each.kind) for each in lists.clients.get(LIISA.id).absences]


def test_an_absence_is_marked_by_those_who_plan_and_taken_back_by_name() -> None:
    store = morning()
    done = do(store, mark_away, ILL, Role.WORK_COACH)
    assert absences(store) == [(TODAY, AbsenceKind.SICK)]
    assert places(store) == SEEN
    assert done.undo is not None
    assert done.undo.name == "marked away"
    again = undo(store, done)
    assert absences(store) == []
    undo(store, again)
    assert absences(store) == [(TODAY, AbsenceKind.SICK)]


def test_only_the_days_on_which_no_absence_is_known_are_added() -> None:
    store = morning()
    known = Absence(days=DateRange(make.TODAY + ONE_DAY, make.TODAY + 2 * ONE_DAY), kind=AbsenceKind.HOLIDAY)
    store.fill(lambda books: books.clients.save(replace(LIISA, absences=(known,))))
    week = DateRange(make.TODAY, make.TODAY + 4 * ONE_DAY)
    do(store, mark_away, replace(ILL, days=week))
    assert absences(store) == [
        (TODAY, AbsenceKind.SICK),
        (known.days, AbsenceKind.HOLIDAY),
        (DateRange(make.TODAY + 3 * ONE_DAY, week.last), AbsenceKind.SICK),
    ]
    assert refused(store, mark_away, replace(ILL, days=known.days)) == [(Code.NOTHING_TO_DO, "")]


def test_an_absence_without_an_end_and_one_changed_since() -> None:
    store = morning()
    assert refused(store, mark_away, replace(ILL, days=DateRange(make.TODAY))) == [(Code.REQUIRED, "last")]
    assert refused(store, mark_away, ILL, Role.CLERK) == [(Code.NOT_ALLOWED, "")]
    done = do(store, mark_away, ILL)
    do(store, mark_away, replace(ILL, days=DateRange(TUESDAY.day, TUESDAY.day)))
    assert done.undo is not None
    assert refused(store, put_absences_back, done.undo.ask) == [(Code.CHANGED_ELSEWHERE, "")]


def test_a_sick_morning_is_one_act_with_one_step_back() -> None:
    store = morning()
    done = do(store, step_in, ASK, Role.WORK_COACH)
    assert places(store) == {(MATTI.id, MONDAY.id)}
    assert absences(store) == [(TODAY, AbsenceKind.SICK)]
    assert done.undo is not None
    assert done.undo.name == "somebody stepped in"
    assert done.facts == {"put": 1, "taken": 2}
    again = undo(store, done)
    assert places(store) == SEEN
    assert absences(store) == []
    undo(store, again)
    assert places(store) == {(MATTI.id, MONDAY.id)}
    assert absences(store) == [(TODAY, AbsenceKind.SICK)]


def test_a_lock_on_a_place_that_is_left_is_let_go_and_comes_back_with_the_step() -> None:
    store = morning()
    do(store, pin_place, PinPlace(shift=MONDAY.id, client=LIISA.id, kind=PinKind.LOCKED))
    do(store, pin_place, PinPlace(shift=MONDAY.id, client=OILI.id, kind=PinKind.BARRED))
    done = do(store, step_in, ASK)

    def pins() -> set[tuple[object, PinKind]]:
        with store.open_lists() as lists:
            return {(pin.client, pin.kind) for pin in lists.rota.pins.all()}

    assert pins() == {(OILI.id, PinKind.BARRED)}
    undo(store, done)
    assert pins() == {(OILI.id, PinKind.BARRED), (LIISA.id, PinKind.LOCKED)}


def test_somebody_steps_in_after_the_absence_was_marked_already() -> None:
    store = morning()
    do(store, mark_away, ILL)
    do(store, step_in, ASK)
    assert places(store) == {(MATTI.id, MONDAY.id)}


def test_somebody_steps_in_although_the_one_who_is_ill_has_been_recorded() -> None:
    store = morning()
    entry = make.entry(shift=MONDAY.id, job=JOB.id, client=LIISA.id, attendance=Attendance.SICK, minutes=0)
    store.fill(lambda books: books.entries.add(entry))
    do(store, step_in, ASK)
    assert places(store) == {(LIISA.id, MONDAY.id), (MATTI.id, MONDAY.id)}
    taken = StepIn(away=None, put=(), taken=((LIISA.id, MONDAY.id),), seen=places(store))
    assert refused(store, step_in, taken) == [(Code.WORK_RECORDED, "")]


def test_the_step_is_refused_when_it_is_not_what_was_seen() -> None:
    store = morning()
    do(store, put_on_shift, PutOnShift(shift=MONDAY.id, client=OILI.id))
    assert refused(store, step_in, ASK) == [(Code.CHANGED_ELSEWHERE, "")]
    assert absences(store) == []


def test_a_complete_or_cancelled_shift_a_stranger_and_nothing_at_all() -> None:
    store = morning()
    word = DayComplete(
        shift=MONDAY.id,
        unit=make.UNIT,
        day=MONDAY.day,
        by=make.MANAGER,
        at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    store.fill(lambda books: books.complete_days.add(word))
    assert refused(store, step_in, ASK) == [(Code.WORK_RECORDED, "")]
    off = morning()
    off.fill(lambda books: books.shifts.save(replace(MONDAY, state=ShiftState.CANCELLED)))
    assert refused(off, step_in, ASK) == [(Code.WRONG_STATE, "")]
    nothing = StepIn(away=None, put=(), taken=(), seen=SEEN)
    assert refused(off, step_in, nothing) == [(Code.NOTHING_TO_DO, "")]
    assert refused(off, step_in, nothing, Role.CLERK) == [(Code.NOT_ALLOWED, "")]


# --- another unit, another machine -------------------------------------------------------------


def test_nobody_of_another_unit_is_marked_moved_or_pinned() -> None:
    """Two units keep one database: each plans its own."""
    store = morning()
    theirs = UnitId(ids.new())
    away = replace(MONDAY, id=ShiftId(ids.new()), unit=theirs)
    other = make.client(number=9, first_name="Ulla", last_name="Muu", unit=theirs)
    store.fill(lambda books: books.clients.add(other))
    store.fill(lambda books: books.shifts.add(away))
    store.fill(lambda books: books.assignments.add(make.assignment(away, other)))
    assert refused(store, mark_away, replace(ILL, client=other.id)) == [(Code.UNKNOWN_VALUE, "client")]
    pin = PinPlace(shift=away.id, client=other.id, kind=PinKind.LOCKED)
    assert refused(store, pin_place, pin) == [(Code.UNKNOWN_VALUE, "shift")]
    there = frozenset({(other.id, away.id)})
    take = StepIn(away=None, put=(), taken=tuple(there), seen=there)
    assert refused(store, step_in, take) == [(Code.UNKNOWN_VALUE, "client")]


def test_who_was_barred_meanwhile_does_not_step_in() -> None:
    store = morning()
    do(store, pin_place, PinPlace(shift=MONDAY.id, client=MATTI.id, kind=PinKind.BARRED))
    assert refused(store, step_in, ASK) == [(Code.CHANGED_ELSEWHERE, "")]
    assert absences(store) == []


def test_who_was_locked_meanwhile_leaves_no_shift_to_step_in() -> None:
    store = morning()
    do(store, pin_place, PinPlace(shift=TUESDAY.id, client=MATTI.id, kind=PinKind.LOCKED))
    assert refused(store, step_in, ASK) == [(Code.CHANGED_ELSEWHERE, "")]
