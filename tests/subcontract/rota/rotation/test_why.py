"""Why somebody is on a shift or not, and the sentences."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from subcontract.days import ONE_DAY
from subcontract.ids import StaffId
from subcontract.people.client import Availability, Permit
from subcontract.rota.rotation.problem import Memory, Person, Problem, Slot
from subcontract.rota.rotation.proposing.propose import Tried, propose
from subcontract.rota.rotation.rules import Rule
from subcontract.rota.rotation.searching.replan import narrowed
from subcontract.rota.rotation.sharing.shares import Share
from subcontract.rota.rotation.telling.reasons import AGAINST, FOR, Asked, Part
from subcontract.rota.rotation.telling.why import Because, Reason, Why
from subcontract.rota.rotation.telling.words import ANYWAY, REASONS, RULES
from subcontract.rota.rotation.unfilled import TROUBLE
from tests.benchmarks.rota_cases import SMALL, case
from tests.rotation_world import MONDAY, SHELVES, pair, people, person, slot

OTHER_COACH = StaffId(UUID(int=701))
HAD_MUCH = Memory(minutes=6_000, possible_minutes=9_000)
HAD_LITTLE = Memory(minutes=1_000, possible_minutes=9_000)
FACTS: dict[str, Any] = {
    "person": person(1),
    "slot": slot(),
    "share": Share(possible=480, minutes=240, cents=0, good=0, owed=0),
    "planned": 0,
    "with_friends": False,
    "is_last": False,
}


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
    assert set(RULES) == set(ANYWAY) == set(Rule) == set(TROUBLE)
    assert set(REASONS) == set(Reason) - {Reason.BY_HAND}


def test_a_plan_made_by_hand_against_the_rules_can_be_asked_about() -> None:
    anna, ben = person(1, availability=Availability(half_days=frozenset())), person(2)
    crowded = slot(1, most=1)
    problem = Problem(slots=(crowded, slot(2)), people=(anna, ben))
    everywhere = [pair(each, on) for each in problem.people for on in problem.slots]
    asked = Why(problem, everywhere)
    told = [asked.on(each, on) for each in problem.people for on in problem.slots]
    assert {each.reason for each in told} == {Reason.BY_HAND}
    first = [each.against.rule for each in told if each.against is not None]
    assert first == [Rule.NOT_AVAILABLE, Rule.NOT_AVAILABLE, Rule.OVERLAP, Rule.OVERLAP]


# --- a reason says of others only what is so of them ------------------------------------------


def test_the_least_work_of_all_is_not_said_while_a_newcomer_has_had_none() -> None:
    anna, ben, new = person(1, memory=HAD_LITTLE), person(2, memory=HAD_MUCH), person(3)
    assert why(slot(), anna, ben, new).on(anna, slot()).reason is Reason.LESS_WORK


def test_less_often_than_others_is_said_only_where_somebody_has_had_it_more_often() -> None:
    """Ben is not full time: two turns are more than his part, and still fewer than Anna's three."""
    asked = Asked(**{**FACTS, "turns": 3, "turns_of_others": (2,)})
    assert FOR[Part.VARIETY](asked) is Reason.EVENEST
    assert FOR[Part.VARIETY](replace(asked, turns_of_others=(4,))) is Reason.OTHER_WORK
    assert AGAINST[Part.VARIETY](replace(asked, turns_of_others=(4,))) is Reason.EVENEST_OTHERS
    assert AGAINST[Part.VARIETY](asked) is Reason.HAD_OFTEN


def test_good_jobs_are_compared_with_those_of_the_others() -> None:
    asked = Asked(**{**FACTS, "good": 3, "good_of_others": (1, 3)})
    assert FOR[Part.GOOD](asked) is Reason.EVENEST
    assert FOR[Part.GOOD](replace(asked, good=2)) is Reason.LESS_GOOD
    assert AGAINST[Part.GOOD](asked) is Reason.MORE_GOOD
    assert AGAINST[Part.GOOD](replace(asked, good=1)) is Reason.EVENEST_OTHERS


def test_that_the_others_have_had_less_is_said_only_where_they_have() -> None:
    asked = Asked(**{**FACTS, "had_by_others": (2_000,), "person": person(1, memory=HAD_LITTLE)})
    assert AGAINST[Part.HOURS](asked) is Reason.EVENEST_OTHERS
    assert AGAINST[Part.HOURS](replace(asked, had_by_others=(500,))) is Reason.OTHERS_HAD_LESS


def test_that_others_have_more_in_the_plan_is_said_only_where_they_have() -> None:
    asked = Asked(**{**FACTS, "planned": 60, "planned_of_others": (60, 0)})
    assert FOR[Part.HOURS](asked) is Reason.EVENEST
    assert FOR[Part.HOURS](replace(asked, planned_of_others=(60, 120))) is Reason.LESS_PLANNED


def test_somebody_familiar_in_the_group_is_said_only_where_there_is() -> None:
    """Ben has a familiar coach elsewhere; nobody of the group has asked for anybody."""
    anna, ben = person(1), person(2, familiar_coaches=frozenset({OTHER_COACH}))
    small = slot(most=1)
    strange = why(small, anna, ben).not_on(ben, small)
    assert isinstance(strange, Because)
    assert strange.reason is Reason.OTHER_WISHES
    carl = person(3, should_be_with=frozenset({anna.id}))
    pair_of_two = slot(most=2, least=2)
    problem = Problem(slots=(pair_of_two,), people=(anna, ben, carl))
    together = Why(problem, [pair(anna, pair_of_two), pair(carl, pair_of_two)]).not_on(ben, pair_of_two)
    assert isinstance(together, Because)
    assert together.reason is Reason.OTHERS_KNOW


def test_the_last_weeks_are_what_has_been_and_not_what_is_planned() -> None:
    """On a sick morning the plan of the other days counts, and has not been had yet."""
    anna, ben = person(1, memory=HAD_LITTLE), person(2, memory=HAD_MUCH)
    here, later = slot(1), slot(2, day=MONDAY + ONE_DAY)
    problem = Problem(slots=(here, later), people=(anna, ben))
    kept = frozenset({pair(anna, later)})
    narrow = narrowed(problem, kept, (MONDAY,))
    there = narrow.person_by_id[anna.id]
    assert (there.memory.minutes, there.memory.ahead) == (1_240, 240)
    found = Why(narrow, [pair(anna, here)]).on(there, narrow.slots[0])
    assert found.reason is Reason.LEAST_WORK
    assert found.facts["had_minutes"] == 1_000
    assert 1_000 < int(str(found.facts["even_minutes"])) < 4_000
