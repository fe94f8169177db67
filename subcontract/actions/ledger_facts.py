"""Gathers what goes to accounting for a period, with its control totals and what is missing."""

from dataclasses import dataclass, field

from subcontract.days import DateRange
from subcontract.ids import CustomerId, UnitId
from subcontract.invoicing.chart import missing, numbers
from subcontract.invoicing.journal import CostCentres, SalesFacts, all_splits, vouchers_of
from subcontract.invoicing.ledger_control import Control, control_of
from subcontract.invoicing.ledger_periods import Coming, coming
from subcontract.invoicing.sendings import LedgerExport
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.papers.files.journal import JournalFacts
from subcontract.papers.files.procountor_invoices import ProcountorInvoices
from subcontract.papers.files.sales_lists import SalesLists
from subcontract.ports import Books, Lists

Reading = Books | Lists


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
    customers: dict[CustomerId, int] = field(default_factory=dict)

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


def ledger_facts(books: Reading, unit: UnitId, period: DateRange) -> LedgerFacts:
    """Read everything that a journal of a unit's period needs."""
    sales = sales_facts(books, unit)
    exports = books.invoicing.ledger_exports.where(unit=unit)
    found = coming(vouchers_of(sales), period, exports)
    terms = next(iter(books.invoicing.terms.where(unit=unit)), None)
    accounts = terms.accounts if terms else ()
    return LedgerFacts(
        period=period,
        sales=sales,
        exports=exports,
        coming=found,
        control=control_of(found, sales.invoices, sales.payments),
        accounts=numbers(accounts),
        missing=missing(found.vouchers, accounts),
        customers={one.id: one.number for one in books.customers.all()},
    )


def sales_facts(books: Reading, unit: UnitId) -> SalesFacts:
    """Every invoice, payment and reminder of a unit, and its cost centres."""
    terms = next(iter(books.invoicing.terms.where(unit=unit)), None)
    jobs = {job.id: job.cost_centre for job in books.jobs.where(unit=unit) if job.cost_centre}
    return SalesFacts(
        invoices=books.invoices.where(unit=unit),
        payments=books.payments.where(unit=unit),
        reminders=books.invoicing.reminders.where(unit=unit),
        centres=CostCentres(unit=terms.cost_centre if terms else "", jobs=jobs),
    )


def sales_lists(sales: SalesFacts, period: DateRange) -> SalesLists:
    """What the lists of a period are made of."""
    return SalesLists(
        period=period,
        invoices=sales.invoices,
        payments=sales.payments,
        splits=all_splits(sales),
    )
