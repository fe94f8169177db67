"""What papers of the rota share: how staff are called, the picture of the work; no Qt."""

from subcontract.jobs.job import Job
from subcontract.people.staff import Staff
from subcontract.rota.shift import Shift


def pictogram_of(job: Job | None, shift: Shift) -> str:
    """The picture of a shift's work."""
    if job is None:
        return ""
    phase = job.phase(shift.phase) or next(iter(job.phases), None)
    return phase.pictogram if phase else ""


def first_name(person: Staff | None) -> str:
    """How a member of staff is called."""
    parts = person.name.split() if person else []
    return parts[0] if parts else ""
