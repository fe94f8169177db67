"""Saves a job with its phases and price sheet, new or changed."""

from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.actions.put_back import must_not_lose_work, undo_of
from subcontract.clock import Clock
from subcontract.jobs.job import Job
from subcontract.jobs.job_check import as_entered, checked_job
from subcontract.ports import Books
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
    must_not_lose_work(before, job, books)
    saved = books.jobs.save(job)
    return Done(
        changed=frozenset({Kind.JOBS}),
        id=saved.id,
        undo=undo_of(N_("change of a job"), was=before, now=saved),
        facts={"name": saved.name},
    )


def _added(job: Job, books: Books) -> Done:
    books.jobs.add(job)
    return Done(
        changed=frozenset({Kind.JOBS}),
        id=job.id,
        undo=undo_of(N_("new job"), was=None, now=job),
        facts={"name": job.name},
    )
