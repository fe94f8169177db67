"""Miksi on the board: the sentence of who is selected, and everybody and why."""

from dataclasses import replace
from datetime import date

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.jobs.job import JobState
from subcontract.people.client import Absence
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.base import Card
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tables.table import Row
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, name="Hyllytys", state=JobState.RUNNING, coach=make.MANAGER)
MONDAY = make.shift(job=JOB.id, most=3, wanted=1)
LAST_WEEK = make.shift(job=JOB.id, day=date(2026, 11, 18), wanted=1)
LIISA = make.client(number=1)
EMIL = make.client(
    number=2,
    first_name="Emil",
    last_name="Berg",
    absences=(Absence(days=DateRange(make.TODAY, make.TODAY)),),
)


class Board:
    """A coach at the board."""

    def __init__(self, *roles: Role) -> None:
        self.store: MemoryStore = make.store()
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            books.jobs.add(JOB)
            for client in (LIISA, EMIL):
                books.clients.add(client)
            for shift in (MONDAY, LAST_WEEK):
                books.shifts.add(shift)
                books.assignments.add(make.assignment(shift, LIISA))
            books.commit()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker(*roles)
        )
        self.presenter = RotaPresenter(self.door, CatalogueTexts("fi"))
        self.presenter.load()
        self.presenter.open(MONDAY.id)


def told(presenter: RotaPresenter) -> str:
    return presenter.why.sentence


def card(presenter: RotaPresenter) -> Card:
    return presenter.card


def words(row: Row) -> str:
    state = row.cells["place"]
    assert isinstance(state, State)
    return state.text


@pytest.fixture
def board() -> Board:
    return Board()


def test_nothing_is_told_until_it_is_asked(board: Board) -> None:
    presenter = board.presenter
    presenter.people.on.select(LIISA.id)
    assert not told(presenter)
    presenter.why.ask(presenter.people.last)
    assert told(presenter) == "Liisa on tässä, koska kukaan muu ei pääse."


def test_the_sentence_follows_the_selection_in_either_list(board: Board) -> None:
    presenter = board.presenter
    presenter.why.ask(LIISA.id)
    presenter.people.others.select(EMIL.id)
    assert told(presenter) == "Emil ei ole tässä, koska hän on poissa 23.11.2026."
    presenter.people.on.select(LIISA.id)
    assert told(presenter).startswith("Liisa on tässä")


def test_a_change_is_told_anew(board: Board) -> None:
    presenter = board.presenter
    presenter.why.ask(EMIL.id)
    board.store.fill(lambda books: books.clients.save(replace(EMIL, absences=())))
    presenter.load()
    assert told(presenter) == "Emil ei ole tässä, koska ihmisiä on jo tarpeeksi: 1."


def test_everybody_and_why_is_a_card_that_leads_back(board: Board) -> None:
    presenter = board.presenter
    presenter.why.ask_everybody()
    assert card(presenter) is Card.WHY
    rows = presenter.why.everybody.rows
    assert [(row.cells["client"], words(row)) for row in rows] == [
        ("Aalto, Liisa", "vuorossa"),
        ("Berg, Emil", "ei pääse"),
    ]
    presenter.why.everybody.select(EMIL.id)
    assert presenter.why.chosen == "Emil ei ole tässä, koska hän on poissa 23.11.2026."
    presenter.back_to_shift()
    assert card(presenter) is Card.SHIFT


def test_another_shift_begins_in_silence_and_one_gone_by_is_asked_as_of_its_morning(board: Board) -> None:
    presenter = board.presenter
    presenter.why.ask(LIISA.id)
    presenter.go_to(LAST_WEEK.day)
    presenter.open(LAST_WEEK.id)
    assert not told(presenter)
    presenter.why.ask(EMIL.id)
    assert told(presenter) == "Emil ei ole tässä, koska ihmisiä on jo tarpeeksi: 1."


def test_the_list_goes_with_the_shift_that_is_removed(board: Board) -> None:
    presenter = board.presenter
    presenter.why.ask_everybody()
    board.store.fill(lambda books: books.assignments.remove(books.assignments.where(shift=MONDAY.id)[0]))
    board.store.fill(lambda books: books.shifts.remove(MONDAY))
    presenter.load()
    assert card(presenter) is Card.NONE
