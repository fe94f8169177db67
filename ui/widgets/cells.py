"""Paints the cells of tables: icons with words, people with photos, what is wrong with its mark."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import LOOK
from ui.models.table_model import COLUMN_ROLE, ROW_ROLE
from ui.presenters.table import CellKind, Column, Row
from ui.presenters.tone import State, Tone
from ui.widgets.faces import paint_face
from ui.widgets.icons import paint_icon

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 36
SPACE = 8


class CellDelegate(QStyledItemDelegate):
    """Paints a cell by the kind of its column; editing starts with everything selected."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(row, Row) or not isinstance(column, Column):
            super().paint(painter, option, index)
            return
        self._ground(painter, option, row, column)
        area = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        area = self._before(painter, area, row, column, first=index.column() == 0)
        self._words(painter, area, index, row, column)
        self._frame(painter, option)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, column: Column) -> None:
        """Selection, the tint of a wrong cell and the line under the row."""
        theme, rect = LOOK.theme, option.rect
        if column.key in row.problems:
            painter.fillRect(rect, QColor(theme.berry_tint))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.pine_tint))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _before(self, painter: QPainter, area: QRect, row: Row, column: Column, *, first: bool) -> QRect:
        """Paint the picture before the words; gives the room left."""
        value = row.cells.get(column.key)
        side = LOOK.sizes.px(18)
        if column.kind is CellKind.PERSON:
            side = LOOK.sizes.px(26)
            paint_face(painter, QRectF(_middle(area, side)), str(value or ""), row.photo)
        elif column.key in row.problems:
            paint_icon(painter, _middle(area, side), "warning-circle", LOOK.theme.berry_text)
        elif isinstance(value, State) and value.shown_icon:
            paint_icon(painter, _middle(area, side), value.shown_icon, LOOK.theme.text_of(value.tone))
        elif first and row.icon:
            paint_icon(painter, _middle(area, side), row.icon, LOOK.theme.text_of(row.tone))
        else:
            return area
        return area.adjusted(side + SPACE, 0, 0, 0)

    def _words(self, painter: QPainter, area: QRect, index: Index, row: Row, column: Column) -> None:
        """Paint the words, cut at the end when there is no room."""
        text = str(index.data() or "")
        value = row.cells.get(column.key)
        tone = value.tone if isinstance(value, State) else row.tone
        colour = LOOK.theme.text_of(tone if isinstance(value, State) or tone is Tone.QUIET else Tone.NONE)
        if column.key in row.problems:
            colour = LOOK.theme.berry_text
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)

    @staticmethod
    def _frame(painter: QPainter, option: QStyleOptionViewItem) -> None:
        """A ring around the cell where typing goes."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(LOOK.theme.pine), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 4, 4)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        extra = 2 * SPACE
        if isinstance(row, Row) and isinstance(column, Column):
            value = row.cells.get(column.key)
            pictured = column.kind is CellKind.PERSON or isinstance(value, State) or bool(row.icon)
            extra += LOOK.sizes.px(26) + SPACE if pictured else 0
        return QSize(hint.width() + extra, LOOK.sizes.px(ROW_HEIGHT))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor once: rows read anew meanwhile must not take away what is being typed."""
        if not editor.property("filled"):
            super().setEditorData(editor, index)
            editor.setProperty("filled", True)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.palette.setColor(QPalette.ColorRole.Highlight, QColor(LOOK.theme.pine_tint))


def _middle(area: QRect, side: int) -> QRect:
    """A square at the left edge, in the middle of the height."""
    return QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
