"""Vouchers, accounts and lists of a small month of sales, for tests of what goes to accounting."""

import csv
import io
import random
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from subcontract.days import DateRange
from subcontract.ids import InvoiceId
from subcontract.invoicing.ledger.journal import CostCentres, SalesFacts, all_splits, vouchers_of
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.invoicing.terms import BookedOn, SalesAccount
from subcontract.papers.files.journal import JournalFacts
from subcontract.papers.files.sales_lists import SalesLists
from tests import random_sales
from ui.texts import CatalogueTexts

FINNISH = CatalogueTexts("fi")
MADE = datetime(2026, 12, 2, 9, 30, tzinfo=UTC)
YEAR = DateRange(date(2026, 1, 1), date(2027, 12, 31))
ACCOUNTS = {
    one: BookedOn(account=one, number=str(3000 + at), vat_code=f"k{at}")
    for at, one in enumerate(SalesAccount)
}


def sales(count: int = 40, seed: int = 4) -> SalesFacts:
    """Random invoices with payments and reminders."""
    dice = random.Random(seed)
    invoices = tuple(random_sales.sale(dice, 1001 + at) for at in range(count))
    own = [one for one in invoices if one.kind is InvoiceKind.INVOICE]
    paid = tuple(one for of in own for one in random_sales.payments(of, dice))
    return SalesFacts(
        invoices=invoices,
        payments=paid,
        reminders=tuple(random_sales.reminder(of, of.due) for of in own[::3]),
        centres=CostCentres(unit="900", jobs={job: str(at) for at, job in enumerate(random_sales.JOBS)}),
    )


def journal(facts: SalesFacts, place: int = 1) -> JournalFacts:
    return JournalFacts(vouchers=vouchers_of(facts), accounts=ACCOUNTS, place=place)


def lists(facts: SalesFacts, period: DateRange = YEAR, today: date | None = None) -> SalesLists:
    return SalesLists(
        period=period,
        today=today or period.last,
        invoices=facts.invoices,
        payments=facts.payments,
        splits=all_splits(facts),
    )


def by_id(facts: SalesFacts) -> dict[InvoiceId, Invoice]:
    return {one.id: one for one in facts.invoices}


def read_csv(content: bytes) -> list[list[str]]:
    """Rows as a program reads them, after the byte order mark and line ends have been looked at."""
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def read_book(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def values(sheet: Any, first: int = 2) -> list[list[Any]]:
    """What the cells of a sheet hold, row by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def cents(value: object) -> int:
    """A number of a sheet, or a text with a decimal comma, in whole cents; nothing is nought."""
    if value in {None, ""}:
        return 0
    number = Decimal(str(value).replace(",", ".")) * 100
    assert number == number.to_integral_value()
    return int(number)
