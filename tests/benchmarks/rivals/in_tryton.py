"""Invoices issued in Tryton through proteus, in the same process and with its database in memory.

Posting numbers an invoice, books it and makes its paper by relatorio as an OpenDocument text; that becomes
a PDF only through LibreOffice, started anew for each paper, so ``pdf`` is reckoned from two a turn. UBL
comes from its module edocument_ubl. There is no Finvoice.
"""

import os
import shutil
from datetime import date
from decimal import Decimal
from typing import Any

os.environ.setdefault("TRYTOND_DATABASE_URI", "sqlite://")
os.environ.setdefault("DB_NAME", ":memory:")

from proteus import Model
from trytond import __version__
from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, create_tax, get_accounts
from trytond.modules.account_invoice.tests.tools import set_fiscalyear_invoice_sequences
from trytond.modules.company.tests.tools import create_company, get_company
from trytond.tests.tools import activate_modules

from tests.benchmarks.rivals.turns import Bill, Seconds, seconds, serve

PDF = 2


class Office:
    """A company with a chart of accounts."""

    def __init__(self, day: date) -> None:
        self.config = activate_modules(["account_invoice", "edocument_ubl"], create_company, create_chart)
        company = get_company()
        company.party.name = "Esimerkin hyvinvointialue"
        company.party.save()
        year = set_fiscalyear_invoice_sequences(create_fiscalyear(today=day))
        year.click("create_period")
        self.revenue = get_accounts()["revenue"]
        self.taxes: dict[str, Any] = {}
        self.parties: dict[str, Any] = {}

    def _tax(self, rate: str) -> Any:
        if rate not in self.taxes:
            tax = create_tax(Decimal(rate) / 100)
            tax.unece_category_code, tax.unece_code = "S", "VAT"
            tax.save()
            self.taxes[rate] = tax.id
        return Model.get("account.tax")(self.taxes[rate])

    def _party(self, buyer: dict[str, str]) -> Any:
        if buyer["name"] not in self.parties:
            party = Model.get("party.party")(name=buyer["name"])
            address = party.addresses[0]
            address.street_unstructured, address.postal_code = buyer["street"], buyer["postcode"]
            address.city = buyer["town"]
            party.save()
            self.parties[buyer["name"]] = party.id
        return Model.get("party.party")(self.parties[buyer["name"]])

    def draft(self, bill: Bill) -> Any:
        """An invoice with its lines, saved and not posted."""
        invoice = Model.get("account.invoice")(type="out")
        invoice.party = self._party(bill["buyer"])
        invoice.invoice_date = date.fromisoformat(bill["day"])
        for line in bill["lines"]:
            entry = invoice.lines.new()
            entry.account = self.revenue
            entry.description = line["text"]
            entry.quantity = float(line["quantity"])
            entry.unit_price = Decimal(line["price"])
            entry.taxes.append(self._tax(bill["vat"]))
        invoice.save()
        return invoice

    def post(self, drafts: list[Any]) -> None:
        """Post drafts all in one call, which costs Tryton half as much as one by one."""
        Model.get("account.invoice").click(drafts, "post")

    def ubl(self, invoices: list[Any]) -> None:
        """Make the UBL of posted invoices."""
        writer = self.config.get_proxy("edocument.ubl.invoice")
        for invoice in invoices:
            writer.render(invoice.id, "2", "peppol-bis-3", self.config.context)

    def papers_are(self, kind: str) -> None:
        """Make papers of this kind from now on; of the template's own if empty."""
        (report,) = Model.get("ir.action.report").find([("report_name", "=", "account.invoice")])
        report.extension = kind
        report.save()


def main() -> None:
    """Take turns; the day of the books is that of the first bill."""
    offices: list[Office] = []

    def turn(bills: list[Bill]) -> Seconds:
        if not offices:
            offices.append(Office(date.fromisoformat(bills[0]["day"])))
        office, drafts = offices[0], list[Any]()
        took = {"entered": seconds(lambda: drafts.extend(office.draft(bill) for bill in bills))}
        took["issued"] = seconds(lambda: office.post(drafts))
        took["ubl"] = seconds(lambda: office.ubl(drafts))
        if shutil.which("soffice"):
            took["pdf"] = with_pdf(office, bills) * len(bills) - took["issued"]
        return took

    serve(f"Tryton {__version__}", turn)


def with_pdf(office: Office, bills: list[Bill]) -> float:
    """Seconds for one invoice that is posted with its paper as PDF."""
    few = [office.draft(bill) for bill in bills[:PDF]]
    office.papers_are("pdf")
    took = seconds(lambda: office.post(few)) / len(few)
    office.papers_are("")
    return took


if __name__ == "__main__":
    main()
