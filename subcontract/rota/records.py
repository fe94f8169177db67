"""What the rotation keeps besides shifts and people: wishes, rosters, pins, goals and what was promised."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.ids import (
    ClientId,
    JobId,
    PinId,
    PublicationId,
    RotaTermsId,
    RotaWishesId,
    ShiftId,
    StaffId,
    StaffRosterId,
    UnitId,
)
from subcontract.money import Money
from subcontract.rota.weights import Goal, Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaWishes:
    """What one client wants of the rota, and the limits beside those of the week."""

    id: RotaWishesId
    unit: UnitId
    client: ClientId
    likes: frozenset[JobId] = frozenset()
    dislikes: frozenset[JobId] = frozenset()
    wants_to_try: frozenset[JobId] = frozenset()
    likes_days: frozenset[int] = frozenset()
    """Weekdays, Monday is 0."""
    dislikes_days: frozenset[int] = frozenset()
    should_be_with: frozenset[ClientId] = frozenset()
    familiar_coaches: frozenset[StaffId] = frozenset()
    wants_the_same: bool = False
    """The same work every time is good for the client."""
    monthly_days: int | None = None
    """Most working days in a calendar month; ``None`` where nothing was agreed, as in the fields below."""
    monthly_minutes: int | None = None
    weekly_pay: Money | None = None
    """The most that the client wants to be paid for the work of a week, Monday to Sunday."""
    monthly_pay: Money | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """When a member of staff is at work on a weekday (Monday is 0)."""

    weekday: int
    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRoster:
    """When a member of staff is at work; one without a roster is taken to be there."""

    id: StaffRosterId
    unit: UnitId
    staff: StaffId
    hours: tuple[WorkingHours, ...] = ()
    away: tuple[DateRange, ...] = ()
    """Days off: holidays, training, illness; the reason is not asked for."""
    version: int = 1


class PinKind(StrEnum):
    """What a coach has decided of a client and a shift."""

    LOCKED = "locked"
    """Stays on the shift, whatever is proposed."""
    BARRED = "barred"
    """Is not to be proposed for the shift."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A coach's decision that every proposal keeps."""

    id: PinId
    unit: UnitId
    shift: ShiftId
    client: ClientId
    day: date
    """The day of the shift."""
    kind: PinKind
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaTerms:
    """What a unit's proposals strive for, and the rules that it may set."""

    id: RotaTermsId
    unit: UnitId
    even: Weight = Weight.NORMAL
    wishes: Weight = Weight.NORMAL
    variety: Weight = Weight.NORMAL
    familiar: Weight = Weight.NORMAL
    learning: Weight = Weight.NORMAL
    coach_needed: bool = True
    """Nobody is proposed for a shift that has no coach present."""
    least_rest_minutes: int = 11 * 60
    """Between the work of two days (act 872/2019, 25 §)."""
    memory_weeks: int = 12
    """How far back fairness looks."""
    version: int = 1

    @property
    def weights(self) -> Mapping[Goal, Weight]:
        """The weight of each goal."""
        return {goal: getattr(self, goal.value) for goal in Goal}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPlace:
    """A client's place on a shift as it was promised."""

    client: ClientId
    shift: ShiftId
    """Known by its id alone: the promise is kept when the shift is removed."""
    job: JobId
    day: date
    start: time
    end: time
    place: str
    coach: StaffId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A plan that people were told: added to for ever, never changed; a later one replaces its days."""

    id: PublicationId
    unit: UnitId
    day: date
    """The first day."""
    last: date
    places: tuple[PublishedPlace, ...]
    by: StaffId
    at: datetime

    @property
    def days(self) -> DateRange:
        """The days that it promises."""
        return DateRange(self.day, self.last)
