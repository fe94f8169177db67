"""Makes the question of a proposal from the plan as it stands and what is kept beside it; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.ids import ClientId, JobId, ShiftId, StaffId
from subcontract.money import Money
from subcontract.people.call_names import call_names
from subcontract.people.client import Absence, AbsenceKind, Client
from subcontract.rota.calendar import week_of
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import Promise
from subcontract.rota.records import Pin, PinKind, RotaTerms, RotaWishes, StaffRoster
from subcontract.rota.rotation.guides import coaches_on
from subcontract.rota.rotation.past import Past, limit_of
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Pair, Person, Problem, Slot
from subcontract.rota.shift import Shift, ShiftState


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is known besides the plan."""

    terms: RotaTerms
    wishes: Mapping[ClientId, RotaWishes] = field(default_factory=dict)
    rosters: Mapping[StaffId, StaffRoster] = field(default_factory=dict)
    pins: tuple[Pin, ...] = ()
    promised: Promise = field(default_factory=Promise)
    past: Past = field(default_factory=Past)
    memories: Mapping[ClientId, Memory] = field(default_factory=dict)
    pay: Mapping[ClientId, Mapping[ShiftId, Money]] = field(default_factory=dict)
    limits: Mapping[ClientId, tuple[Limit, ...]] = field(default_factory=dict)
    """Limits of earnings."""


def question_of(plan: Plan, days: DateRange, kept: Kept) -> Problem:
    """The question of those days; shifts that have happened and those of other days count beside it."""
    around = _Around(plan=plan, days=days, kept=kept)
    asked = sorted(around.asked.values(), key=lambda s: (s.day, s.start, s.id.int))
    near = DateRange(days.first - ONE_DAY, days.last + ONE_DAY)
    present = coaches_on((s for s in plan.shifts if s.day in near), kept.rosters, plan.staff)
    pins = [pin for pin in kept.pins if pin.shift in around.asked]
    told = kept.promised.days
    return Problem(
        slots=tuple(_slot(shift, plan, present) for shift in asked),
        people=tuple(
            _person(client, around)
            for client in sorted(plan.clients, key=lambda client: (client.number, client.id.int))
            if client.active
        ),
        pay=kept.pay,
        locked=frozenset((pin.client, pin.shift) for pin in pins if pin.kind is PinKind.LOCKED),
        barred=frozenset((pin.client, pin.shift) for pin in pins if pin.kind is PinKind.BARRED),
        before=promised_pairs(kept.promised) if told else None,
        told=told or None,
        weights=kept.terms.weights,
        coach_needed=kept.terms.coach_needed,
        least_rest=kept.terms.least_rest_minutes,
    )


def promised_pairs(promise: Promise) -> frozenset[Pair]:
    """Who was told to be on which shift."""
    return frozenset((place.client, place.shift) for place in promise.places)


@dataclass(frozen=True, kw_only=True)
class _Around:
    """The days of a question with everything around them."""

    plan: Plan
    days: DateRange
    kept: Kept

    @cached_property
    def names(self) -> dict[ClientId, str]:
        """What people are called in sentences, those of one name told apart."""
        return call_names(self.plan.clients)

    @cached_property
    def asked(self) -> dict[ShiftId, Shift]:
        """The shifts that are asked about: those that have happened are facts."""
        happened = self.kept.past.happened
        return {s.id: s for s in self.plan.shifts if s.day in self.days and s.id not in happened}

    @cached_property
    def offered(self) -> frozenset[JobId]:
        """The jobs of the shifts that are asked about and have not been called off."""
        return frozenset(s.job for s in self.asked.values() if s.state is ShiftState.PLANNED)

    @cached_property
    def left(self) -> frozenset[StaffId]:
        """Members of staff who are no longer here."""
        return frozenset(one.id for one in self.plan.staff if not one.active)

    @cached_property
    def helping(self) -> dict[ClientId, list[Shift]]:
        """The standing shifts on which somebody helps the coach."""
        found: dict[ClientId, list[Shift]] = {}
        for shift in self.plan.shifts:
            if shift.peer_coach is not None and shift.state is ShiftState.PLANNED:
                found.setdefault(shift.peer_coach, []).append(shift)
        return found

    def busy(self, client: Client) -> tuple[Shift, ...]:
        """Shifts outside the question that somebody has in the days asked for or the nights beside them."""
        near = DateRange(self.days.first - ONE_DAY, self.days.last + ONE_DAY)
        recorded = [one.shift for one in self.kept.past.of(client.id, near) if one.recorded and one.shift]
        mine = {s.id: s for s in self.plan.shifts_of(client.id, near) if s.id not in self.asked}
        mine |= {s.id: s for s in self.helping.get(client.id, ()) if s.day in near}
        mine |= {id_: self.plan.shift_by_id[id_] for id_ in recorded if id_ in self.plan.shift_by_id}
        return tuple(sorted(mine.values(), key=lambda s: (s.day, s.start, s.id.int)))


def _slot(shift: Shift, plan: Plan, present: Mapping[ShiftId, int]) -> Slot:
    """A shift with the needs of its job and the coaches who are there."""
    job = plan.job_by_id.get(shift.job)
    return Slot(
        shift=shift,
        needs=shift.needs | (job.needs if job else frozenset()),
        wanted=shift.wanted,
        coaches=present[shift.id],
        good=job.good if job else False,
    )


def _person(client: Client, around: _Around) -> Person:
    """A client with wishes, limits, what else is planned, and what has been."""
    kept = around.kept
    wishes = kept.wishes.get(client.id)
    person = Person(
        id=client.id,
        number=client.number,
        name=around.names[client.id],
        active=client.active,
        agreed=tuple(span.days for span in client.forms),
        availability=client.availability,
        absences=(*client.absences, *_recorded_away(client, around)),
        skills=client.skills,
        permits=client.permits,
        limits=(*_limits(client, wishes, around), *kept.limits.get(client.id, ())),
        busy=around.busy(client),
        never_with=client.never_with,
        needs_own_coach=client.needs_own_coach,
        memory=kept.memories.get(client.id, Memory()),
    )
    return person if wishes is None else _wishing(person, wishes, around)


def _recorded_away(client: Client, around: _Around) -> Iterator[Absence]:
    """Days of the question on which it was recorded that the client did not come."""
    for day in sorted(around.kept.past.missed.get(client.id, ())):
        if day in around.days and not any(day in absence.days for absence in client.absences):
            yield Absence(days=DateRange(day, day), kind=AbsenceKind.OTHER)


def _wishing(person: Person, wishes: RotaWishes, around: _Around) -> Person:
    """The person with what is wished for and can be had.

    A wish for a job that is not on offer, or for a coach who has left, would speak against every shift.
    """
    return replace(
        person,
        likes=wishes.likes & around.offered,
        dislikes=wishes.dislikes,
        likes_days=wishes.likes_days,
        dislikes_days=wishes.dislikes_days,
        should_be_with=wishes.should_be_with,
        familiar_coaches=wishes.familiar_coaches - around.left,
        wants_to_try=wishes.wants_to_try,
        wants_the_same=wishes.wants_the_same,
    )


def _limits(client: Client, wishes: RotaWishes | None, around: _Around) -> Iterator[Limit]:
    """Days, minutes and pay of each week and month that the question touches."""
    had = around.kept.past.had.get(client.id, ())
    for kind, days, most in _agreed(client, wishes, around.days):
        if most is not None:
            yield limit_of(kind, days, most, had)


def _agreed(
    client: Client, wishes: RotaWishes | None, days: DateRange
) -> Iterable[tuple[LimitKind, DateRange, int | None]]:
    """The most of each week and month; ``None`` where nothing was agreed."""
    for week in weeks_of(days):
        yield LimitKind.DAYS, week, client.weekly_days
        yield LimitKind.MINUTES, week, client.weekly_minutes
        yield LimitKind.CENTS, week, _cents(wishes.weekly_pay if wishes else None)
    if wishes is not None:
        for month in months_of(days):
            yield LimitKind.DAYS, month, wishes.monthly_days
            yield LimitKind.MINUTES, month, wishes.monthly_minutes
            yield LimitKind.CENTS, month, _cents(wishes.monthly_pay)


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.cents


def weeks_of(days: DateRange) -> Iterator[DateRange]:
    """The weeks, Monday to Sunday, that some days touch."""
    week = week_of(days.first)
    while week.first <= days.last:
        yield week
        week = week_of(week.last + ONE_DAY)


def months_of(days: DateRange) -> Iterator[DateRange]:
    """The calendar months that some days touch."""
    month = Month.of(days.first)
    while month.first <= days.last:
        yield month.days
        month = month.plus(1)


def asked_days(days: DateRange, today: date) -> DateRange:
    """The days of which a proposal is made: those that are over are left out, the last one never."""
    return DateRange(max(days.first, min(today, days.last)), days.last)
