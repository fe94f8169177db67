"""The rows of a table: keys, widths of columns, and the selection of the presenter."""

from heapq import nlargest

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QTableView

from ui.look import LOOK
from ui.models.table_model import TableModel
from ui.presenters.table import TablePresenter
from ui.widgets.cells import ROW_HEIGHT, SPACE, CellDelegate

MOST_FITTED = 60
"""Rows read for the widths of columns: enough to be right, few enough to be quick."""
MOST_MEASURED = 8
"""Of them, so many of the longest are measured as they would be painted."""
MOST_LETTERS = 36
"""A column is no wider of itself; longer words are cut, and told when pointed at."""


class Grid(QTableView):
    """Enter opens or edits, letters go to the filter, Tab leaves the table."""

    def __init__(self, presenter: TablePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self._fitted: list[int] = []
        self._fit_is_due = False
        self.filter_field: QLineEdit | None = None
        self.table_model = TableModel(presenter, self)
        self.setObjectName("grid")
        self.setModel(self.table_model)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(presenter.texts.say(presenter.name))
        editable = any(column.editable for column in presenter.columns)
        self._lay_out(editable=editable)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentChanged.connect(self._moved)

    def _lay_out(self, *, editable: bool) -> None:
        """Set what does not change afterwards."""
        behaviour, mode = QAbstractItemView.SelectionBehavior, QAbstractItemView.SelectionMode
        self.setSelectionBehavior(behaviour.SelectItems if editable else behaviour.SelectRows)
        self.setSelectionMode(mode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
            if editable
            else triggers.NoEditTriggers
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves; arrows walk the cells
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionsClickable(not editable)
        header.setSortIndicatorShown(not editable)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if not editable:
            header.sortIndicatorChanged.connect(self.table_model.sort)

    def fit(self) -> None:
        """Give rows their height and columns the width of what they hold; one column takes the rest.

        Out of sight nothing is measured before it is needed, in the letters of that moment.
        """
        self._fit_is_due = not self.isVisible()
        if self._fit_is_due:
            return
        self.verticalHeader().setDefaultSectionSize(LOOK.sizes.px(ROW_HEIGHT))
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        self._fitted = [
            max(
                min(self._widest(at), max(MOST_LETTERS, column.width) * letter),
                header.sectionSizeHint(at) + SPACE,
                column.width * letter,
            )
            for at, column in enumerate(self.presenter.columns)
        ]
        self._share_room()

    def _widest(self, at: int) -> int:
        """The width of a column's widest cell: only those with the most letters are measured."""
        presenter, column = self.presenter, self.presenter.columns[at]
        rows = range(min(self.table_model.rowCount(), MOST_FITTED))
        letters = {row: len(presenter.text(self.table_model.row_of(row), column)) for row in rows}
        option, delegate = QStyleOptionViewItem(), self.itemDelegate()
        self.initViewItemOption(option)
        longest = nlargest(MOST_MEASURED, rows, key=letters.__getitem__)
        return max(
            (delegate.sizeHint(option, self.table_model.index(row, at)).width() for row in longest), default=0
        )

    def _share_room(self) -> None:
        """Give the room left over to the column that grows."""
        columns, header = self.presenter.columns, self.horizontalHeader()
        growing = next((at for at, column in enumerate(columns) if column.grows), 0)
        shown = [width for at, width in enumerate(self._fitted) if not header.isSectionHidden(at)]
        spare = self.viewport().width() - sum(shown)
        least = columns[growing].width * self.fontMetrics().averageCharWidth()
        if spare < 0 and columns[growing].yields:
            spare = min(0, max(spare, least - self._fitted[growing]))
        else:
            spare = max(0, spare)
        for at, fitted in enumerate(self._fitted):
            header.resizeSection(at, fitted + (spare if at == growing else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in other letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fit_is_due:
            self.fit()

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.presenter.select(self.table_model.row_at(current).id)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and not self.table_model.column_at(index).editable:
            self.presenter.open(self.table_model.row_at(index).id)

    def follow_selection(self) -> None:
        """Show the presenter's selection."""
        place = self.table_model.place_of(self.presenter.selected)
        current = self.currentIndex()
        if place == (current.row() if current.isValid() else -1):
            return
        with QSignalBlocker(self.selectionModel()):
            if place < 0:
                self.selectionModel().clear()
            else:
                index = self.table_model.index(place, max(0, current.column()))
                flag = QItemSelectionModel.SelectionFlag
                rows = (
                    flag.Rows
                    if self.selectionBehavior() == self.SelectionBehavior.SelectRows
                    else flag.NoUpdate
                )
                self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | rows)
        if place >= 0:
            self.scrollTo(self.table_model.index(place, 0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or edits; letters go to the filter."""
        if self.state() == self.State.EditingState:  # the key was the editor's
            event.ignore()
            return
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if index.isValid() and self.table_model.column_at(index).editable:
                self.edit(index)
            elif index.isValid():
                self.presenter.open(self.table_model.row_at(index).id)
            return
        typed = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        searching = self.filter_field is not None and self.editTriggers() == self.EditTrigger.NoEditTriggers
        if searching and plain and typed.isprintable() and typed.strip() and self.filter_field is not None:
            self.filter_field.setFocus()
            self.filter_field.setText(self.filter_field.text() + typed)
            return
        super().keyPressEvent(event)
