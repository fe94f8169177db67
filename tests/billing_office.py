"""An office with one customer and a job of four phases, for tests of invoicing."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.credit_invoice import CreditInvoice, credit_invoice
from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.actions.make_draft import MakeDraft, make_draft
from subcontract.actions.perform import perform
from subcontract.clock import FixedClock
from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import DraftId, EntryId, InvoiceId
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.invoicing.records import Draft, Invoice
from subcontract.jobs.job import Basis, Phase
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make
from tests.fakes import MemoryStore
from ui.texts import CatalogueTexts

NOVEMBER = DateRange(date(2026, 11, 1), date(2026, 11, 30))
PHASES = {
    "piece": make.phase(name="Tarroitus", unit_price=Decimal("0.08")),
    "hour": make.phase(name="Hyllytys", basis=Basis.HOUR, unit_name="", unit_price=Decimal("11.50")),
    "day": make.phase(name="Pihatyöt", basis=Basis.DAY, unit_name="", unit_price=Decimal("90.00")),
    "fixed": make.phase(
        name="Kevätsiivous",
        basis=Basis.FIXED,
        unit_name="",
        quantity=Decimal(1),
        unit_price=Decimal("500.00"),
    ),
}


@dataclass
class Office:
    """A customer with one job of four phases, one of each basis."""

    store: MemoryStore = field(default_factory=make.store)
    at: datetime = datetime(2026, 11, 20, 8, tzinfo=UTC)
    customer: Any = field(default_factory=lambda: make.customer(number=1))
    phases: tuple[Phase, ...] = tuple(PHASES.values())
    job: Any = None

    def __post_init__(self) -> None:
        self.job = make.job(number=1, customer=self.customer.id, phases=self.phases)
        self.client = make.client(number=1)

        def write(books: Any) -> None:
            books.customers.add(self.customer)
            books.jobs.add(self.job)
            books.clients.add(self.client)

        self.store.fill(write)

    def do(self, action: Any, ask: object, *roles: Role) -> Done:
        self.at += timedelta(minutes=1)
        return perform(action, ask, self.store.open_books, FixedClock(self.at), make.worker(*roles))

    def work(self, basis: str = "piece", day: int = 2, **fields: Any) -> WorkEntry:
        self.at += timedelta(minutes=1)
        at = fields.pop("date", date(2026, 11, day))
        client = fields.pop("client", self.client.id)
        phase = PHASES[basis].id
        entry = make.entry(client=client, job=self.job.id, phase=phase, day=at, at=self.at, **fields)
        self.store.fill(lambda books: books.entries.add(entry))
        return entry

    def correct(self, entry: WorkEntry, **fields: Any) -> WorkEntry:
        self.at += timedelta(minutes=1)
        new = replace(entry, id=EntryId(ids.new()), supersedes=entry.id, at=self.at, reason="x", **fields)
        self.store.fill(lambda books: books.entries.add(new))
        return new

    def draft(self, period: DateRange = NOVEMBER, **fields: Any) -> Draft:
        ask = MakeDraft(customer=self.customer.id, period=period, texts_in=CatalogueTexts, **fields)
        done = self.do(make_draft, ask)
        with self.store.open_lists() as lists:
            return lists.drafts.get(DraftId(done.id)) if done.id else lists.drafts.all()[-1]

    def issue(self, draft: Draft) -> Invoice:
        ask = IssueInvoice(draft=draft.id, version=draft.version, texts_in=CatalogueTexts)
        return self.invoice(self.do(issue_invoice, ask))

    def credit(self, invoice: Invoice, *lines: CreditLine, **fields: Any) -> Invoice:
        ask = CreditInvoice(invoice=invoice.id, texts_in=CatalogueTexts, lines=lines, **fields)
        return self.invoice(self.do(credit_invoice, ask))

    def invoice(self, done: Done) -> Invoice:
        assert done.id
        with self.store.open_lists() as lists:
            return lists.invoices.get(InvoiceId(done.id))

    def paper(self, invoice: Invoice) -> bytes:
        with self.store.open_lists() as lists:
            paper = lists.papers.find(invoice.id, "invoice")
        assert paper
        return paper.content

    def billed(self, entry: WorkEntry) -> bool:
        with self.store.open_lists() as lists:
            return lists.billings.line_of(entry.id) is not None


def refusal(office: Office, action: Any, ask: object, *roles: Role) -> Code:
    """The code with which an act is refused."""
    with pytest.raises(Refused) as refused:
        office.do(action, ask, *roles)
    return refused.value.code


def lines(of: Draft | Invoice) -> list[tuple[str, str, str]]:
    """Text, quantity and net of each line."""
    return [(line.text.rpartition(": ")[2], str(line.quantity), str(line.net)) for line in of.lines]


def asked(office: Office, **fields: Any) -> MakeDraft:
    """A draft of November."""
    return MakeDraft(customer=office.customer.id, period=NOVEMBER, texts_in=CatalogueTexts, **fields)
