"""The page by InvoiceGenerator: its own layout and sums, with a giro slip drawn under it."""

import io
import os
from datetime import date
from decimal import Decimal
from importlib.metadata import version

os.environ["INVOICE_LANG"] = "en"

from InvoiceGenerator.api import Client, Creator, Invoice, Item, Provider
from InvoiceGenerator.pdf import SimpleInvoice
from reportlab.lib.units import mm

from tests.benchmarks.rivals.turns import Bill, Seconds, seconds, serve

LEFT, SLIP_TOP, BARCODE = 20, 100, 105


class WithSlip(SimpleInvoice):  # type: ignore[misc] # it comes without types
    """The generator's page and a slip."""

    def __init__(self, invoice: Invoice, bill: Bill) -> None:
        super().__init__(invoice)
        self.bill = bill

    def _drawCreator(self, *_place: float) -> None:  # noqa: N802 - the library's name
        for at in range(6):
            self.pdf.line(0, (SLIP_TOP - at * 15) * mm, 210 * mm, (SLIP_TOP - at * 15) * mm)
        for at, (caption, text) in enumerate(self.bill["slip"]):
            x, y = (20 + at % 2 * 90) * mm, (SLIP_TOP - 5 - at // 2 * 12) * mm
            self.pdf.setFont("DejaVu", 7)
            self.pdf.drawString(x, y, caption)
            self.pdf.setFont("DejaVu", 10)
            self.pdf.drawString(x, y - 5 * mm, text)
        module = BARCODE / self.bill["modules"] * mm
        for place, width in self.bill["bars"]:
            self.pdf.rect(20 * mm + place * module, 5 * mm, width * module, 12 * mm, stroke=0, fill=1)


def paper(bill: Bill) -> bytes:
    """One bill as PDF."""
    seller, buyer = bill["seller"], bill["buyer"]
    provider = Provider(
        seller["name"],
        address=seller["street"],
        city=seller["town"],
        zip_code=seller["postcode"],
        phone=seller["phone"],
        email=seller["email"],
        bank_account=seller["iban"],
        vat_id=seller["vat_id"],
        ir=seller["business_id"],
        logo_filename=bill["logo"],
    )
    client = Client(buyer["name"], address=buyer["street"], city=buyer["town"], zip_code=buyer["postcode"])
    invoice = Invoice(client, provider, Creator(seller["name"]))
    invoice.title, invoice.number, invoice.variable_symbol = bill["title"], bill["number"], bill["reference"]
    invoice.use_tax, invoice.currency, invoice.currency_locale = True, "EUR", "fi_FI"
    invoice.date, invoice.payback = date.fromisoformat(bill["day"]), date.fromisoformat(bill["due"])
    for line in bill["lines"]:
        quantity, price = Decimal(line["quantity"]), Decimal(line["price"])
        invoice.add_item(
            Item(quantity, price, description=line["text"], unit=line["unit"], tax=Decimal(bill["vat"]))
        )
    target = io.BytesIO()
    WithSlip(invoice, bill).gen(target)
    return target.getvalue()


def main() -> None:
    """Take turns."""

    def turn(bills: list[Bill]) -> Seconds:
        return {"page": seconds(lambda: [paper(bill) for bill in bills])}

    serve(f"InvoiceGenerator {version('InvoiceGenerator')}", turn)


if __name__ == "__main__":
    main()
