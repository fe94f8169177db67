"""Everybody's shifts in four weeks as bars with figures: readable without colour, and aloud."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota import RotaPresenter
from ui.presenters.rota_board import FairBar
from ui.screens.hours_parts import scrolled
from ui.widgets.labels import Label

WIDE = 72
HIGH = 84


class Bars(QWidget):
    """One bar a person, the fewest shifts first."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[FairBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.updateGeometry)

    def show_bars(self, bars: tuple[FairBar, ...], title: str) -> None:
        """Show other bars; the figures are told aloud, one person after another."""
        self.bars = bars
        self.setAccessibleName(f"{title}. " + "; ".join(bar.detail for bar in bars))
        self.setMinimumWidth(len(bars) * LOOK.sizes.px(WIDE))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(len(self.bars) * LOOK.sizes.px(WIDE), LOOK.sizes.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), LOOK.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, line = LOOK.sizes.px(WIDE), self.fontMetrics().height()
        room = self.height() - 2 * line - 6
        for at, bar in enumerate(self.bars):
            left = at * wide
            high = room * bar.part // 100
            area = QRectF(left + wide // 4, line + 2 + room - high, wide // 2, high)
            painter.setPen(QPen(QColor(theme.pine), 1))
            painter.setBrush(QColor(theme.pine_tint))
            if high:
                painter.drawRoundedRect(area, 3, 3)
            painter.drawLine(left + wide // 6, line + 2 + room, left + wide * 5 // 6, line + 2 + room)
            painter.setPen(QColor(theme.ink))
            above = QRectF(left, line + room - high - line, wide, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(bar.shifts))
            name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, wide - 6)
            below = QRectF(left, self.height() - line, wide, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a bar when it is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos().x() // LOOK.sizes.px(WIDE)
            if 0 <= at < len(self.bars):
                QToolTip.showText(event.globalPos(), self.bars[at].detail, self)
            return True
        return super().event(event)


class FairnessStrip(QWidget):
    """The bars under the board."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = Label(presenter.texts.say(N_("Shifts in four weeks, the fewest first")), "label")
        self.bars = Bars()
        self.area = scrolled(self.bars)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column.addWidget(self.title)
        column.addWidget(self.area)
        LOOK.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.area.setFixedHeight(LOOK.sizes.px(HIGH) + 14)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.bars.show_bars(self.presenter.bars, self.title.text())
        self.setVisible(bool(self.presenter.bars))
