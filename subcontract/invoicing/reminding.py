"""Reminders that have been sent, and disputes that stop them."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from subcontract.ids import CustomerId, DisputeId, InvoiceId, ReminderId, StaffId, UnitId
from subcontract.money import ZERO, Money


class ReminderKind(StrEnum):
    """A reminder, or the payment demand that follows."""

    REMINDER = "reminder"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """One line of the working: basis times rate, amount, and the rule it follows."""

    what: str
    """Marked English text of the catalogue, with named blanks filled from ``blanks``."""
    blanks: tuple[tuple[str, str], ...] = ()
    basis: Decimal = Decimal(0)
    rate: Decimal = Decimal(0)
    amount: Money = ZERO
    rule: str = ""
    valid_from: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder as it was sent: never changed."""

    id: ReminderId
    unit: UnitId
    invoice: InvoiceId
    customer: CustomerId
    kind: ReminderKind = ReminderKind.REMINDER
    step: int
    """1 for the first one of the invoice."""
    day: date
    due: date
    principal: Money
    """What was open of the invoice."""
    fee: Money = ZERO
    """What this reminder costs."""
    earlier_fees: Money = ZERO
    """What earlier ones cost and is not paid."""
    interest: Money = ZERO
    interest_to: date | None = None
    """The last day of the interest."""
    compensation: Money = ZERO
    """The standard compensation of the Debt Collection Act 10 i §, charged once."""
    total: Money
    text: str = ""
    lines: tuple[ReminderLine, ...] = ()
    """How the sums came."""
    by: StaffId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """The customer contests an invoice: no reminder goes out meanwhile."""

    id: DisputeId
    unit: UnitId
    invoice: InvoiceId
    first: date
    reason: str
    ended_on: date | None = None
    by: StaffId
    version: int = 1
