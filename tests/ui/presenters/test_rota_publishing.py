"""Publishing: asked before, kept apart from the plan, and every change since with its way to the shift."""

from datetime import date

import pytest

from subcontract.people.staff import Role
from tests import make
from tests.ui.presenters.test_rota import EMIL, JOB, LIISA, MONDAY, WEDNESDAY, Desk
from ui.presenters.rota.base import Card
from ui.presenters.tone import Tone


@pytest.fixture
def desk() -> Desk:
    return Desk()


def state(desk: Desk) -> str:
    found = desk.presenter.publishing.state
    return found.text if found else ""


def changes(desk: Desk) -> list[str]:
    return [str(row.cells["words"]) for row in desk.presenter.publishing.table.rows]


def test_the_week_is_published_after_asking_and_the_state_says_so(desk: Desk) -> None:
    publishing = desk.presenter.publishing
    assert state(desk) == "Julkaisematta"
    assert publishing.lines == ("Näitä päiviä ei ole vielä julkaistu.",)
    asked: list[tuple[str, str]] = []

    def no(sentence: str, verb: str) -> bool:
        asked.append((sentence, verb))
        return False

    publishing.confirm = no
    publishing.publish()
    assert state(desk) == "Julkaisematta"
    ((sentence, verb),) = asked
    assert verb == "Julkaise"
    assert "23.11.–29.11.2026" in sentence
    assert "2\u00a0työvuoroa, 1 asiakas, paikkoja 1." in sentence
    assert "1\u00a0vuorossa on vielä liian vähän ihmisiä." in sentence
    publishing.confirm = lambda _sentence, _verb: True
    publishing.publish()
    assert state(desk) == "Julkaistu"
    assert desk.notice == "Julkaistu: 1 asiakas."
    last, promised = desk.presenter.publishing.lines
    assert last.startswith("Viimeksi julkaistu 23.11.2026")
    assert last.endswith("Maija Koivu.")
    assert promised == "Luvattu: 1 asiakas, paikkoja 1."
    assert not desk.door.undo_stack.undo_name


def test_every_change_since_is_told_and_leads_to_its_shift(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.publishing.publish()
    presenter.put_on(EMIL.id, WEDNESDAY.id)
    presenter.take_off(LIISA.id, MONDAY.id)
    found = presenter.publishing.state
    assert found
    assert (found.text, found.tone) == ("2\u00a0muutosta julkaisun jälkeen", Tone.ATTENTION)
    assert changes(desk) == [
        "Aalto, Liisa: luvattu ma 23.11. 8.00–12.00 Hyllytys, nyt ei vuoroa",
        "Berg, Emil: ei luvattu, nyt ke 25.11. 8.00–12.00 Hyllytys",
    ]
    presenter.publishing.open()
    assert (presenter.card, presenter.card_title) == (Card.PROMISE, "2\u00a0muutosta julkaisun jälkeen")
    presenter.publishing.table.open(presenter.publishing.table.rows[1].id)
    assert (presenter.card, presenter.shift_id) == (Card.SHIFT, WEDNESDAY.id)
    desk.door.undo()
    presenter.load()
    assert state(desk) == "1\u00a0muutos julkaisun jälkeen"
    presenter.publishing.publish()
    assert state(desk) == "Julkaistu"


def test_four_weeks_are_told_at_once_and_each_of_them_knows_it(desk: Desk) -> None:
    desk.presenter.publishing.publish_four_weeks()
    late = make.shift(job=JOB.id, day=date(2026, 12, 14))
    desk.store.fill(lambda books: books.shifts.add(late))
    desk.presenter.go_to(late.day)
    assert state(desk) == "Julkaistu"
    desk.presenter.put_on(EMIL.id, late.id)
    assert state(desk) == "1\u00a0muutos julkaisun jälkeen"


def test_days_with_shifts_of_which_nobody_was_told_are_named(desk: Desk) -> None:
    desk.presenter.publishing.publish()
    desk.presenter.show_month(is_month=True)
    assert state(desk) == "Julkaistu"
    desk.store.fill(lambda books: books.shifts.add(make.shift(job=JOB.id, day=date(2026, 11, 3))))
    desk.presenter.load()
    assert state(desk) == "Julkaistu osittain"
    assert desk.presenter.publishing.lines[-1] == "Vielä julkaisematta: ti 3.11."


def test_a_week_without_shifts_has_nothing_to_tell(desk: Desk) -> None:
    desk.presenter.go_to(date(2027, 6, 1))
    assert state(desk) == ""


def test_who_may_not_plan_publishes_nothing() -> None:
    desk = Desk(roles=(Role.CLERK,))
    desk.presenter.publishing.publish()
    assert state(desk) == "Julkaisematta"
