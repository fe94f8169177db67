"""How good a plan could be at most: a bound that the solver proves, or none."""

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import Tables, tables_of
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.model import Model
from subcontract.rota.rotation.solving.solver import Effort, solve

MOST_PAIRS = 60_000
"""Pairs of a question whose bound is tried; a larger one takes minutes."""
HUNDRED = 100


def bound_of(problem: Problem, nodes: int = 0) -> int | None:
    """Points below which no plan can come; with nodes the solver tries to come closer."""
    return bound_in(tables_of(problem), nodes) if solver.is_there() else None


def bound_in(tables: Tables, nodes: int = 0) -> int | None:
    """Likewise for a question that is in tables."""
    model = whole_model(tables)
    if len(model.at) > MOST_PAIRS:
        return None
    return solve(model.rows, Effort(nodes=nodes, whole=nodes > 0)).bound


def whole_model(tables: Tables) -> Model:
    """The whole question as rows, what is locked kept."""
    free = [(i, s) for s, group in enumerate(tables.candidates) for i in group if (i, s) not in tables.locked]
    return Model(State(tables), free)


def percent_from(cost: int, bound: int | None) -> int | None:
    """At most so many hundredths above the best possible, rounded up; ``None`` where nothing is proven."""
    if bound is None or bound <= 0:
        return 0 if bound is not None and cost <= 0 else None
    return max(0, -(-HUNDRED * (cost - bound) // bound))
