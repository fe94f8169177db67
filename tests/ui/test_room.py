from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.room import FRAME, show_whole


def test_a_window_too_large_for_the_screen_fills_it(qtbot: QtBot) -> None:
    for over, fills in ((0, False), (1, True)):
        window = QWidget()
        qtbot.addWidget(window)
        room = window.screen().availableSize()
        window.resize(room.width() - FRAME.width(), room.height() - FRAME.height() + over)
        show_whole(window)
        assert window.isVisible()
        assert window.isMaximized() is fills
