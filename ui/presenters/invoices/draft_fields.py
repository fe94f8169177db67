"""The columns of a draft's lines and the fields of its texts; no Qt."""

from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind, FieldSpec
from ui.presenters.tables.table import STAYS, CellKind, Column

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
    FieldSpec(name="order_number", label=N_("Customer's order number"), max_length=40),
    FieldSpec(name="buyer_reference", label=N_("Buyer's reference"), max_length=40),
    FieldSpec(
        name="note",
        label=N_("Message on the invoice"),
        kind=FieldKind.MULTILINE,
        max_length=1000,
        help=N_("Do not write who did the work: a client is never named on an invoice."),
    ),
    FieldSpec(name="exemption", label=N_("Ground of exemption from VAT"), max_length=200),
)
VAT_WORDS = {"E": N_("no VAT"), "AE": N_("reverse charge"), "Z": N_("zero rate")}
