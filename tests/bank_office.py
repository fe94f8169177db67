"""An office with three issued invoices, and the bank that sends it files, for tests of payments."""

from datetime import UTC, date, datetime
from typing import Any

from subcontract.actions.act import Done
from subcontract.actions.match_bookings import MatchBookings, Placing
from subcontract.actions.read_bank_statement import read_bank_statement, statement_of
from subcontract.ids import BookingId
from subcontract.invoicing.bank.bookings import Booking
from subcontract.invoicing.bank.payables import Part
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.ports import WaitingBooking
from tests.billing_office import Office
from tests.make_bank_files import Told

DAY = date(2026, 11, 20)


class Bank:
    """An office with three issued invoices, and the bank that sends it files."""

    def __init__(self) -> None:
        self.office = Office(at=datetime(2026, 11, 20, 8, tzinfo=UTC))
        self.invoices = [self._issue(basis) for basis in ("hour", "day", "piece")]

    def _issue(self, basis: str) -> Invoice:
        self.office.work(basis, pieces=100 if basis == "piece" else 0)
        return self.office.issue(self.office.draft())

    def read(self, data: bytes, name: str = "tiliote.xml", *roles: Role) -> Done:
        return self.office.do(read_bank_statement, statement_of(name, data), *roles)

    def told(self, at: int, amount: Money | None = None, **fields: Any) -> Told:
        invoice = self.invoices[at]
        mine = {"reference": invoice.reference, "archive_id": f"261120588NGO{at:04}", "day": DAY, **fields}
        return Told(amount=invoice.total if amount is None else amount, **mine)

    @property
    def payments(self) -> tuple[Payment, ...]:
        with self.office.store.open_lists() as lists:
            return lists.payments.all()

    @property
    def bookings(self) -> tuple[Booking, ...]:
        with self.office.store.open_lists() as lists:
            return lists.invoicing.bookings.all()

    @property
    def waiting(self) -> tuple[WaitingBooking, ...]:
        with self.office.store.open_lists() as lists:
            return lists.waiting_bookings(self.office.job.unit)

    def left(self, at: int) -> Money:
        with self.office.store.open_lists() as lists:
            paid = [one.amount for one in lists.payments.where(invoice=self.invoices[at].id)]
        return self.invoices[at].total - sum(paid, Money(0))

    def place(self, booking: BookingId, *parts: tuple[int, str]) -> MatchBookings:
        made = tuple(Part(invoice=self.invoices[at].id, amount=Money(amount)) for at, amount in parts)
        return MatchBookings(placings=(Placing(booking=booking, parts=made),))
