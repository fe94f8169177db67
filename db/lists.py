"""Read-only queries behind ``ports.Lists``: records, and sums made by the database."""

from collections.abc import Iterator
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    Table,
    and_,
    case,
    cast,
    distinct,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    type_coerce,
)

from db.stores import invoices, invoicing, jobs, money, pay, people, rota
from db.stores.clients import SqlClientReader
from db.stores.kept import SqlArchive, SqlBillings, SqlLog
from db.stores.mapping import Mapping
from db.stores.session import Session
from db.stores.shelf import SqlDatedReader, SqlEntryReader
from db.tables import invoices as i
from db.tables import invoicing as n
from db.tables import jobs as j
from db.tables import money as m
from db.tables import people as p
from db.tables.columns import SCALE, Cents
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, WorkEntry
from subcontract.ids import CustomerId, JobId, UnitId
from subcontract.invoicing.bank.payables import EURO
from subcontract.money import ZERO, Money
from subcontract.ports import (
    ClientReader,
    EntryReader,
    EntrySum,
    Found,
    InvoiceHead,
    InvoicingReaders,
    PayReaders,
    RotaReaders,
    WaitingBooking,
)

ENTRIES = m.work_entries
NO_PHASE = UUID(int=0)


class SqlLists:
    """Reading for screens, over one consistent view."""

    def __init__(self, connection: Connection) -> None:
        """Read through a connection that has begun."""
        self._connection = connection
        session = Session(connection)

        def reader(mapping: Mapping) -> Any:
            return SqlDatedReader(session, mapping)

        self.units = reader(people.UNITS)
        self.staff = reader(people.STAFF)
        self.clients: ClientReader = SqlClientReader(session)
        self.customers = reader(jobs.CUSTOMERS)
        self.jobs = reader(jobs.JOBS)
        self.quotes = reader(jobs.QUOTES)
        self.shifts = reader(jobs.SHIFTS)
        self.assignments = reader(jobs.ASSIGNMENTS)
        self.entries: EntryReader = SqlEntryReader(session, money.ENTRIES)
        self.complete_days = reader(money.COMPLETE_DAYS)
        self.complete_months = reader(money.COMPLETE_MONTHS)
        self.tariffs = reader(money.TARIFFS)
        self.pay_runs = reader(money.PAY_RUNS)
        self.payouts = reader(money.PAYOUTS)
        self.pay = PayReaders(**{name: reader(mapping) for name, mapping in pay.SHELVES.items()})
        self.invoicing = InvoicingReaders(
            **{name: reader(mapping) for name, mapping in invoicing.SHELVES.items()}
        )
        self.rota = RotaReaders(**{name: reader(mapping) for name, mapping in rota.SHELVES.items()})
        self.drafts = reader(invoices.DRAFTS)
        self.invoices = reader(invoices.INVOICES)
        self.payments = reader(invoices.PAYMENTS)
        self.billings = SqlBillings(session)
        self.papers = SqlArchive(session)
        self.log = SqlLog(session)

    def invoice_heads(self, days: DateRange) -> tuple[InvoiceHead, ...]:
        """Invoices and credit notes of those days, newest first."""
        invoices = i.invoices
        names = tuple(InvoiceHead.__dataclass_fields__)
        sums = {"credited": _credited(invoices), "paid": _paid(invoices), "charged": _charged(invoices)}
        statement = (
            select(*(sums[name] if name in sums else invoices.c[name] for name in names))
            .where(invoices.c.day.between(days.first, days.last))
            .order_by(invoices.c.day.desc(), invoices.c.number.desc())
        )
        found = self._connection.execute(statement).all()
        return tuple(InvoiceHead(**dict(zip(names, row, strict=True))) for row in found)

    def waiting_bookings(self, unit: UnitId) -> tuple[WaitingBooking, ...]:
        """Bookings of a unit that are neither placed in full nor set aside, oldest first."""
        bookings = n.bookings
        amount, placed = bookings.c.amount, _placed(bookings)
        # Foreign money is placed all at once, whatever it came to in euros.
        foreign = and_(bookings.c.currency != EURO, placed == ZERO, amount != ZERO)
        left = or_(and_(bookings.c.currency == EURO, amount != placed), foreign)
        wanted = and_(bookings.c.unit == unit, bookings.c.set_aside == "", left)
        found = invoicing.SHELVES["bookings"].load(self._connection, wanted, bookings.c.day)
        rows = self._connection.execute(select(bookings.c.id, placed).where(wanted)).all()
        sums = {row[0]: row[1] for row in rows}
        return tuple(WaitingBooking(booking=one, placed=sums[one.id]) for one in found)

    def entry_sums(self, days: DateRange, job: JobId | None = None) -> tuple[EntrySum, ...]:
        """Entries in force of those days summed by job, phase, month and kind."""
        wanted = _in_force(days) if job is None else and_(_in_force(days), ENTRIES.c.job == job)
        sums = (_sum(row) for row in self._connection.execute(_sums(wanted)).all())
        return tuple(sorted(sums, key=_order))

    def unbilled_entries(self, days: DateRange, customer: CustomerId | None = None) -> tuple[WorkEntry, ...]:
        """Entries in force of those days that no line bills, of one customer's jobs if given."""
        billed = select(m.billings.c.entry).where(m.billings.c.entry == ENTRIES.c.id).exists()
        wanted = and_(_in_force(days), not_(billed))
        if customer is not None:
            theirs = select(j.jobs.c.id).where(j.jobs.c.customer == customer)
            wanted = and_(wanted, ENTRIES.c.job.in_(theirs))
        return money.ENTRIES.load(self._connection, wanted, ENTRIES.c.day)

    def find(self, text: str, limit: int = 20) -> tuple[Found, ...]:
        """Clients, customers, jobs and invoices whose names or numbers hold the text's words."""
        words = _storable(text).casefold().split()
        if not words:
            return ()
        return tuple(chain.from_iterable(self._found(words, limit)))[:limit]

    def _found(self, words: list[str], limit: int) -> Iterator[tuple[Found, ...]]:
        number = cast(i.invoices.c.number, String)
        people_ = p.clients.c.last_name + ", " + p.clients.c.first_name
        for kind, table, title, detail in (
            ("client", p.clients, people_, cast(p.clients.c.number, String)),
            ("customer", j.customers, j.customers.c.name, cast(j.customers.c.number, String)),
            ("job", j.jobs, j.jobs.c.name, cast(j.jobs.c.number, String)),
            ("invoice", i.invoices, number, i.invoices.c.buyer_name),
        ):
            order = table.c.made.desc() if kind == "invoice" else table.c.made
            statement = select(table.c.id, title, detail).where(_holds(table, words)).order_by(order)
            rows = self._connection.execute(statement.limit(limit)).all()
            yield tuple(Found(kind=kind, id=row[0], title=row[1], detail=row[2]) for row in rows)


def _credited(invoices: Table) -> ColumnElement[Money]:
    """What the credit notes of an invoice come to."""
    notes = invoices.alias("notes")
    return _sum_over(select(func.sum(notes.c.total)).where(notes.c.original == invoices.c.id))


def _paid(invoices: Table) -> ColumnElement[Money]:
    """What has come for an invoice."""
    return _sum_over(select(func.sum(i.payments.c.amount)).where(i.payments.c.invoice == invoices.c.id))


def _placed(bookings: Table) -> ColumnElement[Money]:
    """What a booking's payments come to."""
    return _sum_over(select(func.sum(i.payments.c.amount)).where(i.payments.c.booking == bookings.c.id))


def _charged(invoices: Table) -> ColumnElement[Money]:
    """What the last reminder of an invoice demands besides what is open of it."""
    reminders = n.reminders
    last = (
        select(reminders.c.total - reminders.c.principal)
        .where(reminders.c.invoice == invoices.c.id)
        .order_by(reminders.c.step.desc())
        .limit(1)
    )
    return _sum_over(last)


def _sum_over(sums: Select[Any]) -> ColumnElement[Money]:
    """A sum beside each row, nothing when there is none; the server's sums are whole numbers again."""
    whole = cast(func.coalesce(sums.scalar_subquery(), literal(0, BigInteger)), BigInteger)
    return type_coerce(whole, Cents)


def _storable(text: str) -> str:
    """The text without signs that no stored text can have: noughts and halves of letters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


def _holds(table: Table, words: list[str]) -> ColumnElement[bool]:
    return and_(true(), *(table.c.sought.contains(word, autoescape=True) for word in words))


def _in_force(days: DateRange) -> ColumnElement[bool]:
    """Entries of those days that no other takes the place of."""
    later = ENTRIES.alias("later")
    superseded = select(literal(1)).select_from(later).where(later.c.supersedes == ENTRIES.c.id).exists()
    return and_(ENTRIES.c.day.between(days.first, days.last), not_(ENTRIES.c.void), not_(superseded))


def _sums(wanted: ColumnElement[bool]) -> Select[Any]:
    """One pass over the entries; what is counted once is counted by the database."""
    month = func.substr(cast(ENTRIES.c.day, String), 1, 7).label("month")
    present = ENTRIES.c.attendance == Attendance.PRESENT
    groups = (ENTRIES.c.job, ENTRIES.c.phase, month, ENTRIES.c.kind)
    return (
        select(
            *groups,
            *(func.sum(ENTRIES.c[name]) for name in ("minutes", "pieces", "rejects")),
            func.count(distinct(case((present, ENTRIES.c.day)))),
            func.count(distinct(case((present, ENTRIES.c.client)))),
            func.sum(_material_cents()),
        )
        .where(wanted)
        .group_by(ENTRIES.c.job, ENTRIES.c.phase, "month", ENTRIES.c.kind)
    )


def _material_cents() -> ColumnElement[int]:
    """Quantity times price, rounded half away from zero once per entry, all in whole numbers."""
    unit = 10**SCALE
    exact = cast(ENTRIES.c.quantity, BigInteger) * cast(ENTRIES.c.unit_price, BigInteger)
    return case((exact < 0, -((unit // 2 - exact) // unit)), else_=(exact + unit // 2) // unit)


def _sum(row: Row[Any]) -> EntrySum:
    job, phase, month, kind, minutes, pieces, rejects, days, people_, cents = tuple(row)
    return EntrySum(
        job=job,
        phase=phase,
        month=Month.parse(month),
        kind=kind,
        minutes=int(minutes),
        pieces=int(pieces),
        rejects=int(rejects),
        days=days,
        people=people_,
        materials=Money.of_cents(int(cents)),
    )


def _order(each: EntrySum) -> tuple[Month, bytes, bytes, str]:
    return (each.month, each.job.bytes, (each.phase or NO_PHASE).bytes, each.kind)
