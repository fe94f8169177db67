"""Reads the bookings that wait, with the likeliest invoice of each, and the files that came; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.days import DateRange, Month
from subcontract.ids import BookingId, CustomerId, InvoiceId, StaffId, UnitId
from subcontract.invoicing.bank.batches import batches
from subcontract.invoicing.bank.bookings import BankFile, Booking
from subcontract.invoicing.bank.matching import Ground, Match, proposed_match
from subcontract.invoicing.bank.payables import Payable, Payables
from subcontract.invoicing.bank.placing import left_of
from subcontract.invoicing.records import InvoiceKind
from subcontract.money import Money
from subcontract.ports import InvoiceHead, Lists, WaitingBooking

YEARS_BACK = 3
"""Older invoices are hardly paid any more; a limitation period in Finland is three years."""
MONTHS_ASIDE = 13
"""So far back what was set aside is listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A booking of which something is to be placed, and the likeliest place."""

    booking: Booking
    placed: Money
    match: Match | None

    @property
    def left(self) -> Money:
        """What of it is still to be placed."""
        return left_of(self.booking, self.placed)


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFacts:
    """What the page of payments shows."""

    waiting: tuple[Waiting, ...]
    aside: tuple[Booking, ...]
    files: tuple[BankFile, ...]
    payables: dict[InvoiceId, Payable]
    names: dict[StaffId, str]


def read_bank(lists: Lists, unit: UnitId, today: date) -> BankFacts:
    """Bookings that wait or are set aside, files, and the invoices that may be paid."""
    names = {one.id: one.name for one in lists.customers.all()}
    heads = lists.invoice_heads(DateRange(Month(today.year - YEARS_BACK, 1).first))
    payables = {one.id: one for one in _payables(heads, names)}
    span = DateRange(Month.of(today).plus(-MONTHS_ASIDE).first)
    bookings = lists.invoicing.bookings.within(span, unit=unit)
    files = lists.invoicing.bank_files.where(unit=unit)
    waiting = lists.waiting_bookings(unit)
    sums = batches(
        (one.booking for one in waiting if not one.placed), bookings, {one.id: one.form for one in files}
    )
    return BankFacts(
        waiting=proposals(waiting, payables.values(), sums),
        aside=tuple(one for one in reversed(bookings) if one.set_aside),
        files=tuple(reversed(files)),
        payables=payables,
        names={one.id: one.name for one in lists.staff.all()},
    )


def _payables(heads: Iterable[InvoiceHead], names: dict[CustomerId, str]) -> Iterable[Payable]:
    """Invoices as bookings are matched with them."""
    for head in heads:
        if head.kind is InvoiceKind.INVOICE:
            yield Payable(
                id=head.id,
                number=head.number,
                customer=head.customer,
                name=names.get(head.customer, ""),
                reference=head.reference,
                total=head.total,
                credited=head.credited,
                paid=head.paid,
            )


def proposals(
    waiting: Iterable[WaitingBooking],
    payables: Iterable[Payable],
    sums: frozenset[BookingId] = frozenset(),
) -> tuple[Waiting, ...]:
    """The likeliest place of each booking: what one would take is not proposed to the next.

    ``sums`` are batches whose payments came one by one.
    """
    taken, found = Payables(payables), []
    for one in waiting:
        if one.booking.id in sums:
            found.append(Waiting(booking=one.booking, placed=one.placed, match=Match(ground=Ground.BATCH)))
            continue
        match = proposed_match(one.booking, left_of(one.booking, one.placed), taken)
        if match is not None:
            taken.take(match.parts)
        found.append(Waiting(booking=one.booking, placed=one.placed, match=match))
    return tuple(found)
