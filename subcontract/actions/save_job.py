"""Saves a job with its phases and price sheet, new or changed."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.jobs.job import Job
from subcontract.jobs.job_check import as_entered, checked_job, removed_phases
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_

SERIES = "job"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveJob:
    """The job as it shall be; its state, number and time studies are changed by their own acts only."""

    job: Job


def save_job(ask: SaveJob, books: Books, _clock: Clock, who: Worker) -> Done:
    """Save a job; refuses what is wrong and a phase taken away that has work on it (``IN_USE``)."""
    who.must_be_allowed(Permission.EDIT_JOBS)
    before = books.jobs.find(ask.job.id)
    job = checked_job(as_entered(ask.job, before))
    books.customers.get(job.customer)
    if before is None:
        return _added(replace(job, number=books.numbers.take(job.unit, SERIES)), books)
    for gone in removed_phases(before, job):
        if books.entries.where(job=job.id, phase=gone) or books.shifts.where(job=job.id, phase=gone):
            raise refuse(Code.IN_USE, "phases")
    saved = books.jobs.save(job)
    return Done(
        changed=frozenset({Kind.JOBS}),
        id=saved.id,
        undo=Undo(
            name=N_("change of a job"),
            action=restore_job,
            ask=RestoreJob(job=replace(before, version=saved.version)),
        ),
        facts={"name": saved.name},
    )


def _added(job: Job, books: Books) -> Done:
    books.jobs.add(job)
    return Done(
        changed=frozenset({Kind.JOBS}),
        id=job.id,
        undo=Undo(name=N_("new job"), action=remove_job, ask=RemoveJob(job=job)),
        facts={"name": job.name},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreJob:
    """The job as it was before a change, with the version that the change gave it."""

    job: Job


def restore_job(ask: RestoreJob, books: Books, _clock: Clock, who: Worker) -> Done:
    """Put the job back as it was, time studies too; refuses when work hangs on what would go."""
    who.must_be_allowed(Permission.EDIT_JOBS)
    now = books.jobs.get(ask.job.id)
    for gone in removed_phases(now, ask.job):
        if books.entries.where(job=now.id, phase=gone) or books.shifts.where(job=now.id, phase=gone):
            raise refuse(Code.IN_USE, "phases")
    saved = books.jobs.save(replace(ask.job, state=now.state, lost_reason=now.lost_reason))
    return Done(
        changed=frozenset({Kind.JOBS}),
        id=saved.id,
        undo=Undo(
            name=N_("change of a job"),
            action=restore_job,
            ask=RestoreJob(job=replace(now, version=saved.version)),
        ),
        facts={"name": saved.name},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveJob:
    """A job just added, to be taken away again."""

    job: Job


def remove_job(ask: RemoveJob, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take away a job that nothing refers to; refuses with ``IN_USE`` once it has a quote or work."""
    who.must_be_allowed(Permission.EDIT_JOBS)
    id_ = ask.job.id
    if books.quotes.where(job=id_) or books.shifts.where(job=id_) or books.entries.where(job=id_):
        raise refuse(Code.IN_USE)
    books.jobs.remove(ask.job)
    return Done(changed=frozenset({Kind.JOBS}), id=id_, facts={"name": ask.job.name})
