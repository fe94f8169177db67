"""Reads a Finvoice: ours gives back the very facts it was written of, others' as far as they tell.

Nothing is reckoned: sums are those of the file. What the file must have and has not, or has in a form
that nobody can read, is refused by its place. A frame for the bank's channel before it is passed over.
"""

from typing import Final

from subcontract.invoicing.records import InvoiceKind
from subcontract.papers.files.e_invoices.e_invoice import EInvoice
from subcontract.papers.files.e_invoices.finvoice import LONGEST_CENTRE, LONGEST_REASON
from subcontract.papers.files.e_invoices.finvoice_parts import charges, ground, line, party, vat_sum
from subcontract.papers.files.e_invoices.finvoice_reading import Node, Rests, must
from subcontract.papers.files.safe_xml import root_of_file
from subcontract.problems import Code, refuse

END_OF_FRAME: Final = b"</SOAP-ENV:Envelope>"
LANGUAGES = frozenset({"fi", "sv", "en"})
CREDIT_NOTE, INTEREST = "INV02", "INV03"


def read_finvoice(data: bytes) -> EInvoice:
    """The facts of a Finvoice.

    Refuses what ``safe_xml`` refuses, another kind of file (``e_invoice_unknown``), and a part that is
    missing or unreadable (``e_invoice_field``, with its place).
    """
    frame, end, after = data.partition(END_OF_FRAME)
    root = root_of_file(after if end else frame)
    if root.tag != "Finvoice":
        raise refuse(Code.E_INVOICE_UNKNOWN, name=str(root.tag).rpartition("}")[2][:40])
    return _facts(Node(root, ""))


def _facts(file: Node) -> EInvoice:
    """Everything that the file tells."""
    details = file.part("InvoiceDetails")
    kind = details.required("InvoiceTypeCode")
    total = must(details.money("InvoiceTotalVatIncludedAmount"), details, "InvoiceTotalVatIncludedAmount")
    turned = kind == CREDIT_NOTE
    rests = Rests(details, "Definition")
    day = must(details.day("InvoiceDate"), details, "InvoiceDate")
    payment = file.part("EpiDetails/EpiPaymentInstructionDetails")
    exemption, exemption_code = ground(details, rests)
    language = file.text("InvoiceRecipientLanguageCode").lower()
    net = details.money("InvoiceTotalVatExcludedAmount")
    net = total if net is None else net

    def carried(name: str, code: str, longest: int) -> str:
        return rests.whole(code, details.texts(name)[:1], longest)

    return EInvoice(
        kind=InvoiceKind.CREDIT_NOTE if kind == CREDIT_NOTE else InvoiceKind.INVOICE,
        is_interest=kind == INTEREST,
        number=details.required("InvoiceNumber"),
        day=day,
        due=details.day("PaymentTermsDetails/InvoiceDueDate") or payment.day("EpiDateOptionDate") or day,
        reference=payment.text("EpiRemittanceInfoIdentifier").lstrip("0"),
        language=language if language in LANGUAGES else "fi",
        seller=party(file, "Seller", rests),
        buyer=party(file, "Buyer", rests),
        order_number=carried("OrderIdentifier", "ORDER", LONGEST_REASON),
        buyer_reference=carried("BuyerReferenceIdentifier", "REFERENCE", LONGEST_REASON),
        cost_centre=carried("AccountDimensionText", "COSTCENTRE", LONGEST_CENTRE),
        notes=tuple(note.strip() for note in details.texts("InvoiceFreeText")),
        attachments=tuple(rests.value(code) for code in rests.codes("ATTACHMENT-")),
        exemption=exemption,
        exemption_code=exemption_code,
        original_number=details.text("OriginalInvoiceNumber"),
        original_day=details.day("OriginalInvoiceDate"),
        lines=tuple(line(row, details, turned=turned) for row in file.parts("InvoiceRow")),
        charges=tuple(charges(details, rests, turned=turned)),
        vat=tuple(vat_sum(one, turned=turned) for one in details.parts("VatSpecificationDetails")),
        net=-net if turned else net,
        total=-total if turned else total,
    )
