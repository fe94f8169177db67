"""Prepayments: money for work still to be done, and what is taken off the invoice of the work.

A prepayment is taxed when it is received (VAT Act 15 §), so a deduction keeps the code and rate of the
prepayment, whatever the rate of the work is by then.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import InvoiceLineId, JobId
from subcontract.invoicing.drafting.hand_lines import HandLine, Place, hand_line
from subcontract.invoicing.families import families, still_charged
from subcontract.invoicing.records import Draft, Invoice, InvoiceLine, LineKind
from subcontract.jobs.job import Basis, Job, Phase
from subcontract.jobs.offers import UNIT_NAMES
from subcontract.money import ZERO, Money, total
from subcontract.problems import Code, refuse
from subcontract.words import N_, Texts

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepaid:
    """A line of an issued prepayment and what is left of it to be taken off."""

    line: InvoiceLine
    number: int
    """Of its invoice."""
    left: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How much is asked for beforehand: a sum without VAT, or hundredths of the job's price."""

    amount: Money | None = None
    percent: Decimal | None = None


# --- asking for money beforehand -------------------------------------------------------------


def price_of(job: Job) -> Money:
    """What the job costs without VAT, by its agreed prices and quantities."""
    return total(_price(phase) for phase in job.phases)


def _price(phase: Phase) -> Money:
    quantity = Decimal(1) if phase.basis is Basis.FIXED else phase.quantity
    return Money.rounded(quantity * phase.unit_price)


def prepayment_lines(
    job: Job, wanted: Wanted, on: date, texts: Texts, *, registered: bool = True
) -> tuple[tuple[InvoiceLine, str], ...]:
    """A line for each class of VAT that the job's price has, with the class; cents always add up.

    Refuses a share of a job without a price (``price_missing``), nothing asked for (``required``) and a sum
    or a share out of bounds.
    """
    prices = _by_class(job)
    net = _wanted(job, wanted)
    parts = net.share_out({one: price.amount for one, price in prices.items()})
    place = Place(supplied=DateRange(on, on), registered=registered, kind=LineKind.PREPAYMENT, job=job.id)
    text = texts.say(N_("Prepayment: {job}"), job=job.name)
    return tuple(
        (hand_line(_of_sum(text, amount, vat_class), place), vat_class)
        for vat_class, amount in parts.items()
        if amount
    )


def _of_sum(text: str, amount: Money, vat_class: str) -> HandLine:
    unit = UNIT_NAMES[Basis.FIXED]
    return HandLine(text=text, quantity=Decimal(1), unit=unit, unit_price=amount.amount, vat_class=vat_class)


def _by_class(job: Job) -> Mapping[str, Money]:
    """The price of each class of VAT; of a job without a price the class of its first phase."""
    prices: dict[str, Money] = {}
    for phase in job.phases:
        if price := _price(phase):
            prices[phase.vat_class] = prices.get(phase.vat_class, ZERO) + price
    return prices or {job.phases[0].vat_class if job.phases else "general": Money(1)}


def _wanted(job: Job, wanted: Wanted) -> Money:
    """The sum asked for, without VAT."""
    if wanted.amount is not None:
        if wanted.amount <= ZERO:
            raise refuse(Code.TOO_SMALL, "amount", least=Money("0.01"))
        return wanted.amount
    if wanted.percent is None:
        raise refuse(Code.REQUIRED, "amount")
    if not 0 < wanted.percent <= WHOLE:
        raise refuse(Code.TOO_LARGE, "percent", most=WHOLE)
    price = price_of(job)
    if not price:
        raise refuse(Code.PRICE_MISSING, "percent", name=job.name)
    return price.percent(wanted.percent)


# --- taking it off -----------------------------------------------------------------------------


def prepaid_lines(
    invoices: Iterable[Invoice], drafts: Iterable[Draft], *, beside: Draft | None = None
) -> tuple[Prepaid, ...]:
    """Every issued line of a customer's prepayments, oldest first, with what is left of it.

    Credits and earlier deductions lessen it, also those of drafts other than ``beside``.
    """
    used: dict[InvoiceLineId, Money] = {}
    found: list[tuple[InvoiceLine, int, Money]] = []
    for draft in drafts:
        if beside is None or draft.id != beside.id:
            _take(used, draft.lines)
    for family in families(invoices):
        charged = still_charged(family)
        for line in family[0].lines:
            if line.kind is LineKind.PREPAYMENT:
                found.append((line, family[0].number, charged[line.id]))
            if line.deducts is not None:
                used[line.deducts] = used.get(line.deducts, ZERO) - charged[line.id]
    return tuple(
        Prepaid(line=line, number=number, left=net - used.get(line.id, ZERO)) for line, number, net in found
    )


def _take(used: dict[InvoiceLineId, Money], lines: Iterable[InvoiceLine]) -> None:
    for line in lines:
        if line.deducts is not None:
            used[line.deducts] = used.get(line.deducts, ZERO) - line.net


def deductions(
    lines: Sequence[InvoiceLine], prepaid: Iterable[Prepaid], texts: Texts
) -> Iterator[InvoiceLine]:
    """Lines that take prepayments off the invoice of their jobs' work: never more than the work costs."""
    rest: dict[JobId | None, Money] = {}
    for line in lines:
        rest[line.job] = rest.get(line.job, ZERO) + line.net
    for one in prepaid:
        amount = min(one.left, rest.get(one.line.job, ZERO))
        if amount > ZERO:
            rest[one.line.job] -= amount
            yield _deduction(one, amount, [line for line in lines if line.job == one.line.job], texts)


def _deduction(one: Prepaid, amount: Money, work: Sequence[InvoiceLine], texts: Texts) -> InvoiceLine:
    days = DateRange(min(line.supplied.first for line in work), max(line.supplied.last for line in work))
    return InvoiceLine(
        id=InvoiceLineId(ids.new()),
        kind=LineKind.DEDUCTION,
        text=texts.say(N_("Prepayment taken off, invoice {number}"), number=str(one.number)),
        quantity=Decimal(1),
        unit=one.line.unit,
        unit_price=-amount.amount,
        vat=one.line.vat,
        net=-amount,
        supplied=days,
        job=one.line.job,
        deducts=one.line.id,
    )


def overdrawn(prepaid: Iterable[Prepaid], lines: Iterable[InvoiceLine] = ()) -> Prepaid | None:
    """The first prepayment of which more is taken than there is, once ``lines`` have taken theirs."""
    used: dict[InvoiceLineId, Money] = {}
    _take(used, lines)
    return next((one for one in prepaid if one.left < used.get(one.line.id, ZERO)), None)
