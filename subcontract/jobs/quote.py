"""Quotes: versions of the price offered, and the order that an accepted one makes."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.ids import JobId, QuoteId, StaffId
from subcontract.money import Money


class QuoteState(StrEnum):
    """What became of a quote; whether it has expired follows from its last day."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine:
    """A phase as offered: copied, so that later changes of the job leave it alone."""

    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    vat: str
    """VAT rate in hundredths as text (``25.5``) or ``E``, ``AE``, ``Z``."""
    net: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A version of the price offered for a job."""

    id: QuoteId
    job: JobId
    revision: int
    """1 for the first quote of a job."""
    day: date
    valid_until: date
    by: StaffId
    lines: tuple[QuoteLine, ...]
    net: Money
    vat: Money
    total: Money
    text: str = ""
    state: QuoteState = QuoteState.SENT
    answered_on: date | None = None
    answered_by: str = ""
    """Who answered for the customer."""
    version: int = 1
