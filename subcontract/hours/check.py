"""Checks of an entry against the others of its person: two places at once, more than a day has."""

from collections.abc import Iterable, Iterator, Mapping

from subcontract.hours.entry import OF_PEOPLE, EntryKind, WorkEntry
from subcontract.hours.pieces import is_present
from subcontract.hours.told import minutes_in, span
from subcontract.ids import JobId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.problems import Code, Problem


def problems_beside(
    entry: WorkEntry, others: Iterable[WorkEntry], jobs: Mapping[JobId, Job], name: str = ""
) -> tuple[Problem, ...]:
    """What is wrong with an entry beside the others in force of the same client or coach.

    ``others`` are of the day, the day before and the day after; ``name`` is whose they are. Touching
    is no collision, so a morning may end where the afternoon starts.
    """
    beside = [each for each in others if each.id != entry.id and _same_person(each, entry)]
    collisions = tuple(_collisions(entry, beside, jobs, name))
    on_day = sum(each.minutes for each in beside if each.day == entry.day) + entry.minutes
    if on_day > minutes_in(entry.day):
        return (*collisions, Problem(code=Code.DAY_OVER_24_HOURS, field="minutes", facts={"name": name}))
    return collisions


def _same_person(one: WorkEntry, other: WorkEntry) -> bool:
    """Whether two entries tell of the same person's time; nobody helps and works in the group at once."""
    if one.kind not in OF_PEOPLE or other.kind not in OF_PEOPLE:
        return False
    return (one.staff, one.client) == (other.staff, other.client)


def _collisions(
    entry: WorkEntry, beside: list[WorkEntry], jobs: Mapping[JobId, Job], name: str
) -> Iterator[Problem]:
    """Every other entry whose time shares a moment with this one's."""
    for other in beside:
        if collide(entry, other):
            job = jobs.get(other.job)
            facts = {"name": name, "job": job.name if job else "", "start": other.start, "end": other.end}
            yield Problem(code=Code.TIMES_COLLIDE, field="start", facts=facts)


def collide(one: WorkEntry, other: WorkEntry) -> bool:
    """Whether the times of two entries share a moment; plain minutes never do."""
    here, there = span(one), span(other)
    return here is not None and there is not None and here[0] < there[1] and there[0] < here[1]


def cautions_of(entry: WorkEntry, client: Client | None) -> tuple[Problem, ...]:
    """What to look at although it may be recorded: what really happened is never refused."""
    if client is None or not is_present(entry) or client.form_on(entry.day) is not None:
        return ()
    return (Problem(code=Code.NO_FORM_OF_WORK, field="client", facts={"name": client.name}),)


def is_twin(one: WorkEntry, other: WorkEntry) -> bool:
    """Whether two entries tell the same thing of a shift, so that only one of them may stand."""
    if one.shift is None or one.shift != other.shift or one.id == other.id:
        return False
    if one.kind is EntryKind.GROUP_RESULT:
        return other.kind is one.kind
    return _same_person(one, other)
