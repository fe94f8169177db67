"""Choices side by side: where the focus is when a key chooses."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.segments import Segments


def test_the_focus_goes_along_with_what_a_key_chooses(qtbot: QtBot) -> None:
    chosen: list[object] = []
    choices = Segments("Osat", ((1, "Yksi"), (2, "Kaksi"), (3, "Kolme")), chosen.append)
    qtbot.addWidget(choices)
    choices.show()
    choices.activateWindow()
    qtbot.waitUntil(choices.isActiveWindow)
    buttons = [button for _, button in choices._buttons]
    choices.show_value(1)
    buttons[0].setFocus()
    choices.show_value(3)
    assert QApplication.focusWidget() is buttons[2]
    buttons[1].setFocus()
    choices.show_value(3)
    assert QApplication.focusWidget() is buttons[1]  # on the way by Tab, what holds did not change
