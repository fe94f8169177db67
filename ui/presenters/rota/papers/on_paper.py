"""What papers of the rota share: how people are called, the picture of the work, what was promised; no Qt."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from subcontract.days import DateRange
from subcontract.ids import UnitId
from subcontract.jobs.job import Job
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.ports import Lists
from subcontract.rota.publishing import days_that_reach
from subcontract.rota.records import Publication
from subcontract.rota.shift import Shift


def read_publications(lists: Lists, unit: UnitId, days: DateRange) -> tuple[Publication, ...]:
    """What people were told of those days."""
    return lists.rota.publications.within(days_that_reach(days), unit=unit)


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


def call_names(clients: Iterable[Client]) -> dict[Client, str]:
    """Call names; those of one name get as many letters of their surnames as tell them apart."""
    everybody = sorted(set(clients), key=lambda each: (_called(each), each.last_name, each.number))
    names: dict[Client, str] = {}
    for name, group in groupby(everybody, key=_called):
        names |= _apart(name, tuple(group))
    return names


def _called(client: Client) -> str:
    """The call name, or the first of the first names."""
    return client.call_name or next(iter(client.first_name.split()), client.last_name)


def _apart(name: str, group: tuple[Client, ...]) -> dict[Client, str]:
    """The names of those who share a call name; the client number is the last resort."""
    if len(group) == 1:
        return {group[0]: name}
    surnames = [each.last_name for each in group]
    longest = max(map(len, surnames))
    length = next(
        (at for at in range(1, longest + 1) if _most_alike(surnames, at) == _most_alike(surnames, longest)),
        1,
    )
    alike = Counter(surnames)
    return {
        each: " ".join(
            part
            for part in (
                name,
                _shortened(each.last_name, length),
                str(each.number) if alike[each.last_name] > 1 else "",
            )
            if part
        )
        for each in group
    }


def _most_alike(surnames: Iterable[str], length: int) -> int:
    """How many different beginnings of so many letters there are."""
    return len({surname[:length] for surname in surnames})


def _shortened(surname: str, length: int) -> str:
    """The beginning of a surname, with a full stop where more of it follows."""
    return surname if len(surname) <= length else f"{surname[:length]}."
