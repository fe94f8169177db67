"""Rows of Finvoice: what, how much, when, at which price, and the net that the invoice has."""

from decimal import Decimal

from subcontract.invoicing.records import Invoice, InvoiceLine
from subcontract.invoicing.totals import vat_code
from subcontract.money import ZERO
from subcontract.papers.files.e_invoices.elements import Element, el
from subcontract.papers.files.e_invoices.figures import PRICE_PLACES, comma, gross, taken_off, un_unit
from subcontract.papers.files.e_invoices.finvoice_values import EURO, amount, day, money_of
from subcontract.papers.files.e_invoices.pieces import Carried, pieces

LONGEST_NAME, LONGEST_TEXT, LONGEST_UNIT = 100, 512, 14
DISCOUNT_PLACES = 3
OUTSIDE = "O"


def row(invoice: Invoice, line: InvoiceLine, at: int, carried: Carried) -> Element:
    """One row; ``at`` is its place from one."""
    code, rate = vat_code(line.vat)
    unit = carried.first(line.unit, LONGEST_UNIT, "UNIT")
    percent = _discount(line, carried)
    name, description, *more = _texts(line, carried)
    quantity = -line.quantity if invoice.is_credit_note else line.quantity
    return el(
        "InvoiceRow",
        [
            el("ArticleName", name),
            el("ArticleDescription", description),
            *carried.rests(),
            el(
                "InvoicedQuantity",
                comma(quantity),
                QuantityUnitCode=unit,
                QuantityUnitCodeUN=un_unit(line.unit),
            ),
            day("StartDate", line.supplied.first),
            day("EndDate", line.supplied.last),
            el(
                "UnitPriceAmount",
                comma(line.unit_price, PRICE_PLACES),
                AmountCurrencyIdentifier=EURO,
                UnitPriceUnitCode=unit,
            ),
            el("RowPositionIdentifier", str(at)),
            *(el("RowFreeText", text) for text in more),
            *_changes(invoice, line, percent),
            el("RowVatRatePercent", "" if code == OUTSIDE else comma(rate)),
            el("RowVatCode", code),
            amount("RowVatExcludedAmount", money_of(invoice, line.net)),
        ],
    )


def _texts(line: InvoiceLine, carried: Carried) -> list[str]:
    """Name, description and further texts; a text too long for the name stands whole in the others."""
    text = carried.text(line.text)
    if len(text) <= LONGEST_NAME:
        return [text, ""]
    return [pieces(text, LONGEST_NAME)[0], *pieces(text, LONGEST_TEXT)]


def _discount(line: InvoiceLine, carried: Carried) -> str:
    """The hundredths taken off; finer ones than the field holds stand in a definition."""
    percent = comma(line.discount) if line.discount else ""
    if len(percent.partition(",")[2]) <= DISCOUNT_PLACES:
        return percent
    carried.define("DISCOUNT", "%", percent)
    return ""


def _changes(invoice: Invoice, line: InvoiceLine, percent: str) -> list[Element]:
    """What is taken off the price, or what rounding put on it."""
    off = taken_off(line)
    if off < ZERO and line.quantity > Decimal(0) and not line.discount:
        return [el("RowChargeDetails", [amount("Amount", money_of(invoice, -off))])]
    if not off and not percent:
        return []
    return [
        el("RowDiscountPercent", percent),
        amount("RowDiscountAmount", money_of(invoice, off)),
        *([amount("RowDiscountBaseAmount", money_of(invoice, gross(line)))] if percent else []),
    ]
