from datetime import date

import pytest

from subcontract import papers
from subcontract.money import Money
from subcontract.papers import giro
from subcontract.papers.measures import MM
from subcontract.papers.slip import giro_facts
from tests import make
from tests.make_papers import credit_note, invoice, seller
from tests.paper_reading import colours, pages, picture, text, texts


def facts(**fields: object) -> giro.GiroFacts:
    given = {
        "iban": "FI2112345600000785",
        "recipient": ("Esimerkin hyvinvointialue",),
        "payer": ("Tavaratalo Kuusi Oy",),
        "reference": "1234561",
        "due": date(2026, 12, 14),
        "amount": Money("100.00"),
    }
    return giro.GiroFacts(**given | fields)  # type: ignore[arg-type]


def test_the_published_measures() -> None:
    rows = [row / MM for row in giro.ROWS]
    assert rows == pytest.approx([16.9, 14.8, 29.6, 4.2, 8.5, 27.5], abs=0.05)
    assert pytest.approx(101.6) == giro.SLIP / MM
    assert sum(giro.ROWS) == giro.SLIP
    assert pytest.approx(20.3, abs=0.05) == giro.CAPTIONS / MM
    assert pytest.approx(91.4, abs=0.05) == giro.BLOCK / MM
    assert pytest.approx(203.2) == giro.END / MM
    assert pytest.approx(0.13) == giro.THIN / MM
    assert pytest.approx(0.50) == giro.THICK / MM
    assert (giro.CAPTION.size, giro.TERMS.size, giro.TITLE.size) == (7, 6, 8)
    assert giro.FILLED.size >= 9


def test_lines_stand_on_the_page_where_the_guide_puts_them() -> None:
    dpi = 300
    paper = picture(papers.invoice_pdf(invoice(), make.unit(), texts()), dpi=dpi).convert("L")

    def is_dark(x_mm: float, y_mm: float) -> bool:
        x, y = round(x_mm * dpi / 25.4), round(y_mm * dpi / 25.4)
        around = paper.crop((x - 3, y - 3, x + 4, y + 4)).getextrema()
        return bool(around[0] < 100)  # type: ignore[operator]

    top = 297 - 101.6
    for y in (top + 16.93, top + 16.93 + 14.82, top + 74.08):
        assert is_dark(60, y)
    for y in (top + 74.08, top + 74.08 - 8.47, top + 74.08 - 16.93):
        assert is_dark(190, y)
    assert is_dark(20.32, top + 10)
    assert is_dark(111.76, top + 40)
    assert is_dark(111.76 + 16, top + 70)
    assert is_dark(111.76 + 48.5, top + 70)
    assert not is_dark(60, top + 40)


def test_texts_are_verbatim_and_in_both_languages() -> None:
    printed = " ".join(text(papers.invoice_pdf(invoice(), make.unit(), texts())).split())
    for caption in (
        "Saajan tilinumero Mottagarens kontonummer",
        "Saaja Mottagare",
        "Maksajan nimi ja osoite Betalarens namn och adress",
        "Allekirjoitus Underskrift",
        "Tililtä nro Från konto nr",
        "Viitenumero Ref. nr",
        "Eräpäivä Förfallodag",
        "Euro",
        "IBAN",
        "TILISIIRTO. GIRERING",
        giro.TERMS_FI,
        giro.TERMS_SV,
    ):
        assert caption in printed


def test_what_is_filled_in() -> None:
    paper = invoice(language="en")
    printed = text(papers.invoice_pdf(paper, make.unit(), texts("en")))
    for filled in ("Nordea FI21 1234 5600 0007 85", "12 34561", "14.12.2026 1758,17"):
        assert f"\n{filled}\n" in printed
    assert giro.TERMS_EN in " ".join(printed.split())


def test_the_slip_is_pure_black_without_shading() -> None:
    paper = picture(papers.invoice_pdf(invoice(), make.unit(), texts()))
    slip = paper.crop((0, round(giro.TOP * 100 / 72) + 1, paper.width, paper.height))
    assert all(red == green == blue for red, green, blue in colours(slip))


@pytest.mark.parametrize(
    "fields",
    [{"total": Money("0.00")}, {"total": Money("-5.00")}, {"seller": seller(iban="")}],
)
def test_no_slip_when_nothing_is_to_be_paid_to_an_account(fields: dict[str, object]) -> None:
    paper = invoice(**fields)
    assert giro_facts(paper, texts()) is None
    assert "TILISIIRTO" not in text(papers.invoice_pdf(paper, make.unit(), texts()))


def test_a_credit_note_has_no_slip() -> None:
    assert "TILISIIRTO" not in text(papers.invoice_pdf(credit_note(), make.unit(), texts()))


def test_no_barcode_for_what_has_no_place_in_it() -> None:
    assert giro.barcode_of(facts(iban="SE3550000000054910000003")) == ""
    assert giro.barcode_of(facts(reference="12345")) == ""
    assert giro.barcode_of(facts(amount=None, due=None)).endswith("000000")


def test_an_international_reference_is_printed_in_fours() -> None:
    assert giro.printed_reference("RF341234561") == "RF34 1234 561"
    assert giro.printed_reference("86851625961989") == "86851625961989"
    assert giro.barcode_of(facts(reference="RF341234561")).startswith("5")


@pytest.mark.parametrize(
    ("iban", "name"),
    [
        ("FI2112345600000785", "Nordea"),
        ("FI5542345670000081", ""),
        ("FI4950009420028730", "OP"),
        ("FI5810171000000122", "Nordea"),
        ("FI1566010001530641", "Ålandsbanken"),
        ("SE3550000000054910000003", ""),
    ],
)
def test_the_bank_is_named_when_the_number_tells(iban: str, name: str) -> None:
    assert giro.bank_name(iban) == name


def test_it_stands_on_the_last_page_only() -> None:
    paper = pages(papers.invoice_pdf(invoice(*invoice().lines * 12), make.unit(), texts()))
    assert ["GIRERING" in page for page in paper] == [False] * (len(paper) - 1) + [True]
    assert len(paper) > 1
