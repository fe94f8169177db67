"""Parts that are made when they first come in sight: a screen opens with what it shows."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

W_co = TypeVar("W_co", bound=QWidget, covariant=True)


class Place(QWidget):
    """The place of a part in its layout and in the order of Tab."""

    def __init__(self, shown: Callable[[], object]) -> None:
        super().__init__()
        self._shown = shown
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._begin = QWidget(self)
        """Never in sight: after it comes the part in the order of Tab."""
        self._begin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._begin.hide()

    def put(self, part: QWidget) -> None:
        """Lay a part in, and let Tab come to it here and not after all that was made before it."""
        self._column.addWidget(part)
        if self.isVisible():
            part.setGeometry(self.contentsRect())  # what gets the focus next is scrolled to by where it is
            part.show()
        self._follow_in_tab_order(part)

    def _follow_in_tab_order(self, part: QWidget) -> None:
        """Move the part as a whole: for as long as it hands its focus on, Qt takes it for one stop of Tab.

        To walk along Qt's chain of focus would be plainer; but at each step PySide takes the next widget for
        a child of the one before, and lets go of it together with that.
        """
        policy = part.focusPolicy()
        first = next((one for one in part.findChildren(QWidget) if _is_stop(one)), None)
        if first is not None:
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            part.setFocusProxy(first)
        QWidget.setTabOrder(self._begin, part)
        if first is not None:
            part.setFocusProxy(None)  # type: ignore[arg-type]
            part.setFocusPolicy(policy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._shown()


class Late(Generic[W_co]):
    """A part and its place; ``part`` makes it at once for whoever cannot wait until it is in sight."""

    def __init__(
        self, make: Callable[[], W_co], *, home: Callable[[QWidget], QWidget] = lambda part: part
    ) -> None:
        """``make`` is called once, and gives a part that shows what there is to show at that moment.

        ``home`` lays it into something around it, a scroll area say.
        """
        self._make, self._home = make, home
        self._made: W_co | None = None
        self.place = Place(lambda: self.part)

    @property
    def made(self) -> W_co | None:
        """The part, if it has been made."""
        return self._made

    @property
    def part(self) -> W_co:
        """The part itself."""
        if self._made is None:
            self._made = self._make()
            self.place.put(self._home(self._made))
        return self._made


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab may stop at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
