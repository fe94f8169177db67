"""Points of a person on a shift whatever else is planned: wishes, familiar coaches, changes."""

from subcontract.ids import JobId
from subcontract.rota.judgement import guides_of
from subcontract.rota.rotation import points
from subcontract.rota.rotation.problem import Person, Slot
from subcontract.rota.rotation.sharing.basis import Basis
from subcontract.rota.weights import Goal

WEEKDAYS = range(7)


def singles(basis: Basis) -> tuple[tuple[int, ...], ...]:
    """The points by person and shift."""
    keys = [(slot.shift.job, slot.shift.day.weekday()) for slot in basis.slots]
    jobs = {job for job, _ in keys}
    weights, before = basis.problem.weights, basis.problem.before
    change = [basis.problem.change * basis.problem.is_told(slot) for slot in basis.slots]
    rows = []
    for person in basis.people:
        by_job = {job: weights[Goal.WISHES] * job_points(person, job) for job in jobs}
        by_day = [weights[Goal.WISHES] * day_points(person, weekday) for weekday in WEEKDAYS]
        row = [by_job[job] + by_day[weekday] for job, weekday in keys]
        if person.familiar_coaches:
            strange = weights[Goal.FAMILIAR] * points.STRANGE_COACH
            row = [
                c + strange * is_strange_coach(person, slot) for c, slot in zip(row, basis.slots, strict=True)
            ]
        if before is not None:
            signs = (-1 if (person.id, slot.shift.id) in before else 1 for slot in basis.slots)
            row = [c + sign * new for c, sign, new in zip(row, signs, change, strict=True)]
        rows.append(tuple(row))
    return tuple(rows)


def job_points(person: Person, job: JobId) -> int:
    """Points of a job against the person's wishes."""
    if job in person.dislikes:
        return points.DISLIKED_JOB
    return points.PLAIN_JOB if person.likes and job not in person.likes else 0


def day_points(person: Person, weekday: int) -> int:
    """Points of a weekday against the person's wishes."""
    if weekday in person.dislikes_days:
        return points.DISLIKED_DAY
    return points.PLAIN_DAY if person.likes_days and weekday not in person.likes_days else 0


def is_strange_coach(person: Person, slot: Slot) -> bool:
    """Whether the person has familiar coaches and this shift has none of them."""
    return bool(person.familiar_coaches) and person.familiar_coaches.isdisjoint(guides_of(slot.shift))
