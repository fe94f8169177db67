"""What a decision on a wage subsidy holds; no Qt."""

from decimal import Decimal

from subcontract.benefits.records_check import LONGEST_NUMBER, MOST_CAP
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.money import Money
from subcontract.words import N_
from ui.presenters.forms.days_fields import FROM, until
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.tables.table import CellKind, Column

COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=9),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="ground", title=N_("Ground"), grows=True),
    Column(key="percentage", title=N_("Share %"), kind=CellKind.NUMBER, worth=3),
    Column(key="cap", title=N_("At most in a month"), kind=CellKind.MONEY, worth=2),
    Column(key="number", title=N_("Number of the decision"), worth=0),
)
FIELDS = (
    FieldSpec(
        name="ground",
        label=N_("Ground"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=kind, label=name) for kind, name in GROUNDS.items()),
    ),
    FieldSpec(
        name="percentage",
        label=N_("Share of the eligible pay"),
        kind=FieldKind.PERCENT,
        required=True,
        most=Decimal(100),
    ),
    FieldSpec(
        name="cap",
        label=N_("At most in a month"),
        kind=FieldKind.MONEY,
        required=True,
        most=MOST_CAP,
        least=Money("0.01"),
        help=N_("Share and sum are offered by the rule. Write what the decision says: it always wins."),
    ),
    FROM,
    until(
        required=True, help=N_("In a month that the decision covers in part, only that part can be claimed.")
    ),
    FieldSpec(
        name="decided_on",
        label=N_("Decided on"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("The employment must begin after this day."),
    ),
    FieldSpec(
        name="employment",
        label=N_("Employment that it is for"),
        kind=FieldKind.CHOICE,
        help=N_("Can be left open until the agreement has been made."),
    ),
    FieldSpec(name="number", label=N_("Number of the decision"), max_length=LONGEST_NUMBER),
    FieldSpec(
        name="working_time",
        label=N_("Working time, per cent of full hours"),
        kind=FieldKind.PERCENT,
        most=Decimal(100),
        help=N_("Needed at 100 per cent."),
    ),
    FieldSpec(
        name="extension_applied",
        label=N_("Extension applied for on"),
        kind=FieldKind.DATE,
        help=N_("Then it is not reminded of any more."),
    ),
)
PLAIN = ("ground", "percentage", "cap", "decided_on", "employment", "number", "extension_applied")
