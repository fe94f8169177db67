"""Impossible weeks: the smallest set of shifts that cannot all have their people, and what stands in the way.

Smallest means that nothing in it can be left out: without any one of its shifts the others could be filled.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from subcontract.ids import ShiftId
from subcontract.people.client import Availability, HalfDay
from subcontract.rota.rotation.problem import LimitKind, Person, Problem, Slot
from subcontract.rota.rotation.rules import Break, Rule, breaks_of
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.fill import Answer, Filled, Patience, filled
from subcontract.rota.rotation.standing import Standing, when

SECONDS = 20
"""In which an answer comes, a last step of the solver aside."""
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


def conflict_in(
    problem: Problem, among: Collection[ShiftId] | None = None, seconds: int = SECONDS
) -> Conflict | None:
    """A smallest set of shifts in conflict, or ``None`` when all can be filled; ``among`` narrows it.

    Looked for in a day first, then in a week, then in everything. When the seconds are over before it is
    clear, the shifts that no way was found for are told, and ``proven`` is false.
    """
    slots = tuple(
        slot
        for slot in sorted(problem.slots, key=when)
        if slot.least and (among is None or slot.shift.id in among)
    )
    return _Seeking(problem, Patience(seconds)).conflict(slots)


Ease = Callable[[Problem], Problem]


class _Seeking:
    """One search for a conflict."""

    def __init__(self, problem: Problem, patience: Patience) -> None:
        """Be ready to begin."""
        self.problem, self.patience = problem, patience

    def conflict(self, slots: tuple[Slot, ...]) -> Conflict | None:
        """The smallest part of the shifts that is in conflict."""
        whole = self.look(slots)
        if whole.answer is Answer.YES:
            return None
        for group in _groups(slots, whole.empty):
            if self.look(group).answer is Answer.NO:
                return self.narrowed(group)
        if whole.answer is Answer.NO or not solver.is_there():
            return self.narrowed(slots)
        return self.told(tuple(slot for slot in slots if slot.shift.id in whole.empty), whole)

    def narrowed(self, slots: tuple[Slot, ...]) -> Conflict:
        """The conflict of a smallest part of shifts that are in conflict."""
        core = self.smallest((), slots)
        is_none = (
            self.look(core).answer is Answer.YES
        )  # what the solver left open on the way may have led astray
        return self.told(slots if is_none else core)

    def told(self, core: tuple[Slot, ...], whole: Filled | None = None) -> Conflict:
        """The conflict of these shifts; of what was found in the whole when it is not known of them."""
        own = whole or self.look(core)
        needed = sum(slot.least for slot in core)
        return Conflict(
            shifts=tuple(slot.shift.id for slot in core),
            needed=needed,
            found=needed - sum(whole.empty.values()) if whole else own.most,
            helps=() if whole else self.helps(core),
            proven=own.answer is Answer.NO,
        )

    def look(self, slots: tuple[Slot, ...], problem: Problem | None = None) -> Filled:
        """Whether these shifts can all be filled."""
        return filled(problem or self.problem, slots, self.patience)

    def is_bad(self, slots: tuple[Slot, ...]) -> bool:
        """Whether these shifts cannot be filled; when the solver leaves it open they may be."""
        answer = self.look(slots).answer
        return answer is Answer.NO or (answer is Answer.NOT_KNOWN and not solver.is_there())

    def smallest(self, base: tuple[Slot, ...], slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        """A part of the slots that is bad with the base and has nothing to spare; halves are tried first.

        When the time is over, all that is left of them.
        """
        if base and self.is_bad(base):
            return ()
        if len(slots) == 1 or self.patience.is_over:
            return slots
        half = len(slots) // 2
        first, last = slots[:half], slots[half:]
        of_last = self.smallest((*base, *first), last)
        of_first = self.smallest((*base, *of_last), first)
        return tuple(sorted((*of_first, *of_last), key=when))

    def helps(self, core: tuple[Slot, ...]) -> tuple[Rule, ...]:
        """The rules of which one alone, given way on, lets all of these be filled."""
        return tuple(rule for rule in EASED if not self.patience.is_over and self._is_eased(core, rule))

    def _is_eased(self, core: tuple[Slot, ...], rule: Rule) -> bool:
        eased = EASED[rule](self.problem)
        slots = tuple(eased.slot_by_id[slot.shift.id] for slot in core)
        return self.look(slots, eased).answer is Answer.YES


def _groups(slots: tuple[Slot, ...], empty: Mapping[ShiftId, int]) -> Iterator[tuple[Slot, ...]]:
    """The days on which a place stays empty, then the weeks; without one that is everything."""
    lost = [slot.shift.day for slot in slots if slot.shift.id in empty]
    for part in (date.toordinal, monday_of):
        parts = {part(slot.shift.day) for slot in slots}
        for wanted in sorted({part(day) for day in lost}) if len(parts) > 1 else ():
            yield tuple(slot for slot in slots if part(slot.shift.day) == wanted)


def monday_of(day: date) -> int:
    """The week of a day, as the number of its Monday."""
    return day.toordinal() - day.weekday()


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
