"""A person in hand is told at every shift what speaks against it, and the drop is never forbidden."""

from dataclasses import replace
from datetime import date, time

import pytest

from subcontract.days import DateRange
from subcontract.people.client import Absence
from subcontract.rota.shift import ShiftState
from tests import make
from tests.ui.presenters.test_rota import EMIL, JOB, LIISA, MONDAY, OHMAN, WEDNESDAY, Desk
from ui.presenters.rota.holding import MOST_TARGETS
from ui.presenters.tone import Tone

AT_ONCE = make.shift(job=JOB.id, start=time(9), end=time(11), most=1)


@pytest.fixture
def desk() -> Desk:
    return Desk(AT_ONCE)


def line(desk: Desk, shift: object) -> str:
    found = desk.presenter.verdict(shift)  # type: ignore[arg-type]
    return found.line if found else ""


def test_each_shift_says_why_not_before_the_drop(desk: Desk) -> None:
    away = replace(EMIL, absences=(Absence(days=DateRange(make.TODAY, make.TODAY)),))
    desk.store.fill(lambda books: books.clients.save(away))
    desk.presenter.load()
    assert line(desk, MONDAY.id) == ""
    desk.presenter.pick_up(EMIL.id, None)
    assert line(desk, MONDAY.id) == "Emil on poissa 23.11.2026: muu poissaolo."
    assert line(desk, WEDNESDAY.id) == "Sopii"
    desk.presenter.put_down(MONDAY.id)
    assert EMIL.id in desk.on()
    assert line(desk, MONDAY.id) == ""
    assert any("poissa" in words for _, words in desk.presenter.warnings)


def test_the_shift_that_is_left_does_not_speak_against_another(desk: Desk) -> None:
    desk.presenter.pick_up(LIISA.id, MONDAY.id)
    assert line(desk, MONDAY.id) == "On tässä nyt"
    assert line(desk, AT_ONCE.id) == "Sopii"
    desk.presenter.let_go()
    desk.presenter.pick_up(LIISA.id, None)
    assert line(desk, MONDAY.id) == "On jo tässä"
    assert "samaan aikaan" in line(desk, AT_ONCE.id)


def test_several_reasons_are_counted_on_the_card_and_told_in_full(desk: Desk) -> None:
    desk.store.fill(lambda books: books.assignments.add(make.assignment(AT_ONCE, OHMAN)))
    desk.presenter.load()
    desk.presenter.pick_up(LIISA.id, None)
    found = desk.presenter.verdict(AT_ONCE.id)
    assert found
    assert (found.fits, found.tone, len(found.whole)) == (False, Tone.ATTENTION, 2)
    assert found.line == f"{found.whole[0]} Muutakin: 1."


def test_what_is_said_follows_the_plan_while_somebody_is_in_hand(desk: Desk) -> None:
    desk.presenter.pick_up(EMIL.id, None)
    assert line(desk, AT_ONCE.id) == "Sopii"
    desk.store.fill(lambda books: books.assignments.add(make.assignment(AT_ONCE, OHMAN)))
    desk.presenter.load()
    assert line(desk, AT_ONCE.id) == "Ryhmä on liian suuri: työvuorossa 2, mahtuu 1."
    desk.store.fill(lambda books: books.clients.remove(books.clients.get(EMIL.id)))
    desk.presenter.load()
    assert desk.presenter.held is None


def test_a_cancelled_shift_is_not_offered(desk: Desk) -> None:
    off = replace(WEDNESDAY, state=ShiftState.CANCELLED, cancel_reason="Tavarat eivät tulleet")
    desk.store.fill(lambda books: books.shifts.save(off))
    presenter = desk.presenter
    presenter.load()
    presenter.show_people(by_person=True)
    presenter.pick_up(EMIL.id, None)
    assert line(desk, WEDNESDAY.id) == "Peruttu"
    assert presenter.rows[1].cells[2] == ()


def test_people_down_the_row_of_the_person_in_hand_offers_the_weeks_shifts(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.show_people(by_person=True)
    presenter.pick_up(LIISA.id, MONDAY.id)
    monday, _, wednesday, *_ = presenter.rows[0].cells
    assert [(card.shift, card.is_target) for card in monday] == [(MONDAY.id, False), (AT_ONCE.id, True)]
    assert [(card.shift, card.is_target) for card in wednesday] == [(WEDNESDAY.id, True)]
    assert presenter.rows[1].cells == ((), (), (), (), ())
    presenter.put_down(WEDNESDAY.id)
    assert [len(cell) for cell in presenter.rows[0].cells] == [0, 0, 1, 0, 0]
    assert desk.door.undo_stack.undo_name == "moved to another shift"


def test_a_day_offers_those_that_suit_and_says_how_many_more() -> None:
    desk = Desk(
        *(make.shift(job=JOB.id, day=date(2026, 11, 26), start=time(8), end=time(9 + at)) for at in range(8))
    )
    presenter = desk.presenter
    presenter.show_people(by_person=True)
    presenter.pick_up(EMIL.id, None)
    row = next(row for row in presenter.rows if row.id == EMIL.id)
    assert len(row.cells[3]) == MOST_TARGETS
    assert row.more[3].split() == ["3", "vuoroa", "lisää"]
    presenter.let_go()
    assert all(not row.more for row in presenter.rows)
