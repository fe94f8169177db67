"""What has become of an invoice: derived from its days and its credit notes, never stored."""

from datetime import date
from enum import StrEnum

from subcontract.invoicing.records import InvoiceKind
from subcontract.money import ZERO, Money


class InvoiceState(StrEnum):
    """Where an invoice is; payments come from the bank's files later."""

    DRAFT = "draft"
    OPEN = "open"
    OVERDUE = "overdue"
    PARTLY_CREDITED = "partly_credited"
    CREDITED = "credited"
    CREDIT_NOTE = "credit_note"


def state_of(kind: InvoiceKind, total: Money, due: date, credited: Money, today: date) -> InvoiceState:
    """The state of an issued invoice or credit note on a day."""
    if kind is InvoiceKind.CREDIT_NOTE:
        return InvoiceState.CREDIT_NOTE
    if credited and credited >= total:
        return InvoiceState.CREDITED
    if today > due and total - credited > ZERO:
        return InvoiceState.OVERDUE
    return InvoiceState.PARTLY_CREDITED if credited else InvoiceState.OPEN
