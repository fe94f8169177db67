"""From which plan a paper is: a draft, what people were promised, or a promise that has changed since."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract.clock import HELSINKI
from subcontract.days import DateRange
from subcontract.ids import ClientId, ShiftId, StaffId
from subcontract.rota.plan import Plan
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Shift, ShiftState


class Stage(StrEnum):
    """How sure a plan is."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CHANGED = "changed"
    """Published, and no longer as it was promised."""
    PARTLY = "partly"
    """Some of the days have been published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanState:
    """The stage, and the day in Finland when the days were last published."""

    stage: Stage = Stage.DRAFT
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A client's place on a shift, as far as a promise tells of it."""

    client: ClientId
    shift: ShiftId
    day: date
    times: tuple[str, str]
    coach: StaffId | None


Whose = Callable[[Seat], bool]


def everybodys(_seat: Seat) -> bool:
    """The plan of all."""
    return True


def last_words(publications: Iterable[Publication], days: DateRange) -> dict[date, Publication]:
    """The publication that holds on each of those days that has one: the latest."""
    found: dict[date, Publication] = {}
    for publication in sorted(publications, key=lambda each: each.at):
        found.update((day, publication) for day in publication.days if day in days)
    return found


def plan_state(
    plan: Plan, publications: Iterable[Publication], days: DateRange, whose: Whose = everybodys
) -> PlanState:
    """The state of the plan of those days, of the seats that ``whose`` lets through."""
    told = last_words(publications, days)
    if not told:
        return PlanState()
    on = max(each.at for each in told.values()).astimezone(HELSINKI).date()
    standing, promised = set(_standing(plan, days)), set(_promised(told))
    mine = {seat for seat in standing if whose(seat)}
    if {s for s in mine if s.day in told} != {s for s in promised if whose(s)}:
        return PlanState(stage=Stage.CHANGED, on=on)
    is_whole = all(seat.day in told for seat in standing)
    return PlanState(stage=Stage.PUBLISHED if is_whole else Stage.PARTLY, on=on)


def _standing(plan: Plan, days: DateRange) -> Iterator[Seat]:
    for shift in plan.shifts:
        if shift.day in days and shift.state is ShiftState.PLANNED:
            yield from (_seat(each.client, shift) for each in plan.on_shift(shift.id))


def _seat(client: ClientId, shift: Shift) -> Seat:
    times = (shift.start.isoformat(), shift.end.isoformat())
    return Seat(client=client, shift=shift.id, day=shift.day, times=times, coach=shift.coach)


def _promised(told: dict[date, Publication]) -> Iterator[Seat]:
    for publication in {each.id: each for each in told.values()}.values():
        for place in publication.places:
            if told.get(place.day) is publication:
                yield _promised_seat(place)


def _promised_seat(place: PublishedPlace) -> Seat:
    times = (place.start.isoformat(), place.end.isoformat())
    return Seat(client=place.client, shift=place.shift, day=place.day, times=times, coach=place.coach)
