"""Records that somebody came in the place of somebody else: both rows are told in one act."""

from dataclasses import dataclass, field, replace

from subcontract import ids
from subcontract.actions.act import Done, Permission, Undo, Worker
from subcontract.actions.entries import ENTRIES, checked, locks_of, reason_in
from subcontract.actions.void_entries import VoidEntries, void_entries
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import OF_PEOPLE, Attendance, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.hours.planned import as_planned
from subcontract.hours.told import Signature, Told, told_of
from subcontract.ids import ClientId, EntryId, ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.shift import Shift
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSwap:
    """On which shift, who did not come and why, and who came instead."""

    shift: ShiftId
    absent: ClientId
    attendance: Attendance = Attendance.AWAY
    """``SICK`` or ``AWAY``; not asked where the absence has been recorded already."""
    came: ClientId
    id: EntryId = field(default_factory=lambda: EntryId(ids.new()))
    """Of the entry of who came."""
    reason: str = ""
    """Needed when the day or month was already said to be complete, or has been paid."""


def record_swap(ask: RecordSwap, books: Books, clock: Clock, who: Worker) -> Done:
    """Record who came as at work at the shift's times, and who did not as absent, at the same moment.

    The plan stays as it was. An absence that stands already is told once more as it is, at the moment of
    who came: by that the two are known to belong together. Refuses ``wrong_state`` when
    the absent one has been recorded as at work, ``already_exists`` when who came has an entry there,
    ``nothing_to_do`` when both are the same person, and as ``record_entry`` does.
    """
    who.must_be_allowed(Permission.RECORD_WORK)
    if ask.absent == ask.came:
        raise refuse(Code.NOTHING_TO_DO, "came")
    shift = books.shifts.get(ask.shift)
    came = _at_work(shift, as_planned(shift, books.clients.get(ask.came)))
    standing = _standing(ask, books)
    moment = clock.now()
    made = []
    for told, before in ((_absence(ask, shift, standing, books), standing), (came, None)):
        signature = Signature(
            id=EntryId(ids.new()) if told is not came else ask.id,
            by=who.staff,
            at=moment,
            supersedes=before.id if before else None,
            reason=reason_in(ask.reason, locks_of(told, books), Month.of(told.day)),
        )
        made.append(checked(told, signature, books, clock))
    for one in made:
        books.entries.add(one)
    undo = Undo(
        name=N_("recorded who came instead"),
        action=void_entries,
        ask=VoidEntries(entries=tuple(one.id for one in made if one.supersedes is None), reason=ask.reason),
    )
    return Done(changed=ENTRIES, id=ask.id, undo=undo, facts={"day": shift.day})


def _at_work(shift: Shift, told: Told) -> Told:
    """Came, whatever absence is known of the day: what happened counts."""
    return replace(
        told,
        attendance=Attendance.PRESENT,
        start=shift.start,
        end=shift.end,
        break_minutes=shift.break_minutes,
    )


def _absence(ask: RecordSwap, shift: Shift, standing: WorkEntry | None, books: Books) -> Told:
    """What is to be told of the absent one: the same again where it has been told."""
    if standing is None:
        kind = ask.attendance if ask.attendance is not Attendance.PRESENT else Attendance.AWAY
        told = as_planned(shift, books.clients.get(ask.absent))
        return replace(told, attendance=kind, start=None, end=None, break_minutes=0)
    if standing.attendance is Attendance.PRESENT:
        raise refuse(Code.WRONG_STATE, "absent")
    return told_of(standing)


def _standing(ask: RecordSwap, books: Books) -> WorkEntry | None:
    """What has been recorded of the absent one."""
    entries = in_force(books.entries.where(shift=ask.shift, client=ask.absent))
    return next((entry for entry in entries if entry.kind in OF_PEOPLE), None)
