"""What the domain asks of storage: Books (a unit of work) and Lists (reading for screens).

Both speak in the domain's own frozen records. ``where`` compares whole fields for equality;
``within`` adds a range of days for records that have a ``day``. The same behaviour tests run on
every implementation.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, Self, TypeVar
from uuid import UUID

from subcontract.days import DateRange, Month
from subcontract.hours.entry import DayComplete, EntryKind, MonthComplete, WorkEntry
from subcontract.ids import (
    AssignmentId,
    ClientId,
    CustomerId,
    DraftId,
    EntryId,
    EventId,
    InvoiceId,
    InvoiceLineId,
    JobId,
    PayoutId,
    PayRunId,
    PhaseId,
    QuoteId,
    ShiftId,
    StaffId,
    TariffId,
    UnitId,
)
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.money import Money
from subcontract.payout.records import Payout, PayRun, Tariff
from subcontract.people.client import Client, ClientName
from subcontract.people.staff import Staff
from subcontract.people.unit import Unit
from subcontract.rota.shift import Assignment, Shift

I_contra = TypeVar("I_contra", contravariant=True)
R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Reader(Protocol[I_contra, R_co]):
    """Records of one kind, to be read."""

    def get(self, id: I_contra, /) -> R_co:  # noqa: A002 - the field's own name
        """The record; refuses with ``NOT_FOUND``."""

    def find(self, id: I_contra, /) -> R_co | None:  # noqa: A002 - the field's own name
        """The record or ``None``."""

    def all(self) -> tuple[R_co, ...]:
        """Every record, in the order of their making."""

    def where(self, **equal: object) -> tuple[R_co, ...]:
        """Records whose fields equal the given values; a tuple value means any of them."""


class DatedReader(Reader[I_contra, R_co], Protocol[I_contra, R_co]):
    """Records that belong to a day."""

    def within(self, days: DateRange, **equal: object) -> tuple[R_co, ...]:
        """Records of those days, in order of days, that also equal the given values."""


class Adding(Protocol[R_contra]):
    """Records may be added."""

    def add(self, record: R_contra, /) -> None:
        """Add a new record; refuses with ``ALREADY_EXISTS``."""


class Changing(Adding[R], Protocol[R]):
    """Records may be added, changed and removed."""

    def save(self, record: R, /) -> R:
        """Store a changed record and give it with its next version.

        Refuses with ``CHANGED_ELSEWHERE`` when the stored version is not the record's.
        """

    def remove(self, record: R, /) -> None:
        """Take a record away; refuses like ``save``."""


class Shelf(Reader[I_contra, R], Changing[R], Protocol[I_contra, R]):
    """A kind of record that can be changed."""


class DatedShelf(DatedReader[I_contra, R], Changing[R], Protocol[I_contra, R]):
    """A kind of dated record that can be changed."""


class Ledger(DatedReader[I_contra, R], Adding[R], Protocol[I_contra, R]):
    """A kind of dated record that is only added to, for ever."""


class EntryReader(DatedReader[EntryId, WorkEntry], Protocol):
    """Work entries, to be read: also those that came late."""

    def recorded_after(self, moment: datetime, days: DateRange) -> tuple[WorkEntry, ...]:
        """Entries of those days recorded after ``moment``, in order of days: late ones and corrections."""


class ClientReader(Reader[ClientId, Client], Protocol):
    """Clients, to be read: also by their names alone."""

    def names(self) -> tuple[ClientName, ...]:
        """Everybody's names, without reading the rest of five hundred people."""


class Clients(ClientReader, Changing[Client], Protocol):
    """Clients, to be read and changed."""


class Entries(EntryReader, Adding[WorkEntry], Protocol):
    """Work entries, only added to for ever."""


class Series(Protocol):
    """Gapless number series."""

    def take(self, unit: UnitId, series: str) -> int:
        """The next number, given for good if and only if the books are committed."""


class Billings(Protocol):
    """Which line bills an entry now: at most one."""

    def line_of(self, entry: EntryId) -> InvoiceLineId | None:
        """The line that bills the entry."""

    def billed(self, entries: tuple[EntryId, ...]) -> frozenset[EntryId]:
        """Those of ``entries`` that some line bills."""

    def claim(self, entry: EntryId, line: InvoiceLineId) -> None:
        """Bill the entry on a line; refuses with ``ALREADY_INVOICED``."""

    def free(self, entry: EntryId) -> None:
        """Take the entry off its line after a credit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An archived paper: the very bytes that left the house."""

    of: UUID
    """The record it was made of."""
    kind: str
    """``invoice``, ``quote``, ``agreement``, ``statement``, ``allowance_list``."""
    name: str
    """File name without personal data."""
    content: bytes
    made_at: datetime


class Archive(Protocol):
    """Papers kept byte for byte."""

    def add(self, paper: Paper, /) -> None:
        """Keep a paper; the same record and kind is kept once (``ALREADY_EXISTS``)."""

    def find(self, of: UUID, kind: str) -> Paper | None:
        """The paper of a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the chained log: who did what to which, when and why."""

    id: EventId
    at: datetime
    who: StaffId
    role: str
    action: str
    object: UUID | None
    purpose: str
    facts: str
    """SHA-256 of what was asked, in hexadecimal; never the data itself."""
    previous: str
    """Hash of the row before, 64 zeros for the first."""
    hash: str
    hash_version: int = 1


class Log(Protocol):
    """The chained log; only added to."""

    def head(self) -> str:
        """Hash of the last row, locking the chain until the books are committed."""

    def add(self, event: Event, /) -> None:
        """Append a row whose ``previous`` is the head."""

    def last(self, number: int) -> tuple[Event, ...]:
        """The newest rows, oldest first."""

    def of(self, object: UUID) -> tuple[Event, ...]:  # noqa: A002 - the field's own name
        """All rows about an object, oldest first."""


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
    drafts: Shelf[DraftId, Draft]
    invoices: Ledger[InvoiceId, Invoice]
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
    drafts: Reader[DraftId, Draft]
    invoices: DatedReader[InvoiceId, Invoice]
    billings: Billings
    papers: Archive
    log: Log

    def invoice_heads(self, days: DateRange) -> tuple[InvoiceHead, ...]:
        """Invoices and credit notes of those days, newest first."""

    def entry_sums(self, days: DateRange, job: JobId | None = None) -> tuple[EntrySum, ...]:
        """Entries in force of those days summed by job, phase, month and kind."""

    def unbilled_entries(self, days: DateRange, customer: CustomerId | None = None) -> tuple[WorkEntry, ...]:
        """Entries in force of those days that no line bills, of one customer's jobs if given."""

    def find(self, text: str, limit: int = 20) -> tuple[Found, ...]:
        """Clients, customers, jobs and invoices whose names or numbers hold the text's words."""


OpenLists = Callable[[], AbstractContextManager[Lists]]
"""Opens a consistent view for reading; used with ``with``."""
