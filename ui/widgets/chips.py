"""Small round things: a state as colour, icon and word; a person as a photo and a name."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.look import LOOK
from ui.presenters.tone import State, Tone
from ui.widgets.faces import Face, paint_face
from ui.widgets.icons import paint_icon
from ui.widgets.labels import IconLabel, Label, restyle, token_of


class StateChip(QFrame):
    """A state on its tint: icon and word."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.setProperty("look", "chip")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 12, 3)
        row.setSpacing(6)
        self._icon = IconLabel("info", "ink", 16)
        self.words = Label()
        row.addWidget(self._icon)
        row.addWidget(self.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self.words.setText(state.text)
        restyle(self.words, tone=str(state.tone))
        restyle(self, tone=str(state.tone))
        self._icon.setVisible(bool(state.shown_icon))
        self._icon.set_icon(state.shown_icon, token_of(state.tone))


class PhotoChip(QWidget):
    """A face and a name beside it."""

    def __init__(self, name: str, photo: bytes = b"", *, side: int = 32) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.face = Face(name, photo, side)
        self.words = Label(name)
        row.addWidget(self.face)
        row.addWidget(self.words, 1)

    def set_person(self, name: str, photo: bytes = b"") -> None:
        """Show another person."""
        self.face.set_person(name, photo)
        self.words.setText(name)


class BoardChip(QWidget):
    """A person on the rota board, or a free seat as a visible hole; a button by keyboard and mouse.

    ``tone`` and ``mark`` (an icon's name) tell a warning, ``pin`` that the place is locked; the words belong
    to ``spoken``.
    """

    def __init__(
        self,
        name: str,
        photo: bytes = b"",
        *,
        spoken: str = "",
        tone: Tone = Tone.NONE,
        mark: str = "",
        pin: str = "",
        pressed: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._name, self._photo, self._tone, self._pressed = name, photo, tone, pressed
        self._marks = [(name, token) for name, token in ((mark, tone), (pin, Tone.NONE)) if name]
        self.setAccessibleName(spoken or name)
        self.setToolTip(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressed else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.updateGeometry)

    @property
    def is_free(self) -> bool:
        """Whether it is a free seat."""
        return not self._name

    def sizeHint(self) -> QSize:
        height = LOOK.sizes.px(32)
        words = self.fontMetrics().horizontalAdvance(self._name) if self._name else height
        return QSize(height + words + 20 + LOOK.sizes.px(18) * len(self._marks), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = LOOK.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(1, 1, self.width() - 2, self.height() - 2)
        round_by = area.height() / 2
        edge = theme.pine if self.hasFocus() else theme.control if self.is_free else theme.line
        pen = QPen(QColor(edge), 2 if self.hasFocus() else 1)
        if self.is_free and not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.paper if self.is_free else theme.tint_of(self._tone)))
        painter.drawRoundedRect(area, round_by, round_by)
        if self.is_free:
            paint_icon(painter, area, "plus", theme.muted) if self._pressed else None
        else:
            self._paint_person(painter, area)
        painter.end()

    def _paint_person(self, painter: QPainter, area: QRectF) -> None:
        side = area.height() - 6
        paint_face(painter, QRectF(area.left() + 3, area.top() + 3, side, side), self._name, self._photo)
        words = area.adjusted(side + 10, 0, -8, 0)
        small = LOOK.sizes.px(16)
        for mark, tone in self._marks:
            spot = QRectF(words.right() - small, words.center().y() - small / 2, small, small)
            paint_icon(painter, spot, mark, LOOK.theme.text_of(tone))
            words.adjust(0, 0, -small - 4, 0)
        painter.setPen(QColor(LOOK.theme.ink))
        cut = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._pressed:
            self._pressed()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self._pressed()
        super().mouseReleaseEvent(event)
