"""The first screen tells of a week that people have not been told of, and of what has changed since."""

from datetime import date, timedelta
from typing import Any

from subcontract.clock import standing_at
from subcontract.people.staff import Role
from tests import make
from tests.ui.presenters.test_rota import EMIL, JOB, LIISA, MONDAY, Desk
from ui.presenters.rota.base import Card
from ui.presenters.today.today import TodayPresenter
from ui.texts import CatalogueTexts

NEXT = make.shift(job=JOB.id, day=MONDAY.day + timedelta(days=8))


def cards(desk: Desk) -> list[tuple[str, str, Any]]:
    presenter = TodayPresenter(desk.door, CatalogueTexts("fi"))
    presenter.load()
    return [
        (card.what, card.screen, card.record)
        for card in presenter.cards
        if card.screen in {"shifts/promise", "shifts/proposal"}
    ]


def test_next_week_is_told_of_until_it_has_been_published() -> None:
    desk = Desk(NEXT)
    desk.presenter.go_to(NEXT.day)
    desk.presenter.put_on(LIISA.id, NEXT.id)
    assert cards(desk) == [("Viikkoa 49 ei ole julkaistu", "shifts/promise", NEXT.id)]
    desk.presenter.publishing.publish()
    assert cards(desk) == []
    desk.presenter.put_on(EMIL.id, NEXT.id)
    assert [what for what, _, _ in cards(desk)] == ["1\u00a0muutos viikon 49 julkaisun jälkeen"]


def test_a_week_with_nobody_on_its_shifts_is_not_asked_to_be_published() -> None:
    """It could not be: the card leads to putting people on the shifts."""
    desk = Desk(NEXT)
    empty = [("Viikon 49 vuoroissa ei ole vielä ketään", "shifts/proposal", None)]
    assert cards(desk) == empty
    desk.presenter.go_to(NEXT.day)
    desk.presenter.publishing.publish()
    assert cards(desk) == empty
    desk.presenter.put_on(LIISA.id, NEXT.id)
    assert [screen for _, screen, _ in cards(desk)] == ["shifts/promise"]
    desk.presenter.take_off(LIISA.id, NEXT.id)
    assert cards(desk) == empty


def test_people_taken_off_a_published_week_are_a_change_to_tell() -> None:
    desk = Desk(NEXT)
    desk.presenter.go_to(NEXT.day)
    desk.presenter.put_on(LIISA.id, NEXT.id)
    desk.presenter.publishing.publish()
    desk.presenter.take_off(LIISA.id, NEXT.id)
    assert cards(desk) == [("1\u00a0muutos viikon 49 julkaisun jälkeen", "shifts/promise", NEXT.id)]


def test_this_week_is_told_of_only_when_it_has_changed_since() -> None:
    desk = Desk()
    assert cards(desk) == []
    desk.presenter.publishing.publish()
    desk.presenter.take_off(LIISA.id, MONDAY.id)
    assert cards(desk) == [("1\u00a0muutos viikon 48 julkaisun jälkeen", "shifts/promise", MONDAY.id)]


def test_who_does_not_plan_is_not_asked() -> None:
    assert cards(Desk(NEXT, roles=(Role.CLERK,))) == []


def test_the_card_leads_to_what_was_told_of_the_week() -> None:
    desk = Desk(NEXT)
    assert desk.door.clock.today() == standing_at(date(2026, 11, 23)).today()
    desk.presenter.leads_to = Card.PROMISE
    desk.presenter.go_to_shift(NEXT.id)
    assert (desk.presenter.monday, desk.presenter.card_title) == (date(2026, 11, 30), "Julkaisematta")
