"""Finvoice 3.0: an invoice for the buyer's operator (Finance Finland, guide 2.2 of 17.12.2020).

VAT stands by rate as the invoice has it; the rows have no VAT amounts of their own, so that nobody sums
other cents. A credit note has every amount below nought. What a field cannot hold is carried on in
definitions or further texts; ``read_finvoice`` puts it together again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from lxml import etree

from subcontract.codes import bank_barcode, is_finnish_iban
from subcontract.invoicing.records import Invoice, InvoiceLine, LineKind, VatSum
from subcontract.invoicing.totals import vat_code
from subcontract.money import ZERO, Money, total
from subcontract.papers.files.e_invoices.e_invoice_checks import finvoice_problems, must_be_writable
from subcontract.papers.files.e_invoices.elements import Element, document, el
from subcontract.papers.files.e_invoices.figures import comma
from subcontract.papers.files.e_invoices.finvoice_parties import buyer, epi, message_details, seller
from subcontract.papers.files.e_invoices.finvoice_rows import row
from subcontract.papers.files.e_invoices.finvoice_values import amount, day, money_of
from subcontract.papers.files.e_invoices.grounds import ground_code, ground_text, payment_terms
from subcontract.papers.files.e_invoices.pieces import Carried, pieces
from subcontract.words import N_, Texts

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
LONGEST_TEXT, LONGEST_GROUND, LONGEST_REASON, LONGEST_CENTRE = 512, 70, 70, 35
MOST_GROUNDS = 3
OUTSIDE = "O"


class Encoding(StrEnum):
    """Letters of the file: those of the bank network, or all there are."""

    LATIN = "ISO-8859-15"
    UTF8 = "UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sending of an invoice."""

    identifier: str
    """Unique within the sender's messages, 2 to 48 characters."""
    at: datetime


def finvoice(
    invoice: Invoice, texts: Texts, *, encoding: Encoding = Encoding.LATIN, message: Message | None = None
) -> bytes:
    """The file; ``texts`` in the language of the invoice.

    Refuses what the format cannot hold: a draft, a missing account of the seller, half an address, names
    in letters that the encoding does not have, and figures finer or longer than its fields.
    """
    must_be_writable(finvoice_problems(invoice, encoding))
    sent = message or Message(identifier=f"{invoice.number}-1", at=invoice.at)
    carried = Carried(encoding, texts.say(N_("Continued")), "Definition")
    root = etree.Element("Finvoice", nsmap={"xsi": XSI})
    root.set("Version", "3.0")
    root.set(f"{{{XSI}}}noNamespaceSchemaLocation", "Finvoice3.0.xsd")
    parties = (
        *message_details(invoice, carried, sent.identifier, sent.at.isoformat(timespec="seconds")),
        *seller(invoice, carried),
        el("InvoiceRecipientLanguageCode", invoice.language.upper()),
        *buyer(invoice, carried),
    )
    rest = (
        el("InvoiceDetails", _details(invoice, texts, carried)),
        el("VirtualBankBarcode", barcode(invoice)),
        *(
            row(invoice, line, at, Carried(encoding, texts.say(N_("Continued")), "RowDefinition"))
            for at, line in enumerate(row_lines(invoice), 1)
        ),
        epi(invoice, carried),
    )
    return document(root, (*parties, *rest), encoding)


def row_lines(invoice: Invoice) -> tuple[InvoiceLine, ...]:
    """Lines that are rows; charges on the whole are rows only when there is nothing else."""
    rows = tuple(line for line in invoice.lines if line.kind is not LineKind.CHARGE)
    return rows or invoice.lines


def charge_lines(invoice: Invoice) -> tuple[InvoiceLine, ...]:
    """Charges and discounts of the whole."""
    charges = tuple(line for line in invoice.lines if line.kind is LineKind.CHARGE)
    return () if len(charges) == len(invoice.lines) else charges


def barcode(invoice: Invoice) -> str:
    """The digits of the bank barcode; nothing when nothing is to be paid to a Finnish account."""
    account, payable = invoice.seller.iban, invoice.total > ZERO and not invoice.is_credit_note
    if not payable or not invoice.reference or not is_finnish_iban(account):
        return ""
    return bank_barcode(account, invoice.total.cents, invoice.reference, invoice.due)


def _details(invoice: Invoice, texts: Texts, carried: Carried) -> list[Element]:
    """Everything on the invoice as a whole, in the order of the schema."""
    order = carried.first(invoice.order_number, LONGEST_REASON, "ORDER")
    reference = carried.first(invoice.buyer_reference, LONGEST_REASON, "REFERENCE")
    centre = carried.first(invoice.buyer_cost_centre, LONGEST_CENTRE, "COSTCENTRE")
    vat = [_vat(invoice, one, texts, carried) for one in invoice.vat]
    of_whole = _of_whole(invoice, carried)
    for at, name in enumerate(invoice.attachments, 1):
        carried.define(f"ATTACHMENT-{at}", texts.say(N_("Attachment")), name)
    return [
        *_type(invoice),
        *_period(invoice),
        el("OrderIdentifier", order),
        el("BuyerReferenceIdentifier", reference),
        *carried.rests(),
        *_totals(invoice),
        el("AccountDimensionText", centre),
        *vat,
        *(el("InvoiceFreeText", piece) for piece in _notes(invoice, carried)),
        el("PaymentTermsDetails", _terms(invoice, texts, carried)),
        *of_whole,
    ]


def _type(invoice: Invoice) -> list[Element]:
    """What kind of invoice, its number and day, and which one it amends."""
    code, un, name = ("INV01", "380", "LASKU")
    if invoice.is_credit_note:
        code, un, name = ("INV02", "381", "HYVITYSLASKU")
    elif invoice.is_interest:
        code, un, name = ("INV03", "380", "KORKOLASKU")
    original = invoice.original_number
    return [
        el("InvoiceTypeCode", code),
        el("InvoiceTypeCodeUN", un),
        el("InvoiceTypeText", name),
        el("OriginCode", "Original"),
        el("InvoiceNumber", str(invoice.number)),
        day("InvoiceDate", invoice.day),
        el("OriginalInvoiceNumber", "" if original is None else str(original)),
        *([day("OriginalInvoiceDate", invoice.original_day)] if invoice.original_day else []),
    ]


def _period(invoice: Invoice) -> list[Element]:
    """From the first to the last day of supply."""
    first: date = min(line.supplied.first for line in invoice.lines)
    last: date = max(line.supplied.last for line in invoice.lines)
    return [day("InvoicingPeriodStartDate", first), day("InvoicingPeriodEndDate", last)]


def _totals(invoice: Invoice) -> list[Element]:
    """Rows less discounts and plus charges are the net; with the VAT it is the whole (guide, chapter 14)."""
    charges = [line.net for line in charge_lines(invoice)]
    discounts = -total(net for net in charges if net < ZERO)
    added = total(net for net in charges if net > ZERO)
    sums = [
        ("RowsTotalVatExcludedAmount", total(line.net for line in row_lines(invoice)), True),
        ("DiscountsTotalVatExcludedAmount", discounts, bool(discounts)),
        ("ChargesTotalVatExcludedAmount", added, any(net >= ZERO for net in charges)),
        ("InvoiceTotalVatExcludedAmount", invoice.net, True),
        ("InvoiceTotalVatAmount", invoice.total - invoice.net, True),
        ("InvoiceTotalVatIncludedAmount", invoice.total, True),
    ]
    return [amount(name, money_of(invoice, sum_)) for name, sum_, shown in sums if shown]


def _vat(invoice: Invoice, one: VatSum, texts: Texts, carried: Carried) -> Element:
    """The VAT of one code and rate."""
    ground = ground_text(invoice, one.code, texts)
    words = carried.cut(ground, LONGEST_GROUND, f"GROUND-{one.code}", most=MOST_GROUNDS)
    return el(
        "VatSpecificationDetails",
        [
            amount("VatBaseAmount", money_of(invoice, one.base)),
            el("VatRatePercent", "" if one.code == OUTSIDE else comma(one.rate)),
            el("VatCode", one.code),
            amount("VatRateAmount", money_of(invoice, one.amount)),
            *(el("VatFreeText", word) for word in words),
            el("VatExemptionReasonCode", ground_code(invoice, one.code)),
        ],
    )


def _notes(invoice: Invoice, carried: Carried) -> Iterator[str]:
    """The note, a text for each of its lines."""
    for line in invoice.note.splitlines():
        yield from pieces(carried.text(line), LONGEST_TEXT)


def _terms(invoice: Invoice, texts: Texts, carried: Carried) -> list[Element]:
    """Days of payment, due date, late interest."""
    days, *fine = (carried.text(text)[:LONGEST_REASON] for text in payment_terms(invoice, texts))
    return [
        el("PaymentTermsFreeText", days),
        day("InvoiceDueDate", invoice.due),
        el("PaymentOverDueFineDetails", [el("PaymentOverDueFineFreeText", text) for text in fine]),
    ]


def _of_whole(invoice: Invoice, carried: Carried) -> list[Element]:
    """Discounts, then charges on the whole: why, how much, at which VAT."""
    lines = sorted(charge_lines(invoice), key=lambda line: line.net >= ZERO)
    return [
        _one_of_whole(invoice, line, carried.first(line.text, LONGEST_REASON, f"CHARGE-{at}"))
        for at, line in enumerate(lines, 1)
    ]


def _one_of_whole(invoice: Invoice, line: InvoiceLine, why: str) -> Element:
    if line.net < ZERO:
        return el("DiscountDetails", [el("FreeText", why), *_change(invoice, line, -line.net)])
    return el("ChargeDetails", [el("ReasonText", why), *_change(invoice, line, line.net)])


def _change(invoice: Invoice, line: InvoiceLine, sum_: Money) -> list[Element]:
    """How much, at which VAT."""
    code, rate = vat_code(line.vat)
    return [
        amount("Amount", money_of(invoice, sum_)),
        el("VatCategoryCode", code),
        el("VatRatePercent", "" if code == OUTSIDE else comma(rate)),
    ]
