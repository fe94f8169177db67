"""Makes the question of a proposal from the plan as it stands and what is kept beside it; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.ids import ClientId, ShiftId, StaffId
from subcontract.money import Money
from subcontract.people.client import Client
from subcontract.rota.calendar import week_of
from subcontract.rota.plan import Plan
from subcontract.rota.records import Pin, PinKind, Publication, RotaTerms, RotaWishes, StaffRoster
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Pair, Person, Problem, Slot
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import planned_minutes
from subcontract.rota.working_hours import is_at_work


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What is known besides the plan."""

    terms: RotaTerms
    wishes: Mapping[ClientId, RotaWishes] = field(default_factory=dict)
    rosters: Mapping[StaffId, StaffRoster] = field(default_factory=dict)
    pins: tuple[Pin, ...] = ()
    promised: tuple[Publication, ...] = ()
    """In the order of their making."""
    memories: Mapping[ClientId, Memory] = field(default_factory=dict)
    pay: Mapping[ClientId, Mapping[ShiftId, Money]] = field(default_factory=dict)
    limits: Mapping[ClientId, tuple[Limit, ...]] = field(default_factory=dict)
    """Limits of earnings."""


def question_of(plan: Plan, days: DateRange, kept: Kept) -> Problem:
    """The question of those days; the other shifts of the plan count in limits and rest."""
    asked = tuple(sorted((s for s in plan.shifts if s.day in days), key=lambda s: (s.day, s.start, s.id.int)))
    ids = {shift.id for shift in asked}
    pins = [pin for pin in kept.pins if pin.shift in ids]
    return Problem(
        slots=tuple(_slot(shift, plan, kept) for shift in asked),
        people=tuple(
            _person(client, plan, days, kept)
            for client in sorted(plan.clients, key=lambda client: client.number)
            if client.active
        ),
        pay=kept.pay,
        locked=frozenset((pin.client, pin.shift) for pin in pins if pin.kind is PinKind.LOCKED),
        barred=frozenset((pin.client, pin.shift) for pin in pins if pin.kind is PinKind.BARRED),
        before=promised_pairs(kept.promised, days),
        weights=kept.terms.weights,
        coach_needed=kept.terms.coach_needed,
        least_rest=kept.terms.least_rest_minutes,
    )


def promised_pairs(promised: Iterable[Publication], days: DateRange) -> frozenset[Pair] | None:
    """What people were told of those days, the last word of each day; ``None`` when nothing."""
    last: dict[date, Publication] = {}
    for publication in promised:
        for day in publication.days:
            if day in days:
                last[day] = publication
    if not last:
        return None
    return frozenset(
        (place.client, place.shift)
        for publication in set(last.values())
        for place in publication.places
        if last.get(place.day) is publication
    )


def _slot(shift: Shift, plan: Plan, kept: Kept) -> Slot:
    """A shift with the needs of its job and the coaches who are at work."""
    job = plan.job_by_id.get(shift.job)
    coaches = {shift.coach, *shift.other_coaches} - {None}
    return Slot(
        shift=shift,
        needs=shift.needs | (job.needs if job else frozenset()),
        wanted=shift.wanted,
        coaches=sum(is_at_work(kept.rosters.get(coach), shift) for coach in coaches if coach is not None),
        good=job.good if job else False,
    )


def _person(client: Client, plan: Plan, days: DateRange, kept: Kept) -> Person:
    """A client with wishes, limits, what else is planned, and what has been."""
    wishes = kept.wishes.get(client.id)
    outside = tuple(shift for shift in plan.shifts_of(client.id) if shift.day not in days)
    helping = tuple(s for s in plan.shifts if s.peer_coach == client.id and s.state is ShiftState.PLANNED)
    person = Person(
        id=client.id,
        number=client.number,
        name=client.call_name or client.first_name,
        active=client.active,
        agreed=tuple(span.days for span in client.forms),
        availability=client.availability,
        absences=client.absences,
        skills=client.skills,
        permits=client.permits,
        limits=(*_limits(client, wishes, outside, days), *kept.limits.get(client.id, ())),
        busy=(*outside, *helping),
        never_with=client.never_with,
        needs_own_coach=client.needs_own_coach,
        memory=kept.memories.get(client.id, Memory()),
    )
    return person if wishes is None else _wishing(person, wishes)


def _wishing(person: Person, wishes: RotaWishes) -> Person:
    """The person with what is wished for."""
    return replace(
        person,
        likes=wishes.likes,
        dislikes=wishes.dislikes,
        likes_days=wishes.likes_days,
        dislikes_days=wishes.dislikes_days,
        should_be_with=wishes.should_be_with,
        familiar_coaches=wishes.familiar_coaches,
        wants_to_try=wishes.wants_to_try,
        wants_the_same=wishes.wants_the_same,
    )


def _limits(
    client: Client, wishes: RotaWishes | None, outside: tuple[Shift, ...], days: DateRange
) -> Iterable[Limit]:
    """Days and minutes of each week and month that the question touches."""
    for week in _weeks(days):
        yield _limit(LimitKind.DAYS, week, client.weekly_days, outside)
        yield _limit(LimitKind.MINUTES, week, client.weekly_minutes, outside)
    if wishes is None:
        return
    for month in _months(days):
        if wishes.monthly_days is not None:
            yield _limit(LimitKind.DAYS, month, wishes.monthly_days, outside)
        if wishes.monthly_minutes is not None:
            yield _limit(LimitKind.MINUTES, month, wishes.monthly_minutes, outside)


def _limit(kind: LimitKind, days: DateRange, most: int, outside: tuple[Shift, ...]) -> Limit:
    """A limit with what is planned outside the question."""
    here = [shift for shift in outside if shift.day in days]
    used = len({s.day for s in here}) if kind is LimitKind.DAYS else sum(map(planned_minutes, here))
    return Limit(kind=kind, days=days, most=most, used=used)


def _weeks(days: DateRange) -> Iterable[DateRange]:
    week = week_of(days.first)
    while week.first <= days.last:
        yield week
        week = week_of(week.last + ONE_DAY)


def _months(days: DateRange) -> Iterable[DateRange]:
    month = Month.of(days.first)
    while month.first <= days.last:
        yield month.days
        month = month.plus(1)
