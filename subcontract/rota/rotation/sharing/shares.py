"""What would be fair: each person's part of the work, over the memory and the plan together.

A part is measured against the time in which the person could have worked. A newcomer and somebody who
was long away have little such time behind them, so they are owed nothing from it and it is not held
against them: they get an ordinary part of the plan. What somebody else is owed comes back little by
little, at most half an ordinary part in one plan.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from subcontract.ids import ClientId
from subcontract.rota.rotation.problem import LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.rules import cents_of

THOUSAND = 1000
MOST_OF_PART = 2
"""At most one part in two is added or taken away for what has been."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A person's fair part of one question."""

    possible: int
    """Minutes that the person could have in these shifts."""
    minutes: int
    cents: int
    good: int
    """Thousandths of a turn at the jobs that all like."""
    owed: int
    """Minutes by which the memory is behind what was fair; negative when ahead."""

    @property
    def pay_of_hour(self) -> int:
        """Cents that an hour of these shifts gives on average."""
        return self.cents * 60 // self.minutes if self.minutes else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """What a person could have had of the shifts."""

    minutes: int
    good: int
    cents_of_thousand: int
    """Cents that a thousand minutes give."""


def shares_of(problem: Problem, fits: Mapping[ClientId, tuple[Slot, ...]]) -> dict[ClientId, Share]:
    """Each person's fair part, given the shifts that each could have."""
    people = problem.people
    rooms = {person.id: _room_of(person, fits[person.id], problem) for person in people}
    owed = _owed(people, rooms)
    possible = {person.id: rooms[person.id].minutes for person in people}
    demand = sum(slot.best * slot.minutes for slot in problem.slots)
    minutes = _parts(possible, demand, owed)
    liked = {person.id: rooms[person.id].good for person in people}
    good_demand = THOUSAND * sum(slot.best for slot in problem.slots if slot.good)
    good = _parts(liked, good_demand, _owed_good(people, rooms))
    return {
        person.id: Share(
            possible=possible[person.id],
            minutes=minutes[person.id],
            cents=_cents(person, rooms[person.id], minutes[person.id]),
            good=good[person.id],
            owed=owed.get(person.id, 0),
        )
        for person in people
    }


def _parts(
    possible: Mapping[ClientId, int], demand: int, owed: Mapping[ClientId, int]
) -> dict[ClientId, int]:
    """Share the demand by what is possible, moved by what is owed, never over what is possible."""
    everything = sum(possible.values())
    demand = min(demand, everything)
    if not demand:
        return dict.fromkeys(possible, 0)
    parts = {}
    for client, most in possible.items():
        part = demand * most // everything
        moved = max(-part // MOST_OF_PART, min(part // MOST_OF_PART, owed.get(client, 0)))
        parts[client] = max(0, min(most, part + moved))
    return _summed(parts, possible, demand)


def _summed(parts: dict[ClientId, int], possible: Mapping[ClientId, int], demand: int) -> dict[ClientId, int]:
    """The same parts moved so that they sum to the demand."""
    missing = demand - sum(parts.values())
    if missing >= 0:
        rooms = {client: possible[client] - part for client, part in parts.items()}
    else:
        rooms = dict(parts)
    room = sum(rooms.values())
    return {client: part + (missing * rooms[client] // room if room else 0) for client, part in parts.items()}


def _owed(people: Iterable[Person], rooms: Mapping[ClientId, _Room]) -> dict[ClientId, int]:
    """Minutes that each is behind the common pace of the memory, measured in the time each could work."""
    known = [p for p in people if p.memory.possible_minutes > 0 and rooms[p.id].minutes]
    had = sum(p.memory.minutes for p in known)
    could = sum(p.memory.possible_minutes for p in known)
    return {p.id: had * p.memory.possible_minutes // could - p.memory.minutes for p in known}


def _owed_good(people: Iterable[Person], rooms: Mapping[ClientId, _Room]) -> dict[ClientId, int]:
    """Thousandths of a good turn that each is behind, by the time each could work."""
    known = [p for p in people if p.memory.possible_minutes > 0 and rooms[p.id].good]
    had = sum(p.memory.good for p in known)
    could = sum(p.memory.possible_minutes for p in known)
    return {
        p.id: THOUSAND * had * p.memory.possible_minutes // could - THOUSAND * p.memory.good for p in known
    }


def _cents(person: Person, room: _Room, minutes: int) -> int:
    """What so many minutes give on average, moved by the pay that the memory lacks for its minutes.

    Hours are shared by ``minutes``; this is about who gets the shifts that pay more.
    """
    usual = room.cents_of_thousand * minutes // THOUSAND
    if not usual or not person.memory.minutes:
        return usual
    lacks = room.cents_of_thousand * person.memory.minutes // THOUSAND - person.memory.pay.cents
    return usual + max(-usual // MOST_OF_PART, min(usual // MOST_OF_PART, lacks))


def _room_of(person: Person, fits: tuple[Slot, ...], problem: Problem) -> _Room:
    """What a person could have at most, day by day, within the limits."""
    days = by_day(fits)
    all_minutes = sum(slot.minutes for slot in fits)
    cents = sum(cents_of(person, slot, problem) for slot in fits) if problem.pay else 0
    rate = cents * THOUSAND // all_minutes if all_minutes else 0
    minutes = {day: most_of_day(slots, lambda slot: slot.minutes) for day, slots in days.items()}
    before = sum(minutes.values())
    _within_limits(person, minutes, rate)
    after = sum(minutes.values())
    liked = sum(any(slot.good for slot in slots) for slots in days.values())
    good = THOUSAND * liked * after // before if before else 0
    return _Room(minutes=after, good=good, cents_of_thousand=rate)


def most_of_day(slots: Iterable[Slot], worth: Callable[[Slot], int]) -> int:
    """The most that one person can have of a day's shifts, one after the other, by the worth of each."""
    worths: dict[tuple[datetime, datetime], int] = {}
    for slot in slots:
        worths[slot.span] = max(worth(slot), worths.get(slot.span, 0))
    by_end = sorted(worths, key=lambda times: times[::-1])
    ends = [end for _, end in by_end]
    best = [0]
    for index, times in enumerate(by_end):
        before = bisect_right(ends, times[0], hi=index)
        best.append(max(best[-1], best[before] + worths[times]))
    return best[-1]


def by_day(slots: Iterable[Slot]) -> dict[date, list[Slot]]:
    """Shifts by the day on which they start."""
    found: dict[date, list[Slot]] = {}
    for slot in slots:
        found.setdefault(slot.shift.day, []).append(slot)
    return found


def _within_limits(person: Person, minutes: dict[date, int], rate: int) -> None:
    """Scale the days of each limit down to what it leaves; the shortest limits first."""
    for limit in sorted(person.limits, key=lambda each: (len(each.days), each.days, each.kind)):
        days = [d for d, length in minutes.items() if length and d in limit.days and d not in limit.used_days]
        left = max(0, limit.most - limit.used)
        if limit.kind is LimitKind.DAYS:
            wanted = len(days)
        elif limit.kind is LimitKind.MINUTES:
            wanted = sum(minutes[day] for day in days)
        else:
            wanted = sum(minutes[day] for day in days) * rate // THOUSAND
        if wanted > left:
            for day in days:
                minutes[day] = minutes[day] * left // wanted
