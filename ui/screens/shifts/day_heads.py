"""The days over the week board: they stay in sight while the board scrolls down, and follow it sideways."""

from itertools import chain
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.screens.shifts.board import Board
from ui.widgets.labels import Label
from ui.widgets.pages import Area
from ui.widgets.reading_order import into_sight

UNDER = 8
"""Pixels between the days and the first row."""
MOVING = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest}
"""What may have moved a column."""


class BoardArea(Area):
    """The board in a scroll area, under its days.

    The days have a margin of the area for themselves, so what is scrolled into sight is never under them.
    """

    def __init__(self, board: Board) -> None:
        super().__init__()
        self.board = board
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setProperty("pans", True)
        self._sought: UUID | None = None
        self.heads = QWidget(self)
        self.labels: list[Label] = []
        self.horizontalScrollBar().valueChanged.connect(self._place)
        self.setWidget(board)  # whose events a scroll area hears

    def refresh(self) -> None:
        """Tell the days of the board, in the letters of now."""
        titles = self.board.titles
        if titles != tuple(label.text() for label in self.labels):
            for label in self.labels:
                label.hide()
                label.deleteLater()
            self.labels = [Label(title, "label") for title in titles]
            for label in self.labels:
                label.setParent(self.heads)
                label.show()
        sizes = [label.sizeHint() for label in self.labels]
        self.board.set_widths([size.width() for size in sizes])
        high = max((size.height() for size in sizes), default=0)
        self.setViewportMargins(0, high + UNDER if high else 0, 0, 0)
        self._place()
        self._find()

    def seek(self, shift: UUID) -> None:
        """Scroll to a shift once its week has been read and its card is open."""
        self._sought = shift

    def _find(self) -> None:
        """Scroll to the shift that was led to, if it is there by now."""
        presenter, views = self.board.presenter, chain.from_iterable(self.board.cards.values())
        if self._sought is None or presenter.place or presenter.shift_id != self._sought:
            return
        view = next((view for view in views if view.card.shift == self._sought), None)
        if view is not None:
            self._sought = None
            QTimer.singleShot(0, view, lambda: into_sight(view))  # once the card beside it has its room

    def _place(self) -> None:
        """Put every day over its column."""
        view = self.viewport().geometry()
        self.heads.setGeometry(view.x(), 0, view.width(), view.y())
        shift = self.board.x()
        for label, place in zip(self.labels, self.board.columns(), strict=False):
            label.setGeometry(QRect(place.x() + shift, 0, place.width(), max(0, view.y() - UNDER)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The columns follow the board when it is laid out, the days follow them."""
        done = super().eventFilter(watched, event)
        if watched is self.board and event.type() in MOVING:
            self._place()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(0, self.viewportMargins().top())
