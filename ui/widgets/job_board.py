"""Jobs as cards in columns by state: arrows go from card to card, Ctrl and an arrow moves the job."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from subcontract.ids import JobId
from subcontract.words import N_, Texts
from ui.look import LOOK
from ui.presenters.jobs.jobs import BoardColumn, JobCard
from ui.widgets.chips import StateChip
from ui.widgets.labels import Label, Picture, ToneLine, restyle
from ui.widgets.pages import Area

LARGE = 150
"""With letters of this many per cent a card's picture stands above its words."""
COLUMN = 212
"""Least width of a column in pixels at ordinary letters: five fit a window of 1366 pixels."""


class JobCardView(QFrame):
    """One job: name, customer, who and when, and what to look at."""

    opened = Signal(object)
    moved = Signal(object, int)
    went = Signal(object, int, int)

    def __init__(self, card: JobCard) -> None:
        super().__init__()
        self.card = card
        self.setProperty("look", "jobcard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(card.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ways = QBoxLayout.Direction
        large = LOOK.sizes.percent >= LARGE  # then the words need the whole width
        row = QBoxLayout(ways.TopToBottom if large else ways.LeftToRight, self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(Picture(card.pictogram, 36), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(f"{card.number} {card.name}", "strong", wrap=True))
        column.addWidget(Label(card.customer, wrap=True))
        if card.detail:
            column.addWidget(Label(card.detail, "muted", wrap=True))
        if card.note is not None:
            note = ToneLine()
            column.addWidget(note)
            note.say(card.note.text, card.note.tone, card.note.icon)
        row.addLayout(column, 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        restyle(self, focus="true")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        restyle(self, focus="false")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.card.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows go, Ctrl and an arrow moves the job to the next column."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        side = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not ctrl:
            if not event.isAutoRepeat():
                self.opened.emit(self.card.id)
        elif side and ctrl:
            self.moved.emit(self.card.id, side)
        elif side or down:
            self.went.emit(self.card.id, side, down)
        else:
            super().keyPressEvent(event)


class JobBoard(QWidget):
    """The columns; each scrolls by itself."""

    def __init__(
        self, texts: Texts, opened: Callable[[JobId], object], moved: Callable[[JobId, int], object]
    ) -> None:
        super().__init__()
        self.texts = texts
        self._opened, self._moved = opened, moved
        self._shown: tuple[tuple[BoardColumn, ...], int] = ((), 0)
        self._cards: list[list[JobCardView]] = []
        self._focus: JobId | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.area = Area()
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setProperty("pans", True)
        column.addWidget(self.area, 1)
        words = N_("Enter opens a job. Ctrl and an arrow moves it to the next or the previous state.")
        column.addWidget(Label(texts.say(words), "muted", wrap=True))

    def show_board(self, board: tuple[BoardColumn, ...]) -> None:
        """Show other columns; the focus stays with its job."""
        wanted = (board, LOOK.sizes.percent)
        if wanted == self._shown:
            return
        self._shown = wanted
        focused = next((view.card.id for views in self._cards for view in views if view.hasFocus()), None)
        inner = QWidget()
        inner.setProperty("look", "clear")
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._cards = [self._column(row, column) for column in board]
        self.area.setWidget(inner)
        for views in self._cards:
            for view in views:
                if view.card.id == focused:
                    view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, row: QHBoxLayout, column: BoardColumn) -> list[JobCardView]:
        """Add one column."""
        home = QFrame()
        home.setProperty("look", "boardcolumn")
        home.setMinimumWidth(LOOK.sizes.soft(COLUMN))
        place = QVBoxLayout(home)
        place.setContentsMargins(8, 8, 8, 8)
        place.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(StateChip(column.title))
        head.addStretch(1)
        count = Label(str(len(column.cards)), "quiet")
        count.setAccessibleName(self.texts.count(N_("{number} job"), N_("{number} jobs"), len(column.cards)))
        head.addWidget(count)
        place.addLayout(head)
        views = []
        for card in column.cards:
            view = JobCardView(card)
            view.opened.connect(self._opened)
            view.moved.connect(self._moved)
            view.went.connect(self._go)
            place.addWidget(view)
            views.append(view)
        if not views:
            place.addWidget(Label(self.texts.say(N_("No jobs here")), "muted", wrap=True))
        place.addStretch(1)
        row.addWidget(home, 1)
        return views

    def _go(self, job: JobId, side: int, down: int) -> None:
        """Move the focus to the nearest card in a direction."""
        at, place = next(
            (at, place)
            for at, views in enumerate(self._cards)
            for place, view in enumerate(views)
            if view.card.id == job
        )
        if down:
            to = self._cards[at][place + down : place + down + 1] if place + down >= 0 else []
        else:
            beside = self._cards[at + side :] if side > 0 else self._cards[:at][::-1]
            filled = next((views for views in beside if views), [])
            to = filled[min(place, len(filled) - 1) : min(place, len(filled) - 1) + 1] if filled else []
        if to:
            to[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(to[0])

    @property
    def first(self) -> JobCardView | None:
        """The first card, if there is any."""
        return next((view for views in self._cards for view in views), None)

    def focus_first(self) -> None:
        """Go to the first card."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
