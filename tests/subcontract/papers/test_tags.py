"""Papers can be read aloud: title, headings, paragraphs and tables are tagged in their order."""

import re

from subcontract import papers
from tests import make
from tests.make_papers import invoice, invoice_line, statement
from tests.paper_reading import pages, roles, texts


def test_an_invoice_is_tagged() -> None:
    paper = papers.invoice_pdf(invoice(), make.unit(), texts())
    found = roles(paper)
    assert found[0] == "Document"
    assert found.count("H1") == 1
    assert found.count("Table") == 1
    assert found.count("TR") == 5
    assert found.count("TH") == 7
    assert paper.count(b"<</S/TD/") == 4 * 7
    assert found.index("H1") < found.index("Table")


def test_a_table_goes_on_over_pages() -> None:
    many = tuple(invoice_line(at) for at in range(60))
    paper = papers.invoice_pdf(invoice(*many), make.unit(), texts())
    assert paper.count(b"<</S/Table/") == 1
    assert paper.count(b"<</S/TR/") == 61
    assert len(pages(paper)) == 3


def test_a_statement_has_its_five_headings() -> None:
    paper = papers.statement_pdf(statement(), texts())
    assert roles(paper).count("H2") == 5
    assert paper.count(b"<</S/H1/") == 1
    assert paper.count(b"<</S/H2/") == 6


def test_every_mark_has_an_element_and_every_element_its_page() -> None:
    paper = papers.statement_pdf(statement(), texts())
    assert b"/MarkInfo" in paper
    assert paper.count(b"/StructParents") == len(pages(paper))
    nums = re.search(rb"<</Nums\[(.*?)\]>>", paper, re.DOTALL)
    assert nums
    assert len(re.findall(rb"\d+ 0 R", nums[1])) == paper.count(b"<</Type/MCR/")


def test_words_of_one_paragraph_stay_apart() -> None:
    printed = pages(papers.invoice_pdf(invoice(), make.unit(), texts()))[0]
    assert "Laskun numero 1001" in printed
    assert "  " not in printed.replace("\n", "")
