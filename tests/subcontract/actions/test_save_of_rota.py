"""Saving wishes, rosters and goals, taking the saves back, and the pairs that cannot be both."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Action, Done, Kind
from subcontract.actions.change_shift import ChangeShift, change_shift
from subcontract.actions.perform import perform
from subcontract.actions.plan_shifts import PlanShifts, plan_shifts
from subcontract.actions.put_on_shift import PutOnShift, put_on_shift
from subcontract.actions.save_client import SaveClient, save_client
from subcontract.actions.save_roster import SaveRoster, save_roster
from subcontract.actions.save_rota_terms import SaveRotaTerms, save_rota_terms
from subcontract.actions.save_rota_wishes import SaveRotaWishes, save_rota_wishes
from subcontract.actions.see_client import SeeClient, see_rota_wishes
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import ClientId, RotaWishesId, StaffId, UnitId
from subcontract.jobs.job import JobState
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from subcontract.rota.calendar import CalendarRule
from subcontract.rota.making import Pattern
from subcontract.rota.weights import Weight
from tests import make, make_rota
from tests.fakes import MemoryStore

CLOCK = standing_at(make.TODAY)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
JOB = make.job(state=JobState.RUNNING)
COACH = make.staff(id=StaffId(ids.new()), name="Olli Rinne", roles=frozenset({Role.WORK_COACH}))
SHIFT = make.shift(job=JOB.id)
WISHES = make_rota.wishes(client=LIISA.id, likes=frozenset({JOB.id}), should_be_with=frozenset({EMIL.id}))


def world() -> MemoryStore:
    store = make.store()
    with store.open_books() as books:
        books.staff.add(COACH)
        books.jobs.add(JOB)
        books.shifts.add(SHIFT)
        for client in (LIISA, EMIL):
            books.clients.add(client)
        books.commit()
    return store


def do(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> Done:
    return perform(action, ask, store.open_books, CLOCK, make.worker(*roles))


def undo(store: MemoryStore, done: Done) -> Done:
    assert done.undo
    return do(store, done.undo.action, done.undo.ask)


def refusal(store: MemoryStore, action: Action[Any], ask: object, *roles: Role) -> tuple[Code, str]:
    with pytest.raises(Refused) as refused:
        do(store, action, ask, *roles)
    (problem,) = refused.value.problems
    return problem.code, problem.field


def test_wishes_are_saved_changed_and_taken_back() -> None:
    store = world()
    first = do(store, save_rota_wishes, SaveRotaWishes(wishes=WISHES))
    assert first.changed == {Kind.ROTA_WISHES}
    assert first.facts["name"] == "Aalto, Liisa"
    changed = replace(WISHES, wants_the_same=True, monthly_days=8)
    second = do(store, save_rota_wishes, SaveRotaWishes(wishes=changed))
    with store.open_lists() as lists:
        assert [one.monthly_days for one in lists.rota.wishes.all()] == [8]
    again = undo(store, undo(store, second))
    undo(store, again)
    with store.open_lists() as lists:
        assert [one.wants_the_same for one in lists.rota.wishes.all()] == [False]
    undo(store, first)
    with store.open_lists() as lists:
        assert lists.rota.wishes.all() == ()


def test_wishes_as_they_were_leave_nothing_to_take_back() -> None:
    store = world()
    do(store, save_rota_wishes, SaveRotaWishes(wishes=WISHES))
    done = do(store, save_rota_wishes, SaveRotaWishes(wishes=WISHES))
    assert (done.changed, done.undo) == (frozenset(), None)


def test_wishes_written_by_somebody_else_first_stay() -> None:
    store = world()
    do(store, save_rota_wishes, SaveRotaWishes(wishes=WISHES))
    other = replace(WISHES, id=RotaWishesId(ids.new()))
    assert refusal(store, save_rota_wishes, SaveRotaWishes(wishes=other))[0] is Code.CHANGED_ELSEWHERE


def test_who_may_write_and_see_wishes() -> None:
    store = world()
    ask = SaveRotaWishes(wishes=WISHES)
    assert refusal(store, save_rota_wishes, ask, Role.WORK_COACH)[0] is Code.NOT_ALLOWED
    look = SeeClient(client=LIISA.id, purpose="Työn suunnittelu")
    do(store, see_rota_wishes, look, Role.WORK_COACH)
    assert refusal(store, see_rota_wishes, look, Role.CLERK)[0] is Code.NOT_ALLOWED
    assert refusal(store, see_rota_wishes, replace(look, purpose=" ")) == (Code.REASON_NEEDED, "purpose")
    with store.open_books() as books:
        books.clients.add(make.client(id=ClientId(ids.new()), unit=UnitId(ids.new()), number=3))
        stranger = next(one for one in books.clients.all() if one.number == 3)
        books.commit()
    strange = SaveRotaWishes(wishes=make_rota.wishes(client=stranger.id))
    assert refusal(store, save_rota_wishes, strange) == (Code.NOT_FOUND, "client")


@pytest.mark.parametrize(("writes", "apart"), [(LIISA, EMIL), (EMIL, LIISA)])
def test_two_wished_together_are_not_kept_apart(writes: Any, apart: Any) -> None:
    store = world()
    do(store, save_rota_wishes, SaveRotaWishes(wishes=WISHES))
    ask = SaveClient(client=replace(writes, never_with=frozenset({apart.id})))
    assert refusal(store, save_client, ask) == (Code.WISHED_TOGETHER, "never_with")


def test_two_kept_apart_are_not_wished_together() -> None:
    store = world()
    done = do(store, save_client, SaveClient(client=replace(EMIL, never_with=frozenset({LIISA.id}))))
    ask = SaveRotaWishes(wishes=WISHES)
    assert refusal(store, save_rota_wishes, ask) == (Code.KEPT_APART, "should_be_with")
    undo(store, done)
    do(store, save_rota_wishes, ask)


def test_a_roster_is_saved_and_taken_back() -> None:
    store = world()
    roster = make_rota.roster(staff=COACH.id)
    done = do(store, save_roster, SaveRoster(roster=roster), Role.WORK_COACH)
    assert done.changed == {Kind.ROSTERS}
    assert done.facts["name"] == "Olli Rinne"
    off = replace(roster, away=(DateRange(date(2026, 12, 1), date(2026, 12, 4)),))
    second = do(store, save_roster, SaveRoster(roster=off))
    undo(store, second)
    with store.open_lists() as lists:
        assert [one.away for one in lists.rota.rosters.all()] == [()]
    assert refusal(store, save_roster, SaveRoster(roster=roster), Role.CLERK)[0] is Code.NOT_ALLOWED


def test_goals_are_saved_and_taken_back() -> None:
    store = world()
    terms = make_rota.terms(even=Weight.MUCH, unit=UnitId(ids.new()))
    first = do(store, save_rota_terms, SaveRotaTerms(terms=terms))
    with store.open_lists() as lists:
        (kept,) = lists.rota.terms.where(unit=make.UNIT)
    second = do(store, save_rota_terms, SaveRotaTerms(terms=replace(kept, learning=Weight.NOT)))
    undo(store, second)
    undo(store, first)
    with store.open_lists() as lists:
        assert lists.rota.terms.all() == ()
    assert refusal(store, save_rota_terms, SaveRotaTerms(terms=terms), Role.AUDITOR)[0] is Code.NOT_ALLOWED


def test_a_peer_coach_is_not_in_the_group_too() -> None:
    store = world()
    helped = replace(SHIFT, peer_coach=EMIL.id)
    done = do(store, change_shift, ChangeShift(shift=helped))
    put = PutOnShift(shift=SHIFT.id, client=EMIL.id)
    assert refusal(store, put_on_shift, put) == (Code.IS_PEER_COACH, "client")
    back = undo(store, done)
    do(store, put_on_shift, put)
    assert back.undo
    assert refusal(store, back.undo.action, back.undo.ask) == (Code.ON_THE_SHIFT, "peer_coach")
    with store.open_lists() as lists:
        now = lists.shifts.get(SHIFT.id)
    ask = ChangeShift(shift=replace(now, peer_coach=EMIL.id))
    assert refusal(store, change_shift, ask) == (Code.ON_THE_SHIFT, "peer_coach")


def test_those_who_guide_are_of_the_unit() -> None:
    store = world()
    strange = ChangeShift(shift=replace(SHIFT, other_coaches=frozenset({StaffId(ids.new())})))
    assert refusal(store, change_shift, strange) == (Code.UNKNOWN_VALUE, "other_coaches")
    unknown = ChangeShift(shift=replace(SHIFT, peer_coach=ClientId(ids.new())))
    assert refusal(store, change_shift, unknown) == (Code.UNKNOWN_VALUE, "peer_coach")


def test_new_shifts_have_the_number_aimed_at_and_who_guides() -> None:
    store = world()
    pattern = Pattern(
        unit=make.UNIT,
        job=JOB.id,
        phase=None,
        start=time(8),
        end=time(12),
        coach=make.MANAGER,
        other_coaches=frozenset({COACH.id}),
        peer_coach=EMIL.id,
        least=2,
        most=6,
        wanted=4,
    )
    rule = CalendarRule(days=DateRange(date(2026, 12, 7), date(2026, 12, 11)), weekdays=frozenset({0, 2}))
    do(store, plan_shifts, PlanShifts(pattern=pattern, rule=rule))
    with store.open_lists() as lists:
        made = lists.shifts.within(rule.days)
    assert {(one.other_coaches, one.peer_coach, one.wanted) for one in made} == {
        (frozenset({COACH.id}), EMIL.id, 4)
    }
    wrong = PlanShifts(pattern=replace(pattern, wanted=7), rule=rule)
    assert refusal(store, plan_shifts, wrong) == (Code.TOO_LARGE, "wanted")
