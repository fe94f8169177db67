"""Where the focus is when a screen comes in sight, and when what had it goes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from subcontract.people.staff import Role
from tests import make
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.presenters.test_recording import world
from ui.screens.bones import Screen
from ui.screens.clients.clients import ClientsScreen
from ui.screens.hours.hours import HoursScreen
from ui.shell import Shell
from ui.widgets.table import TableView


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    made = window(world(), make.worker(), screen="settings")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()
    accessible.free()


def go(shell: Shell, number: int) -> Screen:
    """Press Alt and a number."""
    QTest.keyClick(shell, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    accessible.settle()
    assert isinstance(shell.current, Screen)
    return shell.current


def test_a_screen_with_a_list_takes_the_focus_to_it(shell: Shell) -> None:
    customers = go(shell, 8)
    table = customers.findChild(TableView)
    assert isinstance(table, TableView)
    assert QApplication.focusWidget() is table.grid
    table.filter.setFocus()
    hours = go(shell, 4)
    assert isinstance(hours, HoursScreen)
    assert QApplication.focusWidget() is hours.grid
    go(shell, 8)
    assert QApplication.focusWidget() is table.filter  # where one was before


def test_the_focus_stays_on_the_screen_when_its_button_goes(shell: Shell, qtbot: QtBot) -> None:
    hours = go(shell, 4)
    assert isinstance(hours, HoursScreen)
    qtbot.waitUntil(lambda: bool(hours.presenter.table.rows))
    hours.all_button.setFocus()
    assert QApplication.focusWidget() is hours.all_button
    QTest.keyClick(hours.all_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not hours.all_button.isEnabled())
    assert QApplication.focusWidget() is hours.grid
    hours.primary.setFocus()
    QTest.keyClick(hours.primary, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not hours.primary.isVisible())
    focus = QApplication.focusWidget()
    assert focus is not None
    assert hours.isAncestorOf(focus)
    hours.reopen_button.setFocus()
    QTest.keyClick(hours.reopen_button, Qt.Key.Key_Space)
    qtbot.waitUntil(hours.primary.isVisible)
    assert QApplication.focusWidget() is hours.grid


def test_a_screen_that_is_not_for_the_person_is_not_reached_from_the_rail(qtbot: QtBot) -> None:
    made = window(world(), make.worker(Role.WORK_COACH), screen="reports")
    assert made.shown == "today"
    for screen in ("reports", "payouts"):
        assert not made.rail.buttons[screen].isEnabled()
        made.show_screen(screen)
        assert made.shown == "today"
    assert made.rail.buttons["hours"].isEnabled()
    made.close()
    made.deleteLater()
    accessible.free()


def test_a_client_who_opens_at_once_has_the_focus_on_the_first_field(shell: Shell, qtbot: QtBot) -> None:
    clients = go(shell, 7)
    assert isinstance(clients, ClientsScreen)
    qtbot.waitUntil(lambda: bool(clients.presenter.records))
    shell.show_screen("settings")
    shell.show_screen("clients", next(iter(clients.presenter.records)))
    accessible.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert clients.page.isAncestorOf(focus)
