"""The day grid in a real window, by keys alone; every key is counted."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from tests import make
from tests.fakes import MemoryStore
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.presenters.test_recording import GROUP, SHIFT, world
from ui.presenters.base import Notice
from ui.screens.hours.hours import HoursScreen
from ui.shell import Shell

KEYS = {"Enter": Qt.Key.Key_Return, "Down": Qt.Key.Key_Down, "Up": Qt.Key.Key_Up, "F5": Qt.Key.Key_F5}
KEYS |= {"Tab": Qt.Key.Key_Tab, "Esc": Qt.Key.Key_Escape, "Right": Qt.Key.Key_Right}


class Hand:
    """Presses keys and counts them."""

    def __init__(self, qtbot: QtBot, shell: Shell, store: MemoryStore) -> None:
        screen = shell.current
        assert isinstance(screen, HoursScreen)
        self.qtbot, self.shell, self.screen, self.store = qtbot, shell, screen, store
        self.pressed = 0
        qtbot.waitUntil(lambda: bool(screen.presenter.table.rows))
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        screen.grid.setFocus()
        accessible.settle()

    def press(self, *keys: str) -> int:
        """Press keys one after the other where the focus is; gives how many were pressed."""
        before = self.pressed
        for key in keys:
            self.pressed += 1
            target = QApplication.focusWidget() or self.shell
            if key == "Ctrl+Enter":
                QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            elif key in KEYS:
                QTest.keyClick(target, KEYS[key])
            else:
                QTest.keyClicks(target, key)
            self.rest()
        return self.pressed - before

    def rest(self) -> None:
        """Let everything that was asked be answered."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not len(self.screen.presenter.turns))
        QApplication.processEvents()

    def entries(self) -> tuple[WorkEntry, ...]:
        with self.store.open_lists() as lists:
            return in_force(lists.entries.all())

    def of(self, who: int) -> WorkEntry:
        self.qtbot.waitUntil(lambda: any(e.client == GROUP[who].id for e in self.entries()))
        return next(e for e in self.entries() if e.client == GROUP[who].id)

    def complete(self) -> bool:
        with self.store.open_lists() as lists:
            return lists.complete_days.find(SHIFT.id) is not None


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    store = world()
    shell = window(store, make.worker(), screen="hours")
    yield Hand(qtbot, shell, store)
    shell.close()
    shell.deleteLater()
    accessible.free()


def test_a_normal_day_of_eight_takes_six_keys_with_its_result(hand: Hand) -> None:
    number = hand.press("F5")
    assert sum(1 for e in hand.entries() if e.kind is EntryKind.WORK) == 8
    number += hand.press("Tab", "4", "1", "2", "Ctrl+Enter")
    hand.qtbot.waitUntil(hand.complete)
    assert number <= 12
    assert number == 6
    result = next(e for e in hand.entries() if e.kind is EntryKind.GROUP_RESULT)
    assert result.pieces == 412


def test_each_exception_takes_six_keys_at_most(hand: Hand) -> None:
    hand.press("F5")
    sick = hand.press("Down", "Down", "s")
    assert hand.of(2).attendance is Attendance.SICK
    away = hand.press("Down", "p")
    assert hand.of(3).attendance is Attendance.AWAY
    left_early = hand.press("Down", "1", "1", "3", "0", "Enter")
    hand.qtbot.waitUntil(lambda: hand.of(4).minutes == 195)
    back = hand.press("t")
    assert hand.of(5).attendance is Attendance.PRESENT
    assert max(sick, away, left_early, back) <= 6
    assert (sick, away, left_early, back) == (3, 2, 6, 1)


def test_up_from_the_first_row_is_the_last_so_nobody_is_far(hand: Hand) -> None:
    hand.press("Up", "s")
    assert hand.of(7).attendance is Attendance.SICK


def test_the_first_letter_says_something_of_the_first_row(hand: Hand) -> None:
    hand.press("s")
    assert hand.of(0).attendance is Attendance.SICK


def test_pieces_go_down_their_column_with_enter(hand: Hand) -> None:
    hand.press("F5", "Right", "Right", "Right", "Right", "Right", "Right")
    hand.press("9", "6", "Enter", "7", "1", "Enter")
    hand.qtbot.waitUntil(lambda: hand.of(1).pieces == 71)
    assert hand.of(0).pieces == 96


def test_enter_opens_the_row_and_esc_goes_back_to_it(hand: Hand) -> None:
    hand.press("Enter")
    assert hand.screen.side.is_open
    assert accessible.nameless(hand.shell) == []
    assert accessible.doubles(hand.shell) == []
    hand.press("Esc")
    accessible.settle()
    assert not hand.screen.side.is_open
    assert QApplication.focusWidget() is hand.screen.grid


def test_what_is_wrong_is_told_in_words_under_the_grid(hand: Hand) -> None:
    hand.press("2", "7", "Enter")
    hand.qtbot.waitUntil(lambda: bool(hand.screen.day.wrong.text()))
    assert "Aalto, Liisa" in hand.screen.day.wrong.text()


def test_a_field_being_typed_is_saved_by_the_day_word(hand: Hand) -> None:
    hand.press("F5", "1", "1")
    hand.press("Ctrl+Enter")
    hand.qtbot.waitUntil(hand.complete)
    assert hand.of(0).minutes == 165


def test_rows_read_anew_leave_what_is_being_typed(hand: Hand) -> None:
    hand.press("1", "1")
    hand.screen.presenter.load()
    hand.qtbot.wait(100)
    hand.screen.presenter.show_rows()
    hand.press("3", "0", "Enter")
    hand.qtbot.waitUntil(lambda: hand.of(0).minutes == 195)


def test_materials_and_one_more_client_are_cards_by_keys(hand: Hand) -> None:
    for key, card in ((Qt.Key.Key_F7, hand.screen.materials), (Qt.Key.Key_F8, hand.screen.extra)):
        QTest.keyClick(hand.shell, key)
        accessible.settle()
        assert hand.screen.cards.currentWidget() is card
        assert accessible.nameless(hand.shell) == []


def test_the_card_of_absences_closes_with_its_last_answer_and_the_rows_are_at_hand(hand: Hand) -> None:
    coming = make.shift(job=SHIFT.job, day=SHIFT.day + timedelta(days=2))
    hand.store.fill(lambda books: books.shifts.add(coming))
    hand.store.fill(lambda books: books.assignments.add(make.assignment(coming, GROUP[0])))
    hand.screen.presenter.load()
    hand.rest()
    hand.press("s")
    hand.qtbot.waitUntil(lambda: bool(hand.screen.presenter.away.asked))
    QTest.keyClick(hand.shell, Qt.Key.Key_F9)
    hand.qtbot.waitUntil(hand.screen.away.isVisible)
    hand.screen.away.ends.click()
    hand.rest()
    assert not hand.screen.away.isVisible()
    assert QApplication.focusWidget() is hand.screen.grid


def test_the_month_lists_its_gaps_and_leads_to_the_day(hand: Hand) -> None:
    QTest.keyClick(hand.shell, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(lambda: bool(hand.screen.month.table.rows))
    assert hand.screen.on_month
    assert accessible.nameless(hand.shell) == []
    hand.screen.month_page.focus_first()
    hand.press("Enter")
    assert not hand.screen.on_month
    assert hand.screen.presenter.shift_id == SHIFT.id


def test_a_notice_goes_with_an_undo_and_with_a_change_of_page(hand: Hand) -> None:
    screen = hand.screen
    screen.presenter.notice = Notice("Päivä on valmis.")
    screen.presenter.tell()
    assert screen.banner.isVisible()
    screen.tell_step("Kumottu: Päivä valmis")
    assert not screen.banner.isVisible()
    assert screen.state.text() == "Kumottu: Päivä valmis"
    screen.presenter.notice = Notice("Päivä on valmis.")
    screen.presenter.tell()
    screen.show_month()
    hand.rest()
    assert not screen.banner.isVisible()


def test_a_day_with_a_row_that_could_not_be_saved_is_not_complete(hand: Hand) -> None:
    hand.press("F5", "2", "7", "Enter", "Ctrl+Enter")
    accessible.settle()
    assert not hand.complete()
    notice = hand.screen.presenter.notice
    assert notice is not None
    assert "Aalto, Liisa" in notice.text
