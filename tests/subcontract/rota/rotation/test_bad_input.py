"""Questions that are empty, huge, impossible or contradict themselves: a plan or a reason, never a crash."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.people.client import Permit
from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.propose import Tried, propose
from subcontract.rota.rotation.rules import Rule, breaks_of
from subcontract.rota.rotation.searching.greedy import first_plan
from subcontract.rota.rotation.searching.replan import ways_on
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import tables_of
from subcontract.rota.rotation.solving import fill, solver
from subcontract.rota.rotation.solving.bound import whole_model
from subcontract.rota.rotation.solving.conflicts import conflict_in, locked_breaks
from subcontract.rota.rotation.solving.fill import Answer, Patience, empty_places, filled
from subcontract.rota.rotation.solving.solver import Effort, solve
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.rotation.unfilled import unfilled_of
from tests.benchmarks.rota_cases import Size, case
from tests.rotation_world import AUTUMN_NIGHT, SPRING_NIGHT, pair, people, person, random_problem, slot, week

needs_solver = pytest.mark.skipif(not solver.is_there(), reason="highspy is not installed")
SIZES = st.builds(Size, st.integers(1, 6), st.integers(1, 3), st.integers(1, 2))
PROBLEMS = st.builds(random_problem, st.integers(0, 10**6), SIZES)
ROUNDS = Tried(blocks=1, rounds=1, again=1)


def test_nobody_or_nothing_has_no_conflict_without_reason() -> None:
    assert conflict_in(Problem()) is None
    assert conflict_in(Problem(people=people(3))) is None
    nobody = conflict_in(Problem(slots=week()))
    assert nobody is not None
    assert (len(nobody.shifts), nobody.found) == (1, 0)
    assert ways_on(Problem(), [], []) == ()
    assert propose(Problem(people=people(3)), ROUNDS).pairs == frozenset()


def test_two_locks_at_one_time_are_kept_and_named() -> None:
    anna, same_time = person(1), (slot(1), slot(2, start=time(10), end=time(14)))
    locked = frozenset(pair(anna, each) for each in same_time)
    problem = Problem(slots=same_time, people=(anna, person(2)), locked=locked)
    assert {each.rule for each in locked_breaks(problem)} == {Rule.OVERLAP}
    assert locked <= propose(problem, ROUNDS).pairs


def test_two_who_must_not_be_together_but_are_locked_together_are_named() -> None:
    anna, ben = people(2)
    anna = replace(anna, never_with=frozenset({ben.id}))
    both = frozenset({pair(anna, slot()), pair(ben, slot())})
    problem = Problem(slots=(slot(),), people=(anna, ben), locked=both)
    named = locked_breaks(problem)
    assert {(each.rule, each.client) for each in named} == {
        (Rule.NEVER_WITH, anna.id),
        (Rule.NEVER_WITH, ben.id),
    }
    assert {each.facts["other"] for each in named} == {anna.name, ben.name}
    assert propose(problem, ROUNDS).pairs == both


def test_with_and_never_with_the_same_person_keeps_them_apart() -> None:
    anna, ben = people(2)
    torn = replace(anna, never_with=frozenset({ben.id}), should_be_with=frozenset({ben.id}))
    problem = Problem(slots=(slot(least=2),), people=(torn, ben))
    found = propose(problem, ROUNDS)
    assert found.score.unfilled == 1
    (empty,) = unfilled_of(problem, found.pairs)
    assert empty.reasons == {Rule.NEVER_WITH: 1}
    conflict = conflict_in(problem)
    assert conflict is not None
    assert conflict.helps == (Rule.NEVER_WITH,)


def test_a_permit_that_ends_on_wednesday_leaves_the_rest_of_the_week_to_another() -> None:
    shifts = week(needs=frozenset({"hygieniapassi"}))
    wednesday = shifts[2].shift.day
    anna = person(1, permits=(Permit(name="hygieniapassi", valid_to=wednesday),))
    ben = person(2, permits=(Permit(name="hygieniapassi"),))
    found = propose(Problem(slots=shifts, people=(anna, ben)), ROUNDS)
    assert found.score.unfilled == 0
    days = {shift.shift.day for shift in shifts if pair(anna, shift) in found.pairs}
    assert days
    assert max(days) <= wednesday


@pytest.mark.parametrize("night", [AUTUMN_NIGHT, SPRING_NIGHT])
def test_nights_when_the_clocks_change_are_planned_with_rest(night) -> None:
    after = night + timedelta(days=1)
    shifts = (
        slot(1, day=night, start=time(22), end=time(6)),
        slot(2, day=after, start=time(8), end=time(12)),
        slot(3, day=after, start=time(22), end=time(6)),
    )
    problem = Problem(slots=shifts, people=people(2))
    found = propose(problem, ROUNDS)
    assert found.score.unfilled == 0
    assert breaks_of(Standing(problem, found.pairs)) == ()
    for someone in problem.people:
        assert not {pair(someone, shifts[0]), pair(someone, shifts[1])} <= found.pairs


@needs_solver
@given(PROBLEMS)
@settings(max_examples=25)
def test_rounds_keep_rules_locks_and_bars(problem: Problem) -> None:
    free = replace(problem, locked=frozenset())
    found = propose(free, ROUNDS)
    assert breaks_of(Standing(free, found.pairs)) == ()
    kept = propose(problem, ROUNDS)
    assert problem.known(problem.locked) <= kept.pairs
    assert not (kept.pairs - problem.locked) & problem.barred
    assert kept.score.total <= kept.first.total


@needs_solver
@given(PROBLEMS)
@settings(max_examples=25)
def test_a_conflict_that_is_proven_leaves_a_place_empty_in_every_plan(problem: Problem) -> None:
    free = replace(problem, locked=frozenset())
    found = conflict_in(free)
    tables = tables_of(free)
    model = whole_model(tables)
    best = solve(model.rows, Effort(exact=True))
    assert best.values is not None
    plan = State(tables, model.places(best.values))
    if found is None:
        assert not empty_places(plan)
        return
    assert found.found <= found.needed
    if found.proven:
        assert found.found < found.needed
        assert empty_places(plan).keys() & set(found.shifts)


@needs_solver
def test_nothing_is_called_proven_once_the_time_is_over() -> None:
    crowded = Problem(slots=(slot(1, least=2), slot(2, least=2)), people=people(3))
    in_time, late = conflict_in(crowded), conflict_in(crowded, seconds=0)
    assert in_time is not None
    assert in_time.proven
    assert late is not None
    assert not late.proven
    assert set(late.shifts) <= {slot(1).shift.id, slot(2).shift.id}


@needs_solver
def test_nothing_is_called_proven_of_a_question_too_large_for_the_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fill, "MOST_PAIRS", 3)
    shifts = (slot(1, least=2), slot(2, least=2))
    looked = filled(Problem(slots=shifts, people=people(3)), shifts, Patience(20))
    assert looked.answer is Answer.NOT_KNOWN
    found = conflict_in(Problem(slots=shifts, people=people(3)))
    assert found is not None
    assert not found.proven


@pytest.mark.slow
def test_five_hundred_people_and_four_weeks_get_a_first_plan() -> None:
    problem = case(Size(500, 20, 30), 1)
    state = first_plan(tables_of(problem))
    assert breaks_of(Standing(problem, state.tables.pairs_of(state.places()))) == ()
