"""Rows that can be ticked: the space bar, or a press on the mark before the words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ui.look import LOOK
from ui.widgets.cells import SPACE
from ui.widgets.grid import MARK, Grid


class TickGrid(Grid):
    """A grid over a table presenter that has ticks."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the mark ticks the row; anywhere else it selects it."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        super().mousePressEvent(event)
        if not index.isValid() or index.column() != 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        if place.x() - self.visualRect(index).left() <= LOOK.sizes.px(MARK) + 2 * SPACE:
            self.presenter.tick(self.table_model.row_at(index).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the row that one stands on."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and index.isValid():
            self.presenter.tick(self.table_model.row_at(index).id)
            return
        super().keyPressEvent(event)
