"""What is still open in a month or a day: the list that leads to each gap."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import takewhile

from subcontract.days import ONE_DAY
from subcontract.hours.check import collide, is_twin
from subcontract.hours.entry import OF_PEOPLE, DayComplete, EntryKind, WorkEntry
from subcontract.hours.pieces import is_present, unshared
from subcontract.ids import ClientId, EntryId, JobId, ShiftId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.rota.shift import Assignment, Shift, ShiftState


class GapCode(StrEnum):
    """Stable code of a gap; its sentence is made at the edge."""

    NOTHING_RECORDED = "nothing_recorded"
    """A shift of the past without a single entry."""
    NOT_RECORDED = "not_recorded"
    """A client was on the shift and has no entry."""
    DAY_NOT_COMPLETE = "day_not_complete"
    """Everything seems recorded, but the coach has not said that the day is complete."""
    NO_COACHING = "no_coaching"
    """The shift has a coach, and nobody's coaching has been recorded."""
    WITHOUT_SHIFT = "without_shift"
    """Work recorded without a shift: was it planned?"""
    AT_ONCE = "at_once"
    """The same person in two places at the same time, as after two laptops came in."""
    NOBODY_TO_SHARE = "nobody_to_share"
    """A group's result that nobody can share."""
    NO_FORM_OF_WORK = "no_form_of_work"
    """Present on a day without a form of work: cannot be paid."""
    SHIFT_AHEAD = "shift_ahead"
    """A shift of the month is still to come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing to look at, and where it is."""

    code: GapCode
    day: date
    job: JobId
    shift: ShiftId | None = None
    client: ClientId | None = None
    entry: EntryId | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What gaps are looked for in: whole days, entries only those in force."""

    today: date
    shifts: tuple[Shift, ...]
    assignments: tuple[Assignment, ...]
    entries: tuple[WorkEntry, ...]
    complete: tuple[DayComplete, ...]
    clients: Mapping[ClientId, Client]
    jobs: Mapping[JobId, Job]


def gaps_of(recorded: Recorded) -> tuple[Gap, ...]:
    """Every gap, in order of days."""
    by_shift: dict[ShiftId | None, list[WorkEntry]] = {}
    for entry in recorded.entries:
        by_shift.setdefault(entry.shift, []).append(entry)
    people: dict[ShiftId, list[ClientId]] = {}
    for each in recorded.assignments:
        people.setdefault(each.shift, []).append(each.client)
    done = {each.shift for each in recorded.complete}
    gaps: list[Gap] = []
    for shift in recorded.shifts:
        if shift.state is ShiftState.PLANNED:
            found = _of_shift(shift, by_shift.get(shift.id, []), people.get(shift.id, []), recorded)
            gaps += found
            if not found and shift.id not in done:
                gaps.append(_gap(GapCode.DAY_NOT_COMPLETE, shift))
    gaps += _of_entries(recorded)
    return tuple(sorted(gaps, key=lambda gap: (gap.day, str(gap.shift or ""), gap.code)))


def _gap(code: GapCode, shift: Shift, client: ClientId | None = None) -> Gap:
    """A gap of a shift."""
    return Gap(code=code, day=shift.day, job=shift.job, shift=shift.id, client=client)


def _of_shift(
    shift: Shift, entries: list[WorkEntry], people: list[ClientId], recorded: Recorded
) -> list[Gap]:
    """What keeps a shift from being complete."""
    if shift.day > recorded.today:
        return [_gap(GapCode.SHIFT_AHEAD, shift)]
    if not any(entry.kind in {EntryKind.WORK, EntryKind.GROUP_RESULT} for entry in entries):
        return [_gap(GapCode.NOTHING_RECORDED, shift)]
    everybody = [*people, shift.peer_coach] if shift.peer_coach is not None else people
    gaps = [_gap(GapCode.NOT_RECORDED, shift, client) for client in not_recorded(everybody, entries)]
    if shift.coach is not None and not is_coached(entries):
        gaps.append(_gap(GapCode.NO_COACHING, shift))
    return gaps


def not_recorded(people: list[ClientId], entries: list[WorkEntry]) -> list[ClientId]:
    """Those of ``people`` who have no entry, in the order given; a peer coach's is one of coaching."""
    told = {entry.client for entry in entries if entry.kind in OF_PEOPLE}
    return [client for client in people if client not in told]


def is_coached(entries: Iterable[WorkEntry]) -> bool:
    """Whether a coach's own time has been recorded; a peer coach's is not that."""
    return any(entry.kind is EntryKind.COACHING and entry.staff is not None for entry in entries)


def _of_entries(recorded: Recorded) -> Iterator[Gap]:
    """What entries themselves give cause to look at."""
    for entry in recorded.entries:
        if entry.shift is None and entry.kind is not EntryKind.MATERIAL:
            yield _of_entry(GapCode.WITHOUT_SHIFT, entry)
        client = recorded.clients.get(entry.client) if entry.client else None
        if client is not None and is_present(entry) and client.form_on(entry.day) is None:
            yield _of_entry(GapCode.NO_FORM_OF_WORK, entry)
    for result in unshared(recorded.entries, recorded.jobs):
        yield _of_entry(GapCode.NOBODY_TO_SHARE, result)
    yield from _at_once(recorded.entries)


def _of_entry(code: GapCode, entry: WorkEntry) -> Gap:
    """A gap of an entry."""
    return Gap(
        code=code, day=entry.day, job=entry.job, shift=entry.shift, client=entry.client, entry=entry.id
    )


def _at_once(entries: tuple[WorkEntry, ...]) -> Iterator[Gap]:
    """Entries of one person that share a moment or tell the same thing of a shift."""
    by_person: dict[object, list[WorkEntry]] = {}
    for entry in entries:
        if entry.kind is not EntryKind.MATERIAL:
            if entry.kind in OF_PEOPLE:  # nobody helps the coach and works in the group at once
                by_person.setdefault((entry.staff, entry.client), []).append(entry)
            else:
                whose = entry.client or entry.staff or entry.shift
                by_person.setdefault((entry.kind, whose), []).append(entry)
    for theirs in by_person.values():
        theirs.sort(key=lambda entry: entry.day)
        for at, one in enumerate(theirs):
            near = _until(one.day + ONE_DAY, theirs[at + 1 :])
            yield from (_of_entry(GapCode.AT_ONCE, n) for n in near if is_twin(one, n) or collide(one, n))


def _until(day: date, entries: list[WorkEntry]) -> Iterator[WorkEntry]:
    """The entries up to a day; they come in order of days."""
    return takewhile(lambda entry: entry.day <= day, entries)
