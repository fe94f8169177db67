from datetime import date

import pytest

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.hours.gaps import GapCode
from subcontract.ids import StaffId
from subcontract.people.staff import Role
from tests import make
from ui.presenters.direct import DirectDoor
from ui.presenters.recording.month import WORDS, MonthPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

JOB = make.job(number=1, name="Hyllytys")
SHIFT = make.shift(job=JOB.id)
LIISA = make.client(number=1)


def presenter(*roles: Role, day: date = date(2026, 11, 30)) -> MonthPresenter:
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        books.clients.add(LIISA)
        books.shifts.add(SHIFT)
        books.assignments.add(make.assignment(SHIFT, LIISA))
        books.entries.add(make.entry(job=JOB.id, client=LIISA.id))
        books.commit()
    door = DirectDoor(store.open_books, store.open_lists, standing_at(day), make.worker(*roles))
    made = MonthPresenter(door, CatalogueTexts("fi"))
    made.load()
    return made


@pytest.fixture
def month() -> MonthPresenter:
    return presenter()


def test_gaps_are_told_by_day_with_where_they_are(month: MonthPresenter) -> None:
    table = month.table
    assert [[table.text(row, column) for column in table.columns] for row in table.rows] == [
        ["23.11.2026", "Kirjattu ilman työvuoroa", "Aalto, Liisa", "Hyllytys", "–"],
        ["23.11.2026", "Ei mitään kirjattu", "–", "Hyllytys", "8.00–12.00"],
    ]
    assert month.state == "2\u00a0puutetta jäljellä."
    assert month.groups == (
        ("Kirjattu ilman työvuoroa", Tone.ATTENTION, 1),
        ("Ei mitään kirjattu", Tone.WRONG, 1),
    )


def test_a_gap_leads_to_its_shift(month: MonthPresenter) -> None:
    found = [month.gap(row.id) for row in month.table.rows]
    assert [gap.shift for gap in found if gap] == [None, SHIFT.id]
    assert month.gap("?") is None


def test_the_month_is_locked_with_the_gaps_that_were_seen(month: MonthPresenter) -> None:
    assert "2\u00a0puutetta on jäljellä" in month.question
    month.complete()
    assert month.is_complete
    assert month.state.startswith("Valmis: Maija Koivu, 30.11.2026")
    assert not month.can_complete
    assert not month.can_reopen


def test_another_person_opens_it_again(month: MonthPresenter) -> None:
    month.complete()
    door = month.door
    assert isinstance(door, DirectDoor)
    door.who = make.worker(staff=StaffId(ids.new()))
    assert month.can_reopen
    month.reopen()
    assert not month.is_complete


def test_a_coach_sees_but_does_not_lock() -> None:
    assert not presenter(Role.WORK_COACH).can_complete


def test_early_in_a_month_the_month_before_is_checked_and_one_can_step(month: MonthPresenter) -> None:
    early = presenter(day=date(2026, 12, 3))
    assert early.month == Month(2026, 11)
    month.step(1)
    assert not month.can_complete
    assert month.table.rows == ()
    assert month.state.startswith("Ei puutteita")


def test_every_gap_has_its_words() -> None:
    assert set(WORDS) == set(GapCode)
