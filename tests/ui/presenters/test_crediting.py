"""Crediting a sum, replacing, taking back, and corrections, as a clerk meets them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from subcontract.clock import FixedClock
from subcontract.ids import InvoiceId
from subcontract.invoicing.records import Invoice
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.ports import Lists
from tests import make
from tests.billing_office import PHASES, Office
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.corrections import CorrectionsPresenter
from ui.presenters.invoices.invoices import InvoicesPresenter, Page
from ui.presenters.today.today import TodayPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@dataclass
class Desk:
    """An office with an issued invoice of two lines, and the screen of invoices."""

    office: Office = field(default_factory=Office)

    def __post_init__(self) -> None:
        self.entry = self.office.work(pieces=1000)
        self.office.work("hour", minutes=600)
        self.issued = self.office.issue(self.office.draft())
        self.invoices = InvoicesPresenter(self.door(), TEXTS)
        self.invoices.load()
        self.page = self.invoices.invoice

    def door(self, *roles: Role) -> DirectDoor:
        store = self.office.store
        return DirectDoor(store.open_books, store.open_lists, FixedClock(self.office.at), make.worker(*roles))

    def read(self, query: Callable[[Lists], object]) -> object:
        with self.office.store.open_lists() as lists:
            return query(lists)

    def newest(self) -> Invoice:
        with self.office.store.open_lists() as lists:
            return max(lists.invoices.all(), key=lambda one: one.number)

    def links(self, invoice: InvoiceId) -> list[tuple[str, str]]:
        self.invoices.open_invoice(invoice)
        return [(link.label, link.number) for link in self.page.links]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_sum_is_shared_out_over_the_lines(desk: Desk):
    desk.invoices.open_invoice(desk.issued.id)
    desk.page.start_credit()
    desk.page.form.type("amount", "19,50")
    shown = [row.cells["credit"] for row in desk.page.table.visible]
    assert shown == [Money("8.00"), Money("11.50")]
    desk.page.credit()
    note = desk.newest()
    assert (note.net, note.original) == (Money("19.50"), desk.issued.id)


def test_a_sum_with_vat_says_what_is_nearest(desk: Desk):
    desk.invoices.open_invoice(desk.issued.id)
    desk.page.start_credit()
    desk.page.form.pick("with_vat", value=True)
    desk.page.form.type("amount", "100,00")
    assert desk.page.credit_total == Money("100.00")
    assert not desk.page.form.notes
    desk.page.form.type("amount", "0,03")
    assert desk.page.credit_total == Money("0.03") or "lähin" in desk.page.form.notes["amount"]


def test_too_large_a_sum_stays_typed_with_its_sentence(desk: Desk):
    desk.invoices.open_invoice(desk.issued.id)
    desk.page.start_credit()
    desk.page.form.type("amount", "195,01")
    assert "195,00" in desk.page.form.errors["amount"]
    assert desk.page.form.typed["amount"] == "195,01"
    desk.page.form.type("amount", "")
    assert desk.page.credit_total == desk.issued.total


def test_a_note_is_taken_back_from_its_page_and_both_lead_to_each_other(desk: Desk):
    note = desk.office.credit(desk.issued)
    desk.invoices.open_invoice(note.id)
    assert (desk.page.can_credit, desk.page.can_replace, desk.page.can_take_back) == (False, False, True)
    desk.page.start_taking_back()
    assert desk.page.verb == "Laskuta 244,73\u00a0€ uudelleen"
    assert "hyvityslaskun 1002" in desk.page.question
    desk.page.credit()
    again = desk.newest()
    assert (again.number, again.original) == (1003, note.id)
    assert desk.page.notice is not None
    assert "1003" in desk.page.notice.text
    assert desk.links(note.id) == [("Hyvittää laskun", "1001"), ("Peruttu laskulla", "1003")]
    assert not desk.page.can_take_back
    assert desk.links(again.id) == [("Peruu hyvityslaskun", "1002")]
    assert (desk.page.can_credit, desk.page.can_replace) == (True, False)


def test_an_invoice_is_replaced_and_both_lead_to_each_other(desk: Desk):
    desk.invoices.open_invoice(desk.issued.id)
    desk.page.start_replacing()
    assert desk.page.explained.startswith("Laskusta hyvitetään")
    desk.page.form.type("note", "Väärä tilausnumero")
    desk.page.credit()
    assert desk.invoices.page is Page.DRAFT
    assert desk.links(desk.issued.id) == [
        ("Hyvitetty hyvityslaskulla", "1002"),
        ("Korvaava luonnos", "Luonnos"),
    ]
    desk.invoices.open_draft(desk.read(lambda lists: lists.drafts.all()[0].id))  # type: ignore[arg-type]
    desk.invoices.draft.issue()
    new = desk.newest()
    assert desk.links(new.id) == [("Korvaa laskun", "1001")]
    assert desk.links(desk.issued.id)[-1] == ("Korvattu laskulla", "1003")


def test_corrections_tell_which_entry_and_credit_it(desk: Desk):
    desk.office.correct(desk.entry, pieces=800)
    went: list[object] = []
    page = CorrectionsPresenter(desk.door(), TEXTS, lambda *where: went.append(where))
    page.load()
    (row,) = page.table.visible
    assert (row.cells["before"], row.cells["after"], row.cells["net"]) == (
        Decimal(1000),
        Decimal(800),
        Money("-16.00"),
    )
    page.table.select(row.id)
    assert page.steps[0].what == "2.11.2026: laskutettu 1\u00a0000 kpl, nyt 800 kpl. x"
    assert (page.amount, page.verb) == ("−16,00\u00a0€", "Hyvitä 16,00\u00a0€ ilman veroa")
    assert page.asks
    page.open_invoice()
    assert went == [("invoices", desk.issued.id)]
    page.do()
    assert page.notice is not None
    assert page.notice.text == "Hyvityslasku 1002 on tehty, 20,08\u00a0€."
    assert not page.table.visible


def test_more_work_leads_to_the_next_invoice(desk: Desk):
    desk.office.correct(desk.entry, pieces=1100)
    went: list[object] = []
    page = CorrectionsPresenter(desk.door(), TEXTS, lambda *where: went.append(where))
    page.load()
    page.table.select(page.table.visible[0].id)
    assert not page.asks
    page.do()
    assert went == [("invoices/to_invoice", None)]


def test_moved_work_leads_to_the_invoice_whose_line_is_credited(desk: Desk):
    desk.office.correct(desk.entry, phase=PHASES["hour"].id, minutes=120)
    went: list[object] = []
    page = CorrectionsPresenter(desk.door(), TEXTS, lambda *where: went.append(where))
    page.load()
    page.table.select(page.table.visible[0].id)
    assert "siirret" in page.steps[0].what
    assert not page.asks
    page.do()
    assert went == [("invoices", desk.issued.id)]


def test_the_first_screen_and_what_is_to_be_invoiced_lead_to_corrections(desk: Desk):
    desk.office.correct(desk.entry, pieces=100)
    today = TodayPresenter(desk.door(), TEXTS)
    today.load()
    card = next(card for card in today.cards if card.screen == "invoices/corrections")
    assert "1 laskun rivi" in card.what
    assert "72,00" in card.what
    waiting = desk.invoices.to_invoice
    waiting.step(1)
    (row,) = waiting.table.visible
    assert "Korjaukset" in str(row.cells["state"])


def test_who_may_not_issue_sees_but_does_not_credit(desk: Desk):
    desk.office.correct(desk.entry, pieces=800)
    page = CorrectionsPresenter(desk.door(Role.JOB_COACH), TEXTS, lambda *_where: None)
    page.load()
    page.table.select(page.table.visible[0].id)
    assert not page.can_do
