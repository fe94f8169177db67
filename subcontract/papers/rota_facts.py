"""What the papers of the rota are made of; no reportlab here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.ids import ShiftId
from subcontract.people.unit import Unit
from subcontract.rota.plan_state import PlanState

DRAFT = PlanState()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPerson:
    """A person on the wall list: call name and, with consent, a photo."""

    name: str
    photo: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallShift:
    """A shift on the wall list."""

    day: date
    start: time
    end: time
    job: str
    place: str = ""
    pictogram: str = ""
    coach: str = ""
    people: tuple[WallPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WallListFacts:
    """The week's shifts for the wall, Monday first."""

    unit: Unit
    monday: date
    shifts: tuple[WallShift, ...]
    only: frozenset[date] = frozenset()
    """The days that are told of; the whole week when empty."""
    state: PlanState = DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShift:
    """A shift on a person's own week."""

    start: time
    end: time
    job: str
    place: str = ""
    pictogram: str = ""
    coach: str = ""
    """The coach's first name."""
    ends_next_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """A day of it; without shifts it is a day off."""

    day: date
    shifts: tuple[OwnShift, ...] = ()
    away: bool = False
    """Known to be away though there were shifts; never why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeekFacts:
    """One person's week in easy language."""

    unit: Unit
    monday: date
    name: str
    photo: bytes = b""
    """Only with consent."""
    days: tuple[OwnDay, ...] = ()
    state: PlanState = DRAFT

    @property
    def shown(self) -> Iterator[OwnDay]:
        """Monday to Friday, and the weekend as far as there is work."""
        by_day = {each.day: each for each in self.days}
        last = max((each.day for each in self.days if each.shifts), default=self.monday)
        for at in range(max(5, (last - self.monday).days + 1)):
            day = self.monday + timedelta(days=at)
            yield by_day.get(day, OwnDay(day=day))


class Holds(StrEnum):
    """How a permit that the work needs stands on the day of the shift."""

    VALID = "valid"
    ENDED = "ended"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededPermit:
    """A permit or skill that the work needs."""

    name: str
    holds: Holds
    valid_to: date | None = None


class SiteNote(StrEnum):
    """What a coach must know of a person at the site."""

    OWN_COACH = "own_coach"
    PEER_COACH = "peer_coach"
    STAYS = "stays"
    NEVER_WITH = "never_with"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachPerson:
    """A client on a coach's shift."""

    name: str
    phone: str = ""
    contact: str = ""
    """Whom to call, a name."""
    contact_phone: str = ""
    permits: tuple[NeededPermit, ...] = ()
    notes: tuple[tuple[SiteNote, str], ...] = ()
    """Each with the name of another person it is about, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachShift:
    """A shift on a coach's list."""

    day: date
    start: time
    end: time
    job: str
    customer: str = ""
    customer_contact: str = ""
    """Name and phone number at the customer's."""
    place: str = ""
    pictogram: str = ""
    helpers: tuple[str, ...] = ()
    """Other coaches who are there."""
    people: tuple[CoachPerson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachListFacts:
    """A coach's shifts of some days, with what is needed at the site."""

    unit: Unit
    coach: str
    days: DateRange
    made_on: date
    shifts: tuple[CoachShift, ...] = ()
    state: PlanState = DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarShift:
    """A shift in a calendar file; nothing in it names a client."""

    shift: ShiftId
    begins: datetime
    ends: datetime
    """Instants in UTC."""
    title: str
    place: str = ""
    version: int = 1
    cancelled: bool = False
    is_published: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFacts:
    """A coach's calendar of some days."""

    made_at: datetime
    shifts: tuple[CalendarShift, ...] = ()
