"""Why somebody is on a shift, and why somebody is not: a code and the facts of one plain sentence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation import points
from subcontract.rota.rotation.by_hand import kept_by_hand
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule, against_in
from subcontract.rota.rotation.searching.state import NONE, State
from subcontract.rota.rotation.searching.tables import tables_of
from subcontract.rota.rotation.sharing.singles import day_points, is_strange_coach, job_points
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.rotation.telling.reasons import AGAINST, FOR, Asked, Part, Reason
from subcontract.rota.weights import Goal

__all__ = ["Because", "Reason", "Why", "wished"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One reason, with the facts of its sentence."""

    reason: Reason
    client: ClientId
    shift: ShiftId
    facts: Mapping[str, object] = field(default_factory=dict)
    against: Break | None = None
    """Of ``BY_HAND``: the first rule against it, what is so of the person at all before this plan."""


Costs = dict[Part, int]


class Why:
    """Answers about one plan."""

    def __init__(self, problem: Problem, pairs: Collection[Pair]) -> None:
        """Read the plan once for all questions about it."""
        self.problem = problem
        self.plan = Standing(problem, pairs)
        self.tables = tables_of(kept_by_hand(problem, pairs))
        self.state = State(self.tables, self.tables.at(pairs))

    def on(self, person: Person, slot: Slot) -> Because:
        """Why a person is on a shift: what speaks most for this one against the next best."""
        pair = (person.id, slot.shift.id)
        if pair in self.problem.locked:
            return self._because(Reason.LOCKED, person, slot)
        if broken := next(against_in(person, slot, self.plan), None):
            return replace(self._because(Reason.BY_HAND, person, slot), against=broken)
        i, s = self.tables.person_at[person.id], self.tables.slot_at[slot.shift.id]
        state = self.state
        state.take(i, s)
        others = [j for j in self.tables.candidates[s] if j != i and state.can_put(j, s)]
        ours = self.costs(i, s)
        theirs = min((self.costs(j, s) for j in others), key=lambda costs: sum(costs.values()), default=None)
        state.put(i, s)
        if theirs is None:
            return self._because(Reason.NOBODY_ELSE, person, slot)
        worth = sum(theirs.values()) - sum(ours.values())
        if worth <= 0 and self.problem.before is not None and pair in self.problem.before:
            promised = self.problem.is_promised(slot)
            return self._because(Reason.ALREADY_TOLD if promised else Reason.ALREADY_PLANNED, person, slot)
        if worth <= 0:
            return self._because(Reason.CHOSEN if worth else Reason.EQUAL, person, slot)
        part = _most_of(theirs, ours)
        return self._because(FOR[part](self._asked(person, slot, others)), person, slot)

    def not_on(self, person: Person, slot: Slot) -> tuple[Break, ...] | Because:
        """Why a person is not on a shift: the rules against it, or what speaks for those who are."""
        breaks = tuple(found for found in against_in(person, slot, self.plan) if found.rule is not Rule.FULL)
        if breaks:
            return breaks
        if (person.id, slot.shift.id) in self.problem.locked:
            return self._because(Reason.LOCKED_SINCE, person, slot)
        j, s = self.tables.person_at[person.id], self.tables.slot_at[slot.shift.id]
        members = sorted(self.state.members[s])
        swaps = [
            (self.costs(j, s, NONE), self._costs_of_member(i, s))
            for i in members
            if (self.tables.people[i].id, slot.shift.id) not in self.problem.locked
        ]
        if len(members) < self.tables.most[s]:
            enough = len(members) >= slot.best
            return self._because(Reason.ENOUGH_PEOPLE if enough else Reason.COULD_COME, person, slot)
        if not swaps:
            return self._because(Reason.ENOUGH_PEOPLE, person, slot)
        ours, theirs = min(swaps, key=lambda swap: sum(swap[0].values()) - sum(swap[1].values()))
        worth = sum(ours.values()) - sum(theirs.values())
        if worth <= 0:
            return self._because(Reason.CHOSEN_OTHERS if worth else Reason.EQUAL_OTHERS, person, slot)
        part = _most_of(ours, theirs)
        return self._because(AGAINST[part](self._asked(person, slot, members)), person, slot)

    def costs(self, i: int, s: int, leaves: int = NONE) -> Costs:
        """What a person's coming to a shift adds to each part that it is weighed by."""
        tables, state = self.tables, self.state
        hours, good, pay, hours_row, good_row, pay_row = tables.measures[i]
        a, b, c = state.totals[i]
        job = tables.job_of[s]
        turn, n = tables.turn[i][job], state.turns[i][job]
        step = turn[n + 1] - turn[n]
        weights, person, slot = self.problem.weights, tables.people[i], tables.slots[s]
        strange = points.STRANGE_COACH * is_strange_coach(person, slot)
        return {
            Part.HOURS: hours_row[a + hours[s]] - hours_row[a],
            Part.GOOD: good_row[b + good[s]] - good_row[b],
            Part.PAY: pay_row[c + pay[s]] - pay_row[c],
            Part.WISHES: weights[Goal.WISHES] * wished(person, slot),
            Part.VARIETY: max(0, step),
            Part.FAMILIAR: weights[Goal.FAMILIAR] * strange + state.company_cost(s, leaves, i),
            Part.LEARNING: min(0, step),
        }

    def _costs_of_member(self, i: int, s: int) -> Costs:
        """What somebody's being on a shift adds to each part."""
        self.state.take(i, s)
        costs = self.costs(i, s)
        self.state.put(i, s)
        return costs

    def _asked(self, person: Person, slot: Slot, others: Collection[int]) -> Asked:
        """What is known of a person and a shift; ``others`` are those who would come instead."""
        shares, plan = self.tables.basis.shares, self.plan
        company = {each.id for each in plan.company_of(person, slot)}
        share = shares[person.id]
        compared = [self.tables.people[j] for j in others]
        had = tuple(_had(each) for each in compared)
        return Asked(
            person=person,
            slot=slot,
            share=share,
            planned=self._planned[person.id],
            with_friends=bool(person.should_be_with & company),
            is_last=all(shares[each.id].owed <= share.owed for each in compared)
            and all(minutes >= _had(person) for minutes in had),
            friends_are_there=any(each.should_be_with & company for each in plan.company_of(person, slot)),
            turns=self._turns(person, slot),
            good=self._good(person, slot),
            turns_of_others=tuple(self._turns(each, slot) for each in compared),
            good_of_others=tuple(self._good(each, slot) for each in compared),
            had_by_others=had,
            planned_of_others=tuple(n for client, n in self._planned.items() if client != person.id),
        )

    @cached_property
    def _planned(self) -> dict[ClientId, int]:
        """Everybody's minutes in the whole plan."""
        return {p.id: sum(each.minutes for each in self.plan.slots_of(p)) for p in self.problem.people}

    def _turns(self, person: Person, slot: Slot) -> int:
        """Times that a person had the work of a shift, that shift left out."""
        job, others = slot.shift.job, self.plan.others_of(person, slot)
        return person.memory.turns.get(job, 0) + sum(each.shift.job == job for each in others)

    def _good(self, person: Person, slot: Slot) -> int:
        """Likewise turns at the jobs that all like."""
        return person.memory.good + sum(each.good for each in self.plan.others_of(person, slot))

    def _because(self, reason: Reason, person: Person, slot: Slot) -> Because:
        share, job = self.tables.basis.shares[person.id], slot.shift.job
        facts: dict[str, object] = {
            "name": person.name,
            "job": job,
            "day": slot.shift.day,
            "planned_minutes": self._planned[person.id],
            "fair_minutes": share.minutes,
            "had_minutes": _had(person),
            "even_minutes": max(0, _had(person) + share.owed),
            "turns": self._turns(person, slot),
            "good": self._good(person, slot),
            "number": len(self.plan.people_on(slot)),
        }
        return Because(reason=reason, client=person.id, shift=slot.shift.id, facts=facts)


def _had(person: Person) -> int:
    """Minutes of what has been: what is still to come is weighed too, but nobody has had it."""
    return person.memory.minutes - person.memory.ahead


def _most_of(more: Costs, less: Costs) -> Part:
    """The part in which the one costs most above the other; hours when several do."""
    return max(Part, key=lambda each: (more[each] - less[each], each is Part.HOURS))


def wished(person: Person, slot: Slot) -> int:
    """Points of a shift against the person's wishes, before they are weighed."""
    return job_points(person, slot.shift.job) + day_points(person, slot.shift.day.weekday())
