"""The limits of a person that some plan of the question could meet, with what each shift takes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from subcontract.ids import ShiftId
from subcontract.rota.rotation.problem import Limit, LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.rules import amount_of
from subcontract.rota.rotation.sharing.basis import Basis
from subcontract.rota.rotation.sharing.shares import by_day, most_of_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a limit leaves for these shifts; below zero when it is already broken."""

    limit: Limit
    left: int
    amounts: Mapping[ShiftId, int] = field(default_factory=dict)

    @property
    def by_day(self) -> bool:
        """Whether a second shift of a day takes nothing more."""
        return self.limit.kind is LimitKind.DAYS


def rooms_of(person: Person, basis: Basis) -> tuple[Room, ...]:
    """The limits that all that the person could have, and what is locked, would go over."""
    slots = basis.had(person)
    found = (_room(limit, person, slots, basis.problem) for limit in person.limits)
    return tuple(room for room in found if _may_bind(room, slots, basis.held[person.id]))


def _room(limit: Limit, person: Person, slots: tuple[Slot, ...], problem: Problem) -> Room:
    amounts = {
        slot.shift.id: amount_of(limit.kind, person, slot, problem)
        for slot in slots
        if slot.shift.day in limit.days and slot.shift.day not in limit.used_days
    }
    return Room(limit=limit, left=limit.most - limit.used, amounts=amounts)


def _may_bind(room: Room, slots: tuple[Slot, ...], held: tuple[Slot, ...]) -> bool:
    """Whether the most that could be had is more than is left; clashing locks add up."""
    here = by_day(slot for slot in slots if slot.shift.day in room.limit.days)
    if room.by_day:
        return len(here.keys() - room.limit.used_days) > room.left
    most = sum(most_of_day(day, lambda slot: room.amounts[slot.shift.id]) for day in here.values())
    return most + sum(room.amounts.get(slot.shift.id, 0) for slot in held) > room.left
