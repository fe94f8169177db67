"""Truths that hold of every proposal, whatever the question."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.propose import Progress, Stage, Tried, propose
from subcontract.rota.rotation.rules import breaks_of
from subcontract.rota.rotation.searching.greedy import first_plan
from subcontract.rota.rotation.searching.search import Search
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import tables_of
from subcontract.rota.rotation.sharing.goals import score_of, scored
from subcontract.rota.rotation.standing import Standing
from tests.benchmarks.rota_cases import MONTH, SMALL, Size, case
from tests.rotation_world import random_problem

SIZES = st.builds(Size, st.integers(0, 8), st.integers(1, 4), st.integers(1, 3))
PROBLEMS = st.builds(random_problem, st.integers(0, 10**6), SIZES)
FEW = Tried(blocks=2, rounds=0)


def only_by_locks(problem: Problem, pairs: frozenset) -> bool:
    """Whether each broken rule is about a pair that a coach has locked."""
    locked_slots = {shift for _, shift in problem.locked}
    locked_people = {client for client, _ in problem.locked}
    breaks = breaks_of(Standing(problem, pairs))
    return all(b.shift in locked_slots or b.client in locked_people for b in breaks)


@given(PROBLEMS)
@settings(max_examples=40)
def test_no_hard_rule_is_broken_and_what_is_locked_stays(problem: Problem) -> None:
    found = propose(problem, FEW)
    assert problem.known(problem.locked) <= found.pairs
    assert not (found.pairs - problem.locked) & problem.barred
    assert only_by_locks(problem, found.pairs)


@given(PROBLEMS)
@settings(max_examples=40)
def test_without_locks_nothing_at_all_is_broken(problem: Problem) -> None:
    found = propose(replace(problem, locked=frozenset()), FEW)
    assert breaks_of(Standing(problem, found.pairs)) == ()


@given(PROBLEMS, st.integers(0, 3))
@settings(max_examples=15)
def test_the_same_question_and_seed_give_the_same_plan(problem: Problem, seed: int) -> None:
    assert propose(problem, FEW, seed).pairs == propose(problem, FEW, seed).pairs


@given(PROBLEMS)
@settings(max_examples=30)
def test_never_worse_than_the_first_plan_and_scored_as_it_was_searched(problem: Problem) -> None:
    found = propose(problem, FEW)
    assert found.score.total <= found.first.total
    tables = tables_of(problem)
    assert State(tables, tables.at(found.pairs)).cost == found.score.total


@given(PROBLEMS, st.integers(0, 10**6))
@settings(max_examples=40)
def test_running_totals_agree_with_the_goals_after_any_changes(problem: Problem, seed: int) -> None:
    tables = tables_of(problem)
    search = Search(first_plan(tables), seed)
    search.run(1, lambda _: True, hot=5000)
    state = search.state
    pairs = tables.pairs_of(state.places())
    assert state.cost == scored(tables.basis, pairs).total
    again = State(tables, state.places())
    assert (again.left, again.totals, again.turns) == (state.left, state.totals, state.turns)


def test_nobody_and_nothing_to_plan() -> None:
    found = propose(Problem(), FEW)
    assert found.pairs == frozenset()
    assert found.whole
    alone = propose(replace(case(SMALL, 1), people=()), FEW)
    assert alone.score.unfilled == sum(slot.least for slot in case(SMALL, 1).slots)


def test_stopping_keeps_the_best_so_far() -> None:
    told: list[Progress] = []

    def twice(progress: Progress) -> bool:
        told.append(progress)
        return len(told) < 3

    found = propose(case(SMALL, 1), Tried(blocks=50), tell=twice)
    assert not found.whole
    assert found.score.total <= found.first.total
    assert [each.stage for each in told] == [Stage.FIRST, Stage.SEARCH, Stage.SEARCH, Stage.DONE]
    assert told[-1].cost == found.score.total


def test_progress_tells_the_empty_places_and_changes_of_the_best_so_far() -> None:
    for seed in range(6):
        problem = random_problem(seed, SMALL)
        told: list[Progress] = []

        def keep(progress: Progress, told: list[Progress] = told) -> bool:
            told.append(progress)
            return True

        score = propose(problem, Tried(blocks=5), tell=keep).score
        assert (told[-1].unfilled, told[-1].changes) == (score.unfilled, score.changes)


def test_five_hundred_people_get_a_first_plan() -> None:
    problem = case(Size(500, 1, 60), 1)
    tables = tables_of(problem)
    state = first_plan(tables)
    assert breaks_of(Standing(problem, tables.pairs_of(state.places()))) == ()


@pytest.mark.slow
def test_a_search_makes_a_month_much_fairer() -> None:
    problem = case(MONTH, 1)
    found = propose(problem, Tried(blocks=40))
    assert found.score.of_goals < found.first.of_goals * 3 // 4
    assert found.score == score_of(problem, found.pairs)
