"""The facts beside the address, the address in the window, and the seller at the foot of an invoice."""

from subcontract.days import DateRange
from subcontract.invoicing.records import Invoice, Party
from subcontract.jobs.vat_classes import REVERSE_CHARGE
from subcontract.papers import giro, wording
from subcontract.papers.invoice_kind import is_credit, original_of
from subcontract.papers.page import address_lines
from subcontract.words import N_, Texts

Fact = tuple[str, str]


def recipient(buyer: Party) -> tuple[str, ...]:
    """The buyer in the window."""
    return tuple(line for line in (buyer.name, buyer.contact_name, *address_lines(buyer.address)) if line)


def own_facts(invoice: Invoice, texts: Texts) -> tuple[Fact, ...]:
    """Number, days, what it amends, and how to pay."""
    number = (texts.say(N_("Invoice number")), str(invoice.number or ""))
    day = (texts.say(N_("Date of issue")), texts.day(invoice.day))
    if is_credit(invoice):
        return (number, day, (texts.say(N_("Credits invoice")), original_of(invoice, texts)))
    supplied = None if invoice.is_interest else supplied_of(invoice)
    net_days = (invoice.due - invoice.day).days
    term = texts.count(N_("{number} day net"), N_("{number} days net"), net_days)
    return (
        number,
        day,
        (texts.say(N_("Supplied")), wording.days(texts, supplied) if supplied else ""),
        (texts.say(N_("Pay by")), texts.day(invoice.due)),
        (texts.say(N_("Payment reference")), giro.printed_reference(invoice.reference)),
        (texts.say(N_("Terms of payment")), term),
        (texts.say(N_("Late interest")), texts.say(N_("by the Interest Act"))),
    )


def supplied_of(invoice: Invoice) -> DateRange | None:
    """The days of supply that all lines share (209 e § point 7)."""
    spans = {line.supplied for line in invoice.lines}
    return spans.pop() if len(spans) == 1 else None


def buyer_facts(invoice: Invoice, texts: Texts) -> tuple[Fact, ...]:
    """What the buyer knows the invoice by; its VAT id where the buyer pays the VAT (209 e § point 4)."""
    buyer = invoice.buyer
    reverse = any(line.vat == REVERSE_CHARGE for line in invoice.lines)
    return (
        (texts.say(N_("Your business id")), wording.business_id(buyer.business_id)),
        (texts.say(N_("Your VAT id")), buyer.vat_id if reverse else ""),
        (texts.say(N_("Your order")), invoice.order_number),
        (texts.say(N_("Your reference")), invoice.buyer_reference),
        (texts.say(N_("Your cost centre")), invoice.buyer_cost_centre),
    )


def seller_foot(seller: Party, texts: Texts) -> tuple[tuple[str, ...], ...]:
    """The seller: address, ids, how to reach, where to pay."""
    number = wording.business_id(seller.business_id)
    ids = (
        texts.say(N_("Business id {number}"), number=number) if number else "",
        texts.say(N_("VAT id {number}"), number=seller.vat_id) if seller.vat_id else "",
    )
    pay = (
        giro.printed_account(seller.iban),
        texts.say(N_("E-invoice {address}"), address=seller.e_invoice_address)
        if seller.e_invoice_address
        else "",
        seller.e_invoice_operator,
    )
    columns = ((seller.name, *address_lines(seller.address)), ids, (seller.phone, seller.email), pay)
    return tuple(tuple(line for line in column if line) for column in columns)
