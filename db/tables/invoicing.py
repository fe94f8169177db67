"""How a unit invoices: its terms, recurring invoices, bank bookings, reminders, sendings and journals."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, UniqueConstraint

from db.tables.building import child, choice, columns, days, flags, record, reference, texts
from db.tables.columns import Blanks, Cents, Exact, Id, Moment, Scaled
from subcontract.invoicing.bank.bookings import BankFormat
from subcontract.invoicing.collecting.reminding import ReminderKind
from subcontract.invoicing.sendings import LedgerPreset
from subcontract.invoicing.terms import DayCount, Layout, SalesAccount
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.rules import InterestAct

invoicing_terms = record(
    "invoicing_terms",
    reference("unit", "units.id"),
    choice("layout", Layout),
    *flags("qr_code"),
    *texts("opening reminder_text"),
    choice("interest_act", InterestAct),
    choice("day_count", DayCount),
    *columns(Integer, "first_reminder_days next_reminder_days"),
    *columns(Cents, "fee_business fee_consumer"),
    *flags("standard_compensation"),
    *texts("cost_centre"),
    *columns(Integer, "version"),
    UniqueConstraint("unit"),
)
sales_accounts = child(
    "sales_accounts",
    invoicing_terms,
    "terms",
    choice("account", SalesAccount),
    *texts("number vat_code"),
)
reference_rates = record(
    "reference_rates",
    reference("unit", "units.id"),
    *columns(Date, "first"),
    *columns(Scaled, "rate"),
    *texts("source"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    *columns(Integer, "version"),
    UniqueConstraint("unit", "first"),
)

recurring_invoices = record(
    "recurring_invoices",
    reference("unit", "units.id"),
    reference("customer", "customers.id"),
    reference("job", "jobs.id", empty=True),
    *texts("name"),
    *columns(Integer, "months"),
    *columns(Date, "next_day"),
    *columns(Date, "last_day", empty=True),
    *texts("order_number note"),
    *flags("active"),
    *columns(Integer, "version"),
    CheckConstraint("months > 0", name="months_positive"),
    Index(None, "customer"),
)
recurring_lines = child(
    "recurring_lines",
    recurring_invoices,
    "recurring",
    *texts("text"),
    *columns(Scaled, "quantity"),
    *texts("unit"),
    *columns(Scaled, "unit_price discount"),
    *texts("vat_class"),
)

bank_files = record(
    "bank_files",
    reference("unit", "units.id"),
    *texts("name digest"),
    choice("form", BankFormat),
    *columns(Integer, "count"),
    *columns(Cents, "total"),
    reference("read_by", "staff.id"),
    *columns(Moment, "read_at"),
    UniqueConstraint("unit", "digest"),
)
bookings = record(
    "bookings",
    reference("unit", "units.id"),
    reference("file", "bank_files.id"),
    *columns(Date, "day"),
    *columns(Date, "value_day", empty=True),
    *columns(Cents, "amount"),
    *texts("currency reference payer text archive_id account key set_aside"),
    *columns(Integer, "version"),
    UniqueConstraint("unit", "key"),
    Index(None, "day"),
    Index(None, "file"),
)

reminders = record(
    "reminders",
    reference("unit", "units.id"),
    reference("invoice", "invoices.id"),
    reference("customer", "customers.id"),
    choice("kind", ReminderKind),
    *columns(Integer, "step"),
    *columns(Date, "day due"),
    *columns(Cents, "principal fee earlier_fees interest"),
    *columns(Date, "interest_to", empty=True),
    *columns(Cents, "compensation total"),
    *texts("text"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    UniqueConstraint("invoice", "step"),
    Index(None, "day"),
    Index(None, "customer"),
)
reminder_lines = child(
    "reminder_lines",
    reminders,
    "reminder",
    *texts("what"),
    *columns(Blanks, "blanks"),
    *columns(Exact, "basis rate"),
    *columns(Cents, "amount"),
    *texts("rule"),
    *columns(Date, "valid_from", empty=True),
    *texts("source"),
)
disputes = record(
    "disputes",
    reference("unit", "units.id"),
    reference("invoice", "invoices.id"),
    *columns(Date, "first"),
    *texts("reason"),
    *columns(Date, "ended_on", empty=True),
    reference("by", "staff.id"),
    *columns(Integer, "version"),
    Index(None, "invoice"),
)

sendings = record(
    "sendings",
    reference("unit", "units.id"),
    reference("invoice", "invoices.id"),
    choice("format", EInvoiceFormat),
    *texts("file_name digest"),
    reference("made_by", "staff.id"),
    *columns(Moment, "made_at"),
    *columns(Date, "received_on", empty=True),
    *texts("note"),
    *columns(Integer, "version"),
    Index(None, "invoice"),
)
ledger_exports = record(
    "ledger_exports",
    reference("unit", "units.id"),
    *days(),
    choice("preset", LedgerPreset),
    *columns(Integer, "count"),
    *columns(Cents, "total"),
    *texts("digest"),
    reference("made_by", "staff.id"),
    *columns(Moment, "made_at"),
)
ledger_export_items = child(
    "ledger_export_items",
    ledger_exports,
    "export",
    # An invoice, a payment or a reminder, so no single table can be referred to.
    Column("item", Id, nullable=False),
    UniqueConstraint("item"),
)
