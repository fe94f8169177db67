"""Gathers what the lateness of invoices depends on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar, cast

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import InvoiceId, InvoicingTermsId, UnitId
from subcontract.invoicing.collecting.lateness import LateInvoice
from subcontract.invoicing.collecting.reminder_plan import Reminding
from subcontract.invoicing.credits.crediting import left
from subcontract.invoicing.records import OF_LATENESS, Invoice, InvoiceKind, InvoiceLine
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.money import ZERO
from subcontract.ports import Books, Lists
from subcontract.problems import Code, refuse

Reading = Books | Lists
EVER = DateRange(date(1900, 1, 1))


class OfInvoice(Protocol):
    """A record that belongs to an invoice."""

    @property
    def invoice(self) -> InvoiceId:
        """The invoice."""


R = TypeVar("R", bound=OfInvoice)


def terms_of(books: Reading, unit: UnitId) -> InvoicingTerms:
    """The unit's terms of invoicing, or the defaults while it has saved none."""
    stored = next(iter(books.invoicing.terms.where(unit=unit)), None)
    return stored or InvoicingTerms(id=InvoicingTermsId(ids.new()), unit=unit)


def reminding(books: Reading, unit: UnitId, today: date) -> Reminding:
    """By what the unit reminds."""
    typed = books.invoicing.reference_rates.where(unit=unit)
    return Reminding(terms=terms_of(books, unit), typed=typed, today=today)


def overdue(lists: Lists, today: date) -> tuple[InvoiceId, ...]:
    """Invoices of which something is open after their due day."""
    return tuple(
        head.id
        for head in lists.invoice_heads(EVER)
        if head.kind is InvoiceKind.INVOICE
        and head.due < today
        and head.total - head.credited - head.paid > ZERO
    )


def late_invoices(books: Reading, wanted: tuple[InvoiceId, ...]) -> tuple[LateInvoice, ...]:
    """Invoices with their credit notes, payments, reminders, disputes and interest invoices."""
    if not wanted:
        return ()
    invoices = books.invoices.where(id=wanted)
    customers = books.customers.where(id=tuple({one.customer for one in invoices}))
    kinds = {one.id: one.kind for one in customers}
    notes: dict[InvoiceId, list[Invoice]] = defaultdict(list)
    for note in books.invoices.where(original=wanted):
        if note.original is not None:
            notes[note.original].append(note)
    payments = _by_invoice(books.payments.where(invoice=wanted))
    reminders = _by_invoice(books.invoicing.reminders.where(invoice=wanted))
    disputes = _by_invoice(books.invoicing.disputes.where(invoice=wanted))
    charged = _charged(books, wanted)
    return tuple(
        LateInvoice(
            invoice=one,
            buyer=kinds[one.customer],
            notes=tuple(notes[one.id]),
            payments=payments.get(one.id, ()),
            reminders=reminders.get(one.id, ()),
            disputes=disputes.get(one.id, ()),
            charged=charged.get(one.id, ()),
        )
        for one in invoices
    )


def must_not_charge_twice(books: Reading, lines: Iterable[InvoiceLine]) -> None:
    """Refuse lines of interest and costs that another paper charges already (``already_invoiced``)."""
    late = tuple(line for line in lines if line.interest_of is not None and line.net > ZERO)
    charged = _charged(books, tuple({line.interest_of for line in late if line.interest_of}))
    own = {line.id for line in late}
    for line in late:
        for other in charged.get(cast("InvoiceId", line.interest_of), ()):
            same = other.kind is line.kind and other.net > ZERO and other.supplied.overlap(line.supplied)
            if same and other.id not in own:
                raise refuse(Code.ALREADY_INVOICED)


def _by_invoice(records: Iterable[R]) -> Mapping[InvoiceId, tuple[R, ...]]:
    """Records by the invoice that they belong to."""
    found: dict[InvoiceId, list[R]] = defaultdict(list)
    for one in records:
        found[one.invoice].append(one)
    return {invoice: tuple(some) for invoice, some in found.items()}


def _charged(books: Reading, wanted: tuple[InvoiceId, ...]) -> Mapping[InvoiceId, tuple[InvoiceLine, ...]]:
    """Lines that charge the lateness of invoices: those of drafts, and those issued and not credited."""
    papers = tuple(books.billings.charging(wanted)) if wanted else ()
    if not papers:
        return {}
    issued = books.invoices.where(id=papers)
    lines = [line for draft in books.drafts.where(id=papers) for line in draft.lines]
    for invoice in issued:
        if invoice.kind is InvoiceKind.INVOICE:
            rest = left(invoice, _notes_of(invoice, issued))
            lines.extend(line for line in invoice.lines if rest[line.id])
    found: dict[InvoiceId, list[InvoiceLine]] = defaultdict(list)
    for line in lines:
        if line.kind in OF_LATENESS and line.interest_of is not None:
            found[line.interest_of].append(line)
    return {invoice: tuple(some) for invoice, some in found.items()}


def _notes_of(invoice: Invoice, papers: Iterable[Invoice]) -> tuple[Invoice, ...]:
    """The credit notes of an invoice."""
    return tuple(one for one in papers if one.original == invoice.id)
