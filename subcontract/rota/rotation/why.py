"""Why somebody is on a shift, and why somebody is not: a code and the facts of one plain sentence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation import points
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule, against_in
from subcontract.rota.rotation.singles import day_points, is_strange_coach, job_points
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.rotation.state import NONE, State
from subcontract.rota.rotation.tables import tables_of
from subcontract.rota.weights import Goal


class Reason(StrEnum):
    """Stable code of a reason that is no hard rule."""

    LOCKED = "locked"
    NOBODY_ELSE = "nobody_else"
    LESS_WORK = "less_work"
    WISHED_FOR = "wished_for"
    WANTS_TO_TRY = "wants_to_try"
    OTHER_WORK = "other_work"
    KNOWS_THEM = "knows_them"
    ALREADY_TOLD = "already_told"
    ALTOGETHER = "altogether"
    OTHERS_HAD_LESS = "others_had_less"
    NOT_WISHED_FOR = "not_wished_for"
    OTHERS_WISHED = "others_wished"
    HAD_OFTEN = "had_often"
    OTHERS_TRY = "others_try"
    OTHERS_KNOW = "others_know"
    ENOUGH_PEOPLE = "enough_people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One reason, with the facts of its sentence."""

    reason: Reason
    client: ClientId
    shift: ShiftId
    facts: Mapping[str, object] = field(default_factory=dict)


FOR: Mapping[Goal, Reason] = {
    Goal.EVEN: Reason.LESS_WORK,
    Goal.WISHES: Reason.WISHED_FOR,
    Goal.VARIETY: Reason.OTHER_WORK,
    Goal.FAMILIAR: Reason.KNOWS_THEM,
    Goal.LEARNING: Reason.WANTS_TO_TRY,
}
AGAINST: Mapping[Goal, Reason] = {
    Goal.EVEN: Reason.OTHERS_HAD_LESS,
    Goal.WISHES: Reason.OTHERS_WISHED,
    Goal.VARIETY: Reason.HAD_OFTEN,
    Goal.FAMILIAR: Reason.OTHERS_KNOW,
    Goal.LEARNING: Reason.OTHERS_TRY,
}


class Why:
    """Answers about one plan."""

    def __init__(self, problem: Problem, pairs: Collection[Pair]) -> None:
        """Read the plan once for all questions about it."""
        self.problem = problem
        self.plan = Standing(problem, pairs)
        self.tables = tables_of(problem)
        self.state = State(self.tables, self.tables.at(pairs))

    def on(self, person: Person, slot: Slot) -> Because:
        """Why a person is on a shift: what speaks most for this one against the next best."""
        pair = (person.id, slot.shift.id)
        if pair in self.problem.locked:
            return self._because(Reason.LOCKED, person, slot)
        i, s = self.tables.person_at[person.id], self.tables.slot_at[slot.shift.id]
        state = self.state
        state.take(i, s)
        others = [j for j in self.tables.candidates[s] if j != i and state.can_put(j, s)]
        ours = self.costs(i, s)
        theirs = min((self.costs(j, s) for j in others), key=lambda costs: sum(costs.values()), default=None)
        state.put(i, s)
        if theirs is None:
            return self._because(Reason.NOBODY_ELSE, person, slot)
        if self.problem.before is not None and pair in self.problem.before:
            return self._because(Reason.ALREADY_TOLD, person, slot)
        goal = max(Goal, key=lambda each: (theirs[each] - ours[each], each is Goal.EVEN))
        reason = FOR[goal] if theirs[goal] > ours[goal] else Reason.ALTOGETHER
        return self._because(reason, person, slot)

    def not_on(self, person: Person, slot: Slot) -> tuple[Break, ...] | Because:
        """Why a person is not on a shift: the rules against it, or what speaks for those who are."""
        breaks = tuple(found for found in against_in(person, slot, self.plan) if found.rule is not Rule.FULL)
        if breaks:
            return breaks
        j, s = self.tables.person_at[person.id], self.tables.slot_at[slot.shift.id]
        swaps = [
            (self.costs(j, s, NONE), self._costs_of_member(i, s))
            for i in sorted(self.state.members[s])
            if (i, s) not in self.tables.locked
        ]
        if not swaps or len(self.state.members[s]) < self.tables.most[s]:
            return self._because(Reason.ENOUGH_PEOPLE, person, slot)
        ours, theirs = min(swaps, key=lambda swap: sum(swap[0].values()) - sum(swap[1].values()))
        goal = max(Goal, key=lambda each: (ours[each] - theirs[each], each is Goal.EVEN))
        if ours[goal] <= theirs[goal]:
            return self._because(Reason.ALTOGETHER, person, slot)
        if goal is Goal.WISHES and wished(person, slot):
            return self._because(Reason.NOT_WISHED_FOR, person, slot)
        return self._because(AGAINST[goal], person, slot)

    def costs(self, i: int, s: int, leaves: int = NONE) -> dict[Goal, int]:
        """What a person's coming to a shift adds to each goal."""
        tables, state = self.tables, self.state
        hours, good, pay, hours_row, good_row, pay_row = tables.measures[i]
        a, b, c = state.totals[i]
        job = tables.job_of[s]
        turn, n = tables.turn[i][job], state.turns[i][job]
        step = turn[n + 1] - turn[n]
        weights, person, slot = self.problem.weights, tables.people[i], tables.slots[s]
        strange = points.STRANGE_COACH * is_strange_coach(person, slot)
        even = (
            (hours_row[a + hours[s]] - hours_row[a])
            + (good_row[b + good[s]] - good_row[b])
            + (pay_row[c + pay[s]] - pay_row[c])
        )
        return {
            Goal.EVEN: even,
            Goal.WISHES: weights[Goal.WISHES] * wished(person, slot),
            Goal.VARIETY: max(0, step),
            Goal.FAMILIAR: weights[Goal.FAMILIAR] * strange + state.company_cost(s, leaves, i),
            Goal.LEARNING: min(0, step),
        }

    def _costs_of_member(self, i: int, s: int) -> dict[Goal, int]:
        """What somebody's being on a shift adds to each goal."""
        self.state.take(i, s)
        costs = self.costs(i, s)
        self.state.put(i, s)
        return costs

    def _because(self, reason: Reason, person: Person, slot: Slot) -> Because:
        share = self.tables.basis.shares[person.id]
        planned = sum(each.minutes for each in self.plan.slots_of(person))
        facts: dict[str, object] = {
            "name": person.name,
            "job": slot.shift.job,
            "day": slot.shift.day,
            "planned_minutes": planned,
            "fair_minutes": share.minutes,
            "had_minutes": person.memory.minutes,
            "turns": person.memory.turns.get(slot.shift.job, 0),
        }
        return Because(reason=reason, client=person.id, shift=slot.shift.id, facts=facts)


def wished(person: Person, slot: Slot) -> int:
    """Points of a shift against the person's wishes, before they are weighed."""
    return job_points(person, slot.shift.job) + day_points(person, slot.shift.day.weekday())
