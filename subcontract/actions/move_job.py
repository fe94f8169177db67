"""Moves a job to another state."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import JobId
from subcontract.jobs.job import Job, JobState
from subcontract.jobs.moves import Ties, moved
from subcontract.jobs.quote import QuoteState
from subcontract.ports import Books
from subcontract.problems import Code
from subcontract.rota.shift import ShiftState
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveJob:
    """Which job goes where; a lost one needs a reason."""

    job: JobId
    to: JobState
    reason: str = ""
    despite: frozenset[Code] = frozenset()
    """Warnings that the user has seen and passed: ``WORK_NOT_INVOICED``."""


def ties_of(job: Job, books: Books) -> Ties:
    """Count what hangs on a job."""
    quotes = books.quotes.where(job=job.id)
    entries = _in_force(books.entries.where(job=job.id))
    billed = books.billings.billed(tuple(entry.id for entry in entries))
    return Ties(
        open_quotes=sum(quote.state is QuoteState.SENT for quote in quotes),
        accepted_quotes=sum(quote.state is QuoteState.ACCEPTED for quote in quotes),
        shifts=len(books.shifts.where(job=job.id, state=ShiftState.PLANNED)),
        entries=len(entries),
        unbilled=sum(_is_billable(entry) and entry.id not in billed for entry in entries),
    )


def _in_force(entries: tuple[WorkEntry, ...]) -> tuple[WorkEntry, ...]:
    superseded = {entry.supersedes for entry in entries}
    return tuple(entry for entry in entries if entry.id not in superseded and not entry.void)


def _is_billable(entry: WorkEntry) -> bool:
    """Coaching is a social service and an absence is no work: neither is invoiced."""
    return entry.kind is not EntryKind.COACHING and entry.attendance is Attendance.PRESENT


def move_job(ask: MoveJob, books: Books, _clock: Clock, who: Worker) -> Done:
    """Move a job; refuses with everything that hinders it. Every move may be taken back likewise."""
    who.must_be_allowed(Permission.EDIT_JOBS)
    before = books.jobs.get(ask.job)
    after = moved(before, ask.to, ties_of(before, books), ask.reason, despite=ask.despite)
    saved = books.jobs.save(after)
    back = MoveJob(
        job=saved.id,
        to=before.state,
        reason=before.lost_reason,
        despite=frozenset({Code.WORK_NOT_INVOICED}),
    )
    return Done(
        changed=frozenset({Kind.JOBS}),
        id=saved.id,
        undo=Undo(name=N_("move of a job"), action=move_job, ask=back),
        facts={"name": saved.name, "state": saved.state.value},
    )
