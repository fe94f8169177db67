"""A month's completeness: the list of gaps that leads to each day, and the office's word; no Qt."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.complete_month import (
    CompleteMonth,
    ReopenMonth,
    complete_month,
    gaps_in,
    reopen_month,
)
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import MonthComplete
from subcontract.hours.gaps import Gap, GapCode
from subcontract.ids import ClientId, JobId, ShiftId, UnitId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

WORDS: Mapping[GapCode, tuple[str, Tone]] = {
    GapCode.NOTHING_RECORDED: (N_("Nothing recorded"), Tone.WRONG),
    GapCode.NOT_RECORDED: (N_("Client's entry missing"), Tone.WRONG),
    GapCode.DAY_NOT_COMPLETE: (N_("Day not marked complete"), Tone.ATTENTION),
    GapCode.NO_COACHING: (N_("Coach's hours missing"), Tone.ATTENTION),
    GapCode.WITHOUT_SHIFT: (N_("Recorded without a shift"), Tone.ATTENTION),
    GapCode.AT_ONCE: (N_("In two places at once"), Tone.WRONG),
    GapCode.NOBODY_TO_SHARE: (N_("Nobody to share the group's result"), Tone.WRONG),
    GapCode.NO_FORM_OF_WORK: (N_("No form of work on the day"), Tone.WRONG),
    GapCode.SHIFT_AHEAD: (N_("Shift still to come"), Tone.INFO),
}
"""What each gap is called, and how bad it is."""
DAYS_OF_CHECKING = 10
"""Early in a month it is the month before that is being checked."""
COLUMNS = (
    Column(key="day", title=N_("Date"), kind=CellKind.DATE, width=12),
    Column(key="gap", title=N_("Gap"), kind=CellKind.STATE, width=24, worth=3),
    Column(key="client", title=N_("Client"), width=18),
    Column(key="job", title=N_("Job"), grows=True),
    Column(key="times", title=N_("Shift"), width=14, worth=2),
)


@dataclass(frozen=True, kw_only=True)
class MonthRead:
    """What was read of a month."""

    month: Month
    gaps: tuple[Gap, ...] = ()
    complete: MonthComplete | None = None
    completed_by: str = ""
    clients: Mapping[ClientId, Client] = field(default_factory=dict)
    jobs: Mapping[JobId, Job] = field(default_factory=dict)
    shifts: Mapping[ShiftId, Shift] = field(default_factory=dict)


def read_month(lists: Lists, unit: UnitId, month: Month, clock: Clock) -> MonthRead:
    """Read a month of a unit."""
    complete = lists.complete_months.find((unit, month))
    by = lists.staff.find(complete.by) if complete else None
    return MonthRead(
        month=month,
        gaps=gaps_in(lists, clock, unit, month),
        complete=complete,
        completed_by=by.name if by else "",
        clients={client.id: client for client in lists.clients.where(unit=unit)},
        jobs={job.id: job for job in lists.jobs.where(unit=unit)},
        shifts={shift.id: shift for shift in lists.shifts.within(month.days, unit=unit)},
    )


class MonthPresenter(Presenter):
    """The office's list."""

    depends_on = frozenset({Kind.ENTRIES, Kind.SHIFTS, Kind.CLIENTS, Kind.JOBS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start at the month of today, or the one before in its first days."""
        super().__init__(door, texts)
        self.month = self._of_today()
        self.read = MonthRead(month=self.month)
        self.table = TablePresenter(
            COLUMNS,
            texts,
            name=N_("Gaps of the month"),
            empty=Empty(
                picture="calendar", sentence=N_("No gaps: everything of this month has been recorded.")
            ),
        )
        self.table.count_words = (N_("{number} gap"), N_("{number} gaps"))

    def _of_today(self) -> Month:
        """The month of today, or the one before in its first days."""
        today = self.door.today()
        return Month.of(today).plus(-1 if today.day <= DAYS_OF_CHECKING else 0)

    def show(self, day: date) -> None:
        """Show the month that belongs to a day in view."""
        self.month, self.notice = self._of_today() if day == self.door.today() else Month.of(day), None
        self.load()

    def load(self) -> None:
        """Read the month anew."""
        unit, month, clock = self.door.who.unit, self.month, self.door.clock
        self.door.ask(lambda lists: read_month(lists, unit, month, clock), self._fill)

    def _fill(self, read: MonthRead) -> None:
        """Show what was read, unless another month has been chosen meanwhile."""
        if read.month == self.month:
            self.read = read
            self.table.set_rows(self._row(at, gap) for at, gap in enumerate(read.gaps))
            self.tell()

    def _row(self, at: int, gap: Gap) -> Row:
        """One gap."""
        words, tone = WORDS[gap.code]
        client = self.read.clients.get(gap.client) if gap.client else None
        job, shift = self.read.jobs.get(gap.job), self.read.shifts.get(gap.shift) if gap.shift else None
        times = self.texts.times(shift.start, shift.end) if shift else None
        return Row(
            id=at,
            cells={
                "day": gap.day,
                "gap": State(self.texts.say(words), tone),
                "client": client.name if client else None,
                "job": job.name if job else None,
                "times": times,
            },
        )

    def step(self, months: int) -> None:
        """Go so many months on or back."""
        self.month, self.notice = self.month.plus(months), None
        self.load()

    @property
    def is_complete(self) -> bool:
        """Whether the office has given its word."""
        return self.read.complete is not None

    @property
    def state(self) -> str:
        """The month's state in words."""
        complete = self.read.complete
        if complete is not None:
            return self.texts.say(
                N_("Complete: {who}, {moment}"), who=self.read.completed_by, moment=complete.at
            )
        number = len(self.read.gaps)
        if not number:
            return self.texts.say(N_("No gaps. The month can be marked complete."))
        return self.texts.count(N_("{number} gap left."), N_("{number} gaps left."), number)

    @property
    def groups(self) -> tuple[tuple[str, Tone, int], ...]:
        """Kinds of gaps with their numbers, the most first."""
        numbers = Counter(gap.code for gap in self.read.gaps)
        words = ((*WORDS[code], number) for code, number in numbers.most_common())
        return tuple((self.texts.say(name), tone, number) for name, tone, number in words)

    @property
    def can_complete(self) -> bool:
        """Whether the month can be marked complete by this person."""
        begun = self.month.first <= self.door.today()
        return not self.is_complete and begun and self.may(Permission.COMPLETE_MONTH)

    @property
    def can_reopen(self) -> bool:
        """Whether the month can be opened again by this person: another than the one who completed it."""
        complete = self.read.complete
        mine = complete is not None and complete.by == self.door.who.staff
        return complete is not None and not mine and self.may(Permission.COMPLETE_MONTH)

    @property
    def question(self) -> str:
        """What is asked before the month is locked: it can only be opened by another person."""
        number = len(self.read.gaps)
        sentence = N_(
            "{month} will be locked, and only another person can open it again. "
            "Later changes are corrections with a reason."
        )
        words = self.texts.say(sentence, month=self.month)
        if number:
            left = self.texts.count(N_("{number} gap is left."), N_("{number} gaps are left."), number)
            words = f"{words} {left}"
        return words

    def complete(self) -> None:
        """Mark the month complete with the gaps that are in view."""
        ask = CompleteMonth(unit=self.door.who.unit, month=self.month, known_gaps=len(self.read.gaps))
        self.act(complete_month, ask, self._changed)

    def reopen(self) -> None:
        """Open the month again."""
        self.act(reopen_month, ReopenMonth(unit=self.door.who.unit, month=self.month), self._changed)

    def _changed(self, _done: Done) -> None:
        """Read the month anew."""
        self.load()

    def gap(self, row: Hashable) -> Gap | None:
        """The gap of a row, which leads to its day."""
        return self.read.gaps[row] if isinstance(row, int) and row < len(self.read.gaps) else None
