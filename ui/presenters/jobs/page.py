"""A job's page: basics, price sheet, time studies, moves; quotes are a part of their own; no Qt."""

from collections.abc import Callable
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind
from subcontract.actions.save_job import SaveJob, save_job
from subcontract.ids import JobId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.offers import ordered_prices
from subcontract.people.unit import Unit
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Refusable
from ui.presenters.forms.form import FormPresenter
from ui.presenters.jobs.acts import JobActs
from ui.presenters.jobs.answer import (
    HistoryLine,
    JobAnswer,
    JobDraft,
    client_choices,
    coach_choices,
    customer_choices,
    history_of,
    read_job,
)
from ui.presenters.jobs.fields import BASICS, job_of, values_of
from ui.presenters.jobs.price_sheet import PriceSheetPresenter
from ui.presenters.jobs.quotes import QuotesPresenter
from ui.presenters.jobs.words import state_of
from ui.presenters.tone import State


class JobPagePresenter(JobActs):
    """One job. What is typed waits until it is saved; studies, quotes and moves are acts of their own."""

    depends_on = frozenset(
        (
            *(Kind.JOBS, Kind.QUOTES, Kind.CUSTOMERS, Kind.STAFF, Kind.UNITS),
            *(Kind.SHIFTS, Kind.ENTRIES, Kind.PAY_RUNS, Kind.DRAFTS, Kind.INVOICES),
        )
    )
    """Its own records, and what its tabs tell of the work and the money."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        self._id: JobId | None = None
        self._new: Job | None = None
        """A new job left without saving: "New job" goes on with it."""
        self._drafts: dict[JobId, JobDraft] = {}
        self.basics = FormPresenter(BASICS, texts, door.today, name=N_("Job"))
        self.basics.on_change = self._basics_changed
        self.sheet = PriceSheetPresenter(texts, door.today)
        self.sheet.listen(self._desk_changed)
        self.quotes = QuotesPresenter(self)
        self.answer: JobAnswer | None = None
        self.unit: Unit | None = None
        self.on_close: Callable[[], None] | None = None

    # --- filling

    def start_new(self) -> None:
        """Open an enquiry that has not been saved; one left half-written is gone on with."""
        self._keep_draft()
        self.job = self._new or Job(
            id=JobId(ids.new()),
            unit=self.door.who.unit,
            number=0,
            customer=ids.CustomerId(ids.new()),
            name="",
        )
        self.is_new, self._new, self.notice = True, None, None
        self._show(self.job)
        self.load()

    def open(self, job: JobId) -> None:
        """Open a job."""
        if self.job is not None and self.job.id == job:
            return
        self._keep_draft()
        self.job, self.is_new, self.notice = None, False, None
        self._read(job)

    def load(self) -> None:
        """Read the job anew."""
        if self.job is not None:
            self._read(self.job.id)

    def _read(self, job: JobId) -> None:
        unit, self._id = self.door.who.unit, job
        self.door.ask(lambda lists: read_job(lists, job, unit), self._fill)

    def _fill(self, answer: JobAnswer) -> None:
        if answer.id != self._id:
            return
        self.answer, notice = answer, self.notice
        self._offer_choices(answer)
        ordered, before = ordered_prices(answer.quotes), self.sheet.ordered
        self.sheet.ordered = ordered
        stored = answer.job
        if stored is None:
            if not self.is_new:
                self.close()
        elif self.job is None or self.is_new or not self.dirty:
            if stored != self.job:
                self.is_new = False
                self._show(stored)
            self.job = stored
        elif self._takes_newer:
            self.job = stored
            self.sheet.take_studies(stored.phases)
        self._takes_newer = False
        self.quotes.show(answer.quotes)
        self._follow()
        if ordered != before:
            self.sheet.refresh()
        self.notice = notice  # only what the user does takes it away
        self.tell()

    def _offer_choices(self, answer: JobAnswer) -> None:
        self.basics.set_choices("customer", customer_choices(answer))
        self.basics.set_choices("coach", coach_choices(answer))
        self.sheet.shares.set_choices("client", client_choices(answer))
        self.studies.set_staff(answer.staff, self.door.who.staff)
        self.unit = answer.unit
        if answer.unit is not None:
            self.sheet.seller = answer.unit.kind
            self.sheet.vat_registered = answer.unit.vat_registered

    def _show(self, job: Job) -> None:
        """Put a job on the page."""
        self.basics.load(values_of(job) | ({"customer": None} if self.is_new else {}))
        self.sheet.source = job.source
        self.sheet.load(job.phases)
        draft = self._drafts.pop(job.id, None)
        if draft is not None:
            self.basics.typed.update(draft.typed)
            self.basics.picked.update(draft.picked)
            self.sheet.restore(draft.phases)
        self.reason.load({})
        self.despite = frozenset()

    def _keep_draft(self) -> None:
        """Let what has been typed wait until the job is opened again."""
        self.quotes.keep()
        if self.job is None or not self.dirty:
            return
        typed, picked = dict(self.basics.typed), dict(self.basics.picked)
        self._drafts[self.job.id] = JobDraft(typed=typed, picked=picked, phases=self.sheet.waiting())
        if self.is_new:
            self._new = self.job

    def close(self) -> None:
        """Leave the page; what has been typed waits for it to be opened again."""
        self._keep_draft()
        self.job, self.is_new, self.notice = None, False, None
        self._id = None  # an answer still on its way opens nothing
        if self.on_close is not None:
            self.on_close()
        self.tell()

    # --- following

    def _basics_changed(self, name: str) -> None:
        if name == "source":
            self.sheet.source = self.basics.picked["source"]
            self.sheet.refresh()
        self.notice = None
        self.tell()

    def _desk_changed(self) -> None:
        self.notice = None
        drafts, at = self.sheet.drafts, self.sheet.at
        self.studies.show(drafts[at].phase if at >= 0 else None)
        self.tell()

    def _follow(self) -> None:
        locked = not self.can_edit
        self.basics.locked = set(self.basics.specs) if locked else set()
        self.sheet.locked = locked

    @property
    def is_open(self) -> bool:
        """Whether a job is on the page."""
        return self.job is not None

    @property
    def dirty(self) -> bool:
        """Whether something on the page has not been saved."""
        return self.job is not None and (self.basics.dirty or self.sheet.dirty)

    @property
    def holds_text(self) -> bool:
        """Whether the job on the page or one left half-written holds text that has not been saved."""
        written = self.dirty or self.quotes.dirty or self.studies.dirty
        return (self.is_open and written) or bool(self._drafts)

    @property
    def unsaved(self) -> str:
        """The sentence that tells which jobs have text waiting to be saved, or ``""``."""
        unnamed = self.texts.say(N_("New job"))
        names = ", ".join(draft.typed["name"].strip() or unnamed for draft in self._drafts.values())
        return self.texts.say(N_("Not saved yet: {names}"), names=names) if names else ""

    @property
    def heading(self) -> str:
        """The title of the page."""
        if self.job is None or self.is_new:
            return self.texts.say(N_("New job"))
        number, name = str(self.job.number), self.job.name
        return self.texts.say(N_("Job {number}: {name}"), number=number, name=name)

    @property
    def customer_name(self) -> str:
        """Who ordered."""
        found = self.answer.customers if self.answer else ()
        return next((one.name for one in found if self.job and one.id == self.job.customer), "")

    @property
    def state(self) -> State:
        """Where the job stands."""
        return state_of(self.job.state if self.job else JobState.ENQUIRY, self.texts)

    # --- saving

    def save(self) -> None:
        """Save basics and phases together."""
        job = self._typed_job()
        if job is not None:
            self.act(save_job, SaveJob(job=job), done=lambda _done: self._saved(job.id), form=self)

    def _typed_job(self) -> Job | None:
        """The job as typed, or ``None`` with the errors beside their fields."""
        problems: list[Problem] = []
        values: dict[str, Any] = {}
        for read in (lambda: values.update(self.basics.read()), self.sheet.phases):
            try:
                read()
            except Refused as refused:
                problems.extend(refused.problems)
        first, last = values.get("first"), values.get("last")
        if last and (first is None or last < first):
            code = Code.ENDS_BEFORE_START if first else Code.REQUIRED
            problems.append(Problem(code=code, field="last" if first else "first"))
        if problems:
            self.refuse(Refused(*problems))
            self.tell()
            return None
        return job_of(self.job, values, self.sheet.phases()) if self.job else None

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields of the basics and the phases; give back the rest."""
        left = self.sheet.refuse(refused)
        return self.basics.refuse(Refused(*left)) if left else ()

    def refused(self, refused: Refused, form: Refusable | None = None) -> None:
        """Show a refusal; somebody else's save is written over next time."""
        if any(problem.code is Code.CHANGED_ELSEWHERE for problem in refused.problems):
            self._takes_newer = True
            self.load()
        super().refused(refused, form)

    def _saved(self, job: JobId) -> None:
        self._drafts.pop(job, None)
        if self._new is not None and self._new.id == job:
            self._new = None
        if self.job is None or self.job.id != job:
            return
        self.is_new = False
        self.basics.saved()
        self.sheet.saved()
        self.load()

    def reset(self) -> None:
        """Take back everything typed since the job was opened or saved."""
        if self.job is not None:
            self._drafts.pop(self.job.id, None)
            self._show(self.job)
            self.tell()

    @property
    def history(self) -> tuple[HistoryLine, ...]:
        """What has happened to the job, newest first."""
        return history_of(self.answer, self.texts) if self.answer else ()
