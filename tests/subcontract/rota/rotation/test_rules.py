"""Each hard rule, with the reason that it gives."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from subcontract.days import DateRange
from subcontract.ids import StaffId
from subcontract.money import Money
from subcontract.people.client import Absence, AbsenceKind, Availability, HalfDay, Permit
from subcontract.rota.rotation.problem import Limit, LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.proposing.propose import propose
from subcontract.rota.rotation.rules import Break, Rule, against, against_in, breaks_of
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.shift import ShiftState
from tests.rotation_world import AUTUMN_NIGHT, MONDAY, SPRING_NIGHT, pair, person, slot, week

WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))


def only(someone: Person, on: Slot, **more: Any) -> Break:
    """The only reason of the person and the shift alone."""
    found = tuple(against(someone, on, Problem(slots=(on,), people=(someone,), **more)))
    assert len(found) == 1, found
    return found[0]


def in_plan(someone: Person, on: Slot, *others: tuple[Person, Slot], **more: Any) -> list[Rule]:
    """The rules against a person on a shift beside others."""
    people = {each.id: each for each, _ in ((someone, on), *others)}
    slots = {each.shift.id: each for _, each in ((someone, on), *others)}
    problem = Problem(slots=tuple(slots.values()), people=tuple(people.values()), **more)
    plan = Standing(problem, [pair(*each) for each in others])
    return [found.rule for found in against_in(someone, on, plan)]


def test_an_ordinary_morning_breaks_nothing() -> None:
    assert in_plan(person(1), slot()) == []


@pytest.mark.parametrize(
    ("someone", "on", "rule"),
    [
        (person(1, active=False), slot(), Rule.NOT_ACTIVE),
        (person(1, agreed=()), slot(), Rule.NO_FORM_OF_WORK),
        (person(1), slot(state=ShiftState.CANCELLED), Rule.CANCELLED),
        (person(1), slot(coaches=0), Rule.NO_COACH),
        (person(1, needs_own_coach=True), slot(coaches=0), Rule.OWN_COACH_MISSING),
        (person(1), slot(needs=frozenset({"kassa"})), Rule.SKILL_MISSING),
    ],
)
def test_reasons_of_the_person_and_the_shift(someone: Person, on: Slot, rule: Rule) -> None:
    assert only(someone, on).rule is rule


def test_away_tells_the_day_and_the_kind() -> None:
    ill = Absence(days=DateRange(MONDAY, MONDAY), kind=AbsenceKind.SICK)
    found = only(person(1, absences=(ill,)), slot())
    assert (found.rule, found.facts["day"], found.facts["kind"]) == (Rule.AWAY, MONDAY, AbsenceKind.SICK)


def test_an_absence_on_the_morning_after_a_night_counts() -> None:
    tuesday = MONDAY + timedelta(days=1)
    away = Absence(days=DateRange(tuesday, tuesday))
    assert only(person(1, absences=(away,)), slot(start=time(22), end=time(6))).rule is Rule.AWAY


def test_only_mornings_means_no_afternoon() -> None:
    mornings = Availability(half_days=frozenset((w, HalfDay.MORNING) for w in range(5)))
    someone = person(1, availability=mornings)
    assert tuple(against(someone, slot(), Problem())) == ()
    found = only(someone, slot(start=time(9), end=time(15)))
    assert (found.rule, found.facts["half"]) == (Rule.NOT_AVAILABLE, HalfDay.AFTERNOON)


def test_a_permit_that_ends_in_the_middle_of_the_week() -> None:
    wednesday = MONDAY + timedelta(days=2)
    someone = person(1, permits=(Permit(name="Hygieniapassi ", valid_to=wednesday),))
    shifts = week(needs=frozenset({"hygieniapassi"}))
    said = [[found.rule for found in against(someone, each, Problem())] for each in shifts]
    assert said == [[], [], [], [Rule.PERMIT_EXPIRED], [Rule.PERMIT_EXPIRED]]


def test_a_permit_has_to_last_until_the_end_of_the_night() -> None:
    someone = person(1, permits=(Permit(name="kassa", valid_to=MONDAY),))
    night = slot(start=time(22), end=time(6), needs=frozenset({"kassa"}))
    found = only(someone, night)
    assert (found.rule, found.facts["day"]) == (Rule.PERMIT_EXPIRED, MONDAY)


def test_two_shifts_at_the_same_time() -> None:
    anna = person(1)
    assert in_plan(anna, slot(1), (anna, slot(2, start=time(11), end=time(15)))) == [Rule.OVERLAP]
    assert in_plan(anna, slot(1), (anna, slot(2, start=time(12), end=time(15)))) == []


@pytest.mark.parametrize(
    ("begins", "rules"), [(time(16), [Rule.REST]), (time(17), []), (time(5), [Rule.OVERLAP])]
)
def test_rest_after_a_night(begins: time, rules: list[Rule]) -> None:
    anna, tuesday = person(1), MONDAY + timedelta(days=1)
    later = slot(2, day=tuesday, start=begins, end=time(20))
    assert in_plan(anna, later, (anna, slot(1, start=time(22), end=time(6)))) == rules


@pytest.mark.parametrize(
    ("night", "minutes", "rules"),
    [(AUTUMN_NIGHT, 9 * 60, []), (SPRING_NIGHT, 7 * 60, []), (date(2026, 11, 7), 8 * 60, [])],
)
def test_a_night_when_the_clocks_change_has_its_real_length(
    night: date, minutes: int, rules: list[Rule]
) -> None:
    anna = person(1)
    work = slot(1, day=night, start=time(22), end=time(6))
    limits = (Limit(kind=LimitKind.MINUTES, days=DateRange(night, night), most=minutes),)
    assert work.minutes == minutes
    assert in_plan(person(1, limits=limits), work) == rules
    less = (Limit(kind=LimitKind.MINUTES, days=DateRange(night, night), most=minutes - 1),)
    assert in_plan(person(1, limits=less), work) == [Rule.LIMIT_MINUTES]
    assert in_plan(anna, work) == []


def test_busy_elsewhere_counts_as_the_plan_does() -> None:
    someone = person(1, busy=(slot(9).shift,))
    assert only(someone, slot(1)).rule is Rule.OVERLAP


def test_limits_of_days_minutes_and_earnings() -> None:
    monday, tuesday, wednesday, *_ = week()
    days = (Limit(kind=LimitKind.DAYS, days=WEEK, most=2),)
    anna = person(1, limits=days)
    assert in_plan(anna, wednesday, (anna, monday), (anna, tuesday)) == [Rule.LIMIT_DAYS]
    second = slot(9, start=time(13), end=time(15))
    assert in_plan(anna, second, (anna, monday), (anna, tuesday)) == []
    hours = (Limit(kind=LimitKind.MINUTES, days=WEEK, most=480, used=100),)
    ben = person(2, limits=hours)
    assert in_plan(ben, tuesday, (ben, monday)) == [Rule.LIMIT_MINUTES]
    cid = person(3, limits=(Limit(kind=LimitKind.CENTS, days=WEEK, most=2000),))
    pay = {cid.id: {each.shift.id: Money("12.00") for each in (monday, tuesday)}}
    assert in_plan(cid, tuesday, (cid, monday), pay=pay) == [Rule.LIMIT_PAY]


def test_who_must_not_be_together_whichever_it_is_written_on() -> None:
    anna, ben = person(1), person(2)
    one_way = person(1, never_with=frozenset({ben.id}))
    assert in_plan(one_way, slot(), (ben, slot())) == [Rule.NEVER_WITH]
    assert in_plan(anna, slot(), (person(2, never_with=frozenset({anna.id})), slot())) == [Rule.NEVER_WITH]


def test_an_own_coach_is_not_shared() -> None:
    own = person(1, needs_own_coach=True)
    assert in_plan(own, slot()) == []
    assert in_plan(own, slot(), (person(2), slot())) == [Rule.OWN_COACH_SHARED]
    two = slot(coaches=2)
    assert in_plan(own, two, (person(2), two), (person(3), two)) == []
    assert in_plan(own, two, (person(2, needs_own_coach=True), two)) == []
    assert in_plan(person(3), two, (own, two), (person(2, needs_own_coach=True), two)) == [
        Rule.OWN_COACH_SHARED
    ]


def test_a_full_group_and_a_barred_place() -> None:
    small = slot(most=1)
    assert in_plan(person(2), small, (person(1), small)) == [Rule.FULL]
    barred = frozenset({pair(person(1), small)})
    assert in_plan(person(1), small, barred=barred) == [Rule.BARRED]


def test_a_plan_tells_every_break_in_order() -> None:
    anna = person(1, limits=(Limit(kind=LimitKind.DAYS, days=WEEK, most=1),))
    monday, tuesday, *_ = week()
    problem = Problem(slots=(tuesday, monday), people=(anna,))
    found = breaks_of(Standing(problem, [pair(anna, monday), pair(anna, tuesday)]))
    assert [(each.rule, each.shift) for each in found] == [
        (Rule.LIMIT_DAYS, monday.shift.id),
        (Rule.LIMIT_DAYS, tuesday.shift.id),
    ]
    assert found[0].facts["planned_days"] == 2


def test_a_coach_may_do_without_a_coach() -> None:
    alone = slot(coaches=0, coach=None)
    assert tuple(against(person(1), alone, Problem(coach_needed=False))) == ()
    assert slot().shift.coach != StaffId(slot().shift.id)


@pytest.mark.parametrize(("least", "most", "best"), [(1, 4, 3), (2, 5, 4), (3, 3, 3), (0, 1, 1)])
def test_without_a_best_number_a_proposal_aims_halfway(least: int, most: int, best: int) -> None:
    assert slot(least=least, most=most, wanted=None).best == best


def test_who_must_not_be_together_are_not_by_one_of_them_helping_the_coach() -> None:
    """The peer coach is in no group and is with all of it."""
    peer, apart = person(1), person(2, never_with=frozenset({person(1).id}))
    helped, other = slot(peer_coach=peer.id), slot(2, day=MONDAY + timedelta(days=1))
    problem = Problem(slots=(helped, other), people=(peer, apart))
    (found,) = against(apart, helped, problem)
    assert (found.rule, found.facts["other"]) == (Rule.NEVER_WITH, peer.name)
    assert list(against(apart, other, problem)) == []
    kept = replace(problem, people=(replace(peer, never_with=frozenset({apart.id})), person(2)))
    assert [one.rule for one in against(person(2), helped, kept)] == [Rule.NEVER_WITH]
    for asked in (problem, kept):
        assert (apart.id, helped.shift.id) not in propose(asked).pairs


def test_a_night_names_the_day_that_does_not_suit() -> None:
    evenings = Availability(half_days=frozenset({(0, HalfDay.AFTERNOON)}))
    someone = person(1, availability=evenings)
    night = slot(start=time(20), end=time(6))
    (found,) = against(someone, night, Problem(slots=(night,), people=(someone,)))
    assert (found.rule, found.facts["half"]) == (Rule.NOT_AVAILABLE, HalfDay.MORNING)
    assert found.facts["day"] == MONDAY + timedelta(days=1)
