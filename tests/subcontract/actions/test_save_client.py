from datetime import date, timedelta

import pytest

from subcontract import ids
from subcontract.actions.act import Action, Done
from subcontract.actions.perform import perform
from subcontract.actions.save_client import SaveClient, save_client
from subcontract.actions.see_client import SeeClient, see_client, see_identity_code
from subcontract.clock import standing_at
from subcontract.ids import AssignmentId, ShiftId
from subcontract.people.client import Client
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from subcontract.rota.shift import Assignment
from tests import make
from tests.fakes import MemoryStore

CLOCK = standing_at(make.TODAY)
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 100


@pytest.fixture
def store() -> MemoryStore:
    return make.store()


def save(store: MemoryStore, client: Client, *despite: Code) -> Done:
    ask = SaveClient(client=client, despite=frozenset(despite))
    return perform(save_client, ask, store.open_books, CLOCK, make.worker(Role.JOB_COACH))


def undo(store: MemoryStore, done: Done) -> Done:
    assert done.undo
    return perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker(Role.JOB_COACH))


def stored(store: MemoryStore, client: Client) -> Client:
    with store.open_lists() as lists:
        return lists.clients.get(client.id)


def test_clients_are_numbered_by_unit(store: MemoryStore) -> None:
    liisa, emil = make.client(), make.client(first_name="Emil", last_name="Berg")
    save(store, liisa)
    save(store, emil)
    assert (stored(store, liisa).number, stored(store, emil).number) == (1, 2)


def test_never_with_is_kept_both_ways_through_save_change_and_undo(store: MemoryStore) -> None:
    liisa, emil = make.client(), make.client(first_name="Emil", last_name="Berg")
    save(store, emil)
    done = save(store, make.client(id=liisa.id, never_with=frozenset({emil.id})))
    assert stored(store, emil).never_with == {liisa.id}
    undo(store, done)
    assert stored(store, emil).never_with == frozenset()
    save(store, liisa)
    apart = make.client(id=liisa.id, never_with=frozenset({emil.id}))
    done = save(store, apart)
    undo(store, done)
    assert (stored(store, liisa).never_with, stored(store, emil).never_with) == (frozenset(), frozenset())


def test_a_withdrawn_consent_takes_the_photo_away_for_good(store: MemoryStore) -> None:
    with_photo = make.client(photo=JPEG, photo_consent=date(2026, 3, 1))
    save(store, with_photo)
    done = save(store, make.client(id=with_photo.id, photo=JPEG, wishes="Ulkotyötä"))
    assert stored(store, with_photo).photo == b""
    undo(store, done)
    back = stored(store, with_photo)
    assert (back.wishes, back.photo, back.photo_consent) == ("", b"", None)


def test_one_person_is_in_the_books_once(store: MemoryStore) -> None:
    save(store, make.client(identity_code="010594Y9032"))
    with pytest.raises(Refused) as refused:
        save(store, make.client(identity_code="010594y9032"), Code.SIMILAR_NAME)
    assert refused.value.code is Code.ALREADY_EXISTS
    with pytest.raises(Refused) as refused:
        save(store, make.client())
    assert refused.value.code is Code.SIMILAR_NAME
    save(store, make.client(), Code.SIMILAR_NAME)


def test_a_client_with_shifts_to_come_stays_active(store: MemoryStore) -> None:
    client = make.client(number=1)
    tomorrow = Assignment(
        id=AssignmentId(ids.new()),
        shift=ShiftId(ids.new()),
        client=client.id,
        day=make.TODAY + timedelta(days=1),
    )
    store.fill(lambda books: books.clients.add(client))
    store.fill(lambda books: books.assignments.add(tomorrow))
    with pytest.raises(Refused) as refused:
        save(store, make.client(id=client.id, active=False))
    assert refused.value.problems[0].field == "active"


def test_a_new_client_already_planned_is_not_taken_away(store: MemoryStore) -> None:
    client = make.client()
    done = save(store, client)
    planned = Assignment(
        id=AssignmentId(ids.new()), shift=ShiftId(ids.new()), client=client.id, day=make.TODAY
    )
    store.fill(lambda books: books.assignments.add(planned))
    with pytest.raises(Refused) as refused:
        undo(store, done)
    assert refused.value.code is Code.IN_USE


@pytest.mark.parametrize("action", [see_client, see_identity_code])
def test_looking_is_logged_with_its_purpose_and_changes_nothing(
    store: MemoryStore, action: Action[SeeClient]
) -> None:
    client = make.client()
    save(store, client)
    ask = SeeClient(client=client.id, purpose="Palkanmaksu")
    done = perform(action, ask, store.open_books, CLOCK, make.worker(Role.CLERK))
    assert done.changed == frozenset()
    with store.open_lists() as lists:
        row = lists.log.of(client.id)[-1]
    assert (row.action, row.purpose) == (action.__name__, "Palkanmaksu")


def test_nobody_looks_without_a_purpose_or_a_right(store: MemoryStore) -> None:
    client = make.client()
    save(store, client)
    with pytest.raises(Refused) as refused:
        perform(see_client, SeeClient(client=client.id, purpose=" "), store.open_books, CLOCK, make.worker())
    assert refused.value.code is Code.REASON_NEEDED
    ask = SeeClient(client=client.id, purpose="Uteliaisuus")
    with pytest.raises(Refused) as refused:
        perform(see_client, ask, store.open_books, CLOCK, make.worker(Role.AUDITOR))
    assert refused.value.code is Code.NOT_ALLOWED
