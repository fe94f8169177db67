"""Takes a mistaken credit note back: an invoice of the same lines, prices and VAT, to the cent."""

from dataclasses import replace
from datetime import timedelta

from subcontract import ids
from subcontract.codes import make_reference
from subcontract.ids import InvoiceId, InvoiceLineId
from subcontract.invoicing.buyers import buyer_of
from subcontract.invoicing.issuing import Issue, seller_of
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.jobs.customer import Customer
from subcontract.money import ZERO
from subcontract.people.unit import Unit
from subcontract.problems import Code, refuse


def must_be_a_note_to_take_back(note: Invoice, taken_by: tuple[Invoice, ...]) -> None:
    """Refuse what cannot be taken back.

    An invoice (``wrong_state``), a note taken back already (``note_taken_back``), one that follows from
    corrected work (``note_of_correction``), and one that gave nothing (``negative_total``).
    """
    if note.kind is not InvoiceKind.CREDIT_NOTE:
        raise refuse(Code.WRONG_STATE)
    if taken_by:
        raise refuse(Code.NOTE_TAKEN_BACK, number=str(taken_by[0].number))
    if any(line.entries for line in note.lines):
        raise refuse(Code.NOTE_OF_CORRECTION)
    if note.total <= ZERO:
        raise refuse(Code.NEGATIVE_TOTAL)


def taking_back(note: Invoice, customer: Customer, unit: Unit, issue: Issue, words: str = "") -> Invoice:
    """The invoice that charges again what a credit note took away.

    It is paid to the account and sent to the addresses of today; who the parties were stays as it was.
    """
    now, to = seller_of(unit), buyer_of(customer)
    return replace(
        note,
        id=InvoiceId(ids.new()),
        kind=InvoiceKind.INVOICE,
        number=issue.number,
        day=issue.day,
        due=issue.day + timedelta(days=customer.payment_term_days),
        reference=make_reference(str(issue.number)).national,
        seller=replace(
            note.seller,
            iban=now.iban,
            email=now.email,
            phone=now.phone,
            e_invoice_address=now.e_invoice_address,
            e_invoice_operator=now.e_invoice_operator,
        ),
        buyer=replace(
            note.buyer,
            e_invoice_address=to.e_invoice_address,
            e_invoice_operator=to.e_invoice_operator,
        ),
        lines=tuple(_line(line) for line in note.lines),
        note=words,
        replaces=None,
        original=note.id,
        original_number=note.number,
        original_day=note.day,
        by=issue.by,
        at=issue.at,
    )


def _line(line: InvoiceLine) -> InvoiceLine:
    """A line of the note, charged again."""
    return replace(line, id=InvoiceLineId(ids.new()), entries=(), credits_line=line.id)
