"""The columns, fields and lines of invoices that come again; no Qt."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.invoicing.drafting.recurring_check import LONGEST_NOTE, LONGEST_NUMBER
from subcontract.invoicing.recurring import RecurringInvoice, RecurringLine
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.invoices.drafts.line_fields import DISCOUNT, QUANTITY, TEXT, UNIT, UNIT_PRICE, VAT_CLASS
from ui.presenters.tables.table import STAYS, CellKind, Column

INTERVALS = {
    1: N_("Every month"),
    2: N_("Every second month"),
    3: N_("Every third month"),
    6: N_("Twice a year"),
    12: N_("Once a year"),
}
COLUMNS = (
    Column(key="name", title=N_("Name"), grows=True),
    Column(key="customer", title=N_("Customer")),
    Column(key="months", title=N_("How often"), worth=1),
    Column(key="next", title=N_("Period ends"), kind=CellKind.DATE, worth=STAYS),
    Column(key="net", title=N_("Without VAT"), kind=CellKind.MONEY, worth=3),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=2),
)
WHAT, WHEN, TEXTS = N_("What and for whom"), N_("When"), N_("Texts of the invoice")
FIELDS = (
    FieldSpec(
        name="name",
        label=N_("Name"),
        required=True,
        group=WHAT,
        max_length=120,
        help=N_("For the list only; the lines stand on the invoice."),
    ),
    FieldSpec(name="customer", label=N_("Customer"), kind=FieldKind.CHOICE, required=True, group=WHAT),
    FieldSpec(name="job", label=N_("Job"), kind=FieldKind.CHOICE, group=WHAT),
    FieldSpec(
        name="months",
        label=N_("How often"),
        kind=FieldKind.CHOICE,
        required=True,
        group=WHEN,
        choices=tuple(Choice(value=months, label=word) for months, word in INTERVALS.items()),
    ),
    FieldSpec(
        name="next_day",
        label=N_("Last day of the next period"),
        kind=FieldKind.DATE,
        required=True,
        group=WHEN,
        help=N_("The draft can be made from this day on, and VAT is that of this day (VAT Act, section 15)."),
    ),
    FieldSpec(
        name="last_day",
        label=N_("Nothing is invoiced after"),
        kind=FieldKind.DATE,
        group=WHEN,
        help=N_("A period that this day cuts is not invoiced: write its part by hand."),
    ),
    FieldSpec(
        name="order_number",
        label=N_("Customer's order number"),
        group=TEXTS,
        max_length=LONGEST_NUMBER,
    ),
    FieldSpec(
        name="note",
        label=N_("Message on the invoice"),
        kind=FieldKind.MULTILINE,
        group=TEXTS,
        max_length=LONGEST_NOTE,
        help=N_("Do not write who did the work: a client is never named on an invoice."),
    ),
    FieldSpec(name="active", label=N_("Goes on"), kind=FieldKind.FLAG, group=TEXTS),
)
PLAIN = ("name", "customer", "job", "months", "next_day", "last_day", "order_number", "note", "active")
LINE = (TEXT, QUANTITY, UNIT, UNIT_PRICE, DISCOUNT, VAT_CLASS)


def values_of(record: RecurringInvoice) -> dict[str, object]:
    """The values of the form."""
    return {name: getattr(record, name) for name in PLAIN}


def values_of_line(line: RecurringLine) -> dict[str, object]:
    """The values of a line; no discount is an empty field."""
    values: dict[str, object] = {spec.name: getattr(line, spec.name) for spec in LINE}
    return {**values, "discount": line.discount or None}


def line_of(values: dict[str, Any]) -> RecurringLine:
    """A line as typed."""
    return RecurringLine(**{**values, "discount": values["discount"] or Decimal(0)})


def record_of(
    base: RecurringInvoice, values: dict[str, Any], lines: list[dict[str, Any]], kept: frozenset[str]
) -> RecurringInvoice:
    """The record with what stands in the form."""
    plain = {name: values[name] for name in PLAIN if name in kept}
    return replace(base, **plain, lines=tuple(line_of(row) for row in lines))
