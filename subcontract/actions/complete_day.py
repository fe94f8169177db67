"""The coach's word that everything of a shift has been recorded, and taking the word back."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import DayComplete, EntryKind
from subcontract.hours.gaps import not_recorded
from subcontract.hours.in_force import in_force
from subcontract.ids import ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rota.shift import Shift, ShiftState
from subcontract.words import N_

CHANGED = frozenset({Kind.ENTRIES, Kind.SHIFTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteDay:
    """Which shift."""

    shift: ShiftId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDay:
    """Which shift."""

    shift: ShiftId


@dataclass(frozen=True, slots=True, kw_only=True)
class PutWordBack:
    """The coach's word as it was given."""

    complete: DayComplete


def complete_day(ask: CompleteDay, books: Books, clock: Clock, who: Worker) -> Done:
    """Mark the shift's day complete.

    Refuses ``future_day``, ``wrong_state`` for a shift called off, ``already_exists`` for a day complete
    already, and ``not_recorded`` for everybody on the shift without an entry.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    shift = books.shifts.get(ask.shift)
    if shift.state is ShiftState.CANCELLED:
        raise refuse(Code.WRONG_STATE)
    if shift.day > clock.today():
        raise refuse(Code.FUTURE_DAY, "day", day=shift.day)
    if books.complete_days.find(shift.id) is not None:
        raise refuse(Code.NOTHING_TO_DO)
    if problems := _unrecorded(shift, books):
        raise Refused(*problems)
    books.complete_days.add(
        DayComplete(shift=shift.id, unit=shift.unit, day=shift.day, by=who.staff, at=clock.now())
    )
    undo = Undo(name=N_("marked the day complete"), action=reopen_day, ask=ReopenDay(shift=shift.id))
    return Done(changed=CHANGED, id=shift.id, undo=undo, facts={"day": shift.day})


def _unrecorded(shift: Shift, books: Books) -> list[Problem]:
    """Everybody on the shift without an entry; the shift itself when nothing at all was recorded."""
    entries = list(in_force(books.entries.where(shift=shift.id)))
    people = [each.client for each in books.assignments.where(shift=shift.id)]
    if shift.peer_coach is not None and shift.peer_coach not in people:
        people.append(shift.peer_coach)
    names = sorted(books.clients.get(client).name for client in not_recorded(people, entries))
    if not names and not any(entry.kind in {EntryKind.WORK, EntryKind.GROUP_RESULT} for entry in entries):
        return [Problem(code=Code.NOT_RECORDED, field="shift")]
    return [Problem(code=Code.NOT_RECORDED, field="client", facts={"name": name}) for name in names]


def reopen_day(ask: ReopenDay, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take the word back, so that the day is recorded freely again.

    Refuses ``nothing_to_do`` for a day that is open, and ``period_locked`` once the month is complete:
    then entries are corrected with a reason instead.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    complete = books.complete_days.find(ask.shift)
    if complete is None:
        raise refuse(Code.NOTHING_TO_DO)
    month = Month.of(complete.day)
    if books.complete_months.find((complete.unit, month)) is not None:
        raise refuse(Code.PERIOD_LOCKED, month=month)
    books.complete_days.remove(complete)
    undo = Undo(name=N_("opened the day again"), action=put_word_back, ask=PutWordBack(complete=complete))
    return Done(changed=CHANGED, id=ask.shift, undo=undo, facts={"day": complete.day})


def put_word_back(ask: PutWordBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Let the word stand again as it was given; what has come or gone since is asked at the next opening.

    Refuses ``nothing_to_do`` for a day complete already and ``changed_elsewhere`` for a shift moved to
    another day.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    complete = ask.complete
    if books.complete_days.find(complete.shift) is not None:
        raise refuse(Code.NOTHING_TO_DO)
    if books.shifts.get(complete.shift).day != complete.day:
        raise refuse(Code.CHANGED_ELSEWHERE)
    books.complete_days.add(complete)
    undo = Undo(name=N_("marked the day complete"), action=reopen_day, ask=ReopenDay(shift=complete.shift))
    return Done(changed=CHANGED, id=complete.shift, undo=undo, facts={"day": complete.day})
