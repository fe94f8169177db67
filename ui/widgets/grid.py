"""The rows of a table: keys, the room that columns share, and the selection of the presenter."""

from heapq import nlargest

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyleOptionViewItem, QTableView

from ui.look import LOOK
from ui.models.table_model import TableModel
from ui.presenters.tables.table import STAYS, CellKind, Column, TablePresenter
from ui.widgets.cells import ROW_HEIGHT, SPACE, CellDelegate
from ui.widgets.folding import Fit, Want, fitted
from ui.widgets.titles import Titles

MOST_FITTED = 60
"""Rows read for the widths of columns: enough to be right, few enough to be quick."""
MOST_LONGEST = 8
"""Of them, so many of the longest are measured as they would be painted."""
MOST_MEASURED = 200
"""Rows measured for their heights; those further down grow when they come into sight."""
MOST_LETTERS = 36
"""A column is no wider of itself; longer words break into lines."""
MARK = 18
"""Room beside a title for the mark of the order."""
LEAST_LETTERS, LEAST_GROWING = 14, 22
"""Words break no narrower than this, and those that grow sooner than other columns fold."""
FIRST_LETTERS = 40
"""So wide the words that grow become before the other columns get a share of the room left over."""


class Grid(QTableView):
    """The rows themselves. Enter opens or edits, letters go to the filter, Tab leaves the table.

    Columns without room go onto the second line of their rows; long words break into lines.
    """

    arranged = Signal()
    """The columns have other widths or places."""

    def __init__(self, presenter: TablePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self._wants: tuple[Want, ...] = ()
        self._fit_is_due = True
        self._fit: Fit | None = None
        self._totals: dict[str, str] = {}
        self._left_out: set[str] = set()
        self._wider: dict[str, int] = {}
        self._grown: set[int] = set()
        self.filter_field: QLineEdit | None = None
        self.table_model = TableModel(presenter, self)
        self.setObjectName("grid")
        self.setModel(self.table_model)
        delegate = CellDelegate(self)
        delegate.short_of = self._is_short
        self.setItemDelegate(delegate)
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
        self.titles = header = Titles(self)
        self.setHorizontalHeader(header)
        header.show_sorting(shown=not editable)
        if not editable:
            header.sortIndicatorChanged.connect(self.table_model.sort)
        self.fit()

    # --- sharing the room

    def leave_out(self, key: str, *, out: bool) -> None:
        """Leave a column out, or take it back; unlike one that folds it is told nowhere."""
        if out != (key in self._left_out):
            self._left_out ^= {key}
            at = next(at for at, column in enumerate(self.presenter.columns) if column.key == key)
            self.setColumnHidden(at, out)
            self.fit()

    def fit(self) -> None:
        """Measure the columns by what they hold, then share the room among them.

        Out of sight nothing is measured before it is needed, in the letters of that moment.
        """
        self._fit_is_due = not self.isVisible()
        if self._fit_is_due:
            return
        letter = self.fontMetrics().averageCharWidth()
        self.table_model.fold({})
        self._fit, self._totals = None, self.presenter.totals()
        self._wants = tuple(
            self._want(at, column, letter)
            for at, column in enumerate(self.presenter.columns)
            if column.key not in self._left_out
        )
        self._share_room()

    def _want(self, at: int, column: Column, letter: int) -> Want:
        """What a column would like."""
        mark = LOOK.sizes.px(MARK) if self.horizontalHeader().isSortIndicatorShown() else 0
        title = self._bold_width(self.presenter.title(column)) + 2 * LOOK.sizes.soft(SPACE) + mark
        most = max(MOST_LETTERS, column.width) * letter
        held = max(min(self._widest(at), most), self._wider.get(column.key, 0))
        if column.total:
            held = max(held, self._bold_width(self._totals.get(column.key, "")) + 2 * SPACE)
        grows = at == self._growing
        stays = column.editable or at == 0 or grows
        least = max(column.width, LEAST_GROWING if grows else LEAST_LETTERS) * letter
        return Want(
            key=column.key,
            width=max(held, title, column.width * letter),
            least=0 if column.is_figure or column.kind is CellKind.DATE else max(least, title),
            worth=STAYS if stays else column.worth,
            under=column.under,
            grows=grows,
            most=FIRST_LETTERS * letter,
        )

    def _widest(self, at: int) -> int:
        """The width of a column's widest cell: only those with the most letters are measured."""
        presenter, column = self.presenter, self.presenter.columns[at]
        rows = range(min(self.table_model.rowCount(), MOST_FITTED))
        letters = {row: len(presenter.text(self.table_model.row_of(row), column)) for row in rows}
        option, delegate = QStyleOptionViewItem(), self.itemDelegate()
        self.initViewItemOption(option)
        longest = nlargest(MOST_LONGEST, rows, key=letters.__getitem__)
        return max(
            (delegate.sizeHint(option, self.table_model.index(row, at)).width() for row in longest), default=0
        )

    def _bold_width(self, text: str) -> int:
        """The width of a title or a sum."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(text)

    @property
    def _growing(self) -> int:
        """The column that takes the room left over."""
        return next((at for at, column in enumerate(self.presenter.columns) if column.grows), 0)

    def _share_room(self) -> None:
        """Give every column its width, or its place under another."""
        if not self._wants or self._fit_is_due:
            return
        fit = fitted(self._wants, self.viewport().width())
        if fit == self._fit:
            return
        self._fit = fit
        by_key = {column.key: column for column in self.presenter.columns}
        self.table_model.fold({host: tuple(by_key[key] for key in keys) for host, keys in fit.under.items()})
        header = self.titles
        for at, column in enumerate(self.presenter.columns):
            self.setColumnHidden(at, column.key not in fit.widths)
            if column.key in fit.widths:
                header.resizeSection(at, fit.widths[column.key])
        header.have_lines(1 + max((len(k) for h, k in fit.under.items() if by_key[h].is_figure), default=0))
        self.updateGeometries()  # the titles may have more lines or fewer
        self.fit_rows()
        self.arranged.emit()

    def fit_rows(self) -> None:
        """Give the rows the height of their lines."""
        if self._fit_is_due:
            return
        rows = self.table_model.rowCount()
        highs = [self._high(row) for row in range(min(rows, MOST_MEASURED if self._has_lines else 0))]
        plain = min(highs, default=LOOK.sizes.px(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(plain)
        before, self._grown = self._grown, {row for row, high in enumerate(highs) if high > plain}
        for row in before | self._grown:
            if row < rows:
                self.setRowHeight(row, highs[row] if row < len(highs) else plain)

    @property
    def _has_lines(self) -> bool:
        """Whether some words may need more than one line."""
        widths = self._fit.widths if self._fit is not None else {}
        narrow = any(widths.get(want.key, want.width) < want.width for want in self._wants)
        cut = any(
            want.least and want.width >= MOST_LETTERS * self.fontMetrics().averageCharWidth()
            for want in self._wants
        )
        wrong = any(row.problems for row in self.presenter.visible)
        return narrow or cut or wrong or bool(self._fit and self._fit.under)

    def _high(self, row: int) -> int:
        """The height that a row needs."""
        delegate, high = self.itemDelegate(), LOOK.sizes.px(ROW_HEIGHT)
        if isinstance(delegate, CellDelegate):
            wrong = self.presenter.visible[row].problems
            for at, column in enumerate(self.presenter.columns):
                plain = column.is_figure and column.key not in wrong and not self.table_model.below(column)
                if not self.isColumnHidden(at) and not plain:
                    index = self.table_model.index(row, at)
                    high = max(high, delegate.size_of(self, index, self.columnWidth(at)).height())
        return high

    def _is_short(self, row: int, at: int, needed: QSize) -> None:
        """A cell was painted too small: a row far down, or a figure longer than those measured."""
        column = self.presenter.columns[at]
        if needed.height() > self.rowHeight(row):
            QTimer.singleShot(0, self, lambda: self._grow_row(row, needed.height()))
        elif column.is_figure and needed.width() > self._wider.get(column.key, 0):
            self._wider[column.key] = needed.width()
            QTimer.singleShot(0, self, self.fit)

    def _grow_row(self, row: int, high: int) -> None:
        """Let a row be higher, unless it has gone meanwhile."""
        if row < self.table_model.rowCount() and self.rowHeight(row) < high:
            self._grown.add(row)
            self.setRowHeight(row, high)
            self.arranged.emit()

    def sizeHint(self) -> QSize:
        """Ask for the few rows that must be in sight; it grows where there is room."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

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

    # --- keys and the selection

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
                by_rows = self.selectionBehavior() == self.SelectionBehavior.SelectRows
                rows = flag.Rows if by_rows else flag.NoUpdate
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
