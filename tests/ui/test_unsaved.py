"""What is typed does not go unasked with the window, the language or the person."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui import accessible
from tests.ui.frame import window
from ui import commands
from ui.screens.customers import CustomersScreen
from ui.screens.settings.settings import SettingsScreen
from ui.screens.settings.unit import UnitPage
from ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot) -> Iterator[Shell]:
    assert qtbot
    made = window(screen="customers")
    accessible.settle()
    yield made
    made.close()
    made.deleteLater()
    accessible.free()


def write_a_customer(shell: Shell) -> CustomersScreen:
    screen = shell.current
    assert isinstance(screen, CustomersScreen)
    screen.presenter.start_new()
    screen.presenter.form.type("name", "Leipomo <b>Rinne</b>")
    return screen


def answering(button: int, seen: list[str]) -> Callable[[], None]:
    """Answer the question when it comes: 0 is the safe answer, 1 does it."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.findChildren(QPushButton)[button].click()

    return answer


def test_a_question_comes_first_and_the_safe_answer_keeps_everything(shell: Shell) -> None:
    screen, seen = write_a_customer(shell), list[str]()
    QTimer.singleShot(0, shell, answering(0, seen))
    commands.run(shell, "language_sv")
    assert any("Tilaajat" in text for text in seen)
    assert shell.texts.language == "fi"
    assert shell.current is screen
    assert screen.presenter.form.typed["name"] == "Leipomo <b>Rinne</b>"
    QTimer.singleShot(0, shell, answering(0, seen))
    commands.run(shell, "quit")
    assert shell.isVisible()


def test_doing_it_all_the_same_does_it(shell: Shell) -> None:
    write_a_customer(shell)
    QTimer.singleShot(0, shell, answering(1, []))
    commands.run(shell, "language_sv")
    assert shell.texts.language == "sv"
    commands.run(shell, "quit")
    assert not shell.isVisible(), "nothing is typed any more, and so nothing is asked"


def test_nothing_is_asked_of_what_is_saved(shell: Shell) -> None:
    screen = write_a_customer(shell)
    screen.presenter.reset()
    screen.presenter.close()
    event = QCloseEvent()
    shell.closeEvent(event)
    assert event.isAccepted()


def test_a_page_of_settings_is_asked_for_too(shell: Shell, qtbot: QtBot) -> None:
    shell.show_screen("settings/unit")
    settings = shell.current
    assert isinstance(settings, SettingsScreen)
    unit = settings.pages.currentWidget()
    assert isinstance(unit, UnitPage)
    qtbot.waitUntil(lambda: unit.presenter.unit is not None)
    unit.presenter.form.type("phone", "040 000 0000")
    seen: list[str] = []
    shell.on_switch_person = lambda: seen.append("switched")
    QTimer.singleShot(0, shell, answering(0, seen))
    commands.run(shell, "switch_person")
    assert any("Asetukset" in text for text in seen)
    assert "switched" not in seen
