"""Two things beside each other, or one under the other where letters leave no room for both."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Beside(QWidget):
    """``letters`` is the width, in average characters, that the two need side by side."""

    turned = Signal(bool)
    """They stand under each other now (true), or beside each other (false)."""

    def __init__(self, letters: int, *, space: int = 16) -> None:
        super().__init__()
        self._letters = letters
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(space)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for both side by side."""
        return 0 < self.width() < self.fontMetrics().averageCharWidth() * self._letters

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add one of the two, with its share of the room."""
        self.line.addWidget(widget, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._turn()

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        wanted = way.TopToBottom if self.is_narrow else way.LeftToRight
        if self.line.direction() != wanted:
            self.line.setDirection(wanted)
            self.turned.emit(self.is_narrow)
