"""The list for the wall: call names, photos of those who have said yes, and nothing else of anybody."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from subcontract.actions.cancel_shift import CancelShift, cancel_shift
from subcontract.actions.perform import perform
from subcontract.days import DateRange
from subcontract.people.client import Absence
from tests import make
from tests.paper_reading import png, text
from tests.ui.presenters.test_rota import EMIL, LIISA, MONDAY, OHMAN, WEDNESDAY, Desk
from ui.presenters.rota.board import read_week
from ui.presenters.rota.papers.wall import wall_facts


@pytest.fixture
def desk() -> Desk:
    return Desk()


def change(desk: Desk, *clients: Any) -> None:
    with desk.store.open_books() as books:
        for client in clients:
            books.clients.save(client)
        books.commit()


def put_on(desk: Desk, *clients: Any) -> None:
    with desk.store.open_books() as books:
        for client in clients:
            books.assignments.add(make.assignment(MONDAY, client))
        books.commit()


def facts(desk: Desk) -> Any:
    with desk.store.open_lists() as lists:
        unit = lists.units.all()[0]
        return wall_facts(read_week(lists, unit.id, make.TODAY), unit)


def test_the_weeks_shifts_stand_on_the_paper_by_call_names_alone(desk: Desk) -> None:
    wall = desk.presenter.wall
    wall.show()
    assert wall.is_open
    assert wall.name == "tyovuorot-2026-viikko-48.pdf"
    printed = text(wall.paper)
    assert "Hyllytys" in printed
    assert "Liisa" in printed
    assert "Aalto" not in printed
    assert printed.count("8.00–12.00") == 2
    assert wall.close()
    assert not wall.is_open
    assert not wall.close()


def test_who_is_known_to_be_away_is_not_on_the_wall(desk: Desk) -> None:
    put_on(desk, EMIL)
    assert {person.name for person in facts(desk).shifts[0].people} == {"Emil", "Liisa"}
    change(desk, replace(LIISA, absences=(Absence(days=DateRange(MONDAY.day, MONDAY.day)),)))
    assert {person.name for person in facts(desk).shifts[0].people} == {"Emil"}


def test_a_photo_needs_consent(desk: Desk) -> None:
    put_on(desk, EMIL)
    change(desk, replace(LIISA, photo=png(), photo_consent=date(2026, 1, 1)), replace(EMIL, photo=png()))
    monday = facts(desk).shifts[0]
    assert [(person.name, bool(person.photo)) for person in monday.people] == [
        ("Liisa", True),
        ("Emil", False),
    ]


def test_two_of_one_name_are_told_apart_by_a_letter(desk: Desk) -> None:
    change(desk, replace(OHMAN, call_name="Liisa"))
    put_on(desk, OHMAN, EMIL)
    monday = facts(desk).shifts[0]
    assert sorted(person.name for person in monday.people) == ["Emil", "Liisa A.", "Liisa Ö."]


def test_what_has_been_called_off_is_not_on_the_wall(desk: Desk) -> None:
    ask = CancelShift(shift=WEDNESDAY.id, reason="Myrsky")
    perform(cancel_shift, ask, desk.store.open_books, desk.door.clock, desk.door.who)
    assert [shift.day for shift in facts(desk).shifts] == [MONDAY.day]


def test_another_week_makes_its_own_list(desk: Desk) -> None:
    desk.presenter.wall.show()
    desk.presenter.step(1)
    assert desk.presenter.wall.name == "tyovuorot-2026-viikko-49.pdf"
    assert "Tällä viikolla ei ole työvuoroja." in text(desk.presenter.wall.paper)
