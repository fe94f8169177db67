"""Empty places with the cheapest way to fill them, impossible weeks, and contradicting decisions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from subcontract.days import DateRange
from subcontract.people.client import Absence, Permit
from subcontract.rota.rotation.problem import Limit, LimitKind, Problem
from subcontract.rota.rotation.proposing.propose import Tried, propose
from subcontract.rota.rotation.rules import Rule
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.conflicts import conflict_in, locked_breaks
from subcontract.rota.rotation.unfilled import unfilled_of
from tests.benchmarks.rota_cases import SMALL, case
from tests.rotation_world import MONDAY, pair, people, person, slot, week

WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))
ONE_DAY = (Limit(kind=LimitKind.DAYS, days=WEEK, most=1),)


def test_a_full_plan_has_nothing_to_tell() -> None:
    problem = Problem(slots=(slot(),), people=people(1))
    assert unfilled_of(problem, [pair(person(1), slot())]) == ()


def test_the_cheapest_way_is_told_first_with_its_rule_and_person() -> None:
    shift = slot(needs=frozenset({"hygieniapassi"}))
    away = (Absence(days=WEEK),)
    skilled = frozenset({"hygieniapassi"})
    sick = person(1, absences=away, skills=skilled)
    unskilled = person(2)
    expired = person(3, permits=(Permit(name="hygieniapassi", valid_to=MONDAY - timedelta(days=20)),))
    tired = person(4, skills=skilled, limits=(Limit(kind=LimitKind.DAYS, days=WEEK, most=1, used=1),))
    problem = Problem(slots=(shift,), people=(sick, unskilled, expired, tired))
    found = unfilled_of(problem, [], most=4)[0]
    assert (found.shift, found.missing) == (shift.shift.id, 1)
    assert [way.person.number for way in found.ways] == [4, 3, 2, 1]
    assert [each.rule for each in found.ways[0].breaks] == [Rule.LIMIT_DAYS]
    assert found.reasons == {Rule.AWAY: 1, Rule.SKILL_MISSING: 1, Rule.PERMIT_EXPIRED: 1, Rule.LIMIT_DAYS: 1}


def test_who_must_never_be_with_somebody_is_no_way() -> None:
    anna, ben = people(2)
    shift = slot(least=2)
    problem = Problem(slots=(shift,), people=(anna, replace(ben, never_with=frozenset({anna.id}))))
    found = unfilled_of(problem, [pair(anna, shift)])[0]
    assert found.ways == ()
    assert found.reasons == {Rule.NEVER_WITH: 1}


def test_leaving_a_shift_that_would_then_lack_somebody_is_no_way() -> None:
    (anna,) = people(1)
    here, there = slot(1), slot(2, least=0)
    on = [pair(anna, there)]
    problem = Problem(slots=(here, there), people=(anna,))
    (way,) = unfilled_of(problem, on)[0].ways
    assert [each.rule for each in way.breaks] == [Rule.OVERLAP]
    locked = replace(problem, locked=frozenset(on))
    assert unfilled_of(locked, on)[0].ways == ()
    needed = replace(problem, slots=(here, slot(2, least=1)))
    assert unfilled_of(needed, on)[0].ways == ()


def test_a_possible_week_has_no_conflict() -> None:
    assert conflict_in(Problem(slots=week(), people=people(1))) is None


def test_the_smallest_set_in_conflict_at_one_time() -> None:
    same_time = (slot(1, least=2), slot(2, least=2), *week(5)[2:])
    found = conflict_in(Problem(slots=same_time, people=people(3)))
    assert found is not None
    assert set(found.shifts) == {slot(1).shift.id, slot(2).shift.id}
    assert found.needed == 4
    assert found.helps == ()


def test_a_rule_that_alone_would_help_is_named() -> None:
    found = conflict_in(Problem(slots=week(3), people=people(2, limits=ONE_DAY)))
    assert found is not None
    assert len(found.shifts) == 3
    assert (found.needed, found.found) == (3, 2)
    assert found.helps == (Rule.LIMIT_DAYS,)


def test_one_shift_that_nobody_can_do() -> None:
    cash = slot(3, day=MONDAY + timedelta(days=2), needs=frozenset({"kassa"}))
    found = conflict_in(Problem(slots=(*week(2), cash), people=people(4)))
    assert found is not None
    assert found.shifts == (cash.shift.id,)
    assert found.helps == (Rule.SKILL_MISSING,)


def test_nothing_in_a_conflict_can_be_left_out() -> None:
    problem = case(SMALL, 3)
    crowded = replace(
        problem,
        slots=tuple(
            replace(s, shift=replace(s.shift, least=s.shift.most + 1, most=9)) for s in problem.slots
        ),
    )
    found = conflict_in(crowded)
    assert found is not None
    for shift in found.shifts:
        others = [other for other in found.shifts if other != shift]
        assert not others or conflict_in(crowded, others) is None


def test_locks_against_the_rules_are_named() -> None:
    anna = person(1)
    same_time = (slot(1), slot(2))
    problem = Problem(
        slots=same_time, people=(anna,), locked=frozenset(pair(anna, each) for each in same_time)
    )
    assert [each.rule for each in locked_breaks(problem)] == [Rule.OVERLAP, Rule.OVERLAP]
    assert propose(problem, Tried(blocks=2)).pairs == problem.locked


def test_without_the_solver_a_conflict_is_not_called_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "is_there", lambda: False)
    found = conflict_in(Problem(slots=week(3), people=people(2, limits=ONE_DAY)))
    assert found is not None
    assert not found.proven
    assert found.found == 2
