"""Who guides each shift: coaches who are at work then, each at one place at a time."""

from collections.abc import Iterable, Mapping

from subcontract.ids import ShiftId, StaffId
from subcontract.people.staff import Staff
from subcontract.rota.judgement import guides_of, is_one_place
from subcontract.rota.records import StaffRoster
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import collide
from subcontract.rota.working_hours import is_at_work


def coaches_on(
    shifts: Iterable[Shift], rosters: Mapping[StaffId, StaffRoster], staff: Iterable[Staff]
) -> dict[ShiftId, int]:
    """How many coaches are at each shift.

    One who is on two shifts at the same moment is counted at one of them: at that where the coach is the
    first one, of several at the earliest. Shifts at the same named place at the same time are one place.
    """
    gone = {one.id for one in staff if not one.active}
    planned: dict[StaffId, list[Shift]] = {}
    present: dict[ShiftId, int] = {}
    for shift in shifts:
        present[shift.id] = 0
        if shift.state is ShiftState.PLANNED:
            for coach in (one for one in guides_of(shift) if one not in gone):
                if is_at_work(rosters.get(coach), shift):
                    planned.setdefault(coach, []).append(shift)
    for coach, mine in planned.items():
        for shift in _one_place_at_a_time(coach, mine):
            present[shift.id] += 1
    return present


def _one_place_at_a_time(coach: StaffId, shifts: list[Shift]) -> list[Shift]:
    """Those of a coach's shifts at which the coach can really be."""
    kept: list[Shift] = []
    for shift in sorted(shifts, key=lambda s: (s.coach != coach, s.day, s.start, s.id.int)):
        near = (other for other in kept if abs((other.day - shift.day).days) <= 1)
        if not any(collide(shift, other) and not is_one_place(shift, other) for other in near):
            kept.append(shift)
    return kept
