"""Odd weeks, read from what is stored: nobody, nothing, nights, turns of months and years, newcomers."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from subcontract import ids
from subcontract.days import ONE_DAY, SATURDAY, DateRange
from subcontract.ids import PinId, RotaWishesId
from subcontract.people.client import (
    Absence,
    AbsenceKind,
    Availability,
    Client,
    FormOfWork,
    FormOfWorkSpan,
    HalfDay,
    Permit,
)
from subcontract.rota.records import Pin, PinKind, RotaWishes
from subcontract.rota.rotation.problem import LimitKind
from subcontract.rota.rotation.proposing.propose import propose
from subcontract.rota.rotation.rules import Rule, breaks_of
from subcontract.rota.rotation.sharing.shares import shares_of
from subcontract.rota.rotation.standing import Standing
from subcontract.rota.rotation.unfilled import unfilled_of
from tests import make
from tests.rotation_records import (
    EMIL,
    LIISA,
    TODAY,
    WEEK,
    clients,
    limit,
    planned,
    question,
    reasons,
    shift,
    shifts,
    worked,
)

ALWAYS = Availability(half_days=frozenset((day, half) for day in range(7) for half in HalfDay))
NIGHTLY = replace(LIISA, availability=ALWAYS)


def test_a_unit_without_clients_leaves_every_place_empty_and_says_so() -> None:
    problem = question(*shifts(shift(), shift(1)))
    assert problem.people == ()
    proposal = propose(problem)
    assert proposal.pairs == frozenset()
    assert [one.missing for one in unfilled_of(problem, proposal.pairs)] == [1, 1]


def test_a_week_without_shifts_is_an_empty_proposal() -> None:
    problem = question(*clients())
    assert (problem.slots, problem.size) == ((), 0)
    assert propose(problem).pairs == frozenset()


def test_a_unit_of_which_nothing_at_all_is_known() -> None:
    problem = question()
    assert propose(problem).pairs == frozenset()


def test_a_permit_that_ends_in_the_middle_of_the_week() -> None:
    permit = Permit(name="Hygieniapassi", valid_to=TODAY + 2 * ONE_DAY)
    one = replace(LIISA, permits=(permit,))
    days = [shift(n, needs=frozenset({"hygieniapassi"})) for n in range(5)]
    problem = question(*clients(one), *shifts(*days))
    found = [reasons(problem, one, on) for on in days]
    assert found == [[], [], [], [Rule.PERMIT_EXPIRED], [Rule.PERMIT_EXPIRED]]
    assert {on for _, on in propose(problem).pairs} == {on.id for on in days[:3]}


def test_a_permit_must_last_to_the_end_of_a_night() -> None:
    until_monday = replace(NIGHTLY, permits=(Permit(name="kortti", valid_to=TODAY),))
    night = shift(0, start=time(22), end=time(6), needs=frozenset({"kortti"}))
    problem = question(*clients(until_monday), *shifts(night))
    assert reasons(problem, until_monday, night) == [Rule.PERMIT_EXPIRED]


def test_a_form_of_work_that_ends_in_the_middle_of_the_week() -> None:
    until = DateRange(date(2026, 1, 1), TODAY + 2 * ONE_DAY)
    one = replace(LIISA, forms=(FormOfWorkSpan(days=until, form=FormOfWork.ALLOWANCE),))
    days = [shift(n) for n in range(5)]
    problem = question(*clients(one), *shifts(*days))
    assert [reasons(problem, one, on) for on in days[2:4]] == [[], [Rule.NO_FORM_OF_WORK]]
    assert {on for _, on in propose(problem).pairs} == {on.id for on in days[:3]}


def test_the_nights_when_the_clocks_change_have_their_real_length() -> None:
    for day, minutes in ((date(2026, 10, 24), 9 * 60), (date(2027, 3, 27), 7 * 60)):
        night = shift(0, day=day, start=time(22), end=time(6))
        week = DateRange(day - 5 * ONE_DAY, day + ONE_DAY)
        saturday = replace(NIGHTLY, weekly_minutes=minutes)
        problem = question(*clients(saturday), *shifts(night), days=week, today=week.first)
        assert problem.slots[0].minutes == minutes
        assert propose(problem).pairs == {(saturday.id, night.id)}
        short = replace(NIGHTLY, weekly_minutes=minutes - 1)
        problem = question(*clients(short), *shifts(night), days=week, today=week.first)
        assert propose(problem).pairs == frozenset()


def test_a_night_keeps_the_next_morning_free_and_belongs_to_the_day_on_which_it_begins() -> None:
    night, morning, evening = (
        shift(-1, start=time(22), end=time(6)),
        shift(0),
        shift(0, start=time(17), end=time(21)),
    )
    problem = question(*clients(NIGHTLY), *shifts(night, morning, evening), planned(night, NIGHTLY))
    assert reasons(problem, NIGHTLY, morning) == [Rule.REST]
    assert reasons(problem, NIGHTLY, evening) == []
    assert limit(problem, NIGHTLY, LimitKind.DAYS).used == 0  # the night is of the week before


def test_a_night_that_was_recorded_keeps_the_next_morning_free_also_for_who_stepped_in() -> None:
    night, morning = shift(-1, start=time(22), end=time(6)), shift(0)
    done = worked(night, NIGHTLY, start=time(22), end=time(6), break_minutes=0, minutes=480)
    problem = question(*clients(NIGHTLY), *shifts(night, morning), done)
    assert reasons(problem, NIGHTLY, morning) == [Rule.REST]


def test_a_limit_of_the_month_holds_on_both_sides_of_its_turn() -> None:
    """Monday 30 November is of one month, Tuesday of the next; a day of each is left."""
    turn = date(2026, 11, 30)
    wishes = RotaWishes(id=RotaWishesId(ids.new()), unit=make.UNIT, client=LIISA.id, monthly_days=2)
    before, later = shift(0), shift(day=turn + 10 * ONE_DAY)
    days = [shift(day=turn + n * ONE_DAY) for n in range(4)]
    week = DateRange(turn, turn + 6 * ONE_DAY)
    problem = question(
        *clients(LIISA),
        *shifts(before, later, *days),
        planned(before),
        planned(later),
        ("rota.wishes", wishes),
        days=week,
    )
    november, december = DateRange(date(2026, 11, 1), turn), DateRange(date(2026, 12, 1), date(2026, 12, 31))
    assert limit(problem, LIISA, LimitKind.DAYS, november).used == 1
    assert limit(problem, LIISA, LimitKind.DAYS, december).used == 1
    proposed = {on for _, on in propose(problem).pairs}
    assert days[0].id in proposed
    assert len(proposed) == 2


def test_a_week_over_the_turn_of_a_year_is_one_week() -> None:
    monday = date(2026, 12, 28)
    busy = replace(LIISA, weekly_days=2)
    worked_before, days = shift(day=monday), [shift(day=monday + n * ONE_DAY) for n in (3, 4)]
    new_year = DateRange(date(2027, 1, 1), date(2027, 1, 3))
    problem = question(
        *clients(busy),
        *shifts(worked_before, *days),
        planned(worked_before, busy),
        days=new_year,
        today=monday,
    )
    week = DateRange(monday, date(2027, 1, 3))
    assert limit(problem, busy, LimitKind.DAYS, week).used == 1
    assert [slot.shift.day for slot in problem.slots] == [date(2027, 1, 1)]
    both = question(*clients(busy), *shifts(worked_before, *days), days=week, today=monday)
    assert len(propose(both).pairs) == 2


def test_a_week_in_which_everybody_is_away() -> None:
    away = replace(LIISA, absences=(Absence(days=WEEK, kind=AbsenceKind.HOLIDAY),))
    problem = question(*clients(away), *shifts(shift(), shift(1)))
    proposal = propose(problem)
    assert proposal.pairs == frozenset()
    assert all(one.reasons == {Rule.AWAY: 1} for one in unfilled_of(problem, proposal.pairs))


def test_a_lock_against_the_rules_stays_and_is_told() -> None:
    away = replace(LIISA, absences=(Absence(days=WEEK),))
    on = shift()
    pin = Pin(
        id=PinId(ids.new()), unit=make.UNIT, shift=on.id, client=away.id, day=on.day, kind=PinKind.LOCKED
    )
    problem = question(*clients(away), *shifts(on), ("rota.pins", pin))
    pairs = propose(problem).pairs
    assert pairs == {(away.id, on.id)}
    assert [found.rule for found in breaks_of(Standing(problem, pairs))] == [Rule.AWAY]


# --- newcomers and long absence --------------------------------------------------------------


def history(who: Client, weeks: int) -> list[tuple[str, Any]]:
    """A morning on each working day of some weeks before."""
    found: list[tuple[str, Any]] = []
    for after in range(-7 * weeks, 0):
        if (TODAY + after * ONE_DAY).weekday() < SATURDAY:
            on = shift(after)
            found += [*shifts(on), worked(on, who)]
    return found


def test_a_newcomer_gets_an_ordinary_part_and_is_not_flooded_to_catch_up() -> None:
    newcomer = replace(EMIL, forms=(FormOfWorkSpan(days=DateRange(TODAY), form=FormOfWork.ALLOWANCE),))
    days = [shift(n, wanted=1) for n in range(4)]
    problem = question(*clients(LIISA, newcomer), *shifts(*days), *history(LIISA, 8))
    fits = {person.id: problem.slots for person in problem.people}
    shares = shares_of(problem, fits)
    assert shares[newcomer.id].owed == 0
    assert shares[newcomer.id].minutes == shares[LIISA.id].minutes
    by_person = [sum(client == one.id for client, _ in propose(problem).pairs) for one in (LIISA, newcomer)]
    assert by_person == [2, 2]


def test_a_long_absence_is_not_held_against_anybody_and_earns_nothing_either() -> None:
    back = replace(EMIL, absences=(Absence(days=DateRange(TODAY - 60 * ONE_DAY, TODAY - ONE_DAY)),))
    days = [shift(n, wanted=1) for n in range(4)]
    problem = question(*clients(LIISA, back), *shifts(*days), *history(LIISA, 8))
    by_person = [sum(client == one.id for client, _ in propose(problem).pairs) for one in (LIISA, back)]
    assert by_person == [2, 2]


def test_who_was_there_all_the_time_and_had_less_is_owed() -> None:
    days = [shift(n, wanted=1) for n in range(4)]
    problem = question(*clients(LIISA, EMIL), *shifts(*days), *history(LIISA, 8))
    by_person = [sum(client == one.id for client, _ in propose(problem).pairs) for one in (LIISA, EMIL)]
    assert by_person == [1, 3]
