"""Odd weeks on the board and at recording: nights of the clocks, nothing at all, the end of a permit."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from subcontract.actions.rotation_facts import rotation_question
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import EntryKind
from subcontract.hours.in_force import in_force
from subcontract.jobs.job import JobState
from subcontract.people.client import Availability, HalfDay, Permit
from subcontract.rota.calendar import week_of
from subcontract.rota.rotation.proposing.propose import propose
from subcontract.rota.times import planned_minutes
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.rota.reality import RealityPresenter
from ui.presenters.rota.rota import RotaPresenter
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
PHASE = make.phase()
JOB = make.job(number=1, customer=CUSTOMER.id, name="Leipomo", state=JobState.RUNNING, phases=(PHASE,))
ALWAYS = Availability(half_days=frozenset((day, half) for day in range(7) for half in HalfDay))
LIISA = make.client(number=1, availability=ALWAYS)


class Site:
    """Some shifts with Liisa on them, seen on a day."""

    def __init__(self, today: date, *shifts: Any, client: Any = LIISA) -> None:
        self.store: MemoryStore = make.store()
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            books.jobs.add(JOB)
            if client is not None:
                books.clients.add(client)
            for shift in shifts:
                books.shifts.add(shift)
                if client is not None:
                    books.assignments.add(make.assignment(shift, client))
            books.commit()
        clock = standing_at(today, 15)
        self.door = DirectDoor(self.store.open_books, self.store.open_lists, clock, make.worker())
        self.today = today

    def board(self) -> RotaPresenter:
        presenter = RotaPresenter(self.door, CatalogueTexts("fi"))
        presenter.load()
        return presenter

    def recording(self) -> RecordingPresenter:
        presenter = RecordingPresenter(self.door, CatalogueTexts("fi"))
        presenter.load()
        return presenter

    def reality(self) -> RealityPresenter:
        presenter = RealityPresenter(self.door, CatalogueTexts("fi"), lambda *_: None)
        presenter.load()
        return presenter

    def proposed(self, days: DateRange) -> int:
        with self.store.open_books() as books:
            return len(propose(rotation_question(books, make.UNIT, days, days.first)).pairs)


def night(day: date, end: time = time(6)) -> Any:
    return make.shift(
        job=JOB.id, phase=PHASE.id, day=day, start=time(22), end=end, break_minutes=30, place="Leipomo"
    )


NIGHTS = [
    (date(2026, 10, 24), 9 * 60 - 30),  # the clocks are moved back on the 25th
    (date(2027, 3, 27), 7 * 60 - 30),  # and forward on the 28th
    (date(2026, 11, 21), 8 * 60 - 30),
]


@pytest.mark.parametrize(("day", "minutes"), NIGHTS)
def test_a_night_has_its_real_length_everywhere(day: date, minutes: int) -> None:
    shift = night(day)
    site = Site(day + timedelta(days=1), shift)
    assert planned_minutes(shift) == minutes
    recording = site.recording()
    recording.go_to(day)
    recording.record_all()
    with site.store.open_lists() as lists:
        entries = {entry.kind: entry for entry in in_force(lists.entries.all())}
    assert entries[EntryKind.WORK].minutes == minutes
    assert entries[EntryKind.COACHING].minutes == minutes + 30
    assert entries[EntryKind.WORK].day == day
    reality = site.reality()
    assert (reality.figures.planned_minutes, reality.figures.worked_minutes) == (minutes, minutes)
    assert reality.tables[reality.view].visible == ()
    recording.go_to(day + timedelta(days=1))
    assert recording.shift is None


@pytest.mark.parametrize(("day", "minutes"), NIGHTS)
def test_a_night_stands_on_the_board_on_the_day_on_which_it_begins(day: date, minutes: int) -> None:
    site = Site(day, night(day))
    board = site.board()
    (row,) = board.rows
    (at,) = [at for at, cell in enumerate(row.cells) if cell]
    assert board.days[at] == day
    (card,) = row.cells[at]
    assert card.times.startswith("22.00–6.00")


def test_an_end_that_comes_twice_is_asked_for_and_nothing_is_guessed() -> None:
    day = date(2026, 10, 24)
    site = Site(day + timedelta(days=1), night(day, end=time(3, 30)))
    recording = site.recording()
    recording.go_to(day)
    recording.record_all()
    assert recording.notice is not None
    assert "kahdesti" in recording.notice.text
    row = recording.table.rows[0]
    recording.open_row(row.id)
    recording.card.form.pick("end_second", value=False)
    recording.card.form.hidden.discard("end_second")
    recording.card.save()
    with site.store.open_lists() as lists:
        (entry,) = [e for e in in_force(lists.entries.all()) if e.kind is EntryKind.WORK]
    assert entry.minutes == 5 * 60 + 30 - 30


def test_a_week_without_shifts_is_empty_and_said_so() -> None:
    site = Site(make.TODAY)
    assert site.board().is_empty
    assert site.proposed(week_of(make.TODAY)) == 0
    reality = site.reality()
    assert reality.held_words == "Näistä päivistä ei vielä tiedetä mitään."
    assert reality.csv().decode("utf-8-sig").count("\n") == 1
    recording = site.recording()
    assert recording.shift is None
    assert not recording.can_record_all


def test_without_clients_there_are_holes_and_no_failure() -> None:
    shift = make.shift(job=JOB.id, phase=PHASE.id, least=2)
    site = Site(make.TODAY, shift, client=None)
    board = site.board()
    assert board.rows[0].cells[0][0].free > 0
    assert site.proposed(week_of(make.TODAY)) == 0
    recording = site.recording()
    assert recording.lines == ()
    assert recording.away.words == ""
    assert site.reality().read is not None
    assert site.reality().read.places == ()  # type: ignore[union-attr]


def test_a_permit_that_ends_in_mid_week_is_told_of_the_right_days_only() -> None:
    """Valid to Wednesday: Wednesday's day shift is right, its night is not, and no later shift is."""
    monday = make.TODAY
    card = Permit(name="Hygieniapassi", valid_to=monday + timedelta(days=2))
    client = make.client(number=1, availability=ALWAYS, permits=(card,), weekly_days=7, weekly_minutes=9000)
    needs = frozenset({"Hygieniapassi"})
    days = [
        make.shift(job=JOB.id, day=monday + timedelta(days=at), needs=needs, end=time(10), break_minutes=0)
        for at in range(5)
    ]
    evening = make.shift(job=JOB.id, day=monday + timedelta(days=2), start=time(23), end=time(2), needs=needs)
    board = Site(monday, *days, evening, client=client).board()
    (row,) = board.rows
    wrong = [
        (at, card.times)
        for at, cell in enumerate(row.cells)
        for card in cell
        for chip in card.chips
        if any("hygieniapassi" in words.casefold() for words in chip.warnings)
    ]
    assert [(at, times[:5]) for at, times in wrong] == [(2, "23.00"), (3, "8.00–"), (4, "8.00–")]
