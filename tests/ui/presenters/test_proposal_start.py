"""Changing the plan that stands as little as possible, or planning from the beginning."""

from dataclasses import replace

from subcontract import ids
from subcontract.actions.publish_rota import PublishRota, publish_rota
from subcontract.actions.put_on_shift import PutOnShift, TakeOffShift, put_on_shift, take_off_shift
from subcontract.days import DateRange
from subcontract.ids import RotaWishesId
from subcontract.people.client import Absence, Client
from subcontract.rota.records import RotaWishes
from subcontract.rota.shift import Shift
from tests import make
from tests.seat import plain
from tests.ui.presenters.test_proposal import EMIL, JOB, LIISA, MONDAY, NEXT, Desk, cells, figure
from ui.presenters.rota.proposal.goals import START
from ui.presenters.rota.proposal.question import Start
from ui.presenters.rota.proposal.result import View


def unwilling(on: tuple[tuple[Shift, Client], ...] = ((MONDAY, LIISA),)) -> Desk:
    """Liisa stands on Monday's shift and does not like the work; Emil does not mind."""
    desk = Desk(shifts=(MONDAY,), on=on)
    wishes = RotaWishes(
        id=RotaWishesId(ids.new()), unit=make.UNIT, client=LIISA.id, dislikes=frozenset({JOB.id})
    )
    desk.store.fill(lambda books: books.rota.wishes.add(wishes))
    desk.page.load()
    return desk


def pick(desk: Desk, start: Start) -> None:
    desk.page.goals.form.pick(START, start)


def begins(desk: Desk, start: Start) -> bool:
    return desk.page.goals.start is start


def test_who_stands_on_a_shift_already_stays_unless_it_is_planned_from_the_beginning() -> None:
    desk = unwilling()
    assert begins(desk, Start.LITTLE)
    desk.propose()
    assert cells(desk.page.result.shifts, "people") == ["Liisa"]
    assert "0 muutosta nykyiseen suunnitelmaan." in plain(desk.page.outcome[0])
    desk.page.result.open_card(MONDAY.id)
    desk.page.result.on_shift.select(LIISA.id)
    words = "Liisa on tässä, koska nykyistä suunnitelmaa muutetaan mahdollisimman vähän."
    assert desk.page.result.why == words
    pick(desk, Start.ANEW)
    assert desk.page.goals.words() == "Suunnittele alusta"
    desk.propose()
    assert cells(desk.page.result.shifts, "people") == ["uusi: Emil · pois: Liisa"]
    assert "2 muutosta nykyiseen suunnitelmaan." in plain(desk.page.outcome[0])
    desk.page.look_at("A")
    assert begins(desk, Start.LITTLE)
    assert desk.page.is_in_use


def test_where_nobody_stands_it_begins_anew_and_after_taking_into_use_little_is_changed() -> None:
    desk = unwilling(on=())
    assert begins(desk, Start.ANEW)
    assert desk.page.goals.are_usual
    desk.propose()
    pick(desk, Start.LITTLE)
    assert desk.page.old_words == "Tavoitteita on muutettu. Tee ehdotus niillä."
    desk.page.reset_goals()
    desk.page.accept()
    assert begins(desk, Start.LITTLE)
    assert desk.door.undo()
    assert begins(desk, Start.ANEW)
    assert desk.page.can_accept


def test_the_choice_is_for_these_days_and_goes_back_with_the_goals() -> None:
    desk = unwilling()
    pick(desk, Start.ANEW)
    desk.page.load()
    assert begins(desk, Start.ANEW)
    desk.page.reset_goals()
    assert begins(desk, Start.LITTLE)
    pick(desk, Start.ANEW)
    desk.page.step(1)
    desk.page.step(-1)
    assert begins(desk, Start.LITTLE)


def test_a_place_against_a_hard_rule_is_not_kept() -> None:
    away = replace(LIISA, absences=(Absence(days=DateRange(NEXT, NEXT)),))
    desk = Desk(shifts=(MONDAY,), clients=(away, EMIL))
    assert begins(desk, Start.LITTLE)
    desk.propose()
    assert cells(desk.page.result.shifts, "people") == ["uusi: Emil · pois: Liisa"]


def test_changes_to_a_promise_and_to_the_plan_are_told_apart() -> None:
    """Liisa was told to come; a hand has put Emil there since, and the promise is gone back to."""
    desk = unwilling()
    desk.door.act(publish_rota, PublishRota(days=DateRange(NEXT, NEXT)))
    desk.door.act(take_off_shift, TakeOffShift(shift=MONDAY.id, client=LIISA.id))
    desk.door.act(put_on_shift, PutOnShift(shift=MONDAY.id, client=EMIL.id))
    desk.propose()
    words = plain(desk.page.outcome[0])
    assert "2 muutosta nykyiseen suunnitelmaan. 0 muutosta luvattuun." in words
    assert (figure(desk, "promised", "now"), figure(desk, "promised", "A")) == ("2", "0")
    desk.page.result.look(View.SHIFTS)
    desk.page.result.open_card(MONDAY.id)
    desk.page.result.on_shift.select(LIISA.id)
    assert desk.page.result.why == "Liisa on tässä, koska näin on jo luvattu."


def test_a_plan_against_the_rules_says_so_before_a_proposal_and_beside_it() -> None:
    """Liisa is away on the day on which a hand has put her: more is filled, but by breaking a rule."""
    desk = Desk(clients=(replace(LIISA, absences=(Absence(days=DateRange(NEXT, NEXT)),)),), shifts=(MONDAY,))
    words = "Nykyinen suunnitelma rikkoo 1 säännön."
    assert plain(desk.page.asked_words).endswith(f"täyttää 1. {words}")
    desk.propose()
    assert f"1 paikka jää tyhjäksi. {words}" in plain(desk.page.outcome[0])
    assert figure(desk, "broken", "now") == "1"
    desk.page.accept()
    assert "rikkoo" not in desk.page.outcome[0]
