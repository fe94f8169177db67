"""The invoice file for Procountor: a row of 44 fields for each invoice, then a row for each of its lines.

Source: the vendor's page of the invoice data import file, and a public exporter written to it for the order
of fields and for signs: a credit note has the code ``f`` and its sums below nought. The invoices are marked
as handled elsewhere, so that nothing is sent to the customers again. To be tried with the vendor's own
template before first use.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from subcontract.ids import CustomerId
from subcontract.invoicing.ledger.journal import account_of
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.invoicing.totals import vat_code
from subcontract.papers.files.procountor import day_text, plain, procountor_bytes
from subcontract.people.unit import Address

FIELDS: Final = 44
LINE_FIELDS: Final = 14
SALES_INVOICE: Final = "M"
BY_TRANSFER: Final = "tilisiirto"
YES: Final = "t"
NO: Final = "f"
NOT_SENT: Final = "6"
"""The channel of an invoice that is not sent from there."""
ELSEWHERE: Final = "X"
LONGEST_TEXT: Final = 80
ADDRESS_MARK: Final = "\\"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcountorInvoices:
    """Invoices and credit notes, with accounts and the customers' numbers."""

    invoices: tuple[Invoice, ...]
    accounts: Mapping[SalesAccount, BookedOn]
    customers: Mapping[CustomerId, int] = field(default_factory=dict)


def procountor_invoices(facts: ProcountorInvoices) -> bytes:
    """The file's bytes: ISO-8859-1, semicolons, no quoting, no header row."""
    return procountor_bytes(_rows(facts))


def _rows(facts: ProcountorInvoices) -> Iterator[tuple[str, ...]]:
    """Every invoice and its lines."""
    for invoice in facts.invoices:
        yield tuple(_head(invoice, facts))
        for line in invoice.lines:
            yield _line(line, invoice, facts)


def _head(invoice: Invoice, facts: ProcountorInvoices) -> list[str]:
    """The fields of an invoice by their numbers on the vendor's page."""
    note = invoice.kind is InvoiceKind.CREDIT_NOTE
    number = facts.customers.get(invoice.customer)
    by_number = {
        1: SALES_INVOICE,
        2: "EUR",
        3: invoice.reference,
        4: invoice.seller.iban,
        5: invoice.buyer.business_id,
        6: BY_TRANSFER,
        7: invoice.buyer.name,
        9: "0",
        10: NO,
        11: NO if note else YES,
        13: day_text(invoice.day),
        14: day_text(_supplied(invoice)),
        15: day_text(invoice.due),
        17: _address(invoice.buyer.name, invoice.buyer.address),
        19: invoice.note,
        20: str(invoice.original_number) if invoice.original_number else "",
        21: invoice.buyer.email,
        24: _signed(str(invoice.total), note=note),
        25: "0",
        26: NOT_SENT,
        28: invoice.order_number,
        29: YES,
        32: str(number) if number else "",
        33: ELSEWHERE,
        35: invoice.buyer.contact_name,
        39: str(invoice.number),
        43: "0",
        44: "0",
    }
    return [by_number.get(at, "") for at in range(1, FIELDS + 1)]


def _line(line: InvoiceLine, invoice: Invoice, facts: ProcountorInvoices) -> tuple[str, ...]:
    """A line: its first field is empty, and the account is the last of its own."""
    note = invoice.kind is InvoiceKind.CREDIT_NOTE
    _, rate = vat_code(line.vat)
    booked = facts.accounts.get(account_of(line, invoice))
    fields = (
        "",
        line.text[:LONGEST_TEXT],
        "",
        _signed(plain(line.quantity), note=note),
        line.unit,
        plain(line.unit_price),
        plain(line.discount),
        plain(rate),
        "",
        invoice.order_number,
        "",
        "",
        "",
        booked.number if booked else "",
    )
    return (*fields, *([""] * (FIELDS - LINE_FIELDS)))


def _signed(number: str, *, note: bool) -> str:
    """The opposite for a credit note."""
    if not note or not number.strip("0."):
        return number
    return number.removeprefix("-") if number.startswith("-") else f"-{number}"


def _supplied(invoice: Invoice) -> date:
    """The last day of what was supplied."""
    return max((line.supplied.last for line in invoice.lines), default=invoice.day)


def _address(name: str, address: Address) -> str:
    """Name, street, postcode, town and country between backslashes."""
    parts: Iterable[str] = (name, address.street, address.postcode, address.town, address.country)
    return ADDRESS_MARK.join(part.replace(ADDRESS_MARK, "/") for part in parts)
