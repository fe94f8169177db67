"""Records that money has come for an invoice, and takes a mistaken record back by a counter-entry."""

from dataclasses import dataclass, field
from datetime import date

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.match_bookings import MatchBookings, Placing, match_bookings
from subcontract.clock import Clock
from subcontract.ids import InvoiceId, PaymentId
from subcontract.invoicing.bank.payables import Part
from subcontract.invoicing.collecting.reminding import charged_total
from subcontract.invoicing.credits.crediting import credited_total
from subcontract.invoicing.payments import (
    Payment,
    PaymentSource,
    Taken,
    counter_entry,
    is_taken_back,
    paid_total,
)
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.invoicing.states import Settled, open_sum
from subcontract.money import ZERO, Money
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

LONGEST_WORDS = 200
CENT = Money("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPayment:
    """What came for which invoice. The id is made by who asks, so that asking twice records once."""

    invoice: InvoiceId
    day: date
    amount: Money
    """Below nought when it is given back to the customer."""
    payer: str = ""
    reference: str = ""
    source: PaymentSource = PaymentSource.HAND
    archive_id: str | None = None
    id: PaymentId = field(default_factory=lambda: PaymentId(ids.new()))


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePaymentBack:
    """Which record was a mistake, and why."""

    payment: PaymentId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoPayment:
    """A payment that is undone at once."""

    payment: PaymentId


def record_payment(ask: RecordPayment, books: Books, clock: Clock, who: Worker) -> Done:
    """Add a payment; it may be a part of what is due, or more.

    Refuses a credit note (``wrong_state``), a day that has not come (``payment_not_yet``), nothing at
    all (``too_small``), more given back than has come (``more_than_paid``), and a booking of the bank
    that has been taken already (``already_exists``).
    """
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    invoice = books.invoices.get(ask.invoice)
    payment = books.payments.find(ask.id)
    if payment is None:
        payment = _payment(ask, invoice, books, clock, who)
        books.payments.add(payment)
    undo = Undo(name=N_("recorded payment"), action=undo_payment, ask=UndoPayment(payment=payment.id))
    return _done(payment, invoice, books, undo)


def take_payment_back(ask: TakePaymentBack, books: Books, clock: Clock, who: Worker) -> Done:
    """Add the counter-entry of a payment; both stay in sight.

    Refuses a missing reason (``reason_needed``), a payment taken back already (``nothing_to_do``), and a
    counter-entry (``wrong_state``): the payment is then recorded anew.
    """
    found = Findings()
    reason = found.line(ask.reason.strip(), "reason", longest=LONGEST_WORDS)
    if not reason:
        found.add(Code.REASON_NEEDED, "reason")
    found.refuse_any()
    return _take_back(ask.payment, reason, books, clock, who)


def undo_payment(ask: UndoPayment, books: Books, clock: Clock, who: Worker) -> Done:
    """Take a payment back at once: the counter-entry needs no reason then."""
    return _take_back(ask.payment, "", books, clock, who)


def _take_back(id: PaymentId, reason: str, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: A002 - the field's own name
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    payment = books.payments.get(id)
    if payment.reverses is not None:
        raise refuse(Code.WRONG_STATE)
    invoice = books.invoices.get(payment.invoice)
    if is_taken_back(payment, books.payments.where(invoice=invoice.id)):
        raise refuse(Code.NOTHING_TO_DO)
    taken = Taken(id=PaymentId(ids.new()), by=who.staff, at=clock.now(), reason=reason)
    books.payments.add(counter_entry(payment, taken))
    return _done(payment, invoice, books, _again(payment))


def _again(payment: Payment) -> Undo:
    """How the same payment is recorded once more; what the bank told is placed again."""
    name = N_("took back a payment")
    if payment.booking is not None:
        part = Part(invoice=payment.invoice, amount=payment.amount)
        placing = Placing(booking=payment.booking, parts=(part,))
        return Undo(name=name, action=match_bookings, ask=MatchBookings(placings=(placing,)))
    ask = RecordPayment(
        invoice=payment.invoice,
        day=payment.day,
        amount=payment.amount,
        payer=payment.payer,
        reference=payment.reference,
    )
    return Undo(name=name, action=record_payment, ask=ask)


def _payment(ask: RecordPayment, invoice: Invoice, books: Books, clock: Clock, who: Worker) -> Payment:
    """The payment as it is stored; refuses with everything that is wrong."""
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        raise refuse(Code.WRONG_STATE)
    found = Findings()
    if ask.day > clock.today():
        found.add(Code.PAYMENT_NOT_YET, "day")
    paid = paid_total(books.payments.where(invoice=invoice.id))
    if not ask.amount:
        found.add(Code.TOO_SMALL, "amount", least=CENT)
    elif ask.amount < ZERO and paid + ask.amount < ZERO:
        found.add(Code.MORE_THAN_PAID, "amount", paid=paid)
    payer = found.line(ask.payer.strip(), "payer", longest=LONGEST_WORDS)
    reference = found.line(ask.reference.strip(), "reference", longest=LONGEST_WORDS)
    if ask.archive_id is not None and books.payments.where(unit=invoice.unit, archive_id=ask.archive_id):
        found.add(Code.ALREADY_EXISTS, "archive_id")
    found.refuse_any()
    return Payment(
        id=ask.id,
        unit=invoice.unit,
        invoice=invoice.id,
        day=ask.day,
        amount=ask.amount,
        source=ask.source,
        reference=reference,
        payer=payer,
        archive_id=ask.archive_id,
        by=who.staff,
        at=clock.now(),
    )


def _done(payment: Payment, invoice: Invoice, books: Books, undo: Undo) -> Done:
    """What came of it: the payment's amount and what is open now."""
    settled = Settled(
        credited=credited_total(books.invoices.where(original=invoice.id)),
        paid=paid_total(books.payments.where(invoice=invoice.id)),
        charged=charged_total(books.invoicing.reminders.where(invoice=invoice.id)),
    )
    facts = {"number": invoice.number, "amount": payment.amount, "left": open_sum(invoice, settled)}
    changed = frozenset({Kind.INVOICES} if payment.booking is None else {Kind.INVOICES, Kind.BOOKINGS})
    return Done(changed=changed, id=invoice.id, undo=undo, facts=facts)
