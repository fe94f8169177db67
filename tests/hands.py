"""Two hands on a keyboard before the real window, and a watch that no mouse is used."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from subcontract.actions.act import Worker
from tests.desk import Desk
from tests.ui import accessible
from tests.ui.frame import window
from ui.shell import Shell
from ui.widgets.buttons import PrimaryButton

MOUSE = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    )
)


class NoMouse(QObject):
    """Counts what a mouse did."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _target: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt
        self.seen += event.type() in MOUSE
        return False


class Hands:
    """Two hands on a keyboard."""

    def __init__(self, qtbot: QtBot, shell: Shell, desk: Desk) -> None:
        self.qtbot, self.shell, self.desk = qtbot, shell, desk
        self.keys = 0

    @property
    def focus(self) -> QWidget:
        """Where the next key goes; a window manager gives the window back after a dialog."""
        if QApplication.activeWindow() is None:
            self.shell.activateWindow()
            accessible.settle()
        return QApplication.focusWidget() or self.shell

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        QTest.keyClick(self.focus, key, modifier)
        accessible.settle()

    def write(self, text: str) -> None:
        for letter in text:
            self.keys += 1
            QTest.keyClicks(self.focus, letter)
        accessible.settle()

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> QWidget:
        """Press Tab until the focus is where it should be."""
        seen = []
        for _ in range(80):
            if wanted(self.focus):
                return self.focus
            seen.append(accessible.name_of(self.focus))
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab gets only to {dict.fromkeys(seen)}")

    def tab_to_named(self, name: str) -> QWidget:
        return self.tab_to(lambda widget: accessible.name_of(widget) == name)

    def tab_to_grid(self) -> QTableView:
        found = self.tab_to(lambda widget: isinstance(widget, QTableView) and widget.isVisible())
        assert isinstance(found, QTableView)
        return found

    def go_to_row(self, text: str) -> None:
        """Tab to the list and go down to the row that says so."""
        grid = self.tab_to_grid()
        for _ in range(30):
            here = grid.currentIndex()
            cells = (here.siblingAtColumn(at).data() for at in range(grid.model().columnCount()))
            if here.isValid() and any(text in str(cell) for cell in cells):
                return
            self.press(Qt.Key.Key_Down)
        raise AssertionError(f"no row says {text}")

    def until(self, happened: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(happened, timeout=20_000)
        accessible.settle()

    def say_yes(self) -> None:
        """Answer the question that the next key brings: Tab to the act, then Space."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(20, answer)
                return
            assert not isinstance(self.focus, PrimaryButton), "the safe answer has the focus first"
            for _ in range(4):
                if isinstance(QApplication.focusWidget(), PrimaryButton):
                    break
                self.press(Qt.Key.Key_Tab)
            self.press(Qt.Key.Key_Space)

        QTimer.singleShot(0, answer)

    def stored(self, query: Callable[[Any], Any]) -> Any:
        return self.desk.stored(query)


@contextmanager
def hands_on(qtbot: QtBot, store: Any, desk: Desk, who: Worker) -> Iterator[Hands]:
    """Hands before a window of somebody who works there; closes both and the store, and no mouse was used."""
    shell = window(store, who, screen="today")
    shell.activateWindow()
    watch = NoMouse()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    accessible.settle()
    yield Hands(qtbot, shell, desk)
    app.removeEventFilter(watch)
    shell.close()
    shell.deleteLater()
    accessible.free()
    store.close()
    assert watch.seen == 0
