"""Parts that are made when they first come in sight: a screen opens with what it shows."""

from collections.abc import Callable
from itertools import pairwise
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
        stops = _tab_stops(part)
        self._column.addWidget(part)
        if self.isVisible():
            part.setGeometry(self.contentsRect())  # what gets the focus next is scrolled to by where it is
            part.show()
        for before, after in pairwise((self._begin, *stops)):
            QWidget.setTabOrder(before, after)

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


def _tab_stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a part that is in no window yet, in order."""
    stops = []
    at: QWidget | None = part
    while at is not None:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(at)
        at = at.nextInFocusChain()
        if at is part:
            break
    return stops
