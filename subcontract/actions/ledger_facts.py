"""Gathers what goes to accounting for a period, with its control totals and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.days import DateRange
from subcontract.ids import CustomerId, InvoiceId, UnitId
from subcontract.invoicing.ledger.chart import missing, numbers
from subcontract.invoicing.ledger.journal import CostCentres, SalesFacts, all_splits, vouchers_of
from subcontract.invoicing.ledger.ledger_control import Control, control_of, receivables_before
from subcontract.invoicing.ledger.ledger_periods import Coming, coming
from subcontract.invoicing.ledger.vouchers import Voucher
from subcontract.invoicing.sendings import LedgerExport
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.papers.files.journal import JournalFacts
from subcontract.papers.files.procountor_invoices import ProcountorInvoices
from subcontract.papers.files.sales_lists import SalesLists
from subcontract.ports import Books, Lists, Unbooked

Reading = Books | Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRecords:
    """Everything that the next journal of a unit is made of, whatever its period."""

    sales: SalesFacts
    """Without what is in journals already, unless payments to come or reminders need it."""
    vouchers: tuple[Voucher, ...]
    exports: tuple[LedgerExport, ...]
    accounts: tuple[BookedOn, ...]
    customers: Mapping[CustomerId, int]
    unbooked: Unbooked


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFacts:
    """What a journal of a period would hold now, and all that its files and lists are made of."""

    period: DateRange
    sales: SalesFacts
    exports: tuple[LedgerExport, ...]
    coming: Coming
    control: Control
    accounts: dict[SalesAccount, BookedOn]
    missing: tuple[SalesAccount, ...]
    """Accounts without a number: nothing is made before they have one."""
    customers: Mapping[CustomerId, int] = field(default_factory=dict)

    @property
    def journal(self) -> JournalFacts:
        """What the files of the journal are made of."""
        return JournalFacts(
            vouchers=self.coming.vouchers, accounts=self.accounts, place=len(self.exports) + 1
        )

    @property
    def invoices(self) -> ProcountorInvoices:
        """The invoices and credit notes that are coming."""
        items = frozenset(self.coming.items)
        inside = tuple(one for one in self.sales.invoices if one.id in items)
        return ProcountorInvoices(
            invoices=tuple(sorted(inside, key=lambda one: one.number)),
            accounts=self.accounts,
            customers=self.customers,
        )


def ledger_records(books: Reading, unit: UnitId) -> LedgerRecords:
    """Read of a unit's sales what the next journal needs: ten years that have gone are not read."""
    unbooked = books.billings.unbooked(unit)
    sales = _still_needed(books, unit, unbooked)
    terms = next(iter(books.invoicing.terms.where(unit=unit)), None)
    return LedgerRecords(
        sales=sales,
        vouchers=vouchers_of(sales),
        exports=books.invoicing.ledger_exports.where(unit=unit),
        accounts=terms.accounts if terms else (),
        customers={one.id: one.number for one in books.customers.all()},
        unbooked=unbooked,
    )


def _still_needed(books: Reading, unit: UnitId, unbooked: Unbooked) -> SalesFacts:
    """What no journal holds, all that decides what those payments pay, and every invoice reminded of."""
    reminders = books.invoicing.reminders.where(unit=unit)
    new = books.payments.where(id=tuple(unbooked.payments))
    paid = {one.invoice for one in new} | {one.invoice for one in reminders}
    wanted = tuple(paid | unbooked.invoices)
    papers = {InvoiceId(one) for one in books.billings.charging(tuple(paid))}
    # Both conditions on ids alone are found by an index; a note of what is wanted may have gone already.
    found = {one.id: one for one in books.invoices.where(id=tuple(papers.union(wanted)))}
    found |= {one.id: one for one in books.invoices.where(original=tuple(paid))}
    return SalesFacts(
        invoices=tuple(one for one in found.values() if one.unit == unit),
        payments=tuple(one for one in books.payments.where(invoice=wanted) if one.unit == unit),
        reminders=reminders,
        centres=_centres(books, unit),
    )


def facts_of(records: LedgerRecords, period: DateRange) -> LedgerFacts:
    """What a journal of a period would hold."""
    found, unbooked = coming(records.vouchers, period, records.exports), records.unbooked
    before = receivables_before(found.gone, unbooked.invoiced, unbooked.paid)
    return LedgerFacts(
        period=period,
        sales=records.sales,
        exports=records.exports,
        coming=found,
        control=control_of(found, records.sales.invoices, records.sales.payments, before),
        accounts=numbers(records.accounts),
        missing=missing(found.vouchers, records.accounts),
        customers=records.customers,
    )


def ledger_facts(books: Reading, unit: UnitId, period: DateRange) -> LedgerFacts:
    """Read what a journal of a unit's period would hold."""
    return facts_of(ledger_records(books, unit), period)


def sales_facts(books: Reading, unit: UnitId) -> SalesFacts:
    """Every invoice, payment and reminder of a unit, and its cost centres."""
    return SalesFacts(
        invoices=books.invoices.where(unit=unit),
        payments=books.payments.where(unit=unit),
        reminders=books.invoicing.reminders.where(unit=unit),
        centres=_centres(books, unit),
    )


def _centres(books: Reading, unit: UnitId) -> CostCentres:
    """Where income of a unit is booked."""
    terms = next(iter(books.invoicing.terms.where(unit=unit)), None)
    jobs = {job.id: job.cost_centre for job in books.jobs.where(unit=unit) if job.cost_centre}
    return CostCentres(unit=terms.cost_centre if terms else "", jobs=jobs)


def sales_lists(sales: SalesFacts, period: DateRange, today: date) -> SalesLists:
    """What the lists of a period are made of."""
    return SalesLists(
        period=period,
        today=today,
        invoices=sales.invoices,
        payments=sales.payments,
        splits=all_splits(sales),
    )
