"""What somebody could have had of the shifts there were, so that time away is not held against anybody."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from subcontract.days import DateRange
from subcontract.ids import JobId
from subcontract.jobs.job import Job
from subcontract.people.client import Client, Permit
from subcontract.rota.rotation.problem import Person, Problem, Slot
from subcontract.rota.rotation.rules import OF_ABILITY
from subcontract.rota.rotation.sharing.shares import most_of_day
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.times import span

NOTHING = Problem()


class Chances:
    """The shifts of some weeks, asked person by person."""

    def __init__(self, shifts: Iterable[Shift], jobs: Mapping[JobId, Job]) -> None:
        """Keep one of the shifts that are alike."""
        self._of_day: dict[date, dict[tuple[object, ...], Slot]] = {}
        self._asked: dict[tuple[object, ...], dict[date, int]] = {}
        for shift in shifts:
            if shift.state is ShiftState.PLANNED:
                job = jobs.get(shift.job)
                needs = shift.needs | (job.needs if job else frozenset())
                alike = (span(shift), shift.break_minutes, needs)
                self._of_day.setdefault(shift.day, {}).setdefault(alike, Slot(shift=shift, needs=needs))
        needed = {n for slots in self._of_day.values() for slot in slots.values() for n in slot.needs}
        self._needed = frozenset(_key(need) for need in needed)

    def of(self, client: Client, days: DateRange, missed: Collection[date], had: Mapping[date, int]) -> int:
        """Minutes that the client could have had on those days, the limits of the week kept.

        Nothing on days without a form of work, of absence, or ``missed``; at least what was ``had`` where
        somebody worked although the day does not usually suit.
        """
        usual, weeks = self._usual(client), dict[date, list[int]]()
        away = [absence.days for absence in client.absences]
        for day in usual.keys() | had.keys():
            could = usual.get(day, 0)
            if could and (day in missed or client.form_on(day) is None or any(day in each for each in away)):
                could = 0
            if day in days and (most := max(could, had.get(day, 0))):
                monday = day - timedelta(days=day.weekday())
                weeks.setdefault(monday, []).append(most)
        possible = 0
        for minutes in weeks.values():
            longest = sorted(minutes, reverse=True)[: client.weekly_days]
            possible += min(sum(longest), client.weekly_minutes)
        return max(possible, sum(minutes for day, minutes in had.items() if day in days))

    def _usual(self, client: Client) -> dict[date, int]:
        """Minutes of each day for all who can do the same at the same times."""
        skills = frozenset(_key(skill) for skill in client.skills) & self._needed
        permits = tuple(permit for permit in client.permits if _key(permit.name) in self._needed)
        key = (client.availability.half_days, skills, permits)
        if key not in self._asked:
            self._asked[key] = self._reckoned(client, permits)
        return self._asked[key]

    def _reckoned(self, client: Client, permits: tuple[Permit, ...]) -> dict[date, int]:
        person = Person(
            id=client.id,
            number=0,
            name="",
            availability=client.availability,
            skills=client.skills,
            permits=permits,
        )
        found = {}
        for day, slots in self._of_day.items():
            fits = [
                slot for slot in slots.values() if not any(rule(person, slot, NOTHING) for rule in OF_ABILITY)
            ]
            found[day] = most_of_day(fits, lambda slot: slot.minutes)
        return found


def _key(name: str) -> str:
    return name.strip().casefold()
