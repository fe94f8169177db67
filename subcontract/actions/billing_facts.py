"""Gathers what drafting an invoice needs."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from subcontract.days import DateRange
from subcontract.ids import CustomerId, PhaseId
from subcontract.invoicing.crediting import credited, share_of_fixed
from subcontract.invoicing.draft_lines import BillingFacts
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.jobs.job import Basis, Job
from subcontract.ports import Books, Lists
from subcontract.words import Texts

Reading = Books | Lists
WHOLE = Decimal(100)


def billing_facts(
    books: Reading,
    jobs: tuple[Job, ...],
    period: DateRange,
    texts: Texts,
    shares: Mapping[PhaseId, Decimal] | None = None,
) -> BillingFacts:
    """The facts of some jobs of one customer; ``shares`` are hundredths of fixed prices to invoice now."""
    entries = books.entries.within(period, job=tuple(job.id for job in jobs)) if jobs else ()
    unit = books.units.get(jobs[0].unit) if jobs else None
    return BillingFacts(
        period=period,
        jobs={job.id: job for job in jobs},
        entries=entries,
        billed=books.billings.billed(tuple(entry.id for entry in entries)),
        texts=texts,
        vat_registered=unit.vat_registered if unit else True,
        shares=shares,
        shares_left=shares_left(books, jobs),
    )


def shares_left(books: Reading, jobs: Iterable[Job]) -> dict[PhaseId, Decimal]:
    """Hundredths of each fixed price that stand on no invoice and in no draft."""
    kept = tuple(jobs)
    fixed = {phase.id for job in kept for phase in job.phases if phase.basis is Basis.FIXED}
    left = dict.fromkeys(fixed, WHOLE)
    if not fixed:
        return left
    for customer in {job.customer for job in kept}:
        for line, share in _billed_shares(books, customer):
            if line.phase in left:
                left[line.phase] -= share
    return left


def _billed_shares(books: Reading, customer: CustomerId) -> list[tuple[InvoiceLine, Decimal]]:
    """Lines of a customer's drafts and invoices with the hundredths that they still bill."""
    invoices = books.invoices.where(customer=customer)
    found = [(line, line.quantity * WHOLE) for d in books.drafts.where(customer=customer) for line in d.lines]
    for invoice in invoices:
        if invoice.kind is InvoiceKind.INVOICE:
            found.extend(_shares_of(invoice, invoices))
    return found


def _shares_of(invoice: Invoice, all_of_customer: Iterable[Invoice]) -> list[tuple[InvoiceLine, Decimal]]:
    """One invoice's lines with what credits have left of them."""
    so_far = credited(invoice, (note for note in all_of_customer if note.original == invoice.id))
    return [(line, share_of_fixed(line, so_far[line.id])) for line in invoice.lines]
