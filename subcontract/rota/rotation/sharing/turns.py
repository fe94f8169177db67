"""Turns at each job as tables: variety, counted together with the memory, and what somebody wants to try."""

from subcontract.ids import JobId
from subcontract.rota.rotation import points
from subcontract.rota.rotation.points import squared
from subcontract.rota.rotation.problem import Person
from subcontract.rota.rotation.sharing.basis import Basis
from subcontract.rota.rotation.sharing.evenness import usual_turn
from subcontract.rota.rotation.sharing.shares import THOUSAND
from subcontract.rota.weights import Goal


def jobs_of(basis: Basis) -> tuple[JobId, ...]:
    """The jobs of a question, in the order of the tables."""
    return tuple(sorted({slot.shift.job for slot in basis.slots}, key=lambda job: job.int))


def turn_costs(person: Person, basis: Basis) -> tuple[tuple[int, ...], ...]:
    """A person's points by job and number of turns at it."""
    weights = basis.problem.weights
    enough = turns_before_too_often(person, basis)
    most = _most_turns(person, basis)
    rows = []
    for job in jobs_of(basis):
        variety = 0 if person.wants_the_same else weights[Goal.VARIETY]
        tries = weights[Goal.LEARNING] if still_to_try(person, job, basis) else 0
        rows.append(
            tuple(
                variety * squared(max(0, n - enough.get(job, n)), 1, points.TOO_OFTEN)
                + (tries * points.NOT_TRIED if not n else 0)
                for n in range(most.get(job, 0) + 1)
            )
        )
    return tuple(rows)


def still_to_try(person: Person, job: JobId, basis: Basis) -> bool:
    """Whether the person wants to try the job, has not had it yet, and could have it now."""
    if job not in person.wants_to_try or person.memory.turns.get(job, 0):
        return False
    return any(slot.shift.job == job for slot in basis.had(person))


def turns_before_too_often(person: Person, basis: Basis) -> dict[JobId, int]:
    """How many turns at each job an even rotation gives the person, moved by what has been; at least one."""
    places: dict[JobId, int] = {}
    for slot in basis.could[person.id]:
        places[slot.shift.job] = places.get(slot.shift.job, 0) + slot.best
    everything = sum(places.values())
    turns = basis.shares[person.id].minutes * THOUSAND // usual_turn(basis)
    had = person.memory.turns
    of_all = sum(number for job, number in had.items() if job in places)
    return {
        job: max(1, -(-_even(turns, number, everything, (had.get(job, 0), of_all)) // THOUSAND))
        for job, number in places.items()
    }


def _even(turns: int, places: int, everything: int, past: tuple[int, int]) -> int:
    """Thousandths of a turn: an even part of the plan, moved at most by itself for what has been."""
    if not everything:
        return 0
    even = turns * places // everything
    had, of_all = past
    behind = THOUSAND * of_all * places // everything - THOUSAND * had
    return even + max(-even, min(even, behind))


def _most_turns(person: Person, basis: Basis) -> dict[JobId, int]:
    """How many shifts of each job there are for the person."""
    found: dict[JobId, int] = {}
    for slot in basis.had(person):
        found[slot.shift.job] = found.get(slot.shift.job, 0) + 1
    return found
