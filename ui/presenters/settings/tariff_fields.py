"""What a tariff's form, its rows and the list of tariffs ask and show; no Qt."""

from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.pay.words import BASES
from ui.presenters.tables.table import CellKind, Column

MODES = {LimitMode.DAY: N_("Each day at most the limit"), LimitMode.PERIOD: N_("The average of the month")}
ABOVE = {AboveLimit.CUT: N_("Cut, and shown as cut"), AboveLimit.TAXABLE: N_("Paid as taxable")}
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="classes", title=N_("Classes"), grows=True),
    Column(key="mode", title=N_("Limit"), worth=0),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=3),
)
FIELDS = (
    FieldSpec(name="first", label=N_("In force from"), kind=FieldKind.DATE, required=True),
    FieldSpec(
        name="last",
        label=N_("Until"),
        kind=FieldKind.DATE,
        help=N_("Leave empty when no end has been decided. A new tariff ends the open one before it."),
    ),
    FieldSpec(
        name="full_day",
        label=N_("A whole day is at least"),
        kind=FieldKind.HOURS,
        required=True,
        help=N_("A shorter day is half a day in classes that have half-days. The law sets no threshold."),
    ),
    FieldSpec(
        name="limit_mode",
        label=N_("How the tax-free limit is read"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=mode, label=word) for mode, word in MODES.items()),
        help=N_("The act says on average per day and no more. Each day at most the limit is always right."),
    ),
    FieldSpec(
        name="above_limit",
        label=N_("What exceeds the limit is"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=policy, label=word) for policy, word in ABOVE.items()),
    ),
)
RATE = (
    FieldSpec(name="tariff_class", label=N_("Tariff class"), required=True, max_length=40),
    FieldSpec(
        name="basis",
        label=N_("Paid by"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=basis, label=word) for basis, word in BASES.items()),
    ),
    FieldSpec(name="amount", label=N_("Amount"), kind=FieldKind.MONEY),
)
