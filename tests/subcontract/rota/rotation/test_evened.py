"""How evenly work goes: memory and plan together, against an even part."""

from dataclasses import replace

import pytest

from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.people.client import Absence
from subcontract.rota.rotation.problem import Memory, Problem
from subcontract.rota.rotation.proposing.propose import Tried, propose
from subcontract.rota.rotation.sharing.evened import Evened, evened
from tests.benchmarks.rota_cases import SMALL, case
from tests.rotation_world import LABELS, MONDAY, SHELVES, pair, people, person, slot, week

LONG = 12_000
"""Minutes that somebody could have worked."""


def of(found: tuple[Evened, ...], number: int) -> Evened:
    return next(each for each in found if each.person.number == number)


def test_who_has_had_half_is_as_far_behind_as_the_other_is_ahead() -> None:
    anna = person(1, memory=Memory(minutes=1_000, possible_minutes=LONG, days=4))
    ben = person(2, memory=Memory(minutes=3_000, possible_minutes=LONG, days=12))
    found = evened(Problem(slots=(slot(),), people=(anna, ben)), [])
    assert [each.minutes.behind for each in found] == [1_000, -1_000]
    assert [each.days.even for each in found] == [8, 8]


def test_the_plan_counts_with_what_has_been() -> None:
    anna, ben = people(2, memory=Memory(minutes=1_000, possible_minutes=LONG))
    shifts = week(2)
    found = evened(Problem(slots=shifts, people=(anna, ben)), [pair(anna, each) for each in shifts])
    assert (of(found, 1).minutes.had, of(found, 1).minutes.planned) == (1_000, 480)
    assert [each.minutes.even for each in found] == [1_240, 1_240]
    assert [each.minutes.behind for each in found] == [-240, 240]
    assert of(found, 1).days.planned == 2
    assert of(found, 1).turns == {SHELVES: 2}


def test_a_newcomer_is_owed_nothing_for_the_time_before() -> None:
    old, new = person(1, memory=Memory(minutes=6_000, possible_minutes=LONG)), person(2)
    found = evened(Problem(slots=week(2), people=(old, new)), [])
    assert of(found, 2).minutes.behind == 0
    assert of(found, 1).minutes.behind == 0


def test_somebody_away_all_along_is_neither_behind_nor_ahead() -> None:
    away = person(1, absences=(Absence(days=DateRange(MONDAY)),))
    ben = person(2, memory=Memory(minutes=600, possible_minutes=LONG))
    found = evened(Problem(slots=week(2), people=(away, ben)), [pair(ben, slot(1))])
    assert (of(found, 1).minutes.behind, of(found, 1).could) == (0, False)
    assert of(found, 2).could


def test_pay_is_measured_by_what_the_shifts_that_one_could_have_give() -> None:
    anna, ben = people(2)
    cheap, dear = slot(1), slot(2, day=MONDAY.replace(day=24), job=LABELS)
    pay = {each.id: {cheap.shift.id: Money(20), dear.shift.id: Money(60)} for each in (anna, ben)}
    problem = Problem(slots=(cheap, dear), people=(anna, ben), pay=pay)
    found = evened(problem, [pair(anna, cheap), pair(ben, dear)])
    assert [each.cents.even for each in found] == [4_000, 4_000]
    assert [each.cents.behind for each in found] == [2_000, -2_000]
    assert [each.minutes.behind for each in found] == [0, 0]


def test_good_turns_are_shared_among_those_who_can_have_them() -> None:
    anna, ben = people(2, memory=Memory(minutes=1_000, possible_minutes=LONG))
    ben = replace(ben, memory=replace(ben.memory, good=4))
    cid = person(3, memory=Memory(minutes=1_000, possible_minutes=LONG))
    liked = slot(1, good=True, needs=frozenset({"kassa"}))
    plain = slot(2)
    can = frozenset({"kassa"})
    people_ = (replace(anna, skills=can), replace(ben, skills=can), cid)
    found = evened(Problem(slots=(liked, plain), people=people_), [])
    assert [each.good.even for each in found] == [2, 2, 0]
    assert [each.good.behind for each in found] == [2, -2, 0]


@pytest.mark.parametrize("seed", range(5))
def test_what_some_are_behind_the_others_are_ahead(seed: int) -> None:
    """The even parts come to what there is, but for two roundings down a person."""
    problem = case(SMALL, seed)
    found = evened(problem, propose(problem, Tried(blocks=2)).pairs)
    known = [each for each in found if each.could]
    assert abs(sum(each.minutes.behind for each in known)) <= 2 * len(known)


def test_nobody_and_nothing() -> None:
    assert evened(Problem(), []) == ()
    (alone,) = evened(Problem(people=(person(1),)), [])
    assert (alone.minutes.even, alone.days.even, alone.cents.even, alone.good.even) == (0, 0, 0, 0)
