"""Decisions on a wage subsidy as they are written down: what is offered, noted and refused; no Qt."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.benefits.records import SubsidyDecision
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.rules import SubsidyKind
from tests import make, subsidy_world
from tests.fakes import MemoryStore
from tests.seat import plain
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.direct import DirectDoor
from ui.presenters.subsidy.decisions import SubsidyDecisionsPresenter
from ui.texts import CatalogueTexts

LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
GOOD = {
    "days.first": "1.12.2026",
    "days.last": "30.9.2027",
    "decided_on": "20.11.2026",
    "number": "KEHA/77/2026",
}


@pytest.fixture
def store() -> MemoryStore:
    """Somebody with an agreement from the third of August, and somebody without any."""
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.clients.add(EMIL)
        books.pay.employments.add(subsidy_world.employment(LIISA))

    made.fill(write)
    return made


def opened(store: MemoryStore, *roles: Role, client: Any = LIISA) -> SubsidyDecisionsPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    made = SubsidyDecisionsPresenter(door, CatalogueTexts("fi"))
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.show_client(client, PURPOSES[0])
    return made


def new(store: MemoryStore, *roles: Role, client: Any = EMIL, **typed: str) -> SubsidyDecisionsPresenter:
    page = opened(store, *roles, client=client)
    page.start_new()
    page.form.pick("ground", SubsidyKind.REDUCED_CAPACITY)
    for name, text in {**GOOD, **typed}.items():
        page.form.type(name, text)
    return page


def kept(store: MemoryStore) -> tuple[SubsidyDecision, ...]:
    with store.open_lists() as lists:
        return lists.pay.subsidy_decisions.all()


def test_the_rules_share_and_sum_are_offered_and_the_decisions_own_are_kept(store: MemoryStore) -> None:
    page = opened(store, client=EMIL)
    page.start_new()
    assert page.form.typed["percentage"] == page.form.typed["cap"] == ""
    page.form.pick("ground", SubsidyKind.BASIC)
    assert (page.form.typed["percentage"], plain(page.form.typed["cap"])) == ("50", "1 260,00")
    page.form.pick("ground", SubsidyKind.REDUCED_CAPACITY)
    assert (page.form.typed["percentage"], plain(page.form.typed["cap"])) == ("70", "1 770,00")
    page.form.type("cap", "2770")
    page.form.pick("ground", SubsidyKind.BASIC)
    assert (page.form.typed["percentage"], page.form.typed["cap"]) == ("50", "2770")
    page.form.pick("ground", SubsidyKind.REDUCED_CAPACITY)
    for name, text in GOOD.items():
        page.form.type(name, text)
    page.save()
    (decision,) = kept(store)
    assert (decision.percentage, decision.cap) == (Decimal(70), Money(2770))
    assert decision.days == DateRange(date(2026, 12, 1), date(2027, 9, 30))
    (row,) = page.table.visible
    assert (row.cells["ground"], row.cells["number"]) == ("Alentunut työkyky (87 §)", "KEHA/77/2026")


def test_the_open_question_of_the_cap_stands_beside_it_at_70_per_cent_alone(store: MemoryStore) -> None:
    page = new(store)
    assert "2 770 euroa" in page.form.notes["cap"]
    page.form.type("percentage", "50")
    assert "cap" not in page.form.notes
    assert plain(page.form.notes["percentage"]).startswith("Säännön mukaan tällä perusteella 70 %.")


def test_part_months_are_told_with_what_can_be_claimed_of_them(store: MemoryStore) -> None:
    page = new(store, **{"days.first": "16.12.2026", "days.last": "15.3.2027"})
    first, last = plain(page.form.notes["days.first"]), plain(page.form.notes["days.last"])
    assert "16.12.2026–31.12.2026" in first
    assert "944,00 € (1 770,00 € / 30 × 16)" in first
    assert "885,00 € (1 770,00 € / 30 × 15)" in last
    page.form.type("days.last", "31.3.2027")
    assert "days.last" not in page.form.notes
    page.form.type("days.last", "20.12.2026")
    assert "16.12.2026–20.12.2026" in page.form.notes["days.first"]
    assert "days.last" not in page.form.notes


def test_an_employment_before_its_decision_is_a_hard_stop(store: MemoryStore) -> None:
    page = new(store, client=LIISA, **{"days.first": "3.8.2026", "decided_on": "3.8.2026"})
    assert page.form.picked["employment"] == subsidy_world.EMPLOYMENT
    sentence = "Työsuhde alkaa 3.8.2026, ja päätös on tehty 3.8.2026."
    assert page.form.notes["decided_on"].startswith(sentence)
    page.save()
    assert page.form.errors["decided_on"].startswith(sentence)
    assert kept(store) == ()
    page.form.type("decided_on", "2.8.2026")
    assert "decided_on" not in page.form.notes
    page.save()
    assert len(kept(store)) == 1


def test_when_an_extension_must_be_applied_for_is_told(store: MemoryStore) -> None:
    page = new(store)
    assert "29.9.2027" in page.form.notes["extension_applied"]
    page.form.pick("ground", SubsidyKind.BASIC)
    assert "extension_applied" in page.form.hidden


def test_working_time_is_asked_for_at_100_per_cent(store: MemoryStore) -> None:
    page = new(store)
    assert "working_time" in page.form.hidden
    page.form.pick("ground", SubsidyKind.FULL)
    assert "working_time" not in page.form.hidden
    page.save()
    assert page.form.errors["working_time"]
    page.form.type("working_time", "65")
    page.save()
    assert kept(store)[0].working_time == Decimal(65)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("percentage", "0"),
        ("percentage", "101"),
        ("percentage", "66,667"),
        ("percentage", ""),
        ("cap", "0"),
        ("cap", "10000,01"),
        ("cap", "paljon"),
        ("cap", ""),
        ("days.first", ""),
        ("days.last", ""),
        ("days.last", "30.11.2026"),
        ("days.first", "31.11.2026"),
        ("decided_on", "24.11.2026"),
        ("decided_on", ""),
        ("extension_applied", "24.11.2026"),
        ("number", "x" * 41),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(store: MemoryStore, name: str, typed: str) -> None:
    page = new(store, **{name: typed})
    page.save()
    assert list(page.form.errors) == [name]
    assert page.form.typed[name] == typed
    assert kept(store) == ()


def test_days_in_the_past_are_taken_as_the_authority_wrote_them(store: MemoryStore) -> None:
    page = new(store, **{"days.first": "1.3.2025", "days.last": "31.12.2025", "decided_on": "10.2.2025"})
    page.save()
    assert kept(store)[0].days == DateRange(date(2025, 3, 1), date(2025, 12, 31))


def test_a_decision_on_the_same_days_is_refused_beside_the_days(store: MemoryStore) -> None:
    page = new(store)
    page.save()
    page.start_new()
    page.form.pick("ground", SubsidyKind.BASIC)
    for name, text in GOOD.items():
        page.form.type(name, text)
    page.form.type("days.first", "30.9.2027")
    page.form.type("days.last", "31.12.2027")
    page.save()
    assert page.form.errors["days.first"].startswith("Nämä päivät menevät päällekkäin")
    page.form.type("days.first", "1.10.2027")
    page.save()
    assert len(kept(store)) == 2


def test_an_employment_of_other_days_is_refused(store: MemoryStore) -> None:
    page = new(store, client=LIISA, **{"days.first": "1.1.2026", "days.last": "31.7.2026"})
    page.form.type("decided_on", "20.12.2025")
    page.save()
    assert page.form.errors
    assert kept(store) == ()


def test_a_decision_is_changed_removed_and_put_back(store: MemoryStore) -> None:
    page = new(store)
    page.save()
    assert page.heading == "Päätös 1.12.2026 alkaen"
    page.form.type("cap", "1 700")
    page.save()
    assert kept(store)[0].cap == Money(1700)
    page.remove()
    assert kept(store) == ()
    assert isinstance(page.door, DirectDoor)
    assert page.door.undo()
    assert kept(store)[0].cap == Money(1700)


def test_a_decision_with_a_claim_stays(store: MemoryStore) -> None:
    def write(books: Any) -> None:
        books.pay.subsidy_decisions.add(subsidy_world.decision(LIISA.id))
        subsidy_world.pay(books, LIISA, subsidy_world.OCTOBER, "1000.00", at=1)
        subsidy_world.claim(books, subsidy_world.OCTOBER, date(2026, 11, 10), None, at=1)

    store.fill(write)
    page = opened(store)
    page.open(subsidy_world.DECISION)
    page.remove()
    assert page.notice is not None
    assert len(kept(store)) == 1


@pytest.mark.parametrize("role", [Role.CLERK, Role.JOB_COACH])
def test_the_office_and_the_coach_write_decisions(store: MemoryStore, role: Role) -> None:
    page = new(store, role)
    assert page.can_edit
    page.save()
    assert len(kept(store)) == 1


def test_a_work_coach_sees_none(store: MemoryStore) -> None:
    store.fill(lambda books: books.pay.subsidy_decisions.add(subsidy_world.decision(LIISA.id)))
    page = opened(store, Role.WORK_COACH)
    assert page.notice is not None
    assert page.table.visible == ()


@pytest.mark.parametrize("first", ["1.1.2020", "15.11.2024"])
def test_a_day_before_the_rules_are_known_can_be_typed(store: MemoryStore, first: str) -> None:
    page = new(store, **{"days.first": first, "decided_on": "2.1.2020", "percentage": "70", "cap": "1700"})
    page.save()
    assert [one.days.first.year for one in kept(store)] == [int(first[-4:])]
    assert page.table.visible
