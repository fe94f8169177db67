"""The columns of a draft's lines and the fields of its texts; no Qt."""

from typing import Any

from subcontract.actions.edit_draft import LONGEST_NUMBER, LONGEST_REFERENCE
from subcontract.invoicing.records import Draft
from subcontract.jobs.vat_classes import BY_CODE, EXEMPTIONS
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.tables.table import STAYS, CellKind, Column
from ui.texts import CatalogueTexts

LINES = (
    Column(key="text", title=N_("Text"), grows=True, editable=True),
    Column(key="days", title=N_("Days of work"), worth=0),
    Column(key="quantity", title=N_("Quantity"), kind=CellKind.NUMBER, worth=3),
    Column(key="unit", title=N_("Unit of measure"), worth=2),
    Column(key="price", title=N_("Unit price"), kind=CellKind.NUMBER, worth=4),
    Column(key="discount", title=N_("Discount"), kind=CellKind.PERCENT, editable=True),
    Column(key="vat", title=N_("VAT"), worth=0),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, total=True, worth=STAYS),
    Column(key="gross", title=N_("With VAT"), kind=CellKind.MONEY),
)
FIELDS = (
    FieldSpec(name="order_number", label=N_("Customer's order number"), max_length=LONGEST_NUMBER),
    FieldSpec(name="buyer_reference", label=N_("Buyer's reference"), max_length=LONGEST_REFERENCE),
    FieldSpec(name="buyer_cost_centre", label=N_("Buyer's cost centre"), max_length=LONGEST_NUMBER),
    FieldSpec(
        name="note",
        label=N_("Message on the invoice"),
        kind=FieldKind.MULTILINE,
        max_length=1000,
        help=N_("Do not write who did the work: a client is never named on an invoice."),
    ),
    FieldSpec(
        name="attachments",
        label=N_("Attachments"),
        kind=FieldKind.MULTILINE,
        max_length=1000,
        help=N_("Names of the papers that go with the invoice, one on each line. No client's name."),
    ),
    FieldSpec(
        name="exemption_code",
        label=N_("Why there is no VAT"),
        kind=FieldKind.CHOICE,
        choices=(
            *(Choice(value=one.code, label=one.name) for one in EXEMPTIONS),
            Choice(value="", label=N_("Another ground")),
        ),
        help=N_(
            "Work sold to outside customers is not a social service: it is taxable even when it is done in "
            "day activity (KHO 1995 T 4976)."
        ),
    ),
    FieldSpec(name="exemption", label=N_("Ground of exemption from VAT"), max_length=200),
)
GROUND = frozenset({"exemption", "exemption_code"})
VAT_WORDS = {"E": N_("no VAT"), "AE": N_("reverse charge"), "Z": N_("zero rate"), "O": N_("outside")}


def values_of(draft: Draft) -> dict[str, object]:
    """The values of the form: attachments one on each line."""
    values = {spec.name: getattr(draft, spec.name) for spec in FIELDS}
    return {**values, "attachments": "\n".join(draft.attachments)}


def asked_of(values: dict[str, Any]) -> dict[str, Any]:
    """The form's values as the act asks for them."""
    names = values["attachments"].splitlines()
    return {
        **values,
        "attachments": tuple(name for name in names if name.strip()),
        "exemption_code": values["exemption_code"] or "",
    }


def ground_written(form: FormPresenter, language: str) -> str | None:
    """What the ground reads once its code has been chosen; ``None`` leaves what was written by hand."""
    texts = CatalogueTexts(language)
    known = {texts.say(one.sentence) for one in EXEMPTIONS}
    code = form.picked["exemption_code"]
    if form.typed["exemption"].strip() not in known | {""}:
        return None
    return texts.say(BY_CODE[code].sentence) if code in BY_CODE else ""
