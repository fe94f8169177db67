"""Credits an invoice, whole or by line; what is credited in full can be invoiced again."""

from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.claims import claim
from subcontract.actions.invoice_family import family_of, free_what_is_free
from subcontract.actions.issue_invoice import archive, issue_now, terms_of_unit
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.prepaid_facts import must_not_overdraw
from subcontract.clock import Clock
from subcontract.ids import InvoiceId
from subcontract.invoicing.credits.crediting import CreditLine, credit_note
from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind
from subcontract.ports import Books
from subcontract.problems import Code, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditInvoice:
    """Which invoice, which lines of it (none means all that is left), and why."""

    invoice: InvoiceId
    texts_in: TextsIn = field(repr=False, compare=False)
    lines: tuple[CreditLine, ...] = ()
    note: str = ""
    credited_before: int = 0
    """How many credit notes the asker saw: two presses make one credit note."""


def credit_invoice(ask: CreditInvoice, books: Books, clock: Clock, who: Worker) -> Done:
    """Issue a credit note that points back to the invoice, at its rates.

    Refuses a credit note of a credit note (``credit_of_credit``), more than what is left
    (``more_than_left``), nothing left (``nothing_to_do``), texts that name a client, and work whose
    correction a later invoice bills (``corrected_later``), and a prepayment of which more has been taken off
    than would be left (``prepayment_used``).
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    invoice = books.invoices.get(ask.invoice)
    notes = books.invoices.where(original=invoice.id)
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        raise refuse(Code.CREDIT_OF_CREDIT)
    if len(notes) != ask.credited_before or any(line.entries for line in ask.lines):
        raise refuse(Code.CHANGED_ELSEWHERE)
    must_name_nobody(books, (("note", ask.note),))
    issue = issue_now(books, clock, who, invoice)
    note = credit_note(invoice, notes, ask.lines, issue, ask.note.strip())
    keep_note(books, note, ask.texts_in)
    if any(line.kind is LineKind.PREPAYMENT for line in invoice.lines):
        must_not_overdraw(books, invoice.customer)
    return Done(
        changed=frozenset({Kind.INVOICES, Kind.DRAFTS}),
        id=note.id,
        facts={"number": note.number, "total": note.total},
    )


def keep_note(books: Books, note: Invoice, texts_in: TextsIn) -> None:
    """Store a credit note and its paper, claim what it credits the difference of, free what is free now."""
    books.invoices.add(note)
    claim(books, note.lines)
    free_what_is_free(books, family_of(books, note))
    archive(books, note, texts_in, terms_of_unit(books, note.unit))
