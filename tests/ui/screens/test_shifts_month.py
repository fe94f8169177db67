"""The month, pins, publishing and pages of the board in a real window, by keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from subcontract.rota.records import PinKind
from tests import make
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.presenters.test_rota import JOB, LIISA, MONDAY, WEDNESDAY, Desk
from tests.ui.screens.test_shifts_screen import Hand
from ui.presenters.rota.base import Card
from ui.presenters.rota.rows import MOST_ROWS
from ui.screens.shifts.card_view import CardView
from ui.screens.shifts.cells import RowHead
from ui.screens.shifts.chips import PersonChip
from ui.screens.shifts.promise_card import PromiseCard


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    desk = Desk()
    shell = window(desk.store, make.worker(), screen="shifts")
    yield Hand(qtbot, shell, desk)
    shell.close()
    shell.deleteLater()
    accessible.free()


def open_month(hand: Hand) -> None:
    QTest.keyClick(hand.shell, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(lambda: len(hand.screen.presenter.days) == 30 and hand.screen.month.isVisible())
    accessible.settle()


def test_the_month_opens_by_a_key_at_today_and_enter_opens_the_shift(hand: Hand) -> None:
    open_month(hand)
    grid = hand.screen.month
    grid.setFocus()
    index = grid.currentIndex()
    assert grid.month.days[index.column()].day == make.TODAY
    assert "Hyllytys" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    hand.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert hand.screen.presenter.shift_id == WEDNESDAY.id
    assert hand.screen.presenter.card is Card.SHIFT
    assert accessible.nameless(hand.shell) == []
    hand.press(Qt.Key.Key_Escape)
    assert hand.focus is grid


def test_the_key_of_the_month_leads_back_to_a_card_and_the_focus_goes_along(hand: Hand) -> None:
    open_month(hand)
    assert hand.focus is hand.screen.month
    QTest.keyClick(hand.shell, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(lambda: not hand.screen.month.isVisible())
    accessible.settle()
    assert isinstance(hand.focus, CardView)


def test_enter_on_an_empty_day_shows_its_week(hand: Hand) -> None:
    open_month(hand)
    hand.screen.month.setFocus()
    hand.press(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert (hand.screen.presenter.is_month, hand.screen.presenter.monday) == (False, date(2026, 11, 2))


def test_a_chip_is_locked_by_a_key_and_the_focus_stays_on_the_shift(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Right)
    assert isinstance(hand.focus, PersonChip)
    hand.press(Qt.Key.Key_F4)
    hand.qtbot.waitUntil(lambda: bool(hand.screen.presenter.week.pins))
    accessible.settle()
    assert isinstance(hand.focus, CardView)
    assert hand.screen.presenter.week.pin_of == {(LIISA.id, MONDAY.id): PinKind.LOCKED}
    assert "Lukittu: Liisa" in hand.focus.accessibleName()


def test_the_card_of_the_promise_publishes_with_the_primary_key(hand: Hand) -> None:
    presenter = hand.screen.presenter
    asked: list[str] = []

    def yes(sentence: str, _verb: str) -> bool:
        asked.append(sentence)
        return True

    presenter.publishing.confirm = yes
    hand.press(Qt.Key.Key_F8)
    assert presenter.card is Card.PROMISE
    card = hand.screen.findChild(PromiseCard)
    assert isinstance(card, PromiseCard)
    assert card.list.isHidden()  # nothing has been told that could have changed
    assert accessible.nameless(hand.shell) == []
    assert accessible.doubles(hand.shell) == []
    QTest.keyClick(hand.shell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(lambda: bool(presenter.week.promised))
    assert len(asked) == 1
    assert hand.screen.tools.promise.accessibleName() == "Julkaistu"
    assert card.list.isVisible()


def test_a_name_is_taken_in_hand_and_put_on_a_shift_by_keys(hand: Hand) -> None:
    hand.screen.presenter.show_people(by_person=True)
    accessible.settle()
    hand.screen.board.focus_first()
    hand.press(Qt.Key.Key_Left)
    assert isinstance(hand.focus, RowHead)
    hand.press(Qt.Key.Key_Space)
    assert hand.screen.presenter.held == (None, LIISA.id)
    hand.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert isinstance(hand.focus, CardView)
    assert hand.focus.card.is_target
    assert hand.focus.accessibleName().endswith("Sopii")
    hand.press(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.desk.on(WEDNESDAY) == {LIISA.id})
    assert hand.desk.on() == {LIISA.id}


def test_arrows_go_on_to_the_next_rows(hand: Hand) -> None:
    jobs = [make.job(number=at, name=f"Urakka {at:02}") for at in range(2, MOST_ROWS + 4)]
    with hand.desk.store.open_books() as books:
        for job in jobs:
            books.jobs.add(job)
            books.shifts.add(make.shift(job=job.id))
        books.commit()
    hand.screen.presenter.load()
    hand.qtbot.waitUntil(lambda: hand.screen.presenter.has_pages)
    accessible.settle()
    assert hand.screen.tools.rows_after.isVisible()
    hand.screen.board.focus_first(last=True)
    hand.press(Qt.Key.Key_Down)
    assert hand.screen.presenter.first_row == MOST_ROWS
    assert isinstance(hand.focus, CardView)
    hand.press(Qt.Key.Key_Up)
    assert hand.screen.presenter.first_row == 0
    hand.press(Qt.Key.Key_PageDown)
    assert hand.screen.presenter.first_row == MOST_ROWS
    assert JOB.id in {row.id for row in hand.screen.presenter.passing}
