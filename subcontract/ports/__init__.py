"""What the domain asks of storage: Books (a unit of work) and Lists (reading for screens).

Both speak in the domain's own frozen records. ``where`` compares whole fields for equality;
``within`` adds a range of days for records that have a ``day``. The same behaviour tests run on
every implementation.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol, Self
from uuid import UUID

from subcontract.days import DateRange, Month
from subcontract.hours.entry import DayComplete, EntryKind, MonthComplete, WorkEntry
from subcontract.ids import (
    AssignmentId,
    CustomerId,
    DraftId,
    InvoiceId,
    JobId,
    PaymentId,
    PayoutId,
    PayRunId,
    PhaseId,
    QuoteId,
    ShiftId,
    StaffId,
    TariffId,
    UnitId,
)
from subcontract.invoicing.bank.bookings import Booking
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.invoicing.states import Settled
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.money import Money
from subcontract.payout.records import Payout, PayRun, Tariff
from subcontract.people.staff import Staff
from subcontract.people.unit import Unit
from subcontract.ports.invoicing import InvoicingReaders, InvoicingShelves
from subcontract.ports.kept import Archive, Billings, Event, Log, Paper, Series, Unbooked
from subcontract.ports.pay import PayReaders, PayShelves
from subcontract.ports.rota import RotaReaders, RotaShelves
from subcontract.ports.shelves import (
    Adding,
    Changing,
    ClientReader,
    Clients,
    DatedReader,
    DatedShelf,
    Entries,
    EntryReader,
    Kept,
    Ledger,
    Reader,
    Shelf,
)
from subcontract.rota.shift import Assignment, Shift

__all__ = [
    "Adding",
    "Archive",
    "Billings",
    "Books",
    "Changing",
    "ClientReader",
    "Clients",
    "DatedReader",
    "DatedShelf",
    "Entries",
    "EntryReader",
    "EntrySum",
    "Event",
    "Found",
    "InvoiceHead",
    "InvoicingReaders",
    "InvoicingShelves",
    "Kept",
    "Ledger",
    "Lists",
    "Log",
    "OpenBooks",
    "OpenLists",
    "Paper",
    "PayReaders",
    "PayShelves",
    "Reader",
    "RotaReaders",
    "RotaShelves",
    "Series",
    "Shelf",
    "TryAgain",
    "Unbooked",
    "WaitingBooking",
]


class TryAgain(Exception):  # noqa: N818 - an answer of the storage, not an error
    """Others wrote at the same moment and nothing of ours was written: the whole act may be done again."""


class Books(Protocol):
    """A unit of work: everything written in it is committed together or not at all."""

    units: Shelf[UnitId, Unit]
    staff: Shelf[StaffId, Staff]
    clients: Clients
    customers: Shelf[CustomerId, Customer]
    jobs: Shelf[JobId, Job]
    quotes: DatedShelf[QuoteId, Quote]
    shifts: DatedShelf[ShiftId, Shift]
    assignments: DatedShelf[AssignmentId, Assignment]
    entries: Entries
    complete_days: DatedShelf[ShiftId, DayComplete]
    complete_months: Shelf[tuple[UnitId, Month], MonthComplete]
    tariffs: Shelf[TariffId, Tariff]
    pay_runs: Shelf[PayRunId, PayRun]
    payouts: Shelf[PayoutId, Payout]
    pay: PayShelves
    invoicing: InvoicingShelves
    rota: RotaShelves
    drafts: Shelf[DraftId, Draft]
    invoices: Ledger[InvoiceId, Invoice]
    payments: Ledger[PaymentId, Payment]
    numbers: Series
    billings: Billings
    papers: Archive
    log: Log

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(self, *failure: object) -> None:
        """Leave; what was not committed is undone."""

    def commit(self) -> None:
        """Make everything written lasting."""


OpenBooks = Callable[[], Books]
"""Opens a new unit of work; used with ``with``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceHead:
    """An invoice without its lines, for lists."""

    id: InvoiceId
    kind: InvoiceKind
    number: int
    customer: CustomerId
    day: date
    due: date
    reference: str
    net: Money
    total: Money
    original: InvoiceId | None
    credited: Money
    """What its credit notes have credited, VAT included."""
    paid: Money
    """What has come for it, counter-entries counted."""
    charged: Money
    """What reminders have demanded besides."""

    @property
    def settled(self) -> Settled:
        """What needs no more to be paid."""
        return Settled(credited=self.credited, paid=self.paid, charged=self.charged)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingBooking:
    """A booking of the bank of which something is still to be placed."""

    booking: Booking
    placed: Money
    """What its payments come to, counter-entries counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySum:
    """Entries in force of one job, phase, month and kind, summed by the database."""

    job: JobId
    phase: PhaseId | None
    month: Month
    kind: EntryKind
    minutes: int
    pieces: int
    rejects: int
    days: int
    """Distinct days with an attended entry."""
    people: int
    """Distinct clients present."""
    materials: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit of the search that finds anything."""

    kind: str
    """``client``, ``customer``, ``job`` or ``invoice``."""
    id: UUID
    title: str
    detail: str


class Lists(Protocol):
    """Reading for screens: the same records, and sums that only the database makes quickly."""

    units: Reader[UnitId, Unit]
    staff: Reader[StaffId, Staff]
    clients: ClientReader
    customers: Reader[CustomerId, Customer]
    jobs: Reader[JobId, Job]
    quotes: DatedReader[QuoteId, Quote]
    shifts: DatedReader[ShiftId, Shift]
    assignments: DatedReader[AssignmentId, Assignment]
    entries: EntryReader
    complete_days: DatedReader[ShiftId, DayComplete]
    complete_months: Reader[tuple[UnitId, Month], MonthComplete]
    tariffs: Reader[TariffId, Tariff]
    pay_runs: Reader[PayRunId, PayRun]
    payouts: Reader[PayoutId, Payout]
    pay: PayReaders
    invoicing: InvoicingReaders
    rota: RotaReaders
    drafts: Reader[DraftId, Draft]
    invoices: DatedReader[InvoiceId, Invoice]
    payments: DatedReader[PaymentId, Payment]
    billings: Billings
    papers: Archive
    log: Log

    def invoice_heads(self, days: DateRange) -> tuple[InvoiceHead, ...]:
        """Invoices and credit notes of those days, newest first."""

    def waiting_bookings(self, unit: UnitId) -> tuple[WaitingBooking, ...]:
        """Bookings of a unit that are neither placed in full nor set aside, oldest first."""

    def entry_sums(self, days: DateRange, job: JobId | None = None) -> tuple[EntrySum, ...]:
        """Entries in force of those days summed by job, phase, month and kind."""

    def unbilled_entries(self, days: DateRange, customer: CustomerId | None = None) -> tuple[WorkEntry, ...]:
        """Entries in force of those days that no line bills, of one customer's jobs if given."""

    def find(self, text: str, limit: int = 20) -> tuple[Found, ...]:
        """Clients, customers, jobs and invoices whose names or numbers hold the text's words."""


OpenLists = Callable[[], AbstractContextManager[Lists]]
"""Opens a consistent view for reading; used with ``with``."""
