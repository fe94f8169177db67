"""Typed lines of a month: sick pay, paid absence, other wage, fees, tickets, kilometres; no Qt."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from subcontract.actions.act import Done, Permission
from subcontract.actions.pay_items import AddPayItem, RemovePayItem, add_pay_item, remove_pay_item
from subcontract.money import ZERO, Money, product
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import EXPENSES, TYPED, PayCode, PayItem
from subcontract.payout.wages.earned import pay_of_minutes
from subcontract.payout.wages.lines import TYPED as WORDS
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter, SummaryLine
from ui.presenters.pay.of_run import OfRun
from ui.presenters.pay.reading import RunFacts
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter

LONGEST_TEXT = 120
COUNTED = (PayCode.FEE, *EXPENSES)
"""Kinds that may be so many times a price."""
TIMED = (PayCode.SICK_PAY, PayCode.PAID_ABSENCE, PayCode.OTHER_WAGE, PayCode.OVERTIME_INCREMENT)
"""Kinds that may tell the hours that they are for."""
BY_THE_HOUR = (PayCode.SICK_PAY, PayCode.PAID_ABSENCE)
"""Kinds whose hours are worth the agreed pay of an hour."""
FIELDS = (
    FieldSpec(name="kind", label=N_("What is paid"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(name="client", label=N_("Client"), kind=FieldKind.CHOICE, required=True),
    FieldSpec(name="day", label=N_("Day"), kind=FieldKind.DATE, required=True),
    FieldSpec(name="text", label=N_("More about it"), max_length=LONGEST_TEXT),
    FieldSpec(name="minutes", label=N_("Hours"), kind=FieldKind.HOURS, most=31 * 24 * 60),
    FieldSpec(
        name="quantity",
        label=N_("How many"),
        kind=FieldKind.QUANTITY,
        places=4,
        help=N_("Tickets, kilometres or times."),
    ),
    FieldSpec(
        name="rate",
        label=N_("Price of one"),
        kind=FieldKind.QUANTITY,
        places=4,
        unit="€",
        help=N_("Of kilometres the unit's own rate when left empty."),
    ),
    FieldSpec(
        name="amount",
        label=N_("Sum"),
        kind=FieldKind.MONEY,
        help=N_(
            "May be left empty where it follows from how many and the price, or from the hours and the "
            "agreed hourly pay."
        ),
    ),
)
COLUMNS = (
    Column(key="name", title=N_("Client"), grows=True),
    Column(key="kind", title=N_("What is paid")),
    Column(key="day", title=N_("Day"), kind=CellKind.DATE),
    Column(key="text", title=N_("More about it"), worth=0),
    Column(key="quantity", title=N_("How many"), kind=CellKind.NUMBER),
    Column(key="amount", title=N_("Sum"), kind=CellKind.MONEY, total=True),
)
EMPTY = Empty(picture="document", sentence=N_("Nothing has been typed for this month."))


class PayItems:
    """The typed lines of the month that is open."""

    def __init__(self, runs: OfRun) -> None:
        """Belong to the pay runs' presenter."""
        self.runs = runs
        self.is_open = False
        self.form = FormPresenter(FIELDS, runs.texts, runs.door.today, name=N_("New line"))
        self.form.on_change = lambda _name: self._changed()
        self.form.summary = self._summary
        self.table = TablePresenter(COLUMNS, runs.texts, name=N_("Typed lines"), empty=EMPTY)
        self.table.count_words = (N_("{number} line"), N_("{number} lines"))
        self.table.on_select = lambda _row: runs.tell()

    # --- reading

    @property
    def can_open(self) -> bool:
        """Whether lines can be typed for the month."""
        return (
            self.runs.month is not None
            and not self.runs.is_approved
            and self.runs.may(Permission.CALCULATE_PAY)
        )

    def open(self) -> None:
        """Show the lines of the month, and a new one to fill in."""
        if self.can_open:
            self.is_open, self.runs.notice = True, None
            self.read()
            self._start()
            self.runs.tell()

    def close(self) -> None:
        """Back to the people of the run."""
        self.is_open = False
        self.runs.tell()

    def read(self) -> None:
        """Show what has been read of the month."""
        facts = self.runs.facts
        if facts is None or not self.is_open:
            return
        people = sorted(facts.clients.values(), key=lambda client: client.name)
        self.form.set_choices(
            "client", (Choice(value=one.id, label=one.name) for one in people if one.active)
        )
        self.form.set_choices("kind", (Choice(value=kind, label=WORDS[kind][0]) for kind in self._kinds()))
        self.table.set_rows(self._row(item, facts) for item in facts.items)

    def _kinds(self) -> tuple[PayCode, ...]:
        """What can be typed in this ledger; costs are paid back in whichever pays the client."""
        return TYPED if self.runs.ledger is Ledger.WAGE else EXPENSES

    def _row(self, item: PayItem, facts: RunFacts) -> Row:
        """One typed line."""
        client = facts.clients.get(item.client)
        return Row(
            id=item.id,
            cells={
                "name": client.name if client else "",
                "kind": self.runs.texts.say(WORDS[item.kind][0]),
                "day": item.day,
                "text": item.text or None,
                "quantity": item.quantity or None,
                "amount": item.amount,
            },
        )

    def _start(self) -> None:
        """An empty line on the last day of the month, or today."""
        month, today = self.runs.month, self.runs.door.today()
        if month is not None:
            self.form.load({"kind": self._kinds()[0], "day": min(max(today, month.first), month.last)})
            self._ready()

    def _ready(self) -> None:
        """The form has been filled anew: show the fields of its kind."""
        self._changed()
        self.form.tell()

    def _changed(self) -> None:
        """Show only the fields that belong to the kind."""
        kind = self.form.picked["kind"]
        self.form.hidden = set()
        if kind not in COUNTED:
            self.form.hidden |= {"quantity", "rate"}
        if kind not in TIMED:
            self.form.hidden.add("minutes")
        self.runs.tell()

    def _summary(self, values: Mapping[str, Any]) -> Iterable[SummaryLine]:
        """What so many times a price comes to, by the unit's own rate where none is typed; or hours."""
        texts, settings = self.runs.texts, self.runs.facts.settings if self.runs.facts else None
        if by_hours := self._of_hours(values):
            yield SummaryLine(label=texts.say(N_("Sum")), value=texts.money(by_hours), large=True)
        quantity = values.get("quantity")
        if not quantity or "quantity" in self.form.hidden:
            return
        own = settings.per_kilometre if settings and values["kind"] is PayCode.KILOMETRES else Decimal(0)
        if rate := values.get("rate") or own:
            amount = Money.rounded(product(quantity, rate))
            yield SummaryLine(label=texts.say(N_("Sum")), value=texts.money(amount), large=True)

    def _of_hours(self, values: Mapping[str, Any]) -> Money:
        """What typed hours come to by the one agreement of the day; nothing where a sum is typed."""
        facts, day, minutes = self.runs.facts, values.get("day"), values.get("minutes")
        typed = values.get("amount") or values.get("kind") not in BY_THE_HOUR
        if facts is None or day is None or not minutes or typed:
            return ZERO
        mine = (one.terms_on(day) for one in facts.employments if one.client == values.get("client"))
        terms = [one for one in mine if one is not None]
        return pay_of_minutes(minutes, terms[0].hourly_base.amount) if len(terms) == 1 else ZERO

    # --- acting

    @property
    def verb(self) -> str:
        """What the primary button does."""
        return self.runs.texts.say(N_("Add the line"))

    def add(self) -> None:
        """Add the line; the form is then ready for the next."""
        month, values = self.runs.month, self.form.parsed()
        if month is None or values is None or not self.can_open:
            self.runs.tell()
            return
        ask = AddPayItem(
            client=values["client"],
            month=month,
            day=values["day"],
            kind=values["kind"],
            text=values["text"],
            minutes=values["minutes"] or 0,
            quantity=values["quantity"] or Decimal(0),
            rate=values["rate"] or Decimal(0),
            amount=values["amount"] or self._of_hours(values),
        )
        self.runs.act(add_pay_item, ask, done=self._added, form=self.form)

    def _added(self, _done: Done) -> None:
        kept = {name: self.form.picked[name] for name in ("kind", "client")}
        self.form.load({**kept, "day": self.form.value("day")})
        self._ready()
        self.runs.load()

    @property
    def can_remove(self) -> bool:
        """Whether the selected line can be taken away."""
        return self.can_open and self._selected is not None

    @property
    def _selected(self) -> PayItem | None:
        facts = self.runs.facts
        return next((one for one in facts.items if one.id == self.table.selected), None) if facts else None

    def remove(self) -> None:
        """Take the selected line away; it can be undone."""
        if (item := self._selected) is not None and self.can_open:
            self.runs.act(remove_pay_item, RemovePayItem(item=item.id), done=lambda _done: self.runs.load())
