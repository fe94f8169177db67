"""Who came in whose place: those who came unexpected are paired with those of the shift who did not come.

No entry names another person, so that one person's records never tell of somebody else. What was told in
one act has one moment and is paired first; then who was taken off the plan with who was put on it, as on a
sick morning; the rest in the order in which it was told.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from subcontract.hours.reality.records import ABSENT, Outcome, Place
from subcontract.ids import ShiftId

NOT_THERE = ABSENT | {Outcome.TAKEN_OFF, Outcome.MOVED}
Pairs = list[tuple[Place, Place]]


def with_swaps(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places with each swap told at both: who came instead of whom, and who was replaced by whom."""
    left: dict[ShiftId, list[Place]] = defaultdict(list)
    came: dict[ShiftId, list[Place]] = defaultdict(list)
    for place in places:
        if place.shift and place.expected and place.outcome in NOT_THERE:
            left[place.shift].append(place)
        if place.worked_on and not place.held and (not place.expected or place.outcome is Outcome.MOVED):
            came[place.worked_on].append(place)
    found = dict(enumerate(places))
    at = {id(place): number for number, place in found.items()}
    for shift, here in left.items():
        for absent, other in _pairs(here, came.get(shift, [])):
            one, two = at[id(absent)], at[id(other)]
            found[one] = replace(found[one], replaced_by=other.client)
            found[two] = _instead(found[two], absent)
    return tuple(found.values())


def _instead(place: Place, absent: Place) -> Place:
    """Who came, in somebody's place; who moved here has still moved."""
    outcome = place.outcome if place.outcome is Outcome.MOVED else Outcome.CAME_INSTEAD
    return replace(place, outcome=outcome, instead_of=absent.client)


def _pairs(absent: list[Place], came: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of one shift: of one moment first, then those of the plan, the others in order."""
    left, others = sorted(absent, key=_order), sorted(came, key=_order)
    for one in tuple(left):
        twin = next(
            (other for other in others if one.told_at is not None and other.told_at == one.told_at), None
        )
        if twin is not None:
            left.remove(one)
            others.remove(twin)
            yield one, twin
    changed = list(zip(_changed(left, on_plan=False), _changed(others, on_plan=True), strict=False))
    for one, twin in changed:
        left.remove(one)
        others.remove(twin)
    yield from changed
    yield from zip(left, others, strict=False)


def _changed(places: list[Place], *, on_plan: bool) -> list[Place]:
    """Those whom a change of plan took off the shift, or put on it."""
    return [place for place in places if place.planned is on_plan]


def _order(place: Place) -> tuple[str, str]:
    """In the order of telling; what nobody told comes last."""
    return (place.told_at.isoformat() if place.told_at else "~", str(place.client))
