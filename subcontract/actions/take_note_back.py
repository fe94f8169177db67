"""Takes a mistaken credit note back by an invoice that charges the same again."""

from dataclasses import dataclass, field

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.billing_facts import shares_left
from subcontract.actions.invoice_family import claim_what_is_charged, family_of
from subcontract.actions.issue_invoice import archive, issue_now, terms_of_unit
from subcontract.actions.lateness_facts import must_not_charge_twice
from subcontract.actions.make_quote import TextsIn
from subcontract.actions.name_nobody import must_name_nobody
from subcontract.actions.prepaid_facts import must_not_overdraw
from subcontract.clock import Clock
from subcontract.ids import InvoiceId
from subcontract.invoicing.credits.taking_back import must_be_a_note_to_take_back, taking_back
from subcontract.invoicing.families import still_charged
from subcontract.invoicing.records import Invoice
from subcontract.ports import Books
from subcontract.problems import Code, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNoteBack:
    """Which credit note was a mistake, and why."""

    note: InvoiceId
    texts_in: TextsIn = field(repr=False, compare=False)
    words: str = ""
    """What the customer reads of it on the invoice."""


def take_note_back(ask: TakeNoteBack, books: Books, clock: Clock, who: Worker) -> Done:
    """Issue the invoice that takes a credit note back; the work that the note freed is claimed again.

    Refuses what ``must_be_a_note_to_take_back`` does, words that name a client, work that is billed
    elsewhere by now (``work_billed_anew``), a fixed price that would be over 100 per cent, late interest
    that was charged anew (``already_invoiced``) and a prepayment taken off elsewhere (``prepayment_used``).
    """
    who.must_be_allowed(Permission.ISSUE_INVOICES)
    note = books.invoices.get(ask.note)
    must_be_a_note_to_take_back(note, books.invoices.where(original=note.id))
    must_name_nobody(books, (("words", ask.words),))
    _must_not_live_on(books, note)
    before = family_of(books, note)
    customer, unit = books.customers.get(note.customer), books.units.get(note.unit)
    invoice = taking_back(note, customer, unit, issue_now(books, clock, who, note), ask.words.strip())
    books.invoices.add(invoice)
    claim_what_is_charged(books, before, (*before, invoice))
    _must_fit_fixed_prices(books, invoice)
    must_not_charge_twice(books, invoice.lines)
    if any(line.deducts for line in invoice.lines):
        must_not_overdraw(books, invoice.customer)
    archive(books, invoice, ask.texts_in, terms_of_unit(books, invoice.unit))
    return Done(
        changed=frozenset({Kind.INVOICES, Kind.DRAFTS}),
        id=invoice.id,
        facts={"number": invoice.number, "total": invoice.total, "takes_back": note.number},
    )


def _must_not_live_on(books: Books, note: Invoice) -> None:
    """Refuse the note of an invoice that was replaced: the other one charges the same, with or without work.

    It is the last of its notes, which left nothing of it; notes before the replacement are another matter.
    """
    if any(one.number > note.number for one in books.invoices.where(original=note.original)):
        return
    others = (family_of(books, one) for one in books.invoices.where(replaces=note.original))
    charged = any(any(still_charged(family).values()) for family in others)
    if charged or books.drafts.where(replaces=note.original):
        raise refuse(Code.WORK_BILLED_ANEW)


def _must_fit_fixed_prices(books: Books, invoice: Invoice) -> None:
    """Refuse when a fixed price was invoiced anew meanwhile."""
    phases = {line.phase for line in invoice.lines}
    jobs = tuple(books.jobs.get(job) for job in {line.job for line in invoice.lines if line.job})
    if any(left < 0 and phase in phases for phase, left in shares_left(books, jobs).items()):
        raise refuse(Code.WORK_BILLED_ANEW)
