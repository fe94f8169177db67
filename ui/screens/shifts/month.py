"""The weeks of a month in short, painted: any number of rows, and only those in sight are drawn."""

from collections.abc import Hashable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.month import thin_days
from ui.presenters.rota.rota import RotaPresenter
from ui.screens.shifts.month_parts import (
    PADDING,
    DayTitles,
    Index,
    MonthDelegate,
    MonthModel,
    RowTitles,
    small_font,
)

DAY_LETTERS = 4.5
"""Least width of a day in average characters; a free day on which nobody works has that of its heading."""


class MonthGrid(QTableView):
    """The month: arrows walk from day to day, Enter opens the shift of a cell or the week of an empty one."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self._shown: tuple[object, ...] = ()
        self.setAccessibleName(presenter.texts.say(N_("Month")))
        self.month = MonthModel(presenter, self)
        self.setModel(self.month)
        self.setItemDelegate(MonthDelegate(self))
        self.setHorizontalHeader(DayTitles(self.month, self))
        self.setVerticalHeader(RowTitles(self.month, self))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setProperty("pans", True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for set_mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)

    def refresh(self) -> None:
        """Show what the presenter has now; the place where one stands stays."""
        presenter = self.presenter
        if not presenter.is_month:
            return
        wanted = (presenter.rows, presenter.days, LOOK.theme.name, LOOK.sizes.percent)
        if wanted == self._shown:
            return
        self._shown = wanted
        before = self._place()
        self.month.take(presenter.rows, presenter.days)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().height() + 2 * PADDING + 2)
        self._share_room()
        self._go_to(*before)

    def _place(self) -> tuple[Hashable | None, date | None]:
        """Where one stands: the row's id and the day."""
        index = self.currentIndex()
        if not index.isValid():
            return None, None
        return self.month.rows[index.row()].id, self.month.days[index.column()].day

    def _go_to(self, row: Hashable | None, day: date | None) -> None:
        """Stand where one stood, or at today."""
        wanted = day or self.presenter.door.today()
        across = next((at for at, each in enumerate(self.month.days) if each.day == wanted), 0)
        down = next((at for at, each in enumerate(self.month.rows) if each.id == row), 0)
        if self.month.rows:
            self.setCurrentIndex(self.month.index(down, across))

    def _share_room(self) -> None:
        """Days share the width; free days on which nobody works are thin where there is too little."""
        metrics = self.fontMetrics()
        least = int(QFontMetrics(small_font(self.font())).averageCharWidth() * DAY_LETTERS)
        thin_at = thin_days(self.presenter.rows, self.month.days)
        needed = [
            max(map(metrics.horizontalAdvance, day.lines if day.is_today else day.lines[:2])) + 2 * PADDING
            for day in self.month.days
        ]
        wide = len(self.month.days) - len(thin_at)
        room = self.viewport().width() - sum(needed[at] for at in thin_at)
        each = max(least, room // wide) if wide else least
        for at, words in enumerate(needed):
            self.setColumnWidth(at, words if at in thin_at else max(each, words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.month.days:
            self._share_room()
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        """Open the shift of a cell: of several the one after that in the card, of none the week."""
        if not index.isValid():
            return
        shifts = self.month.cell(index.row(), index.column()).shifts
        if not shifts:
            self.presenter.show_week_of(self.month.days[index.column()].day)
            return
        at = shifts.index(self.presenter.shift_id) + 1 if self.presenter.shift_id in shifts else 0
        self.presenter.open(shifts[at % len(shifts)])

    def focus_first(self) -> None:
        """Stand in the month."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
