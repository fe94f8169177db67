"""Working hours and days off of coaches as they are typed; no Qt."""

from datetime import date, time
from typing import Any

import pytest

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.ids import StaffId
from subcontract.people.staff import Role
from subcontract.rota.records import StaffRoster, WorkingHours
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.settings.rosters import RostersPresenter
from ui.presenters.tables.table import Row
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts

OLLI = make.staff(id=StaffId(ids.new()), name="Olli Rinne", roles=frozenset({Role.WORK_COACH}))
GONE = make.staff(id=StaffId(ids.new()), name="Pia Saari", roles=frozenset({Role.WORK_COACH}), active=False)
CLERK = make.staff(id=StaffId(ids.new()), name="Ritva Mäkelä", roles=frozenset({Role.CLERK}))


@pytest.fixture
def store() -> MemoryStore:
    """A manager who guides too, a coach, one who has left, and a clerk."""
    made = make.store()

    def write(books: Any) -> None:
        for one in (OLLI, GONE, CLERK):
            books.staff.add(one)

    made.fill(write)
    return made


def opened(store: MemoryStore, *roles: Role) -> RostersPresenter:
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(*roles))
    made = RostersPresenter(door, CatalogueTexts("fi"))
    door.changed.append(lambda kinds: made.load() if kinds & made.depends_on else None)
    made.load()
    return made


def row(page: RostersPresenter, name: str = "Olli Rinne") -> Row:
    return next(one for one in page.table.rows if one.cells["name"] == name)


def open_olli(page: RostersPresenter) -> None:
    page.open_row(row(page).id)


def kept(store: MemoryStore) -> tuple[StaffRoster, ...]:
    with store.open_lists() as lists:
        return lists.rota.rosters.all()


def test_everybody_who_guides_is_listed_with_or_without_hours(store: MemoryStore) -> None:
    page = opened(store)
    assert [one.cells["name"] for one in page.table.rows] == ["Maija Koivu", "Olli Rinne"]
    assert {one.cells["hours"] for one in page.table.rows} == {None}


def test_hours_of_a_week_are_typed_copied_and_kept(store: MemoryStore) -> None:
    page = opened(store)
    open_olli(page)
    assert page.heading == "Olli Rinne"
    page.form.type("hours.0", "8-11, 12-16")
    assert page.form.echo("hours.0") == "7\xa0t"
    page.copy_monday()
    page.form.type("hours.4", "8-14")
    page.save()
    (roster,) = kept(store)
    assert roster.staff == OLLI.id
    assert roster.hours[:2] == (
        WorkingHours(weekday=0, start=time(8), end=time(11)),
        WorkingHours(weekday=0, start=time(12), end=time(16)),
    )
    assert len(roster.hours) == 9
    assert row(page).cells["hours"] == "ma–to 8.00–11.00, 12.00–16.00, pe 8.00–14.00"
    assert page.form.typed["hours.1"] == "8.00–11.00, 12.00–16.00"
    assert not page.holds_text
    page.save()
    assert len(kept(store)) == 1


def test_days_off_show_in_the_list(store: MemoryStore) -> None:
    page = opened(store)
    open_olli(page)
    for first, last in (("21.12.2026", "3.1.2027"), ("23.11.2026", "")):
        line = page.away.add()
        line.type("first", first)
        line.type("last", last)
    page.save()
    (roster,) = kept(store)
    today = DateRange(date(2026, 11, 23), date(2026, 11, 23))
    assert roster.away == (today, DateRange(date(2026, 12, 21), date(2027, 1, 3)))
    assert row(page).cells["away"] == State("Poissa 23.11.2026 asti", Tone.ATTENTION)
    page.away.remove(0)
    page.save()
    assert row(page).cells["away"] == State("Poissa 21.12.2026–3.1.2027", Tone.INFO)
    assert [line.typed["last"] for line in page.away.rows] == ["3.1.2027"]


def test_everything_that_is_wrong_stands_beside_its_field(store: MemoryStore) -> None:
    page = opened(store)
    open_olli(page)
    page.form.type("hours.0", "kahdeksasta neljään")
    page.form.type("hours.2", "8-25")
    page.save()
    assert set(page.form.errors) == {"hours.0", "hours.2"}
    page.form.type("hours.0", "8-12, 11-16")
    page.form.type("hours.2", "8-8")
    page.save()
    assert page.form.errors["hours.0"] == "Päivän ajat menevät päällekkäin. Tarkista kellonajat."
    assert set(page.form.errors) == {"hours.0", "hours.2"}
    page.form.type("hours.0", "8-12")
    page.form.type("hours.2", "")
    line = page.away.add()
    line.type("first", "5.12.2026")
    line.type("last", "1.12.2026")
    page.save()
    assert set(line.errors) == {"last"}
    assert kept(store) == ()
    assert page.form.typed["hours.0"] == "8-12"


def test_a_draft_waits_while_another_coach_is_open(store: MemoryStore) -> None:
    page = opened(store)
    open_olli(page)
    page.form.type("hours.0", "9-15")
    page.open_row(row(page, "Maija Koivu").id)
    assert page.form.typed["hours.0"] == ""
    assert page.unsaved.endswith("Olli Rinne")
    page.load()
    open_olli(page)
    assert page.form.typed["hours.0"] == "9-15"


def test_undo_leaves_the_coach_in_the_list(store: MemoryStore) -> None:
    page = opened(store)
    open_olli(page)
    page.form.type("hours.3", "8-16")
    page.save()
    door = page.door
    assert isinstance(door, DirectDoor)
    door.undo()
    assert kept(store) == ()
    assert row(page).cells["hours"] is None
    assert (page.heading, page.form.typed["hours.3"]) == ("Olli Rinne", "")


def test_who_does_not_plan_reads(store: MemoryStore) -> None:
    page = opened(store, Role.CLERK)
    open_olli(page)
    assert page.form.locked == set(page.form.specs)
    assert page.away.locked
    assert not page.can_save
    assert not page.can_copy
