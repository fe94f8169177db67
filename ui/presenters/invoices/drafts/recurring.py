"""The register of invoices that come again, and the drafts of those that are due; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.make_recurring import MakeRecurringDrafts, make_recurring_drafts
from subcontract.actions.save_recurring import SaveRecurring, save_recurring
from subcontract.days import Month
from subcontract.ids import CustomerId, RecurringInvoiceId, UnitId
from subcontract.invoicing.recurring import (
    RecurringInvoice,
    RecurringLine,
    due_periods,
    has_ended,
    is_due,
)
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job
from subcontract.money import Money, total
from subcontract.ports import Lists
from subcontract.problems import Problem
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door, Notice
from ui.presenters.forms.fields import Choice
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.invoices.drafts import recurring_fields as fields
from ui.presenters.invoices.lacks import in_short
from ui.presenters.registers.named_register import NamedRegister
from ui.presenters.tables.table import Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts

MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringRead:
    """The unit's records, and who and what they may be of."""

    records: tuple[RecurringInvoice, ...]
    customers: dict[CustomerId, Customer]
    jobs: tuple[Job, ...]


class RecurringPresenter(NamedRegister[RecurringInvoice]):
    """Invoices that come again."""

    depends_on = frozenset({Kind.RECURRING, Kind.CUSTOMERS, Kind.JOBS})
    new_words = N_("New recurring invoice")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(
            picture="post",
            sentence=N_("No recurring invoices. Write here what is invoiced again and again."),
            button=N_("New recurring invoice"),
            command=self.start_new,
        )
        table = TablePresenter(fields.COLUMNS, texts, name=N_("Recurring invoices"), empty=empty)
        table.count_words = (N_("{number} recurring invoice"), N_("{number} recurring invoices"))
        table.sort_by("next")
        form = FormPresenter(fields.FIELDS, texts, door.today, name=N_("Recurring invoice"))
        super().__init__(door, texts, table, form)
        self.written = LinesPresenter(
            "lines", fields.LINE, texts, door.today, name=N_("Lines of the invoice"), add=N_("Add a line")
        )
        self.written.on_change = lambda: self.changed("lines")
        self.lines = self.parts = (self.written,)
        self.read: RecurringRead | None = None
        self.on_made: Callable[[], None] | None = None

    # --- reading

    def load(self) -> None:
        """Read the records, the customers and their jobs."""
        unit = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, unit), self._fill)

    def _fill(self, read: RecurringRead) -> None:
        self.read = read
        active = sorted(
            (one for one in read.customers.values() if one.active), key=lambda one: one.name.casefold()
        )
        self.form.set_choices("customer", (Choice(value=one.id, label=one.name) for one in active))
        self._offer_jobs()
        self.fill(read.records, (self._row(one, read) for one in read.records))

    def _row(self, record: RecurringInvoice, read: RecurringRead) -> Row:
        customer = read.customers.get(record.customer)
        return Row(
            id=record.id,
            cells={
                "name": record.name,
                "customer": customer.name if customer else "",
                "months": self.texts.say(fields.INTERVALS[record.months]),
                "next": None if has_ended(record) else record.next_day,
                "net": _net(record),
                "state": self._state(record),
            },
            tone=Tone.QUIET if has_ended(record) else Tone.NONE,
        )

    def _state(self, record: RecurringInvoice) -> State:
        if has_ended(record):
            return State(self.texts.say(N_("Ended")), Tone.QUIET)
        if is_due(record, self.door.today()):
            return State(self.texts.say(N_("To be invoiced")), Tone.ATTENTION, "clock")
        return State(self.texts.say(N_("Waits for its day")), Tone.READY)

    # --- the record

    @property
    def heading(self) -> str:
        """What stands above the open record."""
        if self.current is None or self.is_new:
            return self.texts.say(self.new_words)
        return self.current.name

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.may(Permission.EDIT_INVOICES) and not self.busy

    def new_record(self) -> RecurringInvoice:
        """One line every month, from this month on."""
        today = self.door.today()
        return RecurringInvoice(
            id=RecurringInvoiceId(ids.new()),
            unit=self.door.who.unit,
            customer=CustomerId(ids.new()),
            name="",
            lines=(RecurringLine(text="", quantity=Decimal(1), unit="", unit_price=Decimal(0)),),
            next_day=Month.of(today).last,
        )

    def values_of(self, record: RecurringInvoice) -> dict[str, object]:
        """The form's values; a new record has no customer yet."""
        values = fields.values_of(record)
        return {**values, "customer": None, "job": None} if self.is_new else values

    def load_lines(self, record: RecurringInvoice) -> None:
        """The lines of the record; a price of nought is not written yet."""
        self.written.load(
            {**fields.values_of_line(line), "unit_price": line.unit_price or None} for line in record.lines
        )
        self._offer_jobs()

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> RecurringInvoice:
        """The open record with what stands in the form."""
        base = self.current or self.new_record()
        return fields.record_of(base, values, lines["lines"], self.kept_fields)

    def save_ask(self, record: RecurringInvoice) -> tuple[ActionFunction, object]:
        """How a record is saved."""
        return save_recurring, SaveRecurring(recurring=record)

    def follow(self) -> None:
        """Who may not edit reads; only the chosen customer's jobs can be chosen."""
        form = self.form
        form.hidden = {"active"} if self.is_new else set()
        may = self.may(Permission.EDIT_INVOICES)
        form.locked = set() if may else set(form.specs)
        self.written.locked = not may
        self._offer_jobs()

    def _offer_jobs(self) -> None:
        jobs = self.read.jobs if self.read else ()
        customer = self.form.picked.get("customer")
        own = [job for job in jobs if job.customer == customer]
        self.form.set_choices(
            "job",
            (
                Choice(value=None, label=N_("No job")),
                *(Choice(value=job.id, label=f"{job.number} {job.name}") for job in own),
            ),
        )

    # --- making drafts

    @property
    def due(self) -> int:
        """How many drafts can be made now."""
        today = self.door.today()
        return sum(sum(1 for _ in due_periods(one, today)) for one in self.records.values())

    @property
    def make_words(self) -> str:
        """What the button that makes them says."""
        return self.texts.count(N_("Make {number} draft"), N_("Make {number} drafts"), self.due)

    @property
    def can_make(self) -> bool:
        """Whether there are drafts to be made."""
        return bool(self.due) and self.may(Permission.EDIT_INVOICES) and not self.busy

    def make(self) -> None:
        """Make a draft of every period that has ended."""
        if self.can_make:
            self.act(make_recurring_drafts, MakeRecurringDrafts(texts_in=CatalogueTexts), done=self._made)

    def _made(self, done: Done) -> None:
        made, left = done.facts["made"], done.facts["left"]
        assert isinstance(made, int)  # noqa: S101 - the act says so
        assert isinstance(left, tuple)  # noqa: S101 - the act says so
        one, many = N_("{number} draft was made."), N_("{number} drafts were made.")
        words = [self.texts.count(one, many, made), *(self._left(*each) for each in left[:MOST_NAMED])]
        self.notice = Notice("\n".join(words), Tone.ATTENTION if left else Tone.READY)
        self.load()

    def _left(self, record: RecurringInvoiceId, problem: Problem) -> str:
        found = self.records.get(record)
        return f"{found.name if found else ''}: {in_short(problem, self.texts)}"


def _net(record: RecurringInvoice) -> Money:
    """What one invoice comes to without VAT."""
    return total(
        line_net(
            LineAmounts(quantity=line.quantity, unit_price=line.unit_price, discount=line.discount, vat="0")
        )
        for line in record.lines
    )


def _read(lists: Lists, unit: UnitId) -> RecurringRead:
    return RecurringRead(
        records=lists.invoicing.recurring.where(unit=unit),
        customers={one.id: one for one in lists.customers.all()},
        jobs=lists.jobs.where(unit=unit),
    )
