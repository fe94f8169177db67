"""One day as it is read for recording: its shifts, who was on them and what has been told; no Qt."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.hours.entry import Attendance, DayComplete, EntryKind, MonthComplete, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, CustomerId, JobId, ShiftId, StaffId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job, Phase
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.ports import Lists
from subcontract.rota.shift import Assignment, Shift, ShiftState

DAYS_AHEAD = 14
"""How far the shifts of somebody absent are looked at."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One client of a shift: planned, recorded, or both."""

    client: Client
    entry: WorkEntry | None
    """What stands now; ``None`` while nothing has been recorded."""
    helps: bool = False
    """The shift's peer coach, who is not counted in the group."""


@dataclass(frozen=True, kw_only=True)
class Day:
    """What was read of a day. Cancelled shifts are left out."""

    day: date
    shifts: tuple[Shift, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    entries: tuple[WorkEntry, ...] = ()
    """Every entry of the day, corrected ones too."""
    complete: Mapping[ShiftId, DayComplete] = field(default_factory=dict)
    month: MonthComplete | None = None
    clients: Mapping[ClientId, Client] = field(default_factory=dict)
    jobs: Mapping[JobId, Job] = field(default_factory=dict)
    customers: Mapping[CustomerId, Customer] = field(default_factory=dict)
    staff: Mapping[StaffId, Staff] = field(default_factory=dict)
    coming: Mapping[ClientId, tuple[date, ...]] = field(default_factory=dict)
    """The days of the next two weeks on which somebody absent is planned."""

    @cached_property
    def standing(self) -> tuple[WorkEntry, ...]:
        """The entries in force."""
        return in_force(self.entries)

    def of_shift(self, shift: ShiftId, kind: EntryKind) -> tuple[WorkEntry, ...]:
        """The entries of a kind in force on a shift; a peer coach's coaching is none of the coach's."""
        found = (e for e in self.standing if e.shift == shift and e.kind is kind)
        return tuple(e for e in found if kind is not EntryKind.COACHING or e.client is None)

    def lines(self, shift: Shift) -> tuple[Line, ...]:
        """Everybody planned or recorded on a shift, by surname, then who helps the coach."""
        entries = {e.client: e for e in self.of_shift(shift.id, EntryKind.WORK) if e.client}
        people = {a.client for a in self.assignments if a.shift == shift.id} | set(entries)
        group = tuple(Line(client=client, entry=entries.get(client.id)) for client in self._named(people))
        return (*group, *self._helpers(shift, people))

    def _helpers(self, shift: Shift, group: set[ClientId]) -> tuple[Line, ...]:
        """The shift's peer coach, and whoever has been recorded as one."""
        here = (e for e in self.standing if e.shift == shift.id and e.kind is EntryKind.COACHING)
        told = {e.client: e for e in here if e.client}
        helpers = {shift.peer_coach, *told} - group - {None}
        found = self._named({each for each in helpers if each is not None})
        return tuple(Line(client=client, entry=told.get(client.id), helps=True) for client in found)

    def _named(self, people: set[ClientId]) -> list[Client]:
        """Clients by surname."""
        return sorted(
            (self.clients[each] for each in people if each in self.clients),
            key=lambda client: (client.name, client.number),
        )

    def counts(self, shift: Shift) -> tuple[int, int]:
        """How many of the shift's group have been recorded, and how many there are."""
        lines = tuple(line for line in self.lines(shift) if not line.helps)
        return sum(1 for line in lines if line.entry is not None), len(lines)

    def phase(self, shift: Shift) -> Phase | None:
        """The phase that a shift works on."""
        job = self.jobs.get(shift.job)
        return job.phase(shift.phase) if job else None

    def counts_pieces(self, shift: Shift) -> bool:
        """Whether pieces belong to the shift's work: the phase is by the piece, or some were recorded."""
        phase = self.phase(shift)
        recorded = any(e.pieces or e.rejects for e in self.standing if e.shift == shift.id)
        return phase is None or phase.basis is Basis.PIECE or recorded

    def customer_name(self, shift: Shift) -> str:
        """The name of the customer of a shift's job."""
        job = self.jobs.get(shift.job)
        customer = self.customers.get(job.customer) if job else None
        return customer.name if customer else ""

    def staff_name(self, staff: StaffId | None) -> str:
        """The name of a member of staff."""
        found = self.staff.get(staff) if staff else None
        return found.name if found else ""


def read_day(lists: Lists, unit: UnitId, day: date) -> Day:
    """Read a day of a unit."""
    only = DateRange(day, day)
    shifts = lists.shifts.within(only, unit=unit, state=ShiftState.PLANNED)
    ids = {shift.id for shift in shifts}
    jobs = {job.id: job for job in lists.jobs.where(id=tuple({shift.job for shift in shifts}))}
    customers = lists.customers.where(id=tuple({job.customer for job in jobs.values()}))
    entries = lists.entries.within(only, unit=unit)
    return Day(
        day=day,
        shifts=tuple(sorted(shifts, key=lambda shift: (shift.start, shift.end, str(shift.id)))),
        assignments=tuple(a for a in lists.assignments.within(only) if a.shift in ids),
        entries=entries,
        complete={each.shift: each for each in lists.complete_days.within(only, unit=unit)},
        month=lists.complete_months.find((unit, Month.of(day))),
        clients={client.id: client for client in lists.clients.where(unit=unit)},
        jobs=jobs,
        customers={customer.id: customer for customer in customers},
        staff={staff.id: staff for staff in lists.staff.where(unit=unit)},
        coming=_coming(lists, day, entries),
    )


def _coming(lists: Lists, day: date, entries: tuple[WorkEntry, ...]) -> dict[ClientId, tuple[date, ...]]:
    """On which of the next days those who were absent are planned; nothing is read where nobody was."""
    absent = {e.client for e in in_force(entries) if e.client and e.attendance is not Attendance.PRESENT}
    if not absent:
        return {}
    days = DateRange(day + ONE_DAY, day + timedelta(days=DAYS_AHEAD))
    planned = lists.assignments.within(days, client=tuple(absent))
    shifts = lists.shifts.where(id=tuple({each.shift for each in planned})) if planned else ()
    standing = {shift.id for shift in shifts if shift.state is ShiftState.PLANNED}
    found: dict[ClientId, set[date]] = defaultdict(set)
    for each in planned:
        if each.shift in standing:
            found[each.client].add(each.day)
    return {client: tuple(sorted(days)) for client, days in found.items()}
