"""What an invoice is called, and what it does to an earlier one."""

from dataclasses import dataclass

from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind
from subcontract.words import N_, Texts


@dataclass(frozen=True, slots=True)
class Heading:
    """The large title, and the subject with the number that stands on later pages and names the file."""

    title: str
    subject: str


def is_credit(invoice: Invoice) -> bool:
    """Whether this is a credit note."""
    return invoice.kind is InvoiceKind.CREDIT_NOTE


def is_prepayment(invoice: Invoice) -> bool:
    """Whether all of it is money for work that is still to be done."""
    return bool(invoice.lines) and all(line.kind is LineKind.PREPAYMENT for line in invoice.lines)


def heading_of(invoice: Invoice, texts: Texts) -> Heading:
    """The title by the kind of the invoice; prepayments must be told as such (AVL 209 e §, point 7)."""
    number = str(invoice.number)
    if is_credit(invoice):
        return Heading(texts.say(N_("Credit note")), texts.say(N_("Credit note {number}"), number=number))
    if not invoice.number:
        draft = texts.say(N_("Draft invoice"))
        return Heading(draft, draft)
    if invoice.is_interest:
        subject = texts.say(N_("Interest invoice {number}"), number=number)
        return Heading(texts.say(N_("Interest invoice")), subject)
    if is_prepayment(invoice):
        subject = texts.say(N_("Prepayment invoice {number}"), number=number)
        return Heading(texts.say(N_("Prepayment invoice")), subject)
    return Heading(texts.say(N_("Invoice")), texts.say(N_("Invoice {number}"), number=number))


def original_of(invoice: Invoice, texts: Texts) -> str:
    """Number and date of the paper that this one amends (209 e § point 18); empty when there is none."""
    number = "" if invoice.original_number is None else str(invoice.original_number)
    return f"{number}, {texts.day(invoice.original_day)}" if invoice.original_day else number


def relation(invoice: Invoice, texts: Texts) -> str:
    """What the paper does to an earlier one, as a sentence; empty when it stands alone."""
    original = original_of(invoice, texts)
    if not original:
        return ""
    if is_credit(invoice):
        return texts.say(N_("This credit note amends invoice {original}."), original=original)
    if invoice.original is not None:
        return texts.say(N_("This invoice takes back credit note {original}."), original=original)
    return texts.say(N_("This invoice replaces invoice {original}."), original=original)
