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
    """The question with those pairs of a plan locked that break a rule.

    Tables have room for what the rules allow and for what is locked; without this a plan that was made
    by hand could not be weighed.
    """
    return replace(problem, locked=problem.locked | against_rules(problem, pairs))
