"""What is fair: by the time that each could have worked, newcomers and long absences included."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.people.client import Absence
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Person, Problem
from subcontract.rota.rotation.proposing.propose import Tried, propose
from subcontract.rota.rotation.sharing.basis import basis_of
from subcontract.rota.rotation.sharing.shares import Share
from subcontract.rota.weights import Goal, Weight
from tests.benchmarks.rota_cases import Size
from tests.rotation_world import LABELS, MONDAY, SHELVES, person, random_problem, slot, week

WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))
MONTHS = 12_000
"""Minutes that a person could have worked in the memory."""


def shares(*people: Person, **more: Any) -> list[Share]:
    """The shares of these people in a week of mornings for two."""
    slots = more.pop("slots", week(least=2))
    problem = Problem(slots=slots, people=people, **more)
    found = basis_of(problem).shares
    return [found[each.id] for each in people]


def had(minutes: int, possible: int = MONTHS, **more: Any) -> Memory:
    return Memory(minutes=minutes, possible_minutes=possible, **more)


def test_alike_people_get_alike_parts() -> None:
    assert [each.minutes for each in shares(*(person(n) for n in range(1, 5)))] == [600] * 4


def test_who_can_come_less_gets_less() -> None:
    two_days = (Limit(kind=LimitKind.DAYS, days=WEEK, most=2),)
    often, seldom, third = shares(person(1), person(2, limits=two_days), person(3))
    assert seldom.possible == 480
    assert often.minutes == third.minutes > seldom.minutes
    assert often.minutes + seldom.minutes + third.minutes == 2400


def test_what_somebody_is_behind_comes_back_at_most_by_half_a_part() -> None:
    behind, ahead = shares(person(1, memory=had(1_000)), person(2, memory=had(5_000)), slots=week())
    assert (behind.minutes, ahead.minutes) == (900, 300)
    assert (behind.owed, ahead.owed) == (2_000, -2_000)


def test_a_newcomer_is_not_flooded() -> None:
    old, other, new = shares(person(1, memory=had(6_000)), person(2, memory=had(6_000)), person(3))
    assert new.minutes == old.minutes == other.minutes == 800


def test_long_absence_is_not_held_against_anyone() -> None:
    there, back = shares(
        person(1, memory=had(6_000)), person(2, memory=had(600, possible=1_200)), slots=week()
    )
    assert there.minutes == back.minutes
    assert back.owed == 0


def test_absence_in_the_plan_lowers_the_part_of_the_plan() -> None:
    away = Absence(days=DateRange(MONDAY, MONDAY + timedelta(days=3)))
    here, gone = shares(person(1), person(2, absences=(away,)), slots=week())
    assert (here.minutes, gone.minutes) == (1000, 200)


def test_good_work_goes_round() -> None:
    slots = (*week(2, job=SHELVES), slot(10, day=MONDAY + timedelta(days=2), good=True, job=LABELS))
    never, often = shares(
        person(1, memory=had(5_000, good=0)), person(2, memory=had(5_000, good=8)), slots=slots
    )
    assert (never.good, often.good) == (750, 250)
    assert never.minutes == often.minutes


def test_pay_is_measured_by_what_the_person_earns_for_the_time() -> None:
    slots = week()
    pay = {
        person(1).id: {each.shift.id: Money("12.00") for each in slots},
        person(2).id: {each.shift.id: Money("48.00") for each in slots},
    }
    allowance, wage = shares(person(1), person(2), slots=slots, pay=pay)
    assert allowance.minutes == wage.minutes == 600
    assert (allowance.cents, wage.cents) == (3000, 12000)


@given(st.integers(0, 10**6), st.builds(Size, st.integers(0, 10), st.integers(1, 4), st.integers(1, 3)))
def test_parts_are_possible_and_nearly_sum_to_what_is_needed(seed: int, size: Size) -> None:
    problem = random_problem(seed, size)
    found = list(basis_of(problem).shares.values())
    assert all(0 <= each.minutes <= each.possible for each in found)
    needed = sum(each.best * each.minutes for each in problem.slots)
    together, possible = sum(each.minutes for each in found), sum(each.possible for each in found)
    assert min(needed, possible) - len(found) - 1 <= together <= min(needed, possible)


def test_nobody_has_three_shifts_while_somebody_has_none() -> None:
    people = tuple(person(n) for n in range(1, 6))
    found = propose(Problem(slots=week(least=2), people=people), Tried(blocks=20))
    turns = [sum(client == each.id for client, _ in found.pairs) for each in people]
    assert turns == [2] * 5


def test_wishes_are_heard_and_weights_decide_how_much() -> None:
    likes_shelves = tuple(person(n, likes=frozenset({SHELVES})) for n in (1, 2))
    likes_labels = tuple(person(n, likes=frozenset({LABELS})) for n in (3, 4))
    slots = tuple(
        slot(10 * job + day.shift.day.weekday(), day=day.shift.day, job=each, least=2)
        for job, each in enumerate((SHELVES, LABELS))
        for day in week()
    )
    problem = Problem(slots=slots, people=(*likes_shelves, *likes_labels))
    much = {**problem.weights, Goal.WISHES: Weight.MUCH, Goal.VARIETY: Weight.NOT}
    heard = propose(replace(problem, weights=much), Tried(blocks=20))
    assert heard.score.goals[Goal.WISHES] == 0
    mixed = {**problem.weights, Goal.WISHES: Weight.NOT, Goal.VARIETY: Weight.MUCH}
    varied = propose(replace(problem, weights=mixed), Tried(blocks=20))
    assert varied.score.goals[Goal.VARIETY] == 0


def test_who_wants_to_try_a_job_gets_to() -> None:
    eager = person(3, wants_to_try=frozenset({LABELS}))
    problem = Problem(slots=(slot(1, job=LABELS), slot(2, job=SHELVES)), people=(person(1), person(2), eager))
    found = propose(problem, Tried(blocks=5))
    assert (eager.id, slot(1).shift.id) in found.pairs
    assert found.score.goals[Goal.LEARNING] == 0


def test_friends_are_put_together() -> None:
    anna, ben = person(1), person(2)
    anna = replace(anna, should_be_with=frozenset({ben.id}))
    slots = (slot(1, least=2), slot(2, least=2))
    problem = Problem(slots=slots, people=(anna, ben, person(3), person(4)))
    found = propose(problem, Tried(blocks=20))
    assert found.score.goals[Goal.FAMILIAR] == 0
    assert len({shift for client, shift in found.pairs if client in {anna.id, ben.id}}) == 1
