"""Credit notes taken back, invoices replaced, amounts shared out, corrections credited."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.actions.correction_facts import corrected_of, corrected_of_unit
from subcontract.actions.credit_corrections import CreditCorrections, credit_corrections
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.discard_draft import DiscardDraft, discard_draft
from subcontract.actions.make_draft import make_draft
from subcontract.actions.replace_invoice import ReplaceInvoice, replace_invoice
from subcontract.actions.take_note_back import TakeNoteBack, take_note_back
from subcontract.ids import DraftId, InvoiceId, InvoiceLineId
from subcontract.invoicing.credits.corrections import Correction
from subcontract.invoicing.credits.credit_sharing import spread, spread_with_vat
from subcontract.invoicing.credits.crediting import CreditLine, totals_of_note
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind, LineKind
from subcontract.money import Money, total
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.billing_office import NOVEMBER, PHASES, Office, asked, lines, refusal
from tests.make_papers import invoice as paper_invoice
from tests.make_papers import invoice_line
from ui.texts import CatalogueTexts


@pytest.fixture
def office() -> Office:
    return Office()


def back(note: Invoice, words: str = "") -> TakeNoteBack:
    return TakeNoteBack(note=note.id, texts_in=CatalogueTexts, words=words)


def found(office: Office) -> tuple[Correction, ...]:
    with office.store.open_lists() as lists_:
        return corrected_of(lists_, office.customer.id, lists_.jobs.all(), NOVEMBER)


def crediting(office: Office, invoice: Invoice) -> CreditCorrections:
    seen = total(one.net for one in found(office) if one.is_credit and one.invoice.id == invoice.id)
    return CreditCorrections(invoice=invoice.id, period=NOVEMBER, seen=seen, texts_in=CatalogueTexts)


def replaced(office: Office, invoice: Invoice, **fields: Any) -> Draft:
    done = office.do(replace_invoice, ReplaceInvoice(invoice=invoice.id, texts_in=CatalogueTexts, **fields))
    assert done.id
    with office.store.open_lists() as lists_:
        return lists_.drafts.get(DraftId(done.id))


@pytest.mark.parametrize("is_issued", [False, True])
def test_the_note_of_a_replaced_invoice_is_not_taken_back_beside_its_replacement(
    office: Office, is_issued: bool
):
    """No work stands behind a line written by hand: nothing else keeps it from being charged twice."""
    office.work(pieces=100)
    draft = office.draft()
    by_hand = replace(draft.lines[0], entries=(), kind=LineKind.OTHER)
    office.store.fill(lambda books: books.drafts.save(replace(draft, lines=(by_hand,))))
    invoice = office.issue(replace(draft, version=2))
    anew = replaced(office, invoice)
    with office.store.open_lists() as lists_:
        note = lists_.invoices.where(original=invoice.id)[0]
    if is_issued:
        other = office.issue(anew)
        assert refusal(office, take_note_back, back(note)) is Code.WORK_BILLED_ANEW
        office.credit(other)
    else:
        assert refusal(office, take_note_back, back(note)) is Code.WORK_BILLED_ANEW
        office.do(discard_draft, DiscardDraft(draft=anew.id, version=anew.version))
    assert office.invoice(office.do(take_note_back, back(note))).total == invoice.total


# --- a note taken back ---------------------------------------------------------------------------


def test_a_note_taken_back_charges_the_same_to_the_cent_and_claims_the_work(office: Office):
    entry = office.work(pieces=1234)
    invoice = office.issue(office.draft())
    note = office.credit(invoice)
    again = office.invoice(office.do(take_note_back, back(note, "Hyvitys oli virhe.")))
    assert (again.kind, again.number, again.original) == (InvoiceKind.INVOICE, 1003, note.id)
    assert (again.original_number, again.original_day) == (1002, note.day)
    assert (again.vat, again.net, again.total) == (note.vat, note.net, note.total)
    assert lines(again) == lines(note) == lines(invoice)
    assert again.reference != invoice.reference
    assert (again.due - again.day).days == office.customer.payment_term_days
    assert office.billed(entry)
    assert refusal(office, credit_invoice, CreditInvoice(invoice=note.id, texts_in=CatalogueTexts)) is (
        Code.CREDIT_OF_CREDIT
    )
    assert refusal(office, take_note_back, back(note)) is Code.NOTE_TAKEN_BACK


def test_the_vat_of_a_small_note_is_taken_back_as_it_was():
    office = Office(phases=(replace(PHASES["piece"], unit_price=Decimal("0.01")),))
    office.work(pieces=100)
    invoice = office.issue(office.draft())
    part = CreditLine(line=invoice.lines[0].id, amount=Money("0.02"))
    notes = [office.credit(invoice, part, credited_before=at) for at in range(3)]
    assert [str(note.vat[0].amount) for note in notes] == ["0.01", "0.00", "0.01"]
    again = [office.invoice(office.do(take_note_back, back(note))) for note in notes]
    assert [one.vat for one in again] == [note.vat for note in notes]
    assert [one.total for one in again] == [note.total for note in notes]


def test_an_invoice_that_takes_a_note_back_is_credited_like_any_other(office: Office):
    entry = office.work(pieces=1000)
    invoice = office.issue(office.draft())
    note = office.credit(invoice)
    again = office.invoice(office.do(take_note_back, back(note)))
    second = office.credit(again)
    assert second.total == invoice.total
    assert not office.billed(entry)
    third = office.invoice(office.do(take_note_back, back(second)))
    assert third.total == invoice.total
    assert office.billed(entry)


def test_work_is_free_only_when_no_invoice_of_the_family_charges_it(office: Office):
    entry = office.work(pieces=1000)
    invoice = office.issue(office.draft())
    half = office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("40.00")))
    office.do(take_note_back, back(half))
    office.credit(invoice, credited_before=1)
    assert office.billed(entry)


def test_work_billed_anew_keeps_the_note(office: Office):
    office.work(pieces=1000)
    note = office.credit(office.issue(office.draft()))
    office.draft()
    assert refusal(office, take_note_back, back(note)) is Code.WORK_BILLED_ANEW


def test_a_fixed_price_invoiced_anew_keeps_the_note(office: Office):
    phase = PHASES["fixed"].id
    invoice = office.issue(office.draft(shares={phase: Decimal(60)}))
    note = office.credit(invoice)
    second = office.draft(shares={phase: Decimal(70)})
    assert second.lines[0].net == Money("350.00")
    assert refusal(office, take_note_back, back(note)) is Code.WORK_BILLED_ANEW


def test_a_fixed_price_taken_back_counts_once(office: Office):
    phase = PHASES["fixed"].id
    invoice = office.issue(office.draft(shares={phase: Decimal(60)}))
    part = CreditLine(line=invoice.lines[0].id, amount=Money("100.00"))
    note = office.credit(invoice, part)
    office.do(take_note_back, back(note))
    ask = asked(office, shares={phase: Decimal("40.01")})
    assert refusal(office, make_draft, ask) is Code.OVER_FIXED_PRICE
    assert office.draft(shares={phase: Decimal(40)}).lines[0].net == Money("200.00")


def test_only_who_may_issue_takes_a_note_back(office: Office):
    office.work(pieces=10)
    invoice = office.issue(office.draft())
    note = office.credit(invoice)
    assert refusal(office, take_note_back, back(note), Role.JOB_COACH) is Code.NOT_ALLOWED
    named = back(note, f"{office.client.first_name} {office.client.last_name}")
    assert refusal(office, take_note_back, named) is Code.NAMES_A_CLIENT
    assert refusal(office, take_note_back, back(invoice)) is Code.WRONG_STATE


# --- an invoice replaced -------------------------------------------------------------------------


def test_a_replacement_credits_the_rest_and_drafts_the_same(office: Office):
    entry = office.work(pieces=1000)
    office.work("hour", minutes=90)
    invoice = office.issue(office.draft())
    draft = replaced(office, invoice)
    assert draft.replaces == invoice.id
    assert lines(draft) == lines(invoice)
    assert (draft.order_number, draft.buyer_reference) == (invoice.order_number, invoice.buyer_reference)
    assert office.billed(entry)
    new = office.issue(draft)
    assert (new.number, new.replaces, new.original) == (1003, invoice.id, None)
    assert (new.original_number, new.original_day) == (1001, invoice.day)
    assert new.total == invoice.total
    office.credit(new)
    assert not office.billed(entry)


def test_a_replacement_comes_to_what_was_left(office: Office):
    office.work(pieces=1000)
    office.work("hour", minutes=60)
    invoice = office.issue(office.draft())
    by_number = CreditLine(line=invoice.lines[0].id, quantity=Decimal(400))
    by_amount = CreditLine(line=invoice.lines[1].id, amount=Money("1.50"))
    office.credit(invoice, by_number, by_amount)
    draft = replaced(office, invoice, credited_before=1)
    assert lines(draft) == [
        ("Tarroitus", "600", "48.00"),
        ("Hyllytys", "1.0000", "11.50"),
        ("Hyllytys", "1", "-1.50"),
    ]
    assert draft.lines[2].text.startswith("Aiemmin hyvitetty")


def test_a_correction_after_a_replacement_is_priced_as_before(office: Office):
    entry = office.work(pieces=1000)
    office.issue(replaced(office, office.issue(office.draft())))
    office.correct(entry, pieces=1100)
    assert lines(office.draft()) == [("Tarroitus", "100", "8.00")]


def test_what_cannot_be_replaced(office: Office):
    office.work(pieces=10)
    invoice = office.issue(office.draft())
    note = office.credit(invoice)
    ask = ReplaceInvoice(invoice=invoice.id, texts_in=CatalogueTexts, credited_before=1)
    assert refusal(office, replace_invoice, ask) is Code.NOTHING_TO_DO
    assert refusal(office, replace_invoice, replace(ask, invoice=note.id)) is Code.CREDIT_OF_CREDIT
    again = office.invoice(office.do(take_note_back, back(note)))
    assert refusal(office, replace_invoice, replace(ask, invoice=again.id)) is Code.WRONG_STATE


# --- corrections ---------------------------------------------------------------------------------


def test_less_work_is_credited_on_the_line_that_billed_it_and_once(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    fewer = office.correct(entry, pieces=80)
    (one,) = found(office)
    assert (one.before, one.after, one.net) == (Decimal(100), Decimal(80), Money("-1.60"))
    assert one.invoice.id == invoice.id
    note = office.invoice(office.do(credit_corrections, crediting(office, invoice)))
    assert lines(note) == [("Tarroitus", "20", "1.60")]
    assert (note.original, note.lines[0].entries) == (invoice.id, (fewer.id,))
    assert note.note == "Työ korjattiin laskun jälkeen."
    assert not found(office)
    assert refusal(office, credit_corrections, crediting(office, invoice)) is Code.NOTHING_TO_DO
    assert refusal(office, take_note_back, back(note)) is Code.NOTE_OF_CORRECTION
    office.correct(fewer, pieces=90)
    assert lines(office.draft()) == [("Tarroitus", "10", "0.80")]


def test_a_void_entry_is_found_and_credited_whole(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    office.correct(entry, void=True)
    with office.store.open_lists() as lists_:
        (one,) = corrected_of_unit(lists_, make.UNIT, NOVEMBER)
    assert one.net == -invoice.net
    note = office.invoice(office.do(credit_corrections, crediting(office, invoice)))
    assert note.total == invoice.total
    assert not office.billed(entry)
    assert not found(office)


def test_no_more_is_credited_than_is_left(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    office.credit(invoice, CreditLine(line=invoice.lines[0].id, amount=Money("5.00")))
    office.correct(entry, pieces=10)
    note = office.invoice(office.do(credit_corrections, crediting(office, invoice)))
    assert note.net == Money("3.00")
    assert lines(office.draft()) == [("Tarroitus", "10", "0.80")]


def test_a_difference_that_was_invoiced_is_credited_first_then_the_rest(office: Office):
    entry = office.work(pieces=100)
    first = office.issue(office.draft())
    more = office.correct(entry, pieces=130)
    second = office.issue(office.draft())
    office.correct(more, pieces=80)
    assert office.invoice(office.do(credit_corrections, crediting(office, second))).net == Money("2.40")
    assert office.invoice(office.do(credit_corrections, crediting(office, first))).net == Money("1.60")
    assert not found(office)


def test_the_credit_lands_on_the_invoice_that_charges_the_work_now(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    again = office.invoice(office.do(take_note_back, back(office.credit(invoice))))
    office.correct(entry, pieces=80)
    note = office.invoice(office.do(credit_corrections, crediting(office, invoice)))
    assert (note.original, note.net) == (again.id, Money("1.60"))


def test_more_work_is_no_credit_but_a_difference(office: Office):
    entry = office.work(pieces=100)
    office.issue(office.draft())
    office.correct(entry, pieces=130)
    (one,) = found(office)
    assert (one.net, one.is_credit) == (Money("2.40"), False)


def test_what_changed_since_it_was_looked_at_is_refused(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    fewer = office.correct(entry, pieces=80)
    ask = crediting(office, invoice)
    office.correct(fewer, pieces=70)
    assert refusal(office, credit_corrections, ask) is Code.CHANGED_ELSEWHERE


def test_days_are_counted_once_over_all_who_worked(office: Office):
    other = make.client(number=2)
    office.store.fill(lambda books: books.clients.add(other))
    first = office.work("day", 4)
    office.work("day", 4, client=other.id)
    invoice = office.issue(office.draft())
    gone = office.correct(first, void=True)
    assert not found(office)
    assert gone.void
    with office.store.open_lists() as lists_:
        assert len(lists_.invoices.all()) == 1
    assert invoice.net == Money("90.00")


def test_work_moved_to_another_phase_is_told_and_drafted_anew_once_its_line_is_credited(office: Office):
    entry = office.work(pieces=100)
    invoice = office.issue(office.draft())
    office.correct(entry, phase=PHASES["hour"].id, minutes=120)
    (one,) = found(office)
    assert (one.is_moved, one.is_credit, one.net) == (True, False, Money("-8.00"))
    assert refusal(office, credit_corrections, crediting(office, invoice)) is Code.NOTHING_TO_DO
    office.credit(invoice)
    assert not found(office)
    assert lines(office.draft()) == [("Hyllytys", "2.0000", "23.00")]


# --- amounts shared out --------------------------------------------------------------------------


def a_line() -> InvoiceLineId:
    return InvoiceLineId(ids.new())


@given(rests=st.lists(st.integers(-500, 90_000), min_size=1, max_size=6), data=st.data())
def test_an_amount_is_shared_out_exactly_and_within_each_rest(rests: list[int], data: st.DataObject):
    rest = {a_line(): Money.of_cents(cents) for cents in rests}
    whole = total(rest.values())
    if whole <= Money(0):
        return
    amount = Money.of_cents(data.draw(st.integers(1, whole.cents)))
    parts = spread(rest, amount)
    assert total(parts.values()) == amount
    for line, part in parts.items():
        assert min(Money(0), rest[line]) <= part <= max(Money(0), rest[line])


def test_too_much_and_nothing_are_refused():
    rest = {a_line(): Money("10.00")}
    for amount, code in (("10.01", Code.MORE_THAN_LEFT), ("0.00", Code.TOO_SMALL), ("-1.00", Code.TOO_SMALL)):
        with pytest.raises(Refused) as refused:
            spread(rest, Money(amount))
        assert refused.value.code is code


@given(cents=st.integers(2, 99_000))
def test_an_amount_with_vat_is_met_or_the_next_one_below(cents: int):
    own = (
        invoice_line(1, net=Money("700.01")),
        invoice_line(2, net=Money("33.33"), vat="13.5"),
        invoice_line(3, net=Money("99.99")),
    )
    invoice = paper_invoice(*own)
    amount = Money.of_cents(min(cents, invoice.total.cents))
    parts = spread_with_vat(invoice, (), amount)
    kept = tuple(replace(line, net=parts[line.id]) for line in own if parts.get(line.id))
    reached = totals_of_note(kept, ()).total
    assert amount - Money("0.02") <= reached <= amount


def test_the_ends_of_an_amount_with_vat():
    invoice = paper_invoice(invoice_line(1), day=date(2026, 11, 30), id=InvoiceId(ids.new()))
    assert spread_with_vat(invoice, (), invoice.total) == {invoice.lines[0].id: invoice.net}
    with pytest.raises(Refused):
        spread_with_vat(invoice, (), invoice.total + Money("0.01"))
