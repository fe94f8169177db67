"""Credit notes, corrections after an invoice, and random histories of both."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.edit_draft import DraftLineEdit, EditDraft, edit_draft
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_draft import make_draft
from subcontract.days import DateRange
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.invoicing.records import InvoiceKind
from subcontract.money import Money, total
from subcontract.problems import Code
from tests.billing_office import PHASES, Office, asked, refusal
from tests.subcontract.invoicing.test_histories import net_billed
from ui.texts import CatalogueTexts


@pytest.fixture
def office() -> Office:
    return Office()


# --- credit --------------------------------------------------------------------------------------


def test_a_whole_credit_frees_the_work(office: Office):
    entry = office.work(pieces=1200)
    invoice = office.issue(office.draft())
    note = office.credit(invoice, note="Väärä hinta")
    assert (note.kind, note.number, note.total) == (InvoiceKind.CREDIT_NOTE, 1002, invoice.total)
    assert (note.original, note.original_number, note.original_day) == (invoice.id, 1001, invoice.day)
    assert not office.billed(entry)
    assert office.issue(office.draft()).net == invoice.net


def test_credits_by_line_never_exceed_what_is_left(office: Office):
    entry = office.work(pieces=1000)
    invoice = office.issue(office.draft())
    line = invoice.lines[0].id
    office.credit(invoice, CreditLine(line=line, quantity=Decimal(400)))
    assert office.billed(entry)
    too_much = CreditInvoice(
        invoice=invoice.id,
        texts_in=CatalogueTexts,
        lines=(CreditLine(line=line, amount=Money("48.01")),),
        credited_before=1,
    )
    assert refusal(office, credit_invoice, too_much) is Code.MORE_THAN_LEFT
    assert refusal(office, credit_invoice, replace(too_much, credited_before=0)) is Code.CHANGED_ELSEWHERE
    office.credit(invoice, CreditLine(line=line, amount=Money("48.00")), credited_before=1)
    assert not office.billed(entry)
    again = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, credited_before=2)
    assert refusal(office, credit_invoice, again) is Code.NOTHING_TO_DO


def test_a_line_named_twice_is_still_held_to_what_is_left(office: Office):
    office.work(pieces=1000)
    invoice = office.issue(office.draft())
    twice = (CreditLine(line=invoice.lines[0].id, amount=Money("41.00")),) * 2
    ask = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, lines=twice)
    assert refusal(office, credit_invoice, ask) is Code.MORE_THAN_LEFT


def test_a_credit_note_is_not_credited(office: Office):
    office.work(pieces=10)
    note = office.credit(office.issue(office.draft()))
    ask = CreditInvoice(invoice=note.id, texts_in=CatalogueTexts)
    assert refusal(office, credit_invoice, ask) is Code.CREDIT_OF_CREDIT


def test_a_credit_keeps_the_rate_of_the_original(office: Office):
    office.work("hour", date=date(2024, 8, 30), minutes=60)
    invoice = office.issue(office.draft(DateRange(date(2024, 8, 1), date(2024, 8, 31))))
    assert office.credit(invoice).vat == invoice.vat


def test_many_small_credits_credit_the_vat_of_the_invoice_and_no_more():
    office = Office(phases=(replace(PHASES["piece"], unit_price=Decimal("0.01")),))
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    line = CreditLine(line=invoice.lines[0].id, amount=Money("0.02"))
    notes = [office.credit(invoice, line, credited_before=number) for number in range(50)]
    assert total(note.vat[0].amount for note in notes) == invoice.vat[0].amount == Money("0.26")
    assert total(note.total for note in notes) == invoice.total


def test_work_given_free_is_freed_with_the_whole_invoice_only(office: Office):
    office.work("piece", pieces=1000)
    gift = office.work("hour", minutes=60)
    draft = office.draft()
    free = DraftLineEdit(line=draft.lines[1].id, text="Hyllytys", discount=Decimal(100))
    office.do(edit_draft, EditDraft(draft=draft.id, version=draft.version, lines=(free,)))
    invoice = office.issue(replace(draft, version=draft.version + 1))
    office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("1.00")))
    assert office.billed(gift)
    office.credit(invoice, credited_before=1)
    assert not office.billed(gift)


# --- corrections after the invoice ---------------------------------------------------------------


def test_work_added_by_a_correction_comes_as_a_difference(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    office.correct(entry, pieces=130)
    draft = office.draft()
    assert [(line.quantity, line.net) for line in draft.lines] == [(Decimal(30), Money("2.40"))]
    assert draft.lines[0].text.startswith("Korjaus")
    assert office.paper(invoice)


def test_less_work_makes_a_negative_line_that_cannot_stand_alone(office: Office):
    entry = office.work(pieces=100)
    office.issue(office.draft())
    office.correct(entry, void=True)
    draft = office.draft()
    assert [line.net for line in draft.lines] == [Money("-8.00")]
    ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
    assert refusal(office, issue_invoice, ask) is Code.NEGATIVE_TOTAL


def test_a_late_person_on_a_billed_day_adds_no_day(office: Office):
    office.work("day", 4)
    office.issue(office.draft())
    office.work("day", 4)
    assert refusal(office, make_draft, asked(office)) is Code.NOTHING_TO_DO
    office.work("day", 5)
    assert [line.quantity for line in office.draft().lines] == [Decimal(1)]


@settings(max_examples=20)
@given(
    pieces=st.integers(1, 5000),
    price=st.integers(1, 9999),
    parts=st.lists(st.integers(1, 40_000), max_size=6),
)
def test_credits_sum_to_the_invoice_and_never_more(pieces: int, price: int, parts: list[int]):
    office = Office(phases=(replace(PHASES["piece"], unit_price=Decimal(price).scaleb(-4)),))
    office.work(pieces=pieces)
    invoice = office.issue(office.draft())
    if not invoice.net:
        return
    assert invoice.net == total(line.net for line in invoice.lines)
    assert [part.amount for part in invoice.vat] == [invoice.net.percent(Decimal("25.5"))]
    rest, notes = invoice.net.cents, 0
    for cents in parts:
        line = CreditLine(line=invoice.lines[0].id, amount=Money.of_cents(cents))
        ask = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, lines=(line,), credited_before=notes)
        if cents > rest:
            assert refusal(office, credit_invoice, ask) is Code.MORE_THAN_LEFT
        else:
            assert office.invoice(office.do(credit_invoice, ask)).net == Money.of_cents(cents)
            rest, notes = rest - cents, notes + 1
    if rest:
        assert office.credit(invoice, credited_before=notes).net == Money.of_cents(rest)
    assert net_billed(office) == Money(0)
