"""The check list as a coach meets it: questions, the answer beside them, saving, another client; no Qt."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from subcontract.actions.save_subsidy import SaveSubsidyFacts, save_subsidy_facts
from subcontract.benefits.records import SubsidyFacts
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.people.staff import Role
from tests import make, make_benefits, subsidy_world
from tests.fakes import MemoryStore
from tests.paper_reading import text
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.direct import DirectDoor
from ui.presenters.subsidy.check import SubsidyCheckPresenter
from ui.presenters.subsidy.fields import FIELDS
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
LIISA = make.client(number=1, identity_code="010190-900P")
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")


@pytest.fixture
def store() -> MemoryStore:
    """A centre with somebody whose facts are known, and somebody of whom nothing is."""
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.clients.add(EMIL)
        books.pay.subsidy_facts.add(subsidy_world.facts(LIISA.id))

    made.fill(write)
    return made


def opened(store: MemoryStore, *roles: Role, client: Any = LIISA) -> SubsidyCheckPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    made = SubsidyCheckPresenter(door, TEXTS)
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.show_client(client, PURPOSES[0])
    return made


def kept(store: MemoryStore) -> tuple[SubsidyFacts, ...]:
    with store.open_lists() as lists:
        return lists.pay.subsidy_facts.all()


def log(store: MemoryStore) -> list[str]:
    with store.open_lists() as lists:
        return [event.action for event in lists.log.last(99)]


def test_every_fact_is_asked_and_comes_back_as_it_is_kept(store: MemoryStore) -> None:
    check = opened(store)
    asked = {spec.name for spec in FIELDS}
    fields = set(SubsidyFacts.__dataclass_fields__) - {"id", "client", "version"}
    assert asked == fields
    assert (check.form.picked["jobseeker"], check.form.picked["redundancies"]) == (True, None)
    assert (check.form.typed["unemployed_of_14"], check.form.typed["weekly_minutes"]) == ("13", "16:00")
    check.form.type("note", "Soitettu työkykykoordinaattorille.")
    check.save()
    assert check.notice is None
    told = replace(subsidy_world.facts(LIISA.id), note="Soitettu työkykykoordinaattorille.", version=2)
    assert kept(store) == (told,)


def test_the_answer_follows_what_is_typed(store: MemoryStore) -> None:
    check = opened(store)
    assert check.answer is not None
    assert (check.answer.state.text, check.answer.ground) == ("Todennäköisesti", "Alentunut työkyky (87 §)")
    assert check.answer.missing[-1] == "Selvitä, onko samaan palkkaan myönnetty muuta tukea."
    assert ("Osuus tukikelpoisesta palkasta", "70\xa0%") in check.answer.gives
    assert "2 770 euroa" in check.answer.doubt
    check.form.pick("other_aid", value=True)
    assert check.answer.state.tone is Tone.WRONG
    assert (check.answer.gives, check.answer.doubt) == ((), "")
    against = [row for row in check.answer.conditions if row.state.text == "Ei täyty"]
    assert [(row.text, row.section) for row in against] == [
        ("Muu tuki samaan palkkaan on esteenä.", "380/2023 83 § 3 mom 6 k")
    ]
    check.form.pick("other_aid", value=False)
    check.form.pick("jobseeker", value=None)
    assert check.answer.state.text == "Ei voi vielä sanoa"
    assert kept(store)[0].jobseeker is True


def test_other_grounds_tell_why_not(store: MemoryStore) -> None:
    check = opened(store)
    assert check.answer is not None
    words = {row.text: (row.state.text, row.section) for row in check.answer.others}
    full = next(text for text in words if text.startswith("100 prosentin"))
    assert words[full] == ("Ei näillä tiedoilla", "Tällainen työnantaja ei voi saada tätä tukea.")


def test_a_person_of_whom_nothing_is_known(store: MemoryStore) -> None:
    check = opened(store, client=EMIL)
    assert check.answer is not None
    assert check.answer.state.text == "Ei voi vielä sanoa"
    assert check.form.typed["checked_on"] == "23.11.2026"
    assert not check.form.dirty
    check.form.pick("jobseeker", value=True)
    check.save()
    assert {one.client for one in kept(store)} == {LIISA.id, EMIL.id}
    assert not check.form.dirty


def test_facts_of_a_time_without_rules_have_no_answer(store: MemoryStore) -> None:
    check = opened(store)
    check.form.type("checked_on", "1.6.2019")
    assert check.answer is None
    assert check.why_not
    assert check.check is None


def test_questions_come_when_they_belong_to_it(store: MemoryStore) -> None:
    check = opened(store)
    assert check.form.hidden == {"adjustments_made", "lasting_reduction", "earlier_subsidy_end"}
    check.form.pick("had_subsidy", value=True)
    check.form.pick("reduced_capacity", value=False)
    assert check.form.hidden == {"adjustments_made", "lasting_reduction", "certificate"}
    check.form.type("earlier_subsidy_end", "1.3.2025")
    check.save()
    (facts,) = kept(store)
    assert (facts.earlier_subsidy_end, facts.certificate) == (date(2025, 3, 1), None)


def test_what_is_asked_of_extensions_alone_stays_while_it_is_not_asked(store: MemoryStore) -> None:
    store.fill(
        lambda books: books.pay.subsidy_facts.save(
            replace(subsidy_world.facts(LIISA.id), adjustments_made=True)
        )
    )
    check = opened(store)
    assert "adjustments_made" in check.form.hidden
    check.form.type("note", "Soitettu.")
    check.save()
    (facts,) = kept(store)
    assert (facts.adjustments_made, facts.note) == (True, "Soitettu.")


def test_a_running_period_is_asked_about_as_its_extension(store: MemoryStore) -> None:
    running = make_benefits.decision(client=LIISA.id, days=DateRange(date(2026, 3, 1), date(2026, 12, 31)))
    store.fill(lambda books: books.pay.subsidy_decisions.add(running))
    check = opened(store)
    assert check.answer is not None
    assert check.answer.about == "Katsottu jatkona jaksolle 1.3.2026–31.12.2026."
    assert not {"adjustments_made", "lasting_reduction"} & check.form.hidden


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("unemployed_of_14", "15", "Tämä on liian suuri: enintään 14 on mahdollinen."),
        ("unemployed_of_28", "29", "Tämä on liian suuri: enintään 28 on mahdollinen."),
        ("unemployed_in_a_row", "-1", ""),
        ("months_without_work", "kauan", ""),
        ("months_without_work", "1,5", ""),
        ("certificate", "24.11.2026", ""),
        ("certificate", "31.2.2026", ""),
        ("checked_on", "24.11.2026", ""),
        ("checked_on", "", ""),
        ("start", "ensi viikolla", ""),
        ("weekly_minutes", "90", ""),
        ("full_weekly_minutes", "-3", ""),
        ("note", "x" * 2001, ""),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    store: MemoryStore, name: str, typed: str, sentence: str
) -> None:
    check = opened(store)
    check.form.type(name, typed)
    check.save()
    assert check.form.errors[name].replace("\xa0", " ").startswith(sentence)
    assert len(check.form.errors) == 1
    assert check.form.errors[name]
    assert check.form.typed[name] == typed
    assert kept(store) == (subsidy_world.facts(LIISA.id),)


def test_what_was_typed_waits_while_another_client_is_shown(store: MemoryStore) -> None:
    check = opened(store)
    check.form.pick("redundancies", value=False)
    check.form.type("note", "kesken")
    check.show_client(EMIL, PURPOSES[0])
    assert (check.form.typed["note"], check.form.dirty) == ("", False)
    assert check.holds_text
    assert check.other_drafts
    check.show_client(LIISA, PURPOSES[0])
    assert (check.form.typed["note"], check.form.picked["redundancies"]) == ("kesken", False)
    assert not check.other_drafts
    check.reset()
    assert (check.form.typed["note"], check.holds_text) == ("", False)


def test_facts_saved_elsewhere_meanwhile_are_not_overwritten_unseen(store: MemoryStore) -> None:
    check = opened(store)
    check.form.type("note", "oma")
    elsewhere = opened(store)
    elsewhere.form.type("note", "toisen")
    elsewhere.save()
    check.save()
    assert check.notice is not None
    assert check.form.typed["note"] == "oma"
    check.save()
    assert check.notice is None
    assert kept(store)[0].note == "oma"


def test_looking_is_written_before_anything_is_shown(store: MemoryStore) -> None:
    check = opened(store)
    assert log(store) == ["see_subsidy_facts"]
    check.show_client(LIISA, PURPOSES[0])
    assert log(store) == ["see_subsidy_facts"]
    check.show_client(EMIL, PURPOSES[0])
    assert log(store) == ["see_subsidy_facts"] * 2


def test_the_office_sees_no_facts_of_health(store: MemoryStore) -> None:
    check = opened(store, Role.CLERK)
    assert check.notice is not None
    assert (check.facts, check.answer, check.can_save) == (None, None, False)
    assert check.form.picked["reduced_capacity"] is None
    assert log(store) == []


def test_the_data_sheet_is_written_in_the_log_and_tells_what_is_asked(store: MemoryStore) -> None:
    check = opened(store)
    papers: list[bytes] = []
    check.make_sheet(papers.append)
    (paper,) = papers
    assert log(store) == ["see_subsidy_facts", "see_identity_code"]
    words = text(paper).replace("\xa0", " ")
    for told in (
        "010190-900P",
        "13 kuukautta viimeisistä 14 kuukaudesta",
        "16 t",
        "380/2023 87 §",
        "1 770,00 €",
    ):
        assert told in words
    assert check.saved == ""


def test_undo_takes_the_saving_back(store: MemoryStore) -> None:
    check = opened(store)
    check.form.pick("other_aid", value=False)
    check.save()
    assert isinstance(check.door, DirectDoor)
    assert check.door.undo()
    assert check.form.picked["other_aid"] is None
    assert check.answer is not None
    assert check.answer.state.text == "Todennäköisesti"


def test_facts_changed_by_the_same_action_elsewhere_come_at_once(store: MemoryStore) -> None:
    check = opened(store)
    changed = replace(kept(store)[0], other_aid=False)
    check.door.act(save_subsidy_facts, SaveSubsidyFacts(facts=changed))
    assert check.form.picked["other_aid"] is False
