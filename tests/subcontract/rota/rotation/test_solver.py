"""The solver: rows mean what the tables mean, windows never make a plan worse, a bound is a bound."""

import errno
import subprocess
import sys
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing import worker
from subcontract.rota.rotation.proposing.propose import Progress, Proposal, Stage, Tried, propose
from subcontract.rota.rotation.proposing.worker import Bound, Proposer, Said, seeds_of
from subcontract.rota.rotation.rules import breaks_of
from subcontract.rota.rotation.searching.greedy import first_plan
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import tables_of
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.bound import bound_in, percent_from, whole_model
from subcontract.rota.rotation.solving.proof import proven
from subcontract.rota.rotation.solving.rows import Rows
from subcontract.rota.rotation.solving.solver import Effort, relax, solve
from subcontract.rota.rotation.solving.windows import by_days, by_job, sweep
from subcontract.rota.rotation.standing import Standing
from tests import house
from tests.benchmarks.rota_cases import SMALL, Size, case
from tests.rotation_world import random_problem

needs_solver = pytest.mark.skipif(not solver.is_there(), reason="highspy is not installed")
SIZES = st.builds(Size, st.integers(1, 4), st.integers(1, 2), st.integers(1, 2))
PROBLEMS = st.builds(random_problem, st.integers(0, 10**6), SIZES)


@needs_solver
@given(PROBLEMS)
@settings(max_examples=15)
def test_the_best_of_the_rows_costs_what_the_plan_costs(problem: Problem) -> None:
    tables = tables_of(problem)
    model = whole_model(tables)
    answer = solve(model.rows, Effort(exact=True))
    assert answer.proven
    assert answer.values is not None
    state = State(tables, model.places(answer.values))
    assert answer.bound is not None
    assert answer.bound <= state.cost <= answer.bound + 2
    assert state.cost <= propose(problem, Tried(blocks=5)).score.total
    free = Standing(problem, tables.pairs_of(state.places()) - problem.locked)
    assert problem.locked or breaks_of(free) == ()


@needs_solver
@given(PROBLEMS, st.integers(0, 10))
@settings(max_examples=15)
def test_windows_make_no_plan_worse_and_break_no_rule(problem: Problem, seed: int) -> None:
    tables = tables_of(problem)
    state = first_plan(tables)
    before = state.cost
    chance = Random(seed)
    windows = [*by_job(tables, chance), *by_days(tables, chance, most=20)]
    open_shifts = {s for s, group in enumerate(tables.candidates) if group}
    assert {s for window in windows for s in window} == open_shifts
    assert sweep(state, windows, lambda _: True)
    assert state.cost <= before
    again = State(tables, state.places())
    assert (again.cost, again.left) == (state.cost, state.left)


@needs_solver
@given(PROBLEMS)
@settings(max_examples=10)
def test_parts_of_people_are_never_worse_than_whole_people(problem: Problem) -> None:
    model = whole_model(tables_of(problem))
    parts, whole = relax(model.rows), solve(model.rows, Effort(exact=True, small=True))
    assert parts is not None
    assert whole.bound is not None
    assert parts.bound <= whole.bound + 2


@needs_solver
def test_rounds_make_a_week_the_best_there_is_and_always_the_same() -> None:
    problem = case(SMALL, 3)
    best = solve(whole_model(tables_of(problem)).rows, Effort(exact=True))
    found = [propose(problem, Tried.about(1)) for _ in range(2)]
    assert found[0] == found[1]
    assert best.proven
    assert best.bound is not None
    assert best.bound <= found[0].score.total == best.cost == found[0].bound
    assert propose(problem, Tried(blocks=20)).score.total >= best.bound


@needs_solver
@given(PROBLEMS)
@settings(max_examples=15)
def test_a_small_question_is_proven_whole(problem: Problem) -> None:
    tables = tables_of(problem)
    known = first_plan(tables)
    found = proven(tables, known.places(), lambda: True)
    best = solve(whole_model(tables).rows, Effort(exact=True))
    assert State(tables, found.places).cost == found.cost <= known.cost
    assert found.bound is not None
    assert best.cost == found.bound <= found.cost
    assert tables.locked <= found.places


@needs_solver
def test_the_solver_begins_from_the_plan_that_it_is_given_and_stops_when_told() -> None:
    problem = case(SMALL, 1)  # somebody there needs an own coach, which has columns of its own
    tables = tables_of(problem)
    model = whole_model(tables)
    known = tables.at(propose(problem, Tried(blocks=60)).pairs)
    assert any(model.start(known)[column] for column in model.anybody.values())
    stopped = solve(model.rows, Effort(exact=True, proof=True), model.start(known), lambda: False)
    assert not stopped.proven
    assert stopped.values is not None
    assert State(tables, model.places(stopped.values)).cost <= State(tables, known).cost


@needs_solver
def test_a_proposal_that_is_stopped_while_the_whole_is_tried() -> None:
    stopped = propose(case(SMALL, 1), Tried.about(1), tell=lambda told: told.stage is not Stage.PROOF)
    assert not stopped.whole
    assert stopped.bound != stopped.score.total


@needs_solver
def test_a_bound_is_below_every_plan() -> None:
    problem = case(SMALL, 1)
    loose, tight = bound_in(tables_of(problem)), bound_in(tables_of(problem), nodes=5)
    assert loose is not None
    assert tight is not None
    best = propose(problem, Tried(blocks=60)).score.total
    assert loose <= tight <= best
    assert percent_from(best, tight) == -(-100 * (best - tight) // tight)


def test_how_far_from_the_bound() -> None:
    assert percent_from(102, 100) == 2
    assert percent_from(1001, 1000) == 1
    assert percent_from(100, 100) == 0
    assert percent_from(100, None) is None
    assert percent_from(0, 0) == 0
    assert percent_from(5, 0) is None


@needs_solver
def test_rows_that_nothing_can_keep() -> None:
    rows = Rows()
    rows.row([(rows.column(1, 0, 1, whole=True), 1)], 2, 3)
    answer = solve(rows, Effort())
    assert answer.impossible
    assert answer.values is None


def test_without_the_solver_there_is_still_a_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "is_there", lambda: False)
    found = propose(case(SMALL, 1), Tried(blocks=10))
    assert found.whole
    assert found.score.total < found.first.total


def test_the_solver_is_loaded_when_first_used() -> None:
    code = (
        "import sys, subcontract.rota.rotation.proposing.worker, subcontract.rota.rotation.solving.conflicts;"
        "sys.exit(any(name in sys.modules for name in ('highspy', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=house.ROOT, check=False).returncode == 0


@needs_solver
def test_a_proposal_prints_nothing() -> None:
    code = (
        "from tests.benchmarks.rota_cases import SMALL, case;"
        "from subcontract.rota.rotation.proposing.propose import Tried, propose;"
        "from subcontract.rota.rotation.searching import tables;"
        "from subcontract.rota.rotation.solving import bound;"
        "question = case(SMALL, 1);"
        "propose(question, Tried(blocks=1, rounds=1, again=1));"
        "assert bound.bound_in(tables.tables_of(question)) > 0"
    )
    # a process of its own, for what the solver prints is written out only when a process ends
    done = subprocess.run([sys.executable, "-c", code], cwd=house.ROOT, check=True, capture_output=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def heard(proposer: Proposer) -> list[Said]:
    """Everything that a process tells until it has ended."""
    said: list[Said] = []
    while proposer.is_working:
        said.extend(proposer.said())
    return said


@pytest.mark.slow
def test_a_process_of_its_own_gives_the_same_plan() -> None:
    problem, tried = case(SMALL, 1), Tried(blocks=10)
    proposer = Proposer(problem, tried, seed=3)
    said = heard(proposer)
    proposer.end()
    plans = [each for each in said if isinstance(each, Proposal)]
    assert [each.pairs for each in plans] == [
        min((propose(problem, tried, each) for each in seeds_of(3)), key=lambda each: each.score.total).pairs
    ]
    assert [isinstance(each, Bound) for each in said].count(True) == 1
    assert any(isinstance(each, Progress) for each in said)


@pytest.mark.slow
def test_stopping_another_process_gives_the_best_so_far() -> None:
    proposer = Proposer(case(SMALL, 1), Tried(blocks=100_000), with_bound=False)
    said: list[Said] = []
    while not any(isinstance(each, Progress) for each in said):
        said.extend(proposer.said())
    proposer.stop()
    said += heard(proposer)
    proposer.end()
    plan = next(each for each in said if isinstance(each, Proposal))
    assert not plan.whole
    assert plan.score.total <= plan.first.total


@pytest.mark.slow
def test_one_process_that_dies_leaves_the_plan_of_the_other() -> None:
    problem, tried = case(SMALL, 3), Tried(blocks=10)
    proposer = Proposer(problem, tried, seed=3, with_bound=False)
    proposer._makers[0]._process.kill()
    said = heard(proposer)
    proposer.end()
    (plan,) = [each for each in said if isinstance(each, Proposal)]
    assert plan.pairs == propose(problem, tried, seeds_of(3)[1]).pairs


@pytest.mark.slow
def test_where_only_one_process_can_be_started_it_makes_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    problem, tried = case(SMALL, 3), Tried(blocks=10)
    first, started = worker._Other, []

    def other(*facts: Any) -> worker._Other:
        started.append(facts)
        if len(started) > 1:
            raise OSError(errno.EAGAIN, "no room")
        return first(*facts)

    monkeypatch.setattr(worker, "_Other", other)
    proposer = Proposer(problem, tried, seed=3, with_bound=False)
    said = heard(proposer)
    proposer.end()
    (plan,) = [each for each in said if isinstance(each, Proposal)]
    assert plan.pairs == propose(problem, tried, seeds_of(3)[0]).pairs
    with pytest.raises(OSError, match="no room"):
        Proposer(problem, tried)
