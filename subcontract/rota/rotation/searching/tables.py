"""A question as tables of whole numbers, made once: people and shifts are indexes, sets of them are bits."""

from collections.abc import Iterable
from dataclasses import dataclass

from subcontract.ids import ClientId, ShiftId
from subcontract.rota.rotation import points
from subcontract.rota.rotation.problem import Pair, Person, Problem, Slot
from subcontract.rota.rotation.rules import clash
from subcontract.rota.rotation.sharing.basis import Basis, basis_of
from subcontract.rota.rotation.sharing.evenness import OfPerson, measures_of
from subcontract.rota.rotation.sharing.rooms import Room, rooms_of
from subcontract.rota.rotation.sharing.singles import singles
from subcontract.rota.rotation.sharing.turns import jobs_of, turn_costs
from subcontract.rota.weights import Goal

At = tuple[int, int]
"""A person on a shift, by index."""
NIGHTS_BETWEEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything that a search asks of a question."""

    basis: Basis
    person_at: dict[ClientId, int]
    slot_at: dict[ShiftId, int]
    fits: tuple[tuple[bool, ...], ...]
    """Whether a person could have a shift, by person and shift."""
    candidates: tuple[tuple[int, ...], ...]
    """Who could have a shift."""
    clash: tuple[int, ...]
    """The shifts that the same person cannot have beside a shift, itself among them."""
    rooms: tuple[tuple[Room, ...], ...]
    """The limits of each person that may be met."""
    takes: tuple[tuple[tuple[tuple[int, int, int], ...], ...], ...]
    """What a shift takes of a person's limits: which one, how much, and the bits of the same day."""
    foes: tuple[int, ...]
    friends: tuple[int, ...]
    """Those with whom a person should be."""
    own: int
    """Those who need an own coach."""
    coaches: tuple[int, ...]
    most: tuple[int, ...]
    alone: int
    """Points of having none of one's friends on a shift."""
    single: tuple[tuple[int, ...], ...]
    """Points of a person on a shift whatever else is planned: wishes, coaches, changes."""
    job_of: tuple[int, ...]
    turn: tuple[tuple[tuple[int, ...], ...], ...]
    """Points by person, job and number of turns at it: variety and learning."""
    measures: tuple[OfPerson, ...]
    fill: tuple[tuple[int, ...], ...]
    """Points by shift and number of people."""
    locked: frozenset[At]
    before: frozenset[At] | None
    empty_cost: int
    """Points of a plan with nobody on any shift."""

    @property
    def people(self) -> tuple[Person, ...]:
        """People in order."""
        return self.basis.people

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Shifts in order."""
        return self.basis.slots

    def pairs_of(self, places: Iterable[At]) -> frozenset[Pair]:
        """Pairs of ids for pairs of indexes."""
        return frozenset((self.people[i].id, self.slots[s].shift.id) for i, s in places)

    def at(self, pairs: Iterable[Pair]) -> frozenset[At]:
        """Pairs of indexes for those pairs of ids that the question knows."""
        known = self.basis.problem.known(pairs)
        return frozenset((self.person_at[client], self.slot_at[shift]) for client, shift in known)


def tables_of(problem: Problem) -> Tables:
    """Make the tables of a question."""
    basis = basis_of(problem)
    people, slots = basis.people, basis.slots
    person_at = {person.id: index for index, person in enumerate(people)}
    slot_at = {slot.shift.id: index for index, slot in enumerate(slots)}
    at = {
        pair: (person_at[pair[0]], slot_at[pair[1]])
        for pair in problem.known((*problem.locked, *(problem.before or ())))
    }
    fits = _fits(basis, slot_at)
    rooms = tuple(rooms_of(person, basis) for person in people)
    before = None if problem.before is None else frozenset(at[p] for p in problem.known(problem.before))
    turn = tuple(turn_costs(person, basis) for person in people)
    measures, fill = measures_of(basis), tuple(_fill(slot, problem) for slot in slots)
    nobody = sum(row[0] for rows in (*turn, *(each[3:] for each in measures), fill) for row in rows)
    return Tables(
        basis=basis,
        person_at=person_at,
        slot_at=slot_at,
        fits=fits,
        candidates=tuple(tuple(i for i, row in enumerate(fits) if row[s]) for s in range(len(slots))),
        clash=clashes(slots, problem.least_rest),
        rooms=rooms,
        takes=tuple(_takes(each, slots) for each in rooms),
        foes=_foes(people, person_at),
        friends=tuple(_bits(person.should_be_with - {person.id}, person_at) for person in people),
        own=sum(1 << i for i, person in enumerate(people) if person.needs_own_coach),
        coaches=tuple(slot.coaches for slot in slots),
        most=tuple(slot.shift.most for slot in slots),
        alone=points.ALONE * problem.weights[Goal.FAMILIAR],
        single=singles(basis),
        job_of=_jobs_at(basis),
        turn=turn,
        measures=measures,
        fill=fill,
        locked=frozenset(at[p] for p in problem.known(problem.locked)),
        before=before,
        empty_cost=nobody + problem.change * sum(problem.is_told(slots[s]) for _, s in before or ()),
    )


def _fits(basis: Basis, slot_at: dict[ShiftId, int]) -> tuple[tuple[bool, ...], ...]:
    found = []
    for person in basis.people:
        row = [False] * len(basis.slots)
        for slot in basis.could[person.id]:
            row[slot_at[slot.shift.id]] = True
        found.append(tuple(row))
    return tuple(found)


def clashes(slots: tuple[Slot, ...], least_rest: int) -> tuple[int, ...]:
    """The shifts that clash with each shift, itself among them, as bits; times alike are asked once."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, slot in enumerate(slots):
        shift = slot.shift
        alike.setdefault((shift.day, shift.start, shift.end, shift.state), []).append(index)
    groups = [(slots[found[0]].shift, slots[found[-1]].shift, found) for found in alike.values()]
    masks = [1 << index for index in range(len(slots))]
    for one, _, found in groups:
        mask = 0
        for _, other, others in groups:
            if abs((one.day - other.day).days) <= NIGHTS_BETWEEN and clash(one, other, least_rest):
                mask |= sum(1 << index for index in others)
        for index in found:
            masks[index] |= mask
    return tuple(masks)


def _takes(rooms: tuple[Room, ...], slots: tuple[Slot, ...]) -> tuple[tuple[tuple[int, int, int], ...], ...]:
    """What each shift takes of the rooms."""
    if not rooms:
        return ((),) * len(slots)
    by_day: dict[object, int] = {}
    for index, slot in enumerate(slots):
        by_day[slot.shift.day] = by_day.get(slot.shift.day, 0) | 1 << index
    return tuple(
        tuple(
            (k, room.amounts.get(slot.shift.id, 0), by_day[slot.shift.day] if room.by_day else 0)
            for k, room in enumerate(rooms)
            if slot.shift.day in room.limit.days and slot.shift.day not in room.limit.used_days
        )
        for slot in slots
    )


def _bits(clients: Iterable[ClientId], at: dict[ClientId, int]) -> int:
    return sum(1 << at[client] for client in clients if client in at)


def _foes(people: tuple[Person, ...], at: dict[ClientId, int]) -> tuple[int, ...]:
    """Whom each must not be with, whichever of the two it is written on."""
    bits = [_bits(person.never_with - {person.id}, at) for person in people]
    for index, mask in enumerate(tuple(bits)):
        for other in range(len(people)):
            if mask >> other & 1:
                bits[other] |= 1 << index
    return tuple(bits)


def _jobs_at(basis: Basis) -> tuple[int, ...]:
    at = {job: index for index, job in enumerate(jobs_of(basis))}
    return tuple(at[slot.shift.job] for slot in basis.slots)


def _fill(slot: Slot, problem: Problem) -> tuple[int, ...]:
    """Points by the number of people on a shift; more than the most can be there when they are locked."""
    here = sum(shift == slot.shift.id for _, shift in problem.locked)
    return tuple(
        points.UNFILLED * max(0, slot.least - n) + points.SHORT * max(0, slot.best - max(n, slot.least))
        for n in range(max(slot.shift.most, here) + 1)
    )
