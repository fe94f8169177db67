"""The files for Procountor: fields in their order, no quoting, letters that the encoding has."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from subcontract.invoicing.records import InvoiceKind
from subcontract.invoicing.terms import SalesAccount
from subcontract.money import Money
from subcontract.papers.files.procountor import ENCODING, field, procountor_ledger
from subcontract.papers.files.procountor_invoices import FIELDS, ProcountorInvoices, procountor_invoices
from tests.accounting_office import ACCOUNTS, FINNISH, cents, journal, sales
from tests.make_papers import credit_note, invoice, invoice_line


def rows(content: bytes) -> list[list[str]]:
    text = content.decode(ENCODING)
    assert text.endswith("\r\n")
    return [line.split(";") for line in text.removesuffix("\r\n").split("\r\n")]


def test_the_ledger_has_no_header_signed_sums_and_comes_to_nothing() -> None:
    facts = journal(sales())
    found = rows(procountor_ledger(facts, FINNISH))
    wanted = [(voucher, posting) for voucher in facts.vouchers for posting in voucher.postings]
    assert len(found) == len(wanted)
    for row, (voucher, posting) in zip(found, wanted, strict=True):
        assert row[0] == f"{voucher.day:%d.%m.%Y}"
        assert row[1] == ACCOUNTS[posting.account].number
        assert cents(row[2]) == posting.owed.cents
    assert sum(cents(row[2]) for row in found) == 0


def test_an_invoice_is_a_row_of_44_fields_and_a_row_of_each_line() -> None:
    own = invoice(note="Kiitos; tervetuloa\nuudelleen")
    facts = ProcountorInvoices(invoices=(own,), accounts=ACCOUNTS, customers={own.customer: 12})
    found = rows(procountor_invoices(facts))
    assert {len(row) for row in found} == {FIELDS}
    head = dict(enumerate(found[0], 1))
    assert [head[at] for at in (1, 2, 3, 4, 5, 6)] == [
        "M",
        "EUR",
        own.reference,
        own.seller.iban,
        own.buyer.business_id,
        "tilisiirto",
    ]
    assert (head[7], head[10], head[11]) == (own.buyer.name, "f", "t")
    assert (head[13], head[14], head[15]) == ("30.11.2026", "27.11.2026", "14.12.2026")
    place = own.buyer.address
    assert head[17].split("\\") == [own.buyer.name, place.street, place.postcode, place.town, "FI"]
    assert head[19] == "Kiitos tervetuloa uudelleen"
    assert (head[24], head[28], head[29], head[32], head[39]) == (
        str(own.total),
        "PO-4711",
        "t",
        "12",
        "1001",
    )
    assert (head[26], head[33]) == ("6", "X")
    for row, line in zip(found[1:], own.lines, strict=True):
        assert (row[0], row[1]) == ("", line.text)
        assert Decimal(row[3]) == line.quantity
        assert Decimal(row[5]) == line.unit_price
        assert (Decimal(row[6]), Decimal(row[7])) == (line.discount, Decimal(line.vat))
        assert row[13] == ACCOUNTS[SalesAccount.SALES].number


def test_a_credit_note_is_marked_and_its_sums_are_below_nought() -> None:
    own = credit_note(invoice_line(1, quantity=Decimal(2), net=Money("49.00")))
    assert own.kind is InvoiceKind.CREDIT_NOTE
    head, line = rows(procountor_invoices(ProcountorInvoices(invoices=(own,), accounts=ACCOUNTS)))
    assert (head[10], head[23], head[19]) == ("f", f"-{own.total}", "998")
    assert line[3] == "-2"


def test_a_day_and_letters_outside_the_encoding_are_written_by_their_nearest() -> None:
    assert field("Čájet – 5 € “hyvä”") == 'Cájet - 5 EUR "hyvä"'
    assert field("Kauppa 中") == "Kauppa ?"
    own = replace(invoice(), day=date(2026, 1, 2))
    head = rows(procountor_invoices(ProcountorInvoices(invoices=(own,), accounts=ACCOUNTS)))[0]
    assert head[12] == "02.01.2026"


@given(st.text())
def test_no_text_ends_a_field_or_a_row(text: str) -> None:
    found = field(text)
    assert not set(found) & set(";\r\n\t\x0b\x0c\x85")
    found.encode(ENCODING)
