import pytest

from subcontract.actions.perform import perform
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.clock import standing_at
from subcontract.jobs.job import JobState
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore

CLOCK = standing_at(make.TODAY)


@pytest.fixture
def store() -> MemoryStore:
    return make.store()


def save(store: MemoryStore, ask: SaveCustomer, *roles: Role) -> None:
    perform(save_customer, ask, store.open_books, CLOCK, make.worker(*roles))


def test_a_new_customer_gets_a_number_and_can_be_undone(store: MemoryStore) -> None:
    customer = make.customer(business_id="1234567-1")
    done = perform(save_customer, SaveCustomer(customer=customer), store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        saved = lists.customers.get(customer.id)
    assert (saved.number, saved.business_id) == (1, "12345671")
    assert done.undo
    perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert lists.customers.all() == ()
        assert [event.action for event in lists.log.last(9)] == ["save_customer", "put_back"]


def test_a_change_keeps_the_number_and_its_undo_puts_everything_back(store: MemoryStore) -> None:
    customer = make.customer(number=4)
    store.fill(lambda books: books.customers.add(customer))
    changed = make.customer(id=customer.id, number=99, name="Kuusi ja pojat Oy", payment_term_days=30)
    done = perform(save_customer, SaveCustomer(customer=changed), store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        assert lists.customers.get(customer.id).number == 4
        assert lists.customers.get(customer.id).name == "Kuusi ja pojat Oy"
    assert done.undo
    again = perform(done.undo.action, done.undo.ask, store.open_books, CLOCK, make.worker())
    with store.open_lists() as lists:
        back = lists.customers.get(customer.id)
    assert (back.name, back.payment_term_days, back.version) == (customer.name, 14, 3)
    assert again.undo, "an undo can be redone"


def test_a_known_business_id_is_refused_and_a_similar_name_must_be_confirmed(store: MemoryStore) -> None:
    store.fill(lambda books: books.customers.add(make.customer(number=9)))
    with pytest.raises(Refused) as refused:
        save(store, SaveCustomer(customer=make.customer(), despite=frozenset({Code.SIMILAR_NAME})))
    assert refused.value.code is Code.ALREADY_EXISTS
    similar = make.customer(name="Tavaratalo Kuusi", business_id="23456780")
    with pytest.raises(Refused) as refused:
        save(store, SaveCustomer(customer=similar))
    assert refused.value.code is Code.SIMILAR_NAME
    save(store, SaveCustomer(customer=similar, despite=frozenset({Code.SIMILAR_NAME})))


def test_a_refused_customer_takes_no_number(store: MemoryStore) -> None:
    with pytest.raises(Refused):
        save(store, SaveCustomer(customer=make.customer(name="")))
    save(store, SaveCustomer(customer=make.customer()))
    with store.open_lists() as lists:
        assert [customer.number for customer in lists.customers.all()] == [1]


def test_a_customer_with_open_jobs_stays_active(store: MemoryStore) -> None:
    customer = make.customer(number=1)
    job = make.job(customer=customer.id, state=JobState.RUNNING)
    store.fill(lambda books: books.customers.add(customer))
    store.fill(lambda books: books.jobs.add(job))
    with pytest.raises(Refused) as refused:
        save(store, SaveCustomer(customer=make.customer(id=customer.id, active=False)))
    assert (refused.value.code, refused.value.problems[0].field) == (Code.IN_USE, "active")


def test_a_save_over_somebody_elses_is_refused(store: MemoryStore) -> None:
    customer = make.customer(number=1)
    store.fill(lambda books: books.customers.add(customer))
    save(store, SaveCustomer(customer=make.customer(id=customer.id, note="a")))
    with pytest.raises(Refused) as refused:
        save(store, SaveCustomer(customer=make.customer(id=customer.id, note="b")))
    assert refused.value.code is Code.CHANGED_ELSEWHERE


def test_a_work_coach_may_not(store: MemoryStore) -> None:
    with pytest.raises(Refused) as refused:
        save(store, SaveCustomer(customer=make.customer()), Role.WORK_COACH)
    assert refused.value.code is Code.NOT_ALLOWED
