"""A client's wishes as a coach types them: kept, contradicting, another client in between; no Qt."""

from dataclasses import replace
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.save_rota_wishes import SaveRotaWishes, save_rota_wishes
from subcontract.clock import standing_at
from subcontract.ids import StaffId
from subcontract.jobs.job import JobState
from subcontract.money import Money
from subcontract.people.staff import Role
from subcontract.rota.records import RotaWishes
from tests import make, make_rota
from tests.fakes import MemoryStore
from ui.presenters.clients.fields import PURPOSES
from ui.presenters.clients.wish_fields import FIELDS, LINES_OF, Wish
from ui.presenters.clients.wishes import WishesPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.forms.lines import LinesPresenter
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
SARI = make.client(number=3, first_name="Sari", last_name="Heino")
LIISA = make.client(number=1, never_with=frozenset({EMIL.id}))
YARD = make.job(number=1, name="Pihatyö", state=JobState.RUNNING)
SHOP = make.job(number=2, name="Hyllytys", state=JobState.RUNNING)
LOST = make.job(number=3, name="Muutto", state=JobState.LOST)
COACH = make.staff(id=StaffId(ids.new()), name="Olli Rinne", roles=frozenset({Role.WORK_COACH}))
CLERK = make.staff(id=StaffId(ids.new()), name="Ritva Mäkelä", roles=frozenset({Role.CLERK}))


@pytest.fixture
def store() -> MemoryStore:
    """Three clients, two jobs that go on and one that was lost, a coach and a clerk."""
    made = make.store()

    def write(books: Any) -> None:
        for client in (LIISA, EMIL, SARI):
            books.clients.add(client)
        for job in (YARD, SHOP, LOST):
            books.jobs.add(job)
        for one in (COACH, CLERK):
            books.staff.add(one)

    made.fill(write)
    return made


def opened(store: MemoryStore, *roles: Role, client: Any = LIISA) -> WishesPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    made = WishesPresenter(door, TEXTS)
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.show_client(client, PURPOSES[0])
    return made


def kept(store: MemoryStore) -> tuple[RotaWishes, ...]:
    with store.open_lists() as lists:
        return lists.rota.wishes.all()


def add(lines: LinesPresenter, **picks: object) -> None:
    row = lines.add()
    for name, value in picks.items():
        row.pick(name, value)


def test_every_wish_is_asked_and_comes_back_as_it_was_kept(store: MemoryStore) -> None:
    asked = {spec.name for spec in FIELDS} | LINES_OF.keys()
    assert asked == set(RotaWishes.__dataclass_fields__) - {"id", "unit", "client", "version"}
    page = opened(store)
    add(page.jobs, job=YARD.id, wish=Wish.LIKES)
    add(page.jobs, job=SHOP.id, wish=Wish.WANTS_TO_TRY)
    add(page.company, client=SARI.id)
    add(page.coaches, staff=COACH.id)
    page.form.pick("likes_days", (0, 2))
    page.form.pick("wants_the_same", value=True)
    page.form.type("monthly_days", "8")
    page.form.type("monthly_minutes", "32")
    page.form.type("weekly_pay", "40")
    page.save()
    (one,) = kept(store)
    assert one.likes == {YARD.id}
    assert one.wants_to_try == {SHOP.id}
    assert one.dislikes == frozenset()
    assert one.should_be_with == {SARI.id}
    assert one.familiar_coaches == {COACH.id}
    assert one.likes_days == {0, 2}
    assert (one.monthly_days, one.monthly_minutes, one.weekly_pay) == (8, 1920, Money(40))
    assert (one.wants_the_same, one.monthly_pay) == (True, None)
    assert not page.holds_text
    again = opened(store)
    assert [row.picked["job"] for row in again.jobs.rows] == [YARD.id, SHOP.id]
    assert (again.form.typed["monthly_days"], again.form.typed["weekly_pay"]) == ("8", "40,00")
    assert not again.dirty


def test_the_look_is_written_in_the_log(store: MemoryStore) -> None:
    opened(store, Role.WORK_COACH)
    with store.open_lists() as lists:
        assert [event.action for event in lists.log.last(9)] == ["see_rota_wishes"]


def test_what_can_be_named(store: MemoryStore) -> None:
    page = opened(store)
    assert [choice.label for choice in page.jobs.specs[0].choices] == ["Hyllytys", "Pihatyö"]
    assert [choice.label for choice in page.company.specs[0].choices] == ["Berg, Emil", "Heino, Sari"]
    assert [choice.label for choice in page.coaches.specs[0].choices] == ["Maija Koivu", "Olli Rinne"]


def test_a_contradiction_stands_beside_the_line_that_makes_it(store: MemoryStore) -> None:
    page = opened(store)
    add(page.jobs, job=SHOP.id, wish=Wish.LIKES)
    add(page.jobs, job=YARD.id, wish=Wish.DISLIKES)
    add(page.jobs, job=YARD.id, wish=Wish.WANTS_TO_TRY)
    page.company.add()  # an empty line is no line
    add(page.company, client=EMIL.id)
    page.form.pick("likes_days", (1,))
    page.form.pick("dislikes_days", (1,))
    page.form.type("monthly_pay", "0")
    page.save()
    assert kept(store) == ()
    assert [bool(row.errors) for row in page.jobs.rows] == [False, True, False]
    assert page.jobs.rows[1].errors["job"].startswith("Pihatyö on sekä toivottu että ei-toivottu.")
    assert page.company.rows[1].errors["client"].startswith("Berg, Emil ja Aalto, Liisa eivät saa olla")
    assert set(page.form.errors) == {"dislikes_days", "monthly_pay"}
    assert page.notice is None
    page.company.remove(1)
    page.jobs.remove(1)
    page.form.pick("dislikes_days", ())
    page.form.type("monthly_pay", "")
    page.save()
    assert len(kept(store)) == 1


def test_what_cannot_be_read_is_told_at_once_in_form_and_lines(store: MemoryStore) -> None:
    page = opened(store)
    add(page.jobs, job=YARD.id)
    page.form.type("monthly_days", "0")
    page.save()
    assert set(page.form.errors) == {"monthly_days"}
    assert set(page.jobs.rows[0].errors) == {"wish"}
    assert kept(store) == ()


def test_what_is_typed_waits_while_another_client_is_shown(store: MemoryStore) -> None:
    page = opened(store)
    add(page.company, client=SARI.id)
    page.form.type("monthly_days", "5")
    page.show_client(SARI, PURPOSES[0])
    assert (page.form.typed["monthly_days"], page.company.rows, page.other_drafts) == ("", [], True)
    assert page.holds_text
    assert not page.dirty
    page.show_client(LIISA, PURPOSES[0])
    assert page.form.typed["monthly_days"] == "5"
    assert page.company.rows[0].picked["client"] == SARI.id
    page.reset()
    assert not page.holds_text
    assert page.company.rows == []


def test_wishes_that_somebody_else_saved_are_written_over_the_second_time(store: MemoryStore) -> None:
    page = opened(store)
    page.form.type("monthly_days", "5")
    other = opened(store)
    other.form.type("monthly_days", "9")
    other.save()
    page.save()
    assert page.notice is not None
    assert page.form.typed["monthly_days"] == "5"
    page.save()
    assert [one.monthly_days for one in kept(store)] == [5]


def test_a_work_coach_reads_and_sees_no_pay(store: MemoryStore) -> None:
    wishes = make_rota.wishes(client=LIISA.id, weekly_pay=Money(40), monthly_days=4)
    door = opened(store).door
    door.act(save_rota_wishes, SaveRotaWishes(wishes=wishes))
    page = opened(store, Role.WORK_COACH)
    assert page.form.typed["monthly_days"] == "4"
    assert page.form.hidden == {"weekly_pay", "monthly_pay"}
    assert page.form.locked == set(page.form.specs)
    assert all(part.locked for part in page.lines)
    assert not page.can_save


def test_undo_shows_the_wishes_as_they_were(store: MemoryStore) -> None:
    page = opened(store)
    page.form.type("monthly_days", "5")
    page.save()
    (saved,) = kept(store)
    page.form.type("monthly_days", "6")
    page.save()
    door = page.door
    assert isinstance(door, DirectDoor)
    door.undo()
    assert page.form.typed["monthly_days"] == "5"
    assert [replace(one, version=1) for one in kept(store)] == [saved]
