"""Terms of invoicing, recurring invoices, bank bookings, reminders, sendings and journals as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import rows, values
from db.stores.shapes import span
from db.tables import invoicing as t
from subcontract.invoicing.bank.bookings import BankFile, Booking
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminding import Dispute, Reminder, ReminderLine
from subcontract.invoicing.recurring import RecurringInvoice, RecurringLine
from subcontract.invoicing.sendings import LedgerExport, Sending
from subcontract.invoicing.terms import BookedOn, InvoicingTerms

SHELVES = {
    "terms": Mapping.of(InvoicingTerms, t.invoicing_terms, accounts=rows(t.sales_accounts, BookedOn)),
    "reference_rates": Mapping.of(ReferenceRate, t.reference_rates),
    "recurring": Mapping.of(
        RecurringInvoice, t.recurring_invoices, lines=rows(t.recurring_lines, RecurringLine)
    ),
    "bank_files": Mapping.of(BankFile, t.bank_files),
    "bookings": Mapping.of(Booking, t.bookings),
    "reminders": Mapping.of(Reminder, t.reminders, lines=rows(t.reminder_lines, ReminderLine)),
    "disputes": Mapping.of(Dispute, t.disputes),
    "sendings": Mapping.of(Sending, t.sendings),
    "ledger_exports": Mapping.of(
        LedgerExport, t.ledger_exports, period=span(), items=values(t.ledger_export_items, "item")
    ),
}
"""The shelves of ``ports.InvoicingShelves`` by name."""
