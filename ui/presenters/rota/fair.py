"""Tasapuolisuus: what everybody has had and has in the plan, against an even part; no Qt."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from subcontract.actions.act import Kind, Permission
from subcontract.actions.rotation_facts import rotation_facts
from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, UnitId
from subcontract.money import Money
from subcontract.people.client import Client
from subcontract.ports import Lists
from subcontract.rota.calendar import DAYS_IN_WEEK, week_of
from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.sharing.evened import Evened, Measured, evened
from subcontract.words import N_, Texts
from ui.collation import sort_key
from ui.presenters.base import Door, Presenter
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.fair_measures import CLIENT, Measure, columns_of, measured
from ui.presenters.rota.fair_words import distance, in_words, notes
from ui.presenters.rota.why import about
from ui.presenters.tables.table import Bar, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

WEEKS = (4, 8, 12, 26)
"""How far back one may look, besides the unit's own memory."""
AHEAD = 4
"""Weeks of the plan, this one among them."""
MOST_JOBS = 7
"""Jobs with a column of their own; the others are told together."""
EMPTY = Empty(picture="group", sentence=N_("No clients yet whose work could be compared."))


@dataclass(frozen=True, kw_only=True)
class Fairness:
    """What was read."""

    past: DateRange
    ahead: DateRange
    weeks: int
    parts: tuple[Evened, ...] = ()
    clients: Mapping[ClientId, Client]
    jobs: Mapping[JobId, str]


def read_fairness(lists: Lists, unit: UnitId, today: date, weeks: int | None) -> Fairness:
    """Read the memory of some weeks and the plan of this week and the three after it.

    What was recorded, today too, is done; what was planned lately and is not recorded counts as planned.
    A place on which somebody is known to be away is not counted.
    """
    ahead = DateRange(today, week_of(today).last + timedelta(days=(AHEAD - 1) * DAYS_IN_WEEK))
    facts = rotation_facts(lists, unit, ahead, today, weeks)
    back = weeks or facts.terms.memory_weeks
    return Fairness(
        past=DateRange(today - timedelta(days=back * DAYS_IN_WEEK), today),
        ahead=ahead,
        weeks=back,
        parts=evened(facts.problem, tuple(pair for pair in facts.seen if not _is_away(facts.problem, pair))),
        clients=facts.plan.client_by_id,
        jobs={job.id: job.name for job in facts.plan.jobs},
    )


def _is_away(problem: Problem, pair: Pair) -> bool:
    """Whether a planned place is on a day on which the person is known to be away."""
    person, slot = problem.person_by_id.get(pair[0]), problem.slot_by_id.get(pair[1])
    if person is None or slot is None:
        return False
    return any(slot.shift.day in absence.days for absence in person.absences)


class FairPresenter(Presenter):
    """The page of fairness."""

    depends_on = frozenset(
        {Kind.SHIFTS, Kind.ENTRIES, Kind.CLIENTS, Kind.JOBS, Kind.ROTA_TERMS, Kind.STAFF, Kind.ROSTERS}
    )

    def __init__(self, door: Door, texts: Texts, open_client: Callable[[ClientId], None]) -> None:
        """Start with hours, as far back as the unit's memory reaches."""
        super().__init__(door, texts)
        self.measure = Measure.HOURS
        self.weeks: int | None = None
        """How far back, when something else than the unit's memory is wanted."""
        self.read: Fairness | None = None
        self.tables: dict[Measure, TablePresenter] = {
            measure: TablePresenter(columns_of(measure), texts, name=N_("Fairness"), empty=EMPTY)
            for measure in Measure
            if measure is not Measure.JOBS
        }
        self.matrix = self._matrix(())
        self._open_client = open_client
        for table in self.tables.values():
            self._prepare(table)

    def _prepare(self, table: TablePresenter) -> None:
        table.count_words = (N_("{number} client"), N_("{number} clients"))
        table.on_open = self._open

    def _open(self, row: Hashable) -> None:
        self._open_client(cast("ClientId", row))

    # --- reading

    def load(self) -> None:
        """Read the memory and the plan anew."""
        unit, today, weeks = self.door.who.unit, self.door.today(), self.weeks
        self.door.ask(
            lambda lists: (weeks, read_fairness(lists, unit, today, weeks)), lambda found: self._fill(*found)
        )

    def _fill(self, weeks: int | None, found: Fairness) -> None:
        """Show what was read, unless another time has been chosen meanwhile."""
        if weeks != self.weeks:
            return
        self.read = found
        if self.measure not in self.choices:
            self.measure = Measure.HOURS
        for measure, table in self.tables.items():
            table.set_rows(self._rows(measure, found))
        self._fill_matrix(found)
        self.tell()

    def _rows(self, measure: Measure, found: Fairness) -> Iterable[Row]:
        """Everybody, who is furthest behind first."""
        parts = [(one, measured(measure, one)) for one in found.parts]
        longest = max((max(part.whole, part.even) for _, part in parts), default=0) or 1
        ordered = sorted(parts, key=lambda pair: (-pair[1].behind, *self._order(pair[0], found)))
        return (self._row(measure, one, part, longest) for one, part in ordered)

    def _row(self, measure: Measure, one: Evened, part: Measured, longest: int) -> Row:
        """One person's bar and figures."""
        found = cast("Fairness", self.read)
        client = found.clients.get(one.person.id)
        figure = Money.of_cents if measure is Measure.EUROS else int
        note = notes(one, found.past, self.texts)
        bar = Bar(
            had=part.had * 100 // longest,
            planned=part.whole * 100 // longest - part.had * 100 // longest,
            mark=part.even * 100 // longest,
            value=part.whole,
            words=in_words(measure, part, self.texts),
        )
        return Row(
            id=one.person.id,
            cells={
                "client": client.name if client else one.person.name,
                "bar": bar,
                "far": distance(measure, part, self.texts),
                "whole": figure(part.whole),
                "had": figure(part.had),
                "planned": figure(part.planned),
                "even": figure(about(part.even) if measure is Measure.HOURS else part.even),
                "note": State(note) if note else None,
            },
            sort={"far": -part.behind},
            photo=photo_of(client) if client else b"",
        )

    @staticmethod
    def _order(one: Evened, found: Fairness) -> tuple[object, ...]:
        client = found.clients.get(one.person.id)
        return (sort_key(client.name if client else one.person.name), one.person.number)

    # --- turns at each job

    def _matrix(self, jobs: tuple[tuple[JobId, str], ...]) -> TablePresenter:
        """A table with a column for each of some jobs."""
        columns = [Column(key=str(job), title=name, kind=CellKind.NUMBER, total=True) for job, name in jobs]
        others = Column(key="others", title=N_("Other jobs"), kind=CellKind.NUMBER, total=True)
        return TablePresenter(
            (CLIENT, *columns, others), self.texts, name=N_("Turns at each job"), empty=EMPTY
        )

    def _fill_matrix(self, found: Fairness) -> None:
        """Everybody's times at the jobs that are done most; a new table when the jobs are others."""
        times: dict[JobId, int] = {}
        for one in found.parts:
            for job, number in one.turns.items():
                times[job] = times.get(job, 0) + number
        most = sorted(times, key=lambda job: (-times[job], sort_key(found.jobs.get(job, "")), job.int))
        shown = tuple((job, found.jobs.get(job, "")) for job in most[:MOST_JOBS])
        keys = [column.key for column in self.matrix.columns[1:-1]]
        if keys != [str(job) for job, _ in shown]:
            self.matrix = self._matrix(shown)
            self._prepare(self.matrix)
        rows = [self._turns(one, found, frozenset(job for job, _ in shown)) for one in found.parts]
        self.matrix.set_rows(sorted(rows, key=lambda row: sort_key(str(row.cells["client"]))))

    @staticmethod
    def _turns(one: Evened, found: Fairness, shown: frozenset[JobId]) -> Row:
        client = found.clients.get(one.person.id)
        cells: dict[str, object] = {str(job): one.turns.get(job) or None for job in shown}
        cells["client"] = client.name if client else one.person.name
        cells["others"] = sum(number for job, number in one.turns.items() if job not in shown) or None
        return Row(id=one.person.id, cells=cells, photo=photo_of(client) if client else b"")

    # --- choosing

    @property
    def choices(self) -> tuple[Measure, ...]:
        """What may be compared: euros only by those who may see pay, where there is any."""
        paid = self.may(Permission.SEE_PAY) and self._is_shared(Measure.EUROS)
        left_out = {Measure.EUROS} if not paid else set()
        if not self._is_shared(Measure.GOOD):
            left_out.add(Measure.GOOD)
        return tuple(measure for measure in Measure if measure not in left_out)

    def _is_shared(self, measure: Measure) -> bool:
        parts = self.read.parts if self.read else ()
        return any(measured(measure, one).whole or measured(measure, one).even for one in parts)

    @property
    def table(self) -> TablePresenter:
        """The table in sight."""
        return self.tables.get(self.measure, self.matrix)

    def show(self, measure: Measure) -> None:
        """Compare something else."""
        self.measure = measure
        self.tell()

    def look_back(self, weeks: int) -> None:
        """Look so many weeks back."""
        self.weeks = weeks
        self.load()

    @property
    def weeks_shown(self) -> int:
        """How many weeks back are in sight."""
        return self.weeks or (self.read.weeks if self.read else 0)

    @property
    def week_choices(self) -> tuple[int, ...]:
        """How far back one may look, the unit's own memory among them."""
        own = {self.read.weeks} if self.read else set()
        return tuple(sorted({*WEEKS, *own}))

    @property
    def words(self) -> str:
        """What is in sight: which days, and how to read the bars."""
        if self.read is None:
            return ""
        if self.measure is Measure.JOBS:
            return self.texts.say(
                N_("How many times each has been at each job: done {past} and planned {ahead}."),
                past=self.read.past,
                ahead=self.read.ahead,
            )
        return self.texts.say(
            N_(
                "Done {past} as recorded (full) and planned until {last} (hollow): "
                "shifts of the last two weeks that have not been recorded count as planned. "
                "The line is an even part for the time in which each could work."
            ),
            past=self.read.past,
            last=self.read.ahead.last,
        )

    @property
    def furthest(self) -> State | None:
        """How many are behind an even part, or that nobody is."""
        if self.measure is Measure.JOBS or self.read is None or not self.read.parts:
            return None
        behind = sum(_is_behind(row) for row in self.table.rows)
        if not behind:
            return State(self.texts.say(N_("Nobody is behind an even part.")), Tone.READY)
        words = self.texts.count(
            N_("{number} client is behind an even part."),
            N_("{number} clients are behind an even part."),
            behind,
        )
        return State(words, Tone.ATTENTION)


def _is_behind(row: Row) -> bool:
    far = row.cells["far"]
    return isinstance(far, State) and far.tone is Tone.ATTENTION
