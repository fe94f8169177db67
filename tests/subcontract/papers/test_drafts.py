"""A draft on paper: the page as it would be, and nothing on it that could be taken for an invoice."""

from dataclasses import replace

import pytest
import zxingcpp

from subcontract import papers
from subcontract.invoicing.records import Invoice
from subcontract.money import ZERO
from subcontract.papers.measures import HEIGHT
from tests import make
from tests.golden.test_golden_papers import offer
from tests.make_papers import invoice
from tests.paper_reading import pages, picture, text, texts

WORDS = {"fi": "LUONNOS", "sv": "UTKAST", "en": "DRAFT"}


def as_draft(issued: Invoice) -> Invoice:
    return replace(issued, number=0, reference="")


@pytest.mark.parametrize("language", WORDS)
def test_every_page_says_what_it_is(language: str) -> None:
    long = invoice(*invoice().lines * 40)
    drafted = pages(papers.invoice_pdf(as_draft(long), make.unit(), texts(language)))
    assert len(drafted) > 1
    assert all(WORDS[language] in page for page in drafted)
    assert WORDS[language] not in text(papers.invoice_pdf(long, make.unit(), texts(language)))


def test_it_has_the_same_lines_and_sums_and_breaks_as_the_invoice() -> None:
    for number in (1, 12, 40):
        issued = invoice(*invoice().lines * number)
        papers_of = [
            pages(papers.invoice_pdf(one, make.unit(), texts())) for one in (issued, as_draft(issued))
        ]
        assert len(papers_of[0]) == len(papers_of[1])
        for ours, drafted in zip(*papers_of, strict=True):
            assert ours.count(issued.lines[0].text) == drafted.count(issued.lines[0].text)
    printed = text(papers.invoice_pdf(as_draft(invoice()), make.unit(), texts()))
    assert texts().money(invoice().total).replace("\xa0", " ") in printed


def test_nobody_can_pay_by_it() -> None:
    issued = invoice()
    paper = papers.invoice_pdf(as_draft(issued), make.unit(), texts())
    printed = text(paper)
    assert str(issued.number) in text(papers.invoice_pdf(issued, make.unit(), texts()))
    assert str(issued.number) not in printed
    assert "Viitenumero" not in printed
    assert "TILISIIRTO" not in printed
    assert "Laskun numero" not in printed
    assert zxingcpp.read_barcodes(picture(paper, dpi=300)) == []
    assert zxingcpp.read_barcodes(picture(papers.invoice_pdf(issued, make.unit(), texts()), dpi=300))


def test_nothing_to_pay_keeps_no_place_for_the_slip() -> None:
    nothing = as_draft(replace(invoice(), total=ZERO))
    assert "Tilisiirto tulee" not in text(papers.invoice_pdf(nothing, make.unit(), texts()))


def test_the_word_is_pale_and_does_not_reach_over_the_edge() -> None:
    drafted = papers.invoice_pdf(as_draft(invoice()), make.unit(), texts())
    page = picture(drafted, dpi=72)
    edge = [page.getpixel((x, y)) for x in (2, page.width - 3) for y in range(round(HEIGHT) - 2)]
    assert min(min(pixel) for pixel in edge if isinstance(pixel, tuple)) > 180


def test_a_quote_that_has_not_been_made_says_so() -> None:
    made = offer()
    assert "LUONNOS" not in text(papers.quote_pdf(made, texts()))
    printed = text(papers.quote_pdf(replace(made, draft=True), texts()))
    assert "LUONNOS" in printed
    assert "Tarjousluonnos" in printed
