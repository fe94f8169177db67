"""The proposal page on odd days: none to fill, nobody to propose, all decided, too much at once."""

from dataclasses import replace
from datetime import timedelta

from subcontract.actions.pin_place import PinPlace, pin_place
from subcontract.days import DateRange
from subcontract.people.client import Absence
from subcontract.rota.records import PinKind
from subcontract.rota.rotation.proposing.propose import Tried
from tests import make
from tests.ui.presenters.test_proposal import JOB, LIISA, MONDAY, NEXT, TUESDAY, Desk, cells, figure
from ui.presenters.rota.proposal.making import LONG, SOON, WHILE, tried_for


def test_days_without_shifts_tell_how_to_make_them() -> None:
    desk = Desk(shifts=(), on=())
    assert desk.page.obstacle.startswith("Näillä päivillä ei ole työvuoroja.")
    assert not desk.page.has_shifts
    desk.propose()
    assert desk.page.kept is None


def test_days_that_have_passed_are_not_proposed() -> None:
    desk = Desk()
    desk.page.step(-2)
    assert desk.page.obstacle.startswith("Nämä päivät ovat menneet.")


def test_a_unit_without_clients_says_so() -> None:
    desk = Desk(clients=(), on=())
    assert desk.page.obstacle.startswith("Yksikössä ei ole asiakkaita")


def test_places_that_are_all_locked_leave_nothing_to_propose() -> None:
    desk = Desk()
    for shift in (MONDAY, TUESDAY):
        desk.door.act(pin_place, PinPlace(shift=shift.id, client=LIISA.id, kind=PinKind.LOCKED))
    assert desk.page.obstacle.startswith("Kaikki paikat on lukittu")
    assert desk.page.has_shifts
    assert not desk.page.can_propose


def test_two_of_the_same_name_are_told_apart() -> None:
    other = make.client(number=3, first_name="Liisa", last_name="Niemi")
    desk = Desk(clients=(LIISA, other), on=((MONDAY, LIISA), (MONDAY, other)))
    assert cells(desk.page.result.shifts, "people")[0] == "Liisa A., Liisa N."


def test_many_empty_shifts_are_told_in_short() -> None:
    shifts = tuple(make.shift(job=JOB.id, day=NEXT, coach=make.MANAGER) for _ in range(40))
    desk = Desk(
        clients=(replace(LIISA, absences=(Absence(days=DateRange(NEXT, NEXT)),)),), shifts=shifts, on=()
    )
    assert figure(desk, "missing", "now") == "40"
    what = cells(desk.page.result.empty, "what")
    assert len(what) == 31
    assert what[-1] == "10 muussa vuorossa on liian vähän ihmisiä."


def test_a_shift_that_has_happened_is_not_asked_about_and_stays() -> None:
    today = make.shift(job=JOB.id, day=make.TODAY, coach=make.MANAGER)
    later = make.shift(job=JOB.id, day=make.TODAY + timedelta(days=1), coach=make.MANAGER)
    desk = Desk(shifts=(today, later), on=((today, LIISA),))
    done = make.entry(client=LIISA.id, job=JOB.id, shift=today.id, day=make.TODAY)
    desk.store.fill(lambda books: books.entries.add(done))
    desk.page.step(-1)
    desk.propose()
    assert [row.id for row in desk.page.result.shifts.visible] == [later.id]
    desk.page.accept()
    assert desk.notice == ""
    assert (LIISA.id, today.id) in desk.on()
    assert desk.page.is_in_use


def test_a_larger_question_is_tried_longer() -> None:
    desk = Desk()
    assert desk.page.question
    small = desk.page.question.problem
    assert tried_for(small) == Tried.about(SOON)
    many = tuple(replace(slot, shift=replace(slot.shift, least=100, most=300)) for slot in small.slots)
    assert tried_for(replace(small, slots=many)) == Tried.about(WHILE)
    assert tried_for(replace(small, slots=many * 3)) == Tried.about(LONG)
