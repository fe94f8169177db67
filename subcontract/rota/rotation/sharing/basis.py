"""What is known of a question before any plan is made: order, who could have what, what would be fair."""

from collections.abc import Mapping
from dataclasses import dataclass

from subcontract.ids import ClientId
from subcontract.rota.rotation.problem import Person, Problem, Slot
from subcontract.rota.rotation.rules import fits_of, kinds_of
from subcontract.rota.rotation.sharing.shares import Share, shares_of
from subcontract.rota.rotation.standing import number, when


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A question with its people by number and its shifts by time."""

    problem: Problem
    people: tuple[Person, ...]
    slots: tuple[Slot, ...]
    could: Mapping[ClientId, tuple[Slot, ...]]
    """The shifts that each could have, the rest of the plan left out."""
    held: Mapping[ClientId, tuple[Slot, ...]]
    """The shifts that are locked to each."""
    shares: Mapping[ClientId, Share]

    def had(self, person: Person) -> tuple[Slot, ...]:
        """The shifts that a person could have, those that are locked among them."""
        could, held = self.could[person.id], self.held[person.id]
        if not held:
            return could
        known = {slot.shift.id for slot in could}
        return (*could, *(slot for slot in held if slot.shift.id not in known))


def basis_of(problem: Problem) -> Basis:
    """Put a question in order."""
    people = tuple(sorted(problem.people, key=number))
    slots = tuple(sorted(problem.slots, key=when))
    kinds = kinds_of(slots)
    could = {person.id: fits_of(person, kinds, problem) for person in people}
    held: dict[ClientId, tuple[Slot, ...]] = {person.id: () for person in people}
    for client, shift in sorted(problem.known(problem.locked), key=lambda pair: (pair[0].int, pair[1].int)):
        held[client] = (*held[client], problem.slot_by_id[shift])
    return Basis(
        problem=problem,
        people=people,
        slots=slots,
        could=could,
        held=held,
        shares=shares_of(problem, could),
    )
