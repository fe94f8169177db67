"""A table presenter as a table: filter field, rows, total line, empty state; all by keyboard."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from subcontract.words import N_
from ui.look import LOOK
from ui.models.table_model import TableModel
from ui.presenters.table import TablePresenter
from ui.widgets.cells import ROW_HEIGHT, SPACE, CellDelegate
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import Label, hide_unless
from ui.widgets.undoing import leave_undo

MOST_FITTED = 60
"""Rows measured for the widths of columns: enough to be right, few enough to be quick."""
MOST_LETTERS = 36
"""A column is no wider of itself; longer words are cut, and told when pointed at."""


class Grid(QTableView):
    """The rows themselves. Enter opens or edits, letters go to the filter, Tab leaves the table."""

    def __init__(self, presenter: TablePresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self._fitted: list[int] = []
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
        self.setTabKeyNavigation(editable)
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
        """Give rows their height and columns the width of what they hold; one column takes the rest."""
        self.verticalHeader().setDefaultSectionSize(LOOK.sizes.px(ROW_HEIGHT))
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        header.setResizeContentsPrecision(MOST_FITTED)
        self._fitted = [
            max(
                min(self.sizeHintForColumn(at), max(MOST_LETTERS, column.width) * letter),
                header.sectionSizeHint(at) + SPACE,
                column.width * letter,
            )
            for at, column in enumerate(self.presenter.columns)
        ]
        self._share_room()

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
        """Measure anew in other letters: widths are known once the style sheet is worn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
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


class TotalLine(QWidget):
    """Sums under their columns, in the columns' own places."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        header = grid.horizontalHeader()
        header.sectionResized.connect(lambda *_: self.update())
        header.geometriesChanged.connect(self.update)
        grid.horizontalScrollBar().valueChanged.connect(lambda _: self.update())
        self.refresh()

    def refresh(self) -> None:
        """Sum anew."""
        self.setFixedHeight(LOOK.sizes.px(ROW_HEIGHT - 6))
        presenter = self._grid.presenter
        totals = presenter.totals()
        said = [
            totals[column.key] if at == 0 else f"{presenter.title(column)} {totals[column.key]}"
            for at, column in enumerate(presenter.columns)
            if column.key in totals
        ]
        self.setAccessibleName(", ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - everything is painted each time
        presenter, header = self._grid.presenter, self._grid.horizontalHeader()
        totals = presenter.totals()
        painter = QPainter(self)
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(LOOK.theme.ink)
        edge = self._grid.frameWidth()
        for at, column in enumerate(presenter.columns):
            text = totals.get(column.key)
            if not text:
                continue
            left, width = header.sectionViewportPosition(at) + edge, header.sectionSize(at)
            room = width if column.is_figure else self.width() - left
            side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
            area = self.rect().adjusted(left + SPACE, 0, 0, 0)
            area.setWidth(max(room - 2 * SPACE, painter.fontMetrics().horizontalAdvance(text)))
            if column.is_figure:
                area.moveRight(left + width - SPACE)
            painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class TableView(QWidget):
    """A list with its filter and total line; ``tools`` is the line above, for more filters."""

    def __init__(
        self,
        presenter: TablePresenter,
        *,
        filtered: bool = True,
        total: bool = True,
        grid: Grid | None = None,
    ) -> None:
        """``grid`` is a grid of a screen's own, over the same presenter."""
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(say(N_("Filter the list")))
        self.filter.setAccessibleName(f"{say(N_('Filter the list'))}: {say(presenter.name)}")
        self.filter.setClearButtonEnabled(True)
        leave_undo(self.filter)
        self.filter.addAction(icon("magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        hide_unless(self.filter, shown=filtered)
        self.filter.textChanged.connect(presenter.set_filter)
        self.tools.addWidget(self.filter, 1)
        column.addLayout(self.tools)
        self.grid = grid or Grid(presenter)
        self.grid.filter_field = self.filter if filtered else None
        self.filter.returnPressed.connect(self.focus_first)
        self.total = TotalLine(self.grid)
        hide_unless(self.total, shown=total)
        self.empty = self._make_empty()
        self.stack = QStackedLayout()
        column.addLayout(self.stack, 1)
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.empty)
        column.addWidget(self.total)
        self._with_total = total
        self._fitted = -1
        presenter.listen(self._follow)
        self._follow()

    def _make_empty(self) -> EmptyState:
        """What is shown in place of no rows."""
        given, say = self.presenter.empty, self.presenter.texts.say
        if given is None:
            return EmptyState("group", say(N_("Nothing here yet.")))
        return EmptyState(given.picture, say(given.sentence), say(given.button), given.command)

    def _follow(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        if self.filter.text() != presenter.filter:
            with QSignalBlocker(self.filter):
                self.filter.setText(presenter.filter)
        self.grid.follow_selection()
        if presenter.visible and self._fitted != len(presenter.rows):
            self._fitted = len(presenter.rows)
            self.grid.fit()
        if not presenter.visible:
            self._say_empty()
        rows_are_due = presenter.visible or not presenter.is_read
        self.stack.setCurrentWidget(self.grid if rows_are_due else self.empty)
        self.total.setVisible(self._with_total and bool(presenter.visible))
        self.total.refresh()

    def _say_empty(self) -> None:
        """Tell why nothing is in view."""
        given, say = self.presenter.empty, self.presenter.texts.say
        if self.presenter.rows:
            self.empty.say(say(N_("Nothing matches the filter.")), button=False)
        else:
            self.empty.say(say(given.sentence) if given else say(N_("Nothing here yet.")))

    def focus_first(self) -> None:
        """Move from the filter to the rows; select the first when none is."""
        if self.presenter.visible:
            if self.grid.table_model.place_of(self.presenter.selected) < 0:
                self.presenter.select(self.presenter.visible[0].id)
            self.grid.setFocus()

    def add_tool(self, widget: QWidget) -> None:
        """Put another filter beside the filter field."""
        self.tools.addWidget(widget)

    def heading(self, text: str) -> None:
        """Put words before the filter field."""
        self.tools.insertWidget(0, Label(text, "section"))
