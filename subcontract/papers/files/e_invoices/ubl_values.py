"""Amounts, texts and tax categories as UBL writes them."""

from decimal import Decimal

from subcontract.money import Money
from subcontract.papers.files.e_invoices.elements import Element, el
from subcontract.papers.files.e_invoices.figures import plain
from subcontract.papers.files.xml import one_line

EURO = "EUR"
OUTSIDE = "O"
ALL_LETTERS = "UTF-8"


def clean(text: str) -> str:
    """A text on one line, without signs that XML cannot hold."""
    return one_line(text, ALL_LETTERS)


def note_text(text: str) -> str:
    """A text of several lines, each cleaned."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def amount(name: str, value: Money) -> Element:
    """Euros with a decimal point."""
    return el(name, str(value), currencyID=EURO)


def category(name: str, code: str, rate: Decimal, ground: str = "", words: str = "") -> Element:
    """A tax category; what is outside the VAT act has no rate at all."""
    return el(
        name,
        [
            el("cbc:ID", code),
            el("cbc:Percent", "" if code == OUTSIDE else plain(rate)),
            el("cbc:TaxExemptionReasonCode", ground),
            el("cbc:TaxExemptionReason", words),
            el("cac:TaxScheme", [el("cbc:ID", "VAT")]),
        ],
    )
