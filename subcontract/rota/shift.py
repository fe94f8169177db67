"""Shifts, the calendar rule that makes them, and assignments of clients to them."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from subcontract.ids import AssignmentId, ClientId, JobId, PhaseId, ShiftId, StaffId, UnitId


class ShiftState(StrEnum):
    """A shift stands or has been called off."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A job, a place, a day, times, how many people and which skills."""

    id: ShiftId
    unit: UnitId
    job: JobId
    phase: PhaseId | None
    day: date
    start: time
    end: time
    break_minutes: int = 0
    place: str = ""
    coach: StaffId | None = None
    other_coaches: frozenset[StaffId] = frozenset()
    """Coaches who are there besides, such as somebody's own."""
    peer_coach: ClientId | None = None
    """A client who helps the coach and is not counted in the group."""
    least: int = 1
    most: int = 8
    wanted: int | None = None
    """How many people would be best; halfway from the least to the most when nothing is said."""
    needs: frozenset[str] = frozenset()
    state: ShiftState = ShiftState.PLANNED
    cancel_reason: str = ""
    """Why the shift was called off; empty while it stands."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A client on a shift: the plan. The day is the shift's own."""

    id: AssignmentId
    shift: ShiftId
    client: ClientId
    day: date
    version: int = 1
