"""The week board: days across, jobs or people down, shifts as cards with their people."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from subcontract.ids import ClientId, ShiftId
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.board import BoardRow, day_title
from ui.presenters.rota.rota import RotaPresenter
from ui.screens.shifts.card_view import CardView
from ui.screens.shifts.cells import Cell, RowHead, drop
from ui.widgets.reading_order import go_to

DAY_LETTERS, LARGE = 15, 125
"""Least width of a day in average characters, in large letters only."""
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
Place = tuple[int, int]
"""Row and column from 1; column 0 is the name of the row."""


class Board(QWidget):
    """The whole board; arrows go from card to card, and into the people of a card."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.setProperty("keeps_focus", True)
        self.presenter = presenter
        self.setAccessibleName(presenter.texts.say(N_("Week board")))
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 8, 8)
        self.grid.setSpacing(8)
        self._shown: tuple[object, ...] = ()
        self._heads: list[RowHead] = []
        self._cells: list[list[Cell]] = []

    @property
    def cards(self) -> dict[Place, list[CardView]]:
        """The cards by their places."""
        return {
            (at, column): cell.views
            for at, cells in enumerate(self._cells, start=1)
            for column, cell in enumerate(cells, start=1)
            if cell.views
        }

    @property
    def heads(self) -> dict[Place, RowHead]:
        """The names of people, which can be taken in hand."""
        named = enumerate(self._heads, start=1)
        return {(at, 0): head for at, head in named if head.focusPolicy() is not Qt.FocusPolicy.NoFocus}

    def refresh(self) -> None:
        """Lay anew what has changed on the board, and that alone; the focus stays where it was."""
        presenter = self.presenter
        if presenter.is_month:
            return
        frame = (presenter.days, LOOK.theme.name, LOOK.sizes.percent, presenter.can_plan)
        place, shift = self.focused()
        if frame != self._shown:
            self._shown = frame
            self._lay_rows(())
        self._lay_rows(presenter.rows)
        for views in self.cards.values():
            for view in views:
                view.show_verdict()
        if place is not None and self.focused() != (place, shift):
            self._refocus(place, shift)

    # --- laying

    @property
    def titles(self) -> tuple[str, ...]:
        """The days; today is told in words."""
        presenter, today = self.presenter, self.presenter.door.today()
        named = ((day, day_title(day, presenter.texts)) for day in presenter.days)
        say = presenter.texts.say
        return tuple(say(N_("{day} today"), day=title) if day == today else title for day, title in named)

    def set_widths(self, titles: Sequence[int]) -> None:
        """Give every day the width of its title at least, and in large letters that of some words."""
        wide = self.fontMetrics().averageCharWidth() * DAY_LETTERS if LOOK.sizes.percent > LARGE else 0
        for at in range(1, max(self.grid.columnCount(), len(titles) + 1)):
            has_day = at <= len(titles)
            self.grid.setColumnStretch(at, int(has_day))
            self.grid.setColumnMinimumWidth(at, max(wide, titles[at - 1]) if has_day else 0)

    def columns(self) -> list[QRect]:
        """Where the days are, as the board has been laid out; without rows, where they would be.

        What a grid tells of its columns is of the last width that it was asked about, not of its own.
        """
        if self._cells:
            return [cell.geometry() for cell in self._cells[0]]
        return [self.grid.cellRect(0, at) for at in range(1, self.grid.columnCount())]

    def _lay_rows(self, rows: tuple[BoardRow, ...]) -> None:
        """Put rows in place of those that are there."""
        self.grid.setRowStretch(len(self._heads) + 1, 0)
        while len(self._heads) > len(rows):
            drop(self._heads.pop(), self.grid)
            for cell in self._cells.pop():
                drop(cell, self.grid)
        for at, row in enumerate(rows, start=1):
            client = cast("ClientId", row.id) if row.is_person else None
            self._lay_head(at, row, client)
            self._lay_cells(at, row, client)
        self.grid.setRowStretch(len(rows) + 1, 1)

    def _lay_head(self, at: int, row: BoardRow, client: ClientId | None) -> None:
        """The name of a row."""
        known = at <= len(self._heads)
        if known and self._heads[at - 1].shows(row):
            return
        head = RowHead(self.presenter, row, client)
        if known:
            drop(self._heads[at - 1], self.grid)
            self._heads[at - 1] = head
        else:
            self._heads.append(head)
        self.grid.addWidget(head, at, 0, Qt.AlignmentFlag.AlignTop)

    def _lay_cells(self, at: int, row: BoardRow, client: ClientId | None) -> None:
        """The days of a row."""
        if at > len(self._cells):
            self._cells.append([Cell(self.presenter) for _ in row.cells])
            for column, cell in enumerate(self._cells[-1], start=1):
                self.grid.addWidget(cell, at, column, Qt.AlignmentFlag.AlignTop)
        nothing = ("",) * len(row.cells)
        parts = zip(self._cells[at - 1], row.cells, row.away or nothing, row.more or nothing, strict=True)
        for cell, cards, away, more in parts:
            cell.fill(cards, client, away, more)

    # --- focus

    def focused(self) -> tuple[Place | None, ShiftId | None]:
        """Where the focus is on the board, and on which shift."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None, None
        for place, head in self.heads.items():
            if focus is head:
                return place, None
        for place, views in self.cards.items():
            for view in views:
                if focus is view or view.isAncestorOf(focus):
                    return place, view.card.shift
        return None, None

    def _at(self, place: Place) -> list[QWidget]:
        """What the arrows stop at in a place."""
        head = self.heads.get(place)
        return [head] if head is not None else list(self.cards.get(place, ()))

    def _refocus(self, place: Place, shift: ShiftId | None) -> None:
        """Go back to the shift that had the focus, or to the place where it was."""
        everything = [view for views in self.cards.values() for view in views]
        near = [view for view in self.cards.get(place, ()) if view.card.shift == shift]
        same = near or [view for view in everything if view.card.shift == shift]
        target = next(iter([*same, *self._at(place), *everything]), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, shift: ShiftId | None) -> None:
        """Go to the card of a shift, or to the first."""
        everything = (view for views in self.cards.values() for view in views)
        view = next((one for one in everything if one.card.shift == shift), None)
        if view is not None:
            go_to(view)
        else:
            self.focus_first()

    def focus_first(self, *, last: bool = False) -> None:
        """Go to the first card, or to the last."""
        places = sorted(self.cards) or sorted(self.heads)
        if places:
            go_to(self._at(places[-1 if last else 0])[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the board; Right on a card goes on into its people."""
        key = Qt.Key(event.key())
        step, pages = ARROWS.get(key), PAGES.get(key)
        if pages is not None and self._turn(pages):
            return
        if step is None or not self._walk(*step):
            super().keyPressEvent(event)

    def _turn(self, pages: int) -> bool:
        """Go to the rows after or before those in view; false when there are none."""
        turned = self.presenter.turn_page(pages)
        if turned:
            self.focus_first(last=pages < 0)
        return turned

    def _walk(self, down: int, right: int) -> bool:
        """Go one step, on to the next rows too; false at the edge."""
        place, shift = self.focused()
        if place is None:
            return False
        stops = self._at(place)
        at = next(
            (i for i, view in enumerate(stops) if isinstance(view, CardView) and view.card.shift == shift), 0
        )
        view = stops[at]
        if right and isinstance(view, CardView) and self._walk_people(view, right):
            return True
        if down and 0 <= at + down < len(stops):
            go_to(stops[at + down])
            return True
        target = self._next_place(place, down, right)
        if target is None:
            return bool(down) and self._turn(down)
        found = self._at(target)
        go_to(found[-1] if down < 0 else found[0])
        return True

    @staticmethod
    def _walk_people(card: CardView, right: int) -> bool:
        """Go to the next person of the card; false when there is none that way."""
        stops: list[QWidget] = [card, *card.chips]
        focus = QApplication.focusWidget()
        at = next((i for i, stop in enumerate(stops) if stop is focus), 0) + right
        if 0 <= at < len(stops):
            go_to(stops[at])
            return True
        return False

    def _next_place(self, place: Place, down: int, right: int) -> Place | None:
        """The nearest cell with a card, or name, in a direction."""
        row, column = place
        places = [*self.cards, *self.heads]
        if right:
            there = [each for each in places if each[0] == row and (each[1] - column) * right > 0]
            return min(there, key=lambda each: abs(each[1] - column), default=None)
        there = [each for each in places if (each[0] - row) * down > 0]
        return min(there, key=lambda each: (abs(each[0] - row), abs(each[1] - column)), default=None)
