"""A coach's list is a look at every client on it."""

from dataclasses import replace

import pytest

from subcontract.actions.perform import perform
from subcontract.actions.see_on_shifts import SeeOnShifts, see_on_shifts
from subcontract.clock import standing_at
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore

LIISA, EMIL = make.client(number=1), make.client(number=2, first_name="Emil", last_name="Berg")
ASK = SeeOnShifts(clients=(LIISA.id, EMIL.id, LIISA.id), purpose="Valmentajan lista työpaikalle")
CLOCK = standing_at(make.TODAY)


@pytest.fixture
def store() -> MemoryStore:
    store = make.store()
    for client in (LIISA, EMIL):
        store.fill(lambda books, client=client: books.clients.add(client))  # type: ignore[misc]
    return store


def test_each_client_has_a_row_with_the_purpose(store: MemoryStore) -> None:
    done = perform(see_on_shifts, ASK, store.open_books, CLOCK, make.worker(Role.WORK_COACH))
    assert done.facts == {"number": 2}
    assert done.changed == frozenset()
    with store.open_lists() as lists:
        for client in (LIISA, EMIL):
            (row,) = [event for event in lists.log.last(99) if event.object == client.id]
            assert (row.action, row.purpose) == ("see_client", ASK.purpose)


def test_a_purpose_is_needed(store: MemoryStore) -> None:
    with pytest.raises(Refused) as refused:
        perform(see_on_shifts, replace(ASK, purpose=" "), store.open_books, CLOCK, make.worker())
    assert refused.value.problems[0].code is Code.REASON_NEEDED


@pytest.mark.parametrize("role", [Role.CLERK, Role.AUDITOR, Role.PEER_COACH])
def test_without_care_data_there_is_no_list(store: MemoryStore, role: Role) -> None:
    with pytest.raises(Refused) as refused:
        perform(see_on_shifts, ASK, store.open_books, CLOCK, make.worker(role))
    assert refused.value.problems[0].code is Code.NOT_ALLOWED
    with store.open_lists() as lists:
        assert not [event for event in lists.log.last(99) if event.action == "see_client"]
