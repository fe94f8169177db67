"""How far a plan fulfils each goal, in counts and minutes that a coach knows, whatever the goals weigh.

Points compare plans of one question; these figures compare plans that were made with different goals.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from subcontract.ids import ClientId
from subcontract.rota.rotation.problem import Pair, Person, Slot
from subcontract.rota.rotation.sharing.basis import Basis
from subcontract.rota.rotation.sharing.singles import day_points, is_strange_coach, job_points
from subcontract.rota.rotation.sharing.turns import jobs_of, still_to_try, turns_before_too_often
from subcontract.rota.rotation.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """So many of so many."""

    number: int = 0
    of: int = 0

    def __add__(self, other: "Part") -> "Part":
        """Both together."""
        return Part(number=self.number + other.number, of=self.of + other.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """A plan by goal."""

    least_minutes: int
    """What the person with the least work has, of those who could have had some."""
    most_minutes: int
    apart_minutes: int
    """How far people are from their fair part on average."""
    without: int
    """People who could have had work and have none."""
    wishes: Part
    """Turns as wished for, of the turns of those who wish for something."""
    too_often: int
    """Turns at the same work beyond an even rotation."""
    familiar: Part
    """Turns with somebody familiar, of the turns of those who need it."""
    tried: Part
    """Jobs that somebody wants to try and gets to, of those that could be tried."""


def fulfilment_of(basis: Basis, pairs: Collection[Pair]) -> Fulfilment:
    """Look at a plan by every goal."""
    plan = Standing(basis.problem, pairs)
    could = [person for person in basis.people if basis.shares[person.id].possible]
    planned = minutes_of(basis, plan)
    minutes = [planned[person.id] for person in could]
    apart = sum(abs(planned[person.id] - basis.shares[person.id].minutes) for person in could)
    return Fulfilment(
        least_minutes=min(minutes, default=0),
        most_minutes=max(minutes, default=0),
        apart_minutes=apart // len(could) if could else 0,
        without=sum(not each for each in minutes),
        wishes=sum((_wishes(person, plan) for person in basis.people), Part()),
        too_often=sum(_too_often(person, plan, basis) for person in basis.people),
        familiar=sum((_familiar(person, plan) for person in basis.people), Part()),
        tried=sum((_tried(person, plan, basis) for person in basis.people), Part()),
    )


def minutes_of(basis: Basis, plan: Standing) -> dict[ClientId, int]:
    """Planned minutes by person."""
    return {person.id: sum(slot.minutes for slot in plan.slots_of(person)) for person in basis.people}


def _wishes(person: Person, plan: Standing) -> Part:
    if not (person.likes or person.dislikes or person.likes_days or person.dislikes_days):
        return Part()
    slots = plan.slots_of(person)
    return Part(number=sum(_is_wished(person, slot) for slot in slots), of=len(slots))


def _is_wished(person: Person, slot: Slot) -> bool:
    return not job_points(person, slot.shift.job) and not day_points(person, slot.shift.day.weekday())


def _too_often(person: Person, plan: Standing, basis: Basis) -> int:
    if person.wants_the_same:
        return 0
    turns = Counter(slot.shift.job for slot in plan.slots_of(person))
    enough = turns_before_too_often(person, basis)
    return sum(max(0, number - enough.get(job, number)) for job, number in turns.items())


def _familiar(person: Person, plan: Standing) -> Part:
    known = person.should_be_with & plan.problem.person_by_id.keys() - {person.id}
    if not known and not person.familiar_coaches:
        return Part()
    slots = plan.slots_of(person)
    return Part(number=sum(_is_familiar(person, slot, known, plan) for slot in slots), of=len(slots))


def _is_familiar(person: Person, slot: Slot, known: Collection[ClientId], plan: Standing) -> bool:
    company = {other.id for other in plan.company_of(person, slot)}
    return not is_strange_coach(person, slot) and (not known or not company.isdisjoint(known))


def _tried(person: Person, plan: Standing, basis: Basis) -> Part:
    had = {slot.shift.job for slot in plan.slots_of(person)}
    jobs = [job for job in jobs_of(basis) if still_to_try(person, job, basis)]
    return Part(number=sum(job in had for job in jobs), of=len(jobs))
