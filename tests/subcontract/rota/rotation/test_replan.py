"""A sick morning: who steps in, and what else changes."""

from dataclasses import replace
from datetime import time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.days import DateRange
from subcontract.people.client import Absence, AbsenceKind, Availability
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Person, Problem
from subcontract.rota.rotation.proposing.propose import Tried, propose
from subcontract.rota.rotation.rules import breaks_of
from subcontract.rota.rotation.searching.replan import lost_pairs, ways_on
from subcontract.rota.rotation.standing import Standing
from tests.benchmarks.rota_cases import SMALL, case
from tests.rotation_world import MONDAY, pair, people, person, slot, week

ILL = Absence(days=DateRange(MONDAY, MONDAY), kind=AbsenceKind.SICK)
WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))


def ill(someone: Person) -> Person:
    return replace(someone, absences=(ILL,))


def test_who_has_had_least_steps_in_first() -> None:
    anna, ben, cid = people(3)
    ben = replace(ben, memory=Memory(minutes=3_000, possible_minutes=6_000))
    cid = replace(cid, memory=Memory(minutes=1_000, possible_minutes=6_000))
    problem = Problem(slots=(slot(),), people=(ill(anna), ben, cid))
    first, second, third = ways_on(problem, [pair(anna, slot())], [MONDAY])
    assert first.put == (pair(cid, slot()),)
    assert second.put == (pair(ben, slot()),)
    assert (third.put, third.unfilled) == ((), 1)
    assert first.points < second.points < third.points == 0


def test_nothing_else_changes() -> None:
    anna, ben, cid = people(3)
    shifts = week()
    plan = [pair(anna, shifts[0]), *(pair(ben, each) for each in shifts[1:])]
    problem = Problem(slots=shifts, people=(ill(anna), ben, cid))
    best = ways_on(problem, plan, [MONDAY])[0]
    assert best.pairs - frozenset(plan) == frozenset(best.put)
    assert frozenset(plan) - best.pairs == {pair(anna, shifts[0])}
    assert best.put == (pair(cid, shifts[0]),)


def test_somebody_who_can_be_spared_comes_from_another_shift() -> None:
    anna, ben, cid = people(3)
    full, other = slot(1), slot(2, least=1)
    plan = [pair(anna, full), pair(ben, other), pair(cid, other)]
    problem = Problem(slots=(full, other), people=(ill(anna), ben, cid))
    best = ways_on(problem, plan, [MONDAY])[0]
    assert best.unfilled == 0
    assert len(best.put) == len(best.taken) == 1
    assert best.put[0][0] == best.taken[0][0]


def test_a_week_that_is_full_elsewhere_counts() -> None:
    anna, ben, cid = people(3)
    ben = replace(ben, limits=(Limit(kind=LimitKind.DAYS, days=WEEK, most=4),))
    shifts = week()
    plan = [pair(anna, shifts[0]), *(pair(ben, each) for each in shifts[1:])]
    problem = Problem(slots=shifts, people=(ill(anna), ben, cid))
    put = [way.put for way in ways_on(problem, plan, [MONDAY])]
    assert (pair(ben, shifts[0]),) not in put
    assert (pair(cid, shifts[0]),) in put


def test_the_night_before_counts() -> None:
    anna, ben = people(2)
    tuesday = MONDAY + timedelta(days=1)
    night, morning = slot(1, start=time(22), end=time(6)), slot(2, day=tuesday)
    gone = replace(anna, absences=(Absence(days=DateRange(tuesday, tuesday)),))
    problem = Problem(slots=(night, morning), people=(gone, ben))
    ways = ways_on(problem, [pair(ben, night), pair(anna, morning)], [tuesday])
    assert [way.put for way in ways] == [()]


def test_two_ill_at_once() -> None:
    anna, ben, cid, dan = people(4)
    shift = slot(least=2)
    problem = Problem(slots=(shift,), people=(ill(anna), ill(ben), cid, dan))
    plan = [pair(anna, shift), pair(ben, shift)]
    best = ways_on(problem, plan, [MONDAY])[0]
    assert best.put == (pair(cid, shift), pair(dan, shift))
    assert best.unfilled == 0


def test_nobody_ill_gives_no_ways() -> None:
    problem = Problem(slots=(slot(),), people=(person(1),))
    assert ways_on(problem, [pair(person(1), slot())], [MONDAY]) == ()


@given(st.integers(0, 40))
@settings(max_examples=15)
def test_every_way_keeps_the_rules_and_the_other_days(seed: int) -> None:
    problem = case(SMALL, seed)
    plan = propose(problem, Tried(blocks=2)).pairs
    working = sorted(client for client, shift in plan if problem.slot_by_id[shift].shift.day == MONDAY)
    if not working:
        return
    sick = replace(problem, people=tuple(ill(p) if p.id == working[0] else p for p in problem.people))
    lost = lost_pairs(sick, plan, [MONDAY])
    assert {client for client, _ in lost} == {working[0]}
    for way in ways_on(sick, plan, [MONDAY]):
        assert breaks_of(Standing(sick, way.pairs)) == ()
        changed = way.pairs ^ (plan - lost)
        assert all(problem.slot_by_id[shift].shift.day == MONDAY for _, shift in changed)


def test_who_is_ill_leaves_a_place_that_was_locked() -> None:
    anna, ben = people(2)
    told = frozenset({pair(anna, slot())})
    problem = Problem(slots=(slot(),), people=(ill(anna), ben), locked=told)
    best = ways_on(problem, told, [MONDAY])[0]
    assert (best.put, best.pairs) == ((pair(ben, slot()),), frozenset({pair(ben, slot())}))


def test_what_a_coach_has_put_against_the_rules_stays_when_another_falls_out() -> None:
    anna, ben, cid = people(3)
    ben = replace(ben, availability=Availability(half_days=frozenset()))
    problem = Problem(slots=(slot(1), slot(2)), people=(ill(anna), ben, cid))
    plan = [pair(anna, slot(1)), pair(ben, slot(2)), pair(ben, slot(1))]
    best = ways_on(problem, plan, [MONDAY], gone=[anna.id])[0]
    assert {pair(ben, slot(1)), pair(ben, slot(2))} < best.pairs
    assert best.taken == ()
