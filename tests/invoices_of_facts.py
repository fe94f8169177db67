"""The invoice that a read e-invoice would be in our own records, for writing it anew."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from subcontract.ids import InvoiceLineId
from subcontract.invoicing.records import Invoice, InvoiceLine, LineKind
from subcontract.papers.files.e_invoices.e_invoice import EInvoice, EInvoiceCharge, EInvoiceLine
from tests import make_papers


def invoice_of(facts: EInvoice) -> Invoice:
    """The record of the same facts; a number with a hyphen loses it."""
    lines = (
        *(_line(line, at, facts) for at, line in enumerate(facts.lines)),
        *(_charge(charge, at, facts) for at, charge in enumerate(facts.charges)),
    )
    return replace(
        make_papers.invoice(*lines),
        kind=facts.kind,
        number=_number(facts.number) or 0,
        day=facts.day,
        due=facts.due,
        reference=facts.reference,
        language=facts.language,
        seller=facts.seller,
        buyer=facts.buyer,
        vat=facts.vat,
        net=facts.net,
        total=facts.total,
        order_number=facts.order_number,
        buyer_reference=facts.buyer_reference,
        note="\n".join(facts.notes),
        exemption=facts.exemption,
        exemption_code=facts.exemption_code,
        buyer_cost_centre=facts.cost_centre,
        attachments=facts.attachments,
        original_number=_number(facts.original_number),
        original_day=facts.original_day,
        at=datetime(2026, 11, 20, 7, 15, tzinfo=UTC),
    )


def _number(text: str) -> int | None:
    digits = text.replace("-", "")
    return int(digits) if digits else None


def _line(line: EInvoiceLine, at: int, facts: EInvoice) -> InvoiceLine:
    assert line.supplied
    return InvoiceLine(
        id=InvoiceLineId(UUID(int=at)),
        kind=LineKind.INTEREST if facts.is_interest else LineKind.WORK,
        text=line.text,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price,
        discount=line.discount,
        vat=line.vat,
        net=line.net,
        supplied=line.supplied,
    )


def _charge(charge: EInvoiceCharge, at: int, facts: EInvoice) -> InvoiceLine:
    supplied = facts.lines[0].supplied
    assert supplied
    return InvoiceLine(
        id=InvoiceLineId(UUID(int=1000 + at)),
        kind=LineKind.CHARGE,
        text=charge.text,
        quantity=Decimal(1),
        unit="",
        unit_price=charge.amount.amount,
        vat=charge.vat,
        net=charge.amount,
        supplied=supplied,
    )
