"""Work entries, payouts and invoices as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import at_most_one, rows, values
from db.stores.shapes import span, within
from db.tables import money as t
from db.tables.pay import payout_wages
from subcontract.hours.entry import DayComplete, MonthComplete, WorkEntry
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Draft, Invoice, InvoiceLine, Party, VatSum
from subcontract.payout.records import Payout, PayoutLine, PayRun, Tariff, TariffRate
from subcontract.payout.wage_records import WageSums
from subcontract.people.unit import Address
from subcontract.ports import Event


def _sought(invoice: Invoice) -> str:
    return f"{invoice.number} {invoice.reference} {invoice.buyer.name}"


ENTRIES = Mapping.of(WorkEntry, t.work_entries)
COMPLETE_DAYS = Mapping.of(DayComplete, t.complete_days, key="shift")
COMPLETE_MONTHS = Mapping.of(MonthComplete, t.complete_months, key="unit month")
TARIFFS = Mapping.of(Tariff, t.tariffs, days=span(), rates=rows(t.tariff_rates, TariffRate))
PAY_RUNS = Mapping.of(PayRun, t.pay_runs)
PAYOUTS = Mapping.of(
    Payout,
    t.payouts,
    lines=rows(t.payout_lines, PayoutLine, entries=values(t.payout_line_entries, "entry")),
    warnings=values(t.payout_warnings, "warning"),
    wage=at_most_one(payout_wages, WageSums),
)
DRAFTS = Mapping.of(
    Draft,
    t.drafts,
    period=span(),
    attachments=values(t.draft_attachments, "name"),
    lines=rows(
        t.draft_lines,
        InvoiceLine,
        key="id",
        supplied=span(),
        entries=values(t.draft_line_entries, "entry"),
    ),
)
INVOICES = Mapping.of(
    Invoice,
    t.invoices,
    sought=_sought,
    seller=within(Party, "seller_", address=within(Address)),
    buyer=within(Party, "buyer_", address=within(Address)),
    attachments=values(t.invoice_attachments, "name"),
    lines=rows(
        t.invoice_lines,
        InvoiceLine,
        key="id",
        supplied=span(),
        entries=values(t.invoice_line_entries, "entry"),
    ),
    vat=rows(t.invoice_vat_sums, VatSum),
)
PAYMENTS = Mapping.of(Payment, t.payments)
EVENTS = Mapping.of(Event, t.events)
