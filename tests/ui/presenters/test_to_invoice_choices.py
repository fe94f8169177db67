"""What is drafted is what is in sight, and what is missing is asked for."""

from typing import Any

import pytest

from subcontract.jobs.job import JobState
from tests import make
from tests.fakes import MemoryStore
from tests.ui.presenters.test_money_screens import CUSTOMER, FIXED, LIISA, invoices
from ui.presenters.invoices.drafts.to_invoice import ToInvoicePresenter
from ui.presenters.invoices.invoices import InvoicesPresenter, Page

CLEANING = make.job(
    number=2, name="Kevätsiivous", customer=CUSTOMER.id, phases=(FIXED,), state=JobState.RUNNING
)


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.customers.add(CUSTOMER)
        books.jobs.add(CLEANING)

    made.fill(write)
    return made


def opened(store: MemoryStore) -> tuple[InvoicesPresenter, ToInvoicePresenter]:
    desk = invoices(store)
    desk.show_to_invoice()
    waiting = desk.to_invoice
    waiting.table.select(waiting.table.visible[0].id)
    return desk, waiting


@pytest.mark.parametrize("typed", ["", "0"])
def test_the_share_of_a_fixed_price_is_asked_for_where_nothing_else_is_left(
    store: MemoryStore, typed: str
) -> None:
    desk, waiting = opened(store)
    assert waiting.form is not None
    waiting.form.type(str(FIXED.id), typed)
    waiting.make()
    assert desk.page is Page.TO_INVOICE
    assert "prosenttia" in waiting.form.errors[str(FIXED.id)]
    waiting.form.type(str(FIXED.id), "50")
    waiting.make()
    assert desk.draft.totals is not None


def test_nothing_out_of_sight_is_drafted(store: MemoryStore) -> None:
    desk, waiting = opened(store)
    assert waiting.form is not None
    waiting.form.type(str(FIXED.id), "50")
    assert waiting.can_make
    waiting.table.set_filter("zzz")
    assert (waiting.can_make, waiting.verb) == (False, "Tee luonnos")
    waiting.make()
    assert desk.page is Page.TO_INVOICE
