"""A line written on a draft by hand, or a charge or a discount on the whole of it; no Qt."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.actions.act import Done
from subcontract.actions.write_line import WriteLine, write_line
from subcontract.days import DateRange
from subcontract.ids import DraftId
from subcontract.invoicing.drafting.arranging import days_of_work
from subcontract.invoicing.drafting.hand_lines import HandLine
from subcontract.invoicing.records import Draft, LineKind
from subcontract.money import Money
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.drafts.draft_acts import DraftActs
from ui.presenters.invoices.drafts.line_fields import DISCOUNT, QUANTITY, TEXT, UNIT, UNIT_PRICE, VAT_CLASS
from ui.presenters.vat_classes import VAT_LAW
from ui.texts import CatalogueTexts

FIELDS = (
    FieldSpec(
        name="kind",
        label=N_("What is added"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=(
            Choice(value=LineKind.OTHER, label=N_("A line")),
            Choice(value=LineKind.CHARGE, label=N_("A charge or a discount on the whole")),
        ),
    ),
    TEXT,
    QUANTITY,
    UNIT,
    replace(UNIT_PRICE, help=N_("Without VAT.")),
    DISCOUNT,
    FieldSpec(
        name="amount",
        label=N_("Sum without VAT"),
        kind=FieldKind.MONEY,
        required=True,
        signed=True,
        help=N_("A discount is below nought: -50."),
    ),
    VAT_CLASS,
    FieldSpec(
        name="first",
        label=N_("First day"),
        kind=FieldKind.DATE,
        help=N_("When it was done or delivered: the last day tells the rate of VAT."),
    ),
    FieldSpec(name="last", label=N_("Last day"), kind=FieldKind.DATE),
    FieldSpec(name="job", label=N_("Job"), kind=FieldKind.CHOICE),
)
OF_LINE = frozenset({"quantity", "unit", "unit_price", "discount"})
OF_CHARGE = frozenset({"amount"})


class DraftLine:
    """The form of one line; it is saved at once, and undo takes it away."""

    def __init__(self, page: DraftActs) -> None:
        """Write on the draft of ``page``."""
        self._page = page
        self.is_open = False
        self._waits_on: DraftId | None = None
        """The draft on which something typed has been given up: it is there when the form opens again."""
        self.form = FormPresenter(FIELDS, page.texts, page.door.today, name=N_("A line by hand"))
        self.form.on_change = self._changed

    def open(self) -> None:
        """Begin a line; what has been typed in the draft is saved first."""
        self._page.when_saved(self._begin)

    def _begin(self) -> None:
        draft = self._page.draft
        if draft is None or not self._page.can_edit:
            return
        self.is_open = True
        waits, self._waits_on = self._waits_on == draft.id and self.form.dirty, draft.id
        if not waits:
            self._start(draft)
        jobs = (Choice(value=job.id, label=f"{job.number} {job.name}") for job in self._page.jobs)
        self.form.set_choices("job", (Choice(value=None, label=N_("No job")), *jobs))
        self._changed("kind")

    def _start(self, draft: Draft) -> None:
        """Begin anew, with the days of the work."""
        days = days_of_work(draft)
        self.form.load(
            {
                "kind": LineKind.OTHER,
                "quantity": Decimal(1),
                "vat_class": "general",
                "first": days.first,
                "last": days.last,
            }
        )

    def close(self) -> None:
        """Put the line aside; what has been typed waits in it."""
        self.is_open = False

    def _changed(self, _name: str) -> None:
        """Ask for a sum or for a price and a quantity; tell what the law says of the class of VAT."""
        charge = self.form.picked["kind"] is LineKind.CHARGE
        self.form.hidden = set(OF_LINE if charge else OF_CHARGE)
        law = VAT_LAW.get(str(self.form.picked["vat_class"]))
        self.form.notes.pop("vat_class", None)
        if law is not None:
            self.form.notes["vat_class"] = self._page.texts.say(law)
        self._page.tell()

    @property
    def verb(self) -> str:
        """What the primary button does."""
        return self._page.texts.say(N_("Add the line"))

    @property
    def can_do(self) -> bool:
        """Whether the line can be added now."""
        return self.is_open and self._page.can_edit

    def do(self) -> None:
        """Add the line."""
        draft, values = self._page.draft, self.form.parsed()
        if draft is None or values is None or not self.can_do:
            self._page.tell()
            return
        try:
            supplied = _days(values)
        except Refused as refused:
            self.form.refuse(refused)
            self._page.tell()
            return
        ask = WriteLine(
            draft=draft.id,
            version=draft.version,
            line=_line(values),
            texts_in=CatalogueTexts,
            supplied=supplied,
            kind=values["kind"],
            job=values["job"],
        )
        self._page.act(write_line, ask, done=self._done, form=self)

    def _done(self, _done: Done) -> None:
        self.close()
        self._waits_on = None
        if self._page.draft is not None:
            self._page.open(self._page.draft.id)

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields; of a charge the price is its sum."""
        charge = self.form.picked["kind"] is LineKind.CHARGE
        moved = (
            Problem(code=one.code, field="amount", facts=one.facts)
            if charge and one.field == "unit_price"
            else one
            for one in refused.problems
        )
        return self.form.refuse(Refused(*moved))


def _days(values: dict[str, Any]) -> DateRange | None:
    """The days of supply; the draft's own when none are written."""
    first, last = values["first"], values["last"]
    if first is None and last is None:
        return None
    if last is not None and first is not None and last < first:
        raise refuse(Code.ENDS_BEFORE_START, "last")
    return DateRange(first or last, last or first)


def _line(values: dict[str, Any]) -> HandLine:
    """What the line says."""
    if values["kind"] is LineKind.CHARGE:
        amount: Money = values["amount"]
        return HandLine(
            text=values["text"],
            quantity=Decimal(1),
            unit="",
            unit_price=amount.amount,
            vat_class=values["vat_class"],
        )
    return HandLine(
        text=values["text"],
        quantity=values["quantity"],
        unit=values["unit"],
        unit_price=values["unit_price"],
        discount=values["discount"] or Decimal(0),
        vat_class=values["vat_class"],
    )
