"""A plan as it stands, asked by person and by shift."""

from collections.abc import Collection, Iterator
from functools import cached_property

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot


class Standing:
    """Who is on which shift of a question."""

    def __init__(self, problem: Problem, pairs: Collection[Pair]) -> None:
        """Keep the pairs that the question knows."""
        self.problem = problem
        self.pairs = problem.known(pairs)

    @cached_property
    def _slots_of(self) -> dict[ClientId, tuple[Slot, ...]]:
        found: dict[ClientId, list[Slot]] = {}
        for client, shift in self.pairs:
            found.setdefault(client, []).append(self.problem.slot_by_id[shift])
        return {client: tuple(sorted(slots, key=when)) for client, slots in found.items()}

    @cached_property
    def _people_on(self) -> dict[ShiftId, tuple[Person, ...]]:
        found: dict[ShiftId, list[Person]] = {}
        for client, shift in self.pairs:
            found.setdefault(shift, []).append(self.problem.person_by_id[client])
        return {shift: tuple(sorted(people, key=number)) for shift, people in found.items()}

    def slots_of(self, person: Person) -> tuple[Slot, ...]:
        """A person's shifts in order of time."""
        return self._slots_of.get(person.id, ())

    def people_on(self, slot: Slot) -> tuple[Person, ...]:
        """Who is on a shift, by number."""
        return self._people_on.get(slot.shift.id, ())

    def others_of(self, person: Person, slot: Slot) -> tuple[Slot, ...]:
        """A person's shifts besides this one."""
        return tuple(other for other in self.slots_of(person) if other.shift.id != slot.shift.id)

    def company_of(self, person: Person, slot: Slot) -> tuple[Person, ...]:
        """Who else is on a shift."""
        return tuple(other for other in self.people_on(slot) if other.id != person.id)

    def has(self, person: Person, slot: Slot) -> bool:
        """Whether the person is on the shift."""
        return (person.id, slot.shift.id) in self.pairs

    def in_order(self) -> Iterator[tuple[Person, Slot]]:
        """Each person on each shift, by time and number."""
        for slot in sorted(self.problem.slots, key=when):
            for person in self.people_on(slot):
                yield person, slot


def when(slot: Slot) -> tuple[object, ...]:
    """The order of shifts: by time, then by id."""
    return (slot.shift.day, slot.shift.start, slot.shift.end, slot.shift.id.int)


def number(person: Person) -> tuple[int, int]:
    """The order of people: by number, then by id."""
    return (person.number, person.id.int)
