"""Books and Lists in memory, answering as the SQL ones do; the clock that stands still is ``FixedClock``.

``store = MemoryStore()``; ``store.open_books`` and ``store.open_lists`` go where the real ones go. What
storage alone knows is left out: references between records are not checked here.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import groupby
from threading import Lock
from typing import Any, Generic, Self, TypeVar, cast
from uuid import UUID

from subcontract.actions.perform import FIRST_PREVIOUS
from subcontract.clock import FixedClock, standing_at
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, DayComplete, MonthComplete, WorkEntry
from subcontract.ids import (
    AssignmentId,
    CustomerId,
    DraftId,
    EntryId,
    InvoiceId,
    InvoiceLineId,
    JobId,
    PaymentId,
    PayoutId,
    PayRunId,
    QuoteId,
    ShiftId,
    StaffId,
    TariffId,
    UnitId,
)
from subcontract.invoicing.bank.placing import is_waiting
from subcontract.invoicing.collecting.reminding import charged_total
from subcontract.invoicing.payments import Payment, paid_total
from subcontract.invoicing.records import Draft, Invoice
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.money import total
from subcontract.payout.records import Payout, PayRun, Tariff
from subcontract.people.client import Client, ClientName
from subcontract.people.staff import Staff
from subcontract.people.unit import Unit
from subcontract.ports import (
    Archive,
    Billings,
    Clients,
    DatedShelf,
    Entries,
    EntrySum,
    Event,
    Found,
    InvoiceHead,
    InvoicingShelves,
    Ledger,
    Lists,
    Log,
    Paper,
    PayShelves,
    RotaShelves,
    Series,
    Shelf,
    WaitingBooking,
)
from subcontract.problems import Code, refuse
from subcontract.rota.shift import Assignment, Shift
from tests.fake_billings import MemoryBillings

__all__ = ["FixedClock", "MemoryBooks", "MemoryLists", "MemoryStore", "standing_at"]

I = TypeVar("I")  # noqa: E741 - as in the ports
R = TypeVar("R")

UNIQUE: dict[str, tuple[tuple[str, ...], ...]] = {
    "clients": (("unit", "number"),),
    "jobs": (("unit", "number"),),
    "quotes": (("job", "revision"),),
    "assignments": (("shift", "client"),),
    "pay_runs": (("unit", "ledger", "month"),),
    "payouts": (("pay_run", "client"),),
    "outside_earnings": (("client", "month", "source"),),
    "subsidy_facts": (("client",),),
    "subsidy_claims": (("decision", "month"),),
    "pay_settings": (("unit", "first"),),
    "terms": (("unit",),),
    "bank_files": (("unit", "digest"),),
    "bookings": (("unit", "key"),),
    "reminders": (("invoice", "step"),),
    "invoices": (("unit", "number"),),
    "payments": (("unit", "archive_id"), ("reverses",)),
    "rota_wishes": (("client",),),
    "rota_rosters": (("staff",),),
    "rota_pins": (("shift", "client"),),
    "rota_terms": (("unit",),),
}
"""Fields that no two records of a kind share, as the schema has them; nothing is like nothing else."""


class MemoryShelf(Generic[I, R]):
    """Every kind of shelf and ledger over one dictionary."""

    def __init__(self, records: dict[I, R], unique: tuple[tuple[str, ...], ...] = ()) -> None:
        self._records = records
        self._unique = unique
        self._taken: dict[tuple[object, ...], I] | None = None

    def get(self, id: I, /) -> R:  # noqa: A002 - as in the ports
        if id not in self._records:
            raise refuse(Code.NOT_FOUND)
        return self._records[id]

    def find(self, id: I, /) -> R | None:  # noqa: A002 - as in the ports
        return self._records.get(id)

    def all(self) -> tuple[R, ...]:
        return tuple(self._records.values())

    def where(self, **equal: object) -> tuple[R, ...]:
        return tuple(record for record in self._records.values() if _matches(record, equal))

    def within(self, days: DateRange, **equal: object) -> tuple[R, ...]:
        return tuple(
            sorted((r for r in self._records.values() if _day(r) in days and _matches(r, equal)), key=_day)
        )

    def names(self) -> tuple[ClientName, ...]:
        return tuple(
            ClientName(
                id=client.id,
                first_name=client.first_name,
                last_name=client.last_name,
                call_name=client.call_name,
            )
            for client in cast("tuple[Client, ...]", self.all())
        )

    def recorded_after(self, moment: datetime, days: DateRange) -> tuple[R, ...]:
        return tuple(record for record in self.within(days) if cast("Any", record).at > moment)

    def add(self, record: R, /) -> None:
        if _id(record) in self._records or self._twin(record):
            raise refuse(Code.ALREADY_EXISTS)
        self._keep(record)

    def save(self, record: R, /) -> R:
        stored = self._stored(record)
        if self._twin(record):
            raise refuse(Code.ALREADY_EXISTS)
        self._taken = None
        if version := _version(stored):
            record = cast("R", replace(cast("Any", record), version=version + 1))
        self._keep(record)
        return record

    def remove(self, record: R, /) -> None:
        self._stored(record)
        self._taken = None
        del self._records[_id(record)]

    def _stored(self, record: R) -> R:
        stored = self.get(_id(record))
        if getattr(stored, "approved", False) is True:
            raise refuse(Code.PERIOD_LOCKED)
        if _version(stored) != _version(record):
            raise refuse(Code.CHANGED_ELSEWHERE)
        return stored

    def _twin(self, record: R) -> bool:
        if self._taken is None:
            self._taken = {key: _id(other) for other in self._records.values() for key in self._keys(other)}
        return any(self._taken.get(key, _id(record)) != _id(record) for key in self._keys(record))

    def _keep(self, record: R) -> None:
        self._records[_id(record)] = record
        if self._taken is not None:
            self._taken.update(dict.fromkeys(self._keys(record), _id(record)))

    def _keys(self, record: R) -> list[tuple[object, ...]]:
        keys = [(names, *(getattr(record, name) for name in names)) for names in self._unique]
        return [key for key in keys if None not in key]


def _id(record: object) -> Any:
    return cast("Any", record).id


def _day(record: object) -> Any:
    return cast("Any", record).day


def _version(record: object) -> int:
    return cast("int", getattr(record, "version", 0))


def _matches(record: object, equal: dict[str, object]) -> bool:
    return all(
        getattr(record, name) in value if isinstance(value, tuple) else getattr(record, name) == value
        for name, value in equal.items()
    )


@dataclass
class State:
    """All that is stored."""

    shelves: dict[str, dict[Any, Any]] = field(default_factory=dict)
    numbers: dict[tuple[UnitId, str], int] = field(default_factory=dict)
    billed: dict[EntryId, InvoiceLineId] = field(default_factory=dict)
    papers: dict[tuple[UUID, str], Paper] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

    def copy(self) -> "State":
        return State(
            shelves={name: dict(records) for name, records in self.shelves.items()},
            numbers=dict(self.numbers),
            billed=dict(self.billed),
            papers=dict(self.papers),
            events=list(self.events),
        )

    def shelf(self, name: str) -> Any:
        return MemoryShelf(self.shelves.setdefault(name, {}), UNIQUE.get(name, ()))


class MemorySeries:
    """Gapless numbers: the count goes away with books that were not committed."""

    def __init__(self, numbers: dict[tuple[UnitId, str], int]) -> None:
        self._numbers = numbers

    def take(self, unit: UnitId, series: str) -> int:
        self._numbers[unit, series] = self._numbers.get((unit, series), 0) + 1
        return self._numbers[unit, series]


class MemoryArchive:
    """Papers kept once."""

    def __init__(self, papers: dict[tuple[UUID, str], Paper]) -> None:
        self._papers = papers

    def add(self, paper: Paper, /) -> None:
        if (paper.of, paper.kind) in self._papers:
            raise refuse(Code.ALREADY_EXISTS)
        self._papers[paper.of, paper.kind] = paper

    def find(self, of: UUID, kind: str) -> Paper | None:
        return self._papers.get((of, kind))


class MemoryLog:
    """The chained log."""

    def __init__(self, events: list[Event]) -> None:
        self._events = events

    def head(self) -> str:
        return self._events[-1].hash if self._events else FIRST_PREVIOUS

    def add(self, event: Event, /) -> None:
        if event.previous != self.head():
            raise refuse(Code.CHANGED_ELSEWHERE)
        self._events.append(event)

    def last(self, number: int) -> tuple[Event, ...]:
        return tuple(self._events[-number:]) if number > 0 else ()

    def of(self, object: UUID) -> tuple[Event, ...]:  # noqa: A002 - as in the ports
        return tuple(event for event in self._events if event.object == object)

    def objects_since(self, moment: datetime) -> frozenset[UUID]:
        return frozenset(e.object for e in self._events if e.at > moment and e.object is not None)


class _Shelves:
    """The parts that Books and Lists have in common."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.units: Shelf[UnitId, Unit] = state.shelf("units")
        self.staff: Shelf[StaffId, Staff] = state.shelf("staff")
        self.clients: Clients = state.shelf("clients")
        self.customers: Shelf[CustomerId, Customer] = state.shelf("customers")
        self.jobs: Shelf[JobId, Job] = state.shelf("jobs")
        self.quotes: DatedShelf[QuoteId, Quote] = state.shelf("quotes")
        self.shifts: DatedShelf[ShiftId, Shift] = state.shelf("shifts")
        self.assignments: DatedShelf[AssignmentId, Assignment] = state.shelf("assignments")
        self.entries: Entries = state.shelf("entries")
        self.complete_days: DatedShelf[ShiftId, DayComplete] = state.shelf("complete_days")
        self.complete_months: Shelf[tuple[UnitId, Month], MonthComplete] = state.shelf("complete_months")
        self.tariffs: Shelf[TariffId, Tariff] = state.shelf("tariffs")
        self.pay_runs: Shelf[PayRunId, PayRun] = state.shelf("pay_runs")
        self.payouts: Shelf[PayoutId, Payout] = state.shelf("payouts")
        self.pay = PayShelves(**{one.name: state.shelf(one.name) for one in fields(PayShelves)})
        self.invoicing = InvoicingShelves(
            **{one.name: state.shelf(one.name) for one in fields(InvoicingShelves)}
        )
        self.rota = RotaShelves(**{one.name: state.shelf(f"rota_{one.name}") for one in fields(RotaShelves)})
        self.drafts: Shelf[DraftId, Draft] = state.shelf("drafts")
        self.invoices: Ledger[InvoiceId, Invoice] = state.shelf("invoices")
        self.payments: Ledger[PaymentId, Payment] = state.shelf("payments")
        self.numbers: Series = MemorySeries(state.numbers)
        self.billings: Billings = MemoryBillings(state.billed, state.shelves)
        self.papers: Archive = MemoryArchive(state.papers)
        self.log: Log = MemoryLog(state.events)


class MemoryBooks(_Shelves):
    """A unit of work over a copy of the store; committing puts the copy in the store's place."""

    def __init__(self, store: "MemoryStore") -> None:
        self._store = store
        super().__init__(State())

    def __enter__(self) -> Self:
        if not self._store.lock.acquire(timeout=5):
            raise refuse(Code.FILE_IN_USE)
        super().__init__(self._store.state.copy())
        return self

    def __exit__(self, *failure: object) -> None:
        super().__init__(State())
        self._store.lock.release()

    def commit(self) -> None:
        self._store.state = self.state.copy()


class MemoryLists(_Shelves):
    """Reading, and the sums that a database makes."""

    def __init__(self, state: State) -> None:
        # A view for reading never reaches the store again.
        super().__init__(state.copy())

    def invoice_heads(self, days: DateRange) -> tuple[InvoiceHead, ...]:
        heads = (self._head(invoice) for invoice in self.invoices.within(days))
        return tuple(sorted(heads, key=lambda head: (head.day, head.number), reverse=True))

    def _head(self, invoice: Invoice) -> InvoiceHead:
        sums = {"credited", "paid", "charged"}
        names = [name for name in InvoiceHead.__dataclass_fields__ if name not in sums]
        return InvoiceHead(
            **{name: getattr(invoice, name) for name in names},
            credited=total(note.total for note in self.invoices.where(original=invoice.id)),
            paid=paid_total(self.payments.where(invoice=invoice.id)),
            charged=charged_total(self.invoicing.reminders.where(invoice=invoice.id)),
        )

    def waiting_bookings(self, unit: UnitId) -> tuple[WaitingBooking, ...]:
        found = (
            WaitingBooking(booking=one, placed=paid_total(self.payments.where(booking=one.id)))
            for one in sorted(self.invoicing.bookings.where(unit=unit), key=_day)
        )
        return tuple(one for one in found if is_waiting(one.booking, one.placed))

    def entry_sums(self, days: DateRange, job: JobId | None = None) -> tuple[EntrySum, ...]:
        entries = (e for e in self._in_force(days) if job is None or e.job == job)
        return tuple(
            _sum_of(tuple(group)) for _, group in groupby(sorted(entries, key=_group_key), key=_group_key)
        )

    def unbilled_entries(self, days: DateRange, customer: CustomerId | None = None) -> tuple[WorkEntry, ...]:
        jobs = {job.id for job in self.jobs.all() if customer in {None, job.customer}}
        return tuple(
            entry
            for entry in self._in_force(days)
            if (customer is None or entry.job in jobs) and self.billings.line_of(entry.id) is None
        )

    def find(self, text: str, limit: int = 20) -> tuple[Found, ...]:
        words = text.casefold().split()
        if not words:
            return ()
        hits = (
            found for found, sought in self._findable() if all(word in sought.casefold() for word in words)
        )
        return tuple(hits)[:limit]

    def _in_force(self, days: DateRange) -> tuple[WorkEntry, ...]:
        superseded = {entry.supersedes for entry in self.entries.all()}
        return tuple(e for e in self.entries.within(days) if e.id not in superseded and not e.void)

    def _findable(self) -> Iterator[tuple[Found, str]]:
        for client in self.clients.all():
            yield (
                Found(kind="client", id=client.id, title=client.name, detail=str(client.number)),
                f"{client.first_name} {client.call_name} {client.last_name} {client.number}",
            )
        for customer in self.customers.all():
            yield (
                Found(kind="customer", id=customer.id, title=customer.name, detail=str(customer.number)),
                f"{customer.name} {customer.contact_name} {customer.business_id} {customer.number}",
            )
        for job in self.jobs.all():
            yield (
                Found(kind="job", id=job.id, title=job.name, detail=str(job.number)),
                f"{job.name} {job.order_number} {job.place} {job.number}",
            )
        for invoice in reversed(self.invoices.all()):
            yield (
                Found(kind="invoice", id=invoice.id, title=str(invoice.number), detail=invoice.buyer.name),
                f"{invoice.number} {invoice.reference} {invoice.buyer.name}",
            )


_NO_PHASE = UUID(int=0)


def _group_key(entry: WorkEntry) -> tuple[Any, ...]:
    return (Month.of(entry.day), entry.job.bytes, (entry.phase or _NO_PHASE).bytes, entry.kind)


def _sum_of(entries: tuple[WorkEntry, ...]) -> EntrySum:
    first = entries[0]
    present = [entry for entry in entries if entry.attendance is Attendance.PRESENT]
    return EntrySum(
        job=first.job,
        phase=first.phase,
        month=Month.of(first.day),
        kind=first.kind,
        minutes=sum(entry.minutes for entry in entries),
        pieces=sum(entry.pieces for entry in entries),
        rejects=sum(entry.rejects for entry in entries),
        days=len({entry.day for entry in present}),
        people=len({entry.client for entry in present if entry.client is not None}),
        materials=total(entry.unit_price.times(entry.quantity) for entry in entries),
    )


class MemoryStore:
    """A store in memory: ``open_books`` and ``open_lists`` as the real one has them."""

    def __init__(self) -> None:
        self.state = State()
        self.lock = Lock()

    def open_books(self) -> MemoryBooks:
        return MemoryBooks(self)

    @contextmanager
    def open_lists(self) -> Iterator[Lists]:
        yield cast("Lists", MemoryLists(self.state))

    def describe(self) -> str:
        return "memory"

    def close(self) -> None:
        self.state = State()

    def fill(self, write: Callable[[MemoryBooks], object]) -> None:
        """Write into books and commit, for tests that need a world."""
        with self.open_books() as books:
            write(books)
            books.commit()
