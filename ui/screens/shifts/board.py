"""The week board: days across, jobs or people down, shifts as cards with their people."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from subcontract.ids import ShiftId
from subcontract.words import N_
from ui.look import LOOK
from ui.presenters.rota.board import BoardRow, day_title
from ui.presenters.rota.rota import RotaPresenter
from ui.presenters.tone import Tone
from ui.screens.shifts.chips import CardView
from ui.widgets.faces import Face
from ui.widgets.labels import Label, ToneLine

HEAD_LETTERS, DAY_LETTERS, LARGE = 16, 15, 125
"""Least widths of a row's name and of a day in average characters; of a day in large letters only."""
ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Board(QWidget):
    """The whole board; arrows go from card to card, and into the people of a card."""

    def __init__(self, presenter: RotaPresenter) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.presenter = presenter
        self.setAccessibleName(presenter.texts.say(N_("Week board")))
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 8, 8)
        self.grid.setSpacing(8)
        self.cards: dict[tuple[int, int], list[CardView]] = {}
        self._shown: tuple[object, ...] = ()
        self._widgets: list[QWidget] = []

    def refresh(self) -> None:
        """Lay the board anew when something on it has changed; the focus stays where it was."""
        presenter = self.presenter
        wanted = (presenter.rows, presenter.days, presenter.by_person, LOOK.theme.name, LOOK.sizes.percent)
        if wanted == self._shown:
            return
        self._shown = wanted
        place, shift = self.focused()
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets, self.cards = [], {}
        self._lay_heads()
        for at, row in enumerate(presenter.rows, start=1):
            self._lay_row(at, row)
        self.grid.setRowStretch(len(presenter.rows) + 1, 1)
        self._refocus(place, shift)

    def _add(self, widget: QWidget, row: int, column: int) -> None:
        """Put a widget in its place at the top of its cell."""
        self._widgets.append(widget)
        self.grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)

    def _lay_heads(self) -> None:
        """The days; today is told in words."""
        presenter, today = self.presenter, self.presenter.door.today()
        for at, day in enumerate(presenter.days, start=1):
            title = day_title(day, presenter.texts)
            if day == today:
                title = presenter.texts.say(N_("{day} today"), day=title)
            self._add(Label(title, "label"), 0, at)
            self.grid.setColumnStretch(at, 1)
            least = self.fontMetrics().averageCharWidth() * DAY_LETTERS if LOOK.sizes.percent > LARGE else 0
            self.grid.setColumnMinimumWidth(at, least)

    def _lay_row(self, at: int, row: BoardRow) -> None:
        """One job or person and their week."""
        self._add(self._head(row), at, 0)
        for column, cards in enumerate(row.cells, start=1):
            cell = QWidget()
            stack = QVBoxLayout(cell)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(8)
            views = [CardView(self.presenter, card, by_person=row.is_person) for card in cards]
            for view in views:
                stack.addWidget(view)
            away = row.away[column - 1] if row.away else ""
            if away:
                stack.addWidget(ToneLine(away, Tone.ATTENTION, "muted"))
            self._add(cell, at, column)
            if views:
                self.cards[at, column] = views

    @staticmethod
    def _head(row: BoardRow) -> QWidget:
        """The name of the row."""
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 8, 8, 0)
        if row.is_person:
            line.addWidget(Face(row.title, row.photo, 28), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(row.title, "strong", wrap=True))
        words.addWidget(Label(row.detail, "muted", wrap=True))
        line.addLayout(words, 1)
        head.setFixedWidth(max(LOOK.sizes.soft(150), head.fontMetrics().averageCharWidth() * HEAD_LETTERS))
        return head

    # --- focus

    def focused(self) -> tuple[tuple[int, int] | None, ShiftId | None]:
        """Where the focus is on the board."""
        focus = QApplication.focusWidget()
        for place, views in self.cards.items():
            for view in views:
                if focus is view or (focus is not None and view.isAncestorOf(focus)):
                    return place, view.card.shift
        return None, None

    def _refocus(self, place: tuple[int, int] | None, shift: ShiftId | None) -> None:
        """Go back to the shift that had the focus, or to the place where it was."""
        if place is None:
            return
        everything = [view for views in self.cards.values() for view in views]
        same = next((view for view in everything if view.card.shift == shift), None)
        target = same or next(iter(self.cards.get(place, ())), None) or next(iter(everything), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, shift: ShiftId | None) -> None:
        """Go to the card of a shift, or to the first."""
        everything = (view for views in self.cards.values() for view in views)
        view = next((one for one in everything if one.card.shift == shift), None)
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Go to the first card."""
        first = min(self.cards, default=None)
        if first is not None:
            self.cards[first][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the board; Right on a card goes on into its people."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self._walk(*step):
            super().keyPressEvent(event)

    def _walk(self, down: int, right: int) -> bool:
        """Go one step; false at the edge."""
        place, shift = self.focused()
        if place is None:
            return False
        views = self.cards[place]
        at = next(i for i, view in enumerate(views) if view.card.shift == shift)
        if right and self._walk_people(views[at], right):
            return True
        if down and 0 <= at + down < len(views):
            views[at + down].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        target = self._next_place(place, down, right)
        if target is None:
            return False
        found = self.cards[target]
        (found[-1] if down < 0 else found[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @staticmethod
    def _walk_people(card: CardView, right: int) -> bool:
        """Go to the next person of the card; false when there is none that way."""
        stops: list[QWidget] = [card, *card.chips]
        focus = QApplication.focusWidget()
        at = next((i for i, stop in enumerate(stops) if stop is focus), 0) + right
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _next_place(self, place: tuple[int, int], down: int, right: int) -> tuple[int, int] | None:
        """The nearest cell with a card in a direction."""
        row, column = place
        if right:
            there = [each for each in self.cards if each[0] == row and (each[1] - column) * right > 0]
            return min(there, key=lambda each: abs(each[1] - column), default=None)
        there = [each for each in self.cards if (each[0] - row) * down > 0]
        return min(there, key=lambda each: (abs(each[0] - row), abs(each[1] - column)), default=None)
