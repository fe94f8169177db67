"""What the papers of some days are read from; no Qt."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from subcontract.days import DateRange
from subcontract.ids import ClientId, CustomerId, ShiftId, UnitId
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.rota.plan import Plan
from subcontract.rota.records import Pin, PinKind, Publication
from subcontract.rota.shift import Shift, ShiftState
from subcontract.words import N_

LONGEST = timedelta(days=62)
"""A publication that begins earlier does not reach the days."""


@dataclass(frozen=True, kw_only=True)
class RotaDays:
    """The plan of some days with everything that its papers tell of."""

    days: DateRange
    unit: Unit
    plan: Plan
    customers: Mapping[CustomerId, Customer]
    publications: tuple[Publication, ...] = ()
    pins: tuple[Pin, ...] = ()

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
    shifts = lists.shifts.within(days, unit=unit)
    ids = {shift.id for shift in shifts}
    return RotaDays(
        days=days,
        unit=lists.units.get(unit),
        plan=Plan(
            shifts=shifts,
            assignments=tuple(a for a in lists.assignments.within(days) if a.shift in ids),
            clients=lists.clients.where(unit=unit),
            jobs=lists.jobs.where(unit=unit),
            staff=lists.staff.where(unit=unit),
        ),
        customers={customer.id: customer for customer in lists.customers.all()},
        publications=read_publications(lists, unit, days),
        pins=lists.rota.pins.within(days, unit=unit),
    )


def read_publications(lists: Lists, unit: UnitId, days: DateRange) -> tuple[Publication, ...]:
    """What people were told of those days."""
    return lists.rota.publications.within(DateRange(days.first - LONGEST, days.last), unit=unit)


def pictogram_of(job: Job | None, shift: Shift) -> str:
    """The picture of a shift's work."""
    if job is None:
        return ""
    phase = job.phase(shift.phase) or next(iter(job.phases), None)
    return phase.pictogram if phase else ""


def first_name(person: Staff | None) -> str:
    """How a member of staff is called."""
    parts = person.name.split() if person else []
    return parts[0] if parts else ""


def call_names(clients: Iterable[Client]) -> dict[Client, str]:
    """Call names; those of one name get as many letters of their surnames as tell them apart."""
    everybody = sorted(set(clients), key=lambda each: (_called(each), each.last_name, each.number))
    names: dict[Client, str] = {}
    for name, group in groupby(everybody, key=_called):
        names |= _apart(name, tuple(group))
    return names


def _called(client: Client) -> str:
    return client.call_name or client.first_name


def _apart(name: str, group: tuple[Client, ...]) -> dict[Client, str]:
    """The names of those who share a call name; the client number is the last resort."""
    if len(group) == 1:
        return {group[0]: name}
    surnames = [each.last_name for each in group]
    longest = max(map(len, surnames))
    length = next(
        (at for at in range(1, longest + 1) if _most_alike(surnames, at) == _most_alike(surnames, longest)),
        1,
    )
    alike = Counter(surnames)
    return {
        each: " ".join(
            part
            for part in (
                name,
                _shortened(each.last_name, length),
                str(each.number) if alike[each.last_name] > 1 else "",
            )
            if part
        )
        for each in group
    }


def _most_alike(surnames: Iterable[str], length: int) -> int:
    """How many different beginnings of so many letters there are."""
    return len({surname[:length] for surname in surnames})


def _shortened(surname: str, length: int) -> str:
    """The beginning of a surname, with a full stop where more of it follows."""
    return surname if len(surname) <= length else f"{surname[:length]}."


PURPOSE = N_("The coach's list for the site")
"""Why clients' data is looked at; logged in the user's language."""
