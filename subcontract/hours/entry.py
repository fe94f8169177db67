"""Work entries: append-only facts of a day; a correction is a new entry that supersedes."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from subcontract.days import Month
from subcontract.ids import ClientId, EntryId, JobId, PhaseId, ShiftId, StaffId, UnitId
from subcontract.jobs.job import SplitRule
from subcontract.money import ZERO, Money


class EntryKind(StrEnum):
    """What an entry tells of."""

    WORK = "work"
    """A client's attendance, minutes and own pieces."""
    GROUP_RESULT = "group_result"
    """Pieces of the whole group with the rule that shares them."""
    COACHING = "coaching"
    """A coach's own minutes, or those of a peer coach, who is a client and gets a fee for them."""
    MATERIAL = "material"
    """Material or kilometres to be invoiced."""


OF_PEOPLE = frozenset({EntryKind.WORK, EntryKind.COACHING})
"""Kinds that tell of somebody's time; coaching of a client is a peer coach's."""


class Attendance(StrEnum):
    """Whether the client came; only ``PRESENT`` is an attended day."""

    PRESENT = "present"
    SICK = "sick"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEntry:
    """One fact of a working day. Never changed: see ``supersedes``."""

    id: EntryId
    unit: UnitId
    kind: EntryKind
    day: date
    job: JobId
    phase: PhaseId | None
    shift: ShiftId | None
    client: ClientId | None = None
    staff: StaffId | None = None
    attendance: Attendance = Attendance.PRESENT
    start: time | None = None
    end: time | None = None
    break_minutes: int = 0
    minutes: int = 0
    """Real minutes of work, breaks taken off."""
    pieces: int = 0
    rejects: int = 0
    split: SplitRule | None = None
    material: str = ""
    quantity: Decimal = Decimal(0)
    unit_price: Money = ZERO
    note: str = ""
    supersedes: EntryId | None = None
    void: bool = False
    """The superseded entry is taken back and nothing stands in its place."""
    reason: str = ""
    """Why an earlier entry was corrected."""
    by: StaffId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DayComplete:
    """The coach's word that everything of a shift has been recorded."""

    shift: ShiftId
    unit: UnitId
    day: date
    by: StaffId
    at: datetime

    @property
    def id(self) -> ShiftId:
        """A shift is complete once."""
        return self.shift


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthComplete:
    """The office's word that a month of a unit has been checked."""

    unit: UnitId
    month: Month
    by: StaffId
    at: datetime

    @property
    def id(self) -> tuple[UnitId, Month]:
        """A month of a unit is complete once."""
        return (self.unit, self.month)
