"""A list and beside it the card of the row that is selected."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Card, Label

SHARES = (717, 424)
"""How a window of the usual size is shared by list and card; a screen may share it otherwise."""


class SideCard(QWidget):
    """A list with the selected row's card at its right; opens with Enter, closes with Esc."""

    def __init__(self, texts: Texts, left: QWidget, title: str, right: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
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
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(SHARES)
        row.addWidget(self.splitter)
        self.card.setMinimumWidth(LOOK.sizes.soft(360))
        self.on_close: Callable[[], object] | None = None
        self.card.hide()

    @property
    def is_open(self) -> bool:
        """Whether the card is in sight."""
        return not self.card.isHidden()

    def show_card(self, *, shown: bool = True, title: str = "") -> None:
        """Open or close the card; ``title`` is already translated."""
        if title:
            self.heading.setText(title)
        self.card.setVisible(shown)

    def close_card(self) -> None:
        """Close the card and go back to the list."""
        self.card.hide()
        if self.on_close is not None:
            self.on_close()
        grids = self.left.findChildren(QWidget, "grid")
        focus = next((grid for grid in grids if grid.isVisible()), self.left)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Let the card grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.card.setMinimumWidth(LOOK.sizes.soft(360))
