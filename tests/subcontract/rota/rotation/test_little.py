"""Changing the plan that stands as little as possible."""

from dataclasses import replace
from datetime import timedelta

from subcontract.days import DateRange
from subcontract.people.client import Absence
from subcontract.rota.rotation.little import changing_little
from subcontract.rota.rotation.problem import Problem
from subcontract.rota.rotation.proposing.propose import propose
from subcontract.rota.rotation.sharing.goals import changes_of
from subcontract.rota.rotation.telling.why import Reason, Why
from subcontract.rota.shift import ShiftState
from tests.rotation_world import MONDAY, SHELVES, pair, people, person, slot

TUESDAY = MONDAY + timedelta(days=1)


def test_whoever_stands_on_a_shift_stays_where_another_would_suit_a_little_better() -> None:
    anna, ben = person(1, dislikes=frozenset({SHELVES})), person(2)
    problem = Problem(slots=(slot(),), people=(anna, ben))
    seen = {pair(anna, slot())}
    assert propose(problem).pairs == {pair(ben, slot())}
    little = changing_little(problem, seen)
    assert propose(little).pairs == seen
    assert Why(little, seen).on(anna, slot()).reason is Reason.ALREADY_PLANNED


def test_who_breaks_a_hard_rule_does_not_stay_and_that_is_a_change() -> None:
    away, ben = person(1, absences=(Absence(days=DateRange(MONDAY, MONDAY)),)), person(2)
    little = changing_little(Problem(slots=(slot(),), people=(away, ben)), {pair(away, slot())})
    found = propose(little)
    assert found.pairs == {pair(ben, slot())}
    assert found.score.changes == 2


def test_what_people_know_counts_on_its_days_and_the_plan_on_the_others() -> None:
    anna, ben = people(2)
    monday, tuesday = slot(1), slot(2, day=TUESDAY)
    told = Problem(
        slots=(monday, tuesday),
        people=(anna, ben),
        before=frozenset({pair(anna, monday)}),
        told=frozenset({MONDAY}),
    )
    by_hand = {pair(ben, monday), pair(ben, tuesday)}
    little = changing_little(told, by_hand)
    assert little.before == frozenset({pair(anna, monday), pair(ben, tuesday)})
    assert changes_of(little, by_hand) == {pair(anna, monday), pair(ben, monday)}
    assert [little.is_promised(each) for each in (monday, tuesday)] == [True, False]
    assert propose(little).pairs == little.before


def test_a_shift_that_was_called_off_is_no_change() -> None:
    off = replace(slot(), shift=replace(slot().shift, state=ShiftState.CANCELLED, cancel_reason="Lumi"))
    (anna,) = people(1)
    little = changing_little(Problem(slots=(off,), people=(anna,)), {pair(anna, off)})
    assert changes_of(little, ()) == frozenset()
