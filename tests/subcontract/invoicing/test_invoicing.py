"""From work to a draft and an issued invoice, through the actions."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_draft import make_draft
from subcontract.days import DateRange
from subcontract.hours.entry import EntryKind
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.invoicing.privacy import names_in
from subcontract.jobs.customer import CustomerKind
from subcontract.jobs.job import SplitRule
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.billing_office import PHASES, Office, asked, lines, refusal
from ui.texts import CatalogueTexts


@pytest.fixture
def office() -> Office:
    return Office()


# --- what is drafted -----------------------------------------------------------------------------


def test_one_line_for_each_phase_by_its_own_basis(office: Office):
    office.work("piece", pieces=700)
    office.work("piece", 3, pieces=500)
    office.work("hour", minutes=200)
    office.work("hour", minutes=190)
    office.work("day", 4)
    office.work("day", 4)
    office.work("day", 5)
    assert lines(office.draft()) == [
        ("Tarroitus", "1200", "96.00"),
        ("Hyllytys", "6.5000", "74.75"),
        ("Pihatyöt", "2", "180.00"),
    ]


def test_a_groups_result_is_billed_once_with_its_members(office: Office):
    shift = ids.ShiftId(ids.new())
    member = office.work(shift=shift, pieces=40)
    result = office.work(
        kind=EntryKind.GROUP_RESULT, client=None, shift=shift, pieces=100, split=SplitRule.PIECES, minutes=0
    )
    draft = office.draft()
    assert lines(draft) == [("Tarroitus", "100", "8.00")]
    assert set(draft.lines[0].entries) == {member.id, result.id}


def test_each_month_has_its_own_line_and_its_own_rate(office: Office):
    office.work("hour", date=date(2024, 8, 31), minutes=60)
    office.work("hour", date=date(2024, 9, 1), minutes=60)
    draft = office.draft(DateRange(date(2024, 8, 1), date(2024, 9, 30)))
    assert [(line.vat, line.supplied.first.month) for line in draft.lines] == [("24", 8), ("25.5", 9)]


def test_materials_are_summed_by_name_and_price(office: Office):
    for amount in ("2", "3"):
        office.work(
            kind=EntryKind.MATERIAL,
            client=None,
            material="Teippi",
            quantity=Decimal(amount),
            unit_price=Money("1.50"),
            minutes=0,
        )
    assert lines(office.draft()) == [("Teippi", "5", "7.50")]


def test_shares_of_a_fixed_price_never_exceed_the_whole(office: Office):
    fixed = PHASES["fixed"].id
    first = office.draft(shares={fixed: Decimal(60)})
    assert lines(first) == [("Kevätsiivous", "0.6", "300.00")]
    assert refusal(office, make_draft, asked(office, shares={fixed: Decimal(41)})) is Code.OVER_FIXED_PRICE
    invoice = office.issue(first)
    second = office.draft(shares={fixed: Decimal(40)})
    assert refusal(office, make_draft, asked(office, shares={fixed: Decimal(1)})) is Code.OVER_FIXED_PRICE
    office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("100.00")))
    assert lines(office.draft(shares={fixed: Decimal(20)})) == [("Kevätsiivous", "0.2", "100.00")]
    assert second.lines


def test_a_second_draft_cannot_take_the_same_work(office: Office):
    entry = office.work(pieces=10)
    draft = office.draft()
    assert refusal(office, make_draft, asked(office)) is Code.NOTHING_TO_DO
    done = office.do(discard_draft, DiscardDraft(draft=draft.id, version=draft.version))
    assert not office.billed(entry)
    assert done.undo
    office.do(done.undo.action, done.undo.ask)
    assert office.billed(entry)


def test_a_worked_phase_without_a_price_is_told():
    office = Office(phases=(replace(PHASES["piece"], unit_price=Decimal(0)),))
    office.work(pieces=10)
    assert refusal(office, make_draft, asked(office)) is Code.PRICE_MISSING


def test_reverse_charge_needs_a_buyer_with_a_business_id():
    phases = (replace(PHASES["piece"], vat_class="AE"),)
    household = make.customer(number=1, kind=CustomerKind.HOUSEHOLD, business_id="")
    office = Office(customer=household, phases=phases)
    office.work(pieces=10)
    assert refusal(office, make_draft, asked(office)) is Code.BUYER_VAT_ID_NEEDED
    office = Office(phases=phases)
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert (invoice.total, invoice.vat[0].code, invoice.buyer.vat_id) == (Money("8.00"), "AE", "FI12345671")


def test_a_seller_outside_the_register_charges_no_vat(office: Office):
    office.store.fill(lambda books: books.units.save(make.unit(vat_registered=False)))
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    assert (invoice.total, invoice.seller.vat_id, invoice.lines[0].vat) == (Money("8.00"), "", "E")


# --- editing -------------------------------------------------------------------------------------


def test_a_draft_is_edited_and_the_edit_taken_back(office: Office):
    office.work("piece", pieces=1000)
    gone = office.work("hour", minutes=60)
    draft = office.draft()
    done = office.do(
        edit_draft,
        EditDraft(
            draft=draft.id,
            version=draft.version,
            order_number=" PO-77 ",
            lines=(DraftLineEdit(line=draft.lines[0].id, text="Tarrat", discount=Decimal(10)),),
            removed=frozenset({draft.lines[1].id}),
        ),
    )
    with office.store.open_lists() as lists:
        (saved,) = lists.drafts.all()
    assert (saved.order_number, saved.lines[0].text, saved.lines[0].net) == (
        "PO-77",
        "Tarrat",
        Money("72.00"),
    )
    assert not office.billed(gone)
    assert done.undo
    office.do(done.undo.action, done.undo.ask)
    with office.store.open_lists() as lists:
        (back,) = lists.drafts.all()
    assert (back.lines, office.billed(gone)) == (draft.lines, True)


@pytest.mark.parametrize(
    "note", ["Kiitos, t. Liisa Aalto", "aalto, LIISA", "L. Aalto teki", "tunnus 010594Y9032"]
)
def test_nobody_is_named_on_an_invoice(office: Office, note: str):
    office.work(pieces=10)
    draft = office.draft()
    ask = EditDraft(draft=draft.id, version=draft.version, note=note)
    assert refusal(office, edit_draft, ask) is Code.NAMES_A_CLIENT


@pytest.mark.parametrize("text", ["Aaltokuja 3", "Aalto-yliopisto", "Liisankatu, Kuusi", "123456-7890", ""])
def test_places_and_firms_are_no_names(text: str):
    assert not names_in(text, [make.client()])


def test_the_faults_of_an_edit_are_told_together(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    bad = DraftLineEdit(line=draft.lines[0].id, text=" ", discount=Decimal(101))
    with pytest.raises(Refused) as refused:
        office.do(
            edit_draft,
            EditDraft(draft=draft.id, version=1, order_number="x" * 61, note="y" * 1001, lines=(bad,)),
        )
    assert [p.field for p in refused.value.problems] == ["order_number", "note", "text", "discount"]


# --- issuing -------------------------------------------------------------------------------------


def test_issuing_gives_number_reference_due_day_and_paper(office: Office):
    office.work(pieces=1200)
    invoice = office.issue(office.draft())
    assert (invoice.number, invoice.reference) == (1001, "10016")
    assert invoice.due - invoice.day == timedelta(days=14)
    assert (invoice.net, invoice.vat[0].amount, invoice.total) == (
        Money("96.00"),
        Money("24.48"),
        Money("120.48"),
    )
    assert office.paper(invoice).startswith(b"%PDF")


def test_two_presses_make_one_invoice(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    assert office.issue(draft) == office.issue(draft)
    with office.store.open_lists() as lists:
        assert len(lists.invoices.all()) == 1


def test_a_stale_draft_is_not_issued(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    office.do(edit_draft, EditDraft(draft=draft.id, version=draft.version, note="Kiitos!"))
    ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.CHANGED_ELSEWHERE
    assert refusal(office, issue_invoice, ask, Role.JOB_COACH) is Code.NOT_ALLOWED


def test_numbers_have_no_gaps_when_an_issue_is_refused(office: Office):
    office.work(pieces=10)
    draft = office.draft()
    office.store.fill(
        lambda books: books.drafts.save(replace(draft, lines=(replace(draft.lines[0], text="Liisa Aalto"),)))
    )
    ask = IssueInvoice(draft=draft.id, version=2, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.NAMES_A_CLIENT
    office.work(day=3, pieces=10)
    assert office.issue(office.draft()).number == 1001


def test_a_later_change_of_the_world_leaves_the_paper_as_it_was(office: Office):
    office.work(pieces=10)
    invoice = office.issue(office.draft())
    before = office.paper(invoice)

    def change(books: Any) -> None:
        books.units.save(replace(books.units.get(make.UNIT), provider="Toinen nimi", invoice_note="Uusi"))
        books.customers.save(replace(office.customer, name="Uusi Oy"))

    office.store.fill(change)
    with office.store.open_lists() as lists:
        assert lists.invoices.get(invoice.id) == invoice
    assert office.paper(invoice) == before
