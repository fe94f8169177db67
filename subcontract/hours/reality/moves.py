"""Somebody who was to be on one shift and worked on another of the same day moved: one place, not two."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from subcontract.hours.reality.records import Outcome, Place
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.shift import Shift
from subcontract.rota.times import collide

LEFT = frozenset({Outcome.TAKEN_OFF, Outcome.CALLED_OFF})
"""Not on the shift any more: work elsewhere on the day is a move."""
EMPTY = frozenset({Outcome.NOT_RECORDED, Outcome.AWAY})
"""Did not work there: a move when nobody could have been on both."""
CAME = frozenset({Outcome.CAME, Outcome.CAME_UNPLANNED})
Shifts = Mapping[ShiftId, Shift]


def with_moves(places: tuple[Place, ...], shifts: Shifts) -> tuple[Place, ...]:
    """The places with each move told once, at the shift that was left."""
    by_day: dict[tuple[ClientId, date], list[Place]] = defaultdict(list)
    for place in places:
        by_day[place.client, place.day].append(place)
    return tuple(place for theirs in by_day.values() for place in _of_day(theirs, shifts))


def _of_day(theirs: list[Place], shifts: Shifts) -> Iterator[Place]:
    """One client's day."""
    came = [place for place in theirs if place.outcome in CAME and not place.expected]
    rest = [place for place in theirs if place not in came]
    for place in rest:
        to = next((other for other in came if _is_move(place, other, shifts)), None)
        if to is None:
            yield place
        else:
            came.remove(to)
            yield _moved(place, to)
    yield from came


def _is_move(place: Place, to: Place, shifts: Shifts) -> bool:
    """Whether work on another shift tells where somebody went who was to be here."""
    if place.outcome in LEFT:
        return place.expected
    here = shifts.get(place.shift) if place.shift else None
    there = shifts.get(to.shift) if to.shift else None
    if place.outcome not in EMPTY or here is None or there is None:
        return False
    return collide(here, there)


def _moved(place: Place, to: Place) -> Place:
    """One place of the two."""
    return replace(
        place,
        outcome=Outcome.MOVED,
        planned=place.planned or to.planned,
        worked_on=to.worked_on,
        planned_minutes=to.planned_minutes or place.planned_minutes,
        worked_minutes=to.worked_minutes,
        told_at=to.told_at,
    )
