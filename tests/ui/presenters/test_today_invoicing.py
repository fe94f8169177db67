"""Today tells of recurring invoices that are due, and of the limit of VAT of a small seller."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.ids import InvoiceId, InvoiceLineId, RecurringInvoiceId
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, LineKind
from subcontract.invoicing.recurring import RecurringInvoice, RecurringLine
from subcontract.invoicing.small_seller import small_sales
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.people.unit import ProviderKind
from subcontract.ports import Lists
from tests import make
from tests.fakes import MemoryStore
from tests.make_papers import invoice, invoice_line
from ui.presenters.direct import DirectDoor
from ui.presenters.settings.unit import UnitPresenter
from ui.presenters.today.cards import Card
from ui.presenters.today.invoicing import invoicing_cards, read_invoicing
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


def line(net: str, kind: LineKind = LineKind.WORK) -> InvoiceLine:
    made = invoice_line(1)
    return replace(made, id=InvoiceLineId(ids.new()), kind=kind, net=Money(net))


def sold(net: str, year: int = 2026, **fields: Any) -> Invoice:
    plain = invoice()
    return replace(
        plain,
        **{
            "id": InvoiceId(ids.new()),
            "unit": make.UNIT,
            "number": int(Decimal(net)) + year * 100_000,
            "day": date(year, 6, 1),
            "lines": (line(net),),
            "net": Money(net),
            "at": datetime(year, 6, 1, tzinfo=UTC),
            **fields,
        },
    )


def cards(store: MemoryStore, *roles: Role) -> list[Card]:
    who = make.worker(*roles) if roles else make.worker()

    def read(lists: Lists) -> list[Card]:
        return list(invoicing_cards(read_invoicing(lists, who, make.TODAY), TEXTS))

    with store.open_lists() as lists:
        return read(lists)


def outside(kind: ProviderKind = ProviderKind.ASSOCIATION, *invoices: Invoice) -> MemoryStore:
    store = make.store()

    def write(books: Any) -> None:
        books.units.save(make.unit(kind=kind, vat_registered=False))
        for one in invoices:
            books.invoices.add(one)

    store.fill(write)
    return store


@pytest.mark.parametrize(
    ("net", "near", "over"),
    [("15999.99", False, False), ("16000", True, False), ("20000", True, False), ("20000.01", True, True)],
)
def test_the_years_sales_against_the_limit(net: str, *, near: bool, over: bool):
    """WE-5.7: 15 000 of an association is under the limit of 20 000."""
    found = small_sales((sold(net),), make.TODAY)
    assert (found.is_near, found.is_over) == (near, over)
    assert found.limit.value == Money(20_000)


def test_credit_notes_lessen_the_sales_and_interest_is_none():
    note = sold("3000", kind=InvoiceKind.CREDIT_NOTE)
    interest = sold("900", lines=(line("900", LineKind.INTEREST),))
    found = small_sales((sold("17000"), note, interest, sold("5000", 2025)), make.TODAY)
    assert (found.sales, found.before) == (Money(14_000), Money(5_000))


def test_the_year_before_counts_too():
    found = small_sales((sold("100"), sold("21000", 2025)), make.TODAY)
    assert found.is_over


def test_today_warns_a_small_seller_near_the_limit_and_over_it():
    (near,) = cards(outside(ProviderKind.ASSOCIATION, sold("17000")))
    assert near.what.startswith("Vuoden 2026 myynti on 17")
    assert (near.screen, near.tone) == ("settings/unit", Tone.ATTENTION)
    (over,) = cards(outside(ProviderKind.COMPANY, sold("17000"), sold("4000")))
    assert (over.tone, "AVL 3 §" in over.what) == (Tone.WRONG, True)
    assert cards(outside(ProviderKind.ASSOCIATION, sold("15000"))) == []
    assert cards(outside(ProviderKind.COUNTY, sold("30000"))) == []
    assert cards(outside(ProviderKind.ASSOCIATION, sold("30000")), Role.WORK_COACH) == []


def test_today_leads_to_recurring_invoices_that_are_due():
    store = make.store()
    record = RecurringInvoice(
        id=RecurringInvoiceId(ids.new()),
        unit=make.UNIT,
        customer=make.customer().id,
        name="Siivous",
        lines=(RecurringLine(text="x", quantity=Decimal(1), unit="", unit_price=Decimal(1)),),
        next_day=date(2026, 9, 30),
    )
    store.fill(lambda books: books.invoicing.recurring.add(record))
    (card,) = cards(store)
    assert (card.what, card.whom, card.screen) == (
        "2 toistuvaa laskua odottaa tekemistä",
        "Siivous",
        "invoices/recurring",
    )
    assert cards(store, Role.WORK_COACH) == []


@pytest.mark.parametrize(
    ("kind", "registered", "said"),
    [
        (ProviderKind.COUNTY, True, ""),
        (ProviderKind.COUNTY, False, "ensimmäisestä eurosta"),
        (ProviderKind.MUNICIPALITY, False, "ensimmäisestä eurosta"),
        (ProviderKind.ASSOCIATION, True, ""),
        (ProviderKind.ASSOCIATION, False, "AVL 1501/1993 3 § (448/2024)"),
        (ProviderKind.COMPANY, False, "20\u00a0000"),
    ],
)
def test_the_law_stands_beside_the_register(kind: ProviderKind, said: str, *, registered: bool):
    store = make.store()
    store.fill(lambda books: books.units.save(make.unit(kind=kind, vat_registered=registered)))
    page = UnitPresenter(
        DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker()), TEXTS
    )
    page.load()
    assert said in page.form.notes.get("vat_registered", "")
    assert bool(said) == ("vat_registered" in page.form.notes)
