"""What is open of each invoice at the end of a day, and for how long it has been due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.ids import InvoiceId
from subcontract.invoicing.collecting.ages import Age, age_of
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.invoicing.states import Settled, open_sum
from subcontract.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOnDay:
    """An invoice with what is settled of it by a day, as accounting knows it: no charges of reminders."""

    invoice: Invoice
    settled: Settled
    days_late: int
    """Days after the due day; nought or below while it is not late."""

    @property
    def left(self) -> Money:
        """What is still to be paid; below nought what is to be given back."""
        return open_sum(self.invoice, self.settled)

    @property
    def age(self) -> Age:
        """How long it has been due."""
        return age_of(self.days_late)


def settled_by(
    invoices: Iterable[Invoice], payments: Iterable[Payment], on: date
) -> dict[InvoiceId, Settled]:
    """What credit notes and payments have settled of each invoice by the end of a day."""
    credited: dict[InvoiceId, Money] = {}
    paid: dict[InvoiceId, Money] = {}
    for one in invoices:
        if one.kind is InvoiceKind.CREDIT_NOTE and one.original is not None and one.day <= on:
            credited[one.original] = credited.get(one.original, ZERO) + one.total
    for payment in payments:
        if payment.day <= on:
            paid[payment.invoice] = paid.get(payment.invoice, ZERO) + payment.amount
    return {
        id_: Settled(credited=credited.get(id_, ZERO), paid=paid.get(id_, ZERO))
        for id_ in credited.keys() | paid.keys()
    }


def open_items(invoices: Iterable[Invoice], payments: Iterable[Payment], on: date) -> tuple[OpenOnDay, ...]:
    """Invoices of which something is open at the end of a day, the longest due first."""
    kept = tuple(invoices)
    settled = settled_by(kept, payments, on)
    items = (
        OpenOnDay(
            invoice=one,
            settled=settled.get(one.id, Settled()),
            days_late=(on - one.due).days,
        )
        for one in kept
        if one.kind is InvoiceKind.INVOICE and one.day <= on
    )
    return tuple(
        sorted((one for one in items if one.left), key=lambda one: (-one.days_late, one.invoice.number))
    )
