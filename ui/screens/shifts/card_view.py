"""Shifts on the board: a card with its people, and what is said of it while a person is in hand."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from subcontract.ids import ClientId
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.rota.shift_card import MOST_HOLES, ShiftCard
from ui.presenters.tone import Tone
from ui.screens.shifts.chips import PERSON, PIN_ICONS, Hole, PersonChip, start_drag
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine


class CardView(QFrame):
    """A shift on the board; Enter opens it, or puts down the person in hand.

    In the row of a ``client`` it is that person's place on the shift: Space takes the person in hand.
    """

    def __init__(self, presenter: RotaPresenter, card: ShiftCard, client: ClientId | None = None) -> None:
        super().__init__()
        self.presenter, self.card, self.client = presenter, card, client
        self._pressed_at: QPoint | None = None
        self.setProperty("look", "clear")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(presenter.can_plan and not card.cancelled)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        self.chips: list[PersonChip] = []
        self._fill()
        self.verdict = ToneLine("", Tone.INFO, "muted")
        column.addWidget(self.verdict)
        self.show_verdict()

    def _head(self) -> QVBoxLayout:
        """Times, and whose row it is not: the work in a person's row."""
        head = QVBoxLayout()
        head.setSpacing(0)
        line = QHBoxLayout()
        line.addWidget(Label(self.card.times, "strong"))
        line.addStretch(1)
        if self.card.done:
            line.addWidget(ToneLine(self.presenter.texts.say(N_("Recorded")), Tone.READY, "muted"))
        head.addLayout(line)
        if self.client is not None:
            head.addWidget(Label(self.card.title, "muted", wrap=True))
        return head

    def _fill(self) -> None:
        """The people, what a coach has decided of them, and how much there is to look at."""
        card, column = self.card, self._column
        if card.cancelled:
            column.addWidget(Label(card.cancelled, "muted", wrap=True))
        elif card.detail and self.client is None:
            column.addWidget(Label(card.detail, "muted", wrap=True))
        if self.client is None:
            column.addWidget(self._people())
        for kind, words in card.pinned:
            line = ToneLine(words, Tone.QUIET, "muted")
            line.say(words, Tone.QUIET, PIN_ICONS[kind])
            column.addWidget(line)
        if card.warnings:
            words = self.presenter.texts.count(
                N_("{number} thing to look at"), N_("{number} things to look at"), len(card.warnings)
            )
            column.addWidget(ToneLine(words, Tone.ATTENTION, "muted"))

    def _people(self) -> QWidget:
        """The people as chips, and free seats as holes."""
        flow = Flow(space=4, tells_height=True)
        for chip in self.card.chips:
            view = PersonChip(self.presenter, self.card, chip)
            self.chips.append(view)
            flow.add(view)
        for _ in range(min(self.card.free, MOST_HOLES)):
            flow.add(Hole())
        if self.card.free:
            free = self.presenter.texts.count(
                N_("{number} free seat"), N_("{number} free seats"), self.card.free
            )
            flow.add(Label(free, "muted"))
        return flow

    def show_verdict(self) -> None:
        """Tell what speaks against the person in hand, or nothing when nobody is in hand."""
        found = self.presenter.verdict(self.card.shift)
        self.verdict.say(found.line if found else "", found.tone if found else Tone.INFO)
        self.setToolTip("\n".join(found.whole) if found else "")
        told = (found.whole or (found.line,)) if found else ()
        self.setAccessibleName(". ".join((self.card.spoken, *told)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show focus by the edge, two pixels wide; what is only offered has a broken edge."""
        theme, painter, focused = LOOK.theme, QPainter(self), self.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.pine if focused else theme.control if self.card.is_target else theme.line
        pen = QPen(QColor(edge), 2 if focused else 1)
        if self.card.is_target and not focused:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.paper if self.card.cancelled or self.card.is_target else theme.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- what the user does

    def activate(self) -> None:
        """Open the shift, or put down who is in hand."""
        if self.presenter.held is not None:
            self.presenter.put_down(self.card.shift)
        else:
            self.presenter.open(self.card.shift, self.client)

    @property
    def _can_be_moved(self) -> bool:
        """Whether the card is a person's own place that can be moved."""
        standing = not (self.card.is_target or self.card.cancelled)
        return self.client is not None and standing and self.presenter.can_plan

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._can_be_moved and self.presenter.held is None:
            self._pick_up()
        elif event.key() == Qt.Key.Key_Delete and self._can_be_moved and self.client is not None:
            self.presenter.take_off(self.client, self.card.shift)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activate()
        else:
            super().keyPressEvent(event)

    def _pick_up(self) -> None:
        """Take the person of the row in hand."""
        if self.client is not None:
            self.presenter.pick_up(self.client, self.card.shift)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may be the beginning of a drag; the release opens."""
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the person of the row."""
        if self._pressed_at is None or not self._can_be_moved or self.client is None:
            return
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed_at = None
            start_drag(self, self.presenter, self.client, self.card.shift)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press and a release on the same card open it."""
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is not None and self.rect().contains(event.position().toPoint()):
            self.activate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PERSON):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.presenter.put_down(self.card.shift)
