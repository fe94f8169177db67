"""The sums of a table under its columns; sums of columns that stand under others are told under theirs."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import LOOK
from ui.presenters.tables.table import Column
from ui.widgets.cells import ROW_HEIGHT, SPACE, CellDelegate
from ui.widgets.folding import told_together
from ui.widgets.grid import Grid


class TotalLine(QWidget):
    """Sums under their columns, in the columns' own places."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self._totals: dict[str, str] = {}
        header = grid.horizontalHeader()
        header.sectionResized.connect(lambda *_: self.update())
        header.geometriesChanged.connect(self.update)
        grid.horizontalScrollBar().valueChanged.connect(lambda _: self.update())
        grid.arranged.connect(self._fit)
        self.refresh()

    def refresh(self) -> None:
        """Sum anew."""
        presenter = self._grid.presenter
        self._totals = presenter.totals()
        said = [
            self._totals[column.key] if at == 0 else f"{presenter.title(column)} {self._totals[column.key]}"
            for at, column in enumerate(presenter.columns)
            if column.key in self._totals
        ]
        self.setAccessibleName(", ".join(said))
        self._fit()

    def _fit(self) -> None:
        """Be as high as the sums need."""
        small = QFontMetrics(CellDelegate.fonts(self)[1])
        below = max((len(self._below(column)) for column in self._grid.presenter.columns), default=0)
        high = LOOK.sizes.px(ROW_HEIGHT - 6) + below * small.height()
        if high != self.height():
            self.setFixedHeight(high)
        self.update()

    def _below(self, column: Column) -> list[str]:
        """The sums of the columns that stand under a column, in lines."""
        presenter, totals = self._grid.presenter, self._totals
        under = [one for one in self._grid.table_model.below(column) if one.key in totals]
        if column.is_figure:
            return [totals[one.key] for one in under]
        facts = tuple(f"{presenter.title(one)} {totals[one.key]}" for one in under)
        return told_together(
            facts, self._place(column).width(), QFontMetrics(CellDelegate.fonts(self)[1]).horizontalAdvance
        )

    def _place(self, column: Column) -> QRect:
        """The room of a column's sum; that of words goes on to the next sum."""
        header, columns = self._grid.horizontalHeader(), self._grid.presenter.columns
        at = columns.index(column)
        left = header.sectionViewportPosition(at) + self._grid.frameWidth()
        width = header.sectionSize(at)
        for after in range(at + 1, len(columns)):
            if column.is_figure and at > 0:
                break
            shown = not self._grid.isColumnHidden(after)
            if shown and columns[after].key in self._totals:
                break
            width += header.sectionSize(after) if shown else 0
        return QRect(left + SPACE, 0, width - 2 * SPACE, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small = CellDelegate.fonts(self)[1]
        high = LOOK.sizes.px(ROW_HEIGHT - 6)
        for at, column in enumerate(self._grid.presenter.columns):
            if self._grid.isColumnHidden(at):
                continue
            place = self._place(column)
            side = Qt.AlignmentFlag.AlignRight if column.is_figure and at > 0 else Qt.AlignmentFlag.AlignLeft
            painter.setFont(bold)
            painter.setPen(LOOK.theme.ink)
            first = QRect(place.left(), 0, place.width(), high)
            painter.drawText(first, side | Qt.AlignmentFlag.AlignVCenter, self._totals.get(column.key, ""))
            painter.setFont(small)
            painter.setPen(LOOK.theme.muted)
            for line, text in enumerate(self._below(column)):
                step = painter.fontMetrics().height()
                under = QRect(place.left(), high - 4 + line * step, place.width(), step)
                painter.drawText(under, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
