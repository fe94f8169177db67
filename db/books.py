"""The unit of work behind ``ports.Books``.

One writer at a time holds the books, on both engines: the embedded file by BEGIN IMMEDIATE, PostgreSQL by
a lock that the transaction holds from its first statement. What an action has read therefore still holds
when it writes, numbers have no gaps, and the log has one head.
"""

from typing import Any, Self

from sqlalchemy import Connection, Engine

from db.engine import WRITING, quietly
from db.stores import invoices, invoicing, jobs, money, pay, people, rota
from db.stores.clients import SqlClients
from db.stores.kept import SqlArchive, SqlBillings, SqlLog, SqlSeries
from db.stores.mapping import Mapping
from db.stores.session import Session
from db.stores.shelf import SqlEntries, SqlLedger, SqlPatientShelf, SqlShelf
from subcontract.days import Month
from subcontract.hours.entry import DayComplete, MonthComplete
from subcontract.ids import (
    AssignmentId,
    CustomerId,
    DraftId,
    InvoiceId,
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
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Draft, Invoice
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.payout.records import Payout, PayRun, Tariff
from subcontract.people.staff import Staff
from subcontract.people.unit import Unit
from subcontract.ports import (
    Archive,
    Billings,
    Clients,
    DatedShelf,
    Entries,
    InvoicingShelves,
    Ledger,
    Log,
    PayShelves,
    RotaShelves,
    Series,
    Shelf,
)
from subcontract.rota.shift import Assignment, Shift


class SqlBooks:
    """Everything written is committed together or not at all."""

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

    def __init__(self, engine: Engine) -> None:
        """Be ready to begin."""
        self._engine = engine
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Begin, alone among writers; refuses with ``FILE_IN_USE`` when another holds on."""
        connection = self._engine.connect()
        try:
            connection = connection.execution_options(**WRITING)
            connection.begin()
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        self._lay_out(Session(connection))
        return self

    def __exit__(self, *failure: object) -> None:
        """Leave; what was not committed is undone."""
        connection, self._connection = self._connection, None
        if connection is not None:
            quietly(connection.rollback)
            connection.close()

    def commit(self) -> None:
        """Make everything written lasting."""
        if self._connection is None:
            raise RuntimeError("Books are committed while they are open.")
        self._session.flush()
        self._connection.commit()
        self._session.forget()

    def _lay_out(self, session: Session) -> None:
        self._session = session
        self.units = _shelf(session, people.UNITS)
        self.staff = _shelf(session, people.STAFF)
        self.clients = SqlClients(session)
        self.customers = _shelf(session, jobs.CUSTOMERS)
        self.jobs = _shelf(session, jobs.JOBS)
        self.quotes = _shelf(session, jobs.QUOTES)
        self.shifts = _shelf(session, jobs.SHIFTS)
        self.assignments = _shelf(session, jobs.ASSIGNMENTS)
        self.entries = SqlEntries(session, money.ENTRIES)
        self.complete_days = _shelf(session, money.COMPLETE_DAYS)
        self.complete_months = _shelf(session, money.COMPLETE_MONTHS)
        self.tariffs = _shelf(session, money.TARIFFS)
        self.pay_runs = _shelf(session, money.PAY_RUNS)
        self.payouts = SqlPatientShelf(session, money.PAYOUTS)
        self.pay = PayShelves(**{name: _shelf(session, mapping) for name, mapping in pay.SHELVES.items()})
        self.invoicing = InvoicingShelves(
            **{name: _shelf(session, mapping) for name, mapping in invoicing.SHELVES.items()}
        )
        self.rota = RotaShelves(**{name: _shelf(session, mapping) for name, mapping in rota.SHELVES.items()})
        self.drafts = _shelf(session, invoices.DRAFTS)
        self.invoices = SqlLedger(session, invoices.INVOICES)
        self.payments = SqlLedger(session, invoices.PAYMENTS)
        self.numbers = SqlSeries(session)
        self.billings = SqlBillings(session)
        self.papers = SqlArchive(session)
        self.log = SqlLog(session)


def _shelf(session: Session, mapping: Mapping) -> Any:
    return SqlShelf(session, mapping)
