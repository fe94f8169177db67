"""What has become of an invoice: derived from its days, credit notes and payments, never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from subcontract.invoicing.records import InvoiceKind
from subcontract.money import ZERO, Money


class InvoiceState(StrEnum):
    """Where an invoice is."""

    DRAFT = "draft"
    OPEN = "open"
    PARTLY_PAID = "partly_paid"
    PARTLY_CREDITED = "partly_credited"
    OVERDUE = "overdue"
    PAID = "paid"
    OVERPAID = "overpaid"
    """More has come than is due: something is to be given back."""
    CREDITED = "credited"
    CREDIT_NOTE = "credit_note"


class Billed(Protocol):
    """An invoice or its head: what its state is derived from."""

    @property
    def kind(self) -> InvoiceKind:
        """An invoice or a credit note."""

    @property
    def total(self) -> Money:
        """What the paper says, VAT included."""

    @property
    def due(self) -> date:
        """The last day to pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What needs no more to be paid of an invoice, VAT included."""

    credited: Money = ZERO
    paid: Money = ZERO
    charged: Money = ZERO
    """What reminders have demanded besides: fees, interest and compensation; who pays it pays nothing
    too much."""


NOTHING = Settled()


def open_sum(billed: Billed, settled: Settled = NOTHING) -> Money:
    """What is still to be paid; below nought what is to be given back; nothing for a credit note.

    Money pays the invoice itself first, and then what reminders charged.
    """
    if billed.kind is InvoiceKind.CREDIT_NOTE:
        return ZERO
    left = billed.total - settled.credited - settled.paid
    return left if left >= ZERO else min(ZERO, left + settled.charged)


def unpaid_charges(billed: Billed, settled: Settled) -> Money:
    """What reminders have charged and is not paid yet: money pays the invoice itself first."""
    besides = max(ZERO, settled.credited + settled.paid - billed.total)
    return max(ZERO, settled.charged - besides)


def state_of(billed: Billed, settled: Settled, today: date) -> InvoiceState:
    """The state of an issued invoice or credit note on a day."""
    if billed.kind is InvoiceKind.CREDIT_NOTE:
        return InvoiceState.CREDIT_NOTE
    left = open_sum(billed, settled)
    if left < ZERO:
        return InvoiceState.OVERPAID
    if not left:
        return InvoiceState.CREDITED if settled.credited and not settled.paid else InvoiceState.PAID
    if today > billed.due:
        return InvoiceState.OVERDUE
    if settled.paid:
        return InvoiceState.PARTLY_PAID
    return InvoiceState.PARTLY_CREDITED if settled.credited else InvoiceState.OPEN
