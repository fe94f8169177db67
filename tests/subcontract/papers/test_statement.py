from dataclasses import replace
from uuid import UUID

import pytest

from subcontract import papers
from subcontract.days import Month
from subcontract.hours.entry import Attendance, EntryKind
from subcontract.ids import ClientId, JobId, PhaseId
from subcontract.money import Money
from subcontract.papers import WorkDone, work_done
from subcontract.papers.statement import easy_lines, in_words
from subcontract.payout import lines
from tests import make
from tests.make_papers import payout, statement
from tests.paper_reading import colours, pages, picture, png, text, texts

LONGEST_WORD = 18


def easy(facts: papers.StatementFacts, language: str = "fi") -> str:
    return pages(papers.statement_pdf(facts, texts(language)))[0].replace("\u00a0", " ")


def test_it_answers_what_how_long_how_much_when_and_whom() -> None:
    paper = easy(statement())
    for wanted in (
        "Liisa Aalto, marraskuu 2026",
        "Mitä teit",
        "Hyllytys, Tavaratalo Kuusi",
        "9 päivää, 25 tuntia",
        "1 päivä, 3 tuntia ja 15 minuuttia",
        "Olit töissä 14 päivänä.",
        "Teit töitä yhteensä 40 tuntia ja 15 minuuttia.",
        "116,50 €",
        "tiistai 15. joulukuuta 2026",
        "Raha tulee tilillesi tänä päivänä:",
        "Maija Koivu, 05 123 4567",
    ):
        assert wanted in paper


def test_a_cut_is_told_in_plain_words() -> None:
    paper = easy(statement())
    assert "Verottomalla rahalla on yläraja." in paper
    assert "Siksi summasta jäi pois 2,50 euroa." in paper
    assert "Sinä et tehnyt mitään väärää." in paper
    assert "yläraja" not in easy(statement(payout=payout(cut=Money(0))))


def test_taxed_money_is_told() -> None:
    paper = easy(statement(payout=payout(taxable=Money("6.00"))))
    assert "Tästä summasta 6,00 euroa on veronalaista." in paper
    assert "122,50 €" in paper


@pytest.mark.parametrize(
    ("cents", "told"),
    [
        (400, "Summasta 4,00 euroa kuuluu aiempaan kuukauteen."),
        (-400, "Aiemmin sait 4,00 euroa liikaa.\nSe on vähennetty tästä summasta."),
    ],
)
def test_a_correction_of_an_earlier_month_is_told(cents: int, told: str) -> None:
    line = lines.difference(Month(2026, 10), Money.of_cents(cents), taxable=False)
    assert told in easy(statement(payout=payout(lines=(*payout().lines, line))))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_lines_are_short_and_words_known(language: str) -> None:
    for line in easy(statement(), language).splitlines():
        assert len(line) <= 55, line
        assert all(len(word.strip(".,:")) <= LONGEST_WORD for word in line.split()), line


@pytest.mark.parametrize("count", [0, 1, 4, 12])
def test_the_easy_part_is_one_page(count: int) -> None:
    work = tuple(WorkDone(job=f"Työ {at}", days=1, minutes=60 + at) for at in range(count))
    everything = payout(tax_free=Money("388.88"), taxable=Money("1.00"))
    paper = pages(papers.statement_pdf(statement(work=work, payout=everything), texts()))
    assert len(paper) == 2
    assert "Kysy rohkeasti" in paper[0]
    assert "Näin summa laskettiin" in paper[1]


def test_jobs_that_do_not_fit_are_counted() -> None:
    work = tuple(WorkDone(job=f"Työ {at}", days=1, minutes=60) for at in range(12))
    paper = easy(statement(work=work))
    shown = paper.count("1 päivä, 1 tunti")
    assert f"Ja {12 - shown} muuta työtä." in paper


def test_a_month_without_work() -> None:
    nothing = payout(days=0, minutes=0, tax_free=Money(0), cut=Money(0), lines=())
    paper = pages(papers.statement_pdf(statement(payout=nothing, work=()), texts()))
    assert len(paper) == 1
    assert "Et ollut töissä tässä kuussa." in paper[0]
    assert "Milloin raha tulee" not in paper[0]


def test_without_an_account_nothing_is_said_of_one() -> None:
    facts = statement()
    paper = easy(replace(facts, client=replace(facts.client, iban="")))
    assert "tilillesi" not in paper
    assert "Raha maksetaan tänä päivänä:" in paper


def test_no_red_anywhere() -> None:
    everything = payout(tax_free=Money("388.88"))
    paper = picture(papers.statement_pdf(statement(payout=everything), texts()))
    reds = [
        (red, green, blue)
        for red, green, blue in colours(paper)
        if red > 120 and red * 10 > 16 * green and red * 10 > 16 * blue
    ]
    assert reds == []


def test_a_photo_is_printed_only_with_consent() -> None:
    facts = statement()
    photo = png("navy", (60, 80), "JPEG")
    refused = replace(facts, client=replace(facts.client, photo=photo))
    allowed = replace(facts, client=replace(facts.client, photo=photo, photo_consent=make.TODAY))
    corner = (620, 50, 750, 190)
    assert picture(papers.statement_pdf(refused, texts())).crop(corner).getextrema() == ((255, 255),) * 3
    assert picture(papers.statement_pdf(allowed, texts())).crop(corner).getextrema() != ((255, 255),) * 3


def test_the_working_shows_every_line_and_its_source() -> None:
    small = pages(papers.statement_pdf(statement(), texts()))[1]
    assert small.count("8,50 8,50") == 14
    assert "Maksetaan yhteensä 116,50" in small.replace("\u00a0", " ")
    assert "TVL 92 § 23 k., alkaen 1.1.2026" in small or "TVL 92 § 23 k., 1.1.2026 alkaen" in small
    assert "Näin summa laskettiin" in small


def test_no_identity_code_or_account_number() -> None:
    facts = statement()
    client = replace(facts.client, identity_code="010594Y9032")
    whole = text(papers.statement_pdf(replace(facts, client=client), texts()))
    assert "010594" not in whole
    assert "FI21" not in whole


def test_lengths_have_no_abbreviations() -> None:
    assert in_words(texts(), 60).replace("\u00a0", " ") == "1 tunti"
    assert in_words(texts(), 61).replace("\u00a0", " ") == "1 tunti ja 1 minuutti"
    assert in_words(texts(), 45).replace("\u00a0", " ") == "45 minuuttia"
    assert in_words(texts(), 0).replace("\u00a0", " ") == "0 minuuttia"


def test_easy_lines_break_at_spaces() -> None:
    assert all(len(line) <= 55 for line in easy_lines("sana " * 60))


def test_work_is_gathered_by_job() -> None:
    client, phase = ClientId(UUID(int=5)), make.phase(id=PhaseId(UUID(int=6)), pictogram="broom")
    job = make.job(id=JobId(UUID(int=7)), name="Siivous", phases=(phase,))
    here = make.entry(client=client, job=job.id, phase=phase.id, minutes=100, pieces=3)
    entries = [
        here,
        replace(here, minutes=50),
        replace(here, attendance=Attendance.SICK, minutes=0),
        replace(here, kind=EntryKind.COACHING),
        make.entry(client=client, minutes=10),
    ]
    assert work_done(entries, {job.id: job}) == (
        WorkDone(job="Siivous", pictogram="broom", days=1, minutes=150, pieces=6),
    )
    assert Month(2026, 11).first.year == 2026
