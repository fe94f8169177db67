"""Of which planned places the records tell already, so that the same work never counts twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from subcontract.days import ONE_DAY
from subcontract.hours.entry import Attendance, WorkEntry
from subcontract.hours.told import span
from subcontract.ids import ClientId, ShiftId
from subcontract.rota.shift import Shift
from subcontract.rota.times import span as span_of_shift

Times = tuple[datetime, datetime]


def told_places(
    places: Iterable[tuple[ClientId, Shift]], work: Iterable[WorkEntry], shifts: Mapping[ShiftId, Shift]
) -> frozenset[tuple[ClientId, ShiftId]]:
    """Those of the places that entries in force tell of.

    An entry tells of its own shift; one without a shift tells of one place of its person, day and job; and
    work at the same time elsewhere tells that somebody was not here. ``shifts`` gives the times of entries
    of plain minutes.
    """
    entries = [one for one in work if one.client is not None]
    own = {(one.client, one.shift) for one in entries}
    loose = Counter((one.client, one.day, one.job) for one in entries if one.shift is None)
    told, rest = set(), []
    for client, shift in places:
        key = (client, shift.day, shift.job)
        if (client, shift.id) in own:
            told.add((client, shift.id))
        elif loose[key]:
            loose[key] -= 1
            told.add((client, shift.id))
        else:
            rest.append((client, shift))
    near = {(client, shift.day + by * ONE_DAY) for client, shift in rest for by in (-1, 0, 1)}
    worked = _worked((one for one in entries if (one.client, one.day) in near), shifts)
    for client, shift in rest:
        if any(_share_a_moment(span_of_shift(shift), times) for times in worked.get(client, ())):
            told.add((client, shift.id))
    return frozenset(told)


def _worked(entries: Iterable[WorkEntry], shifts: Mapping[ShiftId, Shift]) -> dict[ClientId, list[Times]]:
    """When each was at work."""
    found: dict[ClientId, list[Times]] = defaultdict(list)
    for one in entries:
        if one.client is not None and one.attendance is Attendance.PRESENT:
            shift = shifts.get(one.shift) if one.shift is not None else None
            times = span(one) or (span_of_shift(shift) if shift is not None else None)
            if times is not None:
                found[one.client].append(times)
    return found


def _share_a_moment(one: Times, other: Times) -> bool:
    return one[0] < other[1] and other[0] < one[1]
