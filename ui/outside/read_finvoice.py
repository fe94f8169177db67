"""`urakka read finvoice`: the facts of a Finvoice, in the form that `urakka render` takes."""

from subcontract.codes import print_business_id
from subcontract.invoicing.records import InvoiceKind, Party
from subcontract.papers.files.e_invoices import read_finvoice as reader
from subcontract.papers.files.e_invoices.e_invoice import EInvoice, EInvoiceCharge, EInvoiceLine
from subcontract.papers.files.e_invoices.figures import plain

BUSINESS_ID_LENGTH = 8


def read_finvoice(data: bytes) -> list[dict[str, object]]:
    """The one invoice of the file, as one object."""
    return [told(reader.read_finvoice(data))]


def told(facts: EInvoice) -> dict[str, object]:
    """The facts; what is empty is left out where it may be."""
    return {
        "kind": facts.kind.value,
        "number": facts.number,
        "date": facts.day.isoformat(),
        "due": facts.due.isoformat(),
        **_kept(reference=facts.reference),
        "language": facts.language,
        "seller": _party(facts.seller),
        "buyer": _party(facts.buyer),
        **_kept(order_number=facts.order_number, buyer_reference=facts.buyer_reference),
        "notes": list(facts.notes),
        "lines": [_line(line, facts) for line in facts.lines],
        "charges": [_charge(charge) for charge in facts.charges],
        "exemption": _exemption(facts),
        **_original(facts),
    }


def _kept(**texts: str) -> dict[str, object]:
    return {name: text for name, text in texts.items() if text}


def _party(party: Party) -> dict[str, object]:
    digits = party.business_id
    finnish = len(digits) == BUSINESS_ID_LENGTH and digits.isdecimal()
    return _kept(
        name=party.name,
        business_id=print_business_id(digits) if finnish else digits,
        vat_id=party.vat_id,
        street=party.address.street,
        postcode=party.address.postcode,
        town=party.address.town,
        country=party.address.country,
        iban=party.iban,
        ovt=party.e_invoice_address,
        operator=party.e_invoice_operator,
    )


def _line(line: EInvoiceLine, facts: EInvoice) -> dict[str, object]:
    days = line.supplied
    first, last = (days.first, days.last) if days else (facts.day, facts.day)
    return {
        "text": line.text,
        "quantity": plain(line.quantity),
        "unit": line.unit,
        "unit_price": plain(line.unit_price, 2),
        "discount": plain(line.discount),
        "vat": line.vat,
        "supplied": [first.isoformat(), last.isoformat()],
    }


def _charge(charge: EInvoiceCharge) -> dict[str, object]:
    return {"text": charge.text, "amount": str(charge.amount), "vat": charge.vat}


def _exemption(facts: EInvoice) -> dict[str, object] | None:
    if not facts.exemption and not facts.exemption_code:
        return None
    return {"code": facts.exemption_code, "text": facts.exemption}


def _original(facts: EInvoice) -> dict[str, object]:
    """The invoice that a credit note amends, as far as the file tells it."""
    if not facts.original_number and facts.kind is InvoiceKind.INVOICE:
        return {}
    day = facts.original_day.isoformat() if facts.original_day else None
    return {"original": {"number": facts.original_number, "date": day}}
