"""Credits an invoice, whole or by line; what is credited in full can be invoiced again."""

from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.claims import corrected_elsewhere
from subcontract.actions.issue_invoice import archive, issue_now
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.clock import Clock
from subcontract.ids import InvoiceId
from subcontract.invoicing.crediting import CreditLine, credit_note, freed_lines
from subcontract.invoicing.records import Invoice, InvoiceKind
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
    correction a later invoice bills (``corrected_later``).
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    invoice = books.invoices.get(ask.invoice)
    notes = books.invoices.where(original=invoice.id)
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        raise refuse(Code.CREDIT_OF_CREDIT)
    if len(notes) != ask.credited_before:
        raise refuse(Code.CHANGED_ELSEWHERE)
    must_name_nobody(books, (("note", ask.note),))
    issue = issue_now(books, clock, who, invoice)
    note = credit_note(invoice, notes, ask.lines, issue, ask.note.strip())
    books.invoices.add(note)
    _free(books, invoice, (*notes, note))
    archive(books, note, ask.texts_in)
    return Done(
        changed=frozenset({Kind.INVOICES, Kind.DRAFTS}),
        id=note.id,
        facts={"number": note.number, "total": note.total},
    )


def _free(books: Books, invoice: Invoice, notes: tuple[Invoice, ...]) -> None:
    """Free the entries of lines of which nothing is left."""
    for line in freed_lines(invoice, notes):
        held = tuple(entry for entry in line.entries if books.billings.line_of(entry) == line.id)
        if corrected_elsewhere(books, held):
            raise refuse(Code.CORRECTED_LATER)
        for entry in held:
            books.billings.free(entry)
