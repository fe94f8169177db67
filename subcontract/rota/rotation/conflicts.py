"""Impossible weeks: the smallest set of shifts that cannot all have their people, and what stands in the way.

Smallest means that nothing in it can be left out: without any one of its shifts the others could be filled.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from subcontract.ids import ShiftId
from subcontract.people.client import Availability, HalfDay
from subcontract.rota.rotation import points, solver
from subcontract.rota.rotation.bound import whole_model
from subcontract.rota.rotation.greedy import first_plan
from subcontract.rota.rotation.problem import LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule, breaks_of
from subcontract.rota.rotation.solver import Effort, solve
from subcontract.rota.rotation.standing import Standing, when
from subcontract.rota.rotation.tables import tables_of
from subcontract.rota.weights import Goal, Weight

NODES = 200
ONLY_FILL = dict.fromkeys(Goal, Weight.NOT)
ALWAYS = Availability(half_days=frozenset((weekday, half) for weekday in range(7) for half in HalfDay))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Shifts that cannot all have their least numbers together."""

    shifts: tuple[ShiftId, ...]
    needed: int
    """Places that they need together."""
    found: int
    """Places that can be filled at most, as far as was found."""
    helps: tuple[Rule, ...]
    """Rules of which one alone, given way on, would let all be filled."""
    proven: bool
    """Whether the solver proved it; otherwise the search just found no way."""


def locked_breaks(problem: Problem) -> tuple[Break, ...]:
    """What a coach has locked against the rules, such as one person on two shifts at the same time."""
    return breaks_of(Standing(problem, problem.locked))


def conflict_in(problem: Problem, among: Collection[ShiftId] | None = None) -> Conflict | None:
    """A smallest set of shifts in conflict, or ``None`` when all can be filled; ``among`` narrows it."""
    slots = tuple(
        slot
        for slot in sorted(problem.slots, key=when)
        if slot.least and (among is None or slot.shift.id in among)
    )
    if can_fill(problem, slots):
        return None
    core = smallest(lambda some: not can_fill(problem, some), (), slots)
    filled = most_filled(problem, core)
    return Conflict(
        shifts=tuple(slot.shift.id for slot in core),
        needed=sum(slot.least for slot in core),
        found=filled,
        helps=tuple(rule for rule in EASED if can_fill(*_eased(problem, core, rule))),
        proven=solver.is_there(),
    )


Ease = Callable[[Problem], Problem]
Bad = Callable[[tuple[Slot, ...]], bool]


def smallest(bad: Bad, base: tuple[Slot, ...], slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """A part of the slots that is bad with the base and has nothing to spare; halves are tried first."""
    if base and bad(base):
        return ()
    if len(slots) == 1:
        return slots
    half = len(slots) // 2
    first, last = slots[:half], slots[half:]
    of_last = smallest(bad, (*base, *first), last)
    of_first = smallest(bad, (*base, *of_last), first)
    return tuple(sorted((*of_first, *of_last), key=when))


def can_fill(problem: Problem, slots: tuple[Slot, ...]) -> bool:
    """Whether all of these shifts can have their least numbers together."""
    return most_filled(problem, slots) >= sum(slot.least for slot in slots)


def _eased(problem: Problem, slots: tuple[Slot, ...], rule: Rule) -> tuple[Problem, tuple[Slot, ...]]:
    """The question without a rule, and the same shifts in it."""
    eased = EASED[rule](problem)
    return eased, tuple(eased.slot_by_id[slot.shift.id] for slot in slots)


def most_filled(problem: Problem, slots: tuple[Slot, ...]) -> int:
    """How many of the least places of these shifts can be filled together."""
    here = {slot.shift.id for slot in slots}
    alone = replace(
        problem,
        slots=tuple(replace(slot, wanted=None) for slot in slots),
        weights=ONLY_FILL,
        before=None,
        locked=frozenset(pair for pair in problem.locked if pair[1] in here),
    )
    tables = tables_of(alone)
    state = first_plan(tables)
    needed = sum(slot.least for slot in slots)
    empty = sum(max(0, slot.least - len(state.members[s])) for s, slot in enumerate(tables.slots))
    if not empty or not solver.is_there():
        return needed - empty
    bound = solve(whole_model(tables).rows, Effort(nodes=NODES)).bound
    proven = 0 if bound is None else -(-max(0, bound) // points.UNFILLED)
    return needed - min(empty, proven)


# --- what would help -------------------------------------------------------------------------


def _people(problem: Problem, change: Callable[[Person], Person]) -> Problem:
    return replace(problem, people=tuple(map(change, problem.people)))


def _without(kind: LimitKind) -> Ease:
    return lambda problem: _people(
        problem,
        lambda person: replace(person, limits=tuple(each for each in person.limits if each.kind is not kind)),
    )


def _lasting(person: Person) -> Person:
    """Every permit the person has ever had is valid."""
    return replace(person, permits=tuple(replace(permit, valid_to=None) for permit in person.permits))


def _slots(problem: Problem, change: Callable[[Slot], Slot]) -> Problem:
    return replace(problem, slots=tuple(map(change, problem.slots)))


EASED: Mapping[Rule, Ease] = {
    Rule.LIMIT_DAYS: _without(LimitKind.DAYS),
    Rule.LIMIT_MINUTES: _without(LimitKind.MINUTES),
    Rule.LIMIT_PAY: _without(LimitKind.CENTS),
    Rule.NOT_AVAILABLE: lambda problem: _people(problem, lambda one: replace(one, availability=ALWAYS)),
    Rule.AWAY: lambda problem: _people(problem, lambda one: replace(one, absences=())),
    Rule.PERMIT_EXPIRED: lambda problem: _people(problem, _lasting),
    Rule.SKILL_MISSING: lambda problem: _slots(problem, lambda slot: replace(slot, needs=frozenset())),
    Rule.NO_COACH: lambda problem: replace(problem, coach_needed=False),
    Rule.OWN_COACH_SHARED: lambda problem: _people(problem, lambda one: replace(one, needs_own_coach=False)),
    Rule.NEVER_WITH: lambda problem: _people(problem, lambda one: replace(one, never_with=frozenset())),
    Rule.REST: lambda problem: replace(problem, least_rest=0),
    Rule.BARRED: lambda problem: replace(problem, barred=frozenset()),
}
"""The question with one rule left out."""
