"""A question that is small enough, as a whole: all places at once, and proof that no plan is better.

A week of a hundred people is mostly proven before the solver's tree has more than its root. How far the
solver goes is counted in nodes, never by a clock.
"""

from collections.abc import Callable
from dataclasses import dataclass

from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import At, Tables
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.bound import whole_model
from subcontract.rota.rotation.solving.solver import Effort, solve
from subcontract.rota.rotation.solving.windows import pairs_in

MOST_PAIRS = 2_000
"""Pairs of a question that is tried as a whole; a larger one takes the solver too long."""
NODES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What came of it."""

    places: frozenset[At]
    """The better one of the plan that was known and of the solver's."""
    cost: int
    bound: int | None
    """No plan costs less; the cost itself when nothing better is possible. ``None`` when nothing is known."""


def can_be_proven(tables: Tables) -> bool:
    """Whether it is worth trying."""
    return solver.is_there() and pairs_in(tables) <= MOST_PAIRS


def proven(tables: Tables, known: frozenset[At], carry_on: Callable[[], bool], nodes: int = NODES) -> Proof:
    """Begin from a plan and look for a better one or for proof that there is none; stops when told to."""
    model = whole_model(tables)
    effort = Effort(nodes=nodes, exact=True, proof=True)
    answer = solve(model.rows, effort, model.start(known), carry_on)
    old = State(tables, known)
    if answer.values is None:
        return Proof(places=known, cost=old.cost, bound=answer.bound)
    new = State(tables, model.places(answer.values))
    best = new if new.cost < old.cost else old
    return Proof(places=best.places(), cost=best.cost, bound=answer.cost if answer.proven else answer.bound)
