"""A table presenter as a table: filter field, rows, total line, empty state; all by keyboard."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.table import TablePresenter
from ui.widgets.cells import ROW_HEIGHT, SPACE
from ui.widgets.empty import EmptyState
from ui.widgets.grid import Grid
from ui.widgets.icons import icon
from ui.widgets.labels import Label, hide_unless
from ui.widgets.undoing import leave_undo


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
