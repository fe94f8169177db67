"""The shifts of the day on the first screen: who is there, where, and how far the recording is; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, JobId, ShiftId, StaffId, UnitId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import away_on
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A person of a shift; the photo only with consent."""

    name: str
    photo: bytes = b""
    is_away: bool = False
    """Known to be away today, or recorded so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftToday:
    """A shift of the day, written."""

    id: UUID
    times: str
    job: str
    place: str
    coach: str
    pictogram: str
    people: tuple[Face, ...]
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """The day's shifts with everything that belongs to them."""

    shifts: tuple[Shift, ...]
    people: dict[UUID, tuple[ClientId, ...]]
    clients: dict[ClientId, Client]
    jobs: dict[JobId, Job]
    staff: dict[StaffId, str]
    recorded: frozenset[UUID]
    complete: frozenset[UUID]
    away: frozenset[tuple[UUID, ClientId]]
    """Who will not come, or did not."""


def shifts_of(facts: DayFacts, texts: Texts) -> tuple[ShiftToday, ...]:
    """Every shift of the day, written."""
    return tuple(_shift(shift, facts, texts) for shift in facts.shifts)


def _shift(shift: Shift, facts: DayFacts, texts: Texts) -> ShiftToday:
    """One shift, written."""
    job = facts.jobs.get(shift.job)
    phase = job.phase(shift.phase) or next(iter(job.phases), None) if job else None
    people = [facts.clients[one] for one in facts.people.get(shift.id, ()) if one in facts.clients]
    return ShiftToday(
        id=shift.id,
        times=texts.times(shift.start, shift.end),
        job=job.name if job else "",
        place=shift.place or (job.place if job else ""),
        coach=facts.staff.get(shift.coach, "") if shift.coach else "",
        pictogram=phase.pictogram if phase else "boxes",
        people=tuple(
            _face(client, texts, is_away=(shift.id, client.id) in facts.away)
            for client in sorted(people, key=lambda one: (one.last_name, one.first_name))
        ),
        state=_state(shift, facts, texts),
    )


def _face(client: Client, texts: Texts, *, is_away: bool) -> Face:
    """A person of a shift; why somebody is away is not told on the first screen."""
    name = client.called
    return Face(
        name=texts.say(N_("{name} (away)"), name=name) if is_away else name,
        photo=client.photo if client.photo_consent else b"",
        is_away=is_away,
    )


def _state(shift: Shift, facts: DayFacts, texts: Texts) -> State:
    """How far the recording of a shift is."""
    if shift.id in facts.complete:
        return State(texts.say(N_("Day complete")), Tone.READY)
    if shift.id in facts.recorded:
        return State(texts.say(N_("Being recorded")), Tone.INFO, "pencil-simple")
    return State(texts.say(N_("Not recorded yet")), Tone.QUIET, "clock")


def read_day(lists: Lists, unit: UnitId, today: date) -> DayFacts:
    """The shifts of one day."""
    days = DateRange(today, today)
    shifts = [shift for shift in lists.shifts.within(days, unit=unit) if shift.state is ShiftState.PLANNED]
    people: dict[UUID, tuple[ClientId, ...]] = {}
    for each in lists.assignments.within(days):
        people[each.shift] = (*people.get(each.shift, ()), each.client)
    wanted = {client for group in people.values() for client in group}
    entries = in_force(lists.entries.within(days, unit=unit))
    clients = {one.id: one for one in lists.clients.where(unit=unit) if one.id in wanted}
    return DayFacts(
        shifts=tuple(sorted(shifts, key=lambda shift: (shift.start, shift.end))),
        people=people,
        clients=clients,
        jobs={job.id: job for job in lists.jobs.where(unit=unit)},
        staff={one.id: one.name for one in lists.staff.all()},
        recorded=frozenset(entry.shift for entry in entries if entry.shift),
        complete=frozenset(one.shift for one in lists.complete_days.within(days, unit=unit)),
        away=frozenset(_away(people, clients, entries, today)),
    )


def _away(
    people: dict[UUID, tuple[ClientId, ...]],
    clients: dict[ClientId, Client],
    entries: tuple[WorkEntry, ...],
    today: date,
) -> Iterator[tuple[UUID, ClientId]]:
    """Who of each shift is away: as recorded, and before that as known beforehand."""
    told = {(e.shift, e.client): e.attendance for e in entries if e.kind is EntryKind.WORK}
    for shift, group in people.items():
        for one in group:
            attendance = told.get((ShiftId(shift), one))
            known = one in clients and away_on(clients[one], today) is not None
            if known if attendance is None else attendance is not Attendance.PRESENT:
                yield shift, one
