"""Invoices that come again: what, to whom, how often and when next."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract.ids import CustomerId, JobId, RecurringInvoiceId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLine:
    """One line of each invoice."""

    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    """Without VAT, at most four decimals."""
    discount: Decimal = Decimal(0)
    vat_class: str = "general"
    """One of ``VAT_CLASSES``: a rate of the day, or a code without VAT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringInvoice:
    """A draft is made of it each time its day has come."""

    id: RecurringInvoiceId
    unit: UnitId
    customer: CustomerId
    job: JobId | None = None
    name: str
    lines: tuple[RecurringLine, ...]
    months: int = 1
    """From one invoice to the next: 1, 2, 3, 6 or 12."""
    next_day: date
    """The last day of the period that the next invoice bills."""
    last_day: date | None = None
    """No invoice bills anything after it."""
    order_number: str = ""
    note: str = ""
    active: bool = True
    version: int = 1
