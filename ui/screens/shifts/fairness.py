"""Everybody's shifts in four weeks as bars with figures: readable without colour, and aloud."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.board import FairBar
from ui.presenters.rota.rota import RotaPresenter
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label
from ui.widgets.pages import Area

WIDE = 72
"""Width of a bar where there is room; never less than its name."""
HIGH, LEAST = 84, 40


class Bars(QWidget):
    """One bar a person, the fewest shifts first."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: tuple[FairBar, ...] = ()
        self._wide = WIDE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.updateGeometry)

    def show_bars(self, bars: tuple[FairBar, ...], title: str) -> None:
        """Show other bars; the figures are told aloud, one person after another."""
        self.bars = bars
        self._fit(0)
        self.setAccessibleName(f"{title}. " + "; ".join(bar.detail for bar in bars))
        self.updateGeometry()
        self.update()

    def _fit(self, room: int) -> None:
        """Share the room, but let every name be read."""
        names = max((self.fontMetrics().horizontalAdvance(bar.name) for bar in self.bars), default=0)
        least = max(names + 6, LOOK.sizes.px(LEAST))
        self._wide = max(least, min(LOOK.sizes.px(WIDE), room // max(1, len(self.bars))))
        self.setMinimumWidth(len(self.bars) * least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def sizeHint(self) -> QSize:
        return QSize(len(self.bars) * self._wide, LOOK.sizes.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), LOOK.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, line = self._wide, self.fontMetrics().height()
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
            below = QRectF(left, self.height() - line, wide, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, bar.name)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a bar when it is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos().x() // self._wide
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
        self.more = LinkButton(
            presenter.texts.say(N_("Fairness of hours, days and jobs")),
            lambda: presenter.show_place("fairness"),
        )
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        self.bars = Bars()
        self.area = Area(self.bars)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setProperty("pans", True)
        column.addLayout(head)
        column.addWidget(self.area)
        LOOK.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.area.setFixedHeight(LOOK.sizes.px(HIGH) + 14)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.bars.show_bars(self.presenter.bars, self.title.text())
        self.setVisible(bool(self.presenter.bars))
        self.more.setVisible(self.presenter.can_plan)
