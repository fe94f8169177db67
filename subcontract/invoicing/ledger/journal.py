"""Sales as vouchers for accounting: every invoice, credit note and payment once, both sides equal.

VAT is the invoice's own figure for each rate and code, never reckoned anew from postings. VAT of a
prepayment is booked with its invoice; the invoice of the work then books the rest, for its deduction
lowers its VAT.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from subcontract.ids import InvoiceId, JobId, PaymentId
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.ledger.paid_costs import Split, claims_of, splits_of
from subcontract.invoicing.ledger.vouchers import Posting, Voucher, VoucherKind, must_balance, posted
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, LineKind
from subcontract.invoicing.terms import SalesAccount
from subcontract.invoicing.totals import vat_code
from subcontract.money import ZERO, Money

OUTSIDE_VAT = frozenset({"E", "O"})
"""Codes of a seller that is not registered for VAT."""
BY_CODE: Mapping[str, SalesAccount] = {
    "E": SalesAccount.SALES_EXEMPT,
    "O": SalesAccount.SALES_EXEMPT,
    "AE": SalesAccount.SALES_REVERSE,
    "Z": SalesAccount.SALES_ZERO,
}
BY_KIND: Mapping[LineKind, SalesAccount] = {
    LineKind.PREPAYMENT: SalesAccount.PREPAYMENTS,
    LineKind.DEDUCTION: SalesAccount.PREPAYMENTS,
    LineKind.INTEREST: SalesAccount.INTEREST,
    LineKind.COLLECTION: SalesAccount.COLLECTION,
}
INCOME = frozenset(SalesAccount) - {
    SalesAccount.RECEIVABLES,
    SalesAccount.BANK,
    SalesAccount.VAT,
    SalesAccount.PREPAYMENTS,
}
"""Accounts of the income statement: only these have a cost centre."""
SalesKey = tuple[SalesAccount, str, Decimal, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CostCentres:
    """Where income is booked: the job's cost centre, else the unit's."""

    unit: str = ""
    jobs: Mapping[JobId, str] = field(default_factory=dict)

    def of(self, job: JobId | None) -> str:
        """The cost centre of a job's income; of income without a job, the unit's."""
        return (self.jobs.get(job, "") if job else "") or self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesFacts:
    """All that is booked, and what tells how."""

    invoices: tuple[Invoice, ...]
    """Also the credit notes and interest invoices of whatever ``payments`` pay."""
    payments: tuple[Payment, ...] = ()
    """Every payment of each invoice that any of them pays: what came first decides what a later one pays."""
    reminders: tuple[Reminder, ...] = ()
    centres: CostCentres = CostCentres()


def vouchers_of(facts: SalesFacts) -> tuple[Voucher, ...]:
    """Every voucher by day, invoices before payments, each by number."""
    made = [voucher_of(invoice, facts.centres) for invoice in facts.invoices]
    made += payment_vouchers(facts)
    return tuple(sorted(made, key=lambda one: (one.day, one.kind is VoucherKind.PAYMENT, one.invoice)))


# --- invoices and credit notes


def voucher_of(invoice: Invoice, centres: CostCentres) -> Voucher:
    """An invoice: the receivable in debit, income and VAT in credit; a credit note the other way."""
    note = invoice.kind is InvoiceKind.CREDIT_NOTE
    postings = _postings(invoice, centres, note=note)
    kind = VoucherKind.CREDIT_NOTE if note else VoucherKind.INVOICE
    return must_balance(
        Voucher(
            of=invoice.id,
            kind=kind,
            day=invoice.day,
            invoice=invoice.number,
            customer=invoice.buyer.name,
            postings=tuple(one for one in postings if one.debit or one.credit),
        )
    )


def _postings(invoice: Invoice, centres: CostCentres, *, note: bool) -> Iterator[Posting]:
    """The rows of an invoice; of a credit note each sum is on the other side."""
    yield posted(SalesAccount.RECEIVABLES, invoice.total if note else -invoice.total)
    for (account, code, rate, centre), net in _sales(invoice, centres).items():
        yield posted(account, -net if note else net, vat=code, rate=rate, cost_centre=centre)
    for one in invoice.vat:
        amount = -one.amount if note else one.amount
        yield posted(SalesAccount.VAT, amount, vat=one.code, rate=one.rate)


def _sales(invoice: Invoice, centres: CostCentres) -> dict[SalesKey, Money]:
    """Nets of the lines by account, VAT and cost centre, in the order of their first lines."""
    sums: dict[SalesKey, Money] = {}
    for line in invoice.lines:
        account = account_of(line, invoice)
        centre = centres.of(line.job) if account in INCOME else ""
        key = (account, *vat_code(line.vat), centre)
        sums[key] = sums.get(key, ZERO) + line.net
    return sums


def account_of(line: InvoiceLine, invoice: Invoice) -> SalesAccount:
    """What a line is booked as."""
    if (account := BY_KIND.get(line.kind)) is not None:
        return account
    code, _ = vat_code(line.vat)
    if code in OUTSIDE_VAT and not invoice.seller.vat_id:
        return SalesAccount.SALES_UNREGISTERED
    return BY_CODE.get(code, SalesAccount.SALES)


# --- payments


def payment_vouchers(facts: SalesFacts) -> Iterator[Voucher]:
    """Every payment; one whose invoice is not among the facts is left out."""
    by_id = {one.id: one for one in facts.invoices}
    splits = all_splits(facts)
    for payment in facts.payments:
        if (split := splits.get(payment.id)) is not None:
            yield _payment(payment, by_id[payment.invoice], split, facts.centres.unit)


def all_splits(facts: SalesFacts) -> dict[PaymentId, Split]:
    """What each payment pays."""
    claims = claims_of(facts.invoices, facts.reminders)
    paid: dict[InvoiceId, list[Payment]] = {}
    for payment in facts.payments:
        paid.setdefault(payment.invoice, []).append(payment)
    found: dict[PaymentId, Split] = {}
    for id_, payments in paid.items():
        if id_ in claims:
            found.update(splits_of(claims[id_], payments))
    return found


def _payment(payment: Payment, invoice: Invoice, split: Split, centre: str) -> Voucher:
    """Money from the bank account to what it pays."""
    postings = (posted(SalesAccount.BANK, -payment.amount), *_paid(split, centre))
    return must_balance(
        Voucher(
            of=payment.id,
            kind=VoucherKind.PAYMENT,
            day=payment.day,
            invoice=invoice.number,
            customer=invoice.buyer.name,
            postings=postings,
        )
    )


def _paid(split: Split, centre: str) -> Iterator[Posting]:
    """What a payment pays."""
    if split.invoice:
        yield posted(SalesAccount.RECEIVABLES, split.invoice)
    if split.costs:
        yield posted(SalesAccount.COLLECTION, split.costs, vat="O", cost_centre=centre)
    if split.interest:
        yield posted(SalesAccount.INTEREST, split.interest, vat="O", cost_centre=centre)
