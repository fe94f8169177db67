"""A table presenter as a table: filter field, rows, total line, empty state; all by keyboard."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.tables.table import TablePresenter
from ui.widgets.cells import ROW_HEIGHT
from ui.widgets.empty import EmptyState
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.labels import hide_unless
from ui.widgets.total_line import TotalLine

SPACING = 8
LEAST_ROWS = 3
"""Rows that are in sight of themselves in a small window; a page without room for them scrolls."""
MOST_HEIGHT = 16_777_215
"""Qt's own for "as high as there is room"."""


class TableView(QWidget):
    """A list with its filter and total line; ``tools`` is the line above, for more filters."""

    def __init__(
        self,
        presenter: TablePresenter,
        *,
        filtered: bool = True,
        total: bool = True,
        hugs: bool = False,
        rows: int = LEAST_ROWS,
        grid: Grid | None = None,
    ) -> None:
        """``grid`` is a screen's own, over the same presenter; what ``hugs`` is no higher than its rows.

        So many ``rows`` are in sight even in a small window.
        """
        super().__init__()
        self.presenter = presenter
        say = presenter.texts.say
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        self.tools = Flow(space=8)
        hint = say(N_("Filter the list"))
        self.filter = FilterField(hint, f"{hint}: {say(presenter.name)}")
        hide_unless(self.filter, shown=filtered)
        self.filter.textChanged.connect(self._filter)
        self.tools.add(self.filter)
        column.addWidget(self.tools)
        hide_unless(self.tools, shown=filtered)
        self.grid = grid or Grid(presenter)
        self.grid.filter_field = self.filter if filtered else None
        self.filter.returnPressed.connect(self.focus_first)
        self.total = TotalLine(self.grid)
        hide_unless(self.total, shown=total)
        self.empty = self._make_empty()
        for part in (self.grid, self.empty):
            column.addWidget(part, 1)
        column.addWidget(self.total)
        column.addStretch()
        self._with_total, self._hugs, self._rows = total, hugs, rows
        self._fitted = -1
        self._seen: object = None
        presenter.listen(self._follow)
        self.grid.arranged.connect(self._fit_height)
        LOOK.changed.connect(self._look_changed)
        self._follow()

    def _make_empty(self) -> EmptyState:
        """What is shown in place of no rows."""
        given, say = self.presenter.empty, self.presenter.texts.say
        if given is None:
            return EmptyState("group", say(N_("Nothing here yet.")))
        return EmptyState(given.picture, say(given.sentence), say(given.button), given.command)

    def _filter(self, text: str) -> None:
        """Filter by what was typed; what the presenter has already is only shown.

        The field must hear of every text, or its button that clears stays in an empty field.
        """
        if text != self.presenter.filter:
            self.presenter.set_filter(text)

    def _follow(self) -> None:
        """Show what the presenter has now, once its rows have all been taken."""
        presenter = self.presenter
        if self.grid.table_model.is_following:
            return
        if self.filter.text() != presenter.filter:
            self.filter.setText(presenter.filter)
        self.grid.follow_selection()
        if presenter.visible and self._fitted != len(presenter.rows):
            self._fitted = len(presenter.rows)
            self.grid.fit()
        elif presenter.visible is not self._seen:
            self.grid.fit_rows()
        if not presenter.visible:
            self._say_empty()
        rows_are_due = bool(presenter.visible) or not presenter.is_read
        had_focus = self.grid.hasFocus() and not rows_are_due
        hide_unless(self.grid, shown=rows_are_due)
        hide_unless(self.empty, shown=not rows_are_due)
        if had_focus and self.empty.button.isVisible():
            self.empty.button.setFocus()
        self.total.setVisible(self._with_total and bool(presenter.visible))
        if presenter.visible is not self._seen:
            self._seen = presenter.visible
            self.total.refresh()
            self._fit_height()

    def _look_changed(self) -> None:
        """Measure anew in letters of another size."""
        self.grid.fit()
        self.total.refresh()
        self._fit_height()

    def _fit_height(self) -> None:
        """End the table where its rows end, and keep some of them in sight where there is little room."""
        grid = self.grid
        rows = grid.table_model.rowCount()
        edges = max(grid.titles.sizeHint().height(), grid.titles.minimumHeight()) + 2 * grid.frameWidth()
        few = min(grid.verticalHeader().length(), self._rows * LOOK.sizes.px(ROW_HEIGHT))
        grid.setMinimumHeight(edges + (few or LOOK.sizes.px(ROW_HEIGHT)))
        whole = edges + grid.verticalHeader().length() + 2
        if grid.horizontalScrollBar().maximum():
            whole += grid.horizontalScrollBar().sizeHint().height()
        grid.setMaximumHeight(max(whole, grid.minimumHeight()) if rows else MOST_HEIGHT)
        if self._hugs:
            total = self.total.height() + SPACING if self._with_total else 0
            tools = self.tools.sizeHint().height() + SPACING if not self.tools.isHidden() else 0
            self.setMaximumHeight(grid.maximumHeight() + total + tools if rows else MOST_HEIGHT)
        self._column.invalidate()  # Qt misses that a part has become lower while it was laying out
        self.updateGeometry()

    def _say_empty(self) -> None:
        """Tell why nothing is in view."""
        given, say = self.presenter.empty, self.presenter.texts.say
        if self.presenter.rows:
            self.empty.say(self.presenter.nothing_words, button=False)
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
        self.tools.add(widget)
        self.tools.show()
