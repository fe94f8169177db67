"""What is asked of a pot that is shared as pay; no Qt."""

from decimal import Decimal
from enum import StrEnum

from subcontract.words import N_
from ui.presenters.forms.days_fields import FROM, until
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.jobs.words import SPLITS
from ui.presenters.tables.table import CellKind, Column


class SharedAs(StrEnum):
    """What is shared each month."""

    SUM = "sum"
    PERCENT = "percent"


SHARED_AS = {
    SharedAs.SUM: N_("A fixed sum each month"),
    SharedAs.PERCENT: N_("A part of the month's price"),
}
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=9),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="split", title=N_("Shared"), grows=True),
    Column(key="amount", title=N_("Sum of a month"), kind=CellKind.MONEY),
    Column(key="percent", title=N_("% of the price"), kind=CellKind.NUMBER),
)
FIELDS = (
    FROM,
    until(help=N_("Empty while it goes on. In a month of which it has only a part the whole sum is shared.")),
    FieldSpec(
        name="shared_as",
        label=N_("What is shared"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=one, label=word) for one, word in SHARED_AS.items()),
    ),
    FieldSpec(name="amount", label=N_("Sum of a month"), kind=FieldKind.MONEY, required=True),
    FieldSpec(
        name="percent",
        label=N_("Per cent of the price"),
        kind=FieldKind.PERCENT,
        required=True,
        most=Decimal(100),
        help=N_("Of the month's work by the piece, hour or day without VAT. A fixed price has no month."),
    ),
    FieldSpec(
        name="split",
        label=N_("How it is shared"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=one, label=word) for one, word in SPLITS.items()),
    ),
)
