"""All jobs, as a board by state and as a table; the page of the one that is open; no Qt."""

from collections.abc import Hashable
from dataclasses import dataclass
from uuid import UUID

from subcontract.actions.move_job import MoveJob, move_job
from subcontract.ids import CustomerId, JobId, StaffId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.moves import FORWARD
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.money import Money
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.jobs.page import JobPagePresenter
from ui.presenters.jobs.words import quote_state, state_of
from ui.presenters.tables.table import STAYS, CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone

BOARD = (JobState.ENQUIRY, JobState.QUOTED, JobState.ORDERED, JobState.RUNNING, JobState.FINISHED)
"""The columns of the board; closed and lost jobs are in the table."""
COLUMNS = (
    Column(key="number", title=N_("No."), kind=CellKind.NUMBER),
    Column(key="name", title=N_("Job"), grows=True),
    Column(key="customer", title=N_("Customer"), worth=3),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=4),
    Column(key="coach", title=N_("Coach")),
    Column(key="first", title=N_("Begins"), kind=CellKind.DATE),
    Column(key="price", title=N_("Price without VAT"), kind=CellKind.MONEY, total=True, worth=STAYS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCard:
    """A job on the board."""

    id: JobId
    number: str
    name: str
    customer: str
    detail: str
    note: State | None
    """What to look at: a quote without an answer."""
    pictogram: str
    spoken: str
    onwards: tuple[JobState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """The jobs of one state."""

    state: JobState
    title: State
    cards: tuple[JobCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    jobs: tuple[Job, ...]
    customers: dict[CustomerId, str]
    coaches: dict[StaffId, str]
    quotes: dict[JobId, Quote]
    """The latest quote of each job."""


class JobsPresenter(Presenter):
    """The list of jobs and, when one is open, its page."""

    depends_on = JobPagePresenter.depends_on

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read, as a board."""
        super().__init__(door, texts)
        empty = Empty(
            picture="boxes",
            sentence=N_("No jobs yet. Begin with the first enquiry of a firm."),
            button=N_("New job"),
            command=self.start_new,
        )
        self.table = TablePresenter(COLUMNS, texts, name=N_("Jobs"), empty=empty)
        self.table.count_words = (N_("{number} job"), N_("{number} jobs"))
        self.table.on_open = self.open_row
        self.table.keep = self._is_kept
        self.page = JobPagePresenter(door, texts)
        self.page.listen(self._page_changed)
        self.page.on_close = self._left
        self.as_board = True
        self.with_ended = False
        self.text = ""
        self._answer: _Answer | None = None

    @property
    def holds_text(self) -> bool:
        """Whether a job holds text that has not been saved."""
        return self.page.holds_text

    # --- filling

    def load(self) -> None:
        """Read all jobs, and the open one."""
        self.door.ask(_read, self._fill)
        self.page.load()

    def _fill(self, answer: _Answer) -> None:
        self._answer = answer
        self.table.set_rows(self._row(job, answer) for job in reversed(answer.jobs))
        self.tell()

    def _row(self, job: Job, answer: _Answer) -> Row:
        return Row(
            id=job.id,
            cells={
                "number": job.number,
                "name": job.name,
                "customer": answer.customers.get(job.customer, ""),
                "state": state_of(job.state, self.texts),
                "coach": answer.coaches.get(job.coach, "") if job.coach else None,
                "first": job.days.first if job.days else None,
                "price": _price(job),
            },
            tone=Tone.QUIET if job.state in {JobState.CLOSED, JobState.LOST} else Tone.NONE,
            sort={"state": list(JobState).index(job.state)},
            search=f"{job.place} {job.order_number} {job.number}",
        )

    # --- the board

    @property
    def board(self) -> tuple[BoardColumn, ...]:
        """Columns by state; the filter of the table counts here too."""
        if self._answer is None:
            return ()
        seen = {row.id for row in self.table.visible}
        jobs = [job for job in self._answer.jobs if job.id in seen]
        return tuple(
            BoardColumn(
                state=state,
                title=state_of(state, self.texts),
                cards=tuple(self._card(job) for job in jobs if job.state is state),
            )
            for state in BOARD
        )

    def _card(self, job: Job) -> JobCard:
        answer = self._answer
        customer = answer.customers.get(job.customer, "") if answer else ""
        coach = answer.coaches.get(job.coach, "") if answer and job.coach else ""
        days = self.texts.say(N_("from {day}"), day=job.days.first) if job.days else ""
        detail = " · ".join(part for part in (coach, days) if part)
        note = self._note(job)
        parts = (f"{job.number} {job.name}", customer, detail, note.text if note else "")
        return JobCard(
            id=job.id,
            number=str(job.number),
            name=job.name,
            customer=customer,
            detail=detail,
            note=note,
            pictogram=job.phases[0].pictogram if job.phases else "boxes",
            spoken=", ".join(part for part in parts if part),
            onwards=FORWARD[job.state],
        )

    def _note(self, job: Job) -> State | None:
        quote = self._answer.quotes.get(job.id) if self._answer else None
        if job.state is not JobState.QUOTED or quote is None or quote.state is not QuoteState.SENT:
            return None
        return quote_state(quote, self.door.today(), self.texts)

    @property
    def hidden_count(self) -> int:
        """How many jobs have ended and are not on the board."""
        jobs = self._answer.jobs if self._answer else ()
        return sum(job.state not in BOARD for job in jobs)

    def move_on(self, job: JobId, step: int) -> None:
        """Move a job one column on (1) or back (-1); what hinders it is told."""
        found = next((one for one in self._answer.jobs if one.id == job), None) if self._answer else None
        if found is None or found.state not in BOARD:
            return
        at = BOARD.index(found.state) + step
        if 0 <= at < len(BOARD):
            self.act(move_job, MoveJob(job=job, to=BOARD[at]))

    # --- what the user does

    def show_board(self, *, shown: bool) -> None:
        """Show the board or the table."""
        self.as_board = shown
        self.table.refresh()
        self.tell()

    def show_ended(self, *, shown: bool) -> None:
        """List also closed and lost jobs."""
        self.with_ended = shown
        self.table.refresh()
        self.tell()

    def _is_kept(self, row: Row) -> bool:
        return self.with_ended or row.tone is not Tone.QUIET

    def set_filter(self, text: str) -> None:
        """Keep jobs that have every word."""
        self.table.set_filter(text)
        self.tell()

    def start_new(self) -> None:
        """Open a new enquiry."""
        self.page.start_new()
        self.tell()

    def open_row(self, row_id: Hashable) -> None:
        """Open the job of a row."""
        if isinstance(row_id, UUID):
            self.open(JobId(row_id))

    def open(self, job: JobId) -> None:
        """Open a job's page."""
        self.page.open(job)
        self.tell()

    def close(self) -> None:
        """Go back to the list."""
        self.page.close()

    def _left(self) -> None:
        self.tell()

    def _page_changed(self) -> None:
        self.notice = self.page.notice
        if self.page.saved:
            self.saved = self.page.saved
        self.tell()

    def tell_step(self, words: str) -> None:
        """Say what was undone, also on the page that is shown."""
        self.page.notice, self.page.saved = None, words
        super().tell_step(words)

    @property
    def shows_page(self) -> bool:
        """Whether a job's page is in sight instead of the list."""
        return self.page.is_open


def _price(job: Job) -> Money | None:
    """The price of the job at agreed unit prices, ``None`` while some phase has none."""
    if not job.phases or not all(phase.unit_price for phase in job.phases):
        return None
    return Money.rounded(sum(phase.unit_price * phase.quantity for phase in job.phases))


def _read(lists: Lists) -> _Answer:
    quotes: dict[JobId, Quote] = {}
    for quote in sorted(lists.quotes.all(), key=lambda quote: quote.revision):
        quotes[quote.job] = quote
    return _Answer(
        jobs=lists.jobs.all(),
        customers={one.id: one.name for one in lists.customers.all()},
        coaches={one.id: one.name for one in lists.staff.all()},
        quotes=quotes,
    )
