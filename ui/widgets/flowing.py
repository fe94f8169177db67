"""A row that goes on to the next line when it is full, and takes just the height of its lines."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowingLayout(QLayout):
    """Widgets side by side, and below when there is no more room; the reading order stays."""

    def __init__(self, *, space: int, line_space: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._space = space
        self._line_space = line_space
        self.setContentsMargins(0, 0, 0, 0)

    # --- what Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    def takeAt(self, at: int) -> QLayoutItem | None:
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    # --- laying

    def height_at(self, width: int) -> int:
        """The height that the items take at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place the items line by line; gives the height that they take."""
        spot, height = rect.topLeft(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if spot.x() > rect.left() and spot.x() + size.width() > rect.right() + 1:
                spot = QPoint(rect.left(), spot.y() + height + self._line_space)
                height = 0
            if move:
                item.setGeometry(QRect(spot, QSize(min(size.width(), rect.width()), size.height())))
            spot += QPoint(size.width() + self._space, 0)
            height = max(height, size.height())
        return spot.y() + height - rect.top()


class Flow(QWidget):
    """A widget whose children flow; its height follows from its width.

    The height is fixed anew at each width: a height-for-width layout would ask its parents for the
    height of its narrowest shape.
    """

    def __init__(self, *, space: int = 8, line_space: int | None = None) -> None:
        super().__init__()
        self.flow = FlowingLayout(space=space, line_space=space if line_space is None else line_space)
        self.setLayout(self.flow)

    def event(self, event: QEvent) -> bool:
        """Take the height of the lines after a change of width or of what is in them."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            height = self.flow.height_at(self.width())
            if height != self.minimumHeight() or height != self.maximumHeight():
                self.setFixedHeight(height)
        return super().event(event)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self.flow.addWidget(widget)

    def empty(self) -> None:
        """Take everything away."""
        while (item := self.flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
