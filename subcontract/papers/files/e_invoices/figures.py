"""Figures and units of e-invoices: exact, without exponents, thousands or minus noughts."""

from decimal import Decimal

from subcontract.invoicing.records import InvoiceLine
from subcontract.money import Money, product

UN_UNITS = {
    "kpl": "C62",
    "st": "C62",
    "pcs": "C62",
    "h": "HUR",
    "t": "HUR",
    "tunti": "HUR",
    "min": "MIN",
    "pv": "DAY",
    "vk": "WEE",
    "kk": "MON",
    "km": "KMT",
    "m": "MTR",
    "m2": "MTK",
    "m²": "MTK",
    "m3": "MTQ",
    "m³": "MTQ",
    "kg": "KGM",
    "l": "LTR",
}
"""Our units in UN/ECE recommendation 20; all others are counted as pieces."""
PIECES = "C62"
PRICE_PLACES = 2


def un_unit(unit: str) -> str:
    """The code of a unit."""
    return UN_UNITS.get(unit.strip().rstrip(".").lower(), PIECES)


def plain(number: Decimal, least: int = 0) -> str:
    """A number with a decimal point and at least ``least`` decimals, without idle noughts after them."""
    places = max(-int(number.normalize().as_tuple().exponent), least, 0)
    return format(number.quantize(Decimal(1).scaleb(-places)) + 0, "f")


def comma(number: Decimal, least: int = 0) -> str:
    """As ``plain``, with the decimal comma of Finvoice."""
    return plain(number, least).replace(".", ",")


def gross(line: InvoiceLine) -> Money:
    """Quantity times unit price, before any discount."""
    return Money.rounded(product(line.quantity, line.unit_price))


def taken_off(line: InvoiceLine) -> Money:
    """What stands between quantity times price and the net of the line: below nought something is added."""
    return gross(line) - line.net
