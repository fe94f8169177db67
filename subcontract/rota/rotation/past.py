"""What people have had beside the shifts of a question: as recorded where it was, as planned otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.money import ZERO, Money, total
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Unrecorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """Work of one person at one job on one day."""

    client: ClientId
    job: JobId
    day: date
    minutes: int
    shift: ShiftId | None = None
    pay: Money = ZERO
    """An estimate by what has been agreed."""
    recorded: bool = True
    """Otherwise it is planned, or was and nobody has recorded yet what came of it."""
    helping: bool = False
    """As a peer coach: planned, and not by being put into the group."""


@dataclass(frozen=True, kw_only=True)
class Past:
    """What was had, and when somebody could not come."""

    had: Mapping[ClientId, tuple[Had, ...]] = field(default_factory=dict)
    missed: Mapping[ClientId, frozenset[date]] = field(default_factory=dict)
    """Days on which the client was recorded as sick or away and at no work."""
    happened: frozenset[ShiftId] = frozenset()
    """Shifts on which work was recorded, or which are complete: nothing is proposed for them any more."""

    def of(self, client: ClientId, days: DateRange) -> tuple[Had, ...]:
        """What somebody had on some days."""
        return tuple(one for one in self.had.get(client, ()) if one.day in days)


def limit_of(kind: LimitKind, days: DateRange, most: int, had: Iterable[Had]) -> Limit:
    """A limit with what was had of it on its days."""
    here = [one for one in had if one.day in days]
    if kind is LimitKind.DAYS:
        worked = frozenset(one.day for one in here)
        return Limit(kind=kind, days=days, most=most, used=len(worked), used_days=worked)
    cents = kind is LimitKind.CENTS
    used = sum(one.pay.cents if cents else one.minutes for one in here)
    return Limit(kind=kind, days=days, most=most, used=used)


def memory_of(had: Iterable[Had], possible: int, good: frozenset[JobId], today: date) -> Memory:
    """The sums that fairness looks at; two turns at a job on one day are one.

    A shift that nobody has recorded yet counts as had, for most become so and the next proposal must not
    give the same work twice; how much of the sums it is stands beside them.
    """
    kept = tuple(had)
    told = tuple(one for one in kept if one.recorded)
    turns, turns_told = _turns(kept), _turns(told)
    days, pay, liked = _days(kept), total(one.pay for one in kept), _liked(turns, good)
    minutes = sum(one.minutes for one in kept)
    return Memory(
        minutes=minutes,
        ahead=sum(one.minutes for one in kept if not one.recorded and one.day >= today),
        possible_minutes=possible,
        days=days,
        pay=pay,
        good=liked,
        turns=turns,
        unrecorded=Unrecorded(
            minutes=minutes - sum(one.minutes for one in told),
            days=days - _days(told),
            pay=total(one.pay for one in kept if not one.recorded),
            good=liked - _liked(turns_told, good),
        ),
    )


def _days(had: Iterable[Had]) -> int:
    return len({one.day for one in had})


def _turns(had: Iterable[Had]) -> dict[JobId, int]:
    turns: dict[JobId, int] = {}
    for job, _ in {(one.job, one.day) for one in had}:
        turns[job] = turns.get(job, 0) + 1
    return turns


def _liked(turns: Mapping[JobId, int], good: frozenset[JobId]) -> int:
    return sum(number for job, number in turns.items() if job in good)
