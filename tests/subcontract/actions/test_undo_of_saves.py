"""Random saves, taken back and done again: the same records come out, whatever the order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.actions.save_client import SaveClient, save_client
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.actions.save_job import SaveJob, save_job
from subcontract.clock import standing_at
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor

PASSED = frozenset({Code.SIMILAR_NAME})


class Office:
    """Two clients, a customer and a job, saved again and again by one door."""

    def __init__(self) -> None:
        self.store: MemoryStore = make.store()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker()
        )
        self.customer = make.customer()
        self.job = make.job(customer=self.customer.id)
        self.clients = (make.client(), make.client(first_name="Emil", last_name="Berg"))

    def contents(self) -> object:
        with self.store.open_lists() as lists:
            kinds = (lists.customers.all(), lists.jobs.all(), lists.clients.all())
            return [
                sorted((replace(one, version=0) for one in kind), key=lambda r: str(r.id)) for kind in kinds
            ]

    def save(self, step: int, text: str) -> None:
        with self.store.open_lists() as lists:
            customer = lists.customers.find(self.customer.id) or self.customer
            job = lists.jobs.find(self.job.id) or self.job
            clients = [lists.clients.find(one.id) or one for one in self.clients]
        if step == 0:
            self.door.act(save_customer, SaveCustomer(customer=replace(customer, note=text), despite=PASSED))
        elif step == 1:
            self.door.act(save_customer, SaveCustomer(customer=customer, despite=PASSED))
            self.door.act(save_job, SaveJob(job=replace(job, place=text)))
        else:
            other = clients[3 - step].id
            with self.store.open_lists() as lists:
                known = lists.clients.find(other) is not None
            apart = frozenset({other}) if text and known else frozenset()
            client = replace(clients[step - 2], wishes=text, never_with=apart)
            self.door.act(save_client, SaveClient(client=client, despite=PASSED))


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "a", "b"])), min_size=1, max_size=12))
def test_every_step_back_and_forth_gives_what_was(steps: list[tuple[int, str]]) -> None:
    office = Office()
    seen = [office.contents()]
    for step, text in steps:
        before = len(office.door.undo_stack)
        office.save(step, text)
        seen += [office.contents()] * (len(office.door.undo_stack) - before)
    last, number = seen[-1], len(office.door.undo_stack)
    for _ in range(number):
        office.door.undo()
    assert office.contents() == seen[0]
    for _ in range(number):
        office.door.redo()
    assert office.contents() == last


def test_a_step_is_refused_once_somebody_else_has_changed_the_record() -> None:
    office = Office()
    office.save(0, "a")
    office.save(0, "b")
    with office.store.open_books() as books:
        books.customers.save(replace(books.customers.get(office.customer.id), note="toinen"))
        books.commit()
    with pytest.raises(Refused) as refused:
        office.door.undo()
    assert refused.value.code is Code.CHANGED_ELSEWHERE
    with office.store.open_lists() as lists:
        assert lists.customers.get(office.customer.id).note == "toinen"
