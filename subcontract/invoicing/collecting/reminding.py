"""Reminders that have been sent, and disputes that stop them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from subcontract.ids import CustomerId, DisputeId, InvoiceId, ReminderId, StaffId, UnitId
from subcontract.money import ZERO, Money
from subcontract.rules import WorkingLine

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)


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


def reminder_line(line: WorkingLine) -> ReminderLine:
    """A line of the working as it is stored: its blanks become texts that read back as they were."""
    amount = line.amount if isinstance(line.amount, Money) else ZERO
    return ReminderLine(
        what=line.what,
        blanks=tuple((name, str(value)) for name, value in line.facts.items()),
        basis=line.basis or Decimal(0),
        rate=line.rate or Decimal(0),
        amount=amount,
        rule=line.rule,
        valid_from=line.valid_from,
        source=line.source,
    )


def blanks_of(line: ReminderLine) -> dict[str, object]:
    """The blanks of a stored line, days and numbers as such so that each language writes its own."""
    return {name: _value(text) for name, text in line.blanks}


def _value(text: str) -> object:
    if DAY.fullmatch(text):
        return date.fromisoformat(text)
    return Decimal(text) if NUMBER.fullmatch(text) else text


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


def charged_total(reminders: Iterable[Reminder]) -> Money:
    """What the last of an invoice's reminders demands besides what was open of the invoice."""
    last = max(reminders, key=lambda one: one.step, default=None)
    return ZERO if last is None else last.total - last.principal


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
