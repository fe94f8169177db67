"""What the demo centre's people were told, what became of it, and what is decided of the week to come."""

from datetime import date, timedelta

import pytest

from subcontract.actions.reality_facts import what_happened
from subcontract.days import DateRange
from subcontract.hours.entry import EntryKind
from subcontract.hours.in_force import in_force
from subcontract.hours.reality.places import places_of
from subcontract.hours.reality.records import Outcome
from subcontract.rota.changes import changes_since
from subcontract.rota.plan_state import Stage, plan_state
from subcontract.rota.publishing import promised_on
from subcontract.rota.records import PinKind
from subcontract.rota.warnings import WarningCode, warnings_of
from tests.fakes import MemoryStore
from ui.demo import make_demo
from ui.demo.data import UNIT, client_id
from ui.presenters.rota.week import Week, read_days

TODAY = date(2026, 11, 23)
AUTUMN = DateRange(date(2026, 8, 24), TODAY - timedelta(days=1))
RUNNING = DateRange(TODAY, TODAY + timedelta(days=6))
NEXT = DateRange(date(2026, 11, 30), date(2026, 12, 6))


@pytest.fixture(scope="module")
def centre() -> MemoryStore:
    store = MemoryStore()
    make_demo(store.open_books)
    return store


def week(centre: MemoryStore, days: DateRange) -> Week:
    """The days as the board reads them."""
    with centre.open_lists() as lists:
        return read_days(lists, UNIT, days)


def test_nothing_has_been_done_after_the_demos_own_day(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        assert max(row.at for row in lists.log.last(100_000)).date() < TODAY


def test_each_week_was_promised_before_it_began(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        told = lists.rota.publications.all()
    assert promised_on(told, AUTUMN).covers(AUTUMN)
    assert all(one.at.date() < one.day for one in told)


def test_the_running_week_has_changed_since_and_the_next_is_not_told(centre: MemoryStore) -> None:
    running, ahead = week(centre, RUNNING), week(centre, NEXT)
    assert plan_state(running.plan, running.promised, RUNNING).stage is Stage.CHANGED
    changes = changes_since(promised_on(running.promised, RUNNING), running.plan, RUNNING)
    assert {(one.client, one.now is None) for one in changes} == {
        (client_id("ranta"), True),
        (client_id("sirkka"), False),
    }
    assert ahead.plan.assignments
    assert plan_state(ahead.plan, ahead.promised, NEXT).stage is Stage.DRAFT


def test_somebody_came_instead_and_a_peer_coach_helped(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        places = places_of(what_happened(lists, UNIT, AUTUMN, TODAY))
        entries = in_force(lists.entries.within(AUTUMN))
        helped = {shift.id for shift in lists.shifts.within(AUTUMN) if shift.peer_coach}
    assert {one.client for one in places if one.outcome is Outcome.CAME_INSTEAD} == {
        client_id("aalto"),
        client_id("laine"),
    }
    outcomes = {one.outcome for one in places}
    assert {Outcome.CAME, Outcome.SICK, Outcome.AWAY, Outcome.NOT_RECORDED} <= outcomes
    helping = [e for e in entries if e.kind is EntryKind.COACHING and e.client == client_id("salo")]
    assert helped & {entry.shift for entry in helping if entry.minutes}


def test_the_next_week_has_an_empty_place_pins_and_a_permit_that_ends(centre: MemoryStore) -> None:
    plan = week(centre, NEXT).plan
    shifts = [shift for shift in plan.shifts if shift.day in NEXT]
    with centre.open_lists() as lists:
        pins = {one.kind for one in lists.rota.pins.within(NEXT)}
    assert pins == set(PinKind)
    assert [one.day for one in shifts if len(plan.on_shift(one.id)) < one.least] == [date(2026, 12, 1)]
    (ends,) = plan.client_by_id[client_id("susi")].permits
    assert ends.valid_to is not None
    assert ends.valid_to in NEXT
    later = [
        shift
        for shift in shifts
        if shift.day > ends.valid_to
        and ends.name in shift.needs
        and any(one.client == client_id("susi") for one in plan.on_shift(shift.id))
    ]
    assert later
    assert all(WarningCode.PERMIT_EXPIRED in {said.code for said in warnings_of(one, plan)} for one in later)
