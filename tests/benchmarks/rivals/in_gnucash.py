"""Invoices entered and posted in GnuCash through its Python bindings.

``in_gnucash FOLDER sqlite`` keeps every step at once, as ours does; ``in_gnucash FOLDER xml`` holds the
book in memory and writes it whole at the end of a turn. GnuCash makes no PDF, Finvoice or UBL by itself.
"""

import sys
from datetime import date, datetime, time
from pathlib import Path

from gnucash import Account, GncNumeric, Session, SessionOpenMode, gnucash_core_c
from gnucash.gnucash_business import Customer, Entry, Invoice, TaxTable, TaxTableEntry

from tests.benchmarks.rivals.turns import Bill, Seconds, seconds, serve

PARTS = 10_000


def number(text: str) -> GncNumeric:
    """A decimal number as GnuCash has it."""
    whole, _, part = text.partition(".")
    return GncNumeric(int(whole) * PARTS + int(part.ljust(4, "0")), PARTS)


class Office:
    """A book with what a sale needs."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.is_sql = kind == "sqlite"
        url = f"sqlite3://{folder}/book.gnucash" if self.is_sql else f"xml://{folder}/book.gnucash"
        self.session = Session(url, SessionOpenMode.SESSION_NEW_STORE)
        if self.is_sql:  # a new one cannot be saved by the bindings, but one that is opened again can
            self.session.end()
            self.session = Session(url, SessionOpenMode.SESSION_NORMAL_OPEN)
        self.book = self.session.book
        self.euro = self.book.get_table().lookup("CURRENCY", "EUR")
        self.receivable = self._account("Receivables", gnucash_core_c.ACCT_TYPE_RECEIVABLE)
        self.income = self._account("Sales", gnucash_core_c.ACCT_TYPE_INCOME)
        self.vat = self._account("VAT", gnucash_core_c.ACCT_TYPE_LIABILITY)
        self.taxes: dict[str, TaxTable] = {}
        self.customers: dict[str, Customer] = {}

    def _account(self, name: str, kind: int) -> Account:
        account = Account(self.book)
        self.book.get_root_account().append_child(account)
        account.SetName(name)
        account.SetType(kind)
        account.SetCommodity(self.euro)
        return account

    def _tax(self, rate: str) -> TaxTable:
        if rate not in self.taxes:
            self.taxes[rate] = TaxTable(self.book, rate, TaxTableEntry(self.vat, True, number(rate)))
        return self.taxes[rate]

    def _customer(self, name: str) -> Customer:
        if name not in self.customers:
            self.customers[name] = Customer(self.book, str(len(self.customers) + 1), self.euro, name)
            self.customers[name].GetAddr().SetName(name)
        return self.customers[name]

    def draft(self, bill: Bill) -> Invoice:
        """An invoice with its lines, not posted."""
        made = Invoice(self.book, str(bill["number"]), self.euro, self._customer(bill["buyer"]["name"]))
        day = date.fromisoformat(bill["day"])
        made.SetDateOpened(datetime.combine(day, time(12)))
        for line in bill["lines"]:
            entry = Entry(self.book, made, day)
            entry.SetDescription(line["text"])
            entry.SetQuantity(number(line["quantity"]))
            entry.SetInvAccount(self.income)
            entry.SetInvPrice(number(line["price"]))
            entry.SetInvTaxTable(self._tax(bill["vat"]))
            entry.SetInvTaxable(True)
            entry.SetInvTaxIncluded(False)
        return made

    def post(self, drafts: list[Invoice], bills: list[Bill]) -> None:
        """Post drafts and leave them on the disk."""
        for made, bill in zip(drafts, bills, strict=True):
            day, due = date.fromisoformat(bill["day"]), date.fromisoformat(bill["due"])
            made.PostToAccount(self.receivable, day, due, bill["reference"], True, False)
        if not self.is_sql:
            self.session.save()


def main() -> None:
    """Take turns."""
    office = Office(Path(sys.argv[1]), sys.argv[2])

    def turn(bills: list[Bill]) -> Seconds:
        drafts: list[Invoice] = []
        entering = seconds(lambda: drafts.extend(office.draft(bill) for bill in bills))
        posting = seconds(lambda: office.post(drafts, bills))
        return {"entered": entering, "issued": posting}

    serve(f"GnuCash, {sys.argv[2]}", turn)


if __name__ == "__main__":
    main()
