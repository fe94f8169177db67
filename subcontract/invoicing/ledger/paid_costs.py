"""What a payment pays: first the invoice itself, then what its reminders have charged.

Reminder fees and late interest are income when they are paid, not when they are asked for. Payments are
followed in the order in which they were recorded, so that what has been booked never changes when
something is recorded later, whatever day it bears.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from subcontract.ids import InvoiceId, PaymentId
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind
from subcontract.money import ZERO, Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """One payment: how much of it pays what; all three are below nought in a counter-entry."""

    invoice: Money = ZERO
    """Of the receivable; also what has come too much, which is to be given back."""
    costs: Money = ZERO
    """Reminder fees and the standard compensation."""
    interest: Money = ZERO

    def __neg__(self) -> "Split":
        """The opposite."""
        return Split(invoice=-self.invoice, costs=-self.costs, interest=-self.interest)

    def __add__(self, other: "Split") -> "Split":
        """Two payments together."""
        return Split(
            invoice=self.invoice + other.invoice,
            costs=self.costs + other.costs,
            interest=self.interest + other.interest,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What belongs to one invoice: its credit notes, reminders, and interest invoiced on its own."""

    invoice: Invoice
    notes: tuple[Invoice, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    interest: tuple[Invoice, ...] = ()
    """Interest invoices that charge for the late payment of this one."""

    def due(self, moment: datetime) -> Money:
        """What the invoice asks for itself at a moment."""
        return self.invoice.total - total(note.total for note in self.notes if note.at <= moment)

    def charged(self, day: date, moment: datetime) -> Split:
        """What reminders have charged at a moment and no invoice charges on its own.

        The interest of a reminder is that of the whole delay: the latest one holds what earlier ones asked.
        """
        sent = [one for one in self.reminders if one.at <= moment and one.day <= day]
        latest = max(sent, key=lambda one: one.step, default=None)
        costs = total(one.fee + one.compensation for one in sent)
        interest = latest.interest if latest else ZERO
        return Split(
            costs=max(costs - self._invoiced(LineKind.COLLECTION, moment), ZERO),
            interest=max(interest - self._invoiced(LineKind.INTEREST, moment), ZERO),
        )

    def _invoiced(self, kind: LineKind, moment: datetime) -> Money:
        """What interest invoices have charged of a kind by a moment, credit notes taken off.

        A line below nought takes off what was paid already: that is income of the payment.
        """
        return total(
            -line.net if one.kind is InvoiceKind.CREDIT_NOTE else line.net
            for one in self.interest
            if one.at <= moment
            for line in one.lines
            if line.kind is kind and line.net > ZERO and line.interest_of == self.invoice.id
        )


@dataclass(slots=True)
class _Ledger:
    """What has been paid of one invoice so far."""

    claims: Claims
    paid: Split = field(default_factory=Split)
    splits: dict[PaymentId, Split] = field(default_factory=dict)

    def take(self, payment: Payment) -> Split:
        """Follow one payment."""
        split = self._split(payment)
        self.paid += split
        self.splits[payment.id] = split
        return split

    def _split(self, payment: Payment) -> Split:
        if payment.reverses is not None and payment.reverses in self.splits:
            return -self.splits[payment.reverses]
        if payment.amount < ZERO:
            return self._given_back(payment)
        return self._come(payment)

    def _come(self, payment: Payment) -> Split:
        """Money that has come: the invoice first, then costs, then interest; the rest is too much."""
        charged = self.claims.charged(payment.day, payment.at)
        open_now = self.claims.due(payment.at) - self.paid.invoice
        to_invoice = min(payment.amount, max(open_now, ZERO))
        rest = payment.amount - to_invoice
        costs = min(rest, max(charged.costs - self.paid.costs, ZERO))
        interest = min(rest - costs, max(charged.interest - self.paid.interest, ZERO))
        return Split(invoice=to_invoice + rest - costs - interest, costs=costs, interest=interest)

    def _given_back(self, payment: Payment) -> Split:
        """Money given back: what was too much first, then interest, then costs, then of the invoice."""
        back = -payment.amount
        too_much = min(back, max(self.paid.invoice - self.claims.due(payment.at), ZERO))
        rest = back - too_much
        interest = min(rest, max(self.paid.interest, ZERO))
        costs = min(rest - interest, max(self.paid.costs, ZERO))
        return -Split(invoice=too_much + rest - costs - interest, costs=costs, interest=interest)


def splits_of(claims: Claims, payments: Iterable[Payment]) -> dict[PaymentId, Split]:
    """How every payment of an invoice falls on the invoice itself, costs and interest."""
    ledger = _Ledger(claims)
    for payment in sorted(payments, key=_order):
        ledger.take(payment)
    return ledger.splits


def _order(payment: Payment) -> tuple[datetime, bool, str]:
    """As they were recorded; a counter-entry of the same moment after what it takes back."""
    return (payment.at, payment.reverses is not None, payment.id.hex)


def claims_of(invoices: Iterable[Invoice], reminders: Iterable[Reminder]) -> Mapping[InvoiceId, Claims]:
    """The claims of every invoice among the given."""
    kept = tuple(invoices)
    found = {one.id: Claims(invoice=one) for one in kept if one.kind is InvoiceKind.INVOICE}
    for one in kept:
        if one.kind is InvoiceKind.CREDIT_NOTE and one.original in found:
            found[one.original] = _with_note(found[one.original], one)
        for of in {line.interest_of for line in one.lines if line.interest_of in found}:
            assert of is not None  # noqa: S101 - it is a key of what was found
            found[of] = replace(found[of], interest=(*found[of].interest, one))
    for reminder in reminders:
        if (claims := found.get(reminder.invoice)) is not None:
            found[reminder.invoice] = replace(claims, reminders=(*claims.reminders, reminder))
    return found


def _with_note(claims: Claims, note: Invoice) -> Claims:
    return replace(claims, notes=(*claims.notes, note))
