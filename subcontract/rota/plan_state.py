"""From which plan a paper is: a draft, what people were promised, or a promise that has changed since."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract.clock import HELSINKI
from subcontract.days import DateRange
from subcontract.ids import ClientId
from subcontract.rota.plan import Plan
from subcontract.rota.publishing import promised_on
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


Whose = Callable[[PublishedPlace], bool]


def everybodys(_place: PublishedPlace) -> bool:
    """The plan of all."""
    return True


def plan_state(
    plan: Plan, publications: Iterable[Publication], days: DateRange, whose: Whose = everybodys
) -> PlanState:
    """The state of the plan of those days, of the places that ``whose`` lets through."""
    reaching = tuple(each for each in publications if each.days.overlap(days))
    if not reaching:
        return PlanState()
    told = promised_on(reaching, days)
    on = max(each.at for each in reaching).astimezone(HELSINKI).date()
    standing = set(_standing(plan, days))
    mine = {place for place in standing if place.day in told.days and whose(place)}
    if mine != {place for place in told.places if whose(place)}:
        return PlanState(stage=Stage.CHANGED, on=on)
    is_whole = all(place.day in told.days for place in standing)
    return PlanState(stage=Stage.PUBLISHED if is_whole else Stage.PARTLY, on=on)


def _standing(plan: Plan, days: DateRange) -> Iterator[PublishedPlace]:
    """Everybody's places as they would be promised now."""
    for shift in plan.shifts:
        if shift.day in days and shift.state is ShiftState.PLANNED:
            yield from (_place(each.client, shift) for each in plan.on_shift(shift.id))


def _place(client: ClientId, shift: Shift) -> PublishedPlace:
    return PublishedPlace(
        client=client,
        shift=shift.id,
        job=shift.job,
        day=shift.day,
        start=shift.start,
        end=shift.end,
        place=shift.place,
        coach=shift.coach,
    )
