"""A bar in a cell: what was is full, what is planned is hollow, and a line stands where both should end."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.look import LOOK
from ui.presenters.tables.columns import Bar

HIGH, MARK = 12, 22
"""Heights of the bar and of the line, in pixels at the ordinary size of letters."""
WHOLE = 100


def paint_bar(painter: QPainter, area: QRect, bar: Bar) -> None:
    """Paint a bar; shapes tell the parts apart, so that it is read without colour."""
    theme, high = LOOK.theme, LOOK.sizes.px(HIGH)
    top = area.top() + (area.height() - high) / 2
    had, both = (area.width() * part / WHOLE for part in (bar.had, bar.had + bar.planned))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.pine), 1.5))
    painter.setBrush(QColor(theme.card))
    if bar.planned:
        painter.drawRect(QRectF(area.left() + had, top, both - had, high))
    painter.setBrush(QColor(theme.pine))
    if bar.had:
        painter.drawRect(QRectF(area.left(), top, had, high))
    if bar.mark is not None:
        _mark(painter, area, bar.mark)
    painter.restore()


def _mark(painter: QPainter, area: QRect, mark: int) -> None:
    """The line where the bar should end, with a rim so that it is seen on the bar too."""
    high = LOOK.sizes.px(MARK)
    left = area.left() + area.width() * mark / WHOLE
    top = area.top() + (area.height() - high) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LOOK.theme.card))
    painter.drawRect(QRectF(left - 3, top, 6, high))
    painter.setBrush(QColor(LOOK.theme.ink))
    painter.drawRect(QRectF(left - 1, top, 2, high))
