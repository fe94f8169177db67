"""The question that a proposal answers, as frozen facts: shifts, people, what was agreed and wanted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, ShiftId, StaffId
from subcontract.money import ZERO, Money
from subcontract.people.client import Absence, Availability, Permit
from subcontract.rota.rotation import points
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import planned_minutes, span
from subcontract.rota.weights import USUAL, Goal, Weight

Pair = tuple[ClientId, ShiftId]
"""A client on a shift."""


class LimitKind(StrEnum):
    """What a limit counts."""

    DAYS = "days"
    MINUTES = "minutes"
    CENTS = "cents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The most that a person may have over some days: a week, a month, a month of earnings."""

    kind: LimitKind
    days: DateRange
    most: int
    used: int = 0
    """Already worked or promised on those days outside the shifts of the question."""
    used_days: frozenset[date] = frozenset()
    """Of a limit of days: the days that are counted already; another shift on them takes nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrecorded:
    """The part of a memory of which nobody has recorded what came of it: planned lately, or still to come."""

    minutes: int = 0
    days: int = 0
    """Days without any recorded work."""
    pay: Money = ZERO
    good: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What a person has had over the last months: as it happened, or as planned where nothing is told."""

    minutes: int = 0
    ahead: int = 0
    """Of the minutes: those of shifts that are planned and still to come."""
    possible_minutes: int = 0
    """What the person could have worked when not away; zero for a newcomer."""
    days: int = 0
    pay: Money = ZERO
    good: int = 0
    """Turns at the jobs that are liked by all."""
    turns: Mapping[JobId, int] = field(default_factory=dict)
    unrecorded: Unrecorded = Unrecorded()
    """Of the sums above. A proposal takes it as had; what has been done is told without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A client as the rotation sees one."""

    id: ClientId
    number: int
    """Breaks ties, so that the same question always has the same answer."""
    name: str
    """As in sentences: the name that the person is called by."""
    active: bool = True
    agreed: tuple[DateRange, ...] = (DateRange(date(1900, 1, 1)),)
    """Days with a form of work."""
    availability: Availability = field(default_factory=Availability)
    absences: tuple[Absence, ...] = ()
    skills: frozenset[str] = frozenset()
    permits: tuple[Permit, ...] = ()
    limits: tuple[Limit, ...] = ()
    busy: tuple[Shift, ...] = ()
    """Shifts that the person already has outside the question, such as the night before it."""
    never_with: frozenset[ClientId] = frozenset()
    needs_own_coach: bool = False
    likes: frozenset[JobId] = frozenset()
    dislikes: frozenset[JobId] = frozenset()
    likes_days: frozenset[int] = frozenset()
    """Weekdays, Monday is 0."""
    dislikes_days: frozenset[int] = frozenset()
    should_be_with: frozenset[ClientId] = frozenset()
    familiar_coaches: frozenset[StaffId] = frozenset()
    wants_to_try: frozenset[JobId] = frozenset()
    wants_the_same: bool = False
    """The same work every time is good for the person: variety does not count."""
    memory: Memory = Memory()


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A shift of the question with what is known of it besides."""

    shift: Shift
    needs: frozenset[str] = frozenset()
    """Skills and permits that the shift or its job asks for."""
    wanted: int | None = None
    """How many people would be best; halfway from the least to the most when nothing is said."""
    coaches: int = 1
    """Coaches who are there: none when the only one is away. A peer coach is not counted."""
    good: bool = False
    """Work that everybody likes and that should therefore go round."""

    @cached_property
    def stands(self) -> bool:
        """Whether the shift has not been called off."""
        return self.shift.state is ShiftState.PLANNED

    @cached_property
    def least(self) -> int:
        """The number of people that the work cannot do without; none when it has been called off."""
        return self.shift.least if self.stands else 0

    @cached_property
    def best(self) -> int:
        """The number of people aimed at, between the least and the most; none when it has been called off."""
        halfway = (self.shift.least + self.shift.most + 1) // 2
        wanted = halfway if self.wanted is None else self.wanted
        return min(self.shift.most, max(self.shift.least, wanted)) if self.stands else 0

    @cached_property
    def minutes(self) -> int:
        """Real minutes of work, also in a night when the clocks change."""
        return planned_minutes(self.shift)

    @cached_property
    def span(self) -> tuple[datetime, datetime]:
        """The first and last instant."""
        return span(self.shift)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One question: who should be on which of these shifts."""

    slots: tuple[Slot, ...] = ()
    people: tuple[Person, ...] = ()
    pay: Mapping[ClientId, Mapping[ShiftId, Money]] = field(default_factory=dict)
    """What the shifts would give each person; those without pay may be left out."""
    locked: frozenset[Pair] = frozenset()
    """Kept as they are, whatever the rules say: a coach has decided."""
    barred: frozenset[Pair] = frozenset()
    """Not to be proposed: a coach has decided."""
    before: frozenset[Pair] | None = None
    """The plan that people already know, or that stands; each change to it counts against a proposal."""
    told: frozenset[date] | None = None
    """The days on which changes count; ``None`` when on all. On the others nothing counts as a change."""
    only_planned: frozenset[date] = frozenset()
    """Those of these days of which people do not know: the plan merely stands, and little is to change."""
    change: int = points.CHANGE
    """Points of each change."""
    weights: Mapping[Goal, Weight] = field(default_factory=lambda: USUAL)
    coach_needed: bool = True
    """Nobody is put on a shift that has no coach."""
    least_rest: int = 11 * 60
    """Minutes between the work of two days (act 872/2019, 25 §); within a day it does not count."""

    @cached_property
    def slot_by_id(self) -> dict[ShiftId, Slot]:
        """Slots by the id of their shift."""
        return {slot.shift.id: slot for slot in self.slots}

    @cached_property
    def person_by_id(self) -> dict[ClientId, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def cents(self) -> dict[ClientId, dict[ShiftId, int]]:
        """What the shifts would give each person, in cents."""
        of_row: dict[int, dict[ShiftId, int]] = {}  # many people share the rows of a tariff
        for pay in self.pay.values():
            if id(pay) not in of_row:
                of_row[id(pay)] = {shift: amount.cents for shift, amount in pay.items()}
        return {client: of_row[id(pay)] for client, pay in self.pay.items()}

    @cached_property
    def peers(self) -> frozenset[ClientId]:
        """Those who help the coach of some shift of the question."""
        return frozenset(slot.shift.peer_coach for slot in self.slots if slot.shift.peer_coach is not None)

    @cached_property
    def size(self) -> int:
        """Places that are aimed at."""
        return sum(slot.best for slot in self.slots)

    def is_told(self, slot: Slot) -> bool:
        """Whether a change to the plan of a shift counts: people know of it, or little is to change."""
        return self.before is not None and (self.told is None or slot.shift.day in self.told)

    def is_promised(self, slot: Slot) -> bool:
        """Whether people know the plan of a shift."""
        return self.is_told(slot) and slot.shift.day not in self.only_planned

    def known(self, pairs: Iterable[Pair]) -> frozenset[Pair]:
        """Those pairs whose person and shift are of this question."""
        return frozenset(p for p in pairs if p[0] in self.person_by_id and p[1] in self.slot_by_id)
