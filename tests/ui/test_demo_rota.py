"""What the demo centre's shifts are proposed from, made by the program's own actions."""

from datetime import date

import pytest

from subcontract.actions.rotation_facts import rotation_question
from subcontract.days import DateRange
from subcontract.rota.rotation.proposing.propose import propose
from subcontract.rota.weights import Goal, Weight
from tests.fakes import MemoryStore
from ui.demo import make_demo
from ui.demo.data import UNIT, client_id

TODAY = date(2026, 11, 23)
AHEAD = DateRange(date(2026, 11, 30), date(2026, 12, 11))


@pytest.fixture(scope="module")
def centre() -> MemoryStore:
    store = MemoryStore()
    make_demo(store.open_books)
    return store


def test_every_kind_of_wish_is_there(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        wishes = lists.rota.wishes.all()
    assert len(wishes) >= 15
    for name in ("likes", "dislikes", "wants_to_try", "likes_days", "dislikes_days", "should_be_with"):
        assert any(getattr(one, name) for one in wishes), name
    for name in ("familiar_coaches", "wants_the_same", "monthly_days", "monthly_minutes", "monthly_pay"):
        assert any(getattr(one, name) for one in wishes), name


def test_coaches_have_hours_and_one_has_days_off_ahead(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        rosters = lists.rota.rosters.all()
    assert len(rosters) == 4
    assert all(one.hours for one in rosters)
    assert any(days.first > TODAY for one in rosters for days in one.away)


def test_a_peer_coach_helps_and_liked_work_goes_round(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        helped = [one for one in lists.shifts.within(AHEAD) if one.peer_coach == client_id("salo")]
        assert helped
        assert not any(lists.assignments.where(shift=one.id, client=one.peer_coach) for one in helped)
        assert len([job for job in lists.jobs.all() if job.good]) == 2


def test_the_question_of_the_next_weeks_knows_them(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        question = rotation_question(lists, UNIT, AHEAD, TODAY)
    assert question.weights[Goal.EVEN] is Weight.MUCH
    assert any(person.likes for person in question.people)
    assert any(slot.good for slot in question.slots)
    assert any(slot.wanted == 5 for slot in question.slots)
    assert {slot.shift.day for slot in question.slots if slot.coaches == 0} == {
        date(2026, 12, 7),
        date(2026, 12, 8),
    }
    made = propose(question, seed=1)
    assert made.pairs
    assert not any(client == client_id("salo") and shift in _helped(centre) for client, shift in made.pairs)


def _helped(centre: MemoryStore) -> set[object]:
    with centre.open_lists() as lists:
        return {one.id for one in lists.shifts.all() if one.peer_coach is not None}
