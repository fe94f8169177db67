"""What the bank told: files as they were read, and the bookings in them that are to find their invoices."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from subcontract.ids import BankFileId, BookingId, StaffId, UnitId
from subcontract.money import Money


class BankFormat(StrEnum):
    """What kind of file came from the bank."""

    CAMT_053 = "camt.053"
    CAMT_054 = "camt.054"
    KTL = "ktl"
    TITO = "tito"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One movement on the account as the bank's file tells it."""

    booked: date
    value: date | None = None
    amount: Money
    """Below nought when money went out."""
    currency: str = "EUR"
    reference: str = ""
    """Without leading noughts; of an RF reference as it is."""
    payer: str = ""
    text: str = ""
    archive_id: str = ""
    """The bank's own id; the parts of a batch are told apart by a number after it."""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFile:
    """A file that has been read; the same bytes are never read twice."""

    id: BankFileId
    unit: UnitId
    name: str
    digest: str
    """SHA-256 of the bytes."""
    form: BankFormat
    count: int
    total: Money
    read_by: StaffId
    read_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """A transaction that is kept; payments point to it, and what they leave of it is still to be placed."""

    id: BookingId
    unit: UnitId
    file: BankFileId
    day: date
    """When the bank booked it."""
    value_day: date | None = None
    amount: Money
    currency: str = "EUR"
    reference: str = ""
    payer: str = ""
    text: str = ""
    archive_id: str = ""
    account: str = ""
    key: str
    """What tells it from every other booking, in whichever file it comes again."""
    set_aside: str = ""
    """Why it is no payment of an invoice; empty while it waits."""
    version: int = 1
