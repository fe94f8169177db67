"""Reads which invoices go as e-invoices, and what has become of each; no Qt."""

from dataclasses import dataclass
from datetime import date, timedelta

from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, InvoiceId, StaffId, UnitId
from subcontract.invoicing.records import InvoiceKind
from subcontract.invoicing.sendings import Sending
from subcontract.invoicing.states import open_sum
from subcontract.jobs.customer import Customer, EInvoiceFormat
from subcontract.papers.files.e_invoices.e_invoice import EInvoice
from subcontract.papers.files.e_invoices.read_finvoice import read_finvoice
from subcontract.papers.files.e_invoices.sending import PAPER_KINDS, addressed, sending_problems
from subcontract.ports import InvoiceHead, Lists, Paper
from subcontract.problems import Problem

YEARS_SHOWN = 1
FRESH = timedelta(days=30)
"""An older invoice that is settled reached its customer some other way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """An invoice, how it goes, when it last went, and what keeps it from going."""

    head: InvoiceHead
    customer: str
    format: EInvoiceFormat
    sendings: tuple[Sending, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def last(self) -> Sending | None:
        """The newest file of it."""
        return self.sendings[-1] if self.sendings else None

    @property
    def waits(self) -> bool:
        """Whether it has not gone."""
        return not self.sendings

    @property
    def can_go(self) -> bool:
        """Whether it waits and nothing is missing."""
        return self.waits and not self.problems

    @property
    def is_on_its_way(self) -> bool:
        """Whether it has gone and nobody has told that it came through."""
        return self.last is not None and self.last.received_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingFacts:
    """All invoices that go or have gone as e-invoices, newest first, and who sent them."""

    going: tuple[Going, ...]
    names: dict[StaffId, str]


def read_going(lists: Lists, unit: UnitId, today: date) -> GoingFacts:
    """What waits, and what has gone in the last years."""
    customers = {customer.id: customer for customer in lists.customers.all()}
    gone: dict[InvoiceId, list[Sending]] = {}
    for sending in lists.invoicing.sendings.where(unit=unit):
        gone.setdefault(sending.invoice, []).append(sending)
    heads = lists.invoice_heads(DateRange(Month(today.year - YEARS_SHOWN, 1).first))
    wanted = [head for head in heads if head.id in gone or _should_go(head, customers, today)]
    wrong = _problems(lists, unit, [head for head in wanted if head.id not in gone], customers)
    return GoingFacts(
        going=tuple(
            Going(
                head=head,
                customer=customers[head.customer].name,
                format=_format(customers[head.customer], gone.get(head.id, [])),
                sendings=tuple(gone.get(head.id, ())),
                problems=wrong.get(head.id, ()),
            )
            for head in wanted
        ),
        names={one.id: one.name for one in lists.staff.all()},
    )


def _should_go(head: InvoiceHead, customers: dict[CustomerId, Customer], today: date) -> bool:
    """Whether an invoice that has not gone should: its customer takes e-invoices, and it still matters."""
    if customers[head.customer].e_invoice_format is EInvoiceFormat.PAPER:
        return False
    fresh = head.day >= today - FRESH
    return fresh or (head.kind is InvoiceKind.INVOICE and bool(open_sum(head, head.settled)))


def _format(customer: Customer, gone: list[Sending]) -> EInvoiceFormat:
    """How it went, or how it will go."""
    return gone[-1].format if gone else customer.e_invoice_format


def _problems(
    lists: Lists, unit: UnitId, heads: list[InvoiceHead], customers: dict[CustomerId, Customer]
) -> dict[InvoiceId, tuple[Problem, ...]]:
    """What keeps each from going."""
    own = lists.units.get(unit)
    found = {}
    for invoice in lists.invoices.where(id=tuple(head.id for head in heads)) if heads else ():
        customer = customers[invoice.customer]
        found[invoice.id] = sending_problems(addressed(invoice, customer, own), customer.e_invoice_format)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SentFile:
    """A file as it went, and what it says when it is a Finvoice."""

    paper: Paper
    facts: EInvoice | None


def read_file(lists: Lists, sending: Sending) -> SentFile | None:
    """The very file of a sending, read back."""
    paper = lists.papers.find(sending.id, PAPER_KINDS[sending.format])
    if paper is None:
        return None
    facts = read_finvoice(paper.content) if sending.format is EInvoiceFormat.FINVOICE else None
    return SentFile(paper=paper, facts=facts)
