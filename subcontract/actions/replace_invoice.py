"""Replaces an issued invoice: credits what is left of it and drafts the same anew, to be mended."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.claims import claim
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.invoice_family import family_of
from subcontract.actions.make_quote import TextsIn
from subcontract.clock import Clock
from subcontract.ids import EntryId, InvoiceId, InvoiceLineId
from subcontract.invoicing.credits.replacing import Replacing, replacement
from subcontract.invoicing.families import root_lines
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.ports import Books
from subcontract.problems import Code, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceInvoice:
    """Which invoice, and what the credit note says of it."""

    invoice: InvoiceId
    texts_in: TextsIn = field(repr=False, compare=False)
    note: str = ""
    credited_before: int = 0
    """How many credit notes the asker saw."""


def replace_invoice(ask: ReplaceInvoice, books: Books, clock: Clock, who: Worker) -> Done:
    """Credit the rest of an invoice and draft the same lines, work and texts in its place.

    Refuses as crediting does, and an invoice that takes a credit note back (``wrong_state``): it is
    credited, and its work is free then. The credit note keeps its number, so nothing of this is undone;
    the draft may be discarded, which frees the work.
    """
    who.must_be_allowed(Permission.EDIT_INVOICES)
    invoice = books.invoices.get(ask.invoice)
    if invoice.original is not None:
        is_note = invoice.kind is InvoiceKind.CREDIT_NOTE
        raise refuse(Code.CREDIT_OF_CREDIT if is_note else Code.WRONG_STATE)
    notes = books.invoices.where(original=invoice.id)
    work = _work(books, family_of(books, invoice))
    credit = CreditInvoice(
        invoice=invoice.id, texts_in=ask.texts_in, note=ask.note, credited_before=ask.credited_before
    )
    note = credit_invoice(credit, books, clock, who)
    entries = {line: _free_ones(books, held) for line, held in work.items()}
    facts = Replacing(notes=notes, entries=entries, texts=ask.texts_in(invoice.language), on=clock.today())
    draft = replacement(invoice, facts)
    books.drafts.add(draft)
    claim(books, draft.lines)
    return Done(
        changed=frozenset({Kind.INVOICES, Kind.DRAFTS}),
        id=draft.id,
        facts={"number": invoice.number, "note": note.facts["number"]},
    )


def _work(books: Books, family: Iterable[Invoice]) -> dict[InvoiceLineId, tuple[EntryId, ...]]:
    """The work that is claimed by each line of the first invoice, corrections that notes credited too."""
    family = tuple(family)
    roots = root_lines(family)
    found: dict[InvoiceLineId, tuple[EntryId, ...]] = {}
    for line in (line for one in family for line in one.lines):
        held = tuple(entry for entry in line.entries if books.billings.line_of(entry) == line.id)
        found[roots[line.id]] = (*found.get(roots[line.id], ()), *held)
    return found


def _free_ones(books: Books, entries: tuple[EntryId, ...]) -> tuple[EntryId, ...]:
    """Those that the credit has freed: what a taken back note charges stays where it is."""
    return tuple(entry for entry in entries if books.billings.line_of(entry) is None)
