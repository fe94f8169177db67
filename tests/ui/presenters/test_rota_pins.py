"""What a coach decides of a person and a shift is seen on the chip, on the card and in the lists."""

import pytest

from subcontract.rota.records import PinKind
from tests.ui.presenters.test_rota import EMIL, LIISA, MONDAY, WEDNESDAY, Desk
from ui.presenters.tone import State


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_place_is_locked_seen_everywhere_and_unlocked(desk: Desk) -> None:
    presenter = desk.presenter
    assert presenter.pins.words(PinKind.LOCKED, LIISA.id, MONDAY.id) == "Lukitse vuoroon"
    presenter.pins.toggle(PinKind.LOCKED, LIISA.id, MONDAY.id)
    card = presenter.rows[0].cells[0][0]
    assert card.chips[0].pin is PinKind.LOCKED
    assert card.chips[0].spoken == "Aalto, Liisa. Lukittu"
    assert card.pinned == ((PinKind.LOCKED, "Lukittu: Liisa"),)
    assert card.spoken.endswith("Lukittu: Liisa")
    presenter.show_people(by_person=True)
    assert presenter.rows[0].cells[0][0].pinned == ((PinKind.LOCKED, "Lukittu"),)
    presenter.show_people(by_person=False)
    presenter.open(MONDAY.id)
    look = presenter.people.on.rows[0].cells["look"]
    assert isinstance(look, State)
    assert (look.text, look.shown_icon) == ("Lukittu", "lock-simple")
    assert presenter.pins.words(PinKind.LOCKED, LIISA.id, MONDAY.id) == "Avaa lukitus"
    presenter.pins.toggle(PinKind.LOCKED, LIISA.id, MONDAY.id)
    assert not presenter.rows[0].cells[0][0].pinned
    desk.door.undo()
    presenter.load()
    assert presenter.rows[0].cells[0][0].chips[0].pin is PinKind.LOCKED


def test_one_who_is_barred_is_named_on_the_card_and_told_of_while_in_hand(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.pins.toggle(PinKind.BARRED, EMIL.id, WEDNESDAY.id)
    assert presenter.rows[0].cells[2][0].pinned == ((PinKind.BARRED, "Ei tähän vuoroon: Emil"),)
    presenter.open(WEDNESDAY.id)
    looks = {row.id: row.cells["look"] for row in presenter.people.others.rows}
    look = looks[EMIL.id]
    assert isinstance(look, State)
    assert look.text == "Ei tähän vuoroon"
    presenter.pick_up(EMIL.id, None)
    found = presenter.verdict(WEDNESDAY.id)
    assert found
    assert found.line == "Valmentaja on päättänyt, ettei Emil tule tähän vuoroon."
    presenter.put_down(WEDNESDAY.id)
    assert desk.on(WEDNESDAY) == {EMIL.id}


def test_nobody_chosen_is_nothing_to_decide(desk: Desk) -> None:
    desk.presenter.pins.toggle(PinKind.LOCKED, None, MONDAY.id)
    assert desk.presenter.week.pins == ()
