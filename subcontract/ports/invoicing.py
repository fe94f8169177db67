"""What invoicing asks of storage beside drafts, invoices and payments: one group of shelves."""

from dataclasses import dataclass

from subcontract.ids import (
    BankFileId,
    BookingId,
    DisputeId,
    InvoicingTermsId,
    LedgerExportId,
    RecurringInvoiceId,
    ReferenceRateId,
    ReminderId,
    SendingId,
)
from subcontract.invoicing.bank.bookings import BankFile, Booking
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminding import Dispute, Reminder
from subcontract.invoicing.recurring import RecurringInvoice
from subcontract.invoicing.sendings import LedgerExport, Sending
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.ports.shelves import DatedReader, DatedShelf, Kept, Ledger, Reader, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicingShelves:
    """The part of ``Books`` that invoicing needs beside its main shelves."""

    terms: Shelf[InvoicingTermsId, InvoicingTerms]
    reference_rates: Shelf[ReferenceRateId, ReferenceRate]
    recurring: Shelf[RecurringInvoiceId, RecurringInvoice]
    bank_files: Kept[BankFileId, BankFile]
    bookings: DatedShelf[BookingId, Booking]
    reminders: Ledger[ReminderId, Reminder]
    disputes: Shelf[DisputeId, Dispute]
    sendings: Shelf[SendingId, Sending]
    ledger_exports: Kept[LedgerExportId, LedgerExport]


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicingReaders:
    """The part of ``Lists`` that invoicing needs beside its main shelves."""

    terms: Reader[InvoicingTermsId, InvoicingTerms]
    reference_rates: Reader[ReferenceRateId, ReferenceRate]
    recurring: Reader[RecurringInvoiceId, RecurringInvoice]
    bank_files: Reader[BankFileId, BankFile]
    bookings: DatedReader[BookingId, Booking]
    reminders: DatedReader[ReminderId, Reminder]
    disputes: Reader[DisputeId, Dispute]
    sendings: Reader[SendingId, Sending]
    ledger_exports: Reader[LedgerExportId, LedgerExport]
