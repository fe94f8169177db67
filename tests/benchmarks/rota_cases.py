"""Cases of the rotation, made by size and seed alone, so that anybody can repeat what was measured.

A case has about as many places a day as there are people who can come: seven in ten have a skill that a
job asks for, four in five are there on a half-day, some have limits of days, minutes or earnings, own
wishes, somebody to be with or not to be with. Everything is made up.

``case(SIZES["60"], 7)`` is the seventh month of 60 people. Nothing but the size and the seed goes into it:
the chance is Python's own generator, seeded by both, which draws the same on every machine. Whoever wants
to compare another program takes the question from here, or its rows from ``bench_rota write``; a plan is
counted by ``subcontract.rota.rotation.sharing.goals.score_of``. How to measure is said in ``bench_rota``.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from subcontract.days import DateRange
from subcontract.ids import ClientId, JobId, ShiftId, StaffId, UnitId
from subcontract.money import Money
from subcontract.people.client import Absence, AbsenceKind, Availability, HalfDay, Permit
from subcontract.rota.rotation.problem import Limit, LimitKind, Memory, Pair, Person, Problem, Slot
from subcontract.rota.shift import Shift

MONDAY = date(2026, 11, 23)
UNIT = UnitId(UUID(int=1))
SKILLS = ("hygieniapassi", "työturvallisuuskortti", "trukkikortti", "kassa")
TIMES = ((time(8), time(12)), (time(8), time(12)), (time(12), time(16)), (time(9), time(15)))
NAMES = ("Liisa", "Emil", "Sari", "Olli", "Anna", "Petri", "Ville", "Kaisa", "Åke", "Helmi")
WEEK = 7


@dataclass(frozen=True, slots=True)
class Size:
    """How large a case is."""

    people: int
    days: int
    jobs: int
    """Shifts a day."""

    def __str__(self) -> str:
        """Write as in the tables: people × days × shifts a day."""
        return f"{self.people} × {self.days} d × {self.jobs}"


SMALL = Size(15, 5, 3)
MONTH = Size(60, 20, 10)
LARGE_MONTH = Size(120, 20, 20)
COUNTY = Size(300, 5, 60)
SIZES = {
    "15": SMALL,
    "60": MONTH,
    "120": LARGE_MONTH,
    "300": COUNTY,
    "60w": Size(60, 5, 4),
    "120w": Size(120, 5, 4),
    "300w": Size(300, 5, 12),
}
"""A month or a whole county's week of work, and, with a w, a week of 20 or 60 shifts."""


def case(size: Size, seed: int) -> Problem:
    """The case of a size and a seed."""
    chance = Random(f"{size}/{seed}")
    days = working_days(size.days)
    slots = tuple(slot for job in range(size.jobs) for slot in _slots_of_job(chance, job, days))
    jobs = tuple(dict.fromkeys(slot.shift.job for slot in slots))
    people = tuple(_person(chance, number, size, jobs, days) for number in range(size.people))
    wages = {job: chance.choice((1120, 1180, 1250)) for job in jobs}
    return Problem(slots=slots, people=people, pay=_pay(people, slots, wages))


def working_days(number: int) -> tuple[date, ...]:
    """So many weekdays from the Monday on."""
    return tuple(MONDAY + timedelta(days=n // 5 * WEEK + n % 5) for n in range(number))


def client_id(number: int) -> ClientId:
    """The id of a person by number."""
    return ClientId(UUID(int=1_000 + number))


def _slots_of_job(chance: Random, job: int, days: tuple[date, ...]) -> list[Slot]:
    """One shift a day: the same times, coach and needs all through."""
    start, end = chance.choice(TIMES)
    least = chance.choice((2, 3, 3, 4))
    needs = frozenset({chance.choice(SKILLS)}) if chance.random() < 0.6 else frozenset()
    good, wanted = chance.random() < 0.2, least + chance.choice((0, 0, 1))
    return [
        Slot(
            shift=Shift(
                id=ShiftId(UUID(int=100_000 + job * 1_000 + index)),
                unit=UNIT,
                job=JobId(UUID(int=10_000 + job)),
                phase=None,
                day=day,
                start=start,
                end=end,
                break_minutes=30 if end.hour - start.hour > 4 else 0,
                coach=StaffId(UUID(int=500 + job % 20)),
                least=least,
                most=least + 2,
            ),
            needs=needs,
            wanted=wanted,
            coaches=2 if job % 4 == 0 else 1,
            good=good,
        )
        for index, day in enumerate(days)
    ]


def _person(
    chance: Random, number: int, size: Size, jobs: tuple[JobId, ...], days: tuple[date, ...]
) -> Person:
    half_days = frozenset((w, half) for w in range(5) for half in HalfDay if chance.random() < 0.85)
    liked = chance.sample(jobs, min(len(jobs), 2)) if chance.random() < 0.5 else []
    disliked = [job for job in chance.sample(jobs, min(len(jobs), 2)) if job not in liked]
    others = [client_id(chance.randrange(size.people)) for _ in range(2)]
    return Person(
        id=client_id(number),
        number=number + 1,
        name=f"{NAMES[number % 10]} {number + 1}",
        availability=Availability(half_days=half_days),
        absences=_absences(chance, days),
        skills=frozenset(skill for skill in SKILLS[1:] if chance.random() < 0.7),
        permits=_permits(chance, days),
        limits=_limits(chance, days),
        never_with=frozenset(others[:1]) - {client_id(number)} if chance.random() < 0.1 else frozenset(),
        should_be_with=frozenset(others[1:]) - {client_id(number)} if chance.random() < 0.1 else frozenset(),
        needs_own_coach=chance.random() < 0.04,
        likes=frozenset(liked),
        dislikes=frozenset(disliked) if chance.random() < 0.5 else frozenset(),
        dislikes_days=frozenset({chance.randrange(5)}) if chance.random() < 0.2 else frozenset(),
        wants_to_try=frozenset({chance.choice(jobs)}) if chance.random() < 0.2 else frozenset(),
        wants_the_same=chance.random() < 0.1,
        memory=_memory(chance, number, jobs),
    )


def _absences(chance: Random, days: tuple[date, ...]) -> tuple[Absence, ...]:
    """One in five is away for some days."""
    if chance.random() >= 0.2:
        return ()
    first = chance.choice(days)
    last = first + timedelta(days=chance.randrange(len(days)))
    return (Absence(days=DateRange(first, last), kind=chance.choice(list(AbsenceKind))),)


def _permits(chance: Random, days: tuple[date, ...]) -> tuple[Permit, ...]:
    """Seven in ten have the hygiene passport; some of these end in the middle of the plan."""
    if chance.random() >= 0.7:
        return ()
    ends = chance.choice(days) if chance.random() < 0.1 else None
    return (Permit(name=SKILLS[0], valid_to=ends),)


def _limits(chance: Random, days: tuple[date, ...]) -> tuple[Limit, ...]:
    """Days and minutes of each week; for one in ten, earnings of the whole."""
    most_days, most_minutes = chance.choice((3, 4, 4, 5, 5)), chance.choice((1200, 1500, 1800, 2250))
    limits = []
    for monday in sorted({day - timedelta(days=day.weekday()) for day in days}):
        week = DateRange(monday, monday + timedelta(days=WEEK - 1))
        limits.append(Limit(kind=LimitKind.DAYS, days=week, most=most_days))
        limits.append(Limit(kind=LimitKind.MINUTES, days=week, most=most_minutes))
    if chance.random() < 0.1:
        whole, most = DateRange(days[0], days[-1]), len(days) * chance.randrange(300, 1200)
        limits.append(Limit(kind=LimitKind.CENTS, days=whole, most=most, used=chance.randrange(0, 1000)))
    return tuple(limits)


def _memory(chance: Random, number: int, jobs: tuple[JobId, ...]) -> Memory:
    """Three months before; one in ten is new, one in ten was long away."""
    if (lot := chance.random()) < 0.1:
        return Memory()
    possible = 2_000 if lot < 0.2 else chance.randrange(8_000, 20_000)
    minutes = possible * chance.randrange(30, 60) // 100
    days = minutes // 260
    return Memory(
        minutes=minutes,
        possible_minutes=possible,
        days=days,
        pay=Money.of_cents(minutes * chance.randrange(1120, 1250) // 60 if has_wage(number) else days * 1200),
        good=chance.randrange(minutes // 1_000 + 1),
        turns={job: chance.randrange(5) for job in chance.sample(jobs, min(len(jobs), 4))},
    )


def has_wage(number: int) -> bool:
    """Three in ten have a wage by the hour that differs by job; the others have 12 euros a day."""
    return number % 10 < 3


def _pay(
    people: tuple[Person, ...], slots: tuple[Slot, ...], wages: dict[JobId, int]
) -> dict[ClientId, dict[ShiftId, Money]]:
    """What each shift gives each."""
    a_day = {slot.shift.id: Money.of_cents(1200) for slot in slots}
    wage = {s.shift.id: Money.of_cents(wages[s.shift.job] * s.minutes // 60) for s in slots}
    return {person.id: wage if has_wage(person.number - 1) else a_day for person in people}


def sick_morning(problem: Problem, pairs: frozenset[Pair]) -> tuple[Problem, date]:
    """The question on the morning when the first person of a plan's first day is ill."""
    client, shift = min(pairs, key=lambda pair: (problem.slot_by_id[pair[1]].shift.day, pair[0].int))
    day = problem.slot_by_id[shift].shift.day
    ill = Absence(days=DateRange(day, day), kind=AbsenceKind.SICK)
    people = (
        replace(person, absences=(*person.absences, ill)) if person.id == client else person
        for person in problem.people
    )
    return replace(problem, people=tuple(people)), day
