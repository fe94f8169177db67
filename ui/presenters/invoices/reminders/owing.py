"""What customers owe, by how late it is, and their statements of open items; no Qt."""

from dataclasses import dataclass
from datetime import date

from subcontract import papers
from subcontract.actions.act import Kind
from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, UnitId
from subcontract.invoicing.collecting.ages import Age
from subcontract.invoicing.collecting.owing import OpenItem, by_age, by_customer
from subcontract.jobs.customer import Customer
from subcontract.money import total
from subcontract.papers.bundle import put_together
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.base import Door, Presenter, Progress, Work
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

AGES = {
    Age.NOT_DUE: N_("Not due"),
    Age.TO_14: N_("1–14 days"),
    Age.TO_30: N_("15–30 days"),
    Age.TO_60: N_("31–60 days"),
    Age.OVER_60: N_("Over 60 days"),
}
COLUMNS = (
    Column(key="customer", title=N_("Customer"), grows=True),
    *(
        Column(key=age.value, title=word, kind=CellKind.MONEY, total=True, worth=at)
        for at, (age, word) in enumerate(AGES.items())
    ),
    Column(key="open", title=N_("Open in all"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
ITEMS = (
    Column(key="number", title=N_("Invoice")),
    Column(key="due", title=N_("Due day"), kind=CellKind.DATE),
    Column(key="late", title=N_("Days late"), kind=CellKind.NUMBER, worth=1),
    Column(key="charged", title=N_("Reminders' charges in it"), kind=CellKind.MONEY, total=True, worth=0),
    Column(key="left", title=N_("Still open"), kind=CellKind.MONEY, total=True, worth=STAYS),
)
YEARS = 10
"""How far back open invoices are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwingFacts:
    """Customers who owe something, and what."""

    unit: Unit
    customers: dict[CustomerId, Customer]
    items: dict[CustomerId, tuple[OpenItem, ...]]


class OwingPresenter(Presenter):
    """Customers with open invoices; a statement of one, or of all in one file."""

    depends_on = frozenset({Kind.INVOICES, Kind.CUSTOMERS, Kind.UNITS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        super().__init__(door, texts)
        self.facts: OwingFacts | None = None
        self.paper = b""
        """The statement, or all of them, in the preview."""
        self.paper_name = ""
        self.done = self.of = 0
        """How many statements are ready of how many; 0 while none are being made."""
        self._work: Work | None = None
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Open items by customer"),
            empty=Empty(picture="success", sentence=N_("Nobody owes anything: every invoice is settled.")),
        )
        self.table.count_words = (N_("{number} customer"), N_("{number} customers"))
        self.table.on_select = lambda _row: self._chosen()
        self.table.on_open = lambda _row: self.show_statement()
        self.table.listen(self.tell)
        self.items = TablePresenter(ITEMS, texts, name=N_("Open invoices of the customer"))
        self.items.count_words = (N_("{number} invoice"), N_("{number} invoices"))

    # --- reading

    def load(self) -> None:
        """Read what is open today."""
        unit, today = self.door.who.unit, self.door.today()
        self.door.ask(lambda lists: read_owing(lists, unit, today), self._fill)

    def _fill(self, facts: OwingFacts) -> None:
        self.facts = facts
        in_order = sorted(facts.items, key=lambda one: sort_key(facts.customers[one].name))
        self.table.set_rows(self._row(customer, facts) for customer in in_order)
        self._chosen()

    def _row(self, customer: CustomerId, facts: OwingFacts) -> Row:
        items = facts.items[customer]
        sums = by_age(items)
        cells: dict[str, object] = {age.value: sums[age] or None for age in Age}
        cells |= {"customer": facts.customers[customer].name, "open": total(one.left for one in items)}
        return Row(id=customer, cells=cells, tone=Tone.WRONG if sums[Age.OVER_60] else Tone.NONE)

    # --- the selected customer

    @property
    def selected(self) -> CustomerId | None:
        """The selected customer, while in sight."""
        in_sight = {row.id for row in self.table.visible}
        known = self.facts.items if self.facts else {}
        return next((one for one in known if one == self.table.selected and one in in_sight), None)

    def _chosen(self) -> None:
        one = self.selected
        items = self.facts.items[one] if self.facts is not None and one is not None else ()
        self.items.set_rows(
            Row(
                id=item.invoice,
                cells={
                    "number": str(item.number),
                    "due": item.due,
                    "late": item.late or None,
                    "charged": item.charged or None,
                    "left": item.left,
                },
                sort={"number": item.number},
            )
            for item in items
        )
        self.tell()

    @property
    def heading(self) -> str:
        """Who is selected."""
        one = self.selected
        return self.facts.customers[one].name if self.facts is not None and one is not None else ""

    # --- statements

    @property
    def is_working(self) -> bool:
        """Whether statements are being made."""
        return self.of > 0

    @property
    def can_show(self) -> bool:
        """Whether a statement of the selected customer can be made now."""
        return self.selected is not None and not self.is_working

    @property
    def can_show_all(self) -> bool:
        """Whether there is anybody to make statements of."""
        return bool(self.table.visible) and not self.is_working

    def show_statement(self) -> None:
        """Make the statement of the selected customer and show it."""
        if self.selected is not None and self.can_show:
            self._make((self.selected,))

    def show_all(self) -> None:
        """Make the statements of all customers in sight, in their order, as one file."""
        if self.can_show_all and self.facts is not None:
            known = self.facts.items
            self._make(tuple(one for row in self.table.visible for one in known if one == row.id))

    def _make(self, wanted: tuple[CustomerId, ...]) -> None:
        """Make statements as a job that can be stopped; one alone stays tagged for screen readers."""
        facts, day = self.facts, self.door.today()
        if facts is None:
            return
        self.done, self.of = 0, len(wanted)
        name = self.texts.say(N_("open-items-{day}"), day=day.isoformat())
        self.paper_name = f"{name}.pdf"

        def job(_lists: Lists, progress: Progress) -> bytes:
            made = (statement_of(one, facts, day) for one in wanted)
            if len(wanted) == 1:
                return next(made)
            return put_together(((paper,) for paper in made), lambda at: progress.step(at, len(wanted)))

        self._work = self.door.work(job, self._made, progress=self._told)
        if not self.of:  # a door that answers at once has answered
            self._work = None
        self.tell()

    def _told(self, done: int, of: int, _what: str) -> None:
        if self.is_working:
            self.done, self.of = done, of
            self.tell()

    def _made(self, paper: bytes) -> None:
        self._work, self.done, self.of, self.paper = None, 0, 0, paper
        self.tell()

    def cancel(self) -> None:
        """Stop making statements."""
        if self._work is not None:
            self._work.cancel()
        self._work, self.done, self.of = None, 0, 0
        self.tell()

    def close(self) -> None:
        """Close the preview."""
        self.paper = b""
        self.tell()


def read_owing(lists: Lists, unit: UnitId, today: date) -> OwingFacts:
    """What is open of every invoice of the last years."""
    heads = lists.invoice_heads(DateRange(Month(today.year - YEARS, 1).first))
    items = by_customer(heads, today)
    customers = {customer.id: customer for customer in lists.customers.all()}
    return OwingFacts(unit=lists.units.get(unit), customers=customers, items=items)


def statement_of(customer: CustomerId, facts: OwingFacts, day: date) -> bytes:
    """One customer's statement, in its language."""
    whose = facts.customers[customer]
    told = papers.OpenItemsFacts(customer=whose, unit=facts.unit, items=facts.items[customer], day=day)
    return papers.open_items_pdf(told, CatalogueTexts(whose.language))
