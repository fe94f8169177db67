"""Coaches, a peer coach and the best number in the forms of shifts, and in the words of the board; no Qt."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import StaffId
from subcontract.jobs.job import JobState
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role
from subcontract.rota.shift import Shift
from tests import make, make_rota
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.rota import RotaPresenter
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, name="Hyllytys", state=JobState.RUNNING, least=2, most=5)
OLLI = make.staff(id=StaffId(ids.new()), name="Olli Rinne", roles=frozenset({Role.WORK_COACH}))
GONE = make.staff(id=StaffId(ids.new()), name="Pia Saari", roles=frozenset({Role.WORK_COACH}), active=False)
SANNA = make.staff(id=StaffId(ids.new()), name="Sanna Åberg", roles=frozenset({Role.WORK_COACH}))
CLERK = make.staff(id=StaffId(ids.new()), name="Ritva Mäkelä", roles=frozenset({Role.CLERK}))
LIISA = make.client(number=1)
FEE = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.FEE),)
VILLE = make.client(number=2, first_name="Ville", last_name="Peltola", forms=FEE)
SHIFT = make.shift(job=JOB.id, least=2, most=5, other_coaches=frozenset({GONE.id}))


@pytest.fixture
def store() -> MemoryStore:
    """A job with a shift of the week, three coaches, a clerk, a client and a peer coach."""
    made = make.store()

    def write(books: Any) -> None:
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        for one in (OLLI, GONE, SANNA, CLERK):
            books.staff.add(one)
        for client in (LIISA, VILLE):
            books.clients.add(client)
        books.shifts.add(SHIFT)

    made.fill(write)
    return made


def board(store: MemoryStore) -> RotaPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    made = RotaPresenter(door, CatalogueTexts("fi"))
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.load()
    return made


def shifts(store: MemoryStore) -> tuple[Shift, ...]:
    with store.open_lists() as lists:
        return lists.shifts.all()


def offered(rota: RotaPresenter, name: str) -> list[str]:
    return [choice.label for choice in rota.forms.change.specs[name].choices]


def test_a_shift_is_given_who_guides_it_and_the_best_number(store: MemoryStore) -> None:
    rota = board(store)
    rota.open(SHIFT.id)
    rota.forms.start_change()
    form = rota.forms.change
    assert offered(rota, "coach") == ["Maija Koivu", "Olli Rinne", "Pia Saari", "Sanna Åberg"]
    assert offered(rota, "peer_coach") == ["Peltola, Ville"]
    assert (form.picked["other_coaches"], form.picked["third_coach"]) == (GONE.id, None)
    form.pick("third_coach", OLLI.id)
    form.pick("peer_coach", VILLE.id)
    form.type("wanted", "4")
    rota.forms.save_change()
    (now,) = shifts(store)
    assert now.other_coaches == {GONE.id, OLLI.id}
    assert (now.peer_coach, now.wanted) == (VILLE.id, 4)
    assert rota.shift_card is not None
    assert rota.shift_card.detail.startswith("Maija Koivu, ")
    assert rota.shift_card.detail.endswith("vertaisvalmentajana Ville")
    assert "Peltola, Ville" not in [row.cells["client"] for row in rota.people.others.rows]
    rota.forms.start_change()
    assert form.typed["wanted"] == "4"
    assert {form.picked["other_coaches"], form.picked["third_coach"]} == {GONE.id, OLLI.id}


def test_coaches_beyond_the_fields_stay(store: MemoryStore) -> None:
    many = frozenset({GONE.id, OLLI.id, SANNA.id})
    with store.open_books() as books:
        books.shifts.save(replace(SHIFT, other_coaches=many))
        books.commit()
    rota = board(store)
    rota.open(SHIFT.id)
    rota.forms.start_change()
    rota.forms.change.type("place", "Varasto")
    rota.forms.save_change()
    (now,) = shifts(store)
    assert (now.place, now.other_coaches == many) == ("Varasto", True)


def test_the_best_number_and_a_coach_named_twice_are_told_beside_their_fields(store: MemoryStore) -> None:
    rota = board(store)
    rota.open(SHIFT.id)
    rota.forms.start_change()
    form = rota.forms.change
    form.type("wanted", "6")
    form.pick("third_coach", make.MANAGER)
    rota.forms.save_change()
    assert form.errors == {"third_coach": "Maija Koivu on luettelossa kahdesti. Poista toinen."}
    form.pick("third_coach", None)
    rota.forms.save_change()
    assert set(form.errors) == {"wanted"}
    assert (form.typed["wanted"], shifts(store)) == ("6", (SHIFT,))


def test_a_peer_coach_who_is_in_the_group_is_refused_by_name(store: MemoryStore) -> None:
    with store.open_books() as books:
        books.assignments.add(make.assignment(SHIFT, VILLE))
        books.commit()
    rota = board(store)
    rota.open(SHIFT.id)
    rota.forms.start_change()
    rota.forms.change.pick("peer_coach", VILLE.id)
    rota.forms.save_change()
    assert rota.forms.change.errors["peer_coach"].startswith("Peltola, Ville on tämän vuoron ryhmässä.")


def test_new_shifts_carry_them_and_keep_them_when_the_job_is_chosen(store: MemoryStore) -> None:
    rota = board(store)
    rota.forms.start_new()
    form = rota.forms.new
    form.pick("other_coaches", OLLI.id)
    form.pick("peer_coach", VILLE.id)
    form.pick("job", None)
    form.pick("job", JOB.id)
    assert (form.picked["other_coaches"], form.picked["peer_coach"]) == (OLLI.id, VILLE.id)
    assert form.typed["least"] == str(Decimal(2))
    form.pick("weekdays", (1,))
    form.type("last", "30.11.2026")
    form.type("wanted", "3")
    rota.forms.save_new()
    made = [one for one in shifts(store) if one.id != SHIFT.id]
    assert [(one.peer_coach, one.wanted, set(one.other_coaches)) for one in made] == [
        (VILLE.id, 3, {OLLI.id})
    ]


def test_a_coach_who_is_not_at_work_is_a_thing_to_look_at(store: MemoryStore) -> None:
    with store.open_books() as books:
        books.rota.rosters.add(make_rota.roster(hours=(make_rota.hours(3, 8, 16),)))
        books.commit()
    rota = board(store)
    said = "ma 8.00–12.00: Maija Koivu ei ole silloin töissä työaikojensa mukaan."
    assert said in [words for _, words in rota.warnings]
