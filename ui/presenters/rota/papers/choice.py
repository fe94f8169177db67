"""What is chosen on the page of papers: which week, which paper, whose; no Qt."""

from datetime import date, timedelta

from subcontract.actions.act import Kind, Permission
from subcontract.days import DateRange
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.plan_state import PlanState, plan_state
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.rota.papers.kinds import NOTES, WEEKS, PaperKind
from ui.presenters.rota.papers.lists import clients_table, coaches_table, days_table, rows_of
from ui.presenters.rota.papers.reading import RotaDays, read_days
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tables.ticks import Ticks


class PapersChoice(Presenter):
    """The choice, and what was read for it; the making is built upon it."""

    depends_on = frozenset(
        {Kind.SHIFTS, Kind.CLIENTS, Kind.JOBS, Kind.STAFF, Kind.CUSTOMERS, Kind.PUBLICATIONS, Kind.PINS}
    )

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at this week, with the list for the wall."""
        super().__init__(door, texts)
        self.monday = week_of(door.today()).first
        self.kind = PaperKind.WALL
        self.weeks = 1
        """How many weeks a calendar holds."""
        self.both_sides = False
        self.paper, self.paper_name = b"", ""
        self.read: RotaDays | None = None
        self.days = days_table(texts)
        self.clients = clients_table(texts)
        self.coaches = coaches_table(texts)
        self._ticks = {id(table): Ticks(table, self.tell) for table in self.tables}
        for table in self.tables:
            table.listen(self.tell)

    # --- what is chosen

    @property
    def tables(self) -> tuple[TablePresenter, TablePresenter, TablePresenter]:
        """The days, the people, the coaches."""
        return self.days, self.clients, self.coaches

    @property
    def table(self) -> TablePresenter:
        """The list of whose or of which days."""
        if self.kind is PaperKind.WALL:
            return self.days
        return self.clients if self.kind is PaperKind.OWN else self.coaches

    @property
    def ticks(self) -> Ticks:
        """The ticks of the list in sight."""
        return self._ticks[id(self.table)]

    @property
    def kinds(self) -> tuple[PaperKind, ...]:
        """The papers that one may make: the coach's list is care data."""
        may = self.may(Permission.SEE_CARE)
        return tuple(kind for kind in PaperKind if kind is not PaperKind.COACH or may)

    @property
    def note(self) -> str:
        """What to know of the paper."""
        return self.texts.say(NOTES[self.kind])

    @property
    def period(self) -> DateRange:
        """The days of the paper."""
        weeks = self.weeks if self.kind is PaperKind.CALENDAR else 1
        return DateRange(self.monday, self.monday + timedelta(days=weeks * DAYS_IN_WEEK - 1))

    @property
    def title(self) -> str:
        """The week in words."""
        days = week_of(self.monday)
        return self.texts.say(
            N_("Week {number}: {first}–{last}"),
            number=str(self.monday.isocalendar().week),
            first=f"{days.first.day}.{days.first.month}.",
            last=self.texts.day(days.last),
        )

    @property
    def state(self) -> PlanState:
        """How sure the plan of the days is."""
        read = self.read
        return plan_state(read.plan, read.publications, week_of(self.monday)) if read else PlanState()

    @property
    def has_sheets(self) -> bool:
        """Whether the paper has sheets of several people, whose backs matter."""
        return self.kind in {PaperKind.OWN, PaperKind.COACH}

    def step(self, weeks: int) -> None:
        """Go so many weeks on or back."""
        self.go_to(self.monday + timedelta(days=DAYS_IN_WEEK * weeks))

    def go_to(self, day: date) -> None:
        """Show the week of a day; a paper in sight is of another week and closes."""
        self.cancel()
        self.monday, self.paper, self.notice = week_of(day).first, b"", None
        self.load()
        self.tell()

    def choose(self, kind: PaperKind) -> None:
        """Another paper."""
        if kind in self.kinds and kind is not self.kind:
            self.cancel()
            self.kind, self.paper, self.notice = kind, b"", None
            self.load()
            self.tell()

    def choose_weeks(self, weeks: int) -> None:
        """Another length of the calendar."""
        self.weeks = weeks if weeks in WEEKS else 1
        self.load()
        self.tell()

    def print_on_both_sides(self, *, both: bool) -> None:
        """Whether nobody's week may be on the back of another's."""
        self.both_sides = both
        self.tell()

    # --- reading

    def load(self) -> None:
        """Read the days anew."""
        unit, days = self.door.who.unit, self.period
        self.door.ask(lambda lists: read_days(lists, unit, days), self._fill)

    def _fill(self, read: RotaDays) -> None:
        if read.days != self.period:
            return
        self.read = read
        for table, rows in zip(self.tables, rows_of(read, self.texts), strict=True):
            self._ticks[id(table)].set_rows((row, True) for row in rows)
        self.tell()

    @property
    def chosen(self) -> tuple[object, ...]:
        """What is ticked; without a tick everything in view that has shifts, or the row at hand."""
        if self.ticks:
            return tuple(row.id for row in self.table.visible if row.id in self.ticks)
        if self.kind is PaperKind.WALL:
            return ()
        if self.kind is PaperKind.OWN:
            return tuple(row.id for row in self.table.visible if row.cells.get("shifts"))
        mine = self.door.who.staff
        at_hand = self.table.selected
        return tuple(row.id for row in self.table.visible if row.id == (at_hand or mine))

    def cancel(self) -> None:
        """Stop what is being made; there is nothing yet to stop."""
