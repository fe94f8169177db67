"""The field that filters a list: its glass grows with the letters, and its hint is never cut."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.look import LOOK
from ui.widgets.icons import paint_icon
from ui.widgets.undoing import leave_undo

GLASS = 16
EDGES = 40
"""The field's own edges, and the button that clears it."""


class FilterField(QLineEdit):
    """A line with a magnifying glass before it."""

    def __init__(self, hint: str, name: str) -> None:
        """``hint`` stands in the empty field, ``name`` is told aloud; both are translated."""
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        leave_undo(self)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the list, as Enter does."""
        if event.key() == Qt.Key.Key_Down:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Leave room for the glass."""
        self.setTextMargins(LOOK.sizes.px(GLASS) + 6, 0, 0, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(wide + LOOK.sizes.px(GLASS) + EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = LOOK.sizes.px(GLASS)
        painter = QPainter(self)
        paint_icon(
            painter, QRect(10, (self.height() - side) // 2, side, side), "magnifying-glass", LOOK.theme.muted
        )
        painter.end()
