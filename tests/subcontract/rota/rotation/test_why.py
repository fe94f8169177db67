"""Why somebody is on a shift or not, and the sentences."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from subcontract.ids import StaffId
from subcontract.people.client import Availability, Permit
from subcontract.rota.rotation.problem import Memory, Person, Problem, Slot
from subcontract.rota.rotation.propose import Tried, propose
from subcontract.rota.rotation.rules import Rule
from subcontract.rota.rotation.unfilled import TROUBLE
from subcontract.rota.rotation.why import Because, Reason, Why
from subcontract.rota.rotation.words import REASONS, RULES
from tests.benchmarks.rota_cases import SMALL, case
from tests.rotation_world import MONDAY, SHELVES, pair, people, person, slot

OTHER_COACH = StaffId(UUID(int=701))
HAD_MUCH = Memory(minutes=6_000, possible_minutes=9_000)
HAD_LITTLE = Memory(minutes=1_000, possible_minutes=9_000)


def why(on: Slot, there: Person, *others: Person, **more: Any) -> Why:
    problem = Problem(slots=(on,), people=(there, *others), **more)
    return Why(problem, [pair(there, on)])


def test_who_has_had_less_is_there_for_that() -> None:
    anna, ben = person(1, memory=HAD_LITTLE), person(2, memory=HAD_MUCH)
    asked = why(slot(), anna, ben)
    there = asked.on(anna, slot())
    assert there.reason is Reason.LEAST_WORK
    assert (there.facts["name"], there.facts["had_minutes"]) == ("Asiakas 1", 1_000)
    full = why(slot(most=1), anna, ben).not_on(ben, slot(most=1))
    assert isinstance(full, Because)
    assert full.reason is Reason.HAD_MORE


def test_a_hard_rule_comes_before_all() -> None:
    expired = person(2, permits=(Permit(name="hygieniapassi", valid_to=MONDAY),))
    shift = replace(slot(needs=frozenset({"hygieniapassi"})), shift=replace(slot().shift, day=MONDAY))
    later = replace(shift, shift=replace(shift.shift, day=MONDAY.replace(day=MONDAY.day + 1)))
    found = why(later, person(1, skills=frozenset({"hygieniapassi"})), expired).not_on(expired, later)
    assert isinstance(found, tuple)
    assert [(each.rule, each.facts["day"]) for each in found] == [(Rule.PERMIT_EXPIRED, MONDAY)]


@pytest.mark.parametrize(
    ("there", "other", "reason"),
    [
        (person(1, likes=frozenset({SHELVES})), person(2, dislikes=frozenset({SHELVES})), Reason.WISHED_FOR),
        (person(1, wants_to_try=frozenset({SHELVES})), person(2), Reason.WANTS_TO_TRY),
        (person(1), person(2, familiar_coaches=frozenset({OTHER_COACH})), Reason.OTHERS_STRANGE),
        (person(1), person(2), Reason.EQUAL),
    ],
)
def test_what_speaks_most_for_somebody(there: Person, other: Person, reason: Reason) -> None:
    assert why(slot(), there, other).on(there, slot()).reason is reason


def test_nobody_else_and_a_coach_s_decision_and_what_was_told() -> None:
    anna, ben = people(2)
    assert why(slot(), anna).on(anna, slot()).reason is Reason.NOBODY_ELSE
    told = frozenset({pair(anna, slot())})
    assert why(slot(), anna, ben, locked=told).on(anna, slot()).reason is Reason.LOCKED
    assert why(slot(), anna, ben, before=told).on(anna, slot()).reason is Reason.ALREADY_TOLD


def test_who_does_not_like_the_work_is_not_there_for_that() -> None:
    anna, ben = person(1), person(2, dislikes=frozenset({SHELVES}))
    small = slot(most=1)
    found = why(small, anna, ben).not_on(ben, small)
    assert isinstance(found, Because)
    assert found.reason is Reason.NOT_WISHED_FOR
    roomy = why(slot(), anna, ben).not_on(ben, slot())
    assert isinstance(roomy, Because)
    assert roomy.reason is Reason.ENOUGH_PEOPLE


def test_asking_changes_nothing_and_everything_can_be_asked() -> None:
    problem = case(SMALL, 2)
    plan = propose(problem, Tried(blocks=3)).pairs
    asked = Why(problem, plan)
    before = asked.state.cost, asked.state.places()
    for someone in problem.people:
        for on in problem.slots:
            if (someone.id, on.shift.id) in plan:
                assert asked.on(someone, on).reason in REASONS
            else:
                found = asked.not_on(someone, on)
                if isinstance(found, Because):
                    assert found.reason in REASONS
                else:
                    assert found
                    assert all(each.rule in RULES for each in found)
    assert (asked.state.cost, asked.state.places()) == before


def test_a_place_that_was_locked_after_the_plan_can_be_asked_about() -> None:
    anna, ben = people(2)
    small = slot(most=1)
    asked = why(small, anna, ben, locked=frozenset({pair(ben, small)}))
    found = asked.not_on(ben, small)
    assert isinstance(found, Because)
    assert found.reason is Reason.LOCKED_SINCE
    assert asked.on(anna, small).reason is Reason.EQUAL


def test_every_code_has_a_sentence_and_every_rule_its_trouble() -> None:
    assert set(RULES) == set(Rule) == set(TROUBLE)
    assert set(REASONS) == set(Reason)


def test_a_plan_made_by_hand_against_the_rules_can_be_asked_about() -> None:
    anna, ben = person(1, availability=Availability(half_days=frozenset())), person(2)
    crowded = slot(1, most=1)
    problem = Problem(slots=(crowded, slot(2)), people=(anna, ben))
    everywhere = [pair(each, on) for each in problem.people for on in problem.slots]
    asked = Why(problem, everywhere)
    assert {asked.on(each, on).reason for each in problem.people for on in problem.slots} == {Reason.BY_HAND}
