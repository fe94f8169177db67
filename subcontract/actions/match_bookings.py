"""Places bookings: each becomes payments of one invoice or more; undone by counter-entries."""

from dataclasses import dataclass

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.booking_facts import placed_of
from subcontract.clock import Clock
from subcontract.ids import BookingId, PaymentId
from subcontract.invoicing.bank.bookings import Booking
from subcontract.invoicing.bank.payables import EURO, Part
from subcontract.invoicing.bank.placing import left_of, payments_of
from subcontract.invoicing.payments import Taken, counter_entry, is_taken_back, paid_total
from subcontract.invoicing.records import InvoiceKind
from subcontract.money import ZERO, Money, total
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

CENT = Money("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A booking, and how much of it goes to which invoices."""

    booking: BookingId
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchBookings:
    """Bookings to place, all or none."""

    placings: tuple[Placing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoMatching:
    """Payments of a placing that is undone at once."""

    payments: tuple[PaymentId, ...]


def match_bookings(ask: MatchBookings, books: Books, clock: Clock, who: Worker) -> Done:
    """Make payments of bookings.

    Refuses a booking that is set aside or a credit note (``wrong_state``), a day that has not come
    (``payment_not_yet``), nothing at all (``too_small``), the other direction (``booking_other_way``), more
    than is left of the booking (``more_than_left``) or has come for the invoice (``more_than_paid``), and
    the same invoice twice (``twice_in_list``).
    """
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    made: list[PaymentId] = []
    for placing in ask.placings:
        booking = books.invoicing.bookings.get(placing.booking)
        _must_be_placeable(booking, placing.parts, books, clock)
        before = sum(1 for one in books.payments.where(booking=booking.id) if one.reverses is None)
        for payment in payments_of(booking, placing.parts, before, by=who.staff, at=clock.now()):
            books.payments.add(payment)
            made.append(payment.id)
    if not made:
        raise refuse(Code.NOTHING_TO_DO)
    undo = Undo(name=N_("placed a booking"), action=undo_matching, ask=UndoMatching(payments=tuple(made)))
    amount = total(part.amount for placing in ask.placings for part in placing.parts)
    return Done(
        changed=frozenset({Kind.BOOKINGS, Kind.INVOICES}),
        id=ask.placings[0].booking,
        undo=undo,
        facts={"number": len(ask.placings), "amount": amount},
    )


def _must_be_placeable(booking: Booking, parts: tuple[Part, ...], books: Books, clock: Clock) -> None:
    """Refuse what cannot be placed, with everything that is wrong."""
    if booking.set_aside:
        raise refuse(Code.WRONG_STATE)
    left = left_of(booking, placed_of(books, booking.id))
    if not left:
        raise refuse(Code.NOTHING_TO_DO)
    found = Findings()
    if booking.day > clock.today():
        found.add(Code.PAYMENT_NOT_YET, "day")
    if len({part.invoice for part in parts}) < len(parts):
        found.add(Code.TWICE_IN_LIST, "invoice")
    if not parts or not all(part.amount for part in parts):
        found.add(Code.TOO_SMALL, "amount", least=CENT)
    if any((part.amount < ZERO) is not (booking.amount < ZERO) for part in parts if part.amount):
        found.add(Code.BOOKING_OTHER_WAY, "amount")
    # Foreign money is placed once, by the euros that somebody says.
    if booking.currency == EURO and abs(total(part.amount for part in parts)) > abs(left):
        found.add(Code.MORE_THAN_LEFT, "amount", left=left)
    _check_invoices(booking, parts, books, found)
    found.refuse_any()


def _check_invoices(booking: Booking, parts: tuple[Part, ...], books: Books, found: Findings) -> None:
    """Every part has an invoice of the same unit that can be paid, or given back from."""
    for part in parts:
        invoice = books.invoices.get(part.invoice)
        if invoice.kind is not InvoiceKind.INVOICE or invoice.unit != booking.unit:
            found.add(Code.WRONG_STATE, "invoice")
        paid = paid_total(books.payments.where(invoice=invoice.id))
        if part.amount < ZERO and paid + part.amount < ZERO:
            found.add(Code.MORE_THAN_PAID, "amount", paid=paid)


def undo_matching(ask: UndoMatching, books: Books, clock: Clock, who: Worker) -> Done:
    """Take the payments of a placing back; the bookings wait again."""
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    again: dict[BookingId, list[Part]] = {}
    for id in ask.payments:  # noqa: A001 - the field's own name
        payment = books.payments.get(id)
        if is_taken_back(payment, books.payments.where(invoice=payment.invoice)):
            raise refuse(Code.NOTHING_TO_DO)
        books.payments.add(
            counter_entry(payment, Taken(id=PaymentId(ids.new()), by=who.staff, at=clock.now()))
        )
        if payment.booking is not None:
            part = Part(invoice=payment.invoice, amount=payment.amount)
            again.setdefault(payment.booking, []).append(part)
    placings = tuple(Placing(booking=booking, parts=tuple(parts)) for booking, parts in again.items())
    redo = Undo(name=N_("took back a payment"), action=match_bookings, ask=MatchBookings(placings=placings))
    return Done(changed=frozenset({Kind.BOOKINGS, Kind.INVOICES}), undo=redo)
