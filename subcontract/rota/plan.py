"""The plan as it stands: shifts, who is on them, and whom they need; read once, asked many times.

A proposal of groups, when there is one, reads a ``Plan`` and is carried out by ``put_on_shift`` like
any other hand; every warning then speaks of it in the same words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, ShiftId, StaffId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.rota.headroom import Headroom
from subcontract.rota.judgement import USUAL_REST, guides_of
from subcontract.rota.records import RotaWishes, StaffRoster
from subcontract.rota.shift import Assignment, Shift, ShiftState

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Shifts, assignments and the people and jobs behind them, over the days that were read."""

    shifts: tuple[Shift, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    clients: tuple[Client, ...] = ()
    jobs: tuple[Job, ...] = ()
    staff: tuple[Staff, ...] = ()
    headroom: Headroom | None = None
    """What pensioners may still earn, once it has been read."""
    rosters: tuple[StaffRoster, ...] = ()
    wishes: tuple[RotaWishes, ...] = ()
    """Limits of the month are warned of where these were read, and the whole month with them."""
    least_rest_minutes: int = USUAL_REST
    """Between the work of two days; a unit may have set its own."""

    @cached_property
    def shift_by_id(self) -> dict[ShiftId, Shift]:
        """Shifts by id."""
        return {shift.id: shift for shift in self.shifts}

    @cached_property
    def client_by_id(self) -> dict[ClientId, Client]:
        """Clients by id."""
        return {client.id: client for client in self.clients}

    @cached_property
    def job_by_id(self) -> dict[JobId, Job]:
        """Jobs by id."""
        return {job.id: job for job in self.jobs}

    @cached_property
    def staff_by_id(self) -> dict[StaffId, Staff]:
        """Staff by id."""
        return {staff.id: staff for staff in self.staff}

    @cached_property
    def _on_shift(self) -> dict[ShiftId, tuple[Assignment, ...]]:
        """Assignments by shift."""
        return _gathered((a.shift, a) for a in self.assignments)

    @cached_property
    def _shifts_of(self) -> dict[ClientId, tuple[Shift, ...]]:
        """Standing shifts by client, in order of time."""
        known = ((a.client, self.shift_by_id.get(a.shift)) for a in self.assignments)
        standing = [(c, s) for c, s in known if s is not None and s.state is ShiftState.PLANNED]
        return _gathered(sorted(standing, key=lambda pair: (pair[1].day, pair[1].start)))

    @cached_property
    def _of_coach(self) -> dict[StaffId, tuple[Shift, ...]]:
        """Shifts by everybody who guides them."""
        return _gathered((coach, shift) for shift in self.shifts for coach in guides_of(shift))

    @cached_property
    def _helped_by(self) -> dict[ClientId, tuple[Shift, ...]]:
        """Standing shifts by peer coach."""
        standing = (shift for shift in self.shifts if shift.state is ShiftState.PLANNED)
        return _gathered((shift.peer_coach, shift) for shift in standing if shift.peer_coach is not None)

    def helped_by(self, client: ClientId) -> tuple[Shift, ...]:
        """The standing shifts on which a client helps the coach."""
        return self._helped_by.get(client, ())

    @cached_property
    def roster_of(self) -> dict[StaffId, StaffRoster]:
        """Working hours by member of staff."""
        return {roster.staff: roster for roster in self.rosters}

    @cached_property
    def wishes_of(self) -> dict[ClientId, RotaWishes]:
        """Wishes and limits by client."""
        return {wishes.client: wishes for wishes in self.wishes}

    def shifts_of_coach(self, coach: StaffId) -> tuple[Shift, ...]:
        """The shifts that a coach guides."""
        return self._of_coach.get(coach, ())

    def on_shift(self, shift: ShiftId) -> tuple[Assignment, ...]:
        """Who is on a shift."""
        return self._on_shift.get(shift, ())

    def clients_on(self, shift: ShiftId) -> tuple[Client, ...]:
        """The clients on a shift, by surname."""
        found = (self.client_by_id.get(a.client) for a in self.on_shift(shift))
        return tuple(sorted((c for c in found if c is not None), key=lambda c: (c.name, c.number)))

    def shifts_of(self, client: ClientId, days: DateRange | None = None) -> tuple[Shift, ...]:
        """The standing shifts that a client is on, in order of time."""
        return tuple(s for s in self._shifts_of.get(client, ()) if days is None or s.day in days)

    def work_of(self, client: ClientId, days: DateRange) -> tuple[Shift, ...]:
        """The standing shifts of those days that a client works on, help of the coach among them."""
        return (*self.shifts_of(client, days), *(s for s in self.helped_by(client) if s.day in days))


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
