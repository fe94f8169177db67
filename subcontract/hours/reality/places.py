"""Every place of some days: what was promised, planned and recorded laid on one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.hours.reality.moves import with_moves
from subcontract.hours.reality.promises import promised_places, promises_on
from subcontract.hours.reality.records import Happened, Outcome, Place
from subcontract.hours.reality.swaps import with_swaps
from subcontract.ids import ClientId, JobId, ShiftId
from subcontract.people.client import AbsenceKind
from subcontract.rota.records import Publication, PublishedPlace
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import planned_minutes, real_minutes
from subcontract.rota.warnings import away_on


class Spot(NamedTuple):
    """What a place is known by."""

    client: ClientId
    shift: ShiftId | None
    day: date
    job: JobId


def places_of(happened: Happened) -> tuple[Place, ...]:
    """Every place of the days in order of time; moves and swaps are found and told as such."""
    known = _Known(happened)
    places = tuple(known.place(spot) for spot in known.spots)
    shifts = known.shifts
    whole = (*with_swaps(with_moves(places, shifts)), *known.helping())
    return tuple(sorted(whole, key=lambda place: _order(place, shifts, happened)))


def _order(place: Place, shifts: Mapping[ShiftId, Shift], happened: Happened) -> tuple[object, ...]:
    """By day, by the time of the shift, then by name."""
    shift = shifts.get(place.shift) if place.shift else None
    start = shift.start if shift else place.promise.start if place.promise else None
    client = happened.clients.get(place.client)
    return (place.day, str(start or "~"), str(place.shift), client.name if client else "", str(place.client))


@dataclass(frozen=True)
class _Known:
    """What is known, by place."""

    happened: Happened

    @cached_property
    def shifts(self) -> dict[ShiftId, Shift]:
        """Shifts by id."""
        return {shift.id: shift for shift in self.happened.shifts}

    @cached_property
    def standing(self) -> tuple[WorkEntry, ...]:
        """The entries in force."""
        return in_force(self.happened.entries)

    @cached_property
    def begun(self) -> frozenset[ShiftId]:
        """Shifts of which anything has been recorded."""
        return frozenset(entry.shift for entry in self.standing if entry.shift)

    @cached_property
    def promises(self) -> Mapping[date, Publication]:
        """The published plan that holds each day."""
        return promises_on(self.happened.publications, self.happened.days)

    @cached_property
    def promised(self) -> dict[Spot, PublishedPlace]:
        """What people had been told."""
        return {Spot(p.client, p.shift, p.day, p.job): p for p in promised_places(self.promises)}

    @cached_property
    def planned(self) -> frozenset[Spot]:
        """Who is on which shift."""
        known = ((a.client, self.shifts.get(a.shift)) for a in self.happened.assignments)
        return frozenset(
            Spot(client, s.id, s.day, s.job)
            for client, s in known
            if s is not None and s.day in self.happened.days
        )

    @cached_property
    def recorded(self) -> dict[Spot, list[WorkEntry]]:
        """Entries by place; work told without a shift belongs to the one shift of the job that waits."""
        found: dict[Spot, list[WorkEntry]] = defaultdict(list)
        loose = []
        for entry in self.standing:
            if (
                entry.kind is not EntryKind.WORK
                or entry.client is None
                or entry.day not in self.happened.days
            ):
                continue
            spot = Spot(entry.client, entry.shift, entry.day, entry.job)
            loose.append((spot, entry)) if entry.shift is None else found[spot].append(entry)
        for spot, entry in loose:
            waiting = [one for one in (*self.promised, *self.planned) if _waits(one, spot)]
            found[next((one for one in waiting if one not in found), spot)].append(entry)
        return found

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every place."""
        return tuple(dict.fromkeys((*self.promised, *self.planned, *self.recorded)))

    def place(self, spot: Spot) -> Place:
        """One place, taken alone."""
        entries = self.recorded.get(spot, [])
        present = [entry for entry in entries if entry.attendance is Attendance.PRESENT]
        place = Place(
            client=spot.client,
            day=spot.day,
            job=spot.job,
            shift=spot.shift,
            promise=self.promised.get(spot),
            covered=spot.day in self.promises,
            planned=spot in self.planned,
            worked_on=spot.shift if present else None,
            planned_minutes=self._planned_minutes(spot),
            worked_minutes=sum(entry.minutes for entry in present),
            other_times=self._has_other_times(spot),
            told_at=max((entry.at for entry in entries), default=None),
        )
        return replace(place, outcome=self._outcome(place, entries))

    def _outcome(self, place: Place, entries: list[WorkEntry]) -> Outcome:
        """How a place went; what was recorded counts before what was planned."""
        if any(entry.attendance is Attendance.PRESENT for entry in entries):
            return Outcome.CAME if place.planned or place.promise else Outcome.CAME_UNPLANNED
        if entries:
            return Outcome.SICK if entries[-1].attendance is Attendance.SICK else Outcome.AWAY
        if not self._stands(place):
            return Outcome.CALLED_OFF
        return self._waiting(place) if place.planned else self._taken_off(place)

    def _stands(self, place: Place) -> bool:
        """Whether the shift is still there on the day."""
        shift = self.shifts.get(place.shift) if place.shift else None
        return shift is not None and shift.state is ShiftState.PLANNED and shift.day == place.day

    def _waiting(self, place: Place) -> Outcome:
        """What is said while nothing has been recorded of somebody who is on the plan."""
        today = self.happened.today
        is_past = place.day < today or (place.day == today and place.shift in self.begun)
        return Outcome.NOT_RECORDED if is_past else Outcome.AHEAD

    def _taken_off(self, place: Place) -> Outcome:
        """Why somebody who was promised is not on the plan any more."""
        client = self.happened.clients.get(place.client)
        kind = away_on(client, place.day) if client else None
        if kind is None:
            return Outcome.TAKEN_OFF
        return Outcome.SICK if kind is AbsenceKind.SICK else Outcome.AWAY

    def _planned_minutes(self, spot: Spot) -> int:
        """Minutes of the plan, or of the promise where nothing is planned."""
        shift, promise = self.shifts.get(spot.shift) if spot.shift else None, self.promised.get(spot)
        if spot in self.planned and shift is not None:
            return planned_minutes(shift)
        return _promised_minutes(promise, shift) if promise else 0

    def _has_other_times(self, spot: Spot) -> bool:
        """Whether the shift stands at other times than were promised."""
        shift, promise = self.shifts.get(spot.shift) if spot.shift else None, self.promised.get(spot)
        if shift is None or promise is None or shift.day != promise.day:
            return False
        return (shift.start, shift.end) != (promise.start, promise.end)

    def helping(self) -> Iterable[Place]:
        """The peer coaches' places."""
        told = {(e.client, e.shift): e for e in self.standing if e.kind is EntryKind.COACHING and e.client}
        for shift in self.happened.shifts:
            if shift.peer_coach is not None and shift.day in self.happened.days:
                yield self._helper(shift, shift.peer_coach, told.get((shift.peer_coach, shift.id)))

    def _helper(self, shift: Shift, client: ClientId, entry: WorkEntry | None) -> Place:
        """The place of one peer coach."""
        present = entry is not None and entry.attendance is Attendance.PRESENT
        place = Place(
            client=client,
            day=shift.day,
            job=shift.job,
            shift=shift.id,
            covered=shift.day in self.promises,
            planned=True,
            helps=True,
            worked_on=shift.id if present else None,
            planned_minutes=planned_minutes(shift),
            worked_minutes=entry.minutes if entry and present else 0,
            told_at=entry.at if entry else None,
        )
        return replace(place, outcome=self._outcome(place, [entry] if entry else []))


def _waits(one: Spot, loose: Spot) -> bool:
    """Whether a place can be the one that work without a shift was done on."""
    return (one.client, one.day, one.job) == (loose.client, loose.day, loose.job)


def _promised_minutes(promise: PublishedPlace, shift: Shift | None) -> int:
    """Real minutes of what was promised; the break is that of the shift while it is known."""
    whole = real_minutes(promise.day, promise.start, promise.end)
    return max(0, whole - (shift.break_minutes if shift else 0))
