"""What a plan comes to by goal, in counts and minutes."""

from subcontract.rota.rotation.problem import Memory, Pair, Problem
from subcontract.rota.rotation.sharing.basis import basis_of
from subcontract.rota.rotation.sharing.fulfilment import Fulfilment, Part, fulfilment_of
from tests.rotation_world import COACH, LABELS, SHELVES, pair, people, person, slot, week


def of(problem: Problem, *pairs: Pair) -> Fulfilment:
    return fulfilment_of(basis_of(problem), pairs)


def test_hours_are_told_from_least_to_most_with_the_distance_from_the_fair_part() -> None:
    one, two = people(2)
    slots = week(4)
    found = of(Problem(slots=slots, people=(one, two)), *(pair(one, each) for each in slots[:3]))
    assert (found.least_minutes, found.most_minutes) == (0, 720)
    assert found.apart_minutes == (240 + 480) // 2
    assert found.without == 1


def test_those_who_could_not_have_worked_are_not_counted() -> None:
    one, away = person(1), person(2, agreed=())
    found = of(Problem(slots=week(1), people=(one, away)), pair(one, week(1)[0]))
    assert (found.least_minutes, found.without) == (240, 0)


def test_wishes_are_counted_in_the_turns_of_those_who_wish() -> None:
    monday, tuesday = week(2)
    wishing = person(1, dislikes_days=frozenset({1}))
    plain = person(2)
    problem = Problem(slots=(monday, tuesday), people=(wishing, plain))
    found = of(problem, pair(wishing, monday), pair(wishing, tuesday), pair(plain, monday))
    assert found.wishes == Part(number=1, of=2)


def test_turns_beyond_an_even_rotation_are_too_often_unless_the_same_is_good() -> None:
    slots = (*week(3, job=SHELVES), slot(7, job=LABELS), slot(8, job=LABELS))
    same, other = person(1, wants_the_same=True), person(2)
    for someone, expected in ((same, 0), (other, 1)):
        problem = Problem(slots=slots, people=(someone, person(3)))
        assert of(problem, *(pair(someone, each) for each in slots[:3])).too_often >= expected
    problem = Problem(slots=slots, people=(same, person(3)))
    assert of(problem, *(pair(same, each) for each in slots[:3])).too_often == 0


def test_somebody_familiar_is_a_friend_and_a_coach_who_is_known() -> None:
    friend = person(1)
    shy = person(2, should_be_with=frozenset({friend.id}), familiar_coaches=frozenset({COACH}))
    monday, tuesday = week(2)
    problem = Problem(slots=(monday, tuesday), people=(friend, shy))
    found = of(problem, pair(friend, monday), pair(shy, monday), pair(shy, tuesday))
    assert found.familiar == Part(number=1, of=2)


def test_work_to_be_tried_counts_once_it_is_had_and_not_for_those_who_had_it_before() -> None:
    new = person(1, wants_to_try=frozenset({SHELVES, LABELS}), memory=Memory(turns={LABELS: 2}))
    slots = (slot(1, job=SHELVES), slot(2, job=LABELS))
    problem = Problem(slots=slots, people=(new,))
    assert of(problem).tried == Part(number=0, of=1)
    assert of(problem, pair(new, slots[0])).tried == Part(number=1, of=1)
