"""The page of the plan against what happened: what it tells, what it leaves out, where it leads."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.hours.entry import Attendance
from subcontract.ids import PublicationId
from subcontract.rota.records import Publication, PublishedPlace
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.rota.reality import RealityPresenter, View
from ui.texts import CatalogueTexts

MONDAY = date(2026, 11, 16)
JOB = make.job(name="Hyllytys")
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
SARI = make.client(number=3, first_name="Sari", last_name="Heino")
SHIFT = make.shift(job=JOB.id, day=MONDAY)
NEXT = make.shift(job=JOB.id, day=MONDAY + timedelta(days=1), start=time(9), end=time(13))
AHEAD = make.shift(job=JOB.id, day=make.TODAY + timedelta(days=1))


def entry(client: Any, shift: Any = SHIFT, **fields: Any) -> Any:
    return make.entry(client=client.id, shift=shift.id, job=JOB.id, day=shift.day, **fields)


def away(client: Any, kind: Attendance) -> Any:
    return entry(client, attendance=kind, start=None, end=None, break_minutes=0, minutes=0)


def place(client: Any, shift: Any) -> PublishedPlace:
    return PublishedPlace(
        client=client.id,
        shift=shift.id,
        job=JOB.id,
        day=shift.day,
        start=shift.start,
        end=shift.end,
        place="",
        coach=None,
    )


def world(*, published: bool = True, removed: bool = False) -> MemoryStore:
    """Liisa and Sari were planned; Liisa was sick and Emil came instead; Sari's other shift is still open."""
    store = make.store()
    with store.open_books() as books:
        books.jobs.add(JOB)
        for client in (LIISA, EMIL, SARI):
            books.clients.add(client)
        for shift in (SHIFT, AHEAD) if removed else (SHIFT, NEXT, AHEAD):
            books.shifts.add(shift)
            books.assignments.add(make.assignment(shift, SARI))
        books.assignments.add(make.assignment(SHIFT, LIISA))
        for made in (away(LIISA, Attendance.SICK), entry(EMIL), entry(SARI)):
            books.entries.add(made)
        if published:
            told = Publication(
                id=PublicationId(ids.new()),
                unit=make.UNIT,
                day=MONDAY,
                last=MONDAY + timedelta(days=6),
                places=(place(LIISA, SHIFT), place(SARI, SHIFT), place(SARI, NEXT)),
                by=make.MANAGER,
                at=datetime(2026, 11, 12, 9, tzinfo=UTC),
            )
            books.rota.publications.add(told)
        books.commit()
    return store


class Page:
    """The page opened on Monday after the week."""

    def __init__(self, store: MemoryStore) -> None:
        self.led: list[tuple[str, UUID | None]] = []
        door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY, 12), make.worker())
        self.presenter = RealityPresenter(door, CatalogueTexts("fi"), lambda *to: self.led.append(to))
        self.presenter.load()

    def rows(self) -> list[dict[str, str]]:
        table = self.presenter.table
        return [
            {c.key: table.text(row, c).replace("\xa0", " ") for c in table.columns} for row in table.visible
        ]


def test_it_starts_at_the_week_that_ended_and_tells_the_differences() -> None:
    page = Page(world())
    assert page.presenter.span_words == "Viikko 47: 16.11.–22.11.2026"
    assert [(row["client"], row["outcome"], row["more"]) for row in page.rows()] == [
        ("Aalto, Liisa", "Sairas", "tilalle tuli Berg, Emil"),
        ("Berg, Emil", "Tuli tilalle", "kun Aalto, Liisa ei tullut"),
        ("Heino, Sari", "Kirjaamatta", "–"),
    ]
    assert page.presenter.held_words == "Luvatuista 2 paikasta toteutui 1: 50 %"
    assert page.presenter.rest_words == "tuli tilalle 1 · sairaana 1 · kirjaamatta 1"


def test_all_places_are_there_when_asked_for_and_the_filter_finds_them() -> None:
    page = Page(world())
    page.presenter.show_differences(only=False)
    assert len(page.rows()) == 4
    page.presenter.table.set_filter("heino tuli")
    assert [row["planned"] for row in page.rows()] == ["3 t 45 min"]


def test_without_a_published_plan_the_plan_is_what_is_compared() -> None:
    assert Page(world(published=False)).presenter.held_words == "Suunnitelluista 2 paikasta toteutui 1: 50 %"


def test_days_of_which_some_were_published_tell_of_both() -> None:
    store = world()
    before = make.shift(job=JOB.id, day=MONDAY - timedelta(days=7))
    with store.open_books() as books:
        books.shifts.add(before)
        books.assignments.add(make.assignment(before, SARI))
        books.entries.add(
            make.entry(client=SARI.id, shift=before.id, job=JOB.id, day=before.day, minutes=225)
        )
        books.commit()
    page = Page(store)
    page.presenter.set_span(by_month=True)
    assert page.presenter.held_words == "Luvatuista ja suunnitelluista 3 paikasta piti 2: 67 %"


def test_by_client_and_by_shift_the_figures_are_of_each() -> None:
    page = Page(world())
    page.presenter.show(View.PEOPLE)
    assert [(row["client"], row["expected"], row["held"], row["swaps"]) for row in page.rows()] == [
        ("Aalto, Liisa", "1", "–", "–"),
        ("Berg, Emil", "–", "–", "1"),
        ("Heino, Sari", "2", "1", "–"),
    ]
    assert [row["open"] for row in page.rows()] == ["–", "–", "1"]
    page.presenter.show(View.SHIFTS)
    assert [(row["times"], row["expected"], row["worked"]) for row in page.rows()] == [
        ("8.00–12.00", "2", "7 t 30 min"),
        ("9.00–13.00", "1", "–"),
    ]
    page.presenter.show(View.PEOPLE)
    page.presenter.table.open(SARI.id)
    assert [row["client"] for row in page.rows()] == ["Heino, Sari", "Heino, Sari"]


def test_enter_leads_to_recording_and_what_is_to_come_to_the_board() -> None:
    page = Page(world())
    page.presenter.table.open(0)
    page.presenter.table.select(1)
    page.presenter.open_on_board()
    page.presenter.step(1)
    page.presenter.show_differences(only=False)
    page.presenter.table.open(0)
    page.presenter.show(View.SHIFTS)
    page.presenter.table.open(AHEAD.id)
    assert page.led == [("hours", SHIFT.id), ("shifts", SHIFT.id), ("shifts", AHEAD.id), ("shifts", AHEAD.id)]


def test_a_removed_shift_is_told_and_cannot_be_opened() -> None:
    page = Page(world(removed=True))
    (gone,) = [row for row in page.rows() if row["client"] == "Heino, Sari"]
    assert (gone["outcome"], gone["times"]) == ("Työvuoro peruttu", "9.00–13.00")
    page.presenter.table.open(3)
    assert page.led == []
    assert page.presenter.notice is not None
    assert page.presenter.notice.text.startswith("Työvuoro on poistettu")


def test_month_steps_by_months_and_early_in_it_means_the_one_before() -> None:
    page = Page(world())
    page.presenter.set_span(by_month=True)
    assert page.presenter.span_words == "marraskuu 2026"
    page.presenter.step(-1)
    assert page.presenter.span_words == "lokakuu 2026"
    assert page.rows() == []
    assert page.presenter.held_words == "Näistä päivistä ei vielä tiedetä mitään."


def test_the_file_has_what_is_in_view_and_no_name_in_its_own() -> None:
    page = Page(world())
    lines = page.presenter.csv().decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Asiakas;Päivä;Mitä tapahtui")
    assert lines[1] == "Aalto, Liisa;16.11.2026;Sairas;tilalle tuli Berg, Emil;Hyllytys;8.00–12.00;3:45;"
    assert len(lines) == 4
    assert page.presenter.file_name == "toteuma-2026-11-16.csv"
