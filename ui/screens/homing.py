"""Where the focus is on a screen: where one was, or where the work begins; never lost with a button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from ui.widgets.table import TableView


def in_use(widget: QWidget | None) -> bool:
    """Whether a widget is still there, in sight and enabled."""
    return widget is not None and isValid(widget) and widget.isVisible() and widget.isEnabled()


class Homing(QWidget):
    """A widget with a head, whose focus has a home."""

    header: QFrame
    """What Tab leaves for later when one comes to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._left_at: QWidget | None = None

    def home(self) -> QWidget:
        """Where the focus belongs when what had it has gone: the first list in sight, or its first step."""
        tables = self.findChildren(TableView)
        stops = (part for table in tables for part in (table.grid, table.empty.button))
        return next((stop for stop in stops if stop.isVisible()), self)

    def go_home(self) -> None:
        """Give the focus to where it belongs."""
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """The screen has come in sight: the focus goes where it was on it, or where the work begins."""
        left = self._left_at
        if left is not None and in_use(left):
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_home()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen comes in sight: remember where one was on this one."""
        super().hideEvent(event)
        focus = QApplication.focusWidget()
        self._left_at = focus if focus is not None and self._holds(focus) else None

    def focus_held(self) -> QWidget | None:
        """What has the focus on the screen, head included."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    def keep_focus(self, held: QWidget | None) -> None:
        """The screen has been shown anew: the focus goes home if what held it went and nothing took it."""
        if held is None and QApplication.focusWidget() is self:
            self.go_home()  # what one came to has been read
        if held is None or in_use(held):
            return
        now = QApplication.focusWidget()
        if now is None or not self._holds(now):
            self.go_home()

    def _holds(self, widget: QWidget) -> bool:
        """Whether a widget is on the screen, under its head."""
        return self.isAncestorOf(widget) and not self.header.isAncestorOf(widget)
