"""The register of invoices that come again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract.clock import standing_at
from subcontract.ids import StaffId
from subcontract.invoicing.recurring import RecurringInvoice
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.drafts.recurring import RecurringPresenter
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
OTHER = make.customer(number=2, name="Painotalo Lehti Oy", business_id="")
JOB = make.job(number=1, customer=CUSTOMER.id)


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: object) -> None:
        for customer in (CUSTOMER, OTHER):
            books.customers.add(customer)  # type: ignore[attr-defined]
        books.jobs.add(JOB)  # type: ignore[attr-defined]
        books.clients.add(make.client(number=1))  # type: ignore[attr-defined]

    made.fill(write)
    return made


def opened(store: MemoryStore, *roles: Role) -> RecurringPresenter:
    who = make.worker(*roles) if roles else make.worker()
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), who)
    page = RecurringPresenter(door, CatalogueTexts("fi"))
    door.changed.append(lambda _: page.load())
    page.load()
    return page


def write(page: RecurringPresenter, **typed: str) -> None:
    page.start_new()
    page.form.pick("customer", CUSTOMER.id)
    for name, text in ({"name": "Siivous", "next_day": "31.10.2026"} | typed).items():
        page.form.type(name, text)
    line = page.written.rows[0]
    for name, text in (("text", "Tilojen siivous"), ("unit", "kk"), ("unit_price", "250")):
        line.type(name, text)
    page.save()


def stored(store: MemoryStore) -> tuple[RecurringInvoice, ...]:
    with store.open_lists() as lists:
        return lists.invoicing.recurring.all()


def states(page: RecurringPresenter) -> list[str]:
    found = [row.cells["state"] for row in page.table.visible]
    return [state.text for state in found if isinstance(state, State)]


def test_a_record_is_written_with_its_line(store: MemoryStore) -> None:
    page = opened(store)
    write(page)
    (one,) = stored(store)
    assert (one.name, one.customer, one.months, one.next_day) == (
        "Siivous",
        CUSTOMER.id,
        1,
        date(2026, 10, 31),
    )
    assert [(line.text, line.unit_price, line.vat_class) for line in one.lines] == [
        ("Tilojen siivous", Decimal(250), "general")
    ]
    assert states(page) == ["Laskutettavaa"]
    assert page.heading == "Siivous"


def test_what_is_wrong_stands_beside_its_field(store: MemoryStore) -> None:
    page = opened(store)
    write(page, next_day="30.10.2026")
    assert "27. päivään" in page.form.errors["next_day"]
    page.form.type("next_day", "31.10.2026")
    page.written.rows[0].type("text", "Liisa Aalto siivoaa")
    page.save()
    assert page.written.rows[0].errors["text"]
    assert not stored(store)


def test_only_the_chosen_customers_jobs_are_offered(store: MemoryStore) -> None:
    page = opened(store)
    page.start_new()
    page.form.pick("customer", CUSTOMER.id)
    assert [choice.value for choice in page.form.specs["job"].choices] == [None, JOB.id]
    page.form.pick("customer", OTHER.id)
    assert [choice.value for choice in page.form.specs["job"].choices] == [None]


def test_drafts_of_all_periods_are_made_and_told(store: MemoryStore) -> None:
    page = opened(store)
    write(page, next_day="30.9.2026")
    assert (page.can_make, page.make_words) == (True, "Tee 2 luonnosta")
    page.make()
    assert page.notice is not None
    assert page.notice.text == "2 luonnosta tehtiin."
    assert (page.can_make, states(page)) == (False, ["Odottaa päiväänsä"])
    with store.open_lists() as lists:
        assert len(lists.drafts.all()) == 2


def test_what_could_not_be_made_is_told(store: MemoryStore) -> None:
    page = opened(store)
    write(page)
    (one,) = stored(store)
    bad = replace(one, customer=OTHER.id, name="Työmaa", lines=(replace(one.lines[0], vat_class="AE"),))
    store.fill(lambda books: books.invoicing.recurring.save(bad))
    page.load()
    page.make()
    assert page.notice is not None
    assert "ALV-numeron" in page.notice.text


def test_a_stopped_one_is_ended_and_hidden(store: MemoryStore) -> None:
    page = opened(store)
    write(page)
    page.form.pick("active", False)
    page.save()
    assert not page.table.visible
    page.show_inactive(shown=True)
    assert states(page) == ["Loppui"]
    assert not page.can_make


def test_who_may_not_draft_reads(store: MemoryStore) -> None:
    write(opened(store))
    page = opened(store, Role.JOB_COACH)
    assert not page.can_make
    page.open(stored(store)[0].id)
    assert (page.can_save, page.written.locked) == (False, True)
    assert page.form.locked == set(page.form.specs)
    assert isinstance(page.door.who.staff, type(StaffId(make.MANAGER)))
