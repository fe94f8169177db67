"""A second reckoning of wages, written from the calculator's contract with whole numbers alone.

It shares no code with the program: cents, minutes, tenths of a per cent and ten-thousandths of a euro are
plain integers, rates are typed here anew, dates are triples. Where the two disagree, one of them is wrong.
"""

from collections import defaultdict
from dataclasses import dataclass, field

PENSION = {2024: (715, 865, 715), 2025: (715, 865, 715), 2026: (730, 730, 730)}
"""Hundredths of a per cent: under 53, from 53 to 62, from 63."""
UNEMPLOYMENT = {2024: 79, 2025: 59, 2026: 89}
EMPLOYER_HEALTH = {2024: 116, 2025: 187, 2026: 191}
EMPLOYER_UNEMPLOYMENT = {2024: 109, 2025: 80, 2026: 123}
SUNDAYS = (6, 13, 20, 27)
HOLIDAYS = (6, 25, 26)
"""Of December 2026; Independence Day is a Sunday."""

Day = tuple[int, int, int]


def half_up(over: int, under: int) -> int:
    """Divide and round halves away from nothing."""
    sign = -1 if over < 0 else 1
    return sign * ((abs(over) * 2 + under) // (2 * under))


@dataclass(frozen=True, kw_only=True)
class Card:
    """Percentages in tenths of a per cent, money in cents."""

    base: int
    additional: int
    limit: int
    used: int


@dataclass(frozen=True, kw_only=True)
class Paid:
    """What a payment comes to, in cents."""

    taxable: int
    withholding: int
    pension: int
    unemployment: int
    net: int
    employer_health: int
    employer_unemployment: int
    employer_pension: int
    used_after: int | None


def _is_between(born: Day, on: Day, first: int, last: int) -> bool:
    """After the month of one birthday and not after that of another."""
    months = (on[0] - born[0]) * 12 + on[1] - born[1]
    return first * 12 < months <= last * 12


def _pension_rate(born: Day, on: Day) -> int:
    last = 68 if born[0] <= 1957 else 69 if born[0] <= 1961 else 70
    if not _is_between(born, on, 17, last):
        return 0
    young, middle, old = PENSION[on[0]]
    if _is_between(born, on, 53, 63):
        return middle
    return old if _is_between(born, on, 63, 200) else young


def pay(
    taxable: int,
    on: Day,
    born: Day,
    card: Card | int | None,
    *,
    own_pension: int = 0,
) -> Paid:
    """One payment; a card, last year's percentage in tenths, or nothing. The own pension is in tenths too."""
    after = None
    if isinstance(card, Card):
        within = min(taxable, max(0, card.limit - card.used))
        withheld = half_up(within * card.base + (taxable - within) * card.additional, 1000)
        after = card.used + taxable
    elif card is not None and on[1] == 1:
        withheld, after = half_up(taxable * card, 1000), taxable
    else:
        withheld = half_up(taxable * 600, 1000)
    withheld = max(0, min(withheld, taxable))
    pension_rate = _pension_rate(born, on)
    insured = _is_between(born, on, 18, 65)
    pension = half_up(taxable * pension_rate, 10000)
    unemployment = half_up(taxable * UNEMPLOYMENT[on[0]], 10000) if insured else 0
    health = _is_between(born, on, 16, 68)
    return Paid(
        taxable=taxable,
        withholding=withheld,
        pension=pension,
        unemployment=unemployment,
        net=taxable - withheld - pension - unemployment,
        employer_health=half_up(taxable * EMPLOYER_HEALTH[on[0]], 10000) if health else 0,
        employer_unemployment=half_up(taxable * EMPLOYER_UNEMPLOYMENT[on[0]], 10000) if insured else 0,
        employer_pension=half_up(taxable * own_pension, 1000) if pension_rate else 0,
        used_after=after,
    )


# --- a month ---------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Worked:
    """A day's work of one person at one job."""

    day: int
    job: int
    minutes: int
    pieces: int


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody employed: pay in cents an hour from the first day and from another, and how it is paid."""

    number: int
    born: Day
    by: str
    """``hour``, ``piece`` or ``pot``."""
    hourly: int
    hourly_later: int
    later_from: int
    capacity: int
    """Tenths of a per cent."""
    piece: int
    """Ten-thousandths of a euro."""
    compensation: int
    """Tenths of a per cent: 90 or 115."""
    card: Card | None
    counted: int
    """Typed sums of pay for time at work, in cents."""
    uncounted: int
    """Typed sick pay."""
    worked: tuple[Worked, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class Pot:
    """A job's pot in cents, and by what it is shared."""

    job: int
    cents: int
    by: str
    """``minutes``, ``pieces`` or ``equal``."""


def share(cents: int, weights: dict[int, int]) -> dict[int, int]:
    """Largest remainder; ties to the smaller number."""
    whole = sum(weights.values())
    parts = {number: cents * weight // whole for number, weight in weights.items()}
    order = sorted(weights, key=lambda number: (-(cents * weights[number] % whole), number))
    for number in order[: cents - sum(parts.values())]:
        parts[number] += 1
    return parts


def shares_of(pots: tuple[Pot, ...], people: tuple[Person, ...]) -> dict[tuple[int, int], int]:
    """What each pot gives each person: by number and job."""
    found: dict[tuple[int, int], int] = {}
    for pot in pots:
        weights: dict[int, int] = defaultdict(int)
        for person in people:
            mine = [one for one in person.worked if one.job == pot.job]
            if person.by == "pot" and mine:
                told = {"minutes": [one.minutes for one in mine], "pieces": [one.pieces for one in mine]}
                weights[person.number] = 1 if pot.by == "equal" else sum(told[pot.by])
        if any(weights.values()):
            for number, part in share(pot.cents, weights).items():
                found[number, pot.job] = part
    return found


def month(
    people: tuple[Person, ...], pots: tuple[Pot, ...], sunday: int, holiday: int
) -> dict[int, tuple[int, int, Paid]]:
    """Wages, holiday compensation and the payment of each person in December 2026, paid on the 30th."""
    shares = shares_of(pots, people)
    return {person.number: _one(person, shares, sunday, holiday) for person in people}


def _one(
    person: Person, shares: dict[tuple[int, int], int], sunday: int, holiday: int
) -> tuple[int, int, Paid]:
    base_of = [half_up(cents * person.capacity, 1000) for cents in (person.hourly, person.hourly_later)]
    stints: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in person.worked:
        stint = stints[one.job, int(one.day >= person.later_from)]
        stint[0] += one.minutes
        stint[1] += one.pieces
        if one.day in HOLIDAYS and not (one.day in SUNDAYS and sunday > holiday):
            stint[3] += one.minutes
        elif one.day in SUNDAYS:
            stint[2] += one.minutes
    wages = person.counted
    result: dict[int, int] = defaultdict(int)
    floor: dict[int, int] = defaultdict(int)
    for (job, later), (minutes, pieces, on_sundays, on_holidays) in stints.items():
        base = base_of[later]
        floor[job] += half_up(minutes * base, 60)
        if person.by == "piece":
            result[job] += half_up(pieces * person.piece, 100)
        wages += half_up(on_sundays * base * sunday, 60_000) + half_up(on_holidays * base * holiday, 60_000)
    for job, hours in floor.items():
        if person.by == "pot":
            result[job] = shares.get((person.number, job), 0)
        wages += hours if person.by == "hour" else max(hours, result[job])
    compensation = half_up(wages * person.compensation, 1000)
    wages += person.uncounted
    paid = pay(wages + compensation, (2026, 12, 30), person.born, person.card)
    return wages, compensation, paid
