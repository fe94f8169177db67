"""Drafts, invoices, credit notes and their lines; parties are copied in at issue."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.ids import (
    CustomerId,
    DraftId,
    EntryId,
    InvoiceId,
    InvoiceLineId,
    JobId,
    PhaseId,
    StaffId,
    UnitId,
)
from subcontract.money import Money
from subcontract.people.unit import Address


class InvoiceKind(StrEnum):
    """An invoice, or a credit note that points back to one."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Seller or buyer as they were when the invoice was issued."""

    name: str
    business_id: str = ""
    vat_id: str = ""
    """Empty when not registered for VAT or a household."""
    address: Address = Address()
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    iban: str = ""
    e_invoice_address: str = ""
    e_invoice_operator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line; the same shape in a draft and on the issued paper."""

    id: InvoiceLineId
    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    """Without VAT, at most four decimals."""
    discount: Decimal = Decimal(0)
    """Hundredths taken off."""
    vat: str
    """Rate in hundredths as text (``25.5``) or the code ``E``, ``AE``, ``Z``."""
    net: Money
    supplied: DateRange
    job: JobId | None = None
    phase: PhaseId | None = None
    entries: tuple[EntryId, ...] = ()
    """Entries that this line bills; each entry is billed by one line at a time."""
    credits_line: InvoiceLineId | None = None
    """Line of the original invoice that a credit note's line takes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VatSum:
    """VAT of one code and rate: computed once on the sum of its lines."""

    code: str
    rate: Decimal
    base: Money
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What will be an invoice; its texts may be edited, its entries are not yet claimed for good."""

    id: DraftId
    unit: UnitId
    customer: CustomerId
    period: DateRange
    lines: tuple[InvoiceLine, ...]
    order_number: str = ""
    buyer_reference: str = ""
    note: str = ""
    exemption: str = ""
    """Ground of exemption when a line has the code E."""
    made_on: date
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An issued invoice or credit note: never changed."""

    id: InvoiceId
    kind: InvoiceKind
    unit: UnitId
    customer: CustomerId
    number: int
    """From the unit's gapless series; credit notes share it."""
    day: date
    due: date
    reference: str
    """National reference without spaces."""
    language: str
    seller: Party
    buyer: Party
    lines: tuple[InvoiceLine, ...]
    vat: tuple[VatSum, ...]
    net: Money
    total: Money
    order_number: str = ""
    buyer_reference: str = ""
    note: str = ""
    exemption: str = ""
    original: InvoiceId | None = None
    original_number: int | None = None
    original_day: date | None = None
    by: StaffId
    at: datetime
