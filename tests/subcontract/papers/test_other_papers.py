from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from subcontract import papers
from subcontract.days import DateRange
from subcontract.jobs.quote import QuoteLine
from subcontract.money import Money, total
from subcontract.papers.allowance_list import control_total
from subcontract.papers.offer import with_gross
from subcontract.payout.records import PayRunState
from tests import make
from tests.make_papers import logo, pay_run, payout
from tests.paper_reading import pages, picture, png, text, texts


def offer(**fields: object) -> papers.QuoteFacts:
    customer = make.customer(contact_name="Pirjo Salo", payment_term_days=21)
    days = DateRange(date(2026, 12, 1), date(2027, 5, 31))
    job = make.job(customer=customer.id, number=12, place="Mallikatu 2, Lappeenranta", days=days)
    quote = make.quote(job=job.id, revision=2)
    given = {"quote": quote, "job": job, "customer": customer, "unit": make.unit(), "by": "Maija Koivu"}
    return papers.QuoteFacts(**given | fields)  # type: ignore[arg-type]


def agreement(**fields: object) -> papers.AgreementFacts:
    made = offer()
    quote = replace(made.quote, answered_on=date(2026, 11, 25), answered_by="Pirjo Salo")
    given = {"quote": quote, "job": made.job, "customer": made.customer, "unit": made.unit}
    return papers.AgreementFacts(**given | fields)  # type: ignore[arg-type]


def people(count: int, **fields: object) -> papers.AllowanceListFacts:
    rows = tuple(
        (make.client(number=at, last_name=f"Asiakas{at:04}"), payout(taxable=Money(at % 3)))
        for at in range(1, count + 1)
    )
    given = {"run": pay_run(), "unit": make.unit(), "rows": rows, "calculated_by": "Maija Koivu"}
    return papers.AllowanceListFacts(**given | fields)  # type: ignore[arg-type]


def test_a_quote_tells_price_validity_and_version() -> None:
    paper = text(papers.quote_pdf(offer(), texts()))
    for wanted in (
        "Tarjous",
        "Numero 12",
        "Versio 2",
        "Voimassa 23.12.2026",
        "Tarjouksen tekijä Maija Koivu",
        "Pakettien tarroitus",
        "Mallikatu 2, Lappeenranta",
        "1.12.2026–31.5.2027",
        "Tarroitus 1 200 kpl 0,79 25,5 % 948,00 1 189,74",
        "Yhteensä ilman arvonlisäveroa 948,00 €",
        "Arvonlisävero yhteensä 241,74 €",
        "Hinta verollisena 1 189,74 €",
        "Tarjous on voimassa 23.12.2026 saakka.",
        "Maksuehto on 21 päivää laskun päiväyksestä.",
        "Hyväksymme tämän tarjouksen.",
    ):
        assert wanted in paper


def test_prices_with_vat_sum_to_the_total() -> None:
    line = QuoteLine(
        text="Rivi",
        quantity=Decimal(1),
        unit="kpl",
        unit_price=Decimal("0.33"),
        vat="25.5",
        net=Money("0.33"),
    )
    lines = (line, line, line, replace(line, vat="E"))
    quote = make.quote(lines=lines, net=Money("1.32"), vat=Money("0.25"), total=Money("1.57"))
    gross = [money for _, money in with_gross(quote)]
    assert total(gross) == Money("1.57")
    assert gross[3] == Money("0.33")


def test_a_quote_without_vat_has_no_shares() -> None:
    exempt = QuoteLine(
        text="Rivi", quantity=Decimal(1), unit="kpl", unit_price=Decimal(5), vat="E", net=Money("5.00")
    )
    quote = make.quote(lines=(exempt,), net=Money("5.00"), vat=Money(0), total=Money("5.00"))
    assert [money for _, money in with_gross(quote)] == [Money("5.00")]


def test_an_agreement_has_every_part() -> None:
    facts = agreement(coach="Kari Kettunen", times="ma, ke ja pe klo 6.30–9.30")
    paper = text(papers.agreement_pdf(facts, texts()))
    for wanted in (
        "Sopimus",
        "Hyväksytty 25.11.2026, Pirjo Salo",
        "1 Osapuolet",
        "Palveluntuottaja Esimerkin hyvinvointialue, Y-tunnus 2345678-0",
        "Tilaaja Tavaratalo Kuusi Oy, Y-tunnus 1234567-1",
        "2 Työ, paikka ja ajat",
        "Ajat ma, ke ja pe klo 6.30–9.30",
        "3 Hinta",
        "4 Ohjaus ja turvallisuus",
        "Palveluntuottajan valmentaja Kari Kettunen ohjaa ryhmää koko ajan.",
        "5 Muutokset ja peruutus",
        "6 Laskutus",
        "7 Allekirjoitukset",
        "Päiväys, allekirjoitus ja nimenselvennys",
    ):
        assert wanted in paper.replace("  ", " ")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_agreements_and_quotes_in_other_languages(language: str) -> None:
    assert len(pages(papers.agreement_pdf(agreement(), texts(language)))) == 2
    assert "Osapuolet" not in text(papers.agreement_pdf(agreement(), texts(language)))
    assert "Tarjous" not in text(papers.quote_pdf(offer(), texts(language)))


def test_the_list_shows_everybody_and_the_sums() -> None:
    facts = people(3)
    paper = text(papers.allowance_list_pdf(facts, texts()))
    assert "1 Asiakas0001, Liisa 14 40 t 15 min 116,50 1,00 2,50 117,50" in paper
    assert "3 Asiakas0003, Liisa 14 40 t 15 min 116,50 – 2,50 116,50" in paper
    assert "Yhteensä 42 120 t 45 min 349,50 3,00 7,50 352,50" in paper
    assert f"Tarkistusluku {control_total(facts):06}" in paper
    assert "Ei vielä hyväksytty" in paper
    assert "Hyväksyjä, päiväys ja allekirjoitus" in paper


def test_the_list_of_an_approved_run() -> None:
    moment = datetime(2026, 12, 2, 10, tzinfo=UTC)
    run = pay_run(state=PayRunState.APPROVED, approved_by=make.MANAGER, approved_at=moment)
    facts = people(1, run=run, approved_by="Kari Kettunen", chain_head="9f2c" * 16)
    paper = text(papers.allowance_list_pdf(facts, texts()))
    assert "Hyväksynyt Kari Kettunen, 2.12.2026 klo 12.00" in paper
    assert "9f2c" * 16 in paper.replace("\n", "")
    assert "Hyväksyjä, päiväys ja allekirjoitus" not in paper


def test_the_control_total_notices_a_changed_row() -> None:
    facts = people(5)
    client, pay = facts.rows[2]
    changed = replace(
        facts, rows=(*facts.rows[:2], (client, replace(pay, tax_free=Money("116.51"))), *facts.rows[3:])
    )
    assert control_total(facts) != control_total(changed)
    assert control_total(facts) != control_total(replace(facts, rows=facts.rows[:-1]))


@pytest.mark.parametrize("count", [0, 1, 29, 30, 31, 500, 2000])
def test_nobody_is_left_out_of_the_list(count: int) -> None:
    paper = pages(papers.allowance_list_pdf(people(count), texts()))
    whole = "\n".join(paper)
    assert all(whole.count(f"Asiakas{at:04}") == 1 for at in range(1, count + 1))
    assert all(f"sivu {at}/{len(paper)}" in page for at, page in enumerate(paper, 1))
    assert all("Nro Asiakas" in page for page in paper if "Asiakas0" in page)
    assert whole.count("Yhteensä") == 1


def test_a_figure_is_made_smaller_rather_than_cut() -> None:
    facts = people(1)
    client, pay = facts.rows[0]
    rows = ((client, replace(pay, minutes=60 * 123_456 + 45, tax_free=Money("123456789.12"))),)
    paper = text(papers.allowance_list_pdf(replace(facts, rows=rows), texts()))
    assert "123 456 t 45 min" in paper
    assert "123 456 789,12" in paper


def wall(**fields: object) -> papers.WallListFacts:
    person = papers.WallPerson(name="Liisa", photo=png())
    shift = papers.WallShift(
        day=date(2026, 11, 24),
        start=time(8),
        end=time(12),
        job="Hyllytys",
        place="Mallikatu 2",
        coach="Kari",
        people=(person, papers.WallPerson(name="Emil")),
    )
    given = {"unit": make.unit(logo=logo()), "monday": make.TODAY, "shifts": (shift,)}
    return papers.WallListFacts(**given | fields)  # type: ignore[arg-type]


def test_the_wall_list_shows_days_shifts_and_people() -> None:
    paper = text(papers.wall_list_pdf(wall(), texts()))
    for wanted in (
        "Työvuorot, viikko 48",
        "23.11.2026–29.11.2026",
        "tiistai 24. marraskuuta 2026",
        "8.00–12.00 Hyllytys",
        "Mallikatu 2",
        "Valmentaja: Kari",
        "Suunnitelma, voi vielä muuttua",
        "Liisa",
        "Emil",
    ):
        assert wanted in paper.replace("  ", " ")


def test_a_day_that_goes_on_over_the_page_is_headed_again() -> None:
    tuesday = replace(wall().shifts[0], job="Tarroitus")
    thursday = replace(tuesday, day=date(2026, 11, 26))
    printed = pages(papers.wall_list_pdf(wall(shifts=(tuesday,) * 5 + (thursday,)), texts()))
    assert len(printed) == 2
    assert [page.count("tiistai 24. marraskuuta 2026") for page in printed] == [1, 1]
    assert [page.count("torstai 26. marraskuuta 2026") for page in printed] == [0, 1]


def test_an_empty_week() -> None:
    assert "Tällä viikolla ei ole työvuoroja." in text(papers.wall_list_pdf(wall(shifts=()), texts()))


def test_a_broken_photo_is_left_out() -> None:
    shift = replace(wall().shifts[0], people=(papers.WallPerson(name="Sari", photo=b"no picture"),))
    assert "Sari" in text(papers.wall_list_pdf(wall(shifts=(shift,)), texts()))


def test_no_page_is_blank() -> None:
    for paper in (
        papers.quote_pdf(offer(), texts()),
        papers.agreement_pdf(agreement(), texts()),
        papers.allowance_list_pdf(people(40), texts()),
        papers.wall_list_pdf(wall(), texts()),
    ):
        for at in range(len(pages(paper))):
            assert picture(paper, at, 30).convert("L").getextrema()[0] < 200  # type: ignore[operator]


@pytest.mark.parametrize("phases", range(1, 14))
def test_the_line_to_sign_on_stands_with_the_words_that_are_signed(phases: int) -> None:
    made = offer()
    line = made.quote.lines[0]
    quote = replace(made.quote, lines=tuple(replace(line, text=f"Vaihe {at}") for at in range(phases)))
    printed = pages(papers.quote_pdf(offer(quote=quote), texts()))
    signed = next(page for page in printed if "Allekirjoitus ja nimenselvennys" in page)
    assert "Hyväksymme tämän tarjouksen." in signed
    assert "Hyväksyminen" in signed


def test_a_quote_tells_both_what_the_work_is_and_what_was_written_for_it() -> None:
    made = offer()
    job = replace(made.job, description="Tarrat laatikoihin.\n\nOhje tulee mukana.")
    quote = replace(made.quote, text="Toimitus perjantaisin.")
    paper = text(papers.quote_pdf(offer(job=job, quote=quote), texts()))
    for wanted in ("Tarrat laatikoihin.", "Ohje tulee mukana.", "Toimitus perjantaisin."):
        assert wanted in paper


@pytest.mark.parametrize(("language", "unit"), [("fi", "kpl"), ("sv", "st"), ("en", "pcs")])
def test_the_programs_own_units_are_in_the_customers_language(language: str, unit: str) -> None:
    assert f" {unit} 0" in text(papers.quote_pdf(offer(), texts(language)))
    made = offer()
    own = replace(made.quote, lines=(replace(made.quote.lines[0], unit="laatikko"),))
    assert "laatikko" in text(papers.quote_pdf(offer(quote=own), texts(language)))
