"""What the month is painted of: its model, its cells and its headings."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.look import LOOK
from ui.presenters.rota.board import BoardRow
from ui.presenters.rota.month import MonthCell, MonthDay, month_cell, month_days
from ui.presenters.rota.rota import RotaPresenter
from ui.widgets.icons import paint_icon

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_LETTERS, PADDING, SMALL = 18, 3, 92
"""Least width of a row's name in average characters; pixels around words; letters of cells in per cent."""
_NOWHERE = QModelIndex()


class MonthModel(QAbstractTableModel):
    """The rows and days of the presenter; a cell is made when it is asked for."""

    def __init__(self, presenter: RotaPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.rows: tuple[BoardRow, ...] = ()
        self.days: tuple[MonthDay, ...] = ()
        self._cells: dict[tuple[int, int], MonthCell] = {}

    def take(self, rows: tuple[BoardRow, ...], days: tuple[date, ...]) -> None:
        """Show other rows or days."""
        presenter = self.presenter
        self.beginResetModel()
        self.rows, self._cells = rows, {}
        self.days = month_days(days, presenter.door.today(), presenter.texts)
        self.endResetModel()

    def cell(self, row: int, column: int) -> MonthCell:
        """A day of a row in short."""
        place = (row, column)
        if place not in self._cells:
            day = self.days[column].day
            self._cells[place] = month_cell(self.rows[row], column, day, self.presenter.texts)
        return self._cells[place]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(line for line in cell.lines if line)
        told = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        return cell.spoken if role in told else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.days) if across else len(self.rows)):
            return None
        told = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if across:
            day = self.days[section]
            words = "\n".join(day.lines[:2]) if role == Qt.ItemDataRole.DisplayRole else day.spoken
        else:
            row = self.rows[section]
            words = row.title if role == Qt.ItemDataRole.DisplayRole else f"{row.title}. {row.detail}"
        return words if role == Qt.ItemDataRole.DisplayRole or role in told else None


class MonthDelegate(QStyledItemDelegate):
    """Paints a cell: two short lines, the mark of what is to be looked at, and the ground of free days."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, model = index.data(CELL_ROLE), index.model()
        if not isinstance(cell, MonthCell) or not isinstance(model, MonthModel):
            return
        theme, rect = LOOK.theme, option.rect
        painter.save()
        painter.fillRect(rect, QColor(ground_of(model.days[index.column()], cell)))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        self._words(painter, rect.adjusted(PADDING, 2, -PADDING, -2), cell)
        view = self.parent()
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            painter.setPen(QPen(QColor(theme.pine if view.hasFocus() else theme.control), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, area: QRect, cell: MonthCell) -> None:
        """The two lines with the mark at the end of the one that can be cut."""
        painter.setFont(small_font(painter.font()))
        metrics, theme = painter.fontMetrics(), LOOK.theme
        high, side = metrics.height(), min(LOOK.sizes.px(14), metrics.height())
        top = area.top() + max(0, (area.height() - 2 * high) // 2)
        for at, line in enumerate(cell.lines):
            place = QRect(area.left(), top + at * high, area.width(), high)
            if at == cell.marked_line and cell.mark:
                spot = QRectF(place.right() - side + 1, place.center().y() - side / 2, side, side)
                paint_icon(painter, spot, cell.mark, theme.text_of(cell.tone))
                place.adjust(0, 0, -side, 0)
            painter.setPen(QColor(theme.text_of(cell.tone)))
            fits = metrics.horizontalAdvance(line) <= place.width()
            begins, dash, _ = line.partition("–")
            shown = line if fits or not dash else begins + dash
            painter.setClipRect(place)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            painter.setClipping(False)


def small_font(font: QFont) -> QFont:
    """The letters of the cells: a little smaller, so that a month goes on a screen."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL / 100)
    return small


def ground_of(day: MonthDay, cell: MonthCell) -> str:
    """The ground of a cell: work on white, free days and days of other months on paper."""
    theme = LOOK.theme
    if cell.shifts:
        return theme.tint_of(cell.tone) if cell.mark == "warning" else theme.card
    if day.is_today:
        return theme.pine_tint
    return theme.paper if day.is_free else theme.card


class DayTitles(QHeaderView):
    """The days: weekday, number, and today, a holiday or the week in words."""

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSectionSize(1)
        self.setProperty("narrow", True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 3 * self.fontMetrics().height() + 2 * PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, day = LOOK.theme, self._model.days[section]
        painter.save()
        painter.fillRect(rect, QColor(theme.pine_tint if day.is_today else theme.paper))
        high = self.fontMetrics().height()
        for at, line in enumerate(day.lines):
            font = QFont(self.font())
            if at == 1 or day.is_today:
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            quiet = day.is_free or at == len(day.lines) - 1
            painter.setPen(QColor(theme.muted if quiet and not day.is_today else theme.ink))
            place = QRect(
                rect.left() + PADDING, rect.top() + PADDING + at * high, rect.width() - PADDING, high
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip, line)
        painter.restore()


class RowTitles(QHeaderView):
    """The names of the rows with what stands under them."""

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        wide = max(LOOK.sizes.soft(150), self.fontMetrics().averageCharWidth() * HEAD_LETTERS)
        return QSize(wide, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, row = LOOK.theme, self._model.rows[section]
        painter.save()
        painter.fillRect(rect, QColor(theme.paper))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        high = self.fontMetrics().height()
        top = rect.top() + max(0, (rect.height() - 2 * high) // 2)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        for at, (words, font, colour) in enumerate(
            ((row.title, strong, theme.ink), (row.detail, self.font(), theme.muted))
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(rect.left() + PADDING, top + at * high, rect.width() - 3 * PADDING, high)
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()
