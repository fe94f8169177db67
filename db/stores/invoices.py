"""Drafts, invoices and payments as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import rows, values
from db.stores.shapes import span, within
from db.tables import invoices as t
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Draft, Invoice, InvoiceLine, Party, VatSum
from subcontract.people.unit import Address


def _sought(invoice: Invoice) -> str:
    return f"{invoice.number} {invoice.reference} {invoice.buyer.name}"


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
