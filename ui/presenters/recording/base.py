"""What the parts of the day grid share: the day, its shifts, what is typed, what is possible; no Qt."""

from collections.abc import Hashable

from subcontract.actions.act import Permission
from subcontract.days import Month
from subcontract.ids import ClientId, ShiftId
from subcontract.problems import Refused
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.recording.day import Day, Line
from ui.presenters.recording.rows import COLUMNS, Draft
from ui.presenters.tables.table import TablePresenter
from ui.presenters.turns import Turns

Place = tuple[ShiftId, ClientId]


class DayPresenter(Presenter):
    """A day and one of its shifts; the grid and its cards are built upon it."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at today."""
        super().__init__(door, texts)
        self.day = door.today()
        self.data = Day(day=self.day)
        self.shift_id: ShiftId | None = None
        self.drafts: dict[Place, Draft] = {}
        """What has been typed and is not saved, of every shift that has been looked at."""
        self.turns = Turns(self)
        self.table = TablePresenter(COLUMNS, texts, name=N_("People of the shift"))
        self.table.count_words = (N_("{number} client"), N_("{number} clients"))

    # --- what the parts ask of the whole

    def show_rows(self) -> None:
        """Make the rows of the grid."""

    def open_row(self, row: Hashable) -> None:
        """Open the card of a row."""

    def ask_reason(self, row: Hashable, refused: Refused) -> None:
        """Open the card of a row where the reason is asked."""

    # --- the shift in view

    @property
    def shift(self) -> Shift | None:
        """The shift in view."""
        return next((shift for shift in self.data.shifts if shift.id == self.shift_id), None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The people of the shift in view."""
        return self.data.lines(self.shift) if self.shift else ()

    def line(self, row: Hashable) -> Line | None:
        """The client of a row."""
        return next((line for line in self.lines if line.client.id == row), None)

    # --- what is possible

    @property
    def is_complete(self) -> bool:
        """Whether the shift's day has been said to be complete."""
        return self.shift_id in self.data.complete

    @property
    def is_locked(self) -> bool:
        """Whether changes need a reason: the day or the month is complete."""
        return self.is_complete or self.data.month is not None

    @property
    def lock_words(self) -> str:
        """Why typing is not possible, in words."""
        if self.data.month is not None:
            return self.texts.say(N_("{month} is complete"), month=Month.of(self.day))
        complete = self.data.complete.get(self.shift_id) if self.shift_id else None
        if complete is None:
            return ""
        who = self.data.staff_name(complete.by)
        return self.texts.say(N_("Day complete: {who}, {moment}"), who=who, moment=complete.at)

    @property
    def can_record(self) -> bool:
        """Whether typing in the grid is saved."""
        return self.shift is not None and not self.is_locked and self.may(Permission.RECORD_WORK)

    @property
    def can_record_all(self) -> bool:
        """Whether anybody is still without an entry."""
        missing = any(line.entry is None for line in self.lines)
        return self.can_record and self.day <= self.door.today() and missing

    @property
    def can_complete(self) -> bool:
        """Whether the day can be said to be complete."""
        return self.can_record and self.day <= self.door.today()

    @property
    def can_reopen(self) -> bool:
        """Whether the coach's word can be taken back."""
        return self.is_complete and self.data.month is None and self.may(Permission.RECORD_WORK)

    # --- words

    @property
    def day_words(self) -> str:
        """The day in view: ``maanantai 23.11.2026``."""
        return f"{self.texts.weekday_name(self.day)} {self.texts.day(self.day)}"

    @property
    def short_day_words(self) -> str:
        """The day in view, shortly: ``ma 23.11.2026``."""
        return f"{self.texts.weekday(self.day)} {self.texts.day(self.day)}"

    @property
    def count_words(self) -> str:
        """How far the shift is: ``6/8 kirjattu``."""
        if self.shift is None:
            return ""
        recorded, people = self.data.counts(self.shift)
        return self.texts.say(N_("{recorded}/{people} recorded"), recorded=recorded, people=people)

    @property
    def heading(self) -> str:
        """Customer, work, times and coach of the shift."""
        shift = self.shift
        if shift is None:
            return ""
        job, phase = self.data.jobs.get(shift.job), self.data.phase(shift)
        parts = (
            self.data.customer_name(shift),
            phase.name if phase else job.name if job else "",
            self.texts.times(shift.start, shift.end),
            self.data.staff_name(shift.coach),
        )
        return " · ".join(part for part in parts if part)

    def shift_words(self, shift: Shift) -> str:
        """A shift of the day in a few words: when, what, how far."""
        job = self.data.jobs.get(shift.job)
        recorded, people = self.data.counts(shift)
        times = self.texts.times(shift.start, shift.end)
        return f"{times} {job.name if job else ''} {recorded}/{people}"
