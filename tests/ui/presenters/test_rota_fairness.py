"""Tasapuolisuus: bars, figures and words of everybody, and who may see what."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import ClientId
from subcontract.jobs.job import JobState
from subcontract.money import Money
from subcontract.people.client import Absence, FormOfWork, FormOfWorkSpan, TariffClassSpan
from subcontract.people.staff import Role
from subcontract.rota.records import RotaTerms
from subcontract.rota.rotation.sharing.evened import Measured
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.fair import FairPresenter
from ui.presenters.rota.fair_measures import Measure
from ui.presenters.rota.fair_words import distance
from ui.presenters.tables.table import Bar, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")
CUSTOMER = make.customer(number=1)
SHELVES = make.job(number=1, customer=CUSTOMER.id, name="Hyllytys", state=JobState.RUNNING, good=True)
LABELS = make.job(number=2, customer=CUSTOMER.id, name="Tarroitus", state=JobState.RUNNING)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
NEW = make.client(
    number=3,
    first_name="Ida",
    last_name="Öhman",
    forms=(FormOfWorkSpan(days=DateRange(date(2026, 11, 3)), form=FormOfWork.ALLOWANCE),),
)
COMING = make.shift(job=LABELS.id, day=make.TODAY + timedelta(days=1))
LAST = make.TODAY - timedelta(days=6)


class Desk:
    """A coach who looks at how work goes round."""

    def __init__(self, *roles: Role) -> None:
        self.store: MemoryStore = make.store()
        self.opened: list[ClientId] = []
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            for job in (SHELVES, LABELS):
                books.jobs.add(job)
            for client in (LIISA, EMIL, NEW):
                books.clients.add(client)
            for week in range(3):
                shift = make.shift(job=SHELVES.id, day=LAST - timedelta(days=7 * week))
                books.shifts.add(shift)
                books.assignments.add(make.assignment(shift, EMIL))
                books.entries.add(
                    make.entry(shift=shift.id, job=SHELVES.id, client=EMIL.id, day=shift.day, minutes=225)
                )
            books.shifts.add(COMING)
            books.assignments.add(make.assignment(COMING, LIISA))
            books.commit()
        door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker(*roles)
        )
        self.page = FairPresenter(door, TEXTS, self.opened.append)
        self.page.load()

    def row(self, client: ClientId, measure: Measure = Measure.HOURS) -> Row:
        found = self.page.tables[measure].row(client)
        assert found is not None
        return found

    def far(self, client: ClientId, measure: Measure = Measure.HOURS) -> str:
        state = self.row(client, measure).cells["far"]
        assert isinstance(state, State)
        return state.text.replace("\u00a0", " ")


def titles(table: TablePresenter) -> list[str]:
    return [table.title(column) for column in table.columns]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_what_was_done_and_what_is_planned_stand_together(desk: Desk) -> None:
    assert (desk.row(EMIL.id).cells["had"], desk.row(EMIL.id).cells["planned"]) == (675, 0)
    assert (desk.row(LIISA.id).cells["had"], desk.row(LIISA.id).cells["planned"]) == (0, 225)
    bar = desk.row(EMIL.id).cells["bar"]
    assert isinstance(bar, Bar)
    assert (bar.had, bar.planned) == (100, 0)
    assert bar.words.replace("\u00a0", " ").startswith("tehty 11 t 15 min, suunniteltu 0 min, tasan olisi ")


def test_a_planned_place_of_one_who_is_known_to_be_away_is_not_counted(desk: Desk) -> None:
    away = Absence(days=DateRange(COMING.day, COMING.day))
    desk.store.fill(lambda books: books.clients.save(replace(LIISA, absences=(away,))))
    desk.page.load()
    assert desk.row(LIISA.id).cells["planned"] == 0


def test_done_is_what_was_recorded_and_an_unrecorded_shift_is_told_apart(desk: Desk) -> None:
    lately = make.shift(job=SHELVES.id, day=make.TODAY - timedelta(days=3))
    desk.store.fill(lambda books: books.shifts.add(lately))
    desk.store.fill(lambda books: books.assignments.add(make.assignment(lately, EMIL)))
    desk.page.load()
    assert (desk.row(EMIL.id).cells["had"], desk.row(EMIL.id).cells["planned"]) == (675, 225)
    assert [desk.row(EMIL.id, Measure.DAYS).cells[key] for key in ("had", "planned")] == [3, 1]
    assert [desk.row(EMIL.id, Measure.GOOD).cells[key] for key in ("had", "planned")] == [3, 1]
    note = desk.row(EMIL.id).cells["note"]
    assert isinstance(note, State)
    assert note.text.replace("\u00a0", " ") == "kirjaamatta vielä 3 t 45 min"
    assert "joita ei ole kirjattu, kuuluvat suunniteltuun" in desk.page.words
    told = make.entry(shift=lately.id, job=SHELVES.id, client=EMIL.id, day=lately.day, minutes=180)
    desk.store.fill(lambda books: books.entries.add(told))
    desk.page.load()
    assert (desk.row(EMIL.id).cells["had"], desk.row(EMIL.id).cells["planned"]) == (855, 0)
    assert desk.row(EMIL.id).cells["note"] is None


def test_a_coming_turn_as_a_peer_coach_is_planned_and_not_done(desk: Desk) -> None:
    helped = make.shift(job=LABELS.id, day=make.TODAY + timedelta(days=2), peer_coach=EMIL.id)
    desk.store.fill(lambda books: books.shifts.add(helped))
    desk.page.load()
    assert (desk.row(EMIL.id).cells["had"], desk.row(EMIL.id).cells["planned"]) == (675, 225)
    assert [desk.row(EMIL.id, Measure.DAYS).cells[key] for key in ("had", "planned")] == [3, 1]
    assert desk.row(EMIL.id).cells["note"] is None
    row = desk.page.matrix.row(EMIL.id)
    assert row is not None
    assert row.cells[str(LABELS.id)] == 1


def test_what_was_recorded_today_is_done_and_the_days_say_so(desk: Desk) -> None:
    entry = make.entry(job=SHELVES.id, client=LIISA.id, day=make.TODAY, shift=None, minutes=60)
    desk.store.fill(lambda books: books.entries.add(entry))
    desk.page.load()
    assert desk.row(LIISA.id).cells["had"] == 60
    assert "–23.11.2026 kirjausten mukaan" in desk.page.words


def test_who_is_furthest_behind_stands_first_and_is_told_in_words(desk: Desk) -> None:
    rows = desk.page.table.visible
    assert [row.id for row in rows] == [NEW.id, LIISA.id, EMIL.id]
    assert desk.far(LIISA.id).endswith("jäljessä")
    assert desk.far(EMIL.id).endswith("edellä")
    assert desk.page.furthest is not None
    assert desk.page.furthest.text.replace("\u00a0", " ").endswith("jäljessä.")


def test_a_newcomer_and_a_long_absence_are_told_but_never_why(desk: Desk) -> None:
    note = desk.row(NEW.id).cells["note"]
    assert isinstance(note, State)
    assert note.text == "aloitti 3.11.2026"
    away = Absence(days=DateRange(date(2026, 10, 5), date(2026, 11, 1)))
    desk.store.fill(lambda books: books.clients.save(replace(LIISA, absences=(away,))))
    desk.page.load()
    note = desk.row(LIISA.id).cells["note"]
    assert isinstance(note, State)
    assert note.text.replace("\u00a0", " ") == "poissa 4 viikkoa"


def test_turns_at_each_job_have_a_column_each(desk: Desk) -> None:
    desk.page.show(Measure.JOBS)
    assert titles(desk.page.table) == ["Asiakas", "Hyllytys", "Tarroitus", "Muut urakat"]
    row = desk.page.table.row(EMIL.id)
    assert row is not None
    assert (row.cells[str(SHELVES.id)], row.cells[str(LABELS.id)]) == (3, None)


def test_liked_jobs_are_compared_where_there_are_any(desk: Desk) -> None:
    assert Measure.GOOD in desk.page.choices
    assert desk.row(EMIL.id, Measure.GOOD).cells["had"] == 3
    desk.store.fill(lambda books: books.jobs.save(replace(SHELVES, good=False)))
    desk.page.load()
    assert Measure.GOOD not in desk.page.choices


def test_euros_are_only_for_those_who_may_see_pay() -> None:
    paid = replace(
        EMIL, tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),)
    )
    for role in (Role.MANAGER, Role.WORK_COACH):
        desk = Desk(role)
        assert Measure.EUROS not in desk.page.choices
        desk.store.fill(lambda books: books.tariffs.add(make.tariff()))
        desk.store.fill(lambda books: books.clients.save(paid))
        desk.page.load()
        assert desk.row(EMIL.id, Measure.EUROS).cells["had"] == Money("24.00")
        assert (Measure.EUROS in desk.page.choices) == (role is Role.MANAGER)


def test_one_may_look_less_far_back_and_starts_from_the_units_own_memory(desk: Desk) -> None:
    assert (desk.page.weeks_shown, desk.page.week_choices) == (12, (4, 8, 12, 26))
    terms = RotaTerms(id=make.UNIT, unit=make.UNIT, memory_weeks=6)  # type: ignore[arg-type]
    desk.store.fill(lambda books: books.rota.terms.add(terms))
    desk.page.load()
    assert (desk.page.weeks_shown, desk.page.week_choices) == (6, (4, 6, 8, 12, 26))
    desk.page.look_back(4)
    assert desk.page.read is not None
    assert desk.page.read.past.first == make.TODAY - timedelta(days=28)


def test_enter_opens_the_client_and_the_filter_and_order_hold(desk: Desk) -> None:
    table = desk.page.table
    table.set_filter("berg")
    assert [row.id for row in table.visible] == [EMIL.id]
    table.open(EMIL.id)
    assert desk.opened == [EMIL.id]
    table.set_filter("")
    table.sort_by("bar", descending=True)
    assert table.visible[0].id == EMIL.id


@pytest.mark.parametrize(
    ("measure", "part", "said", "tone"),
    [
        (Measure.HOURS, Measured(had=600, planned=0, even=640), "tasan", Tone.READY),
        (Measure.HOURS, Measured(had=600, planned=0, even=720), "2 t jäljessä", Tone.ATTENTION),
        (Measure.HOURS, Measured(had=600, planned=240, even=720), "2 t edellä", Tone.INFO),
        (Measure.DAYS, Measured(had=3, planned=1, even=5), "1 päivä jäljessä", Tone.ATTENTION),
        (Measure.EUROS, Measured(had=10_000, planned=0, even=10_400), "tasan", Tone.READY),
        (Measure.EUROS, Measured(had=10_000, planned=0, even=11_000), "10,00 € jäljessä", Tone.ATTENTION),
        (Measure.GOOD, Measured(had=3, planned=0, even=1), "2 kertaa edellä", Tone.INFO),
    ],
)
def test_the_distance_is_said_in_words(measure: Measure, part: Measured, said: str, tone: Tone) -> None:
    state = distance(measure, part, TEXTS)
    assert (state.text.replace("\u00a0", " "), state.tone) == (said, tone)


def test_a_centre_without_clients_says_so() -> None:
    store = make.store()
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    page = FairPresenter(door, TEXTS, lambda _: None)
    page.load()
    assert page.table.rows == ()
    assert page.furthest is None
