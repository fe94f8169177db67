"""What a plan is worth: places left empty, changes, and the points of each goal, in total and by person.

These functions read the question as it was asked and are the measure of all plans. The search reckons with
tables and keeps running totals; that both come to the same is tested.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation import points
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.rotation.sharing.basis import Basis, basis_of
from subcontract.rota.rotation.sharing.evenness import measures_of
from subcontract.rota.rotation.sharing.singles import day_points, is_strange_coach, job_points
from subcontract.rota.rotation.sharing.turns import jobs_of, still_to_try, turns_before_too_often
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.weights import Goal


@dataclass(frozen=True, kw_only=True)
class Score:
    """A plan's worth; less is better everywhere."""

    unfilled: int
    """Places below the least numbers."""
    short: int
    """Places below what would be best, those unfilled left out."""
    changes: int
    """Differences from the plan that people know, or of which little is to change."""
    change: int = points.CHANGE
    """Points of each of them."""
    goals: Mapping[Goal, int] = field(default_factory=dict)
    people: Mapping[ClientId, Mapping[Goal, int]] = field(default_factory=dict)
    """Each person's part of the points."""

    @property
    def of_goals(self) -> int:
        """The points of all goals."""
        return sum(self.goals.values())

    @property
    def total(self) -> int:
        """All points, as plans are compared by."""
        own = self.of_goals + self.change * self.changes
        return own + points.UNFILLED * self.unfilled + points.SHORT * self.short


def score_of(problem: Problem, pairs: Collection[Pair]) -> Score:
    """Score a plan."""
    return scored(basis_of(problem), pairs)


def scored(basis: Basis, pairs: Collection[Pair]) -> Score:
    """Score a plan of a question that has been put in order."""
    plan = Standing(basis.problem, pairs)
    even = even_points(basis, plan)
    people = {
        person.id: {
            Goal.EVEN: even[person.id],
            Goal.WISHES: wish_points(person, plan),
            Goal.VARIETY: variety_points(person, plan, basis),
            Goal.FAMILIAR: familiar_points(person, plan),
            Goal.LEARNING: learning_points(person, plan, basis),
        }
        for person in basis.people
    }
    return Score(
        unfilled=sum(max(0, slot.least - number) for slot, number in _sizes(plan)),
        short=sum(max(0, slot.best - max(number, slot.least)) for slot, number in _sizes(plan)),
        changes=len(changes_of(basis.problem, plan.pairs)),
        change=basis.problem.change,
        goals={goal: sum(own[goal] for own in people.values()) for goal in Goal},
        people=people,
    )


def _sizes(plan: Standing) -> Iterator[tuple[Slot, int]]:
    return ((slot, len(plan.people_on(slot))) for slot in plan.problem.slots)


def changes_of(problem: Problem, pairs: Collection[Pair]) -> frozenset[Pair]:
    """The pairs that are in one of the plan that people know and this one, and not in the other."""
    if problem.before is None:
        return frozenset()
    changed = problem.known(frozenset(pairs) ^ problem.before)
    return frozenset(pair for pair in changed if problem.is_told(problem.slot_by_id[pair[1]]))


def even_points(basis: Basis, plan: Standing) -> dict[ClientId, int]:
    """How far each is from a fair part of the hours, the pay and the good turns, memory counted in."""
    at = {slot.shift.id: index for index, slot in enumerate(basis.slots)}
    found = {}
    for person, measures in zip(basis.people, measures_of(basis), strict=True):
        shifts = [at[slot.shift.id] for slot in plan.slots_of(person)]
        amounts, costs = measures[:3], measures[3:]
        totals = [sum(amount[s] for s in shifts) for amount in amounts]
        found[person.id] = sum(row[total] for row, total in zip(costs, totals, strict=True))
    return found


def wish_points(person: Person, plan: Standing) -> int:
    """Shifts against what the person wishes of jobs and weekdays."""
    slots = plan.slots_of(person)
    weight = plan.problem.weights[Goal.WISHES]
    return weight * sum(
        job_points(person, slot.shift.job) + day_points(person, slot.shift.day.weekday()) for slot in slots
    )


def variety_points(person: Person, plan: Standing, basis: Basis) -> int:
    """Turns at one job beyond an even rotation of all that the person could do."""
    if person.wants_the_same:
        return 0
    turns = Counter(slot.shift.job for slot in plan.slots_of(person))
    enough = turns_before_too_often(person, basis)
    weight = plan.problem.weights[Goal.VARIETY]
    beyond = (max(0, number - enough.get(job, number)) for job, number in turns.items())
    return sum(weight * points.squared(each, 1, points.TOO_OFTEN) for each in beyond)


def familiar_points(person: Person, plan: Standing) -> int:
    """Shifts with a strange coach, and shifts with none of those whom the person should be with."""
    known = person.should_be_with & plan.problem.person_by_id.keys() - {person.id}
    cost = 0
    for slot in plan.slots_of(person):
        cost += points.STRANGE_COACH * is_strange_coach(person, slot)
        company: set[ClientId] = {other.id for other in plan.company_of(person, slot)}
        cost += points.ALONE * (bool(known) and not known & company)
    return plan.problem.weights[Goal.FAMILIAR] * cost


def learning_points(person: Person, plan: Standing, basis: Basis) -> int:
    """Jobs that the person wants to try, could have had, and did not get."""
    had = {slot.shift.job for slot in plan.slots_of(person)}
    missed = [job for job in jobs_of(basis) if still_to_try(person, job, basis) and job not in had]
    return plan.problem.weights[Goal.LEARNING] * points.NOT_TRIED * len(missed)


def empty_places(problem: Problem, pairs: Collection[Pair]) -> dict[ShiftId, int]:
    """How many places of each shift are below its least number."""
    plan = Standing(problem, pairs)
    return {slot.shift.id: slot.least - n for slot, n in _sizes(plan) if slot.least > n}
