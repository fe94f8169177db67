"""Swaps, absences that go on and the peer coach, as a coach tells them at recording."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.ids import ClientId
from subcontract.jobs.job import JobState
from subcontract.people.client import Absence, AbsenceKind, FormOfWork, FormOfWorkSpan
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from ui.presenters.direct import DirectDoor
from ui.presenters.recording.fields import NOBODY
from ui.presenters.recording.recording import RecordingPresenter
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, state=JobState.RUNNING)
LIISA = make.client(number=1)
EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
SARI = make.client(number=3, first_name="Sari", last_name="Heino")
PEER = make.client(
    number=4,
    first_name="Mikko",
    last_name="Salo",
    forms=(FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.FEE),),
)
TODAY = make.shift(job=JOB.id, phase=JOB.phases[0].id, peer_coach=PEER.id)
THURSDAY = replace(make.shift(job=JOB.id), day=make.TODAY + timedelta(days=3))


class Site:
    """Liisa and Sari are on today's shift, Mikko helps; Liisa is planned for Thursday too."""

    def __init__(self, *roles: Role) -> None:
        self.store: MemoryStore = make.store()
        with self.store.open_books() as books:
            books.customers.add(CUSTOMER)
            books.jobs.add(JOB)
            for client in (LIISA, EMIL, SARI, PEER):
                books.clients.add(client)
            for shift in (TODAY, THURSDAY):
                books.shifts.add(shift)
                books.assignments.add(make.assignment(shift, LIISA))
            books.assignments.add(make.assignment(TODAY, SARI))
            books.commit()
        clock = standing_at(make.TODAY, 12)
        door = DirectDoor(self.store.open_books, self.store.open_lists, clock, make.worker(*roles))
        self.presenter = RecordingPresenter(door, CatalogueTexts("fi"))
        self.opened = 0
        self.presenter.on_instead = self._open
        self.presenter.load()

    def _open(self) -> None:
        self.opened += 1

    def of(self, client: ClientId) -> WorkEntry:
        with self.store.open_lists() as lists:
            (found,) = [e for e in in_force(lists.entries.all()) if e.client == client]
        return found

    def state(self, client: ClientId) -> str:
        row = self.presenter.table.row(client)
        assert row
        state = row.cells["state"]
        assert isinstance(state, State)
        return state.text

    def notice(self) -> str:
        return self.presenter.notice.text if self.presenter.notice else ""


@pytest.fixture
def site() -> Site:
    return Site()


def test_a_letter_and_a_choice_record_who_came_instead(site: Site) -> None:
    assert site.presenter.key(LIISA.id, "s")
    assert site.presenter.key(LIISA.id, "k")
    assert site.opened == 1
    extra = site.presenter.group.extra
    assert extra.picked["instead"] == LIISA.id
    assert "attendance" in extra.hidden
    extra.pick("client", EMIL.id)
    site.presenter.group.add_client()
    assert (site.of(LIISA.id).attendance, site.of(EMIL.id).minutes) == (Attendance.SICK, 225)
    assert (site.state(LIISA.id), site.state(EMIL.id)) == ("Sairas", "Töissä")


def test_why_the_other_did_not_come_is_asked_where_it_has_not_been_told(site: Site) -> None:
    assert site.presenter.key(SARI.id, "K")
    extra = site.presenter.group.extra
    assert "attendance" not in extra.hidden
    extra.pick("client", EMIL.id)
    extra.pick("attendance", Attendance.SICK)
    site.presenter.group.add_client()
    assert site.of(SARI.id).attendance is Attendance.SICK
    assert site.of(SARI.id).at == site.of(EMIL.id).at


def test_nobody_comes_instead_of_one_who_is_at_work_or_helps(site: Site) -> None:
    site.presenter.key(LIISA.id, "t")
    site.presenter.key(LIISA.id, "k")
    site.presenter.key(PEER.id, "k")
    assert site.opened == 0
    choices = site.presenter.group.extra.specs["instead"].choices
    assert [choice.label for choice in choices] == ["Nobody's", "Heino, Sari"]


def test_one_more_beside_the_others_is_recorded_as_before(site: Site) -> None:
    extra = site.presenter.group.extra
    extra.pick("client", EMIL.id)
    extra.pick("instead", NOBODY)
    site.presenter.group.add_client()
    assert site.of(EMIL.id).minutes == 225
    with site.store.open_lists() as lists:
        assert len(lists.entries.all()) == 1


def test_the_peer_coach_is_a_row_and_not_one_of_the_group(site: Site) -> None:
    assert site.state(PEER.id) == "Vertaisvalmentaja"
    assert site.presenter.data.counts(TODAY) == (0, 2)
    site.presenter.record_all()
    assert (site.of(PEER.id).kind, site.of(PEER.id).minutes) == (EntryKind.COACHING, 225)
    assert site.presenter.data.counts(TODAY) == (2, 2)
    assert site.presenter.group.coaching is not None
    assert site.presenter.group.coaching.staff == make.MANAGER
    site.presenter.table.edit(PEER.id, "end", "11")
    assert site.of(PEER.id).minutes == 165
    site.presenter.key(PEER.id, "p")
    assert site.of(PEER.id).attendance is Attendance.AWAY


def test_an_absence_is_asked_about_and_marked_for_the_coming_days(site: Site) -> None:
    assert site.presenter.away.words == ""
    site.presenter.key(LIISA.id, "s")
    assert site.presenter.away.words == (
        "Aalto, Liisa oli poissa, ja seuraava työvuoro on to 26.11.2026. Jatkuuko poissaolo?"
    )
    away = site.presenter.away
    assert (away.form.picked["client"], away.form.picked["kind"]) == (LIISA.id, AbsenceKind.SICK)
    away.save()
    assert away.form.errors["last"]
    away.form.type("last", "27.11.2026")
    away.save()
    with site.store.open_lists() as lists:
        (absence,) = lists.clients.get(LIISA.id).absences
    assert (absence.days.first, absence.days.last) == (make.TODAY, date(2026, 11, 27))
    assert site.notice().startswith("Aalto, Liisa on merkitty poissa olevaksi 27.11.2026 asti. 1 työvuorosta")
    assert away.words == ""


def test_an_absence_whose_end_is_known_is_not_asked_about(site: Site) -> None:
    known = Absence(days=DateRange(make.TODAY, date(2026, 11, 25)), kind=AbsenceKind.SICK)
    site.store.fill(lambda books: books.clients.save(replace(LIISA, absences=(known,))))
    site.presenter.load()
    site.presenter.key(LIISA.id, "s")
    assert site.presenter.away.words == ""


def test_an_absence_of_one_day_is_not_asked_about_again(site: Site) -> None:
    site.presenter.key(LIISA.id, "p")
    assert site.presenter.away.asked
    site.presenter.away.ends()
    assert site.presenter.away.words == ""
    site.presenter.load()
    assert site.presenter.away.words == ""


def test_nothing_is_asked_of_one_without_shifts_to_come_nor_of_who_may_not_plan(site: Site) -> None:
    site.presenter.key(SARI.id, "s")
    assert site.presenter.away.words == ""
    clerk = Site(Role.CLERK)
    clerk.presenter.key(LIISA.id, "s")
    assert clerk.of(LIISA.id).attendance is Attendance.SICK
    assert clerk.presenter.away.words == ""
