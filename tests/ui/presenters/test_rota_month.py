"""A month in short: its days across, the same filter, and the way to a shift or a week."""

from dataclasses import replace
from datetime import date, time

import pytest

from subcontract.days import DateRange
from subcontract.people.client import Absence
from tests import make
from tests.ui.presenters.test_rota import EMIL, JOB, LIISA, MONDAY, WEDNESDAY, Desk
from ui.presenters.rota.month import MonthCell, month_cell, month_days, thin_days
from ui.presenters.rota.week import month_of, weeks_of
from ui.presenters.tone import Tone


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.presenter.show_month(is_month=True)
    return desk


def cell(desk: Desk, row: int, day: date) -> MonthCell:
    presenter = desk.presenter
    return month_cell(presenter.rows[row], presenter.days.index(day), day, presenter.texts)


def test_the_days_of_the_month_are_across_and_it_is_named(desk: Desk) -> None:
    presenter = desk.presenter
    assert presenter.title == presenter.short_title == "marraskuu 2026"
    assert presenter.days == tuple(DateRange(date(2026, 11, 1), date(2026, 11, 30)))
    assert presenter.week.days == DateRange(date(2026, 10, 26), date(2026, 12, 6))


def test_a_job_has_its_times_and_how_many_places_are_filled(desk: Desk) -> None:
    found = cell(desk, 0, MONDAY.day)
    assert (found.lines, found.tone, found.shifts) == (("8–12", "1/3"), Tone.NONE, (MONDAY.id,))
    assert "Hyllytys" in found.spoken
    empty = cell(desk, 0, WEDNESDAY.day)
    assert (empty.lines, empty.tone, empty.mark) == (("8–12", "0/3"), Tone.ATTENTION, "warning")
    assert "liian pieni" in empty.spoken
    assert cell(desk, 0, date(2026, 11, 24)).spoken.endswith("ei vuoroa")


def test_several_shifts_of_a_day_are_counted_and_all_can_be_opened(desk: Desk) -> None:
    late = make.shift(job=JOB.id, start=time(12, 30), end=time(16), most=2)
    desk.store.fill(lambda books: books.shifts.add(late))
    desk.presenter.load()
    found = cell(desk, 0, MONDAY.day)
    assert (found.lines, found.shifts) == (("2×", "1/5"), (MONDAY.id, late.id))


def test_a_person_has_the_work_in_short_and_the_days_away(desk: Desk) -> None:
    away = replace(EMIL, absences=(Absence(days=DateRange(date(2026, 11, 24), date(2026, 11, 24))),))
    desk.store.fill(lambda books: books.clients.save(away))
    desk.presenter.load()
    desk.presenter.show_people(by_person=True)
    assert [row.detail for row in desk.presenter.rows][:2] == ["1\u00a0työvuoro", "0\u00a0työvuoroa"]
    assert cell(desk, 0, MONDAY.day).lines == ("Hyllytys", "8–12")
    gone = cell(desk, 1, date(2026, 11, 24))
    assert (gone.lines, gone.tone) == (("Poissa", ""), Tone.QUIET)


def test_today_holidays_and_weekends_are_told_in_words(desk: Desk) -> None:
    presenter = desk.presenter
    days = {each.day: each for each in month_days(presenter.days, make.TODAY, presenter.texts)}
    assert days[make.TODAY].lines == ("ma", "23.", "tänään")
    assert days[date(2026, 11, 16)].lines == ("ma", "16.", "vk 47")
    assert days[date(2026, 11, 1)].lines == ("su", "1.", "")
    presenter.step(1)
    (holiday,) = month_days((date(2026, 12, 6),), make.TODAY, presenter.texts)
    assert holiday.lines == ("su", "6.", "pyhä")
    assert "pyhä" in holiday.spoken


def test_free_days_are_thin_unless_somebody_works(desk: Desk) -> None:
    presenter = desk.presenter
    desk.store.fill(lambda books: books.shifts.add(make.shift(job=JOB.id, day=date(2026, 11, 7))))
    presenter.load()
    days = month_days(presenter.days, make.TODAY, presenter.texts)
    thin = {presenter.days[at] for at in thin_days(presenter.rows, days)}
    assert date(2026, 11, 8) in thin
    assert date(2026, 11, 7) not in thin
    assert all(day.weekday() >= 5 for day in thin)


def test_months_are_stepped_and_the_week_comes_back(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.step(1)
    assert presenter.title == "joulukuu 2026"
    presenter.step(-1)
    presenter.show_month(is_month=False)
    assert presenter.monday == date(2026, 11, 23)
    presenter.show_month(is_month=True)
    presenter.step(2)
    presenter.show_week_of(date(2027, 1, 13))
    assert (presenter.is_month, presenter.monday) == (False, date(2027, 1, 11))


def test_the_same_filter_and_the_same_card_serve_the_month(desk: Desk) -> None:
    presenter = desk.presenter
    presenter.set_filter("pihatyö")
    assert presenter.rows == ()
    presenter.set_filter("hylly")
    presenter.open(MONDAY.id)
    presenter.put_on(EMIL.id)
    assert cell(desk, 0, MONDAY.day).lines == ("8–12", "2/3")
    assert {LIISA.id, EMIL.id} == desk.on()


def test_new_shifts_of_another_month_bring_that_month(desk: Desk) -> None:
    forms = desk.presenter.forms
    forms.start_new()
    forms.new.pick("job", JOB.id)
    forms.new.type("first", "13.1.2027")
    forms.new.type("last", "13.1.2027")
    forms.save_new()
    assert desk.presenter.title == "tammikuu 2027"
    assert weeks_of(month_of(desk.presenter.shown)) == desk.presenter.shown
