from dataclasses import replace
from datetime import date, time

import pytest

from subcontract import papers
from subcontract.papers.lettering import plain
from subcontract.papers.rota_facts import SiteNote, WallPerson
from subcontract.rota.plan_state import PlanState, Stage
from tests import make
from tests.make_rota_papers import (
    CHANGED,
    MONDAY,
    NIGHT,
    PEOPLE,
    PUBLISHED,
    SHELF,
    YARD,
    coach_list,
    coach_person,
    coach_shift,
    day,
    own_week,
    wall,
)
from tests.paper_reading import pages, picture, png, text, texts

LONGEST_WORD = 18
LANGUAGES = pytest.mark.parametrize("language", ["fi", "sv", "en"])


# --- the wall


def test_no_shift_is_cut_in_two_by_a_page() -> None:
    many = tuple(range(1, 9)) * 6
    printed = pages(papers.wall_list_pdf(wall(*many), texts()))
    assert len(printed) > 6
    for page in printed:
        shifts = page.count("8.00–12.00") + page.count("9.00–12.00")
        coaches, places = page.count("Valmentaja: Kari"), page.count("Mallikatu 2")
        assert shifts == coaches == places


def test_a_shift_of_more_people_than_a_page_has_photos_for_stands_on_one_page() -> None:
    names = tuple(f"Nimi{at:03}" for at in range(150))
    facts = wall(1)
    shift = replace(facts.shifts[0], people=tuple(WallPerson(name=name, photo=png()) for name in names))
    printed = pages(papers.wall_list_pdf(replace(facts, shifts=(shift,)), texts()))
    assert len(printed) == 1
    assert all(name in printed[0] for name in names)


def test_every_day_is_headed_once_a_page() -> None:
    printed = pages(papers.wall_list_pdf(wall(*([6] * 20)), texts()))
    heads = [line for page in printed for line in page.splitlines() if line.endswith("marraskuuta 2026")]
    for page in printed:
        days = [line for line in page.splitlines() if line in heads]
        assert len(days) == len(set(days))


def test_a_single_day_is_told_alone_and_larger() -> None:
    printed = text(papers.wall_list_pdf(wall(only=frozenset({MONDAY})), texts()))
    assert "Työvuorot, ma 23.11.2026" in printed
    assert "tiistai" not in printed
    free = date(2026, 11, 29)
    assert "Tänä päivänä ei ole työvuoroja." in text(
        papers.wall_list_pdf(wall(only=frozenset({free})), texts())
    )


def test_a_long_name_is_made_smaller_and_not_cut() -> None:
    facts = wall(1)
    person = WallPerson(name="Maximilianalexander")
    shift = replace(facts.shifts[0], people=(person,))
    assert person.name in text(papers.wall_list_pdf(replace(facts, shifts=(shift,)), texts()))


def test_a_long_name_of_two_parts_takes_two_lines() -> None:
    facts = wall(1)
    people = (
        WallPerson(name="Maximilian-Alexander"),
        WallPerson(name="Liisa Virtanen"),
        WallPerson(name="Oona"),
    )
    shift = replace(facts.shifts[0], people=people)
    printed = text(papers.wall_list_pdf(replace(facts, shifts=(shift,)), texts()))
    for part in ("Maximilian-Alexander", "Liisa\nVirtanen", "Oona"):
        assert part in printed


def test_a_shift_without_people_says_so() -> None:
    assert "Ei vielä ketään" in text(papers.wall_list_pdf(wall(0), texts()))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (PlanState(), "Suunnitelma, voi vielä muuttua"),
        (PUBLISHED, "Julkaistu 20.11.2026"),
        (CHANGED, "Julkaistu 20.11.2026, muutettu sen jälkeen"),
        (replace(PUBLISHED, stage=Stage.PARTLY), "Osa julkaistu 20.11.2026, muu voi vielä muuttua"),
    ],
)
def test_papers_say_from_which_plan_they_are(state: PlanState, words: str) -> None:
    assert words in text(papers.wall_list_pdf(wall(state=state), texts()))
    assert words in text(papers.coach_list_pdf(coach_list(state=state), texts()))


# --- the own week


def test_a_week_tells_what_when_where_and_with_whom() -> None:
    printed = text(papers.own_week_pdf(own_week(), texts()))
    for wanted in (
        "Oma viikko 48",
        "Liisa Aalto",
        "Maanantai",
        "23.11.2026",
        "Hyllytys",
        "8.00",
        "12.00",
        "Tavaratalo Kuusi, Mallikatu 2",
        "Valmentaja Kari",
        "Jos et pääse, soita.",
        "05 123 4567",
        "Tämä viikko on suunnitelma.",
        "Se voi vielä muuttua.",
    ):
        assert wanted in printed


def test_a_free_day_is_said_in_words() -> None:
    printed = text(papers.own_week_pdf(own_week(day(0, SHELF)), texts()))
    assert printed.count("Sinulla ei ole työvuoroa.") == 4
    assert "Lauantai" not in printed


def test_a_week_without_work_is_a_sheet_too() -> None:
    printed = pages(papers.own_week_pdf(own_week(day(0)), texts()))
    assert len(printed) == 1
    assert printed[0].count("Sinulla ei ole työvuoroa.") == 5


def test_the_weekend_stands_there_when_there_is_work() -> None:
    printed = text(papers.own_week_pdf(own_week(day(0, SHELF), day(6, NIGHT)), texts()))
    assert "Sunnuntai" in printed
    assert "Loppuu seuraavana päivänä." in printed


@LANGUAGES
def test_lines_are_short_and_words_too(language: str) -> None:
    for state in (PlanState(), PUBLISHED, CHANGED):
        facts = own_week(day(0, SHELF), day(1, NIGHT), state=state)
        call = texts(language).say("If you cannot come, call.")  # beside the state, in a room of its own
        page = pages(papers.own_week_pdf(facts, texts(language)))[0].replace(call, f"\n{call}")
        for line in page.splitlines():
            assert len(line) <= 55, line
            assert all(len(word.strip(".,:")) <= LONGEST_WORD for word in line.split()), line


@LANGUAGES
def test_sentences_are_short(language: str) -> None:
    said = texts(language)
    for sentence in ("You have no shift.", "Part of the week may still change.", "If you cannot come, call."):
        assert len(said.say(sentence).split()) <= 8


@pytest.mark.parametrize("count", range(8))
def test_a_week_of_a_shift_a_day_is_one_page(count: int) -> None:
    facts = own_week(*(day(at, YARD if at % 2 else SHELF) for at in range(count)))
    assert len(pages(papers.own_week_pdf(facts, texts()))) == 1


def test_a_crowded_week_is_one_sheet_and_loses_nothing() -> None:
    facts = own_week(*(day(at, SHELF, replace(YARD, job=f"Piha {at}")) for at in range(7)))
    printed = pages(papers.own_week_pdf(facts, texts()))
    assert len(printed) <= 2
    whole = "\n".join(printed)
    assert whole.count("Hyllytys") == 7
    assert all(f"Piha {at}" in whole for at in range(7))
    assert whole.count("Jos et pääse, soita.") == 1


def test_no_red_stands_on_what_a_client_sees() -> None:
    image = picture(papers.own_week_pdf(own_week(), texts()))
    found = image.getcolors(1 << 24) or []
    reds = [c for _, c in found if isinstance(c, tuple) and c[0] > 120 and c[0] * 10 > 16 * max(c[1], c[2])]
    assert reds == []


def test_only_an_own_photo_is_printed() -> None:
    corner = (640, 50, 750, 170)
    with_photo = picture(papers.own_week_pdf(own_week(photo=png("navy", (60, 80))), texts()))
    without = picture(papers.own_week_pdf(own_week(), texts()))
    assert without.crop(corner).getextrema() == ((255, 255),) * 3
    assert with_photo.crop(corner).getextrema() != ((255, 255),) * 3


@pytest.mark.parametrize("wild", ["<b>&" * 40, "\u202ex\u0000y", "ä" * 400, ""])
def test_wild_words_do_no_harm(wild: str) -> None:
    shift = replace(SHELF, job=wild, place=wild, coach=wild)
    assert pages(papers.own_week_pdf(own_week(day(0, shift), name=wild), texts()))
    person = coach_person(wild, phone=wild, contact=wild, notes=((SiteNote.NEVER_WITH, wild),))
    assert pages(papers.coach_list_pdf(coach_list(coach_shift(0, person, job=wild)), texts()))
    facts = wall(1)
    printed = papers.wall_list_pdf(
        replace(facts, shifts=(replace(facts.shifts[0], job=wild, place=wild),)), texts()
    )
    assert plain(wild).strip()[:2] in text(printed)


# --- the coach's list


def test_the_list_tells_numbers_contacts_permits_and_what_to_mind() -> None:
    printed = text(papers.coach_list_pdf(coach_list(), texts())).replace("\n", " ")
    for wanted in (
        "Kari Kettunen",
        "Viikko 48 · 23.11.2026–29.11.2026",
        "8.00–12.00 Hyllytys",
        "Tilaajan puolella: Pirjo Salo, 040 555 1234",
        "Mukana myös: Maija Koivu",
        "Aalto, Liisa",
        "040 123 4567",
        "Marja Aalto",
        "050 765 4321",
        "Tarvitsee oman valmentajan",
        "Hygieniapassi, voimassa 3.3.2027 saakka",
        "Hygieniapassi vanheni 3.11.2026",
        "Työturvallisuuskortti puuttuu",
        "Ei yhdessä: Heino, Sari",
        "Pysyy tässä vuorossa",
        "Henkilötietoja, tehty 23.11.2026.",
    ):
        assert wanted in printed.replace("  ", " "), wanted


def test_a_shift_and_its_people_stand_on_one_page() -> None:
    facts = coach_list(*(coach_shift(at, *PEOPLE) for at in range(7)))
    printed = pages(papers.coach_list_pdf(facts, texts()))
    assert len(printed) > 1
    assert all(page.count("Aalto, Liisa") == page.count("Hyllytys") for page in printed)
    assert all(page.count("05 123 4567") == page.count("Hyllytys") for page in printed)


def test_a_group_of_fifty_goes_on_over_the_page_under_its_heads() -> None:
    crowd = tuple(coach_person(f"Asiakas{at:02}") for at in range(50))
    printed = pages(papers.coach_list_pdf(coach_list(coach_shift(0, *crowd)), texts()))
    whole = "\n".join(printed)
    assert all(whole.count(person.name) == 1 for person in crowd)
    assert all("Puhelin" in page for page in printed)


def test_a_coach_without_shifts() -> None:
    facts = replace(coach_list(), shifts=())
    assert "Näinä päivinä ei ole työvuoroja." in text(papers.coach_list_pdf(facts, texts()))


def test_times_over_midnight_are_written_as_they_are() -> None:
    shift = coach_shift(0, start=time(22), end=time(6))
    assert "22.00–6.00" in text(papers.coach_list_pdf(coach_list(shift), texts()))
    assert make.TODAY == MONDAY
