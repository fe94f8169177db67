"""Changes who is on several shifts at once: what accepting a proposal and stepping in have in common."""

from collections.abc import Collection, Iterable

from subcontract import ids
from subcontract.actions.act import Worker
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import AssignmentId, ClientId, ShiftId
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.rota.shift import Assignment, Shift

Pair = tuple[ClientId, ShiftId]
"""A client on a shift."""


def pairs_on(shifts: Iterable[ShiftId], books: Books) -> frozenset[Pair]:
    """Who is on some shifts now."""
    wanted = tuple(shifts)
    found = books.assignments.where(shift=wanted) if wanted else ()
    return frozenset((each.client, each.shift) for each in found)


def recorded_on(shifts: Collection[ShiftId], books: Books) -> frozenset[Pair]:
    """Whose work or absence stands recorded on some shifts."""
    entries = in_force(books.entries.where(shift=tuple(shifts))) if shifts else ()
    return frozenset(
        (entry.client, entry.shift)
        for entry in entries
        if entry.client is not None and entry.shift is not None
    )


def complete_of(shifts: Collection[ShiftId], books: Books) -> frozenset[ShiftId]:
    """The shifts of which everything has been recorded, by the coach's word."""
    found = books.complete_days.where(shift=tuple(shifts)) if shifts else ()
    return frozenset(each.shift for each in found)


def closed_of(shifts: Collection[ShiftId], books: Books) -> frozenset[ShiftId]:
    """The shifts that have happened: somebody's work stands recorded on them, or they are complete.

    That somebody has been recorded as away is no such thing: then another may still step in.
    """
    entries = in_force(books.entries.where(shift=tuple(shifts))) if shifts else ()
    return complete_of(shifts, books) | worked_of(entries)


def worked_of(entries: Iterable[WorkEntry]) -> frozenset[ShiftId]:
    """The shifts on which work was done, by entries in force."""
    done = (EntryKind.WORK, EntryKind.GROUP_RESULT)
    here = (one for one in entries if one.kind in done and one.attendance is Attendance.PRESENT)
    return frozenset(one.shift for one in here if one.shift is not None)


def must_be_open(changed: Iterable[ShiftId], closed: Collection[ShiftId], books: Books) -> None:
    """Refuse ``work_recorded`` where the plan of a shift that has happened would change."""
    for shift in sorted(set(changed) & set(closed), key=lambda each: each.int):
        raise refuse(Code.WORK_RECORDED, day=books.shifts.get(shift).day)


def change_places(
    put: frozenset[Pair], taken: frozenset[Pair], books: Books, who: Worker
) -> dict[ShiftId, Shift]:
    """Put people on shifts and take others off; gives the shifts that changed.

    Refuses ``unknown_value`` for a client or a shift of another unit, ``is_peer_coach`` for who helps the
    coach of the very shift, and ``not_found`` for what is not there.
    """
    shifts = {each: books.shifts.get(each) for each in {shift for _, shift in put | taken}}
    people = {each.id: each for each in books.clients.where(id=tuple({client for client, _ in put}))}
    if any(shift.unit != who.unit for shift in shifts.values()):
        raise refuse(Code.UNKNOWN_VALUE, "client")
    for client, shift in put:
        person = people.get(client)
        if person is None or person.unit != who.unit:
            raise refuse(Code.UNKNOWN_VALUE, "client")
        if client == shifts[shift].peer_coach:
            raise refuse(Code.IS_PEER_COACH, "client", name=person.name)
    for each in books.assignments.where(shift=tuple({shift for _, shift in taken})) if taken else ():
        if (each.client, each.shift) in taken:
            books.assignments.remove(each)
    for client, shift in sorted(put, key=lambda pair: (pair[1].int, pair[0].int)):
        made = AssignmentId(ids.new())
        books.assignments.add(Assignment(id=made, shift=shift, client=client, day=shifts[shift].day))
    return shifts
