"""Drafts, invoices and credit notes with their lines, and the payments that came for them."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Text, UniqueConstraint
from sqlalchemy.sql.schema import SchemaItem

from db.tables.building import child, choice, columns, days, record, reference, texts
from db.tables.columns import Cents, Id, Moment, Scaled
from db.tables.people import ADDRESS
from subcontract.invoicing.payments import PaymentSource
from subcontract.invoicing.records import InvoiceKind, LineKind

TERMS = "order_number buyer_reference note exemption exemption_code buyer_cost_centre"


def _line() -> list[SchemaItem]:
    """The columns of a line, the same in a draft and on the issued paper."""
    return [
        Column("id", Id, nullable=False),
        choice("kind", LineKind),
        *texts("text"),
        *columns(Scaled, "quantity"),
        *texts("unit"),
        *columns(Scaled, "unit_price discount"),
        *texts("vat"),
        *columns(Cents, "net"),
        *days(),
        reference("job", "jobs.id", empty=True),
        reference("phase", "phases.id", empty=True),
        reference("credits_line", "invoice_lines.id", empty=True),
        reference("deducts", "invoice_lines.id", empty=True),
        reference("interest_of", "invoices.id", empty=True),
        UniqueConstraint("id"),
        Index(None, "job"),
        Index(None, "phase"),
        Index(None, "credits_line"),
        Index(None, "deducts"),
        Index(None, "interest_of"),
    ]


drafts = record(
    "drafts",
    reference("unit", "units.id"),
    reference("customer", "customers.id"),
    *days(),
    *texts(TERMS),
    reference("replaces", "invoices.id", empty=True),
    *columns(Date, "made_on"),
    *columns(Integer, "version"),
    Index(None, "customer"),
)
draft_attachments = child("draft_attachments", drafts, "draft", *texts("name"))
draft_lines = child("draft_lines", drafts, "draft", *_line())
draft_line_entries = child(
    "draft_line_entries", draft_lines, "line", reference("entry", "work_entries.id"), Index(None, "entry")
)


def _party(who: str) -> list[Column[object]]:
    """The columns of a seller or buyer as they were at issue."""
    names = f"name business_id vat_id {ADDRESS} contact_name email phone iban"
    return texts(
        " ".join(f"{who}_{name}" for name in f"{names} e_invoice_address e_invoice_operator".split())
    )


invoices = record(
    "invoices",
    choice("kind", InvoiceKind),
    reference("unit", "units.id"),
    reference("customer", "customers.id"),
    *columns(Integer, "number"),
    *columns(Date, "day due"),
    *texts("reference language"),
    *_party("seller"),
    *_party("buyer"),
    *columns(Cents, "net total"),
    *texts(TERMS),
    reference("replaces", "invoices.id", empty=True),
    reference("original", "invoices.id", empty=True),
    *columns(Integer, "original_number", empty=True),
    *columns(Date, "original_day", empty=True),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    *texts("sought"),
    CheckConstraint("number > 0", name="number_positive"),
    UniqueConstraint("unit", "number"),
    Index(None, "day"),
    Index(None, "customer", "day"),
    Index(None, "original"),
    Index(None, "replaces"),
)
invoice_attachments = child("invoice_attachments", invoices, "invoice", *texts("name"))
invoice_lines = child("invoice_lines", invoices, "invoice", *_line())
invoice_line_entries = child(
    "invoice_line_entries", invoice_lines, "line", reference("entry", "work_entries.id"), Index(None, "entry")
)
invoice_vat_sums = child(
    "invoice_vat_sums",
    invoices,
    "invoice",
    *texts("code"),
    *columns(Scaled, "rate"),
    *columns(Cents, "base amount"),
)

payments = record(
    "payments",
    reference("unit", "units.id"),
    reference("invoice", "invoices.id"),
    *columns(Date, "day"),
    *columns(Cents, "amount"),
    choice("source", PaymentSource),
    *texts("reference payer"),
    Column("archive_id", Text, nullable=True),
    reference("booking", "bookings.id", empty=True),
    reference("reverses", "payments.id", empty=True),
    *texts("reason"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    # The same booking of the bank is taken once, and a payment is taken back once.
    UniqueConstraint("unit", "archive_id"),
    UniqueConstraint("reverses"),
    Index(None, "booking"),
    Index(None, "invoice"),
    Index(None, "day"),
)
