"""One day as it is read for recording: its shifts, who was on them and what has been told; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from subcontract.days import DateRange, Month
from subcontract.hours.entry import DayComplete, EntryKind, MonthComplete, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId, CustomerId, JobId, ShiftId, StaffId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Basis, Job, Phase
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.ports import Lists
from subcontract.rota.shift import Assignment, Shift, ShiftState


@dataclass(frozen=True, kw_only=True)
class Line:
    """One client of a shift: planned, recorded, or both."""

    client: Client
    entry: WorkEntry | None
    """What stands now; ``None`` while nothing has been recorded."""


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

    @cached_property
    def standing(self) -> tuple[WorkEntry, ...]:
        """The entries in force."""
        return in_force(self.entries)

    def of_shift(self, shift: ShiftId, kind: EntryKind) -> tuple[WorkEntry, ...]:
        """The entries of a kind in force on a shift."""
        return tuple(e for e in self.standing if e.shift == shift and e.kind is kind)

    def lines(self, shift: Shift) -> tuple[Line, ...]:
        """Everybody planned or recorded on a shift, by surname."""
        entries = {e.client: e for e in self.of_shift(shift.id, EntryKind.WORK) if e.client}
        people = {a.client for a in self.assignments if a.shift == shift.id} | set(entries)
        clients = sorted(
            (self.clients[each] for each in people if each in self.clients),
            key=lambda client: (client.name, client.number),
        )
        return tuple(Line(client=client, entry=entries.get(client.id)) for client in clients)

    def counts(self, shift: Shift) -> tuple[int, int]:
        """How many of the shift's people have been recorded, and how many there are."""
        lines = self.lines(shift)
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
    return Day(
        day=day,
        shifts=tuple(sorted(shifts, key=lambda shift: (shift.start, shift.end, str(shift.id)))),
        assignments=tuple(a for a in lists.assignments.within(only) if a.shift in ids),
        entries=lists.entries.within(only, unit=unit),
        complete={each.shift: each for each in lists.complete_days.within(only, unit=unit)},
        month=lists.complete_months.find((unit, Month.of(day))),
        clients={client.id: client for client in lists.clients.where(unit=unit)},
        jobs=jobs,
        customers={customer.id: customer for customer in customers},
        staff={staff.id: staff for staff in lists.staff.where(unit=unit)},
    )
