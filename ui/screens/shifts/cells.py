"""Rows of the board: their names, and the cards of a day one under another."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from subcontract.ids import ClientId
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.board import BoardRow
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.rota.shift_card import ShiftCard
from ui.presenters.tone import Tone
from ui.screens.shifts.card_view import CardView
from ui.screens.shifts.chips import start_drag
from ui.widgets.faces import Face
from ui.widgets.labels import Label, ToneLine

HEAD_LETTERS = 16
"""Least width of a row's name in average characters."""


def drop(widget: QWidget, layout: QLayout) -> None:
    """Take a widget away; its focus waits at the board, or Qt would look for another in the whole screen."""
    focus, board = QApplication.focusWidget(), widget.parentWidget()
    while board is not None and not board.property("keeps_focus"):
        board = board.parentWidget()
    if focus is not None and board is not None and (focus is widget or widget.isAncestorOf(focus)):
        board.setFocus(Qt.FocusReason.OtherFocusReason)
    layout.removeWidget(widget)
    widget.hide()
    widget.deleteLater()


class RowHead(QWidget):
    """The name of a row. A person's can be taken in hand by Space, Enter or mouse, for a shift more."""

    def __init__(self, presenter: RotaPresenter, row: BoardRow, client: ClientId | None) -> None:
        super().__init__()
        self.presenter, self.client, self.row = presenter, client, row
        self._pressed_at: QPoint | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 8, 8, 4)
        if client is not None:
            line.addWidget(Face(row.title, row.photo, 28), 0, Qt.AlignmentFlag.AlignTop)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if presenter.can_plan else Qt.FocusPolicy.NoFocus)
            self.setAccessibleName(f"{row.title}. {row.detail}")
            if presenter.can_plan:
                self.setToolTip(presenter.texts.say(N_("Space or dragging: put on one more shift")))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(row.title, "strong", wrap=True))
        words.addWidget(Label(row.detail, "muted", wrap=True))
        line.addLayout(words, 1)
        self.setFixedWidth(max(LOOK.sizes.soft(150), self.fontMetrics().averageCharWidth() * HEAD_LETTERS))

    def shows(self, row: BoardRow) -> bool:
        """Whether it says what there is to say of a row."""
        shown = self.row
        return (row.id, row.title, row.detail, row.photo) == (
            shown.id,
            shown.title,
            shown.detail,
            shown.photo,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the focus."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(LOOK.theme.pine), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if event.key() in keys and self.client is not None:
            self.presenter.pick_up(self.client, None)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the person onto a shift."""
        if self._pressed_at is None or self.client is None or not self.presenter.can_plan:
            return
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed_at = None
            start_drag(self, self.presenter, self.client, None)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """A click takes the person in hand."""
        if self._pressed_at is not None and self.client is not None:
            self.presenter.pick_up(self.client, None)
        self._pressed_at = None


class Cell(QWidget):
    """The cards of a day in a row; a card that says the same as before stays, and the focus with it."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.views: list[CardView] = []
        self._client: ClientId | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(8)
        self._words: tuple[str, str] = ("", "")
        self._lines: list[QWidget] = []

    def fill(
        self, cards: tuple[ShiftCard, ...], client: ClientId | None, away: str = "", more: str = ""
    ) -> None:
        """Show these cards, whether the person is away, and that there are more shifts than are offered."""
        kept = {view.card.shift: view for view in self.views} if client == self._client else {}
        self._client = client
        before, self.views = self.views, []
        for card in cards:
            view = kept.get(card.shift)
            if view is None or view.card != card:
                view = CardView(self.presenter, card, client)
            self.views.append(view)
        for view in before:
            if view not in self.views:
                drop(view, self._stack)
        for at, view in enumerate(self.views):
            if self._stack.indexOf(view) != at:
                self._stack.insertWidget(at, view)
        if (away, more) != self._words:
            self._words = (away, more)
            self._say(away, more)

    def _say(self, away: str, more: str) -> None:
        """Put words under the cards."""
        for line in self._lines:
            self._stack.removeWidget(line)
            line.deleteLater()
        self._lines = [ToneLine(away, Tone.ATTENTION, "muted")] if away else []
        self._lines += [Label(more, "muted", wrap=True)] if more else []
        for line in self._lines:
            self._stack.addWidget(line)
