"""Sets a booking aside that is no payment of an invoice, with the reason, and brings it back."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.actions.booking_facts import placed_of
from subcontract.clock import Clock
from subcontract.ids import BookingId
from subcontract.invoicing.bank.bookings import Booking
from subcontract.invoicing.bank.placing import left_of
from subcontract.people.findings import Findings
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBookingAside:
    """Which booking, as the asker saw it, and why it is no payment of an invoice."""

    booking: BookingId
    version: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBookingBack:
    """A booking that was set aside and is to wait again."""

    booking: BookingId
    version: int


def set_booking_aside(ask: SetBookingAside, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put a booking, or what is left of it, out of the way.

    Refuses a missing reason (``reason_needed``) and a booking of which nothing waits (``nothing_to_do``).
    """
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    found = Findings()
    reason = found.line(ask.reason.strip(), "reason", longest=LONGEST_REASON)
    if not reason:
        found.add(Code.REASON_NEEDED, "reason")
    found.refuse_any()
    booking = books.invoicing.bookings.get(ask.booking)
    if booking.set_aside or not left_of(booking, placed_of(books, booking.id)):
        raise refuse(Code.NOTHING_TO_DO)
    saved = books.invoicing.bookings.save(replace(booking, version=ask.version, set_aside=reason))
    undo = Undo(
        name=N_("set a booking aside"),
        action=bring_booking_back,
        ask=BringBookingBack(booking=saved.id, version=saved.version),
    )
    return _done(saved, undo)


def bring_booking_back(ask: BringBookingBack, books: Books, _clock: Clock, who: Worker) -> Done:
    """Let a booking wait again; refuses one that is not set aside (``nothing_to_do``)."""
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    booking = books.invoicing.bookings.get(ask.booking)
    if not booking.set_aside:
        raise refuse(Code.NOTHING_TO_DO)
    saved = books.invoicing.bookings.save(replace(booking, version=ask.version, set_aside=""))
    undo = Undo(
        name=N_("brought a booking back"),
        action=set_booking_aside,
        ask=SetBookingAside(booking=saved.id, version=saved.version, reason=booking.set_aside),
    )
    return _done(saved, undo)


def _done(booking: Booking, undo: Undo) -> Done:
    return Done(
        changed=frozenset({Kind.BOOKINGS}), id=booking.id, undo=undo, facts={"amount": booking.amount}
    )
