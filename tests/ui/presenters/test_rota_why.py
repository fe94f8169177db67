"""Why somebody is on a shift or not, in plain Finnish, with real figures and dates."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.people.client import Absence, AbsenceKind, Availability, HalfDay, Permit
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule
from subcontract.rota.rotation.unfilled import WayToFill
from tests.benchmarks.rota_cases import SMALL
from tests.rotation_world import LABELS, MONDAY, SHELVES, pair, people, person, random_problem, slot
from ui.presenters.rota.why import WhySaid, why_sentence
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
JOBS = {SHELVES: "Hyllytys", LABELS: "Tarroitus"}
TUESDAY = MONDAY + timedelta(days=1)
WEEK = DateRange(MONDAY, MONDAY + timedelta(days=6))


def told(on: Slot, someone: Person, *there: Person, with_sums: bool = False, **more: Any) -> str:
    """Why somebody is not on a shift where the others are."""
    problem = Problem(slots=(on,), people=(someone, *there), **more)
    pairs = [pair(each, on) for each in there]
    said = WhySaid(problem, pairs, TEXTS, jobs=JOBS, with_sums=with_sums)
    return plain(said.sentence(someone.id, on.shift.id))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def liisa(**fields: Any) -> Person:
    return person(1, name="Liisa", **fields)


def test_a_permit_that_ended_is_told_by_its_name_and_day() -> None:
    expired = liisa(permits=(Permit(name="Hygieniapassi", valid_to=date(2026, 11, 3)),))
    on = slot(needs=frozenset({"hygieniapassi"}))
    assert told(on, expired) == "Liisa ei ole tässä, koska hygieniapassi vanheni 3.11.2026."
    assert told(on, liisa()) == "Liisa ei ole tässä, koska häneltä puuttuu hygieniapassi."


def test_why_somebody_is_away_is_never_told() -> None:
    for kind in AbsenceKind:
        away = liisa(absences=(Absence(days=DateRange(MONDAY, TUESDAY), kind=kind),))
        assert told(slot(), away) == "Liisa ei ole tässä, koska hän on poissa 23.11.2026."


def test_a_half_day_that_does_not_suit() -> None:
    mornings = Availability(half_days=frozenset({(0, HalfDay.AFTERNOON)}))
    sentence = told(slot(), liisa(availability=mornings))
    assert sentence == "Liisa ei ole tässä, koska hän ei yleensä pääse maanantaisin aamupäivällä."


def test_another_shift_is_told_by_its_job_and_times() -> None:
    one, other = slot(1), slot(2, job=LABELS, start=time(11), end=time(15))
    someone = liisa()
    problem = Problem(slots=(one, other), people=(someone,))
    sentence = why_sentence(problem, [pair(someone, other)], someone.id, one.shift.id, TEXTS, jobs=JOBS)
    assert (
        sentence == "Liisa ei ole tässä, koska hän on samaan aikaan toisessa vuorossa: Tarroitus 11.00–15.00."
    )
    nameless = why_sentence(problem, [pair(someone, other)], someone.id, one.shift.id, TEXTS)
    assert nameless.endswith("toisessa vuorossa: 11.00–15.00.")


def test_an_own_coach_is_told_of_oneself_and_of_another() -> None:
    alone, other = liisa(needs_own_coach=True), person(2, name="Matti", needs_own_coach=True)
    end = "tarvitsee oman valmentajan eivätkä valmentajat riitä."
    assert told(slot(), alone, person(2)) == f"Liisa ei ole tässä, koska hän {end}"
    assert told(slot(), liisa(), other) == f"Liisa ei ole tässä, koska Matti {end}"


def test_limits_are_told_with_figures_and_of_pay_only_to_those_who_may_see_it() -> None:
    hours = liisa(limits=(Limit(kind=LimitKind.MINUTES, days=WEEK, most=300, used=120),))
    assert (
        told(slot(), hours) == "Liisa ei ole tässä, koska hänelle tulisi työaikaa 6 t ja viikon raja on 5 t."
    )
    pay = liisa(limits=(Limit(kind=LimitKind.CENTS, days=WEEK, most=90_000, used=89_000),))
    earns = {pay.id: {slot().shift.id: Money("12.50")}}
    seen = told(slot(), pay, with_sums=True, pay=earns)
    assert seen == "Liisa ei ole tässä, koska hän ansaitsisi 902,50 € ja raja on 900,00 €."
    assert told(slot(), pay, pay=earns) == "Liisa ei ole tässä, koska hänen ansaintarajansa ylittyisi."


def test_what_is_so_of_the_person_at_all_is_told_before_what_is_so_of_this_plan() -> None:
    someone = liisa(
        absences=(Absence(days=DateRange(MONDAY, MONDAY)),),
        limits=(Limit(kind=LimitKind.DAYS, days=WEEK, most=0),),
        never_with=frozenset({person(2).id}),
    )
    assert "poissa" in told(slot(), someone, person(2))


def test_who_has_had_the_least_is_told_with_the_figures() -> None:
    liisa_, matti = (
        person(1, name="Liisa", memory=Memory(minutes=3_000, possible_minutes=9_000)),
        person(2, name="Matti", memory=Memory(minutes=1_000, possible_minutes=9_000)),
    )
    on = slot(most=1)
    problem = Problem(slots=(on,), people=(liisa_, matti))
    said = WhySaid(problem, [pair(matti, on)], TEXTS)
    assert plain(said.sentence(matti.id, on.shift.id)) == (
        "Matti on tässä, koska hän on saanut vähiten työtä niistä, jotka pääsevät: "
        "viime viikkoina 16 t 40 min, tasan olisi noin 33 t."
    )
    assert plain(said.sentence(liisa_.id, on.shift.id)) == (
        "Liisa ei ole tässä, koska hän on saanut työtä enemmän kuin tasan: "
        "viime viikkoina 50 t, tasan olisi noin 33 t."
    )


def test_wishes_are_told_as_what_was_wished() -> None:
    on = slot(most=1)
    dislikes = replace(liisa(), dislikes=frozenset({SHELVES}))
    other = person(2)
    assert told(on, dislikes, other) == "Liisa ei ole tässä, koska hän ei mielellään tee tätä työtä."
    no_mondays = replace(liisa(), dislikes_days=frozenset({0}))
    assert told(on, no_mondays, other).endswith("hän ei mielellään ole töissä tänä viikonpäivänä.")


def test_room_on_a_shift_is_told_as_room() -> None:
    assert told(slot(), liisa()) == "Liisa pääsisi tähän: vuorossa on tilaa, eikä mikään ole esteenä."
    assert told(slot(), liisa(), person(2)) == "Liisa ei ole tässä, koska ihmisiä on jo tarpeeksi: 1."


def by_hand(someone: Person, *there: Person, with_sums: bool = False, **more: Any) -> str:
    """What is told of somebody whom a coach has put on a shift, after the words on whose choice it is."""
    on = slot()
    pairs = [pair(each, on) for each in (someone, *there)]
    problem = Problem(slots=(on,), people=(someone, *there), **more)
    sentence = plain(WhySaid(problem, pairs, TEXTS, with_sums=with_sums).sentence(someone.id, on.shift.id))
    start = "Liisa on tässä valmentajan valinnasta, vaikka "
    assert sentence.startswith(start)
    return sentence.removeprefix(start)


def test_somebody_put_there_against_a_rule_is_told_with_the_first_rule_against_it() -> None:
    for kind in AbsenceKind:
        away = liisa(absences=(Absence(days=DateRange(MONDAY, MONDAY), kind=kind),))
        assert by_hand(away, person(2)) == "hän on poissa 23.11.2026."
    no_time = liisa(availability=Availability(half_days=frozenset()), never_with=frozenset({person(2).id}))
    assert by_hand(no_time, person(2)) == "hän ei yleensä pääse maanantaisin aamupäivällä."
    apart = liisa(never_with=frozenset({person(2).id}))
    assert by_hand(apart, person(2, name="Matti")) == "Liisa ja Matti eivät saa olla samassa vuorossa."
    alone = liisa(needs_own_coach=True)
    assert by_hand(alone, person(2)) == "hän tarvitsee oman valmentajan eivätkä valmentajat riitä."
    other = person(2, name="Matti", needs_own_coach=True)
    assert by_hand(liisa(), other) == "Matti tarvitsee oman valmentajan eivätkä valmentajat riitä."


def test_a_limit_passed_by_hand_is_told_as_that_of_the_week_or_of_the_month() -> None:
    days = liisa(limits=(Limit(kind=LimitKind.DAYS, days=WEEK, most=3, used=3),))
    assert by_hand(days) == "hänelle tulee 4 päivää ja viikon raja on 3."
    month = DateRange(date(2026, 11, 1), date(2026, 11, 30))
    hours = liisa(limits=(Limit(kind=LimitKind.MINUTES, days=month, most=300, used=120),))
    assert by_hand(hours) == "hänelle tulee työaikaa 6 t ja kuukauden raja on 5 t."
    assert told(slot(), hours).endswith("hänelle tulisi työaikaa 6 t ja kuukauden raja on 5 t.")
    pay = liisa(limits=(Limit(kind=LimitKind.CENTS, days=month, most=90_000, used=89_000),))
    earns = {pay.id: {slot().shift.id: Money("12.50")}}
    assert by_hand(pay, pay=earns) == "hänen ansaintarajansa ylittyy."
    assert by_hand(pay, pay=earns, with_sums=True) == "hän ansaitsee 902,50 € ja raja on 900,00 €."


def test_a_promise_is_the_reason_only_when_nothing_else_is() -> None:
    matti, other = people(2)
    told_so = frozenset({pair(matti, slot())})
    problem = Problem(slots=(slot(),), people=(matti, other), before=told_so)
    assert why_sentence(problem, told_so, matti.id, slot().shift.id, TEXTS).endswith("näin on jo luvattu.")
    keen = replace(matti, likes=frozenset({SHELVES}))
    other = replace(other, dislikes=frozenset({SHELVES}))
    problem = Problem(slots=(slot(),), people=(keen, other), before=told_so)
    assert why_sentence(problem, told_so, matti.id, slot().shift.id, TEXTS).endswith(
        "on toivonut tätä työtä."
    )


def test_everybody_has_one_sentence_and_those_who_are_there_come_first() -> None:
    on = slot(most=1)
    there, could, away = (
        person(3, name="Pekka"),
        person(2, name="Saara"),
        liisa(absences=(Absence(days=DateRange(MONDAY, MONDAY)),)),
    )
    said = WhySaid(Problem(slots=(on,), people=(there, could, away)), [pair(there, on)], TEXTS)
    found = said.everyone(on.shift.id)
    assert [(each.name, each.is_on, each.could_come) for each in found] == [
        ("Pekka", True, False),
        ("Saara", False, True),
        ("Liisa", False, False),
    ]
    assert all(each.sentence.endswith(".") for each in found)


def test_nothing_is_said_of_people_and_shifts_that_are_not_asked_about() -> None:
    said = WhySaid(Problem(slots=(slot(1),), people=people(1)), [], TEXTS)
    assert said.sentence(person(9).id, slot(1).shift.id) == ""
    assert said.everyone(slot(9).shift.id) == ()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("seed", range(4))
def test_every_sentence_of_a_whole_plan_is_whole(language: str, seed: int) -> None:
    """No blank is left open, whoever is asked about, in any language."""
    problem = random_problem(seed, SMALL)
    pairs = [
        (each.id, on.shift.id) for at, on in enumerate(problem.slots) for each in problem.people[at % 5 :: 5]
    ]
    for with_sums in (True, False):
        said = WhySaid(problem, pairs, CatalogueTexts(language), jobs=JOBS, with_sums=with_sums)
        for on in problem.slots:
            for each in said.everyone(on.shift.id):
                assert each.sentence
                assert "{" not in each.sentence


def test_what_it_would_take_is_told_of_every_rule() -> None:
    someone = liisa()
    rest = Break(
        rule=Rule.REST, client=someone.id, shift=slot().shift.id, facts={"name": "Liisa", "rest_minutes": 480}
    )
    pay = replace(
        rest, rule=Rule.LIMIT_PAY, facts={"name": "Liisa", "planned_cents": 91_000, "most_cents": 90_000}
    )
    way = WayToFill(person=someone, breaks=(pay, rest))
    said = WhySaid(Problem(), (), TEXTS)
    assert plain(said.way(way)) == (
        "Liisa pääsisi, jos kahden työpäivän väliin riittää lepoa 8 t. "
        "Liisa pääsisi, jos ansaintaraja antaa myöten: kysy työhönvalmentajalta."
    )
    with_sums = WhySaid(Problem(), (), TEXTS, with_sums=True)
    assert "hän saa ansaita 910,00 €: raja on 900,00 €." in plain(with_sums.way(way))
