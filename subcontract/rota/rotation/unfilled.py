"""Places that stay empty: why nobody can come, and the cheapest way to fill each of them."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import islice

from subcontract.ids import ShiftId
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule, against_in
from subcontract.rota.rotation.standing import Standing, number, when
from subcontract.rota.times import collide

WAYS = 3
TROUBLE: Mapping[Rule, int] = {
    Rule.LIMIT_MINUTES: 1,
    Rule.LIMIT_DAYS: 1,
    Rule.BARRED: 1,
    Rule.NOT_AVAILABLE: 2,
    Rule.LIMIT_PAY: 3,
    Rule.NO_COACH: 3,
    Rule.OWN_COACH_SHARED: 3,
    Rule.OWN_COACH_MISSING: 3,
    Rule.REST: 4,
    Rule.PERMIT_EXPIRED: 4,
    Rule.OVERLAP: 5,
    Rule.SKILL_MISSING: 6,
    Rule.FULL: 6,
    Rule.NO_FORM_OF_WORK: 6,
    Rule.AWAY: 8,
    Rule.NEVER_WITH: 20,
    Rule.PEER_COACH: 20,
    Rule.NOT_ACTIVE: 50,
    Rule.CANCELLED: 50,
}
"""How much trouble it usually is to give way on a rule: an hour is little, illness is not asked about."""
OVER_THE_LINE = 20
"""From this much trouble on it is no way to fill a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayToFill:
    """A person who could come if these rules were given way on."""

    person: Person
    breaks: tuple[Break, ...]

    @property
    def trouble(self) -> int:
        """How much it would take."""
        return sum(TROUBLE[each.rule] for each in self.breaks)


@dataclass(frozen=True, kw_only=True)
class EmptyPlaces:
    """A shift that has too few people."""

    shift: ShiftId
    missing: int
    ways: tuple[WayToFill, ...]
    """The cheapest first."""
    reasons: Mapping[Rule, int] = field(default_factory=dict)
    """How many people each rule keeps away."""


def unfilled_of(
    problem: Problem, pairs: Collection[Pair], most: int = WAYS, *, first: int | None = None
) -> tuple[EmptyPlaces, ...]:
    """Each shift below its least number, by time; with ``first`` only so many of them."""
    plan = Standing(problem, pairs)
    short = (slot for slot in sorted(problem.slots, key=when) if len(plan.people_on(slot)) < slot.least)
    return tuple(_places(slot, plan, most) for slot in islice(short, first))


def _places(slot: Slot, plan: Standing, most: int) -> EmptyPlaces:
    found = [
        WayToFill(person=person, breaks=tuple(against_in(person, slot, plan)))
        for person in sorted(plan.problem.people, key=number)
        if not plan.has(person, slot)
    ]
    possible = (way for way in found if way.trouble < OVER_THE_LINE and not _only_moves(way, slot, plan))
    ways = sorted(possible, key=lambda way: way.trouble)
    return EmptyPlaces(
        shift=slot.shift.id,
        missing=slot.least - len(plan.people_on(slot)),
        ways=tuple(ways[:most]),
        reasons=Counter(each.rule for way in found for each in way.breaks),
    )


def _only_moves(way: WayToFill, slot: Slot, plan: Standing) -> bool:
    """Whether the person would leave another shift with too few people, or one they are locked to."""
    if all(each.rule is not Rule.OVERLAP for each in way.breaks):
        return False
    left = (other for other in plan.others_of(way.person, slot) if collide(slot.shift, other.shift))
    return any(
        len(plan.people_on(other)) <= other.least or (way.person.id, other.shift.id) in plan.problem.locked
        for other in left
    )
