"""The journal and the lists, read back as other programs read them and compared with the records."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from subcontract.days import DateRange
from subcontract.invoicing.collecting.ages import Age, age_of
from subcontract.invoicing.collecting.open_items import open_items
from subcontract.invoicing.ledger.ledger_control import vat_of_invoices
from subcontract.invoicing.ledger.vouchers import VoucherKind
from subcontract.invoicing.records import InvoiceKind
from subcontract.money import ZERO, total
from subcontract.papers import workbook
from subcontract.papers.files.journal import HEADER, journal_file, journal_table, voucher_numbers
from subcontract.papers.files.sales_lists import all_lists, open_table
from subcontract.papers.files.tables import CellKind, Column, Table, table_csv
from tests.accounting_office import (
    ACCOUNTS,
    FINNISH,
    MADE,
    YEAR,
    cents,
    journal,
    lists,
    read_book,
    read_csv,
    sales,
    values,
)
from tests.make_papers import invoice


def test_the_journal_file_has_a_row_of_every_posting_with_the_units_own_accounts() -> None:
    facts = journal(sales(), place=3)
    rows = read_csv(journal_file(facts, FINNISH))
    assert tuple(rows[0]) == HEADER
    wanted = [(voucher, posting) for voucher in facts.vouchers for posting in voucher.postings]
    assert len(rows) - 1 == len(wanted)
    numbers = voucher_numbers(facts)
    for row, (voucher, posting) in zip(rows[1:], wanted, strict=True):
        booked = ACCOUNTS[posting.account]
        assert row[0] == numbers[voucher.of]
        assert datetime.strptime(row[1], "%d.%m.%Y").date() == voucher.day  # noqa: DTZ007 - a day, not a moment
        assert (row[2], row[7], row[8]) == (booked.number, booked.vat_code, posting.cost_centre)
        assert str(voucher.invoice) in row[3]
        assert (cents(row[4]), cents(row[5])) == (posting.debit.cents, posting.credit.cents)
        assert Decimal(row[6].replace(",", ".") or "0") == (posting.rate if posting.vat != "O" else 0)
    assert sum(cents(row[4]) for row in rows[1:]) == sum(cents(row[5]) for row in rows[1:])


def test_every_voucher_of_the_file_balances_by_its_number() -> None:
    rows = read_csv(journal_file(journal(sales()), FINNISH))[1:]
    for number in {row[0] for row in rows}:
        own = [row for row in rows if row[0] == number]
        assert sum(cents(row[4]) for row in own) == sum(cents(row[5]) for row in own)


def test_payments_are_numbered_by_the_journal_that_they_are_in() -> None:
    facts = journal(sales(), place=3)
    numbers = voucher_numbers(facts)
    paid = [numbers[one.of] for one in facts.vouchers if one.kind is VoucherKind.PAYMENT]
    assert paid[:2] == ["S3-1", "S3-2"]
    assert len(set(numbers.values())) == len(facts.vouchers)


def test_a_payment_taken_back_says_so() -> None:
    facts = sales()
    rows = read_csv(journal_file(journal(facts), FINNISH))[1:]
    back = [row for row in rows if row[3].startswith("Palautus tai peruttu suoritus, lasku ")]
    numbers = {row[0] for row in back}
    given = sum(1 for one in facts.payments if one.amount < ZERO)
    assert len(numbers) == given
    assert given


def test_a_buyer_named_as_a_formula_stays_a_text() -> None:
    named = invoice(buyer=replace(invoice().buyer, name='=1+1;"x" Oy'))
    content = journal_file(journal(replace(sales(0), invoices=(named,))), FINNISH)
    assert read_csv(content)[1][3] == 'Lasku 1001, =1+1;"x" Oy'
    facts = lists(replace(sales(0), invoices=(named,)))
    assert read_csv(table_csv(all_lists(facts, FINNISH)[0], FINNISH))[1][4].startswith("'=1+1")
    sheet = read_book(workbook(all_lists(facts, FINNISH), FINNISH, MADE)).worksheets[0]
    assert sheet.cell(2, 5).data_type == "s"
    assert sheet.cell(2, 5).value == '=1+1;"x" Oy'


# --- workbooks


def test_the_journal_sheet_has_real_numbers_and_days_and_both_sums() -> None:
    facts = journal(sales())
    sheet = read_book(workbook([journal_table(facts, FINNISH)], FINNISH, MADE)).worksheets[0]
    rows: list[Any] = list(sheet.iter_rows(min_row=2))
    wanted = [(voucher, posting) for voucher in facts.vouchers for posting in voucher.postings]
    assert len(rows) == len(wanted) + 1
    for row, (voucher, posting) in zip(rows, wanted, strict=False):
        assert row[1].is_date
        assert row[1].value.date() == voucher.day
        assert (cents(row[4].value), cents(row[5].value)) == (posting.debit.cents, posting.credit.cents)
        assert row[2].value == ACCOUNTS[posting.account].number
    assert rows[0][4].number_format == "#,##0.00"
    debit = total(one.debit for one in facts.vouchers)
    assert (cents(rows[-1][4].value), cents(rows[-1][5].value)) == (debit.cents, debit.cents)
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["D"].width == 46


def test_the_lists_tell_what_the_invoices_and_payments_tell() -> None:
    known = sales(120)
    facts = lists(known)
    book = read_book(workbook(all_lists(facts, FINNISH), FINNISH, MADE))
    assert book.sheetnames == ["Laskut", "Suoritukset", "Avoimet laskut", "Alv-erittely"]
    invoices, payments, open_, vat = book.worksheets
    signs = {InvoiceKind.INVOICE: 1, InvoiceKind.CREDIT_NOTE: -1}
    rows = values(invoices)
    for row, one in zip(rows, facts.of_period, strict=False):
        sign = signs[one.kind]
        assert row[0] == one.number
        assert row[2].date() == one.day
        assert (row[3] is None) is (one.kind is InvoiceKind.CREDIT_NOTE)
        assert (cents(row[8]), cents(row[10])) == (sign * one.net.cents, sign * one.total.cents)
        assert cents(row[8]) + cents(row[9]) == cents(row[10])
    assert cents(rows[-1][10]) == sum(signs[one.kind] * one.total.cents for one in known.invoices)
    paid = values(payments)
    assert cents(paid[-1][9]) == sum(one.amount.cents for one in known.payments)
    assert cents(paid[-1][7]) + cents(paid[-1][8]) == cents(paid[-1][9])
    told = [one.amount.cents for one in vat_of_invoices(known.invoices)]
    assert [cents(row[4]) for row in values(vat)[:-1]] == told
    left = values(open_)
    assert cents(left[-1][8]) == sum(cents(one) for one in left[-1][9:])
    items = open_items(known.invoices, known.payments, YEAR.last)
    assert [row[0] for row in left[:-1]] == [one.invoice.number for one in items]
    assert [cents(row[8]) for row in left[:-1]] == [one.left.cents for one in items]


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = sales()
    first, second = (workbook(all_lists(lists(facts), FINNISH), FINNISH, MADE) for _ in range(2))
    assert first == second


def test_a_sheet_holds_what_xml_cannot_only_without_it() -> None:
    table = Table(title="Invoices", columns=(Column(title="Customer"),), rows=[("a\x00b\x0bc\ud800",)])
    sheet = read_book(workbook([table], FINNISH, MADE)).worksheets[0]
    assert sheet.cell(2, 1).value == "abc"


def test_a_list_without_rows_has_its_header_and_sums_of_nought() -> None:
    columns = (Column(title="Customer"), Column(title="Total", kind=CellKind.MONEY, total=True))
    sheet = read_book(
        workbook([Table(title="Invoices", columns=columns, rows=())], FINNISH, MADE)
    ).worksheets[0]
    assert values(sheet, 1) == [
        ["Tilaaja", "Yhteensä"],
        ["Yhteensä", 0],
    ]


# --- what is open


def test_what_is_open_is_told_as_of_the_last_day() -> None:
    own = invoice(day=date(2026, 10, 1), due=date(2026, 10, 15))
    assert not open_items((own,), (), date(2026, 9, 30))
    (item,) = open_items((own,), (), date(2026, 11, 14))
    assert (item.days_late, item.age, item.left) == (30, Age.TO_30, own.total)


def test_the_list_of_a_month_that_goes_on_is_of_today() -> None:
    own = invoice(day=date(2026, 11, 2), due=date(2026, 11, 16))
    facts = replace(sales(0), invoices=(own,))
    month = DateRange(date(2026, 11, 1), date(2026, 11, 30))
    days = (date(2026, 11, 18), date(2026, 12, 9))
    late = [next(iter(open_table(lists(facts, month, today)).rows))[4] for today in days]
    assert late == [2, 14]


def test_ages_change_on_the_day_after_their_last() -> None:
    ends = (-5, 0, 1, 14, 15, 30, 31, 60, 61)
    assert [age_of(days) for days in ends] == [
        Age.NOT_DUE,
        Age.NOT_DUE,
        Age.TO_14,
        Age.TO_14,
        Age.TO_30,
        Age.TO_30,
        Age.TO_60,
        Age.TO_60,
        Age.OVER_60,
    ]
