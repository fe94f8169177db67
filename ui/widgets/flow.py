"""A row that goes on to the next line when it is full, and takes just the height of its lines."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowingLayout(QLayout):
    """Widgets side by side, and below when there is no more room; the reading order stays.

    A widget that would like to expand, such as a filter field, takes the rest of its line.
    """

    def __init__(
        self,
        *,
        space: int,
        line_space: int,
        tells_height: bool = False,
        at_bottom: bool = False,
        at_right: bool = False,
    ) -> None:
        super().__init__()
        self._tells_height = tells_height
        self._at_bottom, self._at_right = at_bottom, at_right
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

    def hasHeightForWidth(self) -> bool:
        return self._tells_height

    def heightForWidth(self, width: int) -> int:
        return self.height_at(width) if self._tells_height else -1

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

    def move_last(self, at: int) -> None:
        """Move the item added last to a place."""
        self._items.insert(at, self._items.pop())
        self.invalidate()

    # --- laying

    def height_at(self, width: int) -> int:
        """The height that the items take at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place the items line by line; gives the height that they take."""
        top = rect.top()
        for line in self._lines(rect.width()):
            sizes = _sizes(line, rect.width(), self._space)
            height = max(size.height() for size in sizes)
            used = sum(size.width() for size in sizes) + self._space * (len(sizes) - 1)
            left = rect.left() + (rect.width() - used if self._at_right else 0)
            for item, size in zip(line, sizes, strict=True):
                if move:
                    down = height - size.height()
                    place = QPoint(left, top + (down if self._at_bottom else down // 2))
                    item.setGeometry(QRect(place, size))
                left += size.width() + self._space
            top += height + self._line_space
        return max(0, top - self._line_space - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items that are in sight, parted into lines."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not lines or used + self._space + wide > width:
                lines.append([item])
                used = wide
            else:
                lines[-1].append(item)
                used += self._space + wide
        return lines


def _sizes(line: list[QLayoutItem], room: int, space: int) -> list[QSize]:
    """The sizes of the items of a line; what is left over goes to those that would like it."""
    widths = [min(item.sizeHint().width(), room) for item in line]
    eager = [at for at, item in enumerate(line) if item.expandingDirections() & Qt.Orientation.Horizontal]
    left = room - sum(widths) - space * (len(line) - 1)
    for at in eager:
        widths[at] += max(0, left) // len(eager)
    return [
        QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height())
        for item, width in zip(line, widths, strict=True)
    ]


class FlowLayout(FlowingLayout):
    """Flows too, but would like to be one line: for a few buttons beside other things."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__(space=spacing, line_space=spacing, tells_height=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._items]
        whole = sum(widths) + self._space * max(0, len(widths) - 1)
        return QSize(whole, self.minimumSize().height())


class Flow(QWidget):
    """A widget whose children flow; its height follows from its width.

    The height is fixed anew at each width: a layout that tells its height for a width asks its parents for
    the height of its narrowest shape. Inside a scroll area that is no harm: there ``tells_height`` gets
    the whole page right at once.
    """

    def __init__(
        self,
        *,
        space: int = 8,
        line_space: int | None = None,
        tells_height: bool = False,
        at_bottom: bool = False,
        at_right: bool = False,
    ) -> None:
        super().__init__()
        between = space if line_space is None else line_space
        self._tells_height = tells_height
        self.flow = FlowingLayout(
            space=space,
            line_space=between,
            tells_height=tells_height,
            at_bottom=at_bottom,
            at_right=at_right,
        )
        self.setLayout(self.flow)

    def event(self, event: QEvent) -> bool:
        """Take the height of the lines after a change of width or of what is in them."""
        if not self._tells_height and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            height = self.flow.height_at(self.width())
            if height != self.minimumHeight() or height != self.maximumHeight():
                self.setFixedHeight(height)
        return super().event(event)

    def add(self, widget: QWidget, at: int = -1) -> None:
        """Put a widget at a place, the end by default."""
        self.flow.addWidget(widget)
        if at >= 0:
            self.flow.move_last(at)

    def empty(self) -> None:
        """Take everything away."""
        while (item := self.flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
