"""Lines and charges of the facts."""

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from subcontract.days import DateRange
from subcontract.ids import InvoiceLineId
from subcontract.invoicing.records import InvoiceLine, LineKind
from subcontract.invoicing.totals import LineAmounts, totals
from subcontract.money import Money
from subcontract.problems import Code, Refused, refuse
from ui.calc.case import Case, at_field
from ui.outside import facts_texts as texts

LINE = frozenset({"text", "quantity", "unit", "unit_price", "discount", "vat", "supplied"})
CHARGE = frozenset({"text", "amount", "vat"})
OUTSIDE = "O"
FIRST_AND_LAST = 2


def all_lines(case: Case) -> tuple[InvoiceLine, ...]:
    """The lines, at least one, and after them the charges."""
    lines = tuple(_lines(case))
    days = DateRange(min(one.supplied.first for one in lines), max(one.supplied.last for one in lines))
    return (*lines, *_charges(case, days, len(lines)))


def _lines(case: Case) -> Iterator[InvoiceLine]:
    if not case.items("lines"):
        raise refuse(Code.REQUIRED, "lines")
    for at, line in enumerate(case.cases("lines", LINE)):
        amounts = LineAmounts(
            quantity=line.number("quantity"),
            unit_price=line.number("unit_price"),
            discount=line.number("discount", Decimal(0)),
            vat=line.text("vat"),
        )
        yield InvoiceLine(
            id=InvoiceLineId(UUID(int=at)),
            kind=LineKind.INTEREST if amounts.vat == OUTSIDE else LineKind.OTHER,
            text=texts.line(line, "text", required=True),
            quantity=amounts.quantity,
            unit=texts.line(line, "unit"),
            unit_price=amounts.unit_price,
            discount=amounts.discount,
            vat=amounts.vat,
            net=_net(amounts, line),
            supplied=_supplied(line),
        )


def _net(amounts: LineAmounts, case: Case) -> Money:
    """The net, and a refusal by the place of the line."""
    try:
        return totals((amounts,)).nets[0]
    except Refused as refused:
        one = refused.problems[0]
        field = case.place + one.field if one.field else case.place.rstrip(".")
        raise refuse(one.code, field, **one.facts) from None


def _supplied(case: Case) -> DateRange:
    """The first and the last day of supply."""
    place = case.place + "supplied"
    said = case.items("supplied")
    if not said:
        raise refuse(Code.REQUIRED, place)
    if len(said) != FIRST_AND_LAST:
        raise refuse(Code.WRONG_TYPE, place)
    pair = Case({"first": said[0], "last": said[1]}, frozenset({"first", "last"}), place + ".")
    first, last = pair.day("first"), pair.day("last")
    with at_field(place):
        return DateRange(first, last)


def _charges(case: Case, days: DateRange, begin: int) -> Iterator[InvoiceLine]:
    """Charges on the whole; below nought they are discounts."""
    for at, charge in enumerate(case.cases("charges", CHARGE)):
        amount = charge.money("amount")
        amounts = LineAmounts(quantity=Decimal(1), unit_price=amount.amount, vat=charge.text("vat"))
        yield InvoiceLine(
            id=InvoiceLineId(UUID(int=begin + at)),
            kind=LineKind.CHARGE,
            text=texts.line(charge, "text", required=True),
            quantity=amounts.quantity,
            unit="",
            unit_price=amounts.unit_price,
            vat=amounts.vat,
            net=_net(amounts, charge),
            supplied=days,
        )
