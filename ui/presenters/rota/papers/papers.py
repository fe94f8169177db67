"""The page of papers: makes what is chosen, for the preview or to be saved; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from subcontract.actions.see_on_shifts import SeeOnShifts, see_on_shifts
from subcontract.days import DateRange
from subcontract.ids import ClientId, StaffId
from subcontract.ports import Lists
from subcontract.rota.calendar import week_of
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Notice, Progress, Work
from ui.presenters.rota.papers.choice import PapersChoice
from ui.presenters.rota.papers.kinds import FILES, VERBS, PaperKind
from ui.presenters.rota.papers.making import (
    Made,
    Wanted,
    calendar_name,
    make_calendars,
    make_coach_lists,
    make_own,
    make_wall,
)
from ui.presenters.rota.papers.reading import PURPOSE, RotaDays
from ui.presenters.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSave:
    """A file that waits for a place to be saved."""

    name: str
    content: bytes


class RotaPapersPresenter(PapersChoice):
    """Papers and calendar files of a week."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Begin with nothing made."""
        self.to_save: ToSave | None = None
        self.is_working = False
        self.done = self.of = 0
        """How many of how many are in a file of many."""
        self._work: Work | None = None
        self._left_out = 0
        self._wanted_client: ClientId | None = None
        super().__init__(door, texts)

    def show_own_week(self, client: ClientId, day: date | None = None) -> None:
        """Make one person's week at once: what a client's page or a shift's card leads to."""
        self.cancel()
        self.kind, self.paper, self._wanted_client = PaperKind.OWN, b"", client
        self.monday = week_of(day or self.door.today()).first
        self.load()
        self.tell()

    def _fill(self, read: RotaDays) -> None:
        super()._fill(read)
        client, self._wanted_client = self._wanted_client, None
        if client is not None and read.days == self.period:
            self._make_own_of(client)

    # --- making

    @property
    def verb(self) -> str:
        """What the primary button does."""
        if self.kind is PaperKind.WALL:
            return self.texts.say(N_("Make the wall list"))
        if not self.chosen:
            return self.texts.say(N_("Choose from the list"))
        one, many = VERBS[self.kind]
        return self.texts.count(one, many, len(self.chosen))

    @property
    def can_make(self) -> bool:
        """Whether there is anything to make."""
        if self.is_working or self.read is None:
            return False
        return self.kind is PaperKind.WALL or bool(self.chosen)

    def make(self) -> None:
        """Make the paper or the file."""
        if not self.can_make:
            return
        chosen = self.chosen
        if self.kind is PaperKind.WALL:
            only = frozenset(cast("tuple[date, ...]", chosen))
            self._start(lambda lists, _progress, wanted: make_wall(lists, wanted, only))
        elif self.kind is PaperKind.OWN:
            self._make_own(cast("tuple[ClientId, ...]", chosen))
        elif self.kind is PaperKind.COACH:
            self._make_coach(cast("tuple[StaffId, ...]", chosen))
        else:
            self._make_calendar(cast("tuple[StaffId, ...]", chosen))

    def _make_own_of(self, client: ClientId) -> None:
        self.clients.select(client)
        self._make_own((client,))

    def _make_own(self, clients: tuple[ClientId, ...]) -> None:
        self._start(lambda lists, progress, wanted: make_own(lists, wanted, clients, progress), len(clients))

    def _make_coach(self, coaches: tuple[StaffId, ...]) -> None:
        today = self.door.today()
        self._start(
            lambda lists, progress, wanted: make_coach_lists(lists, wanted, coaches, progress, today),
            len(coaches),
        )

    def _make_calendar(self, coaches: tuple[StaffId, ...]) -> None:
        now = self.door.clock.now()
        self._start(lambda lists, _progress, wanted: make_calendars(lists, wanted, coaches, now))

    def _start(self, make: Callable[[Lists, Progress, Wanted], Made], of: int = 0) -> None:
        """Begin a job that can be stopped; what was chosen meanwhile makes its answer stale."""
        wanted = Wanted(
            unit=self.door.who.unit, days=self.period, texts=self.texts, own_sheets=self.both_sides
        )
        asked = (self.kind, self.period)
        self.is_working, self.notice, self.done, self.of = True, None, 0, of if of > 1 else 0
        self._work = self.door.work(
            lambda lists, progress: make(lists, progress, wanted),
            lambda made: self._made(made, asked),
            progress=self._told,
        )
        if not self.is_working:  # a door that answers at once has answered
            self._work = None
        self.tell()

    def _told(self, done: int, of: int, _what: str) -> None:
        if self.is_working:
            self.done, self.of = done, of
            self.tell()

    def cancel(self) -> None:
        """Stop; nothing is kept of it."""
        if self._work is not None:
            self._work.cancel()
        self._over()

    def _over(self) -> None:
        self._work, self.is_working, self.done, self.of = None, False, 0, 0

    def _made(self, made: Made, asked: tuple[PaperKind, DateRange]) -> None:
        """Show what was made; clients' data only once the looks at it have been written."""
        if asked != (self.kind, self.period):
            return
        self._over()
        if made.seen:
            ask = SeeOnShifts(clients=made.seen, purpose=self.texts.say(PURPOSE))
            self.act(see_on_shifts, ask, done=lambda _: self._show(made, asked))
        else:
            self._show(made, asked)

    def _show(self, made: Made, asked: tuple[PaperKind, DateRange]) -> None:
        if asked != (self.kind, self.period):
            return
        name = self._file_name()
        if self.kind is PaperKind.CALENDAR:
            self.to_save = ToSave(name=name, content=made.content)
            self._left_out = made.nameless
        else:
            self.paper, self.paper_name = made.content, name
        self.tell()

    def saved_as(self, told: Notice | None) -> None:
        """A file was saved, or not; titles that were left out are told of."""
        if told is None:
            return
        if self._left_out and told.tone is Tone.READY:
            left = self.texts.count(
                N_("{number} title held a client's name: the number of the job stands in its place."),
                N_("{number} titles held a client's name: the numbers of the jobs stand in their place."),
                self._left_out,
            )
            told = Notice(f"{told.text} {left}", Tone.READY)
        self.notice = told
        self.tell()

    def _file_name(self) -> str:
        """The name of the file: no client in it."""
        chosen = self.chosen
        if self.kind is PaperKind.CALENDAR and len(chosen) == 1 and self.read is not None:
            member = self.read.plan.staff_by_id.get(cast("StaffId", chosen[0]))
            return calendar_name(member.name if member else "", self.period, self.texts)
        week = self.monday.isocalendar()
        name = self.texts.say(FILES[self.kind], year=str(week.year), week=str(week.week))
        return f"{name}.{'zip' if self.kind is PaperKind.CALENDAR else 'pdf'}"

    def close(self) -> bool:
        """Close the preview; false when there was none."""
        was, self.paper = self.paper, b""
        if was:
            self.tell()
        return bool(was)
