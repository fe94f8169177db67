"""Money that has come for invoices: facts that are added, mended by counter-entries, never changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from subcontract.ids import BookingId, InvoiceId, PaymentId, StaffId, UnitId
from subcontract.money import Money, total


class PaymentSource(StrEnum):
    """Who told of a payment: a person, or the bank."""

    HAND = "hand"
    BANK = "bank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money for one invoice, or the counter-entry of such a fact; never changed."""

    id: PaymentId
    unit: UnitId
    invoice: InvoiceId
    day: date
    """The day on which the bank booked it."""
    amount: Money
    """Below nought what was given back to the customer, and in the counter-entry of a payment."""
    source: PaymentSource = PaymentSource.HAND
    reference: str = ""
    """The reference as the payer gave it."""
    payer: str = ""
    """The payer and the message in the words of the bank, or of the person who wrote it in."""
    archive_id: str | None = None
    """The bank's own id of the booking: the same one is never taken twice. A booking that pays several
    invoices is divided, and each part has its number after the id."""
    booking: BookingId | None = None
    """The booking on a bank statement from which it came."""
    reverses: PaymentId | None = None
    """The payment that this counter-entry takes back; each is taken back once."""
    reason: str = ""
    """Why it was taken back; empty when it was undone at once."""
    by: StaffId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Who takes a payment back, when and why."""

    id: PaymentId
    by: StaffId
    at: datetime
    reason: str = ""


def paid_total(payments: Iterable[Payment]) -> Money:
    """What has come in all, counter-entries counted."""
    return total(payment.amount for payment in payments)


def counter_entry(payment: Payment, taken: Taken) -> Payment:
    """The opposite of a payment, on the same booked day: the sums of every day are then right."""
    return replace(
        payment,
        id=taken.id,
        amount=-payment.amount,
        source=PaymentSource.HAND,
        archive_id=None,
        reverses=payment.id,
        reason=taken.reason,
        by=taken.by,
        at=taken.at,
    )


def is_taken_back(payment: Payment, payments: Iterable[Payment]) -> bool:
    """Whether some counter-entry takes a payment back."""
    return any(other.reverses == payment.id for other in payments)
