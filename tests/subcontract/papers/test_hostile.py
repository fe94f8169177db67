"""Names and texts that try to be more than words (reliability X17)."""

import re
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest

from subcontract import papers
from tests import make
from tests.make_papers import buyer, invoice, invoice_line, statement
from tests.paper_reading import pages, picture, text, texts

EVIL = [
    "<font color='red' size='90'>Oy</font>",
    "<para><img src='http://evil.example/x.png'/></para>",
    "<a href='https://evil.example'>linkki</a>",
    "&lt;b&gt; &#x41; &amp;",
    "Oy\u202egnissim",
    "zero\u200bwidth\u2060\ufeff",
    "line\nbreak\r\x00\x1b[31mred",
    ") Tj (paha) Tj ET BT",
    "\\) \\( \\\\ %",
    "x" * 10_000,
    "pitkä sana " * 1000,
    "漢字 עברית عربى 👩‍🦽",
    "'; DROP TABLE invoices; --",
    "=HYPERLINK(1)",
]
NEVER = re.compile(rb"/(JavaScript|JS|URI|Launch|OpenAction|AA|EmbeddedFile|GoToR)\b")


def evil_papers(name: str) -> list[bytes]:
    unit = make.unit(name=name, provider=name, invoice_note=name)
    party = buyer(name=name, contact_name=name)
    bill = invoice(invoice_line(text=name, unit=name), buyer=party, note=name, order_number=name)
    facts = statement()
    client = replace(facts.client, first_name=name, last_name=name)
    customer = make.customer(name=name, contact_name=name)
    job = make.job(name=name, description=name, place=name)
    quote = make.quote(text=name)
    offer = papers.QuoteFacts(quote=quote, job=job, customer=customer, unit=unit)
    order = papers.AgreementFacts(quote=quote, job=job, customer=customer, unit=unit)
    return [
        papers.invoice_pdf(bill, unit, texts()),
        papers.statement_pdf(replace(facts, client=client, unit=unit, contact=name), texts()),
        papers.quote_pdf(offer, texts()),
        papers.agreement_pdf(order, texts()),
        papers.allowance_list_pdf(
            papers.AllowanceListFacts(run=facts.run, unit=unit, rows=((client, facts.payout),)), texts()
        ),
    ]


@pytest.mark.parametrize("name", EVIL)
def test_markup_is_printed_as_it_stands_or_not_at_all(name: str) -> None:
    for paper in evil_papers(name):
        assert paper.startswith(b"%PDF-1.7")
        assert len(pages(paper)) < 30
        assert NEVER.findall(paper) == []


@pytest.mark.parametrize("name", EVIL[:4])
def test_markup_shows_as_text(name: str) -> None:
    printed = text(papers.invoice_pdf(invoice(invoice_line(text=name)), make.unit(), texts()))
    assert name.replace(" ", "") in re.sub(r"\s", "", printed)


def test_nothing_turns_the_direction_of_reading() -> None:
    for paper in evil_papers("Oy\u202egnissim\u200b"):
        printed = text(paper)
        assert "Oygnissim" in printed.replace("\n", "")
        assert not {"\u202e", "\u200b"} & set(printed)


def test_a_long_name_leaves_the_rest_in_its_place() -> None:
    paper = papers.invoice_pdf(invoice(buyer=buyer(name="x" * 10_000)), make.unit(), texts())
    printed = text(paper)
    assert "53100 Lappeenranta" in printed
    assert "Maksettava 1 758,17 €" in printed
    image = picture(paper)
    assert image.crop((image.width - 20, 0, image.width, image.height // 2)).getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize("logo", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(50), b"%PDF-1.4"])
def test_a_broken_logo_is_left_out(logo: bytes) -> None:
    paper = papers.invoice_pdf(invoice(), make.unit(logo=logo), texts())
    assert "Esimerkin hyvinvointialue" in pages(paper)[0]


def test_what_the_file_says_of_itself() -> None:
    paper = papers.invoice_pdf(invoice(language="sv"), make.unit(), texts("sv"))
    assert b"/Lang (sv-FI)" in paper
    assert b"/DisplayDocTitle true" in paper
    assert b"/Title (Faktura 1001)" in paper


def test_every_font_is_embedded() -> None:
    name = "Ǥáŋká 漢 Šiŋŋ"
    for paper in evil_papers(name):
        fonts = re.findall(rb"/Type /Font\b", paper) + re.findall(rb"/Type /Font\s", paper)
        assert fonts
        assert b"/Helvetica" not in paper
        described = len(re.findall(rb"/FontDescriptor \d+ 0 R", paper))
        assert described
        assert len(re.findall(rb"/FontFile2 \d+ 0 R", paper)) == described


def test_the_streams_are_sound() -> None:
    paper = papers.invoice_pdf(invoice(), make.unit(), texts())
    streams = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)endstream", paper, re.DOTALL)
    assert streams
    assert all(zlib.decompressobj().decompress(stream) for stream in streams)


def test_reportlab_is_imported_only_when_a_paper_is_made() -> None:
    code = "import sys, subcontract.papers; assert not any(n.startswith('reportlab') for n in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
