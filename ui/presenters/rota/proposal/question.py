"""What a proposal is asked about: the question of some days with the names and the plan around it; no Qt."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from subcontract.actions.rotation_facts import rotation_facts
from subcontract.days import DateRange
from subcontract.ids import ClientId, ShiftId, UnitId
from subcontract.people.call_names import call_names
from subcontract.ports import Lists
from subcontract.rota.plan import Plan
from subcontract.rota.records import RotaTerms
from subcontract.rota.rotation.little import changing_little
from subcontract.rota.rotation.problem import Pair, Problem, Slot
from subcontract.rota.rotation.rules import breaks_of
from subcontract.rota.rotation.sharing.basis import Basis, basis_of
from subcontract.rota.rotation.sharing.fulfilment import Fulfilment, fulfilment_of, minutes_of
from subcontract.rota.rotation.sharing.goals import Score, changes_of, empty_places, scored
from subcontract.rota.rotation.standing import Standing, when
from subcontract.rota.rotation.unfilled import EmptyPlaces, unfilled_of
from subcontract.rota.weights import USUAL, Goal, Weight

MOST_EMPTY = 30
"""Shifts with empty places that are looked at one by one: of more there is no use at once."""


class Start(StrEnum):
    """What a proposal begins from."""

    LITTLE = "little"
    """The plan as it stands, of which little is changed."""
    ANEW = "anew"


@dataclass(frozen=True, kw_only=True)
class Question:
    """The question of some days as everything is stored, and the goals that a proposal of them has."""

    days: DateRange
    """Those asked about: none that have passed."""
    stored: Problem
    """As the unit asks it; only what has been promised is not to change."""
    plan: Plan
    terms: RotaTerms
    seen: frozenset[Pair]
    """Who is on the shifts of those days now."""
    weights: Mapping[Goal, Weight]
    start: Start = Start.ANEW

    @cached_property
    def problem(self) -> Problem:
        """The question with the goals."""
        asked = replace(self.stored, weights=dict(self.weights))
        return changing_little(asked, self.seen) if self.start is Start.LITTLE else asked

    @cached_property
    def basis(self) -> Basis:
        """The question in order, for measuring plans of it."""
        return basis_of(self.problem)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The shifts in order of time."""
        return tuple(sorted(self.problem.slots, key=when))

    @cached_property
    def names(self) -> Mapping[ClientId, str]:
        """What people are called."""
        return call_names(self.plan.clients)

    def job_name(self, shift: ShiftId) -> str:
        """The job of a shift, and its phase."""
        found = self.plan.shift_by_id[shift]
        job = self.plan.job_by_id.get(found.job)
        phase = job.phase(found.phase) if job else None
        return " · ".join(part.name for part in (job, phase) if part is not None)

    def with_goals(self, weights: Mapping[Goal, Weight], start: Start) -> "Question":
        """The same question with other goals."""
        return replace(self, weights=dict(weights), start=start)

    def is_as(self, other: "Question") -> bool:
        """Whether the other question is of the same facts, whatever its goals and who is on the shifts."""
        ours, theirs = (replace(each.stored, weights=USUAL) for each in (self, other))
        return self.days == other.days and ours == theirs

    @property
    def has_promises(self) -> bool:
        """Whether anything has been published of the days."""
        return self.stored.before is not None

    def changes(self, pairs: Collection[Pair]) -> int:
        """How far a plan is from the one that stands: who comes and who leaves."""
        return len(self.to_accept(pairs) ^ self.seen)

    def broken_promises(self, pairs: Collection[Pair]) -> int:
        """Likewise from what people have been told."""
        return len(changes_of(self.stored, pairs))

    def to_accept(self, pairs: Collection[Pair]) -> frozenset[Pair]:
        """The plan that a proposal becomes: shifts that were called off or have happened stay as they are."""
        slots = self.problem.slot_by_id
        stays = (pair for pair in self.seen if pair[1] not in slots or not slots[pair[1]].stands)
        return frozenset(pairs) | frozenset(stays)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A plan of a question, and what it comes to."""

    pairs: frozenset[Pair]
    score: Score
    fulfilment: Fulfilment
    minutes: Mapping[ClientId, int]
    empty: tuple[EmptyPlaces, ...]
    """The first shifts with too few people, and who could come."""
    missing: int
    """Places that stay empty."""
    left_out: int
    """Shifts with too few people that are not among those."""
    broken: int
    """Rules that it breaks: those of locked places, and of what a hand has planned."""


def read_question(lists: Lists, unit: UnitId, days: DateRange, today: date) -> Question:
    """Read the question of the days that have not passed."""
    facts = rotation_facts(lists, unit, days, today)
    return Question(
        days=facts.days,
        stored=facts.problem,
        plan=facts.plan,
        terms=facts.terms,
        weights=facts.terms.weights,
        seen=facts.seen,
    )


def measured(question: Question, pairs: Collection[Pair]) -> Measured:
    """Look at a plan of the question from every side."""
    return _measured(question.problem, question.basis, pairs)


def measured_now(question: Question) -> Measured:
    """The plan as it stands, which a hand may have made against the rules."""
    basis = basis_of(replace(question.problem, locked=question.problem.locked | question.seen))
    return _measured(question.problem, basis, question.seen)


def _measured(problem: Problem, basis: Basis, pairs: Collection[Pair]) -> Measured:
    empty = empty_places(problem, pairs)
    return Measured(
        pairs=frozenset(pairs),
        score=scored(basis, pairs),
        fulfilment=fulfilment_of(basis, pairs),
        minutes=minutes_of(basis, Standing(problem, pairs)),
        empty=unfilled_of(problem, pairs, first=MOST_EMPTY),
        missing=sum(empty.values()),
        left_out=max(0, len(empty) - MOST_EMPTY),
        broken=len(breaks_of(Standing(problem, pairs))),
    )
