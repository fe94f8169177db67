"""Small questions of the rotation: a test names only what it is about."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from subcontract.ids import ClientId, JobId, ShiftId, StaffId
from subcontract.people.client import Availability, HalfDay
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.shift import Shift
from tests import make
from tests.benchmarks.rota_cases import Size, case

MONDAY = make.TODAY
ALWAYS = Availability(half_days=frozenset((w, half) for w in range(7) for half in HalfDay))
COACH = StaffId(UUID(int=700))
SHELVES, LABELS = JobId(UUID(int=801)), JobId(UUID(int=802))
AUTUMN_NIGHT, SPRING_NIGHT = date(2026, 10, 24), date(2027, 3, 27)
"""The clocks change in the nights that begin on these days."""


def person(number: int, **fields: Any) -> Person:
    """Somebody who can always work."""
    default = Person(
        id=ClientId(UUID(int=900 + number)), number=number, name=f"Asiakas {number}", availability=ALWAYS
    )
    return replace(default, **fields)


def people(count: int, **fields: Any) -> tuple[Person, ...]:
    """So many people, alike."""
    return tuple(person(number, **fields) for number in range(1, count + 1))


def slot(number: int = 1, **fields: Any) -> Slot:
    """A morning for one, on Monday unless another day is given."""
    own = {name: fields.pop(name) for name in ("needs", "wanted", "coaches", "good") if name in fields}
    own.setdefault("wanted", fields.get("least", 1))
    shift = Shift(
        id=ShiftId(UUID(int=600 + number)),
        unit=make.UNIT,
        job=SHELVES,
        phase=None,
        day=MONDAY,
        start=time(8),
        end=time(12),
        coach=COACH,
        least=1,
        most=4,
    )
    return Slot(shift=replace(shift, **fields), **own)


def week(count: int = 5, **fields: Any) -> tuple[Slot, ...]:
    """A morning on each day from Monday on."""
    return tuple(slot(n + 1, day=MONDAY + timedelta(days=n), **fields) for n in range(count))


def pair(someone: Person, on: Slot) -> Pair:
    """The person on the shift."""
    return someone.id, on.shift.id


def random_problem(seed: int, size: Size) -> Problem:
    """A case with nights, nights when the clocks change, called-off shifts, locks and bars by chance."""
    chance = Random(seed)
    problem = case(size, seed)
    slots = tuple(_bent(chance, each) for each in problem.slots)
    pairs = [(p.id, s.shift.id) for p in problem.people for s in slots]
    locked = frozenset(chance.sample(pairs, min(len(pairs), chance.randrange(4))))
    barred = frozenset(chance.sample(pairs, min(len(pairs), chance.randrange(4)))) - locked
    before = frozenset(chance.sample(pairs, min(len(pairs), 5))) if chance.random() < 0.3 else None
    return replace(problem, slots=slots, locked=locked, barred=barred, before=before)


def _bent(chance: Random, one: Slot) -> Slot:
    lot = chance.random()
    if lot < 0.1:
        night = chance.choice((one.shift.day, AUTUMN_NIGHT, SPRING_NIGHT))
        return replace(one, shift=replace(one.shift, day=night, start=time(22), end=time(6)))
    if lot < 0.15:
        return replace(one, coaches=0)
    return one
