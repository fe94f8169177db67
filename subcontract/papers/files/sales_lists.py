"""Lists of a period's sales: invoices, payments, what is open by age, VAT by rate, and the control totals."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from subcontract.days import DateRange
from subcontract.ids import InvoiceId, PaymentId
from subcontract.invoicing.collecting.ages import AGES
from subcontract.invoicing.collecting.open_items import open_items
from subcontract.invoicing.ledger.ledger_control import Control, VatLine, vat_of_invoices
from subcontract.invoicing.ledger.paid_costs import Split
from subcontract.invoicing.payments import Payment, PaymentSource
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.money import ZERO, Money, total
from subcontract.papers.files.csv_file import Cell
from subcontract.papers.files.tables import CellKind, Column, Table
from subcontract.words import N_, Texts

INVOICES: Final = (
    Column(title=N_("Number"), kind=CellKind.WHOLE, width=10),
    Column(title=N_("Kind"), width=14),
    Column(title=N_("Date"), kind=CellKind.DAY, width=12),
    Column(title=N_("Due day"), kind=CellKind.DAY, width=12),
    Column(title=N_("Customer"), width=34),
    Column(title=N_("Business ID"), width=13),
    Column(title=N_("Reference number"), width=18),
    Column(title=N_("Original invoice"), kind=CellKind.WHOLE, width=12),
    Column(title=N_("Without VAT"), kind=CellKind.MONEY, width=14, total=True),
    Column(title=N_("VAT"), kind=CellKind.MONEY, width=13, total=True),
    Column(title=N_("Total"), kind=CellKind.MONEY, width=14, total=True),
)
PAYMENTS: Final = (
    Column(title=N_("Day on the account"), kind=CellKind.DAY, width=13),
    Column(title=N_("Invoice"), kind=CellKind.WHOLE, width=10),
    Column(title=N_("Customer"), width=34),
    Column(title=N_("Payer or message"), width=34),
    Column(title=N_("Reference number"), width=18),
    Column(title=N_("Told by"), width=12),
    Column(title=N_("Why it was taken back"), width=26),
    Column(title=N_("Of the invoice"), kind=CellKind.MONEY, width=14, total=True),
    Column(title=N_("Of reminders and interest"), kind=CellKind.MONEY, width=14, total=True),
    Column(title=N_("Amount"), kind=CellKind.MONEY, width=14, total=True),
)
OPEN: Final = (
    Column(title=N_("Number"), kind=CellKind.WHOLE, width=10),
    Column(title=N_("Customer"), width=34),
    Column(title=N_("Date"), kind=CellKind.DAY, width=12),
    Column(title=N_("Due day"), kind=CellKind.DAY, width=12),
    Column(title=N_("Days late"), kind=CellKind.WHOLE, width=10),
    Column(title=N_("Total"), kind=CellKind.MONEY, width=14, total=True),
    Column(title=N_("Credited"), kind=CellKind.MONEY, width=13, total=True),
    Column(title=N_("Paid sum"), kind=CellKind.MONEY, width=13, total=True),
    Column(title=N_("Still open"), kind=CellKind.MONEY, width=14, total=True),
    *(Column(title=title, kind=CellKind.MONEY, width=14, total=True) for title in AGES.values()),
)
VAT: Final = (
    Column(title=N_("VAT"), width=44),
    Column(title=N_("Code"), width=8),
    Column(title=N_("VAT %"), kind=CellKind.RATE, width=8),
    Column(title=N_("Without VAT"), kind=CellKind.MONEY, width=15, total=True),
    Column(title=N_("VAT to be paid"), kind=CellKind.MONEY, width=15, total=True),
)
CODES: Final = {
    "S": N_("Sales with VAT"),
    "E": N_("Free of VAT"),
    "AE": N_("Reverse charge: the buyer pays the VAT"),
    "Z": N_("VAT 0 %"),
    "O": N_("Outside VAT: late interest and collection costs"),
}
SOURCES: Final = {PaymentSource.HAND: N_("By hand"), PaymentSource.BANK: N_("The bank")}
CONTROL: Final = (
    Column(title=N_("Control totals"), width=52),
    Column(title=N_("Amount"), kind=CellKind.MONEY, width=16),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesLists:
    """Everything that was sold and paid, and the period that is told of."""

    period: DateRange
    today: date
    invoices: tuple[Invoice, ...]
    """Of all time: what is open now may be old."""
    payments: tuple[Payment, ...]
    splits: Mapping[PaymentId, Split] = field(default_factory=dict)

    @property
    def open_on(self) -> date:
        """The day of the list of open invoices: the period's last, or today while the period goes on."""
        return min(self.today, self.period.last)

    @property
    def of_period(self) -> tuple[Invoice, ...]:
        """Invoices and credit notes of the period by number."""
        inside = (one for one in self.invoices if one.day in self.period)
        return tuple(sorted(inside, key=lambda one: one.number))


def all_lists(facts: SalesLists, texts: Texts) -> tuple[Table, ...]:
    """The lists of a period, in their order."""
    return (
        invoice_table(facts, texts),
        payment_table(facts, texts),
        open_table(facts),
        vat_table(vat_of_invoices(facts.of_period), texts),
    )


def invoice_table(facts: SalesLists, texts: Texts) -> Table:
    """Invoices and credit notes of the period; what is credited is below nought."""
    return Table(
        title=N_("Invoices"), columns=INVOICES, rows=[_invoice_row(one, texts) for one in facts.of_period]
    )


def _invoice_row(one: Invoice, texts: Texts) -> tuple[Cell, ...]:
    note = one.kind is InvoiceKind.CREDIT_NOTE
    vat = total(each.amount for each in one.vat)
    return (
        one.number,
        texts.say(N_("Credit note") if note else N_("Invoice")),
        one.day,
        None if note else one.due,
        one.buyer.name,
        one.buyer.business_id,
        one.reference,
        one.original_number,
        _signed(one.net, note=note),
        _signed(vat, note=note),
        _signed(one.total, note=note),
    )


def _signed(amount: Money, *, note: bool) -> Money:
    return -amount if note else amount


def payment_table(facts: SalesLists, texts: Texts) -> Table:
    """Payments of the period, counter-entries among them."""
    return Table(title=N_("Payments received"), columns=PAYMENTS, rows=list(_payment_rows(facts, texts)))


def _payment_rows(facts: SalesLists, texts: Texts) -> Iterator[tuple[Cell, ...]]:
    heads: dict[InvoiceId, Invoice] = {one.id: one for one in facts.invoices}
    for one in sorted((each for each in facts.payments if each.day in facts.period), key=_by_day):
        invoice = heads.get(one.invoice)
        split = facts.splits.get(one.id, Split(invoice=one.amount))
        yield (
            one.day,
            invoice.number if invoice else None,
            invoice.buyer.name if invoice else "",
            one.payer,
            one.reference,
            texts.say(SOURCES[one.source]),
            one.reason,
            split.invoice,
            split.costs + split.interest,
            one.amount,
        )


def _by_day(payment: Payment) -> tuple[date, object]:
    return (payment.day, payment.at)


def open_table(facts: SalesLists) -> Table:
    """What is open at the end of the period, or today while it goes on, by how long it has been due."""
    return Table(title=N_("Open invoices"), columns=OPEN, rows=list(_open_rows(facts)))


def _open_rows(facts: SalesLists) -> Iterator[tuple[Cell, ...]]:
    for item in open_items(facts.invoices, facts.payments, facts.open_on):
        one = item.invoice
        yield (
            one.number,
            one.buyer.name,
            one.day,
            one.due,
            max(item.days_late, 0) if item.left > ZERO else 0,
            one.total,
            item.settled.credited or None,
            item.settled.paid or None,
            item.left,
            *(item.left if item.age is age else None for age in AGES),
        )


def vat_table(lines: Iterable[VatLine], texts: Texts) -> Table:
    """VAT by rate and code, credit notes taken off."""
    rows = [(texts.say(CODES[one.code]), one.code, one.rate, one.base, one.amount) for one in lines]
    return Table(title=N_("VAT by rate"), columns=VAT, rows=rows)


def control_table(control: Control, texts: Texts) -> Table:
    """The figures by which a journal is checked where it goes."""
    rows = [(texts.say(title), amount) for title, amount in control_rows(control)]
    return Table(title=N_("Control totals"), columns=CONTROL, rows=rows)


def control_rows(control: Control) -> tuple[tuple[str, Money], ...]:
    """Marked titles with their sums."""
    return (
        (N_("Debit side"), control.debit),
        (N_("Credit side"), control.credit),
        (N_("Receivables before this journal"), control.before),
        (N_("Invoices"), control.invoiced),
        (N_("Credit notes"), -control.credited),
        (N_("Payments of invoices"), -control.paid),
        (N_("Receivables after this journal"), control.after),
        (N_("Receivables by the invoices themselves"), control.by_records),
        (N_("Reminder fees and interest paid"), control.costs),
    )
