"""E-invoices that were saved for the operator, and what was booked in the ledger: neither happens twice."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from subcontract.days import DateRange
from subcontract.ids import InvoiceId, LedgerExportId, SendingId, StaffId, UnitId
from subcontract.jobs.customer import EInvoiceFormat
from subcontract.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A file in the operator's folder."""

    id: SendingId
    unit: UnitId
    invoice: InvoiceId
    format: EInvoiceFormat
    file_name: str
    digest: str
    """SHA-256 of the bytes; the bytes themselves are the paper of this sending."""
    made_by: StaffId
    made_at: datetime
    received_on: date | None = None
    """When the operator told that it came through."""
    note: str = ""
    """Why it was sent again, or what the operator answered when it did not come through."""
    version: int = 1


class LedgerPreset(StrEnum):
    """The shape of a ledger file."""

    JOURNAL = "journal"
    PROCOUNTOR = "procountor"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerExport:
    """A journal that went to accounting, and what it holds."""

    id: LedgerExportId
    unit: UnitId
    period: DateRange
    preset: LedgerPreset
    count: int
    """Rows."""
    total: Money
    """Debit, which equals credit."""
    digest: str
    items: tuple[UUID, ...]
    """Invoices, credit notes, payments and reminders in it: each is in one journal only."""
    made_by: StaffId
    made_at: datetime
