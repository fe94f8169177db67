"""Which rows are in view: jobs or people, those that pass the filter, a page at a time; no Qt."""

from subcontract.ids import ShiftId
from subcontract.words import N_, Texts
from ui.presenters.base import Door
from ui.presenters.rota.board import BoardRow, MadeBoard
from ui.presenters.rota.holding import HoldingPresenter
from ui.presenters.rota.look import has_filter

MOST_ROWS = 25
"""Rows of a week laid on the board at once; of a month there is no limit, for its rows are painted."""


class RowsPresenter(HoldingPresenter):
    """The rows of what was made of the days in view."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with jobs down."""
        super().__init__(door, texts)
        self.by_person = False
        self.filter = ""
        self.made = MadeBoard(week=self.week)
        self.rows: tuple[BoardRow, ...] = ()
        self.first_row = 0
        """The place of the first row in view, of those that pass the filter."""
        self.passing: tuple[BoardRow, ...] = ()
        """The rows that pass the filter, in view or on another page."""

    def show(self) -> None:
        """Choose the rows that are in view: of a week so many at a time, of a month all."""
        rows = self.made.by_person if self.by_person else self.made.by_job
        self.passing = tuple(row for row in rows if has_filter(row, self.filter))
        if self.is_month:
            self.rows = self.passing
        else:
            last_page = max(0, len(self.passing) - 1) // MOST_ROWS * MOST_ROWS
            self.first_row = min(self.first_row, last_page)
            page = self.passing[self.first_row : self.first_row + MOST_ROWS]
            self.rows = tuple(map(self.with_targets, page))
        self.tell()

    @property
    def has_pages(self) -> bool:
        """Whether some of the rows are on another page."""
        return len(self.rows) < len(self.passing)

    @property
    def page_words(self) -> str:
        """Which rows are in view; empty when all are."""
        if not self.has_pages:
            return ""
        first, last = self.first_row + 1, self.first_row + len(self.rows)
        words = N_("Rows {first}–{last} of {number}")
        return self.texts.say(words, first=first, last=last, number=len(self.passing))

    def turn_page(self, pages: int) -> bool:
        """Show the rows after or before those in view; false when there are none."""
        first = self.first_row + pages * MOST_ROWS
        if self.is_month or not 0 <= first < len(self.passing):
            return False
        self.first_row = first
        self.show()
        return True

    def turn_to(self, shift: ShiftId) -> None:
        """Show the rows among which a shift is."""
        places = (at for at, row in enumerate(self.passing) if _has_shift(row, shift))
        if self.is_month or any(_has_shift(row, shift) for row in self.rows):
            return
        if (at := next(places, None)) is not None:
            self.first_row = at // MOST_ROWS * MOST_ROWS
            self.show()

    def set_filter(self, text: str) -> None:
        """Show rows with these words."""
        self.filter, self.first_row = text, 0
        self.show()

    def show_people(self, *, by_person: bool) -> None:
        """People down, or jobs down."""
        self.by_person, self.first_row = by_person, 0
        self.show()


def _has_shift(row: BoardRow, shift: ShiftId) -> bool:
    """Whether a shift stands in a row."""
    return any(card.shift == shift for cell in row.cells for card in cell)
