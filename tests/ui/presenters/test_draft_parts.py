"""A draft's lines by hand, its splitting, its buyer's needs and the ground of exemption."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.invoicing.records import Draft, LineKind
from subcontract.jobs.customer import CustomerKind
from subcontract.money import Money
from tests import make
from tests.fakes import MemoryStore
from tests.ui.presenters.test_money_screens import CUSTOMER, FIXED, JOB, LIISA, PIECES, entry, invoices
from ui.presenters.invoices.drafts.draft_page import DraftPage
from ui.presenters.invoices.invoices import InvoicesPresenter


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        books.entries.add(entry())
        books.entries.add(entry(day=date(2026, 9, 30), pieces=100))

    made.fill(write)
    return made


def drafted(store: MemoryStore) -> tuple[InvoicesPresenter, DraftPage]:
    desk = invoices(store)
    desk.show_to_invoice()
    desk.to_invoice.table.select(desk.to_invoice.table.visible[0].id)
    desk.to_invoice.make()
    return desk, desk.draft


def stored(store: MemoryStore) -> tuple[Draft, ...]:
    with store.open_lists() as lists:
        return lists.drafts.all()


def typed(page: DraftPage, **texts: str) -> None:
    for name, text in texts.items():
        page.line.form.type(name, text)


# --- by hand -------------------------------------------------------------------------------------


def test_a_line_is_written_and_taken_back(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.line.open()
    assert page.line.form.hidden == {"amount"}
    typed(page, text="Pakettiauto", quantity="2", unit="pv", unit_price="45", first="1.10.2026", last="")
    assert page.verb == "Lisää rivi"
    page.line.do()
    assert not page.line.is_open
    line = stored(store)[0].lines[-1]
    assert (line.text, line.net, line.kind, line.supplied.last) == (
        "Pakettiauto",
        Money("90.00"),
        LineKind.OTHER,
        date(2026, 10, 1),
    )
    assert len(page.table.rows) == 3


def test_a_line_put_aside_waits_as_it_was_typed(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.line.open()
    typed(page, text="Pakettiauto", unit_price="45")
    assert page.step_back()
    page.line.open()
    assert (page.line.form.typed["text"], page.line.form.typed["unit_price"]) == ("Pakettiauto", "45")
    page.line.do()
    page.line.open()
    assert page.line.form.typed["text"] == ""


def test_a_discount_on_the_whole_is_a_sum_below_nought(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.line.open()
    page.line.form.pick("kind", LineKind.CHARGE)
    assert page.line.form.hidden == {"quantity", "unit", "unit_price", "discount"}
    typed(page, text="Vuosialennus", amount="-10")
    page.line.do()
    assert stored(store)[0].lines[-1].net == Money("-10.00")
    page.line.open()
    page.line.form.pick("kind", LineKind.CHARGE)
    typed(page, text="Tyhjä", amount="0")
    page.line.do()
    assert page.line.form.errors["amount"]


def test_what_is_wrong_with_a_line_stands_beside_its_field(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.line.open()
    typed(page, text="Liisa Aalto siivosi", unit_price="10", first="3.10.2026", last="1.10.2026")
    page.line.do()
    assert "last" in page.line.form.errors
    typed(page, last="5.10.2026")
    page.line.do()
    assert page.line.form.errors["text"]
    assert page.line.is_open
    assert page.line.form.typed["text"] == "Liisa Aalto siivosi"
    page.step_back()
    assert not page.line.is_open
    assert len(stored(store)[0].lines) == 2


def test_what_was_typed_in_the_draft_is_saved_first(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.form.type("note", "Kiitos")
    page.line.open()
    assert (page.line.is_open, stored(store)[0].note) == (True, "Kiitos")
    typed(page, text="Pakettiauto", unit_price="45")
    page.line.do()
    assert len(stored(store)[0].lines) == 3


def test_the_law_is_told_beside_reverse_charge(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.line.open()
    page.line.form.pick("vat_class", "AE")
    assert "AVL 8 c §" in page.line.form.notes["vat_class"]
    page.line.form.pick("vat_class", "general")
    assert "vat_class" not in page.line.form.notes


# --- splitting -----------------------------------------------------------------------------------


def test_ticked_lines_move_into_a_new_draft(store: MemoryStore) -> None:
    desk, page = drafted(store)
    page.parting.open()
    assert not page.can_do
    page.parting.table.tick(page.parting.table.visible[0].id)
    assert page.verb == "Siirrä 1 rivi, 8,00\u00a0€"
    page.parting.ticks.all()
    assert not page.can_do
    page.parting.table.tick(page.parting.table.visible[0].id)
    page.parting.do()
    assert desk.notice is not None
    assert desk.notice.text == "Luonnos jaettiin 2 luonnokseksi."
    assert sorted(str(draft.lines[0].net) for draft in stored(store)) == ["8.00", "96.00"]


def test_each_month_gets_its_own_draft(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.parting.open()
    assert (page.parting.can_by_month, page.parting.can_by_job) == (True, False)
    page.parting.split_by_month()
    assert len(stored(store)) == 2
    assert not page.parting.is_open


# --- needs and grounds ---------------------------------------------------------------------------


def test_what_the_buyer_needs_is_noted_beside_its_field(store: MemoryStore) -> None:
    city = replace(CUSTOMER, kind=CustomerKind.PUBLIC, needs_order_number=True)
    store.fill(lambda books: books.customers.save(city))
    _, page = drafted(store)
    assert "tilausnumeroa" in page.form.notes["order_number"]
    assert page.needs is not None
    assert "241/2019" in page.needs.text
    page.issue()
    assert page.form.errors or page.notice is not None
    assert not store_has_invoice(store)
    page.form.type("order_number", "T-7")
    page.save()
    assert "order_number" not in page.form.notes
    page.issue()
    assert store_has_invoice(store)


def store_has_invoice(store: MemoryStore) -> bool:
    with store.open_lists() as lists:
        return bool(lists.invoices.all())


def test_a_chosen_ground_writes_its_sentence_and_own_words_stay(store: MemoryStore) -> None:
    exempt = replace(JOB, phases=(replace(PIECES, vat_class="E"), FIXED))
    store.fill(lambda books: books.jobs.save(exempt))
    _, page = drafted(store)
    assert "exemption" not in page.form.hidden
    page.form.pick("exemption_code", "VATEX-EU-132-1G")
    assert page.form.typed["exemption"] == "sosiaalihuoltopalvelu, AVL 37 ja 38 §"
    page.form.pick("exemption_code", "")
    assert page.form.typed["exemption"] == ""
    page.form.type("exemption", "AVL 36 §")
    page.form.pick("exemption_code", "VATEX-EU-132-1I")
    assert page.form.typed["exemption"] == "AVL 36 §"
    page.save()
    assert (stored(store)[0].exemption, stored(store)[0].exemption_code) == ("AVL 36 §", "VATEX-EU-132-1I")


def test_attachments_are_typed_one_on_each_line(store: MemoryStore) -> None:
    _, page = drafted(store)
    page.form.type("attachments", "Tuntilista\n\nHinnasto")
    page.form.type("buyer_cost_centre", "4410")
    page.save()
    assert (stored(store)[0].attachments, stored(store)[0].buyer_cost_centre) == (
        ("Tuntilista", "Hinnasto"),
        "4410",
    )
    page.form.type("attachments", "Liisa Aallon tunnit, Aalto")
    page.save()
    assert page.form.errors["attachments"]
    assert Decimal(stored(store)[0].version) == Decimal(2)
