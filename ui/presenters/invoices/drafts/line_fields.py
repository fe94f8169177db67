"""The fields of a line typed by hand, on a draft or on an invoice that comes again; no Qt."""

from decimal import Decimal

from subcontract.invoicing.drafting.hand_lines import LONGEST_TEXT, LONGEST_UNIT, MOST
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.vat_classes import VAT_CLASSES

TEXT = FieldSpec(name="text", label=N_("Text"), required=True, max_length=LONGEST_TEXT)
QUANTITY = FieldSpec(
    name="quantity",
    label=N_("Quantity"),
    kind=FieldKind.QUANTITY,
    required=True,
    places=4,
    most=MOST,
)
UNIT = FieldSpec(name="unit", label=N_("Unit of measure"), max_length=LONGEST_UNIT)
UNIT_PRICE = FieldSpec(
    name="unit_price",
    label=N_("Unit price"),
    kind=FieldKind.QUANTITY,
    required=True,
    unit="€",
    places=4,
    most=MOST,
)
DISCOUNT = FieldSpec(name="discount", label=N_("Discount"), kind=FieldKind.PERCENT, most=Decimal(100))
VAT_CLASS = FieldSpec(
    name="vat_class",
    label=N_("VAT"),
    kind=FieldKind.CHOICE,
    required=True,
    choices=tuple(Choice(value=value, label=word) for value, word in VAT_CLASSES.items()),
)
