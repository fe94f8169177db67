"""Records a time study of a phase."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.put_back import undo_of
from subcontract.clock import Clock
from subcontract.ids import JobId, PhaseId, StudyId
from subcontract.jobs.job import Job, TimeStudy
from subcontract.jobs.studies import checked_study, minutes_per_unit, with_study, without_study
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordStudy:
    """Measurements of a phase; a study of the same id takes the earlier one's place."""

    job: JobId
    phase: PhaseId
    study: TimeStudy


def record_study(ask: RecordStudy, books: Books, clock: Clock, who: Worker) -> Done:
    """Record a study; refuses one without measurements, of a day to come, or of an unknown phase."""
    who.must_be_allowed(Permission.EDIT_JOBS)
    before = books.jobs.get(ask.job)
    study = checked_study(ask.study)
    if study.day > clock.today():
        raise refuse(Code.TOO_LARGE, "day", most=clock.today())
    done = _saved(before, with_study(before, ask.phase, study), books, N_("time study"))
    return replace(done, facts={"minutes_per_unit": minutes_per_unit(study)})


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveStudy:
    """A study to be taken away."""

    job: JobId
    phase: PhaseId
    study: StudyId


def remove_study(ask: RemoveStudy, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a study away: the one before it, or the estimate, stands again."""
    who.must_be_allowed(Permission.EDIT_JOBS)
    before = books.jobs.get(ask.job)
    return _saved(before, without_study(before, ask.phase, ask.study), books, N_("removal of a time study"))


def _saved(before: Job, after: Job, books: Books, name: str) -> Done:
    saved = books.jobs.save(after)
    undo = undo_of(name, was=before, now=saved)
    return Done(changed=frozenset({Kind.JOBS}), id=saved.id, undo=undo)
