"""A place on a shift as it was promised, as it was planned and as it went; and the figures of many."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.people.client import Client
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Assignment, Shift


class Outcome(StrEnum):
    """How a place went."""

    CAME = "came"
    CAME_INSTEAD = "came_instead"
    """Was not to be there, and came in the place of somebody who did not."""
    CAME_UNPLANNED = "came_unplanned"
    """Was not to be there, and came beside the others."""
    MOVED = "moved"
    """Worked on another shift of the same day."""
    SICK = "sick"
    AWAY = "away"
    TAKEN_OFF = "taken_off"
    """Was promised, and was taken off the plan before the shift."""
    CALLED_OFF = "called_off"
    """The shift was called off, removed, or moved to another day."""
    NOT_RECORDED = "not_recorded"
    AHEAD = "ahead"
    """The shift is still to come."""


AT_WORK = frozenset({Outcome.CAME, Outcome.CAME_INSTEAD, Outcome.CAME_UNPLANNED, Outcome.MOVED})
ABSENT = frozenset({Outcome.SICK, Outcome.AWAY})
OPEN = frozenset({Outcome.NOT_RECORDED, Outcome.AHEAD})
"""Nobody can say yet how the place went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One client and one shift, with everything that is known of the two."""

    client: ClientId
    day: date
    job: JobId
    shift: ShiftId | None
    """Where the client was to be; ``None`` for work recorded without a shift."""
    promise: PublishedPlace | None = None
    """What the client had been told."""
    covered: bool = False
    """Whether a published plan tells of the day: who is not in it was promised nothing."""
    planned: bool = False
    helps: bool = False
    """The shift's peer coach, who is not counted in the group."""
    outcome: Outcome = Outcome.AHEAD
    worked_on: ShiftId | None = None
    """Where the client worked: another shift when moved."""
    instead_of: ClientId | None = None
    replaced_by: ClientId | None = None
    planned_minutes: int = 0
    """Of the plan; of the promise where nothing is planned any more."""
    worked_minutes: int = 0
    other_times: bool = False
    """The shift's times are not those that were promised."""
    told_at: datetime | None = None
    """When the latest entry of the place was recorded."""

    @property
    def expected(self) -> bool:
        """Whether the client was to be there: by the promise, by the plan where nothing was published."""
        return self.promise is not None if self.covered else self.planned

    @property
    def held(self) -> bool:
        """Whether the client was to be there and was."""
        return self.expected and self.outcome is Outcome.CAME

    @property
    def is_different(self) -> bool:
        """Whether anything went otherwise than people had been told, or is not known though it should be."""
        if self.covered and not self.helps and (self.promise is not None) is not self.planned:
            return True
        if self.outcome is Outcome.AHEAD:
            return self.other_times
        minutes = self.worked_minutes != self.planned_minutes
        return self.outcome is not Outcome.CAME or minutes or self.other_times


@dataclass(frozen=True, kw_only=True)
class Happened:
    """What places are made of: whole days of one unit."""

    days: DateRange
    today: date
    shifts: tuple[Shift, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    entries: tuple[WorkEntry, ...] = ()
    """Every entry of those days, superseded and void ones too."""
    publications: tuple[Publication, ...] = ()
    """Those that reach into the days."""
    clients: Mapping[ClientId, Client] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many places went how; a peer coach's place is none of the group's."""

    expected: int = 0
    """Places that people were to have."""
    settled: int = 0
    """Those of them of which it is known how they went."""
    held: int = 0
    swaps: int = 0
    """Who came in somebody's place."""
    moves: int = 0
    unplanned: int = 0
    sick: int = 0
    away: int = 0
    taken_off: int = 0
    called_off: int = 0
    not_recorded: int = 0
    planned_minutes: int = 0
    """Of places that people were to have and that are not still to come; each place once."""
    worked_minutes: int = 0

    @property
    def held_percent(self) -> int | None:
        """The part of the places that held, in whole per cents; ``None`` while none is known."""
        return (200 * self.held + self.settled) // (2 * self.settled) if self.settled else None


def figures_of(places: tuple[Place, ...]) -> Figures:
    """The figures of some places: of a shift, a person, or all."""
    group = tuple(place for place in places if not place.helps)
    numbers = {outcome: sum(place.outcome is outcome for place in group) for outcome in Outcome}
    expected = tuple(place for place in group if place.expected)
    past = tuple(place for place in group if place.outcome is not Outcome.AHEAD)
    return Figures(
        expected=len(expected),
        settled=sum(place.outcome not in OPEN for place in expected),
        held=sum(place.held for place in expected),
        swaps=sum(place.instead_of is not None for place in group),
        moves=numbers[Outcome.MOVED],
        unplanned=numbers[Outcome.CAME_UNPLANNED],
        sick=numbers[Outcome.SICK],
        away=numbers[Outcome.AWAY],
        taken_off=numbers[Outcome.TAKEN_OFF],
        called_off=numbers[Outcome.CALLED_OFF],
        not_recorded=numbers[Outcome.NOT_RECORDED],
        planned_minutes=sum(place.planned_minutes for place in past if place.expected),
        worked_minutes=sum(place.worked_minutes for place in past),
    )
