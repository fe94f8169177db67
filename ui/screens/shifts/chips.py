"""Shifts on the board: a card with its people as chips, and free seats as holes."""

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.board import MOST_HOLES, Chip, ShiftCard
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tone import Tone
from ui.widgets.chips import BoardChip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, ToneLine

CHIP = 32
"""Height of a person and of a free seat, in pixels at the ordinary size of letters."""
PERSON = "application/x-urakka-person"


class PersonChip(BoardChip):
    """A person on a shift: Space or the mouse takes them in hand, Delete takes them off, F3 asks why."""

    def __init__(self, presenter: RotaPresenter, card: ShiftCard, chip: Chip) -> None:
        super().__init__(
            chip.name,
            chip.photo,
            spoken=chip.spoken,
            tone=chip.tone,
            mark="warning" if chip.tone is Tone.ATTENTION else "",
            pressed=partial(presenter.open, card.shift),
        )
        self.presenter, self.card, self.chip = presenter, card, chip
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pressed_at: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.presenter.pick_up(self.chip.client, self.card.shift)
        elif event.key() == Qt.Key.Key_Delete and self.presenter.can_plan:
            self.presenter.take_off(self.chip.client, self.card.shift)
        elif event.key() == Qt.Key.Key_F3 and not event.modifiers():
            self.presenter.open(self.card.shift)
            self.presenter.why.ask(self.chip.client)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag begins once the mouse has moved far enough; Space does the same by keys."""
        if self._pressed_at is None or not self.presenter.can_plan:
            return
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if moved < QApplication.startDragDistance():
            return
        self._pressed_at = None
        self.presenter.pick_up(self.chip.client, self.card.shift)
        drag, data = QDrag(self), QMimeData()
        data.setData(PERSON, b"")
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)
        self.presenter.let_go()


class Hole(QWidget):
    """A free seat; silent, because the number of them is told beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = LOOK.sizes.px(CHIP)
        return QSize(side * 3 // 4, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), self.width() - 4
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LOOK.theme.control), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(2, (self.height() - side) // 2, side, side)
        painter.end()


class CardView(QFrame):
    """A shift on the board; Enter opens it, or puts down the person in hand."""

    def __init__(self, presenter: RotaPresenter, card: ShiftCard, *, by_person: bool) -> None:
        super().__init__()
        self.presenter, self.card = presenter, card
        self.setProperty("look", "card")
        self.setAccessibleName(card.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(presenter.can_plan and not card.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addLayout(self._head(by_person=by_person))
        if card.cancelled:
            column.addWidget(Label(card.cancelled, "muted", wrap=True))
        elif card.detail and not by_person:
            column.addWidget(Label(card.detail, "muted", wrap=True))
        self.chips: list[PersonChip] = []
        if not by_person:
            column.addWidget(self._people())
        if card.warnings:
            words = presenter.texts.count(
                N_("{number} thing to look at"), N_("{number} things to look at"), len(card.warnings)
            )
            column.addWidget(ToneLine(words, Tone.ATTENTION, "muted"))
        self._ring()

    def _head(self, *, by_person: bool) -> QVBoxLayout:
        """Times, and whose row it is not: the work in a person's row."""
        head = QVBoxLayout()
        head.setSpacing(0)
        line = QHBoxLayout()
        line.addWidget(Label(self.card.times, "strong"))
        line.addStretch(1)
        if self.card.done:
            line.addWidget(ToneLine(self.presenter.texts.say(N_("Recorded")), Tone.READY, "muted"))
        head.addLayout(line)
        if by_person:
            head.addWidget(Label(self.card.title, "muted", wrap=True))
        return head

    def _people(self) -> Flow:
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

    def _ring(self) -> None:
        """Show focus by the edge, two pixels wide; a card that needs a look stands on the sun's tint."""
        theme = LOOK.theme
        edge = f"2px solid {theme.pine}" if self.hasFocus() else f"1px solid {theme.line}"
        ground = theme.paper if self.card.cancelled else theme.card
        self.setStyleSheet(f"CardView {{ background: {ground}; border: {edge}; border-radius: 10px; }}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring()

    def activate(self) -> None:
        """Open the shift, or put down who is in hand."""
        if self.presenter.held is not None:
            self.presenter.put_down(self.card.shift)
        else:
            self.presenter.open(self.card.shift)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activate()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.activate()
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PERSON):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.presenter.put_down(self.card.shift)
