"""Checks a client's wishes and limits of the rota before they are saved: every problem at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from subcontract.ids import ClientId, JobId, StaffId
from subcontract.jobs.job import Job
from subcontract.money import Money
from subcontract.people.client import Client
from subcontract.people.findings import Findings
from subcontract.people.staff import Staff
from subcontract.problems import Code
from subcontract.rota.calendar import DAYS_IN_WEEK
from subcontract.rota.records import RotaWishes

MOST_DAYS = 31
MOST_MINUTES = MOST_DAYS * 24 * 60
LEAST_PAY = Money("0.01")
MOST_PAY = Money(9999)


@dataclass(frozen=True, kw_only=True)
class Around:
    """Whom and what wishes may name: the client, and everybody and every job of the unit."""

    client: Client
    clients: Mapping[ClientId, Client] = field(default_factory=dict)
    jobs: Mapping[JobId, Job] = field(default_factory=dict)
    staff: Mapping[StaffId, Staff] = field(default_factory=dict)


def checked_wishes(wishes: RotaWishes, around: Around) -> RotaWishes:
    """The wishes as they are stored.

    Refuses, all at once: the same job or weekday both wished for and not (``both_ways``), one who must never
    be on the same shift (``kept_apart``), a limit that is zero, below it or beyond a month, and anybody or
    anything that is not of the unit (``not_found``). A month's limit below the week's is possible.
    """
    found = Findings()
    read = replace(wishes, should_be_with=wishes.should_be_with - {wishes.client})
    _unknown(read, around, found)
    _both_ways(read, around, found)
    for other in _sorted(around.clients[one] for one in read.should_be_with if one in around.clients):
        if are_kept_apart(around.client, other):
            found.add(Code.KEPT_APART, "should_be_with", name=other.name, client=around.client.name)
    _limits(read, found)
    found.refuse_any()
    return read


def are_kept_apart(one: Client, other: Client) -> bool:
    """Whether two must never be on the same shift, whichever of them it is written on."""
    return other.id in one.never_with or one.id in other.never_with


def _sorted(clients: Iterable[Client]) -> list[Client]:
    return sorted(clients, key=lambda client: client.name)


def _unknown(wishes: RotaWishes, around: Around, found: Findings) -> None:
    """Note who or what is not of the unit."""
    for name in ("likes", "dislikes", "wants_to_try"):
        if not getattr(wishes, name) <= around.jobs.keys():
            found.add(Code.NOT_FOUND, name)
    if not wishes.should_be_with <= around.clients.keys():
        found.add(Code.NOT_FOUND, "should_be_with")
    if not wishes.familiar_coaches <= around.staff.keys():
        found.add(Code.NOT_FOUND, "familiar_coaches")
    week = frozenset(range(DAYS_IN_WEEK))
    for name in ("likes_days", "dislikes_days"):
        if not getattr(wishes, name) <= week:
            found.add(Code.UNKNOWN_VALUE, name)


def _both_ways(wishes: RotaWishes, around: Around, found: Findings) -> None:
    """Note a job or a weekday that is wished for and at once is not."""
    against = wishes.dislikes & (wishes.likes | wishes.wants_to_try)
    for name in sorted(around.jobs[job].name for job in against if job in around.jobs):
        found.add(Code.BOTH_WAYS, "dislikes", name=name)
    if wishes.likes_days & wishes.dislikes_days:
        found.add(Code.BOTH_WAYS, "dislikes_days")


def _limits(wishes: RotaWishes, found: Findings) -> None:
    """Note limits that leave nothing, or that no month could reach."""
    if wishes.monthly_days is not None:
        found.between(wishes.monthly_days, "monthly_days", 1, MOST_DAYS)
    if wishes.monthly_minutes is not None:
        _minutes(wishes.monthly_minutes, "monthly_minutes", found)
    for name in ("weekly_pay", "monthly_pay"):
        if (amount := getattr(wishes, name)) is not None:
            found.amount(amount, name, MOST_PAY, least=LEAST_PAY)


def _minutes(minutes: int, field: str, found: Findings) -> None:
    """Note a length of time out of its bounds; a bound in minutes would say little to the reader."""
    if minutes <= 0:
        found.add(Code.TOO_SMALL, field)
    elif minutes > MOST_MINUTES:
        found.add(Code.TOO_LARGE, field)
