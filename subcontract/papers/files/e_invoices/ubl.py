"""UBL 2.1 invoices and credit notes by Peppol BIS Billing 3 and EN 16931.

Sums are those of the invoice: what is reckoned here is only the difference between quantity times price
and the net that the invoice has, which is given as an allowance or a charge of the line. A credit note
has its amounts above nought, unlike in Finvoice.
"""

from typing import Final

from lxml import etree

from subcontract.invoicing.records import Invoice, InvoiceLine, VatSum
from subcontract.invoicing.totals import vat_code
from subcontract.money import ZERO, Money, total
from subcontract.papers.files.e_invoices.e_invoice_checks import must_be_writable, ubl_problems
from subcontract.papers.files.e_invoices.elements import Element, document, el
from subcontract.papers.files.e_invoices.finvoice import charge_lines, row_lines
from subcontract.papers.files.e_invoices.grounds import ground_code, ground_text, payment_terms
from subcontract.papers.files.e_invoices.ubl_lines import line_element
from subcontract.papers.files.e_invoices.ubl_parties import customer, supplier
from subcontract.papers.files.e_invoices.ubl_values import amount, category, clean, note_text
from subcontract.words import Texts

SPACE: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
CUSTOMIZATION: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE: Final = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
INVOICE, CREDIT_NOTE, TRANSFER = "380", "381", "58"
EURO: Final = "EUR"


def ubl(invoice: Invoice, texts: Texts) -> bytes:
    """The file in UTF-8; ``texts`` in the language of the invoice.

    Refuses what Peppol would refuse: a draft, an address that is no OVT code, a country or a ground of
    exemption that no list knows, and late interest beside taxed lines.
    """
    must_be_writable(ubl_problems(invoice))
    name = "CreditNote" if invoice.is_credit_note else "Invoice"
    spaces = {
        None: f"{SPACE}{name}-2",
        "cac": f"{SPACE}CommonAggregateComponents-2",
        "cbc": f"{SPACE}CommonBasicComponents-2",
    }
    # The stubs do not know that None names the namespace without a prefix.
    root = etree.Element(f"{{{SPACE}{name}-2}}{name}", nsmap=spaces)  # type: ignore[arg-type]
    parts = (
        *_head(invoice),
        *_references(invoice),
        el("cac:AccountingSupplierParty", [supplier(invoice)]),
        el("cac:AccountingCustomerParty", [customer(invoice)]),
        *_payment(invoice, texts),
        *(_of_whole(line) for line in charge_lines(invoice)),
        _taxes(invoice, texts),
        el("cac:LegalMonetaryTotal", _totals(invoice)),
        *(line_element(invoice, line, at, texts) for at, line in enumerate(row_lines(invoice), 1)),
    )
    return document(root, parts, "UTF-8")


def _head(invoice: Invoice) -> list[Element]:
    """Number, days, kind, note, and what the buyer knows it by."""
    credit = invoice.is_credit_note
    kind = ("cbc:CreditNoteTypeCode", CREDIT_NOTE) if credit else ("cbc:InvoiceTypeCode", INVOICE)
    return [
        el("cbc:CustomizationID", CUSTOMIZATION),
        el("cbc:ProfileID", PROFILE),
        el("cbc:ID", str(invoice.number)),
        el("cbc:IssueDate", invoice.day.isoformat()),
        el("cbc:DueDate", "" if credit else invoice.due.isoformat()),
        el(*kind),
        el("cbc:Note", note_text(invoice.note)),
        el("cbc:DocumentCurrencyCode", EURO),
        el("cbc:AccountingCost", clean(invoice.buyer_cost_centre)),
        el("cbc:BuyerReference", _buyer_reference(invoice)),
    ]


def _buyer_reference(invoice: Invoice) -> str:
    """The buyer's own words; without an order number there must be one, be it but a name."""
    given = clean(invoice.buyer_reference)
    if given or clean(invoice.order_number):
        return given
    return clean(invoice.buyer.contact_name) or clean(invoice.buyer.name)


def _references(invoice: Invoice) -> list[Element]:
    """The days of supply, the order, the invoice that is amended, and the papers that go with it."""
    first = min(line.supplied.first for line in invoice.lines)
    last = max(line.supplied.last for line in invoice.lines)
    period = [el("cbc:StartDate", first.isoformat()), el("cbc:EndDate", last.isoformat())]
    original = "" if invoice.original_number is None else str(invoice.original_number)
    day = invoice.original_day.isoformat() if invoice.original_day and original else ""
    amended = [el("cbc:ID", original), el("cbc:IssueDate", day)]
    names = [clean(name) for name in invoice.attachments]
    return [
        el("cac:InvoicePeriod", period),
        el("cac:OrderReference", [el("cbc:ID", clean(invoice.order_number))]),
        el("cac:BillingReference", [el("cac:InvoiceDocumentReference", amended)]),
        *(el("cac:AdditionalDocumentReference", [el("cbc:ID", name)]) for name in names),
    ]


def _payment(invoice: Invoice, texts: Texts) -> list[Element]:
    """Where and when to pay; a credit note says that nothing is to be paid."""
    terms = el("cac:PaymentTerms", [el("cbc:Note", ". ".join(map(clean, payment_terms(invoice, texts))))])
    if invoice.is_credit_note or not invoice.seller.iban:
        return [terms]
    means = [
        el("cbc:PaymentMeansCode", TRANSFER),
        el("cbc:PaymentID", invoice.reference),
        el("cac:PayeeFinancialAccount", [el("cbc:ID", invoice.seller.iban)]),
    ]
    return [el("cac:PaymentMeans", means), terms]


def _of_whole(line: InvoiceLine) -> Element:
    """A charge on the whole, or a discount of it when its net is below nought."""
    charge = line.net >= ZERO
    return el(
        "cac:AllowanceCharge",
        [
            el("cbc:ChargeIndicator", "true" if charge else "false"),
            el("cbc:AllowanceChargeReason", clean(line.text)),
            amount("cbc:Amount", abs(line.net)),
            category("cac:TaxCategory", *vat_code(line.vat)),
        ],
    )


def _taxes(invoice: Invoice, texts: Texts) -> Element:
    """The VAT of the whole, and of each code and rate."""
    return el(
        "cac:TaxTotal",
        [
            amount("cbc:TaxAmount", invoice.total - invoice.net),
            *(_tax(invoice, one, texts) for one in invoice.vat),
        ],
    )


def _tax(invoice: Invoice, one: VatSum, texts: Texts) -> Element:
    ground = ground_code(invoice, one.code), clean(ground_text(invoice, one.code, texts))
    return el(
        "cac:TaxSubtotal",
        [
            amount("cbc:TaxableAmount", one.base),
            amount("cbc:TaxAmount", one.amount),
            category("cac:TaxCategory", one.code, one.rate, *ground),
        ],
    )


def _totals(invoice: Invoice) -> list[Element]:
    """Lines less discounts and plus charges are the net; with the VAT it is the whole."""
    charges = [line.net for line in charge_lines(invoice)]
    discounts = -total(net for net in charges if net < ZERO)
    added = total(net for net in charges if net > ZERO)
    sums: list[tuple[str, Money, bool]] = [
        ("cbc:LineExtensionAmount", total(line.net for line in row_lines(invoice)), True),
        ("cbc:TaxExclusiveAmount", invoice.net, True),
        ("cbc:TaxInclusiveAmount", invoice.total, True),
        ("cbc:AllowanceTotalAmount", discounts, bool(discounts)),
        ("cbc:ChargeTotalAmount", added, any(net >= ZERO for net in charges)),
        ("cbc:PayableAmount", invoice.total, True),
    ]
    return [amount(name, sum_) for name, sum_, shown in sums if shown]
