"""Days and amounts as Finvoice writes them."""

from datetime import date

from subcontract.invoicing.records import Invoice
from subcontract.money import Money
from subcontract.papers.files.e_invoices.elements import Element, el

EURO = "EUR"


def day(name: str, value: date) -> Element:
    """A day: ``20261126``."""
    return el(name, f"{value:%Y%m%d}", Format="CCYYMMDD")


def amount(name: str, value: Money) -> Element:
    """Euros with a decimal comma."""
    return el(name, str(value).replace(".", ","), AmountCurrencyIdentifier=EURO)


def money_of(invoice: Invoice, value: Money) -> Money:
    """An amount as it stands in the file: a credit note has all below nought."""
    return -value if invoice.is_credit_note else value
