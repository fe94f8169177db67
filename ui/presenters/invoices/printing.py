"""Many invoices as one PDF, sorted for the envelopes: their kept papers, put together; no Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from subcontract.actions.act import Kind
from subcontract.actions.issue_invoice import PAPER
from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, InvoiceId
from subcontract.invoicing.records import InvoiceKind
from subcontract.jobs.customer import Customer, EInvoiceFormat
from subcontract.papers.bundle import put_together
from subcontract.ports import InvoiceHead, Lists
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.base import Door, Notice, Presenter, Progress, Work
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tables.ticks import Ticks
from ui.presenters.tone import Tone

COLUMNS = (
    Column(key="number", title=N_("Number")),
    Column(key="customer", title=N_("Customer"), grows=True),
    Column(key="postcode", title=N_("Postcode"), worth=1),
    Column(key="day", title=N_("Date"), kind=CellKind.DATE, worth=2),
    Column(key="total", title=N_("Total"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
FIELDS = (
    FieldSpec(name="first", label=N_("From the day"), kind=FieldKind.DATE, required=True),
    FieldSpec(name="last", label=N_("To the day"), kind=FieldKind.DATE, required=True),
    FieldSpec(name="by_post", label=N_("Only those that go by post"), kind=FieldKind.FLAG),
    FieldSpec(name="both_sides", label=N_("Both sides of the sheet are printed on"), kind=FieldKind.FLAG),
)


class Order(StrEnum):
    """In which order the papers come out."""

    NUMBER = "number"
    CUSTOMER = "customer"
    POSTCODE = "postcode"


ORDERS = {
    Order.NUMBER: N_("By number"),
    Order.CUSTOMER: N_("By customer"),
    Order.POSTCODE: N_("By postcode"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printable:
    """An issued invoice or credit note with its buyer."""

    head: InvoiceHead
    customer: Customer


SORTED: dict[Order, Callable[[Printable], Any]] = {
    Order.NUMBER: lambda one: one.head.number,
    Order.CUSTOMER: lambda one: (sort_key(one.customer.name), one.head.number),
    Order.POSTCODE: lambda one: (
        one.customer.address.country not in {"", "FI"},
        one.customer.address.country,
        one.customer.address.postcode,
        sort_key(one.customer.name),
        one.head.number,
    ),
}


class PrintingPresenter(Presenter):
    """Invoices of a period, those ticked or all of them, in one file."""

    depends_on = frozenset({Kind.INVOICES, Kind.CUSTOMERS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with the last month and this one."""
        super().__init__(door, texts)
        self.order = Order.NUMBER
        self.paper = b""
        """The papers in one file, in the preview."""
        self.paper_name = ""
        self.done = self.of = 0
        """How many papers are in of how many; 0 while none are put together."""
        self.both_sides = False
        self._read: tuple[Printable, ...] = ()
        self._work: Work | None = None
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Which invoices"))
        self.form.on_change = self._typed
        today = door.today()
        self.form.load({"first": Month.of(today).plus(-1).first, "last": today})
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Invoices to print"),
            empty=Empty(picture="post", sentence=N_("No invoices were issued on these days.")),
        )
        self.table.count_words = (N_("{number} invoice"), N_("{number} invoices"))
        self.ticks = Ticks(self.table, self.tell)
        self.table.listen(self.tell)

    # --- reading

    @property
    def period(self) -> DateRange | None:
        """The days of issue; ``None`` while they cannot be read."""
        values = self.form.readable()
        first, last = values.get("first"), values.get("last")
        if not isinstance(first, date) or not isinstance(last, date) or last < first:
            return None
        return DateRange(first, last)

    def load(self) -> None:
        """Read the invoices of the period."""
        period = self.period
        if period is not None:
            self.door.ask(lambda lists: _read(lists, period), self._fill)

    def _typed(self, name: str) -> None:
        """Another period or choice: read and show anew."""
        self.both_sides = bool(self.form.picked["both_sides"])
        if name == "by_post":
            self._show()
        elif name in {"first", "last"}:
            self.load()
        self.tell()

    def _fill(self, found: tuple[Printable, ...]) -> None:
        self._read = found
        self._show()

    def sort_by(self, order: Order) -> None:
        """Take another order."""
        self.order = order
        self._show()

    def _show(self) -> None:
        self.ticks.set_rows((self._row(one), True) for one in self._in_order())
        self.tell()

    def _in_order(self) -> tuple[Printable, ...]:
        """Those that are shown, sorted."""
        by_post = bool(self.form.picked["by_post"])
        kept = (one for one in self._read if not by_post or _goes_by_post(one))
        return tuple(sorted(kept, key=SORTED[self.order]))

    def _row(self, one: Printable) -> Row:
        note = one.head.kind is InvoiceKind.CREDIT_NOTE
        return Row(
            id=one.head.id,
            cells={
                "number": str(one.head.number),
                "customer": one.customer.name,
                "postcode": one.customer.address.postcode,
                "day": one.head.day,
                "total": -one.head.total if note else one.head.total,
            },
            sort={"number": one.head.number},
        )

    # --- putting together

    @property
    def chosen(self) -> tuple[InvoiceId, ...]:
        """The ticked ones, or all that are in sight, in the chosen order."""
        visible = {row.id for row in self.table.visible}
        return tuple(
            one.head.id
            for one in self._in_order()
            if (one.head.id in self.ticks if self.ticks else one.head.id in visible)
        )

    @property
    def is_working(self) -> bool:
        """Whether papers are being put together."""
        return self.of > 0

    @property
    def verb(self) -> str:
        """What the primary button does."""
        one, many = N_("Put {number} invoice in one file"), N_("Put {number} invoices in one file")
        return self.texts.count(one, many, len(self.chosen))

    @property
    def can_make(self) -> bool:
        """Whether there is anything to put together."""
        return bool(self.chosen) and not self.is_working

    def make(self) -> None:
        """Put the kept papers together, as a job that can be stopped."""
        wanted, both = self.chosen, self.both_sides
        if not self.can_make:
            return
        self.done, self.of, self.notice = 0, len(wanted), None
        name = self.texts.say(N_("invoices-{day}"), day=self.door.today().isoformat())
        self.paper_name = f"{name}.pdf"

        def job(lists: Lists, progress: Progress) -> bytes:
            papers = _papers(lists, wanted)
            return put_together(papers, lambda at: progress.step(at, len(wanted)), own_sheets=both)

        self._work = self.door.work(job, self._made, progress=self._told)
        if not self.of:  # a door that answers at once has answered
            self._work = None
        self.tell()

    def _told(self, done: int, of: int, _what: str) -> None:
        if self.is_working:
            self.done, self.of = done, of
            self.tell()

    def _made(self, paper: bytes) -> None:
        number, self._work, self.done, self.of, self.paper = self.of, None, 0, 0, paper
        one, many = N_("{number} invoice is in the file."), N_("{number} invoices are in the file.")
        self.notice = Notice(self.texts.count(one, many, number), Tone.READY)
        self.tell()

    def cancel(self) -> None:
        """Stop; nothing is kept of it."""
        if self._work is not None:
            self._work.cancel()
        self._work, self.done, self.of = None, 0, 0
        self.tell()

    def close(self) -> None:
        """Close the preview."""
        self.paper, self.notice = b"", None
        self.tell()


def _goes_by_post(one: Printable) -> bool:
    """Whether the customer takes paper."""
    return one.customer.e_invoice_format is EInvoiceFormat.PAPER


def _read(lists: Lists, period: DateRange) -> tuple[Printable, ...]:
    """Issued invoices and notes of some days."""
    customers: dict[CustomerId, Customer] = {one.id: one for one in lists.customers.all()}
    heads = lists.invoice_heads(period)
    return tuple(
        Printable(head=head, customer=customers[head.customer])
        for head in heads
        if head.customer in customers
    )


def _papers(lists: Lists, wanted: tuple[InvoiceId, ...]) -> Iterator[tuple[bytes, ...]]:
    """The kept bytes of each, read one by one."""
    for invoice in wanted:
        paper = lists.papers.find(invoice, PAPER)
        yield (paper.content,) if paper is not None else ()
