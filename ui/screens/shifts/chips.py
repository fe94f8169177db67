"""People on the board as chips, and free seats as holes."""

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QSizePolicy,
    QWidget,
)

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.records import PinKind
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.rota.shift_card import Chip, ShiftCard
from ui.presenters.tone import Tone
from ui.widgets.chips import BoardChip

CHIP = 32
"""Height of a person and of a free seat, in pixels at the ordinary size of letters."""
PERSON = "application/x-urakka-person"
PIN_ICONS = {PinKind.LOCKED: "lock-simple", PinKind.BARRED: "prohibit"}


def start_drag(widget: QWidget, presenter: RotaPresenter, client: ClientId, shift: ShiftId | None) -> None:
    """Drag a person: the same as taking them in hand by keys and putting them down."""
    presenter.pick_up(client, shift)
    drag, data = QDrag(widget), QMimeData()
    data.setData(PERSON, b"")
    drag.setMimeData(data)
    drag.setPixmap(widget.grab())
    drag.exec(Qt.DropAction.MoveAction)
    presenter.let_go()


class PersonChip(BoardChip):
    """A person on a shift: Space or the mouse takes them in hand, Delete takes them off, F3 asks why.

    F7 is for one who does not come.
    """

    def __init__(self, presenter: RotaPresenter, card: ShiftCard, chip: Chip) -> None:
        super().__init__(
            chip.name,
            chip.photo,
            spoken=chip.spoken,
            tone=chip.tone,
            mark="warning" if chip.tone is Tone.ATTENTION else "",
            pin=PIN_ICONS[chip.pin] if chip.pin is not None else "",
            pressed=partial(presenter.open, card.shift, chip.client),
        )
        self.presenter, self.card, self.chip = presenter, card, chip
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pressed_at: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.presenter.pick_up(self.chip.client, self.card.shift)
        elif event.key() == Qt.Key.Key_Delete and self.presenter.can_plan:
            self.presenter.take_off(self.chip.client, self.card.shift)
        elif event.key() == Qt.Key.Key_F4:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pin(PinKind.BARRED if shifted else PinKind.LOCKED)
        elif event.key() == Qt.Key.Key_F3 and not event.modifiers():
            self._ask_why()
        elif event.key() == Qt.Key.Key_F7 and not event.modifiers():
            self.presenter.away.open(self.chip.client, self.card.shift)
        else:
            super().keyPressEvent(event)

    def _pin(self, kind: PinKind) -> None:
        """Lock the place, or keep the person from being proposed for it; the same again takes it back."""
        self.presenter.pins.toggle(kind, self.chip.client, self.card.shift)

    def _ask_why(self) -> None:
        """Open the shift with the sentence of the person."""
        self.presenter.open(self.card.shift, self.chip.client)
        self.presenter.why.ask(self.chip.client)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as the keys, by the menu key or the right button of the mouse."""
        if not self.presenter.can_plan:
            return
        client, shift, pins = self.chip.client, self.card.shift, self.presenter.pins
        menu, say = QMenu(self), self.presenter.texts.say
        gone = menu.addAction(f"{say(N_('Does not come'))}\tF7")
        gone.triggered.connect(partial(self.presenter.away.open, client, shift))
        why = menu.addAction(f"{say(N_('Why?'))}\tF3")
        why.triggered.connect(self._ask_why)
        for kind, key in ((PinKind.LOCKED, "F4"), (PinKind.BARRED, "Shift+F4")):
            action = menu.addAction(f"{pins.words(kind, client, shift)}\t{key}")
            action.triggered.connect(partial(pins.toggle, kind, client, shift))
        off = menu.addAction(f"{say(N_('Take off the shift'))}\tDelete")
        off.triggered.connect(partial(self.presenter.take_off, client, shift))
        menu.exec(event.globalPos())

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
        start_drag(self, self.presenter, self.chip.client, self.card.shift)


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
