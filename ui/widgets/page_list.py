"""A list of pages: beside them, or across above them where there is no room beside."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget

from ui.look import LOOK

EDGE = 4


class PageList(QListWidget):
    """As wide as its longest word, or as high as its words need across; arrows go along either way."""

    def __init__(self) -> None:
        super().__init__()
        self._across = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._fit()

    def stand(self, *, across: bool) -> None:
        """Stand across above the pages, or down beside them."""
        self._across = across
        self.setFlow(QListView.Flow.LeftToRight if across else QListView.Flow.TopToBottom)
        self.setWrapping(across)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._across:
            self._fit()

    def _fit(self) -> None:
        """Take the room of the words, with icons that grow with them."""
        side = LOOK.sizes.px(20)
        self.setIconSize(QSize(side, side))
        most = 16_777_215
        if not self._across:
            self.setMinimumHeight(0)
            self.setMaximumHeight(most)
            self.setFixedWidth(self.sizeHintForColumn(0) + 2 * EDGE + LOOK.sizes.px(12))
            return
        self.setMinimumWidth(0)
        self.setMaximumWidth(most)
        last = self.visualItemRect(self.item(self.count() - 1)) if self.count() else self.rect()
        self.setFixedHeight(last.bottom() + self.verticalOffset() + 2 * EDGE + 2)
