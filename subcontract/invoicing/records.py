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


class LineKind(StrEnum):
    """What a line charges for."""

    WORK = "work"
    """Recorded work, or a share of a fixed price."""
    OTHER = "other"
    """Written by hand or recurring: no work entry stands behind it."""
    CHARGE = "charge"
    """A charge on the whole invoice, or below nought a discount of the whole."""
    PREPAYMENT = "prepayment"
    """Money for work that is still to be done."""
    DEDUCTION = "deduction"
    """A prepayment taken off the invoice of the work."""
    INTEREST = "interest"
    """Late interest: outside the VAT act, code ``O``."""
    COLLECTION = "collection"
    """Reminder fees and other collection costs: outside the VAT act, code ``O``."""


OF_LATENESS = frozenset({LineKind.INTEREST, LineKind.COLLECTION})
"""What late payment costs; an interest invoice has no other lines."""


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
    kind: LineKind = LineKind.WORK
    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    """Without VAT, at most four decimals."""
    discount: Decimal = Decimal(0)
    """Hundredths taken off."""
    vat: str
    """Rate in hundredths as text (``25.5``) or the code ``E``, ``AE``, ``Z``, ``O``."""
    net: Money
    supplied: DateRange
    job: JobId | None = None
    phase: PhaseId | None = None
    entries: tuple[EntryId, ...] = ()
    """Entries that this line bills; each entry is billed by one line at a time.

    Of a credit note that follows from corrections: the corrected entries whose difference it credits.
    """
    credits_line: InvoiceLineId | None = None
    """Line of the original that a credit note's line takes back, or of the note that is taken back."""
    deducts: InvoiceLineId | None = None
    """Line of an issued prepayment that a deduction takes off."""
    interest_of: InvoiceId | None = None
    """Invoice whose late payment a line charges: its interest for the days of ``supplied``, or its costs."""


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
    exemption_code: str = ""
    """Code of the ground in the list VATEX, as ``VATEX-EU-132-1G``; empty when the text alone tells it."""
    buyer_cost_centre: str = ""
    """Where the buyer books the cost, in the buyer's own words."""
    attachments: tuple[str, ...] = ()
    """Names of the papers that go with the invoice."""
    replaces: InvoiceId | None = None
    """The credited invoice in whose place this one comes."""
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
    exemption_code: str = ""
    buyer_cost_centre: str = ""
    attachments: tuple[str, ...] = ()
    replaces: InvoiceId | None = None
    """The credited invoice in whose place this one came."""
    original: InvoiceId | None = None
    """The invoice that a credit note amends; of an invoice, the credit note that it takes back."""
    original_number: int | None = None
    """Number of the original, or of the invoice that this one replaces."""
    original_day: date | None = None
    by: StaffId
    at: datetime

    @property
    def is_credit_note(self) -> bool:
        """Whether this is a credit note."""
        return self.kind is InvoiceKind.CREDIT_NOTE

    @property
    def is_interest(self) -> bool:
        """Whether this invoice charges late interest and collection costs alone."""
        return bool(self.lines) and all(line.kind in OF_LATENESS for line in self.lines)
