"""Gathers what drafting an invoice needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.days import DateRange
from subcontract.ids import CustomerId, EntryId, PhaseId
from subcontract.invoicing.drafting.billing import BillingFacts, LinePrice
from subcontract.invoicing.drafting.chains import Standing, standings
from subcontract.invoicing.families import families, share_charged, still_charged
from subcontract.invoicing.records import Invoice, InvoiceLine
from subcontract.jobs.job import Basis, Job
from subcontract.jobs.offers import quoted_texts
from subcontract.money import ZERO, Money, product, to_cent
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
    billed = books.billings.billed(tuple(entry.id for entry in entries))
    unit = books.units.get(jobs[0].unit) if jobs else None
    fixed = fixed_prices(books, jobs)
    return BillingFacts(
        period=period,
        jobs={job.id: job for job in jobs},
        entries=entries,
        billed=billed,
        texts=texts,
        vat_registered=unit.vat_registered if unit else True,
        shares=shares,
        shares_left={phase: so_far.left for phase, so_far in fixed.items()},
        fixed_billed={phase: so_far.billed for phase, so_far in fixed.items()},
        quoted=_quoted(books, jobs),
        billed_at=_prices(books, jobs, standings(entries, billed)),
    )


def _quoted(books: Reading, jobs: tuple[Job, ...]) -> dict[PhaseId, str]:
    """What accepted quotes call the phases of some jobs."""
    quotes = books.quotes.where(job=tuple(job.id for job in jobs)) if jobs else ()
    found: dict[PhaseId, str] = {}
    for job in jobs:
        found.update(quoted_texts(job, (quote for quote in quotes if quote.job == job.id)))
    return found


def _prices(books: Reading, jobs: Iterable[Job], found: Iterable[Standing]) -> dict[EntryId, LinePrice]:
    """At what prices corrected work was billed."""
    wanted = {one.billed.id for one in found if one.billed is not None and one.is_corrected}
    if not wanted:
        return {}
    held = {entry: books.billings.line_of(entry) for entry in wanted}
    lines = {line.id: line for customer in {job.customer for job in jobs} for line in _lines(books, customer)}
    return {
        entry: LinePrice(line.unit_price, line.vat, line.discount)
        for entry, of in held.items()
        if of is not None and (line := lines.get(of))
    }


def _lines(books: Reading, customer: CustomerId) -> list[InvoiceLine]:
    """Lines of all drafts and invoices of a customer."""
    drafted = [line for draft in books.drafts.where(customer=customer) for line in draft.lines]
    return drafted + [line for invoice in books.invoices.where(customer=customer) for line in invoice.lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPrice:
    """How far a fixed price has been invoiced, drafts included."""

    left: Decimal = WHOLE
    """Hundredths that stand on no line, to two decimals as they are asked for."""
    billed: Money = ZERO
    """What stands on lines, discounts not taken off."""


def shares_left(books: Reading, jobs: Iterable[Job]) -> dict[PhaseId, Decimal]:
    """Hundredths of each fixed price that stand on no invoice and in no draft."""
    return {phase: so_far.left for phase, so_far in fixed_prices(books, jobs).items()}


def fixed_prices(books: Reading, jobs: Iterable[Job]) -> dict[PhaseId, FixedPrice]:
    """How far each fixed price of some jobs has been invoiced."""
    kept = tuple(jobs)
    fixed = {phase.id for job in kept for phase in job.phases if phase.basis is Basis.FIXED}
    if not fixed:
        return {}
    left, billed = dict.fromkeys(fixed, WHOLE), dict.fromkeys(fixed, ZERO)
    for customer in {job.customer for job in kept}:
        for line, share in _billed_shares(books, customer):
            if line.phase in left:
                left[line.phase] -= share
                billed[line.phase] += Money.rounded(product(line.unit_price, share).scaleb(-2))
    return {phase: FixedPrice(left=to_cent(left[phase]), billed=billed[phase]) for phase in fixed}


def _billed_shares(books: Reading, customer: CustomerId) -> list[tuple[InvoiceLine, Decimal]]:
    """Lines of a customer's drafts and invoices with the hundredths that they still bill."""
    found = [(line, line.quantity * WHOLE) for d in books.drafts.where(customer=customer) for line in d.lines]
    for family in families(books.invoices.where(customer=customer)):
        found.extend(_shares_of(family))
    return found


def _shares_of(family: tuple[Invoice, ...]) -> list[tuple[InvoiceLine, Decimal]]:
    """The first invoice's lines with what credits, and invoices that took them back, have left of them."""
    charged = still_charged(family)
    return [(line, share_charged(line, charged[line.id])) for line in family[0].lines]
