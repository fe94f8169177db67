"""Why a sum of an e-invoice bears no VAT: the code of the list VATEX, and the same in words."""

from subcontract.invoicing.records import Invoice
from subcontract.words import N_, Texts

REASON_CODES = {"AE": "VATEX-EU-AE", "O": "VATEX-EU-O"}
"""Codes of grounds that need no choice; an exemption (E) has several, a zero rate (Z) has none."""


def ground_code(invoice: Invoice, code: str) -> str:
    """The code of the ground, or nothing when words alone tell it."""
    return invoice.exemption_code if code == "E" else REASON_CODES.get(code, "")


def ground_text(invoice: Invoice, code: str, texts: Texts) -> str:
    """The ground in words, or nothing for a taxed sum."""
    if code == "AE":
        return texts.say(N_("Reverse charge: the buyer pays the VAT (VAT Act, section 8 c)."))
    if code == "O":
        return texts.say(N_("Outside the VAT Act: late interest and collection costs."))
    if code == "E":
        return invoice.exemption or unregistered(invoice, texts)
    return ""


def unregistered(invoice: Invoice, texts: Texts) -> str:
    """What the invoice of a seller outside the VAT register says; nothing when the seller is in it."""
    return "" if invoice.seller.vat_id else texts.say(N_("No VAT: the seller is not registered for VAT."))


def payment_terms(invoice: Invoice, texts: Texts) -> tuple[str, ...]:
    """Days of payment and late interest; a credit note is not paid."""
    if invoice.is_credit_note:
        return (texts.say(N_("Do not pay this.")),)
    days = texts.count(N_("{number} day net"), N_("{number} days net"), (invoice.due - invoice.day).days)
    return (days, texts.say(N_("Late interest by the Interest Act")))
