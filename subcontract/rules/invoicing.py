"""Rules of invoices: value added tax."""

from datetime import date
from decimal import Decimal

from subcontract.problems import Code, refuse
from subcontract.rules import asking
from subcontract.rules.ruled import Ruled

VAT_CLASSES = {"general": "vat_general", "reduced": "vat_reduced", "reduced2": "vat_reduced2"}


def vat_rate(vat_class: str, on: date) -> Ruled[Decimal]:
    """The rate of a class (``general``, ``reduced``, ``reduced2``) by the day of supply, in per cent.

    AVL 84-85 a §; the day is that of supply, or of a payment received before it (15 §).
    """
    if vat_class not in VAT_CLASSES:
        raise refuse(Code.UNKNOWN_VALUE, "class", allowed=tuple(VAT_CLASSES))
    return asking.number(VAT_CLASSES[vat_class], on)
