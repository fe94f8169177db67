"""What an e-invoice of an invoice must say, reckoned from the record alone, to compare a file with."""

from dataclasses import replace

from subcontract.invoicing.records import Invoice, InvoiceLine, LineKind, Party
from subcontract.invoicing.totals import vat_code
from subcontract.papers.files.e_invoices.e_invoice import EInvoice, EInvoiceCharge, EInvoiceLine
from subcontract.papers.files.xml import one_line
from subcontract.people.unit import Address

UNREGISTERED = {
    "fi": "Ei arvonlisäveroa: myyjä ei ole arvonlisäverovelvollisten rekisterissä.",
    "sv": "Ingen moms: säljaren är inte införd i registret över momsskyldiga.",
    "en": "No VAT: the seller is not registered for VAT.",
}


def facts_of(invoice: Invoice, letters: str = "ISO-8859-15") -> EInvoice:
    """The facts of an invoice as a file in these letters tells them."""

    def said(text: str) -> str:
        return one_line(text, letters)

    only_charges = all(line.kind is LineKind.CHARGE for line in invoice.lines)
    rows = [line for line in invoice.lines if only_charges or line.kind is not LineKind.CHARGE]
    charges = [line for line in invoice.lines if not only_charges and line.kind is LineKind.CHARGE]
    exempt = any(one.code == "E" for one in invoice.vat)
    ground = invoice.exemption or ("" if invoice.seller.vat_id else UNREGISTERED[invoice.language])
    return EInvoice(
        kind=invoice.kind,
        is_interest=invoice.is_interest and not invoice.is_credit_note,
        number=str(invoice.number),
        day=invoice.day,
        due=invoice.due,
        reference=invoice.reference,
        language=invoice.language,
        seller=_party(invoice.seller, letters),
        buyer=replace(_party(invoice.buyer, letters), iban=""),
        order_number=said(invoice.order_number),
        buyer_reference=said(invoice.buyer_reference),
        cost_centre=said(invoice.buyer_cost_centre),
        notes=(said(invoice.note),) if invoice.note else (),
        attachments=tuple(said(name) for name in invoice.attachments),
        exemption=said(ground) if exempt else "",
        exemption_code=invoice.exemption_code if exempt else "",
        original_number="" if invoice.original_number is None else str(invoice.original_number),
        original_day=invoice.original_day,
        lines=tuple(_line(line, letters) for line in rows),
        charges=tuple(
            sorted(
                (EInvoiceCharge(text=said(line.text), amount=line.net, vat=_vat(line)) for line in charges),
                key=lambda charge: charge.amount >= charge.amount - charge.amount,
            )
        ),
        vat=invoice.vat,
        net=invoice.net,
        total=invoice.total,
    )


def read_back(facts: EInvoice) -> EInvoice:
    """Facts of a file whose note came in pieces."""
    note = " ".join(" ".join(facts.notes).split())
    return replace(facts, notes=(note,) if note else ())


def _line(line: InvoiceLine, letters: str) -> EInvoiceLine:
    return EInvoiceLine(
        text=one_line(line.text, letters),
        quantity=line.quantity,
        unit=one_line(line.unit, letters),
        unit_price=line.unit_price,
        discount=line.discount,
        vat=_vat(line),
        net=line.net,
        supplied=line.supplied,
    )


def _vat(line: InvoiceLine) -> str:
    code, rate = vat_code(line.vat)
    return format(rate.normalize(), "f") if code == "S" else code


def _party(party: Party, letters: str) -> Party:
    address = party.address
    named = Address(
        street=one_line(address.street, letters),
        postcode=address.postcode,
        town=one_line(address.town, letters),
        country=address.country if address.street else "FI",
    )
    return replace(
        party,
        name=one_line(party.name, letters),
        contact_name=one_line(party.contact_name, letters),
        address=named,
    )
