"""What invoices of every kind say, in either layout; the QR code read back from the page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from subcontract.codes import make_reference
from subcontract.invoicing.records import Invoice
from subcontract.invoicing.terms import Layout
from subcontract.money import Money
from subcontract.papers import giro, qr
from subcontract.papers.slip import giro_facts
from tests import make_invoice_papers as bills
from tests.make_papers import credit_note, invoice, seller
from tests.paper_reading import pages, picture, text, texts

BOTH = pytest.mark.parametrize("layout", list(Layout))


def said(made: Invoice, **terms: Any) -> str:
    return text(bills.printed(made, **terms))


def codes(paper: bytes) -> dict[str, str]:
    """What another library reads from the page."""
    return {one.format.name: one.text for one in zxingcpp.read_barcodes(picture(paper, dpi=300))}


@BOTH
@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (bills.replacement, ("Tämä lasku korvaa laskun 998, 30.10.2026.",)),
        (bills.replacement, ("Kustannuspaikkanne 4711-220", "Tilausnumero korjattu.")),
        (bills.replacement, ("Liitteet: tuntilista-marraskuu.pdf, työmaan kuittaus.pdf",)),
        (bills.taking_back, ("Tämä lasku peruu hyvityslaskun 1002, 27.11.2026.", "Maksettava 1 758,17 €")),
        (bills.prepayment, ("Ennakkolasku\n", "Maksettava 1 129,50 €")),
        (
            bills.with_charges,
            ("Ennakkolasku 1001", "Rivit yhteensä 900,00 €", "Kuljetus 35,00 €", "Sovittu alennus −50,00 €"),
        ),
        (bills.with_charges, ("Yhteensä ilman arvonlisäveroa 885,00 €", "Maksettava 1 110,68 €")),
        (bills.interest, ("Korkolasku\n", "Viivästyskorosta ja perintäkuluista ")),
        (bills.interest, ("Maksettava 28,27 €", "15.10.2026–29.11.2026")),
        (bills.exempt, ("Ei arvonlisäveroa: sosiaalihuoltopalvelu", "(VATEX-EU-132-1G)")),
    ],
)
def test_it_says_what_it_is(make: Callable[[], Invoice], wanted: tuple[str, ...], layout: Layout) -> None:
    paper = said(make(), layout=layout)
    for one in wanted:
        assert one in paper


def test_interest_shows_no_vat_and_no_reason_of_a_seller_outside_the_register() -> None:
    paper = said(bills.interest())
    assert "ALV " not in paper.replace("ALV-tunnus", "")
    assert "rekisterissä" not in paper
    outside = said(replace(bills.interest(), seller=seller(vat_id="")))
    assert "rekisterissä" not in outside


def test_a_buyer_abroad_pays_the_vat_by_the_directive() -> None:
    paper = said(bills.abroad())
    assert "Your VAT id SE556036079301" in paper
    assert "articles 44 and 196" in paper
    assert "section 8 c" not in paper


def test_own_words_stand_above_the_lines_of_invoices_only() -> None:
    paper = said(invoice(), opening=bills.OPENING)
    assert paper.index("Laskutamme sopimuksenne") < paper.index("Mitä Määrä")
    assert "Laskutamme" not in said(credit_note(), opening=bills.OPENING)


def test_the_close_layout_takes_fewer_pages_and_every_line_keeps_its_day() -> None:
    made = bills.many(45)
    airy, close = (pages(bills.printed(made, layout=layout)) for layout in Layout)
    assert len(close) < len(airy)
    for paper in (airy, close):
        whole = "\n".join(paper)
        assert all(f"rivi {at} " in whole or f"rivi {at}\n" in whole for at in range(45))
        assert whole.count("17.11.2026") >= 2
        assert all("Mitä" in page for page in paper)


@BOTH
@pytest.mark.parametrize("count", [8, 20, 31, 32, 60])
def test_no_row_is_split_and_the_sum_has_company_in_either_layout(layout: Layout, count: int) -> None:
    paper = pages(bills.printed(bills.many(count), layout=layout))
    assert "Maksettava" in paper[-1]
    assert f"rivi {count - 1}" in paper[-1]
    assert all(f"sivu {at}/{len(paper)}" in page for at, page in enumerate(paper, 1))


# --- the code for a phone ------------------------------------------------------------------------


def test_code_barcode_and_plain_text_say_the_same() -> None:
    paper = bills.printed(invoice(), qr_code=True)
    read = codes(paper)
    assert read["QRCode"].split("\n") == [
        "BCD",
        "002",
        "1",
        "SCT",
        "",
        "Esimerkin hyvinvointialue",
        "FI2112345600000785",
        "EUR1758.17",
        "",
        "1234561",
        "",
        "ReqdExctnDt/2026-12-14",
    ]
    assert read["Code128"] == giro.barcode_of(slip())
    plain = text(paper)
    assert "FI21 1234 5600 0007 85" in plain
    assert "12 34561" in plain
    assert "1758,17" in plain


def slip() -> giro.GiroFacts:
    made = giro_facts(invoice(), texts())
    assert made
    return made


def test_without_the_wish_there_is_no_code() -> None:
    assert set(codes(bills.printed(invoice()))) == {"Code128"}
    assert not codes(bills.printed(credit_note(), qr_code=True))
    assert not codes(bills.printed(replace(invoice(), number=0, reference=""), qr_code=True))


@pytest.mark.parametrize("dpi", [200, 300, 600])
def test_it_is_read_at_every_size_of_print(dpi: int) -> None:
    page = picture(bills.printed(invoice(), qr_code=True), dpi=dpi)
    assert "QRCode" in {one.format.name for one in zxingcpp.read_barcodes(page)}


@settings(max_examples=40)
@given(
    name=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=90),
    base=st.integers(100, 10**18),
    cents=st.integers(1, 9_999_999_999),
    days=st.integers(0, 3000),
)
def test_every_payment_fits_or_is_left_out(name: str, base: int, cents: int, days: int) -> None:
    reference = make_reference(str(base)).national
    due = date.fromordinal(date(2026, 1, 1).toordinal() + days)
    told = qr.payment_text("FI21 1234 5600 0007 85", name, reference, due, Money.of_cents(cents))
    if told:
        assert len(told.encode()) <= qr.MOST_BYTES
        assert len(told.split("\n")) == 12
        squares = qr.modules(told)
        assert len(squares) <= 17 + 4 * qr.MOST_VERSION
        assert len(squares) == len(squares[0])


@pytest.mark.parametrize(("name", "amount"), [("", Money(1)), ("A", None), ("A", Money(0))])
def test_what_has_no_place_in_a_code(name: str, amount: Money | None) -> None:
    assert qr.payment_text("FI2112345600000785", name, "1234561", None, amount) == ""
    assert giro.qr_text(replace(slip(), reference="12")) == ""
