"""The unit's own facts: who sells, who pays, and what its papers say; no Qt."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.save_unit import SaveUnit, save_unit
from subcontract.ids import UnitId
from subcontract.people.unit import Address, ProviderKind, Unit
from subcontract.ports import Lists
from subcontract.problems import Code, Refused
from subcontract.words import N_, Texts
from ui.operators import operator_code
from ui.presenters import e_invoice_fields
from ui.presenters.base import Door, Notice, Presenter, Refusable
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.settings.unit_law import law_of
from ui.presenters.tone import Tone
from ui.problem_sentences import explain

KINDS = {
    ProviderKind.COUNTY: N_("Wellbeing services county"),
    ProviderKind.MUNICIPALITY: N_("Municipality"),
    ProviderKind.ASSOCIATION: N_("Association or foundation"),
    ProviderKind.COMPANY: N_("Company"),
}
SELLER, CONTACT, PAYMENT, PAPERS = (
    N_("Who sells the work"),
    N_("Contact details"),
    N_("How invoices are paid"),
    N_("What papers say"),
)
FIELDS = (
    FieldSpec(name="name", label=N_("Name of the unit"), required=True, group=SELLER, max_length=120),
    FieldSpec(
        name="provider",
        label=N_("Provider"),
        required=True,
        group=SELLER,
        max_length=120,
        help=N_("The body's name as on invoices."),
    ),
    FieldSpec(
        name="kind",
        label=N_("Kind of provider"),
        kind=FieldKind.CHOICE,
        required=True,
        group=SELLER,
        choices=tuple(Choice(value=kind, label=word) for kind, word in KINDS.items()),
        help=N_("A county pays VAT from the first euro and must sell at the market price."),
    ),
    FieldSpec(name="business_id", label=N_("Business ID"), kind=FieldKind.BUSINESS_ID, group=SELLER),
    FieldSpec(
        name="vat_registered",
        label=N_("In the VAT register"),
        kind=FieldKind.FLAG,
        group=SELLER,
        help=N_("Only a seller in the register shows VAT on its invoices."),
    ),
    FieldSpec(name="street", label=N_("Street address"), group=CONTACT, max_length=120),
    FieldSpec(name="postcode", label=N_("Postcode"), group=CONTACT, max_length=12),
    FieldSpec(name="town", label=N_("Town"), group=CONTACT, max_length=60),
    FieldSpec(name="email", label=N_("E-mail"), kind=FieldKind.EMAIL, group=CONTACT),
    FieldSpec(name="phone", label=N_("Telephone"), kind=FieldKind.PHONE, group=CONTACT),
    FieldSpec(
        name="iban",
        label=N_("Account number"),
        kind=FieldKind.IBAN,
        group=PAYMENT,
        help=N_("Printed on the giro slip of every invoice."),
    ),
    *e_invoice_fields.way(PAYMENT),
    FieldSpec(
        name="quote_valid_days",
        label=N_("A quote is valid for"),
        kind=FieldKind.QUANTITY,
        required=True,
        group=PAPERS,
        unit=N_("days"),
        places=0,
        most=Decimal(366),
    ),
    FieldSpec(
        name="invoice_note",
        label=N_("Words at the foot of every invoice"),
        kind=FieldKind.MULTILINE,
        group=PAPERS,
        max_length=500,
    ),
)
ADDRESS = ("street", "postcode", "town")
PLAIN = tuple(spec.name for spec in FIELDS if spec.name not in {*ADDRESS, "quote_valid_days"})


class UnitPresenter(Presenter):
    """The worker's own unit in a form; a logo is a picture already written anew as PNG."""

    depends_on = frozenset({Kind.UNITS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        super().__init__(door, texts)
        self.form = FormPresenter(FIELDS, texts, door.today, name=N_("Unit"))
        self.form.on_change = self._changed
        self.unit: Unit | None = None
        self.logo = b""
        self._takes_newer = False
        """Somebody else saved first: what is typed here is written on top of that next time."""

    def load(self) -> None:
        """Read the unit."""
        own = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, own), self._fill)

    def _fill(self, unit: Unit) -> None:
        if self.unit is None or not self.dirty:
            self.unit = unit
            self.reset()
        elif self._takes_newer:
            self._takes_newer = False
            self.unit = unit

    def _changed(self, _field: str) -> None:
        self._note_law()
        e_invoice_fields.note_operator(self.form, self.texts)
        self.tell()

    def _note_law(self) -> None:
        """Tell beside the register what the law says of a provider of this kind."""
        form = self.form
        registered = bool(form.picked["vat_registered"])
        law = law_of(form.picked["kind"], self.door.today(), self.texts, registered=registered)
        form.notes.pop("vat_registered", None)
        if law:
            form.notes["vat_registered"] = law

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.unit is not None and self.may(Permission.EDIT_UNIT) and self.dirty and not self.busy

    @property
    def dirty(self) -> bool:
        """Whether something has not been saved."""
        return self.form.dirty or (self.unit is not None and self.logo != self.unit.logo)

    @property
    def holds_text(self) -> bool:
        """Whether something typed has not been saved."""
        return self.dirty

    def reset(self) -> None:
        """Take back everything typed."""
        unit = self.unit
        if unit is None:
            return
        self.logo = unit.logo
        values: dict[str, object] = {name: getattr(unit, name) for name in PLAIN}
        values |= {name: getattr(unit.address, name) for name in ADDRESS}
        self.form.load({**values, "quote_valid_days": Decimal(unit.quote_valid_days)})
        self.form.locked = set() if self.may(Permission.EDIT_UNIT) else set(self.form.specs)
        self._note_law()
        e_invoice_fields.note_operator(self.form, self.texts)
        self.form.tell()
        self.tell()

    def set_logo(self, png: bytes) -> None:
        """Take a logo, or take it away with nothing."""
        self.logo = png
        self.notice = None
        self.tell()

    def take_logo(self, read: Callable[[], bytes]) -> None:
        """Take the logo that ``read`` decodes, apart from the window; what is no picture is refused."""
        self.door.work(lambda _lists, _progress: read(), self.set_logo, refused=self.refuse_logo)

    def refuse_logo(self, refused: Refused) -> None:
        """The file was no picture: say why, and keep what there was."""
        self.notice = Notice(explain(refused.problems[0], self.texts), Tone.ATTENTION)
        self.tell()

    def save(self) -> None:
        """Save the unit; what is wrong stands beside its field."""
        values = self.form.parsed()
        if self.unit is None or values is None:
            self.tell()
            return
        self.act(save_unit, SaveUnit(unit=self._unit_of(self.unit, values)), done=self._saved, form=self.form)

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; after somebody else's change saving again writes on top of it."""
        if refused.code is Code.CHANGED_ELSEWHERE:
            self._takes_newer = True
            self.load()
        super().refused(refused, form)

    def _unit_of(self, unit: Unit, values: dict[str, Any]) -> Unit:
        """The unit with what stands in the form."""
        operator = operator_code(values["e_invoice_operator"])
        return replace(
            unit,
            **{**{name: values[name] for name in PLAIN}, "e_invoice_operator": operator},
            address=Address(**{name: values[name] for name in ADDRESS}, country=unit.address.country),
            quote_valid_days=int(values["quote_valid_days"]),
            logo=self.logo,
        )

    def _saved(self, _done: Done) -> None:
        self.form.saved()
        self.unit = None
        self.load()


def _read(lists: Lists, own: UnitId) -> Unit:
    return lists.units.get(own)
