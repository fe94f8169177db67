"""The plan against what happened, a week or a month at a time; only differences by default; no Qt."""

from collections.abc import Callable, Hashable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from subcontract.actions.act import Kind
from subcontract.actions.reality_facts import what_happened
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.hours.reality.places import places_of
from subcontract.hours.reality.records import OPEN, Figures, Happened, Place, figures_of
from subcontract.ids import UnitId
from subcontract.papers.files.csv_file import csv_bytes
from subcontract.ports import Lists
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Presenter
from ui.presenters.reports.reports import hours_for_file
from ui.presenters.rota.reality_rows import (
    PEOPLE_COLUMNS,
    PLACE_COLUMNS,
    SHIFT_COLUMNS,
    Read,
    figure_words,
    people_rows,
    place_at,
    place_row,
    rest_words,
    shift_rows,
)
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

DAYS_OF_CHECKING = 10
"""Early in a month it is the month before that is looked at."""


class View(StrEnum):
    """By what the places are told."""

    PLACES = "places"
    PEOPLE = "people"
    SHIFTS = "shifts"


VIEWS = {View.PLACES: N_("Places"), View.PEOPLE: N_("By client"), View.SHIFTS: N_("By shift")}
SPANS = {False: N_("Week"), True: N_("Month")}
REMOVED = N_("The shift has been removed since it was promised, so there is nothing to open.")
NONE_DIFFERENT = N_("Everything went as planned.")


class RealityPresenter(Presenter):
    """What was promised and planned, and how it went."""

    depends_on = frozenset({Kind.SHIFTS, Kind.ENTRIES, Kind.CLIENTS, Kind.JOBS, Kind.PUBLICATIONS})

    def __init__(self, door: Door, texts: Texts, go: Callable[[str, UUID | None], None]) -> None:
        """Start at the week of yesterday; ``go`` leads to another screen."""
        super().__init__(door, texts)
        self._go = go
        self.day = door.today() - ONE_DAY
        self.by_month = False
        self.view = View.PLACES
        self.differences_only = True
        self.read: Read | None = None
        self.tables = {
            View.PLACES: self._table(PLACE_COLUMNS, N_("Places of the days")),
            View.PEOPLE: self._table(PEOPLE_COLUMNS, N_("Clients of the days")),
            View.SHIFTS: self._table(SHIFT_COLUMNS, N_("Shifts of the days")),
        }
        self.tables[View.PLACES].count_words = (N_("{number} place"), N_("{number} places"))
        self.tables[View.PLACES].keep = self._is_kept
        self.tables[View.PLACES].none_kept = NONE_DIFFERENT
        self.tables[View.PLACES].on_open = self._open_place
        self.tables[View.PEOPLE].count_words = (N_("{number} client"), N_("{number} clients"))
        self.tables[View.PEOPLE].on_open = self._open_person
        self.tables[View.SHIFTS].count_words = (N_("{number} shift"), N_("{number} shifts"))
        self.tables[View.SHIFTS].on_open = self._open_shift

    def _table(self, columns: tuple[Column, ...], name: str) -> TablePresenter:
        """A table of one view."""
        empty = Empty(picture="calendar", sentence=N_("No shifts and no work in these days."))
        return TablePresenter(columns, self.texts, name=name, empty=empty)

    # --- choosing

    @property
    def days(self) -> DateRange:
        """The days in view."""
        return Month.of(self.day).days if self.by_month else week_of(self.day)

    @property
    def span_words(self) -> str:
        """The days in words."""
        if self.by_month:
            return self.texts.month(Month.of(self.day))
        days = self.days
        return self.texts.say(
            N_("Week {number}: {first}–{last}"),
            number=str(days.first.isocalendar().week),
            first=f"{days.first.day}.{days.first.month}.",
            last=self.texts.day(days.last),
        )

    def step(self, by: int) -> None:
        """The next week or month, or the one before."""
        if self.by_month:
            self.day = Month.of(self.day).plus(by).first
        else:
            self.day += timedelta(days=DAYS_IN_WEEK * by)
        self._look_anew()

    def set_span(self, *, by_month: bool) -> None:
        """A whole month, or a week."""
        if by_month and not self.by_month and self.day.day <= DAYS_OF_CHECKING:
            # Whoever turns to the month early in it comes to check the one that has ended.
            same = Month.of(self.day) == Month.of(self.door.today())
            self.day = Month.of(self.day).plus(-1).last if same else self.day
        self.by_month = by_month
        self._look_anew()

    def go_to(self, day: date) -> None:
        """Show the days around one."""
        self.day = day
        self._look_anew()

    def _look_anew(self) -> None:
        self.notice = None
        self.load()
        self.tell()

    def show(self, view: View) -> None:
        """Tell the days by places, people or shifts."""
        self.view, self.notice = view, None
        self.tell()

    def show_differences(self, *, only: bool) -> None:
        """Only what went otherwise, or all."""
        self.differences_only = only
        self.tables[View.PLACES].refresh()
        self.tell()

    def _is_kept(self, row: Row) -> bool:
        """Whether a place is in view."""
        place = place_at(self.read, row.id)
        return not self.differences_only or (place is not None and place.is_different)

    @property
    def table(self) -> TablePresenter:
        """The table in view."""
        return self.tables[self.view]

    # --- reading

    def load(self) -> None:
        """Read the days anew; the places are made where they are read, away from the window."""
        unit, days, today = self.door.who.unit, self.days, self.door.today()
        self.door.ask(lambda lists: read_reality(lists, unit, days, today), self._fill)

    def _fill(self, read: Read) -> None:
        """Show what was read, unless other days have been chosen meanwhile."""
        if read.happened.days != self.days:
            return
        self.read = read
        texts = self.texts
        self.tables[View.PLACES].set_rows(
            place_row(at, place, read, texts) for at, place in enumerate(read.places)
        )
        self.tables[View.PEOPLE].set_rows(people_rows(read))
        self.tables[View.SHIFTS].set_rows(shift_rows(read, texts))
        self.tell()

    @property
    def figures(self) -> Figures:
        """The figures of the days."""
        return figures_of(self.read.places) if self.read else Figures()

    @property
    def held_words(self) -> str:
        """What part of the places held; empty before anything has been read."""
        if self.read is None:
            return ""
        known = (place for place in self.read.places if place.expected and place.outcome not in OPEN)
        return figure_words(self.figures, self.texts, {place.covered for place in known})

    @property
    def rest_words(self) -> str:
        """The other figures."""
        return rest_words(self.figures, self.texts)

    # --- leading on

    @property
    def selected(self) -> Place | None:
        """The selected place, while in sight."""
        table = self.tables[View.PLACES]
        shown = self.view is View.PLACES and any(row.id == table.selected for row in table.visible)
        return place_at(self.read, table.selected) if shown else None

    def _open_place(self, row: Hashable) -> None:
        """Open the shift of a place where it is recorded, or on the board while it is to come."""
        if (place := place_at(self.read, row)) is not None:
            shift = place.worked_on or place.shift
            self._open_on(shift, place.day)

    def _open_shift(self, row: Hashable) -> None:
        """Open a shift."""
        if isinstance(row, UUID) and self.read is not None:
            shift = next((one for one in self.read.shifts.values() if one.id == row), None)
            self._open_on(shift.id if shift else None, shift.day if shift else self.day)

    def _open_on(self, shift: UUID | None, day: date) -> None:
        """Go to a shift, in recording when its day has come."""
        if self.read is None or shift not in {*self.read.shifts}:
            self.notice = Notice(self.texts.say(REMOVED), Tone.INFO)
            self.tell()
            return
        self._go("hours" if day <= self.door.today() else "shifts", shift)

    def open_on_board(self) -> None:
        """Show the shift of the selected place on the board."""
        if (place := self.selected) is not None and self.read is not None:
            if place.shift in self.read.shifts:
                self._go("shifts", place.shift)
            else:
                self._open_on(None, place.day)

    def _open_person(self, row: Hashable) -> None:
        """Show every place of a client."""
        name = self.tables[View.PEOPLE].row(row)
        if name is not None:
            self.differences_only = False
            self.tables[View.PLACES].set_filter(str(name.cells["client"]))
            self.show(View.PLACES)

    # --- the file

    @property
    def file_name(self) -> str:
        """A name for the file, without personal data."""
        return f"{self.texts.say(N_('plan-and-reality'))}-{self.days.first:%Y-%m-%d}.csv"

    def csv(self) -> bytes:
        """What is in view, as a file that Finnish spreadsheets open right."""
        table = self.table
        header = [table.title(column) for column in table.columns]
        return csv_bytes(header, ([_plain(row, column) for column in table.columns] for row in table.visible))


def _plain(row: Row, column: Column) -> Any:  # noqa: ANN401 - whatever the cell holds
    """A cell for the file."""
    value = row.cells.get(column.key)
    if isinstance(value, State):
        return value.text
    if column.kind is CellKind.HOURS and isinstance(value, int):
        return hours_for_file(value)
    return value


def read_reality(lists: Lists, unit: UnitId, days: DateRange, today: date) -> Read:
    """The places of some days of a unit, in one consistent view."""
    happened: Happened = what_happened(lists, unit, days, today)
    return Read(
        happened=happened,
        places=places_of(happened),
        jobs={job.id: job.name for job in lists.jobs.where(unit=unit)},
        shifts={shift.id: shift for shift in happened.shifts},
    )
