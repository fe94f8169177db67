"""A job's page: basics, price sheet, time studies, moves; quotes are a part of their own; no Qt."""

from collections.abc import Callable
from typing import Any

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission
from subcontract.actions.move_job import MoveJob, move_job
from subcontract.actions.record_study import RecordStudy, RemoveStudy, record_study, remove_study
from subcontract.actions.save_job import SaveJob, save_job
from subcontract.ids import JobId, StudyId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.moves import FORWARD, moves_from
from subcontract.people.staff import Role
from subcontract.people.unit import Unit
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter, Refusable
from ui.presenters.fields import Choice, FieldKind, FieldSpec
from ui.presenters.form import FormPresenter
from ui.presenters.job_answer import HistoryLine, JobAnswer, history_of, read_job
from ui.presenters.job_fields import BASICS, job_of, values_of
from ui.presenters.job_words import MOVES, state_of
from ui.presenters.price_sheet import PriceSheetPresenter
from ui.presenters.quotes import QuotesPresenter
from ui.presenters.studies import StudiesPresenter
from ui.presenters.tone import State

COACHES = frozenset((Role.JOB_COACH, Role.WORK_COACH, Role.MANAGER))
REASON = (FieldSpec(name="reason", label=N_("Why the job was lost"), kind=FieldKind.TEXT, max_length=120),)


class JobPagePresenter(Presenter):
    """One job. What is typed waits until it is saved; studies, quotes and moves are acts of their own."""

    depends_on = frozenset({Kind.JOBS, Kind.QUOTES, Kind.CUSTOMERS, Kind.STAFF, Kind.UNITS})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        self.basics = FormPresenter(BASICS, texts, door.today, name=N_("Job"))
        self.basics.on_change = self._basics_changed
        self.sheet = PriceSheetPresenter(texts, door.today)
        self.sheet.listen(self._desk_changed)
        self.studies = StudiesPresenter(texts, door.today)
        self.reason = FormPresenter(REASON, texts, door.today, name=N_("Lost job"))
        self.quotes = QuotesPresenter(self)
        self.job: Job | None = None
        self.is_new = False
        self.answer: JobAnswer | None = None
        self.unit: Unit | None = None
        self.despite: frozenset[Code] = frozenset()
        self._takes_newer = False
        self.on_close: Callable[[], None] | None = None

    # --- filling

    def start_new(self) -> None:
        """Open an enquiry that has not been saved."""
        self.job = Job(
            id=JobId(ids.new()),
            unit=self.door.who.unit,
            number=0,
            customer=ids.CustomerId(ids.new()),
            name="",
        )
        self.is_new = True
        self._show(self.job)
        self.basics.picked["customer"] = None
        self.load()

    def open(self, job: JobId) -> None:
        """Open a job."""
        if self.job is not None and self.job.id == job:
            return
        self.job, self.is_new = None, False
        self._wanted = job
        self._read(job)

    def load(self) -> None:
        """Read the job anew."""
        if self.job is not None:
            self._read(self.job.id)

    def _read(self, job: JobId) -> None:
        unit = self.door.who.unit
        self.door.ask(lambda lists: read_job(lists, job, unit), self._fill)

    def _fill(self, answer: JobAnswer) -> None:
        self.answer = answer
        self._offer_choices(answer)
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
        self.tell()

    def _offer_choices(self, answer: JobAnswer) -> None:
        chosen = self.job.customer if self.job and not self.is_new else None
        stored = answer.job.customer if answer.job else None
        customers = sorted(
            (one for one in answer.customers if one.active or one.id in {chosen, stored}),
            key=lambda one: one.name.casefold(),
        )
        self.basics.set_choices("customer", (Choice(value=one.id, label=one.name) for one in customers))
        coaches = [one for one in answer.staff if one.active and one.roles & COACHES]
        self.basics.set_choices("coach", (Choice(value=one.id, label=one.name) for one in coaches))
        self.studies.set_staff(answer.staff, self.door.who.staff)
        self.unit = answer.unit
        if answer.unit is not None:
            self.sheet.seller = answer.unit.kind
            self.sheet.vat_registered = answer.unit.vat_registered

    def _show(self, job: Job) -> None:
        """Put a job on the page."""
        self.basics.load(values_of(job))
        self.sheet.source = job.source
        self.sheet.load(job.phases)
        self.reason.load({})
        self.despite = frozenset()

    def close(self) -> None:
        """Leave the page."""
        self.job, self.is_new = None, False
        if self.on_close is not None:
            self.on_close()
        self.tell()

    # --- following

    def _basics_changed(self, name: str) -> None:
        if name == "source":
            self.sheet.source = self.basics.picked["source"]
            self.sheet.refresh()
        self.tell()

    def _desk_changed(self) -> None:
        drafts, at = self.sheet.drafts, self.sheet.at
        self.studies.show(drafts[at].phase if at >= 0 else None)
        self.tell()

    def _follow(self) -> None:
        locked = not self.can_edit
        self.basics.locked = set(self.basics.specs) if locked else set()
        self.sheet.locked = locked

    @property
    def can_edit(self) -> bool:
        """Whether the one who is signed in may change jobs."""
        return self.may(Permission.EDIT_JOBS)

    @property
    def is_open(self) -> bool:
        """Whether a job is on the page."""
        return self.job is not None

    @property
    def dirty(self) -> bool:
        """Whether something on the page has not been saved."""
        return self.job is not None and (self.basics.dirty or self.sheet.dirty)

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
            self.act(save_job, SaveJob(job=job), done=self._saved, form=self)

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

    def _saved(self, _done: Done) -> None:
        self.is_new = False
        self.basics.saved()
        self.sheet.saved()
        self.load()

    def reset(self) -> None:
        """Take back everything typed since the job was opened or saved."""
        if self.job is not None:
            self._show(self.job)
            self.tell()

    # --- time studies

    def save_study(self) -> None:
        """Record the study that has been written; its minutes go before the estimate at once."""
        phase, study = self.studies.phase, self.studies.read()
        if self.job is None or phase is None or study is None:
            return
        self._takes_newer = True
        ask = RecordStudy(job=self.job.id, phase=phase.id, study=study)
        self.act(record_study, ask, done=self._study_saved, form=self.studies)

    def remove_study(self, study: StudyId) -> None:
        """Take a study away."""
        phase = self.studies.phase
        if self.job is not None and phase is not None:
            self._takes_newer = True
            self.act(remove_study, RemoveStudy(job=self.job.id, phase=phase.id, study=study))

    def _study_saved(self, _done: Done) -> None:
        self.studies.start()
        self.load()

    @property
    def can_study(self) -> bool:
        """Whether the phase on the desk is stored, so that a study can be recorded for it."""
        phase = self.studies.phase
        return bool(self.can_edit and self.job and phase and self.job.phase(phase.id))

    # --- moves

    @property
    def moves(self) -> tuple[tuple[JobState, str, bool], ...]:
        """Where the job may be moved: the state, the words and whether it is onwards."""
        if self.job is None or self.is_new or not self.can_edit:
            return ()
        onwards = FORWARD[self.job.state]
        return tuple(
            (state, self.texts.say(MOVES[state]), state in onwards) for state in moves_from(self.job.state)
        )

    def move(self, to: JobState) -> None:
        """Move the job; a warning is passed by asking again."""
        if self.job is None:
            return
        ask = MoveJob(job=self.job.id, to=to, reason=self.reason.typed["reason"], despite=self.despite)
        self.act(move_job, ask, done=self._moved, form=_Moves(self))

    def _moved(self, _done: Done) -> None:
        self.despite = frozenset()
        self.reason.load({})
        self.load()

    @property
    def history(self) -> tuple[HistoryLine, ...]:
        """What has happened to the job, newest first."""
        return history_of(self.answer, self.texts) if self.answer else ()


class _Moves:
    """Shows what hinders a move: a missing reason beside its field, the rest above the page."""

    def __init__(self, page: JobPagePresenter) -> None:
        self._page = page

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Remember warnings that can be passed, and show a missing reason beside its field."""
        codes = frozenset(problem.code for problem in refused.problems)
        self._page.despite = codes & {Code.WORK_NOT_INVOICED}
        return self._page.reason.refuse(refused)
