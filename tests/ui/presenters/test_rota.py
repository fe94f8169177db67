from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, RotaWishesId, ShiftId
from subcontract.jobs.job import JobState
from subcontract.people.client import Absence
from subcontract.people.staff import Role
from subcontract.ports import Books
from subcontract.rota.records import RotaWishes
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import WarningCode
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.base import Card
from ui.presenters.rota.board import day_title
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.rota.words import SENTENCES
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, name="Hyllytys", state=JobState.RUNNING, coach=make.MANAGER)
MONDAY = make.shift(job=JOB.id, most=3)
WEDNESDAY = make.shift(job=JOB.id, day=date(2026, 11, 25), most=3)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
OHMAN = make.client(number=3, first_name="Ida", last_name="Öhman")


class Desk:
    """A coach at the board."""

    def __init__(self, *records: Any, roles: tuple[Role, ...] = ()) -> None:
        self.store: MemoryStore = make.store()
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            books.jobs.add(JOB)
            for client in (LIISA, EMIL, OHMAN):
                books.clients.add(client)
            for shift in (MONDAY, WEDNESDAY):
                books.shifts.add(shift)
            books.assignments.add(make.assignment(MONDAY, LIISA))
            for record in records:
                shelf = books.entries if isinstance(record, WorkEntry) else books.shifts
                shelf.add(record)
            books.commit()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker(*roles)
        )
        self.presenter = RotaPresenter(self.door, CatalogueTexts("fi"))
        self.presenter.load()

    def on(self, shift: Shift = MONDAY) -> set[ClientId]:
        with self.store.open_lists() as lists:
            return {each.client for each in lists.assignments.where(shift=shift.id)}

    def shift(self, id: ShiftId = MONDAY.id) -> Shift:  # noqa: A002 - the field's own name
        with self.store.open_lists() as lists:
            return lists.shifts.get(id)

    @property
    def notice(self) -> str:
        return self.presenter.notice.text if self.presenter.notice else ""


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_jobs_are_down_and_days_across(desk: Desk) -> None:
    (row,) = desk.presenter.rows
    assert (row.title, row.detail) == ("Hyllytys", "Tavaratalo Kuusi Oy")
    assert [len(cell) for cell in row.cells] == [1, 0, 1, 0, 0]
    card = row.cells[0][0]
    assert (card.times, card.detail, card.free) == ("8.00–12.00", "Maija Koivu", 2)
    assert [chip.name for chip in card.chips] == ["Liisa"]
    assert desk.presenter.title == "Viikko 48: 23.11.–29.11.2026"


def test_people_are_down_with_their_weeks_and_absences(desk: Desk) -> None:
    away = replace(EMIL, absences=(Absence(days=DateRange(date(2026, 11, 24), date(2026, 11, 24))),))
    desk.store.fill(lambda books: books.clients.save(away))
    desk.presenter.load()
    desk.presenter.show_people(by_person=True)
    rows = desk.presenter.rows
    assert [row.title for row in rows] == ["Aalto, Liisa", "Berg, Emil", "Öhman, Ida"]
    assert rows[0].detail == "1\u00a0työvuoro neljässä viikossa"
    assert rows[1].away == ("", "Poissa", "", "", "")


def test_the_weekend_is_shown_when_somebody_works_then() -> None:
    desk = Desk(make.shift(job=JOB.id, day=date(2026, 11, 28)))
    assert len(desk.presenter.days) == 6
    assert day_title(date(2026, 12, 6), CatalogueTexts("fi")).endswith("pyhä")


def test_weeks_go_over_the_turn_of_the_year(desk: Desk) -> None:
    desk.presenter.go_to(date(2027, 1, 1))
    assert desk.presenter.title == "Viikko 53: 28.12.–3.1.2027"
    assert desk.presenter.rows == ()


def test_warnings_come_at_once_and_never_block(desk: Desk) -> None:
    away = replace(EMIL, absences=(Absence(days=DateRange(make.TODAY, make.TODAY)),))
    desk.store.fill(lambda books: books.clients.save(away))
    desk.presenter.load()
    desk.presenter.open(MONDAY.id)
    people = desk.presenter.people
    people.others.select(EMIL.id)
    assert [row.id for row in people.others.rows] == [OHMAN.id, EMIL.id]
    assert people.chosen_words == "Emil on poissa 23.11.2026: muu poissaolo."
    people.others.open()
    assert desk.on() == {LIISA.id, EMIL.id}
    card = desk.presenter.shift_card
    assert card
    assert card.tone is Tone.ATTENTION
    assert [chip.tone for chip in card.chips] == [Tone.NONE, Tone.ATTENTION]
    assert [shift for shift, _ in desk.presenter.warnings] == [MONDAY.id, WEDNESDAY.id]
    assert [words for _, words in desk.presenter.warnings] == [
        "ma 8.00–12.00: Emil on poissa 23.11.2026: muu poissaolo.",
        "ke 8.00–12.00: Ryhmä on liian pieni: työvuorossa 0, tarvitaan 1.",
    ]


def test_the_limit_of_a_month_looks_at_the_whole_month(desk: Desk) -> None:
    early = make.shift(job=JOB.id, day=date(2026, 11, 3), most=3)
    wishes = RotaWishes(id=RotaWishesId(ids.new()), unit=make.UNIT, client=LIISA.id, monthly_days=1)

    def fill(books: Books) -> None:
        books.shifts.add(early)
        books.rota.wishes.add(wishes)

    desk.store.fill(fill)
    desk.presenter.go_to(early.day)
    desk.presenter.open(early.id)
    desk.presenter.people.others.select(LIISA.id)
    words = desk.presenter.people.chosen_words
    assert words == "Liisa olisi töissä 2 päivänä kuukaudessa, enimmäismäärä on 1."


def test_candidates_with_the_fewest_shifts_come_first_and_are_filtered(desk: Desk) -> None:
    desk.presenter.open(WEDNESDAY.id)
    others = desk.presenter.people.others
    assert [(row.cells["client"], row.cells["shifts"]) for row in others.rows] == [
        ("Berg, Emil", 0),
        ("Öhman, Ida", 0),
        ("Aalto, Liisa", 1),
    ]
    others.set_filter("öh")
    assert [row.cells["client"] for row in others.visible] == ["Öhman, Ida"]


def test_nobody_out_of_sight_is_put_on_and_the_next_one_is_looked_for_anew(desk: Desk) -> None:
    desk.presenter.open(MONDAY.id)
    people = desk.presenter.people
    people.others.select(EMIL.id)
    people.others.set_filter("zzz")
    assert (people.chosen, people.chosen_words) == (None, "")
    people.put_chosen()
    assert desk.on() == {LIISA.id}
    people.others.set_filter("berg")
    people.put_chosen()
    assert desk.on() == {LIISA.id, EMIL.id}
    assert (people.others.filter, people.others.selected) == ("", None)
    people.others.set_filter("öhm")
    desk.presenter.open(WEDNESDAY.id)
    assert people.others.filter == ""


def test_two_who_should_not_be_together_are_told_of_once(desk: Desk) -> None:
    desk.store.fill(lambda books: books.clients.save(replace(EMIL, never_with=frozenset({LIISA.id}))))
    desk.store.fill(lambda books: books.assignments.add(make.assignment(MONDAY, EMIL)))
    desk.presenter.load()
    words = [said for shift, said in desk.presenter.warnings if shift == MONDAY.id]
    assert [said for said in words if "samassa työvuorossa" in said] == words
    assert len(words) == 1
    card = desk.presenter.rows[0].cells[0][0]
    assert [chip.tone for chip in card.chips] == [Tone.ATTENTION, Tone.ATTENTION]


def test_a_client_has_only_what_is_theirs_to_look_at_in_their_own_row(desk: Desk) -> None:
    away = replace(EMIL, absences=(Absence(days=DateRange(make.TODAY, make.TODAY)),))
    desk.store.fill(lambda books: books.clients.save(away))
    desk.store.fill(lambda books: books.assignments.add(make.assignment(MONDAY, EMIL)))
    desk.presenter.load()
    desk.presenter.show_people(by_person=True)
    liisa, emil, _ = desk.presenter.rows
    assert liisa.cells[0][0].warnings == ()
    assert [said.partition(" ")[0] for said in emil.cells[0][0].warnings] == ["Emil"]


def test_the_same_client_twice_is_the_one_thing_refused(desk: Desk) -> None:
    desk.presenter.open(MONDAY.id)
    desk.presenter.put_on(LIISA.id)
    assert "Aalto, Liisa" in desk.notice


def test_a_person_is_moved_by_keys_as_by_dragging_and_undone_by_name(desk: Desk) -> None:
    desk.presenter.pick_up(LIISA.id, MONDAY.id)
    assert "Enter" in desk.notice
    desk.presenter.put_down(WEDNESDAY.id)
    assert (desk.on(), desk.on(WEDNESDAY)) == (set(), {LIISA.id})
    assert desk.door.undo_stack.undo_name == "moved to another shift"
    desk.door.undo()
    assert desk.on() == {LIISA.id}


def test_a_person_in_hand_is_let_go_or_put_back(desk: Desk) -> None:
    desk.presenter.pick_up(LIISA.id, MONDAY.id)
    assert desk.presenter.let_go()
    assert not desk.presenter.let_go()
    desk.presenter.pick_up(LIISA.id, MONDAY.id)
    desk.presenter.put_down(MONDAY.id)
    desk.presenter.put_down(WEDNESDAY.id)
    desk.presenter.pick_up(EMIL.id, None)
    desk.presenter.put_down(MONDAY.id)
    assert desk.on() == {LIISA.id, EMIL.id}


def test_putting_down_where_the_person_is_already_says_so_and_changes_nothing(desk: Desk) -> None:
    desk.presenter.pick_up(LIISA.id, None)
    desk.presenter.put_down(MONDAY.id)
    assert desk.notice == "Liisa on jo tässä työvuorossa."
    assert desk.on() == {LIISA.id}
    assert desk.presenter.held is None


def test_taken_off(desk: Desk) -> None:
    desk.presenter.open(MONDAY.id)
    people = desk.presenter.people
    people.take_off()
    people.on.select(LIISA.id)
    people.take_off()
    assert desk.on() == set()


def test_new_shifts_tell_how_many_before_they_are_made(desk: Desk) -> None:
    forms = desk.presenter.forms
    forms.start_new()
    assert desk.presenter.card is Card.NEW
    forms.new.type("first", "30.11.2026")
    forms.new.type("last", "11.12.2026")
    lines = {line.label: line.value for line in forms.new.summary_lines()}
    assert (lines["Tehdään"], lines["Työtä vuorossa"]) == ("10\u00a0työvuoroa", "3\u00a0t 45\u00a0min")
    forms.new.type("except_days", "2.12., 7.12.")
    forms.save_new()
    assert desk.notice == "8\u00a0työvuoroa tehtiin."
    assert desk.presenter.monday == date(2026, 11, 30)
    desk.door.undo()
    desk.presenter.load()
    assert desk.presenter.rows == ()


@pytest.mark.parametrize("first", ["5.10.2026", "7.12.2026"])
def test_shifts_of_another_week_are_shown_once_made(desk: Desk, first: str) -> None:
    forms = desk.presenter.forms
    forms.start_new()
    forms.new.pick("job", JOB.id)
    forms.new.type("first", first)
    forms.new.type("last", first)
    forms.save_new()
    assert f"{first}"[:-4] in desk.presenter.title
    assert len(desk.presenter.rows) == 1


def test_what_is_wrong_with_new_shifts_stands_beside_the_fields(desk: Desk) -> None:
    forms = desk.presenter.forms
    forms.start_new()
    forms.new.type("end", "8")
    forms.new.type("most", "0")
    forms.save_new()
    assert set(forms.new.errors) == {"end", "most"}
    forms.new.type("end", "12")
    forms.new.type("most", "5")
    forms.new.type("last", "1.1.2020")
    forms.save_new()
    assert set(forms.new.errors) == {"last"}
    forms.new.type("last", "30.12.2026")
    forms.new.type("except_days", "joulu")
    forms.save_new()
    assert set(forms.new.errors) == {"except_days"}
    assert desk.presenter.card is Card.NEW


def test_a_form_that_is_half_written_is_asked_about_before_it_goes(desk: Desk) -> None:
    desk.presenter.open(MONDAY.id)
    forms = desk.presenter.forms
    forms.start_change()
    assert not desk.presenter.holds_text
    forms.change.type("place", "Takapiha")
    assert desk.presenter.holds_text
    forms.save_change()
    assert not desk.presenter.holds_text


def test_choosing_a_job_brings_its_coach_place_and_group(desk: Desk) -> None:
    other = make.job(number=2, name="Pihatyö", place="Rantatie 1", least=2, most=4, state=JobState.ORDERED)
    desk.store.fill(lambda books: books.jobs.add(other))
    desk.presenter.load()
    forms = desk.presenter.forms
    forms.start_new()
    forms.new.pick("weekdays", (1,))
    forms.new.type("start", "9")
    forms.new.pick("job", other.id)
    typed = [forms.new.typed[name] for name in ("place", "most", "start")]
    assert typed == ["Rantatie 1", "4", "9"]
    assert forms.new.picked["weekdays"] == (1,)
    assert forms.new.picked["phase"] == other.phases[0].id


def test_a_shift_is_changed_and_what_is_refused_stays_typed(desk: Desk) -> None:
    desk.presenter.open(MONDAY.id)
    forms = desk.presenter.forms
    forms.start_change()
    forms.change.type("end", "8.00")
    forms.save_change()
    assert forms.change.errors["end"]
    forms.change.type("end", "13")
    forms.change.type("needs", "Hygieniapassi, ")
    forms.save_change()
    assert desk.presenter.card is Card.SHIFT
    changed = desk.shift()
    assert (changed.end, changed.needs) == (time(13), frozenset({"Hygieniapassi"}))


def test_a_shift_is_cancelled_with_a_reason_shown_and_restored(desk: Desk) -> None:
    desk.presenter.open(MONDAY.id)
    forms = desk.presenter.forms
    forms.start_cancel()
    forms.save_cancel()
    assert forms.reason.errors["reason"]
    forms.reason.type("reason", "Tilaajan remontti")
    forms.save_cancel()
    card = desk.presenter.shift_card
    assert card
    assert (card.cancelled, card.free) == ("Peruttu: Tilaajan remontti", 0)
    assert desk.presenter.is_cancelled
    desk.presenter.restore()
    assert desk.shift().state is ShiftState.PLANNED


def test_a_shift_is_removed_unless_work_was_recorded() -> None:
    desk = Desk(make.entry(shift=WEDNESDAY.id, job=JOB.id, client=LIISA.id))
    desk.presenter.open(MONDAY.id)
    desk.presenter.remove()
    assert desk.presenter.card is Card.NONE
    desk.presenter.open(WEDNESDAY.id)
    desk.presenter.remove()
    assert desk.notice
    desk.door.undo()
    assert desk.on() == {LIISA.id}


def test_a_week_is_copied_and_shown(desk: Desk) -> None:
    desk.presenter.forms.copy_to_next()
    assert desk.notice == "2\u00a0työvuoroa kopioitiin edelliseltä viikolta."
    assert desk.presenter.monday == date(2026, 11, 30)
    assert [chip.name for chip in desk.presenter.rows[0].cells[0][0].chips] == ["Liisa"]


def test_fairness_is_told_in_figures(desk: Desk) -> None:
    assert [(bar.name, bar.shifts, bar.part) for bar in desk.presenter.bars] == [
        ("Emil", 0, 0),
        ("Ida", 0, 0),
        ("Liisa", 1, 100),
    ]
    assert desk.presenter.bars[2].detail == (
        "Aalto, Liisa: 1\u00a0työvuoro neljässä viikossa, 3\u00a0t 45\u00a0min, eri urakoita 1"
    )


def test_the_board_is_filtered_by_people_coaches_and_jobs(desk: Desk) -> None:
    for words, number in (("liisa", 1), ("maija", 1), ("hylly", 1), ("piha", 0), ("", 1)):
        desk.presenter.set_filter(words)
        assert len(desk.presenter.rows) == number, words


def test_a_large_board_shows_its_rows_page_by_page() -> None:
    jobs = [make.job(number=at, name=f"Urakka {at:02}") for at in range(2, 32)]
    desk = Desk(*(make.shift(job=job.id, coach=None) for job in jobs))
    with desk.store.open_books() as books:
        for job in jobs:
            books.jobs.add(job)
        books.commit()
    desk.presenter.load()
    assert len(desk.presenter.rows) == 25
    assert desk.presenter.page_words == "Rivit 1–25, kaikkiaan 31"
    assert not desk.presenter.turn_page(-1)
    assert desk.presenter.turn_page(1)
    assert [row.title for row in desk.presenter.rows][-1] == "Urakka 31"
    assert desk.presenter.page_words == "Rivit 26–31, kaikkiaan 31"
    assert not desk.presenter.turn_page(1)
    desk.presenter.open(desk.presenter.passing[0].cells[0][0].shift)
    assert len(desk.presenter.rows) == 25
    desk.presenter.set_filter("urakka 07")
    assert [row.title for row in desk.presenter.rows] == ["Urakka 07"]


def test_a_link_leads_to_a_shift_in_its_week(desk: Desk) -> None:
    desk.presenter.go_to(date(2026, 12, 24))
    desk.presenter.go_to_shift(WEDNESDAY.id)
    assert (desk.presenter.monday, desk.presenter.shift_id) == (date(2026, 11, 23), WEDNESDAY.id)


def test_who_may_not_plan_moves_nobody() -> None:
    desk = Desk(roles=(Role.CLERK,))
    assert not desk.presenter.can_plan
    desk.presenter.pick_up(LIISA.id, MONDAY.id)
    assert desk.presenter.held is None


def test_every_warning_has_its_sentence() -> None:
    assert set(SENTENCES) == set(WarningCode)
