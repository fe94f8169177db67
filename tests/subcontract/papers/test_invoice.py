from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract import papers
from subcontract.days import DateRange
from subcontract.money import Money, total
from subcontract.papers.invoice_lines import with_gross
from subcontract.people.unit import Address
from tests import make
from tests.make_papers import buyer, credit_note, invoice, invoice_line, lines, logo, seller
from tests.paper_reading import pages, picture, text, texts


def printed(paper: object, language: str = "fi", **unit: object) -> str:
    return text(papers.invoice_pdf(paper, make.unit(**unit), texts(language)))  # type: ignore[arg-type]


def test_it_holds_what_the_vat_act_asks_for() -> None:
    paper = printed(invoice())
    for wanted in (
        "Lasku",
        "Laskun numero 1001",
        "Päiväys 30.11.2026",
        "Toimitettu 2.11.2026–27.11.2026",
        "ALV-tunnus FI23456780",
        "Y-tunnus 2345678-0",
        "Esimerkin hyvinvointialue\nRantatie 1\n53100 Lappeenranta",
        "Tavaratalo Kuusi Oy\nPirjo Salo\nMallikatu 2\n53100 Lappeenranta",
        "Y-tunnuksenne 1234567-1",
        "Hyllytys, Tavaratalo Kuusi 38,25 h 24,50 25,5 % 937,13",
        "Hintalappujen kiinnitys 1 200 kpl 0,085 25,5 % 102,00",
        "Pihan siivous 1 urakka 350,00 5 % 25,5 % 332,50",
        "Yhteensä ilman arvonlisäveroa 1 404,03 €",
        "ALV 25,5 %, peruste 1 371,63 € 349,77 €",
        "ALV 13,5 %, peruste 32,40 € 4,37 €",
        "Maksettava 1 758,17 €",
        "Eräpäivä 14.12.2026",
        "Viitenumero 12 34561",
        "Maksuehto 14 päivää netto",
        "Viivästyskorko korkolain mukaan",
        "Tilauksenne PO-4711",
        "Viitteenne KP 220",
        "sivu 1/1",
    ):
        assert wanted in paper


def test_days_of_supply_stand_by_the_line_when_they_differ() -> None:
    one_day = invoice_line(2, supplied=DateRange(date(2026, 11, 5), date(2026, 11, 5)))
    paper = printed(invoice(invoice_line(), one_day))
    assert "Toimitettu" not in paper
    assert "5.11.2026" in paper
    assert "2.11.2026–27.11.2026" in paper


@pytest.mark.parametrize(
    ("language", "title", "due"),
    [("fi", "Lasku", "Eräpäivä 14.12.2026"), ("sv", "Faktura", "Förfaller 14.12.2026")],
)
def test_it_speaks_the_customers_language(language: str, title: str, due: str) -> None:
    paper = printed(invoice(language=language), language)
    assert f"{title}\n" in paper
    assert due in paper


def test_english_too() -> None:
    paper = printed(invoice(language="en"), "en")
    assert "To be paid €1,758.17" in paper
    assert "page 1/1" in paper


def test_reverse_charge_shows_no_rate_and_no_amount() -> None:
    line = invoice_line(vat="AE")
    paper = printed(invoice(line))
    assert "Käännetty verovelvollisuus, peruste 937,13 €" in paper
    assert "AVL 8 c §" in paper
    assert "ALV-tunnuksenne FI12345671" in paper
    assert "%" not in paper
    assert "Maksettava 937,13 €" in paper


def test_an_exemption_is_grounded() -> None:
    paper = printed(invoice(invoice_line(vat="E"), exemption="AVL 37 §"))
    assert "Ei arvonlisäveroa: AVL 37 §" in paper
    assert "%" not in paper


def test_a_seller_outside_the_register_shows_no_vat() -> None:
    paper = printed(invoice(invoice_line(vat="E"), seller=seller(vat_id="")))
    assert "myyjä ei ole arvonlisäverovelvollisten rekisterissä" in paper
    assert "ALV-tunnus" not in paper
    assert "%" not in paper


def test_a_household_sees_prices_with_vat() -> None:
    home = buyer(name="Elina Esimerkki", business_id="", vat_id="", contact_name="")
    paper = printed(invoice(buyer=home))
    assert "Verollinen €" in paper
    assert "937,13 1 176,10" in paper


def test_gross_of_lines_sums_to_the_total() -> None:
    three = tuple(invoice_line(at, net=Money("10.01"), vat="25.5") for at in range(3))
    paper = invoice(*three)
    assert total(gross for _, gross in with_gross(paper)) == paper.total
    mixed = invoice(*three, invoice_line(9, net=Money("-5.00")))
    assert len(list(with_gross(mixed))) == 4


def test_a_credit_note_points_back_and_asks_for_nothing() -> None:
    paper = printed(credit_note())
    assert "Hyvityslasku" in paper
    assert "Hyvittää laskun 998, 30.10.2026" in paper
    assert "Tämä hyvityslasku muuttaa laskua 998, 30.10.2026." in paper
    assert "Tätä ei makseta." in paper
    assert "Hyvitetään yhteensä 1 758,17 €" in paper
    assert "Eräpäivä" not in paper
    assert "Viitenumero" not in paper


def test_notes_of_the_invoice_and_the_unit() -> None:
    paper = printed(invoice(note="Sovittu\npuhelimessa"), invoice_note="Kiitos yhteistyöstä.")
    assert "Sovittu\npuhelimessa" in paper
    assert "Kiitos yhteistyöstä." in paper


@pytest.mark.parametrize("count", [1, 7, 8, 9, 30, 31, 32, 60, 300])
def test_every_line_is_on_some_page_and_the_sum_has_company(count: int) -> None:
    many = tuple(invoice_line(at, text=f"Rivi {at:03}") for at in range(count))
    paper = pages(papers.invoice_pdf(invoice(*many), make.unit(), texts()))
    whole = "\n".join(paper)
    assert all(whole.count(f"Rivi {at:03}") == 1 for at in range(count))
    assert f"Rivi {count - 1:03}" in paper[-1]
    assert all("Mitä Määrä Yksikkö" in page for page in paper)
    assert all(f"sivu {at}/{len(paper)}" in page for at, page in enumerate(paper, 1))
    with_sum = [page for page in paper if "Maksettava" in page]
    assert len(with_sum) == 1
    assert with_sum[0] is paper[-1]


def test_two_thousand_lines() -> None:
    many = tuple(invoice_line(at) for at in range(2000))
    paper = pages(papers.invoice_pdf(invoice(*many), make.unit(), texts()))
    assert 50 < len(paper) < 70


def test_the_window_shows_the_address_and_nothing_else() -> None:
    home = buyer(name="Pitkäniminen Osakeyhtiö Esimerkki ja Kumppanit Kansainvälinen Kauppahuone Ab")
    with_address = picture(papers.invoice_pdf(invoice(buyer=home), make.unit(logo=logo()), texts()), dpi=127)
    empty = replace(home, name="", contact_name="", address=Address())
    without = picture(papers.invoice_pdf(invoice(buyer=empty), make.unit(logo=logo()), texts()), dpi=127)
    assert without.crop((100, 220, 550, 380)).getextrema() == ((255, 255),) * 3
    left_out = with_address.copy()
    left_out.paste("white", (100, 220, 550, 380))
    assert left_out.crop((0, 200, 550, 400)).getextrema() == ((255, 255),) * 3


def test_the_same_invoice_gives_the_same_bytes() -> None:
    once = papers.invoice_pdf(invoice(), make.unit(logo=logo()), texts())
    assert papers.invoice_pdf(invoice(), make.unit(logo=logo()), texts()) == once


def test_many_decimals_of_a_unit_price_are_kept() -> None:
    paper = printed(invoice(invoice_line(unit_price=Decimal("0.0725"), quantity=Decimal("10.5"))))
    assert "10,5 h 0,0725" in paper


def test_lines_of_the_builder_are_what_they_say() -> None:
    assert total(line.net for line in lines()) == invoice().net


def test_a_long_name_and_a_long_reference_are_told_to_the_end() -> None:
    name = "Pohjois-Karjalan Kiinteistönhuolto- ja Ympäristönhoitopalvelut Virtanen, Mäkinen & Kumppanit"
    order = "HANKINTA-2026-000123456789 / KUSTANNUSPAIKKA 4711-220"
    party = buyer(name=name, contact_name="Outi Ostaja")
    head, _, _ = printed(invoice(buyer=party, order_number=order)).partition("Mitä")
    for told in (name, "Outi Ostaja", "Mallikatu 2", order):
        assert "".join(told.split()) in "".join(head.split())
    assert "…" not in head
