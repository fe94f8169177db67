"""Reading a Finvoice gives the facts it was written of; what is hostile or broken is refused at once."""

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.money import Money
from subcontract.papers.files.e_invoices.e_invoice import EInvoice
from subcontract.papers.files.e_invoices.finvoice import Encoding, finvoice
from subcontract.papers.files.e_invoices.pieces import joined, pieces
from subcontract.papers.files.e_invoices.read_finvoice import read_finvoice
from subcontract.papers.files.safe_xml import MOST_BYTES
from subcontract.problems import Code, Refused
from tests import make_papers
from tests.e_invoice_facts import facts_of, read_back
from tests.invoices_of_facts import invoice_of
from tests.random_invoices import invoices
from tests.schemas import path_of
from ui.texts import CatalogueTexts

TEXTS = {language: CatalogueTexts(language) for language in ("fi", "sv", "en")}
OURS = ("fi-example-full.xml", "fi-example-credit-note.xml")
OTHERS = (
    "Verkkoyhtio_yrityslaskuesimerkki_20200921.xml",
    "Verkkoyhtion_kulutuslaskuesimerkki_Ennakko_PaidAmount_20200921.xml",
)
HEAD = b"<?xml version='1.0' encoding='ISO-8859-15'?>"
LONGEST_WAIT = 2


def written(invoice: Invoice, encoding: Encoding = Encoding.LATIN) -> bytes:
    return finvoice(invoice, TEXTS[invoice.language], encoding=encoding)


def refusal(data: bytes) -> Refused:
    begun = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_finvoice(data)
    assert time.monotonic() - begun < LONGEST_WAIT
    return refused.value


def sample(name: str) -> bytes:
    return Path(path_of(f"finvoice/{name}")).read_bytes()


@given(invoices(), st.sampled_from(Encoding))
def test_reading_gives_the_facts_back(invoice: Invoice, encoding: Encoding) -> None:
    read = read_finvoice(written(invoice, encoding))
    assert read_back(read) == facts_of(invoice, encoding)


@pytest.mark.parametrize("name", OURS)
def test_examples_are_written_anew_with_the_same_facts(name: str) -> None:
    facts = read_finvoice(sample(name))
    again = read_finvoice(written(invoice_of(facts)))
    original = facts.original_number.replace("-", "")
    assert again == replace(facts, number=facts.number.replace("-", ""), original_number=original)


def test_the_full_example_says_what_it_says() -> None:
    facts = read_finvoice(sample("fi-example-full.xml"))
    assert (facts.number, facts.day, facts.due) == ("2026-1042", date(2026, 11, 20), date(2026, 12, 4))
    assert (facts.net, facts.total) == (Money("170.75"), Money("214.29"))
    assert (facts.seller.name, facts.seller.business_id) == ("Esimerkki-säätiö sr", "12345671")
    assert (facts.buyer.e_invoice_address, facts.buyer.e_invoice_operator) == ("003723456780", "003723327487")
    assert [(line.text, line.quantity, line.unit) for line in facts.lines] == [
        ("Pakkaustyö, käsiteltyä kappaletta", Decimal(1200), "kpl"),
        ("Kokoonpanotyö", Decimal("6.50"), "h"),
    ]
    assert facts.lines[0].supplied == DateRange(date(2026, 11, 9), date(2026, 11, 15))


def test_the_smallest_example_is_read_as_far_as_it_tells() -> None:
    facts = read_finvoice(sample("fi-example-minimal.xml"))
    assert facts.total == facts.net == Money("214.29")
    assert [line.text for line in facts.lines] == ["Pakkaustyo"]
    assert facts.due == date(2026, 12, 4)


@pytest.mark.parametrize("name", OTHERS)
def test_invoices_of_other_programs_are_read(name: str) -> None:
    facts = read_finvoice(sample(name))
    assert facts.kind is InvoiceKind.INVOICE
    assert facts.seller.name
    assert facts.total
    assert facts.lines
    assert facts.net <= facts.total


def test_a_frame_of_the_bank_is_passed_over() -> None:
    frame = b"<?xml version='1.0'?><SOAP-ENV:Envelope xmlns:SOAP-ENV='x'><a/></SOAP-ENV:Envelope>\n"
    data = written(make_papers.invoice())
    assert read_finvoice(frame + data) == read_finvoice(data)


BOMB = b"<!DOCTYPE Finvoice [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><Finvoice>&b;</Finvoice>"
MANY = b" ".join(b"a%d='1'" % number for number in range(90_000))
UTF8 = b"<?xml version='1.0' encoding='UTF-8'?>"
HOSTILE: dict[str, tuple[bytes, Code]] = {
    "nothing": (b"", Code.E_INVOICE_BROKEN),
    "no XML": (b"PDF-1.7 \x00\x01\x02", Code.E_INVOICE_LETTERS),
    "a sentence": ("Hyvää päivää".encode("latin-1"), Code.E_INVOICE_BROKEN),
    "half a file": (HEAD + b"<Finvoice><InvoiceDetails>", Code.E_INVOICE_BROKEN),
    "a bomb": (HEAD + BOMB, Code.E_INVOICE_UNSAFE),
    "a look outside": (
        b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><Finvoice>&e;</Finvoice>",
        Code.E_INVOICE_UNSAFE,
    ),
    "a bomb in UTF-16": (BOMB.decode().encode("utf-16"), Code.E_INVOICE_LETTERS),
    "a bomb in UTF-7": (b"<?xml version='1.0' encoding='UTF-7'?>+ADw-Finvoice/+AD4-", Code.E_INVOICE_LETTERS),
    "huge": (b"<Finvoice>" + b"a" * MOST_BYTES + b"</Finvoice>", Code.E_INVOICE_TOO_LARGE),
    "many elements": (b"<Finvoice>" + b"<a/>" * 300_000 + b"</Finvoice>", Code.E_INVOICE_TOO_LARGE),
    "deep": (b"<Finvoice>" + b"<a>" * 100_000, Code.E_INVOICE_BROKEN),
    "many attributes": (b"<Finvoice " + MANY + b"/>", Code.E_INVOICE_FIELD),
    "another file": (b"<Document xmlns='urn:iso:std:iso:20022:camt.053'/>", Code.E_INVOICE_UNKNOWN),
    "wrong letters": (UTF8 + b"<Finvoice>\xe4\xff</Finvoice>", Code.E_INVOICE_BROKEN),
    "an empty one": (HEAD + b"<Finvoice/>", Code.E_INVOICE_FIELD),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_at_once(name: str) -> None:
    data, code = HOSTILE[name]
    assert refusal(data).code is code


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b"<InvoiceNumber>1001</InvoiceNumber>", b"", "InvoiceDetails/InvoiceNumber"),
        (b">20261130</InvoiceDate>", b">20261131</InvoiceDate>", "InvoiceDetails/InvoiceDate"),
        (b">20261130</InvoiceDate>", b">30.11.2026</InvoiceDate>", "InvoiceDetails/InvoiceDate"),
        (b"38,25", b"38e25", "InvoiceRow[1]/InvoicedQuantity"),
        (b">937,13<", b">937,135<", "InvoiceRow[1]/RowVatExcludedAmount"),
        (b">937,13<", b">999999999999,00<", "InvoiceRow[1]/RowVatExcludedAmount"),
        (
            b'"EUR">1404,03</InvoiceT',
            b'"SEK">1404,03</InvoiceT',
            "InvoiceDetails/InvoiceTotalVatExcludedAmount",
        ),
        (b">20261127</EndDate>", b">20251127</EndDate>", "InvoiceRow[1]/EndDate"),
    ],
)
def test_a_part_that_cannot_be_read_is_named(old: bytes, new: bytes, place: str) -> None:
    data = written(make_papers.invoice())
    assert old in data
    refused = refusal(data.replace(old, new, 1))
    assert (refused.code, refused.problems[0].field) == (Code.E_INVOICE_FIELD, place)


def test_damaged_files_are_read_or_refused_and_nothing_else() -> None:
    """A thousand files with bytes changed, lost or doubled."""
    rnd, whole = Random(4), written(make_papers.invoice())
    refused = 0
    for _ in range(1000):
        data = bytearray(whole)
        for _ in range(rnd.randint(1, 6)):
            at = rnd.randrange(len(data))
            cut = slice(at, at + rnd.choice((0, 1, 5, 200)))
            data[cut] = bytes(rnd.randrange(256) for _ in range(rnd.choice((0, 1, 2))))
        try:
            assert isinstance(read_finvoice(bytes(data)), EInvoice)
        except Refused:
            refused += 1
    assert 0 < refused < 1000


@given(st.text(alphabet="ab c", max_size=60), st.integers(4, 20))
def test_pieces_are_short_and_make_the_text_again(text: str, longest: int) -> None:
    plain = " ".join(text.split())
    cut = pieces(plain, longest)
    assert all(0 < len(piece) <= longest for piece in cut)
    assert joined(cut, longest) == plain
