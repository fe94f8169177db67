"""The board and the proposals judge alike: each warning of a place is a hard rule against it, and back."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

import pytest

from subcontract import ids
from subcontract.days import ONE_DAY, DateRange
from subcontract.ids import RotaTermsId, StaffId, StaffRosterId
from subcontract.people.client import Absence, Availability, Client, HalfDay, Permit
from subcontract.rota.judgement import coaches_needed, rest_too_short
from subcontract.rota.plan import Plan
from subcontract.rota.records import RotaTerms, StaffRoster
from subcontract.rota.rotation.question import Kept, question_of
from subcontract.rota.rotation.rules import Rule, against_in
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.shift import Shift
from subcontract.rota.warnings import WarningCode, warnings_if_put_on, warnings_of
from tests import make

MONDAY = make.TODAY
WEEK = DateRange(MONDAY, MONDAY + 6 * ONE_DAY)
ALIKE = {
    Rule.NOT_ACTIVE: WarningCode.NOT_ACTIVE,
    Rule.NO_FORM_OF_WORK: WarningCode.NO_FORM_OF_WORK,
    Rule.AWAY: WarningCode.AWAY,
    Rule.NOT_AVAILABLE: WarningCode.NOT_AVAILABLE,
    Rule.SKILL_MISSING: WarningCode.SKILL_MISSING,
    Rule.PERMIT_EXPIRED: WarningCode.PERMIT_EXPIRED,
    Rule.OVERLAP: WarningCode.DOUBLE_BOOKED,
    Rule.REST: WarningCode.SHORT_REST,
    Rule.LIMIT_DAYS: WarningCode.OVER_WEEKLY_DAYS,
    Rule.LIMIT_MINUTES: WarningCode.OVER_WEEKLY_MINUTES,
    Rule.NEVER_WITH: WarningCode.NEVER_WITH,
    Rule.OWN_COACH_MISSING: WarningCode.OWN_COACH_MISSING,
    Rule.OWN_COACH_SHARED: WarningCode.OWN_COACH_SHARED,
    Rule.FULL: WarningCode.GROUP_TOO_LARGE,
}
TIMES = ((8, 12), (12, 16), (9, 15), (17, 23), (22, 6), (6, 9))


def somebody(chance: Random, number: int) -> Client:
    halves = frozenset((day, half) for day in range(7) for half in HalfDay if chance.random() < 0.9)
    until = MONDAY + chance.randrange(9) * ONE_DAY
    away = Absence(days=DateRange(until, until))
    return make.client(
        number=number,
        first_name=f"Nimi{number}",
        availability=Availability(half_days=halves),
        absences=(away,) if chance.random() < 0.3 else (),
        forms=make.client().forms if chance.random() < 0.9 else (),
        permits=(Permit(name="Kortti", valid_to=until),) if chance.random() < 0.7 else (),
        weekly_days=chance.randrange(1, 6),
        weekly_minutes=chance.choice((300, 700, 2250)),
        needs_own_coach=chance.random() < 0.3,
    )


def some_shift(chance: Random) -> Shift:
    start, end = chance.choice(TIMES)
    coaches = [StaffId(ids.new()) for _ in range(chance.randrange(3))]
    return make.shift(
        day=MONDAY + chance.randrange(5) * ONE_DAY,
        start=time(start),
        end=time(end),
        break_minutes=0,
        coach=coaches[0] if coaches else None,
        other_coaches=frozenset(coaches[1:]),
        most=chance.randrange(1, 4),
        needs=frozenset({"kortti"}) if chance.random() < 0.4 else frozenset(),
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_place_that_is_warned_of_is_one_that_is_never_proposed_and_back(seed: int) -> None:
    chance = Random(seed)
    clients = [somebody(chance, number) for number in range(1, 6)]
    clients[0] = replace(clients[0], never_with=frozenset({clients[1].id}))
    shifts = [some_shift(chance) for _ in range(7)]
    pairs = [(c, s) for c in clients for s in shifts if chance.random() < 0.25]
    plan = Plan(
        shifts=tuple(shifts),
        assignments=tuple(make.assignment(on, who) for who, on in pairs),
        clients=tuple(clients),
    )
    terms = RotaTerms(id=RotaTermsId(ids.new()), unit=make.UNIT)
    problem = question_of(plan, WEEK, Kept(terms=terms))
    standing = Standing(problem, [(who.id, on.id) for who, on in pairs])
    for client in clients:
        for shift in shifts:
            if (client, shift) not in pairs:
                person, slot = problem.person_by_id[client.id], problem.slot_by_id[shift.id]
                rules = {found.rule for found in against_in(person, slot, standing)} - {Rule.NO_COACH}
                said = {found.code for found in warnings_if_put_on(client, shift, plan)}
                if Rule.AWAY in rules:  # who is away is not said to be unavailable besides
                    rules -= {Rule.NOT_AVAILABLE}
                if Rule.OWN_COACH_MISSING in rules:
                    rules -= {Rule.OWN_COACH_SHARED}
                if WarningCode.DOUBLE_BOOKED in said:  # the rules tell the first clash alone
                    said, rules = said - {WarningCode.SHORT_REST}, rules - {Rule.REST} | {Rule.OVERLAP}
                assert {ALIKE[rule] for rule in rules} <= said | {WarningCode.DOUBLE_BOOKED}
                many = {WarningCode.OVER_WEEKLY_DAYS, WarningCode.OVER_WEEKLY_MINUTES}
                assert said - {ALIKE[rule] for rule in rules} <= many
                assert bool(said & many) is bool(rules & {Rule.LIMIT_DAYS, Rule.LIMIT_MINUTES})


def test_a_coach_who_is_off_work_is_told_and_a_second_coach_is_a_coach() -> None:
    roster = StaffRoster(
        id=StaffRosterId(ids.new()),
        unit=make.UNIT,
        staff=make.MANAGER,
        away=(DateRange(MONDAY, MONDAY),),
    )
    shift = make.shift(least=0)
    plan = Plan(shifts=(shift,), staff=(make.staff(),), rosters=(roster,))
    (found,) = warnings_of(shift, plan)
    assert (found.code, found.facts) == (WarningCode.COACH_NOT_AT_WORK, {"name": "Maija Koivu"})
    second = make.shift(coach=None, other_coaches=frozenset({make.MANAGER}), least=0)
    assert warnings_of(second, Plan(shifts=(second,))) == ()


def test_two_shifts_at_the_same_named_place_have_one_coach_for_both() -> None:
    here, there = make.shift(place="Halli", least=0), make.shift(place="halli ", least=0)
    assert warnings_of(here, Plan(shifts=(here, there))) == ()


def test_who_helps_a_coach_is_on_a_shift() -> None:
    liisa = make.client()
    helped, other = make.shift(peer_coach=liisa.id, least=0), make.shift(place="Halli", coach=None)
    plan = Plan(shifts=(helped, other), clients=(liisa,))
    said = [found.code for found in warnings_if_put_on(liisa, other, plan)]
    assert said == [WarningCode.DOUBLE_BOOKED]


def test_the_rest_between_two_days_is_the_units_own() -> None:
    evening = make.shift(start=time(17), end=time(22))
    morning = make.shift(day=MONDAY + timedelta(days=1), start=time(8), end=time(12))
    assert rest_too_short(evening, morning, 11 * 60) == rest_too_short(morning, evening, 11 * 60) == 600
    assert rest_too_short(evening, morning, 600) is None
    assert rest_too_short(evening, morning, 0) is None
    liisa = make.client()
    plan = Plan(shifts=(evening, morning), assignments=(make.assignment(evening, liisa),), clients=(liisa,))
    (found,) = warnings_if_put_on(liisa, morning, plan)
    assert (found.code, found.facts["rest_minutes"]) == (WarningCode.SHORT_REST, 600)
    assert warnings_if_put_on(liisa, morning, replace(plan, least_rest_minutes=600)) == ()


def test_in_the_night_when_the_clocks_go_forward_the_rest_is_an_hour_shorter() -> None:
    evening = make.shift(day=date(2027, 3, 27), start=time(17), end=time(21))
    morning = make.shift(day=date(2027, 3, 28), start=time(8), end=time(12))
    assert rest_too_short(evening, morning, 11 * 60) == 10 * 60


@pytest.mark.parametrize(
    ("own", "people", "needed"), [(0, 0, 0), (0, 5, 1), (1, 1, 1), (1, 3, 2), (2, 2, 2), (2, 3, 3)]
)
def test_each_who_needs_an_own_coach_takes_one_and_the_others_one_more(
    own: int, people: int, needed: int
) -> None:
    assert coaches_needed(own, people) == needed
