from datetime import date

import pytest

from subcontract.clock import standing_at
from subcontract.people.client import AbsenceKind, Client, FormOfWork, HalfDay, Permit
from subcontract.people.staff import Role
from tests import make
from ui.presenters.clients.clients import ClientsPresenter
from ui.presenters.direct import DirectDoor
from ui.presenters.tone import State, Tone
from ui.texts import CatalogueTexts

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 100


def with_permit(valid_to: date) -> Client:
    return make.client(iban="FI2112345600000785", permits=(Permit(name="Passi", valid_to=valid_to),))


class Desk:
    """A clients' screen without a window."""

    def __init__(self, *roles: Role) -> None:
        self.store = make.store()
        self.door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker(*roles)
        )
        self.screen = ClientsPresenter(self.door, CatalogueTexts("en"))
        self.door.changed.append(lambda _: self.screen.load())
        self.screen.load()

    def opens(self, client: Client) -> ClientsPresenter:
        self.store.fill(lambda books: books.clients.add(client))
        self.screen.load()
        self.screen.open(client.id)
        return self.screen

    def stored(self) -> list[Client]:
        with self.store.open_lists() as lists:
            return list(lists.clients.all())

    def log(self) -> list[tuple[str, str]]:
        with self.store.open_lists() as lists:
            return [(event.action, event.purpose) for event in lists.log.last(99)]


def test_a_new_client_is_written_with_periods_permits_and_half_days() -> None:
    desk = Desk()
    screen = desk.screen
    screen.start_new()
    for name, text in {
        "first_name": "Liisa",
        "last_name": "Aalto",
        "identity_code": "010594Y9032",
        "skills": "Hyllytys, , Pakkaus ",
        "weekly_minutes": "30:00",
    }.items():
        screen.form.type(name, text)
    line = screen.forms.add()
    line.pick("form", FormOfWork.ALLOWANCE)
    line.type("first", "1.1.2026")
    permit = screen.permits.add()
    permit.type("name", "Hygieniapassi")
    screen.permits.add()
    screen.week.toggle(0, HalfDay.AFTERNOON)
    screen.save()
    (client,) = desk.stored()
    assert client.form_on(make.TODAY) is FormOfWork.ALLOWANCE
    assert client.skills == {"Hyllytys", "Pakkaus"}
    assert client.permits == (Permit(name="Hygieniapassi"),)
    assert (0, HalfDay.AFTERNOON) not in client.availability.half_days
    assert (0, HalfDay.MORNING) in client.availability.half_days
    assert client.weekly_minutes == 1800
    assert not screen.dirty


def test_what_is_wrong_on_any_line_stands_beside_it() -> None:
    screen = Desk().screen
    screen.start_new()
    screen.form.type("first_name", "Liisa")
    line = screen.forms.add()
    line.pick("form", FormOfWork.ALLOWANCE)
    absence = screen.absences.add()
    absence.type("first", "ylihuomen?")
    screen.save()
    assert set(screen.form.errors) == {"last_name"}
    assert set(line.errors) == {"first"}
    assert set(absence.errors) == {"kind", "first"}


def test_a_period_that_ends_before_it_starts_and_overlapping_ones_are_told() -> None:
    screen = Desk().opens(make.client(number=1))
    screen.forms.rows[0].type("last", "1.1.2025")
    screen.save()
    assert "last" in screen.forms.rows[0].errors
    screen.forms.rows[0].type("last", "")
    line = screen.forms.add()
    line.pick("form", FormOfWork.EMPLOYMENT)
    line.type("first", "1.9.2026")
    screen.save()
    assert "overlap" in screen.forms.error


def test_opening_a_page_is_logged_with_its_purpose() -> None:
    desk = Desk(Role.JOB_COACH)
    desk.opens(make.client(number=1))
    assert desk.log() == [("see_client", "Planning and guiding work")]


def test_the_identity_code_is_masked_until_showing_it_has_been_logged() -> None:
    desk = Desk(Role.JOB_COACH)
    screen = desk.opens(make.client(number=1, identity_code="010594Y9032"))
    assert screen.form.shown_text("identity_code") == "010594Y***"
    screen.purpose = "Payments"
    screen.form.show("identity_code")
    assert screen.form.shown_text("identity_code") == "010594Y9032"
    assert desk.log()[-1] == ("see_identity_code", "Payments")
    screen.form.show("identity_code", shown=False)
    assert screen.form.shown_text("identity_code") == "010594Y***"


def test_whoever_may_not_look_sees_nothing() -> None:
    desk = Desk(Role.AUDITOR)
    screen = desk.opens(make.client(number=1))
    assert not screen.is_open
    assert screen.notice
    assert screen.notice.tone is Tone.WRONG


def test_finance_sees_no_care_data() -> None:
    screen = Desk(Role.CLERK).opens(
        make.client(number=1, permits=(Permit(name="Hygieniapassi", valid_to=date(2026, 1, 1)),))
    )
    assert not screen.sees_care
    assert {"wishes", "skills", "needs_own_coach"} <= screen.form.hidden
    assert "iban" not in screen.form.hidden
    look = screen.table.rows[0].cells["look"]
    assert isinstance(look, State)
    assert "Hygieniapassi" not in look.text


@pytest.mark.parametrize(
    ("client", "words", "tone"),
    [
        (make.client(active=False), "Not working now", Tone.QUIET),
        (make.client(forms=()), "No form of work", Tone.ATTENTION),
        (make.client(), "No account number", Tone.ATTENTION),
        (
            make.client(
                iban="FI2112345600000785", permits=(Permit(name="Passi", valid_to=date(2026, 11, 22)),)
            ),
            "Passi ended 22 Nov 2026",
            Tone.WRONG,
        ),
        (
            make.client(
                iban="FI2112345600000785", permits=(Permit(name="Passi", valid_to=date(2026, 12, 23)),)
            ),
            "Passi ends 23 Dec 2026",
            Tone.ATTENTION,
        ),
    ],
)
def test_the_list_tells_what_to_look_at(client: Client, words: str, tone: Tone) -> None:
    desk = Desk()
    desk.opens(client)
    look = desk.screen.table.rows[0].cells["look"]
    assert isinstance(look, State)
    assert (look.text, look.tone) == (words, tone)


def test_a_photo_needs_a_consent_and_goes_with_it() -> None:
    desk = Desk()
    screen = desk.opens(make.client(number=1))
    screen.set_photo(JPEG)
    screen.save()
    assert "consent" in screen.form.errors["photo_consent"]
    screen.form.type("photo_consent", "1.11.2026")
    screen.save()
    assert desk.stored()[0].photo == JPEG
    screen.form.type("photo_consent", "")
    screen.save()
    assert desk.stored()[0].photo == b""


def test_lines_and_half_days_wait_when_another_client_is_opened() -> None:
    desk = Desk()
    liisa, emil = make.client(number=1), make.client(number=2, first_name="Emil", last_name="Berg")
    desk.opens(emil)
    screen = desk.opens(liisa)
    screen.permits.add().type("name", "Kortti")
    screen.week.toggle(6, HalfDay.MORNING)
    screen.open(emil.id)
    assert screen.permits.rows == []
    screen.open(liisa.id)
    assert screen.permits.rows[0].typed["name"] == "Kortti"
    assert (6, HalfDay.MORNING) in screen.week.chosen
    assert screen.dirty


def test_the_week_is_told_in_words_and_switched_by_rows() -> None:
    screen = Desk().opens(make.client(number=1))
    screen.week.toggle_half(HalfDay.AFTERNOON)
    assert screen.week.chosen == {(day, HalfDay.MORNING) for day in range(5)}
    screen.week.toggle_half(HalfDay.AFTERNOON)
    assert len(screen.week.chosen) == 10
    assert screen.week.spoken(0, HalfDay.MORNING) == "Mon, morning"


def test_looking_takes_no_redo_away() -> None:
    desk = Desk()
    screen = desk.opens(make.client(number=1))
    screen.form.type("wishes", "Ulkotyötä")
    screen.save()
    desk.door.undo()
    screen.form.show("identity_code")
    assert desk.door.redo()
    assert desk.stored()[0].wishes == "Ulkotyötä"


def test_a_class_that_no_tariff_has_is_told_of_and_nobody_is_kept_apart_from_oneself() -> None:
    store = make.store()
    tariff = make.tariff()
    gone = make.client(number=3, last_name="Lähtö", active=False)
    liisa = make.client(number=1, never_with=frozenset({gone.id}))
    emil = make.client(number=2, last_name="Berg", first_name="Emil")
    with store.open_books() as books:
        books.tariffs.add(tariff)
        for one in (liisa, emil, gone):
            books.clients.add(one)
        books.commit()
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    screen = ClientsPresenter(door, CatalogueTexts("en"))
    screen.load()
    screen.open(liisa.id)
    offered = {choice.value for choice in screen.apart.specs[0].choices}
    assert offered == {emil.id, gone.id}, "whoever is kept apart already stays, at work or not"
    assert screen.apart.rows[0].picked["client"] == gone.id
    row = screen.classes.add()
    row.type("tariff_class", "Z")
    assert "no tariff has the class z" in row.notes["tariff_class"].casefold()
    row.type("tariff_class", tariff.rates[0].tariff_class)
    assert not row.notes.get("tariff_class")


def test_an_error_of_a_line_stands_on_its_line_though_an_empty_one_is_above() -> None:
    store = make.store()
    client = make.client(number=1)
    with store.open_books() as books:
        books.clients.add(client)
        books.commit()
    door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())
    screen = ClientsPresenter(door, CatalogueTexts("en"))
    screen.load()
    screen.open(client.id)
    screen.absences.add()
    row = screen.absences.add()
    row.pick("kind", AbsenceKind.HOLIDAY)
    row.type("first", "2.12.2026")
    row.type("last", "1.12.2026")
    screen.save()
    assert "last" in row.errors
    assert not screen.absences.rows[0].errors
    assert screen.absences.refusals == 1
