"""Kind ``invoice-totals``: net of each line, VAT once per code and rate, total."""

from collections.abc import Iterator
from decimal import Decimal

from subcontract.invoicing.totals import LineAmounts, Totals, totals
from subcontract.problems import Refused, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, rate
from ui.calc.kinds import Kind

LINE = frozenset({"quantity", "unit_price", "discount", "vat"})


def answer(case: Case) -> Answer:
    """Total the lines."""
    lines = [_line(line) for line in case.cases("lines", LINE)]
    sums = totals(lines)
    result = {
        "lines": [str(net) for net in sums.nets],
        "net": str(sums.net),
        "vat": [
            {"code": one.code, "rate": rate(one.rate), "base": str(one.base), "amount": str(one.amount)}
            for one in sums.vat
        ],
        "total": str(sums.total),
    }
    return Answer(result=result, lines=(*_working(lines, sums), *sums.lines))


def _line(case: Case) -> LineAmounts:
    """Read a line, checked on its own so that a refusal names its place."""
    line = LineAmounts(
        quantity=case.number("quantity"),
        unit_price=case.number("unit_price"),
        discount=case.number("discount", Decimal(0)),
        vat=case.text("vat"),
    )
    try:
        totals((line,))
    except Refused as refused:
        one = refused.problems[0]
        raise refuse(
            one.code, case.place + one.field if one.field else case.place.rstrip("."), **one.facts
        ) from None
    return line


def _working(lines: list[LineAmounts], sums: Totals) -> Iterator[WorkingLine]:
    """How the net of each line came."""
    for line, net in zip(lines, sums.nets, strict=True):
        with_discount = N_("Quantity times unit price, less a discount of {discount} per cent")
        yield WorkingLine(
            what=with_discount if line.discount else N_("Quantity times unit price"),
            facts={"discount": line.discount} if line.discount else {},
            basis=line.quantity,
            rate=line.unit_price,
            amount=net,
        )


KIND = Kind(
    purpose=N_("Totals of an invoice"),
    fields=(
        Field(
            name="lines",
            unit=N_(
                "list of quantity, unit_price without VAT, discount in per cent, and vat: rate, E, AE or Z"
            ),
        ),
    ),
    example=(
        '{"lines":[{"quantity":"1200","unit_price":"0.08","vat":"25.5"},'
        '{"quantity":"6.5","unit_price":"11.50","discount":"10","vat":"25.5"}]}'
    ),
    answer=answer,
)
