"""What can be done to a stored job on its page: time studies and moves; no Qt."""

from subcontract.actions.act import Done, Permission
from subcontract.actions.move_job import MoveJob, move_job
from subcontract.actions.record_study import RecordStudy, RemoveStudy, record_study, remove_study
from subcontract.ids import StudyId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.moves import FORWARD, moves_from
from subcontract.problems import Code
from subcontract.words import N_, Texts
from ui.presenters.base import Door, Presenter
from ui.presenters.forms.form import FormPresenter
from ui.presenters.jobs.fields import REASON, Hindrances
from ui.presenters.jobs.studies import StudiesPresenter
from ui.presenters.jobs.words import MOVES


class JobActs(Presenter):
    """The acts of a job's page that are saved at once."""

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start without a job."""
        super().__init__(door, texts)
        self.job: Job | None = None
        self.is_new = False
        self.studies = StudiesPresenter(texts, door.today)
        self.reason = FormPresenter(REASON, texts, door.today, name=N_("Lost job"))
        self.lost = Hindrances(self.reason, self._passes)
        self.despite: frozenset[Code] = frozenset()
        self._takes_newer = False

    @property
    def can_edit(self) -> bool:
        """Whether the one who is signed in may change jobs."""
        return self.may(Permission.EDIT_JOBS)

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
        self._takes_newer = True
        ask = MoveJob(job=self.job.id, to=to, reason=self.reason.typed["reason"], despite=self.despite)
        self.act(move_job, ask, done=self._moved, form=self.lost)

    def _passes(self, codes: frozenset[Code]) -> None:
        """Asking again passes the warnings that can be passed."""
        self.despite = codes & {Code.WORK_NOT_INVOICED}

    def _moved(self, _done: Done) -> None:
        self.despite = frozenset()
        self.load()
