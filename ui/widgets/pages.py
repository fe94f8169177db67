"""Pages one at a time, and a page that scrolls down where it has no room, never sideways.

Qt's own stacks ask for the room of their largest page, seen or not, and its scroll areas would like to
show everything they hold. Here a thing asks for what it needs at the width that it has, and no more.
"""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget, QWidgetItem


def needed(widget: QWidget, width: int) -> int:
    """The height that a widget needs at a width."""
    least = QWidgetItem(widget).minimumSize().height()
    return max(least, widget.heightForWidth(width)) if widget.hasHeightForWidth() else least


class Pages(QWidget):
    """One of several pages fills the room; the others take none."""

    currentChanged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self._at = -1

    def addWidget(self, page: QWidget) -> int:
        """Add a page; the first is in sight."""
        page.setParent(self)
        self._pages.append(page)
        if self._at < 0:
            self.setCurrentIndex(0)
        else:
            page.hide()
        return len(self._pages) - 1

    def removeWidget(self, page: QWidget) -> None:
        """Take a page away; it is not deleted."""
        at = self._pages.index(page)
        page.hide()
        del self._pages[at]
        if at <= self._at:
            self._at = -1
            self.setCurrentIndex(max(0, at - 1))

    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def currentIndex(self) -> int:
        """The place of the page in sight, -1 when there is none."""
        return self._at

    def currentWidget(self) -> QWidget | None:
        """The page in sight."""
        return self._pages[self._at] if self._at >= 0 else None

    def setCurrentWidget(self, page: QWidget) -> None:
        """Bring a page in sight."""
        self.setCurrentIndex(self._pages.index(page))

    def setCurrentIndex(self, at: int) -> None:
        """Bring the page of a place in sight; the focus goes along."""
        if at == self._at or not 0 <= at < len(self._pages):
            return
        before, page = self.currentWidget(), self._pages[at]
        focus = QApplication.focusWidget()
        goes = before is not None and focus is not None and before.isAncestorOf(focus)
        self._at = at
        page.setGeometry(self.rect())
        page.show()
        if before is not None:
            before.hide()
        if goes and (target := page.focusWidget() or _first_stop(page)) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.currentChanged.emit(at)

    # --- the room

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return QWidgetItem(page).minimumSize() if page is not None else QSize(0, 0)

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        page = self.currentWidget()
        return needed(page, width) if page is not None else -1

    def event(self, event: QEvent) -> bool:
        """Tell those around when the page needs more or less than before."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.currentWidget()
        if page is not None:
            page.setGeometry(self.rect())


def _first_stop(page: QWidget) -> QWidget | None:
    """The first widget of a page that Tab would stop at."""
    at = page.nextInFocusChain()
    while at is not None and at is not page:
        if page.isAncestorOf(at) and at.focusPolicy().value & 1 and at.isVisibleTo(page) and at.isEnabled():
            return at
        at = at.nextInFocusChain()
    return None


class Stretch(Pages):
    """Holds one page at the size of the room there is, never lower than what the page needs."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._asked_at = 0
        self.addWidget(page)

    def minimumSizeHint(self) -> QSize:
        """What the page needs at the width that it has been laid out at.

        A scroll area asks in the middle of every resizing. If the answer changed there, it would resize
        again, and a page that needs less when it is narrower, until all has been laid out, would have its
        bar come and go without end.
        """
        page = self.currentWidget()
        return QSize(0, needed(page, self._asked_at or self.width()) if page is not None else 0)

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._asked_at != event.size().width():
            self._asked_at = event.size().width()
            self.updateGeometry()


class Area(QScrollArea):
    """A scroll area that Tab never stops at, goes only down, and asks for no more than it must have."""

    def __init__(self, inner: QWidget | None = None, name: str = "") -> None:
        super().__init__()
        # Asking Qt for its own view would make PySide prepare every kind of widget that there is.
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if inner is not None:
            inner.setProperty("look", "clear")
            self.setWidget(inner)

    def sizeHint(self) -> QSize:
        least = max(self.minimumHeight(), self.minimumSizeHint().height())
        return QSize(super().sizeHint().width(), least)


def stretched(page: QWidget, name: str = "") -> Area:
    """A page that fills the room there is, and scrolls where large letters leave it too little."""
    return Area(Stretch(page), name)
