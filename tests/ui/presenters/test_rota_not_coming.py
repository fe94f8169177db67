"""Ei tule: who steps in, in words, and all of it in one act."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from subcontract.actions.rotation_facts import RotationFacts
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import ClientId, StaffId, UnitId
from subcontract.jobs.job import JobState
from subcontract.people.client import Absence, AbsenceKind, Availability, HalfDay
from subcontract.people.staff import Role
from subcontract.ports import Lists
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.rota import question
from ui.presenters.rota.base import Card
from ui.presenters.rota.question import read_question
from ui.presenters.rota.rota import RotaPresenter
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
SHELVES = make.job(number=1, customer=CUSTOMER.id, name="Hyllytys", state=JobState.RUNNING)
LABELS = make.job(number=2, customer=CUSTOMER.id, name="Tarroitus", state=JobState.RUNNING)
MONDAY = make.shift(job=SHELVES.id, least=2, most=3)
SANNA = make.staff(id=StaffId(UUID(int=3)), name="Sanna Åberg")
LONGER = make.shift(job=LABELS.id, least=1, most=3, end=time(13), coach=SANNA.id)
TUESDAY = make.shift(job=SHELVES.id, day=make.TODAY + timedelta(days=1), least=1)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
SAARA = make.client(number=3, first_name="Saara", last_name="Cajan")
TOINI = make.client(number=4, first_name="Toini", last_name="Dahl")
AFTERNOONS = Availability(half_days=frozenset((weekday, HalfDay.AFTERNOON) for weekday in range(5)))


class Morning:
    """A coach at the board when somebody rings."""

    def __init__(self, *roles: Role, free: bool = True) -> None:
        self.store: MemoryStore = make.store()
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            books.staff.add(SANNA)
            for job in (SHELVES, LABELS):
                books.jobs.add(job)
            emil = EMIL if free else replace(EMIL, availability=AFTERNOONS)
            self.emil = emil
            for client in (LIISA, emil, SAARA, TOINI):
                books.clients.add(client)
            for shift in (MONDAY, LONGER, TUESDAY):
                books.shifts.add(shift)
            for shift, client in (
                (MONDAY, LIISA),
                (MONDAY, SAARA),
                (TUESDAY, LIISA),
                (LONGER, TOINI),
            ):
                books.assignments.add(make.assignment(shift, client))
            books.commit()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker(*roles)
        )
        self.presenter = RotaPresenter(self.door, CatalogueTexts("fi"))
        self.presenter.load()
        self.presenter.open(MONDAY.id)

    @property
    def on(self) -> set[ClientId]:
        with self.store.open_lists() as lists:
            return {each.client for each in lists.assignments.where(shift=MONDAY.id)}

    def absences(self, client: ClientId = LIISA.id) -> tuple[Absence, ...]:
        with self.store.open_lists() as lists:
            return lists.clients.get(client).absences

    @property
    def card(self) -> Card:
        return self.presenter.card

    def words(self) -> list[str]:
        return [each.replace("\u00a0", " ") for each in self.presenter.away.words]


@pytest.fixture
def morning() -> Morning:
    return Morning()


def test_the_best_way_is_selected_and_told_in_words(morning: Morning) -> None:
    away = morning.presenter.away
    away.open(LIISA.id)
    assert morning.card is Card.AWAY
    assert away.title == "Liisa ei tule 23.11.2026"
    assert [row.cells["comes"] for row in away.table.rows] == ["Berg, Emil", "Ei kukaan"]
    assert away.table.selected == 0
    assert morning.words() == [
        "Emil tulee: Hyllytys 8.00–12.00. Työtä tulee hänelle 3 t 45 min lisää.",
        "Missään vuorossa ei ole liian vähän ihmisiä.",
        "Emil on tässä, koska kukaan muu ei pääse.",
    ]
    assert away.verb == "Emil tulee tilalle"


def test_opening_and_enter_are_all_it_takes_and_one_undo_takes_it_back(morning: Morning) -> None:
    presenter = morning.presenter
    presenter.away.open(LIISA.id)
    presenter.away.table.open()
    assert morning.on == {EMIL.id, SAARA.id}
    day = DateRange(make.TODAY, make.TODAY)
    assert morning.absences() == (Absence(days=day, kind=AbsenceKind.SICK),)
    assert morning.card is Card.SHIFT
    assert presenter.notice is not None
    assert presenter.notice.text == "Liisa on merkitty poissa olevaksi. Emil tulee tilalle."
    morning.door.undo()
    assert morning.on == {LIISA.id, SAARA.id}
    assert morning.absences() == ()


def test_nobody_in_place_is_a_way_too(morning: Morning) -> None:
    away = morning.presenter.away
    away.open(LIISA.id)
    away.table.select(1)
    assert morning.words() == ["1 paikka jää tyhjäksi: Hyllytys 8.00–12.00."]
    assert away.verb == "Merkitse poissaolo"
    away.accept()
    assert morning.on == {SAARA.id}
    assert len(morning.absences()) == 1


def test_when_nobody_can_come_the_cheapest_way_is_told() -> None:
    morning = Morning(free=False)
    away = morning.presenter.away
    away.open(LIISA.id)
    assert [row.cells["comes"] for row in away.table.rows] == ["Ei kukaan"]
    usual = "maanantaisin aamupäivällä hän ei yleensä pääse"
    assert away.nobody == (
        "Kukaan ei pääse: Hyllytys 8.00–12.00.",
        f"Emil pääsisi, jos tämä aika sopii hänelle poikkeuksena: {usual}.",
    )


def test_who_leaves_another_shift_is_told_from_where_and_with_how_much_less_work() -> None:
    morning = Morning(free=False)
    morning.store.fill(lambda books: books.assignments.add(make.assignment(LONGER, morning.emil)))
    morning.presenter.load()
    away = morning.presenter.away
    away.open(LIISA.id)
    assert away.way is not None
    assert away.way.short == "jättää vuoron Tarroitus 8.00–13.00"
    assert morning.words()[:3] == [
        "Toini jättää vuoron Tarroitus 8.00–13.00 ja tulee: Hyllytys 8.00–12.00.",
        "Toini saa työtä 1 t vähemmän.",
        "Missään vuorossa ei ole liian vähän ihmisiä.",
    ]
    away.accept()
    assert morning.on == {SAARA.id, TOINI.id}
    with morning.store.open_lists() as lists:
        assert [each.client for each in lists.assignments.where(shift=LONGER.id)] == [EMIL.id]


def test_a_shift_that_is_being_recorded_is_left_as_it_is(morning: Morning) -> None:
    entry = make.entry(shift=MONDAY.id, job=SHELVES.id, client=SAARA.id)
    morning.store.fill(lambda books: books.entries.add(entry))
    morning.presenter.load()
    away = morning.presenter.away
    away.open(LIISA.id)
    assert away.nobody == ("Vuorosta on jo kirjattu työtä: vain poissaolo merkitään.",)
    morning.presenter.open(MONDAY.id)
    morning.presenter.why.ask(LIISA.id)
    assert morning.presenter.why.sentence.startswith("Miksi kerrotaan tulevista vuoroista")
    away.open(LIISA.id)
    away.accept()
    assert len(morning.absences()) == 1
    assert LIISA.id in morning.on


def test_an_absence_of_days_asks_for_all_of_them(morning: Morning) -> None:
    away = morning.presenter.away
    away.open(LIISA.id)
    away.form.type("until", "24.11.2026")
    assert away.way is not None
    assert {shift for _, shift in away.way.put} == {MONDAY.id, TUESDAY.id}
    assert "Hyllytys ma 23.11. 8.00–12.00" in morning.words()[0]
    away.accept()
    assert morning.absences()[0].days == DateRange(make.TODAY, date(2026, 11, 24))
    with morning.store.open_lists() as lists:
        assert all(each.client != LIISA.id for each in lists.assignments.all())


def test_a_way_that_asks_several_people_names_them_all_and_tells_their_work_together() -> None:
    morning = Morning()
    with morning.store.open_books() as books:
        mondays = Availability(half_days=frozenset({(0, HalfDay.MORNING), (0, HalfDay.AFTERNOON)}))
        tuesdays = Availability(half_days=frozenset({(1, HalfDay.MORNING), (1, HalfDay.AFTERNOON)}))
        books.clients.save(replace(EMIL, availability=mondays))
        books.clients.save(replace(TOINI, availability=mondays))
        books.clients.save(replace(SAARA, availability=tuesdays))
        books.commit()
    morning.presenter.load()
    away = morning.presenter.away
    away.open(LIISA.id)
    away.form.type("until", "24.11.2026")
    assert away.title == "Liisa ei tule 23.11.2026–24.11.2026"
    row = away.table.rows[0]
    assert (row.cells["comes"], row.cells["short"]) == ("Emil, Saara", "kaikki ovat vapaana")
    assert row.cells["gets"] == 2 * 225
    assert away.verb == "Tee näin"


def test_the_person_the_shift_is_opened_from_is_the_one_who_does_not_come(morning: Morning) -> None:
    presenter = morning.presenter
    presenter.open(MONDAY.id, SAARA.id)
    assert presenter.people.on.selected == SAARA.id
    presenter.open(MONDAY.id, LIISA.id)
    assert presenter.people.on.selected == LIISA.id
    presenter.open(TUESDAY.id)
    assert presenter.people.on.selected is None


def test_back_from_a_sick_morning_asked_on_the_board_everybody_is_on_the_shift(morning: Morning) -> None:
    presenter = morning.presenter
    presenter.close()
    presenter.away.open(LIISA.id, TUESDAY.id)
    presenter.back_to_shift()
    assert [row.id for row in presenter.people.on.rows] == [LIISA.id]
    assert presenter.people.on.selected == LIISA.id


def test_nobody_stays_selected_after_a_sick_morning_and_the_next_one_is_asked_for(morning: Morning) -> None:
    presenter = morning.presenter
    presenter.open(MONDAY.id, LIISA.id)
    presenter.away.open(LIISA.id)
    presenter.away.accept()
    assert presenter.people.on.selected is None
    presenter.away.open(None)
    assert morning.card is Card.SHIFT
    assert presenter.notice is not None
    assert presenter.notice.text == "Valitse ensin, kuka ei tule."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("22.11.2026", "Loppu on ennen alkua."),
        ("1.3.2027", "Päivä on liian myöhäinen: viimeistään 17.1.2027 on mahdollinen."),
        ("joskus", "Kirjoita"),
    ],
)
def test_a_wrong_last_day_is_told_beside_the_field_and_nothing_is_done(
    morning: Morning, text: str, wrong: str
) -> None:
    away = morning.presenter.away
    away.open(LIISA.id)
    away.form.type("until", text)
    away.accept()
    assert wrong in away.form.errors["until"]
    assert away.form.typed["until"] == text
    assert morning.on == {LIISA.id, SAARA.id}


def test_what_has_been_changed_meanwhile_is_not_written_over(morning: Morning) -> None:
    presenter = morning.presenter
    presenter.away.open(LIISA.id)
    morning.store.fill(lambda books: books.assignments.add(make.assignment(MONDAY, TOINI)))
    presenter.away.accept()
    assert morning.on == {LIISA.id, SAARA.id, TOINI.id}
    assert presenter.notice is not None


def test_the_question_is_read_once_when_the_shift_is_opened_and_anew_after_a_change(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[date] = []

    def counting(
        lists: Lists, unit: UnitId, day: date, today: date, until: date | None = None
    ) -> RotationFacts:
        read.append(day)
        return read_question(lists, unit, day, today, until)

    monkeypatch.setattr(question, "read_question", counting)
    presenter = morning.presenter
    presenter.load()
    presenter.open(MONDAY.id)
    presenter.why.ask(LIISA.id)
    presenter.away.open(LIISA.id)
    assert read == [MONDAY.day]
    presenter.away.accept()
    presenter.why.ask(LIISA.id)
    assert read == [MONDAY.day, MONDAY.day]


def test_who_may_not_plan_is_not_asked() -> None:
    morning = Morning(Role.CLERK)
    morning.presenter.away.open(LIISA.id)
    assert morning.card is Card.SHIFT
