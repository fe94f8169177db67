"""Staff and their roles."""

from dataclasses import dataclass
from enum import StrEnum

from subcontract.ids import StaffId, UnitId


class Role(StrEnum):
    """What a member of staff does; permissions follow from roles."""

    JOB_COACH = "job_coach"
    WORK_COACH = "work_coach"
    PEER_COACH = "peer_coach"
    CLERK = "clerk"
    MANAGER = "manager"
    AUDITOR = "auditor"


COACHES = frozenset({Role.JOB_COACH, Role.WORK_COACH, Role.MANAGER})
"""Who guides work: one of them can be the coach of a job or a shift."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A member of staff."""

    id: StaffId
    unit: UnitId
    name: str
    roles: frozenset[Role]
    email: str = ""
    phone: str = ""
    active: bool = True
    version: int = 1
