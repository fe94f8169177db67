"""How evenly work goes: what each has had and has in the plan, against an even part of both together.

The even part of what has been is the common pace of all, measured by the time in which each could work
(``shares``); that of the plan is an even part of what is planned, by what each could have of it. So nothing
is owed to a newcomer for days before the beginning, nor to anybody for days away.

Done is only what has been recorded. Shifts that nobody has recorded yet, and turns to come as a peer coach,
are counted with the plan.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from subcontract.ids import ClientId, JobId
from subcontract.rota.rotation.problem import Pair, Person, Problem
from subcontract.rota.rotation.rules import cents_of
from subcontract.rota.rotation.sharing.basis import Basis, basis_of
from subcontract.rota.rotation.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One thing that is shared: what was done, what is planned, and what would be even of both."""

    had: int
    """As recorded."""
    planned: int
    """As planned: to come, or lately and not recorded yet."""
    even: int

    @property
    def whole(self) -> int:
        """Both together."""
        return self.had + self.planned

    @property
    def behind(self) -> int:
        """How much is missing from the even part; negative when there is more."""
        return self.even - self.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Evened:
    """One person's part of everything that is shared."""

    person: Person
    minutes: Measured
    days: Measured
    cents: Measured
    good: Measured
    waiting: int = 0
    """Minutes of shifts that are over and have not been recorded yet: counted as planned."""
    turns: Mapping[JobId, int] = field(default_factory=dict)
    """Times at each job, in what was and in the plan together."""
    could: bool = True
    """Whether the person could have worked at all, then or now."""


def evened(problem: Problem, pairs: Collection[Pair]) -> tuple[Evened, ...]:
    """Everybody's part, by number."""
    basis, plan = basis_of(problem), Standing(problem, pairs)
    even = _even_minutes(basis, plan)
    return tuple(_person(person, basis, plan, even) for person in basis.people)


def _even_minutes(basis: Basis, plan: Standing) -> dict[ClientId, int]:
    """The even minutes of each, of what was and of what is planned."""
    planned = sum(slot.minutes for person in basis.people for slot in plan.slots_of(person))
    possible = sum(basis.shares[person.id].possible for person in basis.people)
    found = {}
    for person in basis.people:
        share = basis.shares[person.id]
        part = planned * share.possible // possible if possible else 0
        found[person.id] = max(0, person.memory.minutes + share.owed + part)
    return found


def _person(person: Person, basis: Basis, plan: Standing, even: Mapping[ClientId, int]) -> Evened:
    slots, memory, mine = plan.slots_of(person), person.memory, even[person.id]
    later = memory.unrecorded
    turns = dict(memory.turns)
    for slot in slots:
        turns[slot.shift.job] = turns.get(slot.shift.job, 0) + 1
    earned = sum(cents_of(person, slot, plan.problem) for slot in slots)
    return Evened(
        person=person,
        minutes=Measured(
            had=memory.minutes - later.minutes,
            planned=later.minutes + sum(slot.minutes for slot in slots),
            even=mine,
        ),
        days=Measured(
            had=memory.days - later.days,
            planned=later.days + len({slot.shift.day for slot in slots}),
            even=_of_rate(mine, _days_of(person, basis, plan)),
        ),
        cents=Measured(
            had=memory.pay.cents - later.pay.cents,
            planned=later.pay.cents + earned,
            even=_of_rate(mine, _pay_of(person, basis)),
        ),
        good=Measured(
            had=memory.good - later.good,
            planned=later.good + sum(slot.good for slot in slots),
            even=_of_rate(mine, _good_of(person, basis, plan, even)),
        ),
        waiting=later.minutes - memory.ahead,
        turns=turns,
        could=bool(memory.possible_minutes or basis.shares[person.id].possible),
    )


Rate = tuple[int, int]
"""So much of something for so many minutes."""


def _of_rate(minutes: int, rate: Rate) -> int:
    """What some minutes come to, to the nearest whole."""
    much, per = rate
    return (minutes * much + per // 2) // per if per else 0


def _days_of(person: Person, basis: Basis, plan: Standing) -> Rate:
    """As many hours a day as the person has, or else as all have."""
    days, minutes = _days_and_minutes(person, plan)
    if days:
        return days, minutes
    everybody = [_days_and_minutes(each, plan) for each in basis.people]
    return sum(each[0] for each in everybody), sum(each[1] for each in everybody)


def _days_and_minutes(person: Person, plan: Standing) -> Rate:
    slots = plan.slots_of(person)
    days = person.memory.days + len({slot.shift.day for slot in slots})
    return days, person.memory.minutes + sum(slot.minutes for slot in slots)


def _pay_of(person: Person, basis: Basis) -> Rate:
    """What the shifts that the person could have give on average, or else what the work has given."""
    slots = basis.had(person)
    cents = sum(cents_of(person, slot, basis.problem) for slot in slots)
    if cents:
        return cents, sum(slot.minutes for slot in slots)
    return person.memory.pay.cents, person.memory.minutes


def _good_of(person: Person, basis: Basis, plan: Standing, even: Mapping[ClientId, int]) -> Rate:
    """The turns at jobs that all like for the even minutes of those who can have them."""
    able = [each for each in basis.people if _can_have_good(each, basis)]
    if person not in able:
        return 0, 0
    turns = sum(each.memory.good + sum(slot.good for slot in plan.slots_of(each)) for each in able)
    return turns, sum(even[each.id] for each in able)


def _can_have_good(person: Person, basis: Basis) -> bool:
    return bool(person.memory.good) or any(slot.good for slot in basis.had(person))
