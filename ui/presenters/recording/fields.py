"""The fields of what belongs to the whole group, of a material and of one more client; no Qt."""

from subcontract.hours.entry import Attendance
from subcontract.hours.told import MOST_PIECES
from subcontract.jobs.job import SplitRule
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.tables.table import CellKind, Column

RULES = (
    Choice(value=SplitRule.MINUTES, label=N_("shared by time")),
    Choice(value=SplitRule.PIECES, label=N_("shared by own pieces")),
    Choice(value=SplitRule.AGREED, label=N_("shared as agreed")),
    Choice(value=SplitRule.EQUAL, label=N_("shared equally")),
)
REASON = FieldSpec(name="reason", label=N_("Reason for the correction"), max_length=200)
FIELDS = (
    FieldSpec(
        name="pieces",
        label=N_("Group's result"),
        kind=FieldKind.QUANTITY,
        places=0,
        unit=N_("pieces"),
        most=MOST_PIECES,
    ),
    FieldSpec(
        name="split", label=N_("How it is shared"), kind=FieldKind.CHOICE, required=True, choices=RULES
    ),
    FieldSpec(name="rejects", label=N_("Rejects"), kind=FieldKind.QUANTITY, places=0, unit=N_("pieces")),
    FieldSpec(name="coaching", label=N_("Coach's hours"), kind=FieldKind.HOURS, most=1500),
    REASON,
)
MATERIAL_FIELDS = (
    FieldSpec(
        name="material", label=N_("What"), required=True, help=N_("For example packing tape, or kilometres.")
    ),
    FieldSpec(name="quantity", label=N_("How much"), kind=FieldKind.QUANTITY, required=True),
    FieldSpec(name="unit_price", label=N_("Price of one, without VAT"), kind=FieldKind.MONEY, required=True),
    REASON,
)
MATERIAL_COLUMNS = (
    Column(key="material", title=N_("What"), grows=True),
    Column(key="quantity", title=N_("How much"), kind=CellKind.NUMBER),
    Column(key="sum", title=N_("Sum"), kind=CellKind.MONEY, total=True),
)
NOBODY = "nobody"
"""The choice of who came beside the others."""
CLIENT_FIELDS = (
    FieldSpec(
        name="client",
        label=N_("Client"),
        kind=FieldKind.CHOICE,
        required=True,
        help=N_("Recorded as at work at the shift's times; change them in the grid."),
    ),
    FieldSpec(name="instead", label=N_("In whose place"), kind=FieldKind.CHOICE),
    FieldSpec(
        name="attendance",
        label=N_("Why the other did not come"),
        kind=FieldKind.CHOICE,
        choices=(
            Choice(value=Attendance.SICK, label=N_("Sick")),
            Choice(value=Attendance.AWAY, label=N_("Away")),
        ),
        help=N_("Both rows are recorded at once. The plan stays as it was."),
    ),
    REASON,
)
