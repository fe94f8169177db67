from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.act import Done
from subcontract.clock import FixedClock, standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId
from subcontract.jobs.job import JobState, SplitRule
from subcontract.money import Money
from subcontract.people.client import Absence, AbsenceKind
from subcontract.problems import Refused
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.base import ActionFunction
from ui.presenters.direct import DirectDoor
from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

NAMES = (
    "Aalto Liisa",
    "Berg Emil",
    "Heino Sari",
    "Koski Olli",
    "Lahti Anu",
    "Mäki Timo",
    "Niemi Eeva",
    "Öhman Ida",
)
CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, state=JobState.RUNNING)
SHIFT = make.shift(job=JOB.id, phase=JOB.phases[0].id)
GROUP = tuple(
    make.client(number=at, last_name=name.split()[0], first_name=name.split()[1])
    for at, name in enumerate(NAMES)
)


def world(*more: Callable[[Any], object]) -> MemoryStore:
    store = make.store()
    with store.open_books() as books:
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        books.shifts.add(SHIFT)
        for client in GROUP:
            books.clients.add(client)
            books.assignments.add(make.assignment(SHIFT, client))
        for write in more:
            write(books)
        books.commit()
    return store


class LateDoor(DirectDoor):
    """A door whose answers come only when asked to, as from another thread."""

    def __init__(self, store: MemoryStore, clock: FixedClock) -> None:
        super().__init__(store.open_books, store.open_lists, clock, make.worker())
        self.waiting: deque[Callable[[], None]] = deque()
        self.late = False

    def act(
        self,
        action: ActionFunction,
        ask: object,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        if self.late:
            self.waiting.append(lambda: super(LateDoor, self).act(action, ask, done, refused))
        else:
            super().act(action, ask, done, refused)

    def answer(self) -> None:
        while self.waiting:
            self.waiting.popleft()()


class Desk:
    """A coach at the grid: what is typed and what is seen."""

    def __init__(self, store: MemoryStore, day: date = make.TODAY) -> None:
        self.store = store
        self.door = LateDoor(store, standing_at(day, 12))
        self.presenter = RecordingPresenter(self.door, CatalogueTexts("fi"))
        self.presenter.load()

    def id(self, who: int) -> ClientId:
        return GROUP[who].id

    def type(self, who: int, column: str, text: str) -> None:
        self.presenter.table.edit(self.id(who), column, text)

    def key(self, who: int, letter: str) -> bool:
        return self.presenter.typing.mark_by_key(self.id(who), letter)

    def cell(self, who: int, column: str) -> str:
        table = self.presenter.table
        row = table.row(self.id(who))
        assert row
        return table.text(row, next(c for c in table.columns if c.key == column))

    def problem(self, who: int, column: str) -> str:
        row = self.presenter.table.row(self.id(who))
        assert row
        return row.problems.get(column, "")

    def entries(self) -> tuple[WorkEntry, ...]:
        with self.store.open_lists() as lists:
            return in_force(lists.entries.all())

    def of(self, who: int) -> WorkEntry:
        return next(e for e in self.entries() if e.client == self.id(who))

    @property
    def notice(self) -> str:
        return self.presenter.notice.text if self.presenter.notice else ""


@pytest.fixture
def desk() -> Desk:
    return Desk(world())


def test_the_plan_is_shown_quietly_until_it_is_confirmed(desk: Desk) -> None:
    assert desk.cell(0, "client") == "Aalto, Liisa"
    assert (desk.cell(0, "state"), desk.cell(0, "start"), desk.cell(0, "end")) == (
        "Suunniteltu",
        "8.00",
        "12.00",
    )
    assert desk.presenter.data.counts(SHIFT) == (0, 8)
    assert desk.entries() == ()


def test_one_key_records_everybody_and_undo_takes_it_back(desk: Desk) -> None:
    desk.presenter.record_all()
    assert desk.presenter.data.counts(SHIFT) == (8, 8)
    assert desk.presenter.saved == "Tallennettu klo\u00a012.00 tälle koneelle"
    assert desk.cell(7, "minutes") == "3\u00a0t 45\u00a0min"
    assert desk.presenter.table.totals()["minutes"] == "30\u00a0t"
    assert desk.presenter.group.form.typed["coaching"] == "4:00"
    assert desk.door.undo()
    assert desk.entries() == ()


def test_a_letter_says_sick_away_and_at_work(desk: Desk) -> None:
    desk.presenter.record_all()
    assert desk.key(2, "s")
    assert (desk.cell(2, "state"), desk.cell(2, "minutes")) == ("Sairas", "–")
    assert desk.key(2, "T")
    assert (desk.cell(2, "state"), desk.cell(2, "minutes")) == ("Töissä", "3\u00a0t 45\u00a0min")
    assert desk.key(1, "p")
    assert desk.of(1).attendance is Attendance.AWAY
    assert not desk.key(1, "x")
    assert (
        desk.presenter.typing.key_words
        == "T töissä · S sairas · P poissa · K korvaaja tuli · Enter avaa rivin"
    )


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("end", "1130", "minutes", 195),
        ("end", "11.30", "end", time(11, 30)),
        ("start", "klo 9", "minutes", 165),
        ("break", "30", "minutes", 210),
        ("break", "", "minutes", 240),
        ("minutes", "2,5", "end", time(10, 45)),
        ("minutes", "150 min", "minutes", 150),
        ("pieces", "96", "pieces", 96),
    ],
)
def test_an_exception_is_typed_in_one_cell(
    desk: Desk, column: str, text: str, field: str, value: object
) -> None:
    desk.presenter.record_all()
    desk.type(1, column, text)
    assert getattr(desk.of(1), field) == value
    assert not desk.presenter.drafts


def test_typing_on_a_planned_row_records_that_row_alone(desk: Desk) -> None:
    desk.type(1, "end", "11")
    assert [e.client for e in desk.entries()] == [desk.id(1)]
    assert desk.of(1).minutes == 165


def test_what_cannot_be_read_stays_in_its_cell_with_the_reason(desk: Desk) -> None:
    desk.type(1, "end", "puoli kaksitoista")
    assert desk.cell(1, "end") == "puoli kaksitoista"
    assert "8.30" in desk.problem(1, "end")
    assert desk.entries() == ()
    desk.type(1, "start", "9")
    assert desk.entries() == ()
    desk.type(1, "end", "12")
    assert (desk.of(1).start, desk.of(1).minutes) == (time(9), 165)


def test_what_is_refused_stays_too_and_survives_a_visit_to_another_day(desk: Desk) -> None:
    desk.type(1, "end", "8")
    assert desk.problem(1, "end")
    desk.presenter.step(-1)
    assert desk.presenter.table.rows == ()
    desk.presenter.step(1)
    assert (desk.cell(1, "end"), bool(desk.problem(1, "end"))) == ("8.00", True)
    desk.type(1, "end", "12")
    assert desk.of(1).minutes == 225


def test_a_sick_row_typed_into_is_at_work_again(desk: Desk) -> None:
    desk.key(0, "s")
    desk.type(0, "minutes", "2")
    assert (desk.of(0).attendance, desk.of(0).minutes) == (Attendance.PRESENT, 120)


def test_the_same_again_makes_no_entry(desk: Desk) -> None:
    desk.presenter.record_all()
    with desk.store.open_lists() as lists:
        before = len(lists.entries.all())
    desk.type(0, "end", "12.00")
    desk.key(0, "t")
    with desk.store.open_lists() as lists:
        assert len(lists.entries.all()) == before
    assert not desk.presenter.drafts


def test_fast_typing_before_any_answer_loses_nothing(desk: Desk) -> None:
    desk.door.late = True
    desk.presenter.record_all()
    desk.type(1, "end", "11")
    desk.type(1, "pieces", "50")
    desk.key(2, "s")
    desk.type(1, "pieces", "51")
    desk.presenter.step(-1)
    desk.door.answer()
    assert (desk.of(1).end, desk.of(1).pieces) == (time(11), 51)
    assert desk.of(2).attendance is Attendance.SICK
    assert len(desk.entries()) == 9
    assert not desk.presenter.drafts


def test_the_groups_result_is_shared_and_shown_in_the_rows(desk: Desk) -> None:
    desk.presenter.record_all()
    desk.key(2, "s")
    form = desk.presenter.group.form
    form.type("pieces", "412")
    desk.presenter.group.left("pieces")
    assert [desk.cell(at, "pieces") for at in (0, 2, 6)] == ["59", "–", "59"]
    assert desk.presenter.table.totals()["pieces"] == "412"
    form.pick("split", SplitRule.EQUAL)
    form.type("rejects", "3")
    desk.presenter.group.left("rejects")
    result = next(e for e in desk.entries() if e.kind is EntryKind.GROUP_RESULT)
    assert (result.pieces, result.rejects, result.split) == (412, 3, SplitRule.EQUAL)
    form.type("pieces", "")
    form.type("rejects", "")
    desk.presenter.group.left("pieces")
    assert not any(e.kind is EntryKind.GROUP_RESULT for e in desk.entries())


def test_coachs_hours_are_typed_as_any_hours(desk: Desk) -> None:
    group = desk.presenter.group
    group.form.type("coaching", "4,5")
    group.left("coaching")
    coaching = next(e for e in desk.entries() if e.kind is EntryKind.COACHING)
    assert (coaching.minutes, coaching.staff, coaching.end) == (270, make.MANAGER, time(12, 30))
    group.form.type("coaching", "4")
    group.left("coaching")
    group.form.type("coaching", "")
    group.left("coaching")
    assert not desk.entries()


def test_a_field_being_typed_survives_the_saving_of_a_row(desk: Desk) -> None:
    group = desk.presenter.group
    group.form.type("pieces", "41")
    desk.key(0, "s")
    assert group.form.typed["pieces"] == "41"


def test_material_is_recorded_summed_and_taken_back(desk: Desk) -> None:
    group = desk.presenter.group
    group.add_material()
    assert set(group.material.errors) == {"material", "quantity", "unit_price"}
    for name, text in (("material", "Pakkausteippi"), ("quantity", "2,5"), ("unit_price", "3,20")):
        group.material.type(name, text)
    group.add_material()
    (row,) = group.materials.rows
    assert row.cells == {"material": "Pakkausteippi", "quantity": Decimal("2.5"), "sum": Money("8.00")}
    assert group.material.typed["material"] == ""
    group.take_back_material(row.id)
    assert group.materials.rows == ()


def test_somebody_who_was_not_planned_is_added() -> None:
    extra = make.client(number=20, last_name="Aho", first_name="Veli")
    desk = Desk(world(lambda books: books.clients.add(extra)))
    group = desk.presenter.group
    assert [choice.label for choice in group.extra.specs["client"].choices] == ["Aho, Veli"]
    group.extra.pick("client", extra.id)
    group.add_client()
    assert desk.presenter.data.counts(SHIFT) == (1, 9)


def test_the_day_is_not_complete_before_everybody_has_an_entry(desk: Desk) -> None:
    desk.type(0, "end", "12")
    desk.presenter.complete()
    assert "Berg, Emil" in desk.notice
    assert desk.presenter.table.selected == desk.id(1)
    desk.presenter.record_all()
    desk.presenter.complete()
    assert desk.presenter.is_complete
    assert not desk.presenter.can_record


def test_a_complete_day_is_corrected_with_a_reason_and_its_history_is_seen(desk: Desk) -> None:
    desk.presenter.record_all()
    desk.presenter.complete()
    desk.type(1, "end", "11")
    assert "Enter" in desk.notice
    assert desk.of(1).minutes == 225
    desk.presenter.table.open(desk.id(1))
    card = desk.presenter.card
    assert "reason" not in card.form.hidden
    card.form.type("end", "11")
    card.save()
    assert card.form.errors["reason"]
    card.form.type("reason", "Lähti aiemmin")
    card.save()
    assert desk.of(1).minutes == 165
    assert len(card.history) == 2
    assert card.history[0].endswith("Syy: Lähti aiemmin")
    assert "Maija Koivu" in card.history[0]


def test_a_day_is_opened_again_until_its_month_is_complete(desk: Desk) -> None:
    desk.presenter.record_all()
    desk.presenter.complete()
    desk.presenter.reopen()
    assert desk.presenter.can_record


def test_the_card_tells_the_same_and_hides_times_of_who_was_away(desk: Desk) -> None:
    desk.type(1, "end", "kello kaksi")
    desk.presenter.open_row(desk.id(1))
    card = desk.presenter.card
    card.form.pick("attendance", Attendance.AWAY)
    assert {"start", "end", "minutes", "pieces"} <= card.form.hidden
    card.save()
    assert desk.of(1).attendance is Attendance.AWAY
    card.take_back()
    assert desk.presenter.data.counts(SHIFT)[0] == 0


def test_a_time_that_comes_twice_is_asked_in_the_card() -> None:
    night = replace(SHIFT, day=date(2026, 10, 25), start=time(1), end=time(8), break_minutes=0)
    store = world()
    with store.open_books() as books:
        books.shifts.save(night)
        for person in books.assignments.all():
            books.assignments.save(replace(person, day=night.day))
        books.commit()
    desk = Desk(store, night.day)
    desk.type(0, "end", "3.30")
    assert "kahdesti" in desk.problem(0, "end")
    desk.presenter.open_row(desk.id(0))
    card = desk.presenter.card
    card.save()
    assert "end_second" not in card.form.hidden
    card.form.pick("end_second", False)
    card.save()
    assert desk.of(0).minutes == 150
    card.form.pick("end_second", True)
    card.save()
    assert desk.of(0).minutes == 210


def test_who_is_elsewhere_is_told_after_everybody_was_recorded() -> None:
    elsewhere = make.entry(client=GROUP[0].id, job=JOB.id, start=time(11), end=time(13))
    desk = Desk(world(lambda books: books.entries.add(elsewhere)))
    desk.presenter.record_all()
    assert desk.presenter.data.counts(SHIFT) == (7, 8)
    assert "Aalto, Liisa" in desk.notice
    assert "11.00–13.00" in desk.notice


def test_known_absences_are_planned_as_such() -> None:
    sick = Absence(days=DateRange(make.TODAY, make.TODAY), kind=AbsenceKind.SICK)
    desk = Desk(world(lambda books: books.clients.save(replace(GROUP[0], absences=(sick,)))))
    assert desk.cell(0, "state") == "Suunniteltu: Sairas"


def test_ones_own_open_shift_comes_first_and_shifts_are_stepped() -> None:
    early = make.shift(job=JOB.id, start=time(6), end=time(7), coach=None)
    desk = Desk(world(lambda books: books.shifts.add(early)))
    assert desk.presenter.shift_id == SHIFT.id
    desk.presenter.step_shift(1)
    assert desk.presenter.shift_id == early.id
    desk.presenter.step_shift(1)
    assert desk.presenter.shift_id == SHIFT.id


def test_a_day_is_typed_as_people_say_it(desk: Desk) -> None:
    assert desk.presenter.type_day("eilen")
    assert desk.presenter.day == date(2026, 11, 22)
    assert not desk.presenter.type_day("joskus")
    assert desk.notice


def test_a_phase_by_the_hour_asks_for_no_pieces() -> None:
    bare = make.shift(job=JOB.id, phase=None, start=time(13), end=time(14))
    desk = Desk(world(lambda books: books.shifts.add(bare)))
    assert desk.presenter.data.counts_pieces(bare)


def test_the_states_of_rows_have_word_tone_and_icon(desk: Desk) -> None:
    row = desk.presenter.table.row(desk.id(0))
    assert row
    state = row.cells["state"]
    assert isinstance(state, State)
    assert state.text
    assert state.shown_icon
