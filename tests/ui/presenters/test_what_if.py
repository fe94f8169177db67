"""The comparison of a job at the presenter: what it starts from, sliding, words, mistakes, the paper."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.jobs.job import Basis, PayForm, PhaseCosts
from subcontract.money import Money
from subcontract.papers.what_if import MEAN
from subcontract.payout.what_if.ask import Way
from subcontract.people.client import TariffClassSpan
from subcontract.people.staff import Role
from tests import make, make_benefits, make_pay
from tests.paper_reading import pages, text
from tests.pay_office import Office
from tests.seat import plain
from ui.presenters.direct import DirectDoor
from ui.presenters.tone import Tone
from ui.presenters.what_if.what_if import WhatIfPresenter
from ui.texts import CatalogueTexts

CLASS = (TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),)
MORE = re.compile(r"(?:ja|och|and) (\d+) (?:muuta|till|more)")
MORNINGS = tuple(date(2026, 11, day) for day in (9, 10, 11, 16, 17, 18))


def hourly_job(office: Office, **costs: Any) -> None:
    """Sold at fourteen euros an hour, priced with an allowance."""
    default: dict[str, Any] = {
        "pay_form": PayForm.ALLOWANCE,
        "per_day": Money(9),
        "persons": 2,
        "days": Decimal(50),
    }
    phase = make.phase(
        name="Hyllytys",
        basis=Basis.HOUR,
        quantity=Decimal(400),
        hours=Decimal(400),
        unit_price=Decimal("14.00"),
        costs=PhaseCosts(**default | costs),
    )
    with office.store.open_books() as books:
        stored = books.jobs.get(office.job.id)
        office.job = books.jobs.save(replace(stored, phases=(phase,)))
        books.commit()


@pytest.fixture
def office() -> Office:
    """Two people on six mornings of two weeks, on allowance by the day."""
    office = Office(
        liisa=make.client(number=1, identity_code="010590-900X", tariff_classes=CLASS),
        emil=make.client(number=2, first_name="Emil", last_name="Berg", tariff_classes=CLASS),
    )
    office.add("tariffs", make.tariff())
    hourly_job(office)
    for day in MORNINGS:
        shift = make.shift(day=day, job=office.job.id)
        office.add("shifts", shift)
        office.add("assignments", make.assignment(shift, office.liisa), make.assignment(shift, office.emil))
    return office


def shown(office: Office, *roles: Role, language: str = "fi", today: date = make.TODAY) -> WhatIfPresenter:
    store = office.store
    door = DirectDoor(store.open_books, store.open_lists, standing_at(today), make.worker(*roles))
    screen = WhatIfPresenter(door, CatalogueTexts(language))
    screen.show(office.job)
    return screen


def figures(screen: WhatIfPresenter, what: str) -> list[str]:
    row = next(row for row in screen.compared.rows if row.cells["what"] == what)
    return [plain(str(row.cells[way.value])) for way in Way]


# --- what it starts from ---------------------------------------------------------------------


def test_the_group_its_hours_and_the_price_are_those_of_the_job(office: Office) -> None:
    screen = shown(office)
    typed = screen.form.typed
    # mornings of 3 h 45 min, three in a week
    assert (typed["weekly"], typed["days"], typed["price"]) == ("11:15", "3", "14,00")
    assert screen.about_people == "2 asiakasta urakan työvuoroilta"
    assert screen.price_label == "Hinta tilaajalle, tunti"
    assert screen.form.errors == {"hourly": "Täytä tämä kenttä."}, "nobody is paid wages yet"
    assert screen.answer == ()
    screen.form.type("hourly", "12")
    assert [row.cells["name"] for row in screen.people.rows] == ["Aalto, Liisa", "Berg, Emil"]


def test_a_wage_of_the_agreements_is_taken_where_the_sheet_has_none(office: Office) -> None:
    office.add("pay.employments", office.employment())
    screen = shown(office)
    assert screen.form.typed["hourly"] == "13,35"
    hourly_job(office, hourly=Money("11.20"), employer_costs=Decimal("24.9"))
    again = shown(office)
    assert (again.form.typed["hourly"], again.form.typed["costs"]) == ("11,20", "24,9")


def test_employers_costs_come_of_the_rules_and_settings_and_say_when_a_part_is_not_known(
    office: Office,
) -> None:
    screen = shown(office)
    assert screen.form.typed["costs"] == "20,24"  # 1,91 + 1,23 and the average of 17,10
    screen.form.type("hourly", "12")
    assert any("keskiarvo" in one for one in screen.assumptions)
    office.add(
        "pay.pay_settings",
        make_pay.settings(employer_pension=Decimal("17.50"), other_employer=Decimal("0.60")),
    )
    screen = shown(office)
    assert screen.form.typed["costs"] == "21,24"
    screen.form.type("hourly", "12")
    assert not any("keskiarvo" in one for one in screen.assumptions)


def test_a_job_without_shifts_is_reckoned_with_people_who_are_not_chosen_yet(office: Office) -> None:
    other = make.job(number=2, customer=office.customer.id, phases=office.job.phases)
    office.add("jobs", other)
    office.job = other
    screen = shown(office)
    screen.form.type("hourly", "12")
    assert screen.about_people == "2 henkilöä, ei vielä valittu"
    assert [row.cells["name"] for row in screen.people.rows] == ["Henkilö 1", "Henkilö 2"]
    assert (screen.form.typed["weekly"], screen.form.typed["per_day"]) == ("10:00", "9,00")


# --- what it says ----------------------------------------------------------------------------


def test_the_pilots_question_is_answered(office: Office) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12,50")
    # 48 h 45 min and 13 days a month each; 97,5 h sold
    assert figures(screen, "Tilaaja maksaa tällä hinnalla") == ["1 365,00 €"] * 3
    assert figures(screen, "Asiakkaille käteen yhteensä")[0] == "208,00 €"
    cost = figures(screen, "Kulut järjestäjälle")
    assert cost[0] == "208,00 €"
    assert cost[1] == "1 597,32 €"  # 1218,75 with 9 % and 20,24 %
    first, second, third, *_ = map(plain, screen.answer)
    assert first == "Palkalla kulut ovat 1 597,32 € kuukaudessa, ja hinta tuo 1 365,00 €: puuttuu 232,32 €."
    assert second == (
        "Palkkaan tarvitaan hinta, joka on vähintään 16,39 €/t. Nyt se on 14,00 €/t: korotus 17 %."
    )
    assert third.startswith("Palkkatuella hinta riittää")
    assert not screen.enough
    screen.form.type("price", "16,39")
    assert screen.enough
    assert plain(screen.answer[0]).startswith("Hinta riittää palkkaan")


def test_a_pensioner_s_light_and_the_hours_that_fit(office: Office) -> None:
    office.add("pay.pensions", make_benefits.pension(client=office.liisa.id))
    earned = make_benefits.outside(client=office.liisa.id, amount=Money(700))
    office.add("pay.outside_earnings", earned)
    screen = shown(office)
    screen.form.type("hourly", "12,50")
    liisa, emil = screen.people.rows
    assert (liisa.cells["limit"].text, liisa.tone) == ("Yli rajan", Tone.WRONG)  # type: ignore[attr-defined]
    assert emil.cells["limit"] is None
    assert any("1 tulee lähelle eläkkeen ansaintarajaa" in one for one in screen.answer)
    assert any("enintään 4 t 55 min viikossa" in plain(one) for one in screen.answer)
    screen.form.type("weekly", "4:45")
    assert screen.people.rows[0].cells["limit"].text == "Aivan rajan alla"  # type: ignore[attr-defined]


def test_without_tax_cards_the_assumed_percentage_is_said(office: Office) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12")
    assert any(
        "2 asiakkaalla ei ole verokorttia: palkasta pidätetään 60" in one for one in screen.assumptions
    )
    assert "Ei verokorttia" in screen.people.rows[0].hints["wage"]
    before = screen.people.rows[0].cells["wage"]
    screen.form.type("tax", "4,5")
    assert any("pidätetään 4,5" in plain(one) for one in screen.assumptions)
    assert screen.people.rows[0].cells["wage"] > before  # type: ignore[operator]
    office.add(
        "pay.tax_cards", *(make_benefits.tax_card(client=one.id) for one in (office.liisa, office.emil))
    )
    screen = shown(office)
    screen.form.type("hourly", "12")
    assert any("oman verokortin" in one for one in screen.assumptions)


def test_a_person_s_wage_is_explained_line_by_line(office: Office) -> None:
    office.add("pay.tax_cards", make_benefits.tax_card(client=office.liisa.id))
    screen = shown(office)
    screen.form.type("hourly", "12,50")
    assert (screen.why_heading, screen.steps) == ("", ())
    screen.people.select(0)
    assert screen.why_heading == "Näin palkka syntyy: Aalto, Liisa"
    amounts = [plain(step.amount) for step in screen.steps]
    # 48 h 45 min, 9 %, 5 % of the card, 7,30 % and 0,89 %
    assert amounts == ["609,38 €", "54,84 €", "664,22 €", "−33,21 €", "−48,49 €", "−5,91 €", "576,61 €"]
    assert plain(screen.steps[0].basis) == "48 t 45 min"
    assert screen.people.rows[0].cells["wage"] == Money("576.61")
    screen.form.type("weekly", "0")
    assert screen.steps == ()


def test_whose_allowance_is_assumed_is_said(office: Office) -> None:
    other = make.client(number=3, last_name="Salo")
    office.add("clients", other)
    shift = make.shift(day=date(2026, 11, 19), job=office.job.id)
    office.add("shifts", shift)
    office.add("assignments", make.assignment(shift, other))
    screen = shown(office)
    screen.form.type("hourly", "12,50")
    assert screen.found
    said = [plain(one) for one in screen.assumptions]
    assert "1 asiakkaalla ei ole päivän eikä tunnin hintaa: työosuusraha on laskettu 9,00 € päivältä." in said
    assert screen.people.rows[2].cells["allowance"] == Money(9).times(screen.found.ask.days)


def test_another_share_brings_its_own_cap_and_the_doubt_is_said_at_seventy(office: Office) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12")
    assert screen.form.typed["cap"] == "1 770,00".replace(" ", "\N{NO-BREAK SPACE}")
    assert any("2 770" in plain(one) for one in screen.assumptions)
    screen.form.pick("percentage", Decimal(50))
    assert plain(screen.form.typed["cap"]) == "1 260,00"
    assert not any("2 770" in plain(one) for one in screen.assumptions)


# --- sliding and typing ----------------------------------------------------------------------


def test_a_slider_and_its_field_say_the_same(office: Office) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12")
    assert screen.slid("weekly") == 45
    screen.slide("weekly", 60)
    assert screen.form.typed["weekly"] == "15:00"
    assert screen.found
    assert screen.found.ask.weekly_minutes == 900
    screen.form.type("weekly", "2,5")
    assert screen.slid("weekly") == 10
    screen.form.type("weekly", "2:37")
    assert screen.slid("weekly") == 10, "between two steps"
    screen.slide("weekly", 10)
    assert screen.form.typed["weekly"] == "2:37", "a slider that has not moved changes nothing"
    screen.slide("price", screen.slid("price") + 10)
    assert screen.form.typed["price"] == "15,00"
    assert plain(figures(screen, "Alin hinta tilaajalle")[0]).endswith("€/t")


def test_what_cannot_be_read_stands_beside_its_field_and_the_rest_waits(office: Office) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12")
    for name, text_, word in (
        ("weekly", "ei", "aika"),
        ("weekly", "61", "suuri"),
        ("days", "0", "pieni"),
        ("days", "8", "suuri"),
        ("price", "-1", "nollan"),
        ("holiday", "101", "suuri"),
        ("cap", "x", "euro"),
    ):
        before = screen.form.typed[name]
        screen.form.type(name, text_)
        assert name in screen.form.errors, (name, text_)
        assert word in screen.form.errors[name].casefold()
        assert screen.compared.rows == ()
        assert screen.form.typed[name] == text_, "nothing typed is lost"
        screen.form.type(name, before)
        assert screen.compared.rows != ()
    assert screen.form.refusals == 0, "the focus stays where one types"


def test_back_to_how_the_job_is(office: Office) -> None:
    screen = shown(office)
    screen.form.type("weekly", "20")
    screen.form.type("price", "99")
    screen.reset()
    assert (screen.form.typed["weekly"], screen.form.typed["price"]) == ("11:15", "14,00")


def test_what_is_typed_stays_when_the_job_is_read_anew_and_goes_with_another(office: Office) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12")
    screen.show(office.job)
    assert screen.form.typed["hourly"] == "12"
    other = make.job(number=2, customer=office.customer.id)
    office.add("jobs", other)
    screen.show(other)
    assert (screen.form.typed["hourly"], screen.price_label) == ("11,20", "Hinta tilaajalle, kappale")
    screen.show(None)
    assert screen.compared.rows == ()


def test_who_may_not_see_pay_sees_nothing(office: Office) -> None:
    screen = shown(office, Role.WORK_COACH)
    assert not screen.can_see
    assert screen.compared.rows == ()
    assert screen.people.rows == ()


def test_a_pay_day_whose_rates_are_not_known_yet_is_told(office: Office) -> None:
    screen = shown(office, today=date(2099, 12, 1))
    assert screen.facts is None
    assert screen.notice is not None
    assert "2026" in screen.notice.text
    assert screen.notice.tone is Tone.ATTENTION


def test_a_look_at_everybodys_pay_is_written_once_for_each(office: Office) -> None:
    def looks() -> list[Any]:
        with office.store.open_lists() as lists:
            return [one.object for one in lists.log.last(20) if one.action == "see_pay"]

    screen = shown(office)
    assert sorted(map(str, looks())) == sorted(str(one.id) for one in (office.liisa, office.emil))
    screen.show(office.job)
    assert len(looks()) == 2, "read anew, not looked at anew"
    shown(office, Role.WORK_COACH)
    assert len(looks()) == 2


# --- the paper -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_paper_is_one_page_with_the_same_figures(office: Office, language: str) -> None:
    screen = shown(office, language=language)
    screen.form.type("hourly", "12.50" if language == "en" else "12,50")
    screen.make_paper()
    assert len(pages(screen.paper)) == 1
    paper = plain(text(screen.paper))
    for row in screen.compared.rows:
        for way in Way:
            assert row.id == MEAN or plain(str(row.cells[way.value])) in paper
    for sentence in screen.answer:
        assert plain(sentence).split(":")[0] in paper
    assert screen.file_name.endswith("1.pdf")
    screen.close_paper()
    assert screen.paper == b""


def test_a_paper_of_other_figures_than_those_in_sight_is_not_shown(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = shown(office)
    screen.form.type("hourly", "12,00")
    ready: list[Any] = []
    monkeypatch.setattr(screen.door, "work", lambda job, done, **_: ready.append((job, done)))
    screen.make_paper()
    screen.form.type("price", "15,00")
    job, done = ready.pop()
    done(job(None, None))
    assert screen.paper == b""


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_twenty_people_still_fit_on_one_page(office: Office, language: str) -> None:
    shift = make.shift(day=date(2026, 11, 24), job=office.job.id, most=30)
    office.add("shifts", shift)
    for number in range(3, 23):
        name = f"Pitkäsukunimi-Kaksoisnimi{number}"
        one = make.client(number=number, last_name=name, tariff_classes=CLASS)
        office.add("clients", one)
        office.add("assignments", make.assignment(shift, one))
        office.add("pay.pensions", make_benefits.pension(client=one.id))
        office.add("pay.subsidy_decisions", make_benefits.decision(client=one.id, days=make_benefits.YEAR))
    screen = shown(office, language=language)
    screen.form.type("hourly", "30")
    screen.form.type("weekly", "20")
    screen.make_paper()
    assert len(screen.answer) >= 6
    assert len(screen.assumptions) >= 8
    assert len(screen.people.rows) == 22
    assert len(pages(screen.paper)) == 1
    paper = plain(text(screen.paper))
    more = MORE.search(paper)
    assert more
    assert len(set(re.findall(r"Kaksoisnimi\d+", paper))) + int(more[1]) == 22, "pensioners stand first"
