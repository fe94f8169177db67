"""Reads the list of invoices, and one invoice with all that belongs to it; no Qt."""

from dataclasses import dataclass
from datetime import date

from subcontract.actions.issue_invoice import PAPER
from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, InvoiceId, StaffId, UnitId
from subcontract.invoicing.collecting.reminding import Dispute, Reminder
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.jobs.customer import Customer
from subcontract.people.unit import Unit
from subcontract.ports import InvoiceHead, Lists, Paper
from ui.presenters.invoices.relatives import Relatives, read_relatives

YEARS_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFacts:
    """Drafts and issued invoices of the unit."""

    unit: Unit
    drafts: tuple[Draft, ...]
    heads: tuple[InvoiceHead, ...]
    customers: dict[CustomerId, Customer]

    def name_of(self, customer: CustomerId) -> str:
        """What a customer is called."""
        found = self.customers.get(customer)
        return found.name if found else ""


def read_list(lists: Lists, unit: UnitId, today: date) -> ListFacts:
    """Drafts, and invoices of the last years."""
    first = Month(today.year - YEARS_SHOWN, 1).first
    return ListFacts(
        unit=lists.units.get(unit),
        drafts=lists.drafts.where(unit=unit),
        heads=lists.invoice_heads(DateRange(first)),
        customers={customer.id: customer for customer in lists.customers.all()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceAnswer:
    """An issued invoice with its relatives, payments and paper."""

    invoice: Invoice
    payments: tuple[Payment, ...]
    reminders: tuple[Reminder, ...]
    dispute: Dispute | None
    """The one that is going on."""
    names: dict[StaffId, str]
    paper: Paper | None
    relatives: Relatives

    @property
    def notes(self) -> tuple[Invoice, ...]:
        """Credit notes of the invoice."""
        return self._came(InvoiceKind.CREDIT_NOTE)

    @property
    def taken_by(self) -> tuple[Invoice, ...]:
        """Of a credit note the invoice that takes it back."""
        return self._came(InvoiceKind.INVOICE)

    def _came(self, kind: InvoiceKind) -> tuple[Invoice, ...]:
        return tuple(one for one in self.relatives.came if one.kind is kind)


def read_invoice(lists: Lists, invoice: InvoiceId) -> InvoiceAnswer:
    """Everything of one invoice."""
    found = lists.invoices.get(invoice)
    return InvoiceAnswer(
        invoice=found,
        relatives=read_relatives(lists, found),
        payments=lists.payments.where(invoice=invoice),
        reminders=lists.invoicing.reminders.where(invoice=invoice),
        dispute=next(iter(lists.invoicing.disputes.where(invoice=invoice, ended_on=None)), None),
        names={one.id: one.name for one in lists.staff.all()},
        paper=lists.papers.find(invoice, PAPER),
    )
