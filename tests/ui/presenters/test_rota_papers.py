"""The page of papers: what is chosen, made, logged and saved."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from subcontract.days import DateRange
from subcontract.ids import PublicationId, StaffId, new
from subcontract.people.call_names import call_names
from subcontract.people.client import Absence, AbsenceKind, Permit
from subcontract.people.staff import Role
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from tests import make
from tests.paper_reading import pages, picture, png, text
from tests.ui.presenters.test_rota import EMIL, JOB, LIISA, MONDAY, OHMAN, WEDNESDAY, Desk
from ui.presenters.base import Notice
from ui.presenters.rota.papers.kinds import PaperKind
from ui.presenters.rota.papers.papers import RotaPapersPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

KARI = make.staff(id=StaffId(new()), name="Kari Kettunen", roles=frozenset({Role.WORK_COACH}))
FRIDAY = make.shift(job=JOB.id, day=date(2026, 11, 27), start=time(22), end=time(6), coach=KARI.id)


class PapersDesk(Desk):
    """A coach at the page of papers; Kari has Friday night, with Emil."""

    def __init__(self, *roles: Role) -> None:
        super().__init__(roles=roles)
        self.store.fill(lambda books: books.staff.add(KARI))
        self.store.fill(lambda books: books.shifts.add(FRIDAY))
        self.store.fill(lambda books: books.assignments.add(make.assignment(FRIDAY, EMIL)))
        self.papers = RotaPapersPresenter(self.door, CatalogueTexts("fi"))
        self.papers.load()

    def change(self, **shelves: Any) -> None:
        for shelf, record in shelves.items():
            self.store.fill(lambda books, shelf=shelf, record=record: getattr(books, shelf).save(record))  # type: ignore[misc]
        self.papers.load()

    def publish(self, *places: PublishedPlace) -> None:
        made = Publication(
            id=PublicationId(new()),
            unit=make.UNIT,
            day=MONDAY.day,
            last=date(2026, 11, 29),
            places=places,
            by=make.MANAGER,
            at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        )
        self.store.fill(lambda books: books.rota.publications.add(made))
        self.papers.load()

    def looks(self) -> list[tuple[Any, str]]:
        with self.store.open_lists() as lists:
            return [(each.object, each.purpose) for each in lists.log.last(99) if each.action == "see_client"]

    def calendar(self) -> list[Any]:
        assert self.papers.to_save is not None
        return list(Calendar.from_ical(self.papers.to_save.content).walk("VEVENT"))


@pytest.fixture
def desk() -> PapersDesk:
    return PapersDesk()


def promise(shift: Shift, who: Any = LIISA) -> PublishedPlace:
    return PublishedPlace(
        client=who.id,
        shift=shift.id,
        job=shift.job,
        day=shift.day,
        start=shift.start,
        end=shift.end,
        place="",
        coach=shift.coach,
    )


# --- the wall


def test_the_whole_week_unless_a_day_is_ticked(desk: PapersDesk) -> None:
    papers = desk.papers
    assert [row.cells["shifts"] for row in papers.days.visible] == [1, 0, 1, 0, 1, 0, 0]
    papers.make()
    assert "keskiviikko" in text(papers.paper)
    assert papers.paper_name == "tyovuorot-2026-viikko-48.pdf"
    assert papers.close()
    papers.ticks.turn(MONDAY.day)
    papers.make()
    assert "keskiviikko" not in text(papers.paper)
    assert "Työvuorot, ma 23.11.2026" in text(papers.paper)


def test_the_paper_says_whether_the_plan_is_published(desk: PapersDesk) -> None:
    desk.papers.make()
    assert "Suunnitelma, voi vielä muuttua" in text(desk.papers.paper)
    desk.publish(promise(MONDAY), promise(FRIDAY, EMIL))
    desk.papers.make()
    assert "Julkaistu 20.11.2026" in text(desk.papers.paper)
    assert "muutettu" not in text(desk.papers.paper)
    desk.change(shifts=replace(MONDAY, start=time(9)))
    desk.papers.make()
    assert "Julkaistu 20.11.2026, muutettu sen jälkeen" in text(desk.papers.paper)


def test_another_week_closes_the_paper(desk: PapersDesk) -> None:
    desk.papers.make()
    desk.papers.step(1)
    assert not desk.papers.paper
    desk.papers.make()
    assert "Tällä viikolla ei ole työvuoroja." in text(desk.papers.paper)


def test_alike_names_are_told_apart_as_far_as_needed() -> None:
    people = [
        make.client(number=1, last_name="Aalto"),
        make.client(number=2, last_name="Aaltonen"),
        make.client(number=3, last_name="Berg"),
        make.client(number=4, last_name="Berg"),
        make.client(number=5, first_name="Emil Johannes", last_name="Berg"),
    ]
    names = call_names(people)
    assert [names[each.id] for each in people] == [
        "Liisa Aalto",
        "Liisa Aalton.",
        "Liisa Berg 3",
        "Liisa Berg 4",
        "Emil",
    ]


# --- own weeks


def test_one_persons_week_is_in_the_persons_language_and_tells_of_nobody_else(desk: PapersDesk) -> None:
    desk.change(clients=replace(LIISA, language="sv"))
    desk.papers.choose(PaperKind.OWN)
    desk.papers.ticks.turn(LIISA.id)
    assert desk.papers.verb.replace("\u00a0", " ") == "Tee 1 oma viikko"
    desk.papers.make()
    printed = text(desk.papers.paper)
    assert "Min vecka 48" in printed
    assert "Handledare Maija" in printed
    assert "Emil" not in printed
    assert "Koivu" not in printed
    assert desk.papers.paper_name == "omat-viikot-2026-viikko-48.pdf"


def test_on_a_day_away_no_shift_stands_in_ones_own_week(desk: PapersDesk) -> None:
    away = Absence(days=DateRange(MONDAY.day, MONDAY.day), kind=AbsenceKind.SICK)
    desk.change(clients=replace(LIISA, absences=(away,)))
    desk.papers.choose(PaperKind.OWN)
    desk.papers.ticks.turn(LIISA.id)
    desk.papers.make()
    printed = text(desk.papers.paper)
    assert "Et ole töissä tänä päivänä." in printed
    assert "Sairas" not in printed
    assert "Hyllytys" not in printed


def test_without_a_tick_everybody_who_has_shifts_in_order_of_surnames(desk: PapersDesk) -> None:
    desk.papers.choose(PaperKind.OWN)
    assert [row.cells["shifts"] for row in desk.papers.clients.visible] == [1, 1, 0]
    desk.papers.make()
    printed = pages(desk.papers.paper)
    assert len(printed) == 2
    assert "Liisa Aalto" in printed[0]
    assert "Emil Berg" in printed[1]
    assert "Loppuu seuraavana päivänä." in printed[1]


def test_on_both_sides_nobodys_week_is_on_anothers_back(desk: PapersDesk) -> None:
    desk.papers.choose(PaperKind.OWN)
    desk.papers.print_on_both_sides(both=True)
    desk.papers.make()
    printed = pages(desk.papers.paper)
    assert len(printed) == 4
    assert [bool(page.strip()) for page in printed] == [True, False, True, False]


@pytest.mark.parametrize("consent", [None, date(2026, 1, 1)])
def test_a_photo_needs_consent(desk: PapersDesk, consent: date | None) -> None:
    desk.change(clients=replace(LIISA, photo=png("navy", (60, 80)), photo_consent=consent))
    desk.papers.choose(PaperKind.OWN)
    desk.papers.ticks.turn(LIISA.id)
    desk.papers.make()
    corner = picture(desk.papers.paper).crop((640, 50, 750, 170))
    is_empty = corner.getextrema() == ((255, 255),) * 3
    assert is_empty is (consent is None)


def test_a_peer_coach_has_a_week_too(desk: PapersDesk) -> None:
    desk.change(shifts=replace(WEDNESDAY, peer_coach=OHMAN.id))
    desk.papers.show_own_week(OHMAN.id)
    assert desk.papers.kind is PaperKind.OWN
    assert "Keskiviikko\n25.11.2026\nHyllytys" in text(desk.papers.paper)


# --- the coach's list


def test_the_coachs_list_is_logged_for_each_client(desk: PapersDesk) -> None:
    asked = replace(
        EMIL,
        phone="040 111 2222",
        contact_name="Äiti",
        contact_phone="050 333 4444",
        permits=(Permit(name="Hygieniapassi", valid_to=date(2026, 11, 27)),),
        absences=(Absence(days=DateRange(FRIDAY.day, FRIDAY.day)),),
        needs_own_coach=True,
    )
    desk.change(clients=asked, jobs=replace(JOB, needs=frozenset({"hygieniapassi", "Kori"})))
    desk.papers.choose(PaperKind.COACH)
    desk.papers.ticks.turn(KARI.id)
    desk.papers.make()
    printed = text(desk.papers.paper).replace("\n", " ")
    for wanted in (
        "Kari Kettunen",
        "Berg, Emil",
        "040 111 2222",
        "050 333 4444",
        "Tarvitsee oman valmentajan",
        "Merkitty poissa olevaksi",
        "hygieniapassi vanheni 27.11.2026",
        "Kori puuttuu",
    ):
        assert wanted in printed, wanted
    assert desk.looks() == [(EMIL.id, "Valmentajan lista työpaikalle")]


def test_without_a_tick_it_is_the_own_list(desk: PapersDesk) -> None:
    desk.papers.choose(PaperKind.COACH)
    assert desk.papers.chosen == (make.MANAGER,)
    desk.papers.make()
    assert "Aalto, Liisa" in text(desk.papers.paper)
    assert desk.looks() == [(LIISA.id, "Valmentajan lista työpaikalle")]


def test_one_without_shifts_chooses_whose_list(desk: PapersDesk) -> None:
    desk.change(shifts=replace(MONDAY, coach=KARI.id))
    desk.change(shifts=replace(WEDNESDAY, coach=KARI.id))
    desk.papers.choose(PaperKind.COACH)
    assert desk.papers.verb == "Valitse luettelosta"
    assert not desk.papers.can_make
    desk.papers.coaches.select(KARI.id)
    assert desk.papers.verb.replace("\u00a0", " ") == "Tee 1 valmentajan lista"
    desk.papers.make()
    assert {client for client, _ in desk.looks()} == {LIISA.id, EMIL.id}


def test_who_may_not_see_care_data_has_no_coachs_list() -> None:
    desk = PapersDesk(Role.CLERK)
    desk.papers.choose(PaperKind.COACH)
    assert PaperKind.COACH not in desk.papers.kinds
    assert desk.papers.kind is PaperKind.WALL


# --- the calendar


def test_a_calendar_holds_the_coachs_shifts_and_no_name(desk: PapersDesk) -> None:
    desk.change(jobs=replace(JOB, name="Siivous, Emil Bergin koti", place="Liisankatu 3, Liisan luona"))
    desk.change(shifts=replace(MONDAY, cancel_reason="Liisa on sairas", state=ShiftState.CANCELLED))
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.ticks.all()
    desk.papers.make()
    assert desk.papers.to_save is not None
    assert desk.papers.to_save.name == "kalenterit-2026-viikko-48.zip"
    with ZipFile(BytesIO(desk.papers.to_save.content)) as archive:
        names = archive.namelist()
        whole = "".join(archive.read(name).decode().replace("\r\n ", "") for name in names)
    assert names == ["tyovuorot-2026-viikko-48-kari-kettunen.ics", "tyovuorot-2026-viikko-48-maija-koivu.ics"]
    assert whole.count("BEGIN:VEVENT") == 3
    for client in (LIISA, EMIL, OHMAN):
        for name in (client.first_name, client.last_name):
            assert name.casefold() not in whole.casefold()
    assert "SUMMARY:Työvuoro\\, urakka 1" in whole
    desk.papers.saved_as(Notice("Tallennettu: x", Tone.READY))
    assert desk.papers.notice is not None
    assert "3 otsikossa oli asiakkaan nimi" in desk.papers.notice.text.replace("\u00a0", " ")


def test_one_calendar_has_the_coachs_name_and_states(desk: PapersDesk) -> None:
    desk.publish(promise(MONDAY), promise(FRIDAY, EMIL))
    desk.change(shifts=replace(WEDNESDAY, state=ShiftState.CANCELLED))
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.make()
    assert desk.papers.to_save is not None
    assert desk.papers.to_save.name == "tyovuorot-2026-viikko-48-maija-koivu.ics"
    found = {str(each["UID"]): str(each["STATUS"]) for each in desk.calendar()}
    assert found == {str(MONDAY.id): "CONFIRMED", str(WEDNESDAY.id): "CANCELLED"}


def test_a_shift_that_went_to_another_coach_is_taken_out(desk: PapersDesk) -> None:
    desk.publish(promise(MONDAY))
    desk.change(shifts=replace(MONDAY, coach=KARI.id))
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.make()
    monday = next(each for each in desk.calendar() if str(each["UID"]) == str(MONDAY.id))
    assert str(monday["STATUS"]) == "CANCELLED"
    assert monday["SEQUENCE"] == 1
    desk.papers.ticks.turn(KARI.id)
    desk.papers.make()
    his = next(each for each in desk.calendar() if str(each["UID"]) == str(MONDAY.id))
    assert str(his["STATUS"]) == "CONFIRMED"


def test_a_shift_that_was_moved_to_another_week_stands_there(desk: PapersDesk) -> None:
    desk.publish(promise(MONDAY))
    desk.change(shifts=replace(MONDAY, day=date(2026, 12, 8)))
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.make()
    monday = next(each for each in desk.calendar() if str(each["UID"]) == str(MONDAY.id))
    assert str(monday["STATUS"]) == "TENTATIVE"
    assert monday.start.date() == date(2026, 12, 8)


def test_a_promised_shift_that_was_removed_is_taken_out(desk: PapersDesk) -> None:
    gone = make.shift(job=JOB.id, day=date(2026, 11, 24))
    desk.publish(promise(gone))
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.make()
    found = {str(each["UID"]): str(each["STATUS"]) for each in desk.calendar()}
    assert found[str(gone.id)] == "CANCELLED"


def test_four_weeks_of_a_calendar(desk: PapersDesk) -> None:
    later = make.shift(job=JOB.id, day=date(2026, 12, 16))
    desk.store.fill(lambda books: books.shifts.add(later))
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.make()
    assert len(desk.calendar()) == 2
    desk.papers.choose_weeks(4)
    desk.papers.make()
    assert len(desk.calendar()) == 3


def test_no_coach_no_calendar(desk: PapersDesk) -> None:
    desk.papers.choose(PaperKind.CALENDAR)
    desk.papers.step(8)
    assert desk.papers.coaches.visible == ()
    assert not desk.papers.can_make
    desk.papers.make()
    assert desk.papers.to_save is None
