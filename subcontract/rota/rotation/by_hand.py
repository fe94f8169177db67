"""What a hand has put against the rules stays as it is: it is weighed like what has been locked."""

from collections.abc import Collection
from dataclasses import replace

from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.rules import against_in
from subcontract.rota.rotation.standing import Standing


def against_rules(problem: Problem, pairs: Collection[Pair]) -> frozenset[Pair]:
    """The pairs of a plan that break a rule."""
    plan = Standing(problem, pairs)
    return frozenset(
        (person.id, slot.shift.id)
        for person, slot in plan.in_order()
        if any(True for _ in against_in(person, slot, plan))
    )


def kept_by_hand(problem: Problem, pairs: Collection[Pair]) -> Problem:
    """The question with just those places locked that the plan has: by a coach, or by breaking a rule.

    Tables have room for what the rules allow beside what is locked; without this a plan that was made by
    hand could not be weighed, nor one that lacks a place which was locked after it.
    """
    return replace(problem, locked=problem.locked & frozenset(pairs) | against_rules(problem, pairs))
