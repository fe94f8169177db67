"""Paints the cells of tables: icons with words, people with photos, what is wrong with its mark."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import LOOK
from ui.models.table_model import BELOW_ROLE, COLUMN_ROLE, ROW_ROLE
from ui.presenters.tables.table import Bar, CellKind, Column, Row
from ui.presenters.tone import State, Tone
from ui.widgets.bars import paint_bar
from ui.widgets.faces import paint_face
from ui.widgets.folding import broken, told_together
from ui.widgets.icons import paint_icon

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 36
SPACE = 8
SMALL = 92
"""The size of what stands on a second line, in per cent of the words above it."""
MOST_LINES = 4
"""Longer words are cut, and told in full when pointed at."""


@dataclass(frozen=True, slots=True)
class Block:
    """The words of a cell in lines, and those of the columns that stand under it."""

    lines: tuple[str, ...]
    below: tuple[str, ...] = ()


class CellDelegate(QStyledItemDelegate):
    """Paints a cell by the kind of its column; editing starts with everything selected."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.short_of: Callable[[int, int, QSize], object] = lambda *_: None
        """Told the row, the column and the size that a cell would need, when it is painted too small."""

    # --- measuring

    @staticmethod
    def fonts(view: QWidget) -> tuple[QFont, QFont]:
        """The font of the words, and the smaller one of what stands under them."""
        plain = view.font()
        small = QFont(plain)
        small.setPointSizeF(plain.pointSizeF() * SMALL / 100)
        return plain, small

    def block(self, view: QWidget, index: Index, width: int) -> Block:
        """The words of a cell in a column of a width, in lines."""
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        text, told = str(index.data() or ""), index.data(BELOW_ROLE) or ()
        if column.kind is CellKind.BAR:
            return Block(())
        plain, small = (QFontMetrics(font) for font in self.fonts(view))
        room = width - 2 * SPACE - _picture_room(row, column, first=index.column() == 0) - 1
        breaks = not column.is_figure or column.key in row.problems
        lines = broken(text, room, plain.horizontalAdvance)[:MOST_LINES] if breaks else [text]
        if column.is_figure:
            return Block(tuple(lines), tuple(told))
        return Block(tuple(lines), tuple(told_together(tuple(told), room, small.horizontalAdvance)))

    def size_of(self, view: QWidget, index: Index, width: int) -> QSize:
        """The size that a cell needs in a column of a width."""
        block = self.block(view, index, width)
        plain, small = (QFontMetrics(font) for font in self.fonts(view))
        wide = [plain.horizontalAdvance(line) for line in block.lines]
        wide += [small.horizontalAdvance(line) for line in block.below]
        high = (len(block.lines) - 1) * plain.height() + len(block.below) * small.height()
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        pictured = _picture_room(row, column, first=index.column() == 0)
        return QSize(max(wide, default=0) + 2 * SPACE + pictured, LOOK.sizes.px(ROW_HEIGHT) + high)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of the words on one line."""
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(row, Row) or not isinstance(column, Column):
            return super().sizeHint(option, index)
        pictured = _picture_room(row, column, first=index.column() == 0)
        wide = QFontMetrics(option.font).horizontalAdvance(str(index.data() or ""))
        return QSize(wide + 2 * SPACE + pictured + 2, LOOK.sizes.px(ROW_HEIGHT))

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(row, Row) or not isinstance(column, Column):
            super().paint(painter, option, index)
            return
        self._ground(painter, option, row, column)
        area = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        area = self._before(painter, area, row, column, first=index.column() == 0)
        view = self.parent()
        if isinstance(view, QWidget):
            needed = self.size_of(view, index, option.rect.width())
            if needed.height() > option.rect.height() or needed.width() > option.rect.width():
                self.short_of(index.row(), index.column(), needed)
            self._words(painter, area, row, column, self.block(view, index, option.rect.width()))
        if isinstance(bar := row.cells.get(column.key), Bar):
            paint_bar(painter, area, bar)
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
        value, room = row.cells.get(column.key), _picture_room(row, column, first=first)
        if not room:
            return area
        place = _middle(area, room - SPACE)
        if column.kind is CellKind.PERSON:
            paint_face(painter, QRectF(place), str(value or ""), row.photo)
        elif column.key in row.problems:
            paint_icon(painter, place, "warning-circle", LOOK.theme.berry_text)
        elif isinstance(value, State) and value.shown_icon:
            paint_icon(painter, place, value.shown_icon, LOOK.theme.text_of(value.tone))
        else:
            paint_icon(painter, place, row.icon, LOOK.theme.text_of(row.tone))
        return area.adjusted(room, 0, 0, 0)

    def _words(self, painter: QPainter, area: QRect, row: Row, column: Column, block: Block) -> None:
        """Paint the lines one under another, in the middle of the height."""
        view = self.parent()
        if not isinstance(view, QWidget):
            return
        side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
        fonts = self.fonts(view)
        sets = ((block.lines, fonts[0], _colour(row, column)), (block.below, fonts[1], LOOK.theme.muted))
        high = sum(len(lines) * QFontMetrics(font).height() for lines, font, _ in sets)
        top = area.top() + (area.height() - high) // 2
        for lines, font, colour in sets:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            metrics = painter.fontMetrics()
            for line in lines:
                fits = metrics.horizontalAdvance(line) <= area.width()
                cut = line if fits else metrics.elidedText(line, Qt.TextElideMode.ElideRight, area.width())
                place = QRect(area.left(), top, area.width(), metrics.height())
                how = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
                painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | how, cut)
                top += metrics.height()

    @staticmethod
    def _frame(painter: QPainter, option: QStyleOptionViewItem) -> None:
        """A ring around the cell where typing goes."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(LOOK.theme.pine), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 4, 4)

    # --- editing

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


def _picture_room(row: Row, column: Column, *, first: bool) -> int:
    """What the picture before the words takes, with the space after it; 0 when there is none."""
    value = row.cells.get(column.key)
    if column.kind is CellKind.PERSON:
        return LOOK.sizes.px(26) + SPACE
    icons = column.key in row.problems or (isinstance(value, State) and bool(value.shown_icon))
    return LOOK.sizes.px(18) + SPACE if icons or (first and row.icon) else 0


def _colour(row: Row, column: Column) -> str:
    """The colour of a cell's words."""
    if column.key in row.problems:
        return LOOK.theme.berry_text
    value = row.cells.get(column.key)
    if isinstance(value, State):
        return LOOK.theme.text_of(value.tone)
    return LOOK.theme.text_of(row.tone if row.tone is Tone.QUIET else Tone.NONE)


def _middle(area: QRect, side: int) -> QRect:
    """A square at the left edge, in the middle of the height."""
    return QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
