"""A list and beside it the card of the row that is selected."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Card, Label
from ui.widgets.pages import needed

BOTH_LETTERS = 88
"""Average letters that a list and a card need side by side."""


class SideCard(QWidget):
    """A list with the selected row's card at its right; opens with Enter, closes with Esc.

    Where letters leave no room for both, the open card stands in the list's place until it is closed.
    """

    stands_alone = Signal(bool)
    """The card stands in the list's place (true), or beside it or not at all (false)."""

    def __init__(
        self, texts: Texts, left: QWidget, title: str, right: QWidget, *, shares: tuple[int, int] = (3, 2)
    ) -> None:
        """``shares`` is how the room is shared until the user moves the edge between the two."""
        super().__init__()
        self._shares, self._is_moved = shares, False
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        self.left = left
        self.card = Card()
        head = QHBoxLayout()
        self.heading = Label(texts.say(title), "section", wrap=True)
        head.addWidget(self.heading, 1)
        self.shut = IconButton("x", texts.say(N_("Close")), self.close_card)
        head.addWidget(self.shut)
        self.card.body.addLayout(head)
        self.card.body.addWidget(right, 1)
        self.right = right
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.card)
        self.splitter.splitterMoved.connect(self._moved)
        for at, share in enumerate(shares):
            self.splitter.setStretchFactor(at, share)
        self.card.setMinimumWidth(LOOK.sizes.soft(360))
        self.on_close: Callable[[], object] | None = None
        self.go_back: Callable[[], object] | None = None
        """Gives the focus to what is beside the card, where that is no list."""
        self.card.hide()

    @property
    def is_open(self) -> bool:
        """Whether the card is in sight."""
        return not self.card.isHidden()

    @property
    def is_alone(self) -> bool:
        """Whether the card stands in the list's place."""
        return self.is_open and self.left.isHidden()

    def show_card(self, *, shown: bool = True, title: str = "") -> None:
        """Open or close the card; ``title`` is already translated."""
        if title:
            self.heading.setText(title)
        self.card.setVisible(shown)
        self._fit()

    def close_card(self) -> None:
        """Close the card and go back to the list."""
        self.card.hide()
        self._fit()
        if self.on_close is not None:
            self.on_close()
        if self.go_back is not None:
            self.go_back()
            return
        grids = self.left.findChildren(QWidget, "grid")
        focus = next((grid for grid in grids if grid.isVisible()), self.left)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Let the card grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.setGeometry(self.rect())
        self._fit()

    def _moved(self, *_: int) -> None:
        """From now on the edge stays where the user put it."""
        self._is_moved = True

    # --- the room: that of both at the widths that they have

    def minimumSizeHint(self) -> QSize:
        return self.splitter.minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self.splitter.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = [part for part in (self.left, self.card) if not part.isHidden()]
        wide = width if len(shown) == 1 else 0
        return max((needed(part, wide or part.width() or width) for part in shown), default=0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _fit(self) -> None:
        """Side by side where both have room; otherwise an open card takes the list's place."""
        letter = self.fontMetrics().averageCharWidth()
        alone = self.is_open and 0 < self.width() < letter * BOTH_LETTERS
        self.card.setMinimumWidth(0 if alone else LOOK.sizes.soft(360))
        if self.is_open and not alone and not self._is_moved:
            whole = sum(self._shares)
            self.splitter.setSizes([self.width() * share // whole for share in self._shares])
        if alone != self.left.isHidden():
            self.left.setVisible(not alone)
            self.stands_alone.emit(alone)
