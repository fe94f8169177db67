"""Which e-invoice an invoice becomes, where it goes, and what is missing before it can."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from subcontract.invoicing.records import Invoice
from subcontract.jobs.customer import Customer, EInvoiceFormat
from subcontract.papers.files.e_invoices.e_invoice_checks import finvoice_problems, ubl_problems
from subcontract.papers.files.e_invoices.finvoice import Encoding, Message, finvoice
from subcontract.papers.files.e_invoices.ubl import ubl
from subcontract.people.unit import Unit
from subcontract.problems import Code, Problem
from subcontract.words import Texts

PAPER_KINDS = {EInvoiceFormat.FINVOICE: "finvoice", EInvoiceFormat.UBL: "ubl"}
ID_SIGNS = 8


def addressed(invoice: Invoice, customer: Customer, unit: Unit) -> Invoice:
    """The invoice on the way that is right now: an address may have come or changed after it was issued."""
    return replace(
        invoice,
        seller=replace(
            invoice.seller,
            e_invoice_address=unit.e_invoice_address or invoice.seller.e_invoice_address,
            e_invoice_operator=unit.e_invoice_operator or invoice.seller.e_invoice_operator,
        ),
        buyer=replace(
            invoice.buyer,
            e_invoice_address=customer.e_invoice_address or invoice.buyer.e_invoice_address,
            e_invoice_operator=customer.e_invoice_operator or invoice.buyer.e_invoice_operator,
        ),
    )


def sending_problems(invoice: Invoice, format: EInvoiceFormat) -> tuple[Problem, ...]:  # noqa: A002 - the field's own name
    """Everything that is missing: the way, and what the format asks for; ``invoice`` is ``addressed``."""
    if format is EInvoiceFormat.PAPER:
        return (Problem(code=Code.NOT_BY_E_INVOICE),)
    found = list(_way_problems(invoice))
    found += (
        finvoice_problems(invoice, Encoding.LATIN)
        if format is EInvoiceFormat.FINVOICE
        else ubl_problems(invoice)
    )
    return tuple({(one.code, one.field): one for one in found}.values())


def _way_problems(invoice: Invoice) -> Iterator[Problem]:
    """Both ends of the way and their operators."""
    for side, party in (("seller", invoice.seller), ("buyer", invoice.buyer)):
        if not party.e_invoice_address:
            yield Problem(code=Code.REQUIRED, field=f"{side}.e_invoice_address")
        if not party.e_invoice_operator:
            yield Problem(code=Code.REQUIRED, field=f"{side}.e_invoice_operator")


def e_invoice(
    invoice: Invoice,
    format: EInvoiceFormat,  # noqa: A002 - the field's own name
    texts: Texts,
    *,
    time: int = 1,
    at: datetime | None = None,
) -> bytes:
    """The file of an invoice, sent for the ``time``th time; ``texts`` in the language of the invoice."""
    if format is EInvoiceFormat.UBL:
        return ubl(invoice, texts)
    message = Message(identifier=f"{invoice.number}-{time}", at=at or invoice.at)
    return finvoice(invoice, texts, message=message)


def file_name(invoice: Invoice, format: EInvoiceFormat, time: int = 1) -> str:  # noqa: A002 - the field's own name
    """A name of plain signs that tells nobody's name; the id keeps units of one folder apart."""
    again = f"-{time}" if time > 1 else ""
    return f"{format.value}-{invoice.number}-{invoice.id.hex[:ID_SIGNS]}{again}.xml"
