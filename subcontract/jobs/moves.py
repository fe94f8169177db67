"""The states of a job and the moves between them."""

from dataclasses import dataclass, replace

from subcontract.jobs.job import Job, JobState
from subcontract.problems import Code, Problem, Refused

FORWARD: dict[JobState, tuple[JobState, ...]] = {
    JobState.ENQUIRY: (JobState.QUOTED, JobState.ORDERED, JobState.LOST),
    JobState.QUOTED: (JobState.ORDERED, JobState.LOST),
    JobState.ORDERED: (JobState.RUNNING, JobState.LOST),
    JobState.RUNNING: (JobState.FINISHED,),
    JobState.FINISHED: (JobState.CLOSED,),
    JobState.CLOSED: (),
    JobState.LOST: (),
}
NEEDS_PHASES = frozenset((JobState.QUOTED, JobState.ORDERED, JobState.RUNNING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What hangs on a job and may hinder a move."""

    open_quotes: int = 0
    accepted_quotes: int = 0
    shifts: int = 0
    """Shifts that have not been called off."""
    entries: int = 0
    unbilled: int = 0
    """Entries to be invoiced that stand on no line."""


NO_TIES = Ties()


def moves_from(state: JobState) -> tuple[JobState, ...]:
    """Where a job may be moved: onwards first, then back."""
    back = tuple(earlier for earlier, later in FORWARD.items() if state in later)
    return FORWARD[state] + back


def hindrances(job: Job, to: JobState, ties: Ties, reason: str = "") -> tuple[Problem, ...]:
    """Everything that keeps a job from being moved; empty when it can be."""
    if to not in moves_from(job.state):
        return (Problem(code=Code.WRONG_STATE, field="to", facts={"state": job.state.value}),)
    problems: list[Problem] = []
    if to in NEEDS_PHASES and not job.phases:
        problems.append(Problem(code=Code.NO_PHASES, field="phases"))
    if to is JobState.LOST and not reason.strip():
        problems.append(Problem(code=Code.REASON_NEEDED, field="reason"))
    if _work_hinders(job, to, ties):
        problems.append(Problem(code=Code.IN_USE, field="to"))
    if to is JobState.CLOSED and ties.unbilled:
        problems.append(Problem(code=Code.WORK_NOT_INVOICED, field="to", facts={"number": ties.unbilled}))
    return tuple(problems)


def _work_hinders(job: Job, to: JobState, ties: Ties) -> bool:
    """Whether something made since then would contradict the state asked for."""
    if to is JobState.LOST:
        return bool(ties.shifts or ties.entries)
    if to is JobState.ENQUIRY:
        return bool(ties.open_quotes or ties.accepted_quotes or ties.shifts or ties.entries)
    if to is JobState.QUOTED:
        return bool(ties.accepted_quotes or ties.shifts or ties.entries)
    return to is JobState.ORDERED and job.state is JobState.RUNNING and bool(ties.entries)


def moved(job: Job, to: JobState, ties: Ties, reason: str = "", *, despite: frozenset[Code]) -> Job:
    """The job in its new state; refuses with every hindrance that ``despite`` does not name.

    Only work not yet invoiced can be passed by that way: everything else contradicts the state.
    """
    passable = despite & {Code.WORK_NOT_INVOICED}
    problems = tuple(p for p in hindrances(job, to, ties, reason) if p.code not in passable)
    if problems:
        raise Refused(*problems)
    return replace(job, state=to, lost_reason=reason.strip() if to is JobState.LOST else "")
