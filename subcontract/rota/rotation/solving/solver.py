"""HiGHS behind the rows: loaded when first used, never needed for a plan, only for a better one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from math import ceil
from typing import Any

from subcontract.rota.rotation.solving.rows import Rows

GUESSES = ("rins", "rens", "root_reduced_cost")
"""Ways in which the solver looks for plans; they take more time than all the rest."""
MILLION = 1_000_000
"""Nearer to a whole number than a millionth is whole: the solver reckons in fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard the solver tries; without seconds the answer is the same on every machine."""

    nodes: int = 0
    """Most nodes of its tree; 0 for as many as it takes."""
    seconds: int = 0
    """A clock beside the nodes; 0 for none."""
    exact: bool = False
    """To the point, however long it takes; otherwise to a hundredth of a per cent."""
    proof: bool = False
    """A good plan is known already, so the solver need not look for one by guessing."""
    whole: bool = True
    """Whether pairs are whole; otherwise only a bound comes of it."""
    small: bool = False
    """The rows are few, so making them fewer first would take longer than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the solver found."""

    values: tuple[int, ...] | None
    """The columns, rounded to whole numbers; ``None`` when it found no plan."""
    bound: int | None
    """No plan costs less, when it could prove one."""
    cost: int | None = None
    """What the plan found costs in the rows; when it is proven, no plan costs less."""
    proven: bool = False
    """The plan found is the best possible."""
    impossible: bool = False
    """Proven that no plan keeps the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The best when people may be cut in parts."""

    values: tuple[float, ...]
    bound: float
    """No plan costs less."""

    def is_whole(self, column: int) -> bool:
        """Whether the column came out whole by itself."""
        value = self.values[column] * MILLION
        return abs(value - round(self.values[column]) * MILLION) < 1

    def uses(self, column: int) -> bool:
        """Whether any part of the column is used."""
        return self.values[column] * MILLION > 1


def is_there() -> bool:
    """Whether the solver is installed."""
    return find_spec("highspy") is not None


def solve(
    rows: Rows,
    effort: Effort,
    start: tuple[int, ...] | None = None,
    carry_on: Callable[[], bool] | None = None,
) -> Answer:
    """Answer the rows; ``start`` is a plan to begin from, column by column.

    ``carry_on`` is asked some times a second; when it says no, the best so far is the answer.
    """
    if not rows.cost:
        return Answer(values=(), bound=rows.constant, cost=rows.constant, proven=True)
    highspy, engine = _engine()
    _try(engine, effort)
    engine.passModel(_model(rows, highspy, whole=effort.whole))
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = list(start)
        engine.setSolution(solution)
    if carry_on is not None:
        engine.cbMipInterrupt += lambda event: event.interrupt(not carry_on())
    engine.run()
    return _answer(engine, highspy, whole=effort.whole)


def _try(engine: Any, effort: Effort) -> None:  # noqa: ANN401 - the solver has no types
    """Tell the solver how hard to try."""
    if effort.small:
        engine.setOptionValue("presolve", "off")
    if effort.exact:
        engine.setOptionValue("mip_rel_gap", 0)  # a share of empty places would be many points
        engine.setOptionValue("mip_abs_gap", 1 / 2)  # points are whole
    if effort.proof:
        for guess in GUESSES:
            engine.setOptionValue(f"mip_heuristic_run_{guess}", False)  # noqa: FBT003 - its own way
    if not effort.whole:
        engine.setOptionValue("solver", "ipm")  # many times quicker here than the simplex
        engine.setOptionValue("run_crossover", "off")
    if effort.nodes:
        engine.setOptionValue("mip_max_nodes", effort.nodes)
    if effort.seconds:
        engine.setOptionValue("time_limit", effort.seconds)


def relax(rows: Rows) -> Parts | None:
    """Answer the rows with people in parts; ``None`` when nothing keeps them."""
    if not rows.cost:
        return Parts(values=(), bound=rows.constant)
    highspy, engine = _engine()
    engine.setOptionValue("presolve", "off")
    engine.passModel(_model(rows, highspy, whole=False))
    engine.run()
    if engine.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    bound = engine.getInfo().objective_function_value
    return Parts(values=tuple(engine.getSolution().col_value), bound=bound)


def _engine() -> tuple[Any, Any]:
    """The library and a quiet solver on one processor."""
    highspy, quiet = _library()
    engine = quiet()
    engine.setOptionValue("threads", 1)
    return highspy, engine


@cache
def _library() -> tuple[Any, Any]:
    """The library and its solver made quiet: as it comes it prints its name while it is being made."""
    highspy: Any = import_module("highspy")  # heavy, and only needed once a plan is to be made better

    def enable_callbacks(engine: Any) -> None:  # noqa: ANN401 - the solver has no types
        """Be quiet first: this is called while it is being made, and prints the name otherwise."""
        engine.silent()
        highspy.Highs.enableCallbacks(engine)

    return highspy, type("Quiet", (highspy.Highs,), {"enableCallbacks": enable_callbacks})


def _model(rows: Rows, highspy: Any, *, whole: bool) -> Any:  # noqa: ANN401 - the solver has no types
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(rows.cost), len(rows.row_low)
    lp.offset_ = rows.constant
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = rows.cost, rows.low, rows.high
    lp.row_lower_, lp.row_upper_ = rows.row_low, rows.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = rows.starts
    lp.a_matrix_.index_ = rows.columns
    lp.a_matrix_.value_ = rows.factors
    if whole:
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if each else kinds.kContinuous for each in rows.whole]
    return lp


def _answer(engine: Any, highspy: Any, *, whole: bool) -> Answer:  # noqa: ANN401 - as above
    status, info = engine.getModelStatus(), engine.getInfo()
    states = highspy.HighsModelStatus
    if status == states.kInfeasible:
        return Answer(values=None, bound=None, impossible=True)
    best = status == states.kOptimal
    if not whole:
        return Answer(values=None, bound=_down(info.objective_function_value) if best else None)
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = tuple(map(round, engine.getSolution().col_value)) if found else None
    known = abs(info.mip_dual_bound) < highspy.kHighsInf
    return Answer(
        values=values,
        bound=_down(info.mip_dual_bound) if known else None,
        cost=ceil(info.objective_function_value - 1 / 2) if found else None,
        proven=best,
    )


def _down(value: Any) -> int:  # noqa: ANN401 - as above
    """A whole bound a little below the figure, so that its last digits cannot make it untrue."""
    return int(value - 1)
