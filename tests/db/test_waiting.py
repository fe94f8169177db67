"""What waits to be written is there for whoever reads it, and refuses what refers to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event

from subcontract import ids
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.perform import FIRST_PREVIOUS, act_in, broken_link, hash_of
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import ClientId, EntryId, InvoiceId, InvoiceLineId, PayoutId
from subcontract.invoicing.records import Draft
from subcontract.problems import Code, Refused
from tests import make
from tests.benchmarks import bench_invoices
from tests.db import full
from ui.texts import CatalogueTexts


def refusal(act: Any, *given: Any) -> Code:
    with pytest.raises(Refused) as refused:
        act(*given)
    return refused.value.code


def filled(store: Any) -> None:
    with store.open_books() as books:
        full.fill(books)
        books.commit()


def another_invoice(number: int) -> Any:
    lines = (replace(full.line(), id=InvoiceLineId(ids.new()), credits_line=None),)
    return replace(full.invoices()[0], id=InvoiceId(ids.new()), number=number, lines=lines)


def test_an_added_record_is_found_in_the_same_books_however_it_is_asked_for(store: Any) -> None:
    filled(store)
    new = another_invoice(900)
    with store.open_books() as books:
        books.invoices.add(new)
        assert books.invoices.find(new.id) == new
        assert books.invoices.where(number=900) == (new,)
        assert books.invoices.within(DateRange(new.day, new.day))[-1] == new
        assert books.invoices.all()[-1] == new
        assert books.invoices.get(new.id) == new


def test_an_added_payout_is_saved_and_removed_in_the_same_books(store: Any) -> None:
    filled(store)
    with store.open_books() as books:
        kept = books.payouts.all()[0]
        first, second = (replace(kept, id=PayoutId(ids.new()), client=full.FRIEND) for _ in range(2))
        books.payouts.add(first)
        books.payouts.remove(first)
        books.payouts.add(second)
        saved = books.payouts.save(replace(second, cut=second.tax_free))
        books.commit()
    with store.open_lists() as lists:
        assert lists.payouts.all() == (kept, saved)


def test_what_a_waiting_record_refers_to_stays(sql_store: Any) -> None:
    filled(sql_store)
    with sql_store.open_books() as books:
        loner = replace(full.clients()[0], id=ClientId(ids.new()), number=77)
        books.clients.add(loner)
        entry = replace(full.world()["entries"][0], id=EntryId(ids.new()), client=loner.id, supersedes=None)
        books.entries.add(entry)
        assert refusal(books.clients.remove, loner) is Code.IN_USE
        assert books.entries.get(entry.id) == entry


def test_a_waiting_paper_is_found_and_is_kept_once(store: Any) -> None:
    with store.open_books() as books:
        books.papers.add(full.paper())
        assert refusal(books.papers.add, full.paper()) is Code.ALREADY_EXISTS
        assert books.papers.find(full.FIRST_INVOICE, "invoice") == full.paper()
        assert refusal(books.papers.add, full.paper()) is Code.ALREADY_EXISTS
        books.commit()
        assert refusal(books.papers.add, full.paper()) is Code.ALREADY_EXISTS


def test_waiting_rows_of_the_log_are_told_in_their_order(store: Any) -> None:
    about = ids.new()
    with store.open_books() as books:
        for _ in range(3):
            row = full.event(books.log.head(), id=ids.new(), object=about)
            books.log.add(replace(row, hash=hash_of(row)))
        assert broken_link(books.log.last(9), FIRST_PREVIOUS) is None
        assert books.log.of(about) == books.log.last(3)
        assert len(books.log.last(9)) == 3


def test_a_refused_change_undoes_itself_alone(store: Any) -> None:
    filled(store)
    with store.open_books() as books:
        books.customers.add(make.customer(number=50))
        twin = replace(books.clients.all()[0], id=ids.new())
        assert refusal(books.clients.add, twin) is Code.ALREADY_EXISTS
        assert refusal(books.customers.save, make.customer()) is Code.NOT_FOUND
        books.commit()
    with store.open_lists() as lists:
        assert [customer.number for customer in lists.customers.all()][-1] == 50
        assert lists.clients.find(twin.id) is None


@contextmanager
def statements(store: Any) -> Iterator[list[str]]:
    """The statements that the database is given meanwhile."""
    given: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        given.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    yield given
    event.remove(store.engine, "before_cursor_execute", note)


def test_a_run_of_invoices_asks_little_of_the_database(sql_store: Any) -> None:
    """Eleven for each: is it issued, the draft, a number, the terms, its paper, its removal."""
    ready: list[Draft] = bench_invoices.drafts(sql_store, 40)
    texts, clock = CatalogueTexts(), standing_at(bench_invoices.TODAY)
    with sql_store.open_books() as books, statements(sql_store) as given:
        for draft in ready:
            ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=lambda _: texts)
            act_in(books, issue_invoice, ask, clock, make.worker())
        books.commit()
    customers = len({draft.customer for draft in ready})
    assert len(given) <= 11 * len(ready) + customers + 20
