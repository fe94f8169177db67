"""What the papers of some days are read from; no Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from subcontract.actions.plan_facts import read_plan
from subcontract.days import DateRange
from subcontract.ids import ClientId, CustomerId, ShiftId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.people.staff import Staff
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import days_that_reach, promised_on
from subcontract.rota.records import Pin, PinKind, Publication
from subcontract.rota.shift import Shift, ShiftState
from subcontract.words import N_


@dataclass(frozen=True, kw_only=True)
class RotaDays:
    """The plan of some days with everything that its papers tell of."""

    days: DateRange
    unit: Unit
    plan: Plan
    customers: Mapping[CustomerId, Customer]
    publications: tuple[Publication, ...] = ()
    pins: tuple[Pin, ...] = ()
    elsewhere: Mapping[ShiftId, Shift] = field(default_factory=dict)
    """Shifts that were promised on the days and have been moved out of them."""

    def job_of(self, shift: Shift) -> Job | None:
        """The job of a shift."""
        return self.plan.job_by_id.get(shift.job)

    def place_of(self, shift: Shift) -> str:
        """Where it is: its own place, or the job's."""
        job = self.job_of(shift)
        return shift.place or (job.place if job else "")

    def coach_of(self, shift: Shift) -> Staff | None:
        """Who guides it."""
        return self.plan.staff_by_id.get(shift.coach) if shift.coach else None

    @property
    def standing(self) -> tuple[Shift, ...]:
        """The shifts of the days that have not been called off."""
        return tuple(s for s in self.plan.shifts if s.day in self.days and s.state is ShiftState.PLANNED)

    @property
    def locked(self) -> frozenset[tuple[ClientId, ShiftId]]:
        """Who stays on which shift, as a coach has decided."""
        return frozenset((pin.client, pin.shift) for pin in self.pins if pin.kind is PinKind.LOCKED)


def read_days(lists: Lists, unit: UnitId, days: DateRange) -> RotaDays:
    """Read the plan of those days."""
    plan = read_plan(lists, unit, days)
    publications = lists.rota.publications.within(days_that_reach(days), unit=unit)
    promised = dict.fromkeys(place.shift for place in promised_on(publications, days).places)
    moved = (lists.shifts.find(shift) for shift in promised if shift not in plan.shift_by_id)
    return RotaDays(
        days=days,
        unit=lists.units.get(unit),
        plan=plan,
        customers={customer.id: customer for customer in lists.customers.all()},
        publications=publications,
        pins=lists.rota.pins.within(days, unit=unit),
        elsewhere={shift.id: shift for shift in moved if shift is not None},
    )


PURPOSE = N_("The coach's list for the site")
"""Why clients' data is looked at; logged in the user's language."""
