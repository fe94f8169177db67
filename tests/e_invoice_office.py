"""An office whose customer takes e-invoices, and an operator's folder in memory."""

from dataclasses import replace
from typing import Any

from subcontract.invoicing.records import Invoice
from subcontract.jobs.customer import EInvoiceFormat
from tests import make
from tests.billing_office import Office

WAY = {"e_invoice_address": "003712345671", "e_invoice_operator": "003721291126"}
OWN = {"e_invoice_address": "003723456780", "e_invoice_operator": "003723327487"}


class Folder(dict[str, bytes]):
    """An operator's folder in memory."""

    def put(self, name: str, content: bytes) -> None:
        self[name] = content


def office(format_: EInvoiceFormat = EInvoiceFormat.FINVOICE, **fields: Any) -> Office:
    """An office with a way of its own, whose customer takes e-invoices."""
    made = Office(customer=make.customer(number=1, e_invoice_format=format_, **{**WAY, **fields}))

    def give_way(books: Any) -> None:
        unit = books.units.get(make.UNIT)
        books.units.save(replace(unit, **OWN))

    made.store.fill(give_way)
    return made


def issued(made: Office, day: int = 2) -> Invoice:
    made.work("piece", day=day, pieces=100)
    return made.issue(made.draft())
