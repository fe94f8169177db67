"""A client's payments of a year: the table, another year, the papers in the client's language, the log."""

from dataclasses import replace
from datetime import date

from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.paper_reading import text
from tests.seat import plain
from tests.ui.presenters.test_wage_runs import BOTH, LIISA, TEXTS, approved, clerk, door, store
from ui.presenters.clients.year import ClientYearPresenter

__all__ = ["store"]
PURPOSE = "pay"


def year(store: MemoryStore, who: object = None) -> ClientYearPresenter:
    made = ClientYearPresenter(door(store, who or clerk()), TEXTS)  # type: ignore[arg-type]
    made.show_client(LIISA, PURPOSE)
    return made


def test_the_payments_of_the_year_are_told_once_their_day_has_come(store: MemoryStore) -> None:
    approved(store)
    shown = year(store)
    (row,) = shown.table.visible
    assert (row.cells["day"], plain(shown.table.totals()["paid"])) == (date(2026, 11, 13), "107,04 €")
    assert plain(shown.about).startswith("Vuonna 2026 on maksettu 107,04 €.")
    assert "on kertynyt 0 lomapäivää" in shown.about
    shown.step(-1)
    assert (shown.year, shown.table.visible, shown.can_print) == (2025, (), False)
    assert shown.can_print_holiday  # the credit year from April 2025 on has the spring of the agreement
    shown.step(-1)
    assert not shown.can_print_holiday
    shown.step(2)
    assert shown.can_print


def test_the_summary_and_the_holiday_are_papers_in_the_clients_language(store: MemoryStore) -> None:
    approved(store)
    store.fill(lambda books: books.clients.save(replace(LIISA, language="sv")))
    shown = year(store)
    shown.show_summary()
    assert shown.shown is not None
    assert "Årssammandrag" in text(shown.shown.content)
    assert "107,04" in text(shown.shown.content)
    assert shown.shown.name == "vuosiyhteenveto-2026-1.pdf"
    shown.show_holiday()
    assert "Intjänad semester" in text(shown.shown.content)
    shown.close()
    assert shown.shown is None
    assert shown.file_name == "vuosiyhteenveto-2026-1.csv"
    assert b"107,04" in shown.csv()


def test_another_client_begins_anew_and_each_look_is_logged(store: MemoryStore) -> None:
    approved(store)
    shown = year(store)
    shown.show_summary()
    shown.show_client(BOTH, PURPOSE)
    assert shown.shown is None
    assert [row.cells["paid"] for row in shown.table.visible] != []
    with store.open_books() as books:
        looks = [event.object for event in books.log.last(10) if event.action == "see_pay"]
    assert looks == [LIISA.id, BOTH.id]


def test_who_may_not_see_pay_sees_nothing(store: MemoryStore) -> None:
    approved(store)
    shown = year(store, make.worker(Role.WORK_COACH))
    assert shown.table.visible == ()
    assert shown.notice is not None
