"""A sick morning: who steps in, a few ways with their effect, everything else as people know it.

Only the days concerned are looked at; what has been planned for the other days counts as if it had been.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from subcontract.ids import ClientId, ShiftId
from subcontract.money import Money
from subcontract.rota.rotation.by_hand import kept_by_hand
from subcontract.rota.rotation.problem import (
    Limit,
    LimitKind,
    Memory,
    Pair,
    Person,
    Problem,
    Slot,
    Unrecorded,
)
from subcontract.rota.rotation.rules import cents_of, fits_of, kinds_of, loads
from subcontract.rota.rotation.searching.chains import can_spare, carry_out, links_to, shortest_chain
from subcontract.rota.rotation.searching.state import NONE, State
from subcontract.rota.rotation.searching.tables import NIGHTS_BETWEEN, At, Tables, tables_of
from subcontract.rota.rotation.standing import Standing

WAYS = 3


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to go on after somebody has fallen out."""

    pairs: frozenset[Pair]
    """The whole plan after it."""
    put: tuple[Pair, ...]
    taken: tuple[Pair, ...]
    """Who leaves another shift for it; those who fell out are not told again."""
    unfilled: int
    """Places of those days below the least numbers."""
    points: int
    """Compared with leaving the places empty: below zero is better."""


def lost_pairs(problem: Problem, pairs: Collection[Pair], days: Collection[date]) -> frozenset[Pair]:
    """The pairs of some days that can no longer be, such as those of somebody who is ill."""
    here = [pair for pair in problem.known(pairs) if problem.slot_by_id[pair[1]].shift.day in days]
    people = {client for client, _ in here}
    kinds = kinds_of(slot for slot in problem.slots if slot.shift.day in days)
    fit = {
        client: {slot.shift.id for slot in fits_of(problem.person_by_id[client], kinds, problem)}
        for client in people
    }
    return frozenset(pair for pair in here if pair[1] not in fit[pair[0]])


def ways_on(
    problem: Problem,
    pairs: Collection[Pair],
    days: Collection[date],
    most: int = WAYS,
    gone: Collection[ClientId] | None = None,
) -> tuple[Way, ...]:
    """The best ways to fill what somebody's falling out leaves empty, the best first; all different.

    ``gone`` names who has fallen out; otherwise it is everybody who can no longer be where planned.
    Whatever else has been put by hand against the rules is left as it is.
    """
    known = problem.known(pairs)
    lost = lost_pairs(problem, known, days)
    if gone is not None:
        lost = frozenset(pair for pair in lost if pair[0] in gone)
    kept = known - lost
    narrow = kept_by_hand(narrowed(replace(problem, locked=problem.locked - lost), kept, days), kept)
    tables = tables_of(narrow)
    state = State(tables, tables.at(kept))
    empty = sorted(tables.slot_at[shift] for _, shift in lost)
    start, cost = state.places(), state.cost
    ways: dict[frozenset[At], Way] = {}
    for chains in _openings(state, empty, most):
        _follow(state, chains, empty)
        places = state.places()
        ways.setdefault(places, _way(tables, (start, places), kept, state.cost - cost))
        state = State(tables, start)
    best = sorted(ways.values(), key=lambda way: (way.unfilled, way.points, len(way.put)))
    return tuple(best[:most])


Chain = list[tuple[int, int, int]]


def _openings(state: State, empty: list[int], most: int) -> Iterator[Chain]:
    """Different people for the first empty place: those who are free or can be spared, the cheapest first."""
    if not empty:
        return
    s = empty[0]
    links = [link for link in links_to(state, s) if link[1] == NONE or can_spare(state, link[1])]
    ranked = sorted((_cost_of(state, link), link) for link in links)
    for _, link in ranked[: most + 1]:
        yield [link]
    if not ranked and (chain := shortest_chain(state, s, set())):
        yield chain
    yield []


def _cost_of(state: State, link: tuple[int, int, int]) -> int:
    i, left, taken = link
    before = state.cost
    carry_out(state, [link])
    cost = state.cost - before
    state.take(i, taken)
    if left != NONE:
        state.put(i, left)
    return cost


def _follow(state: State, first: Chain, empty: list[int]) -> None:
    """Do the first chain, then fill every other empty place as cheaply as it goes."""
    if first:
        carry_out(state, first)
    for s in empty[1:]:
        links = [link for link in links_to(state, s) if link[1] == NONE]
        if links:
            carry_out(state, [min((_cost_of(state, link), link) for link in links)[1]])
        elif len(state.members[s]) < state.tables.slots[s].least:
            carry_out(state, shortest_chain(state, s, set()))


def _way(
    tables: Tables, change: tuple[frozenset[At], frozenset[At]], kept: frozenset[Pair], points: int
) -> Way:
    before, after = change
    put, taken = tables.pairs_of(after - before), tables.pairs_of(before - after)
    numbers = [0] * len(tables.slots)
    for _, s in after:
        numbers[s] += 1
    unfilled = sum(max(0, slot.least - n) for slot, n in zip(tables.slots, numbers, strict=True))
    return Way(
        pairs=(kept | put) - taken,
        put=_ordered(tables, put),
        taken=_ordered(tables, taken),
        unfilled=unfilled,
        points=points,
    )


def _ordered(tables: Tables, pairs: frozenset[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (tables.slot_at[pair[1]], tables.person_at[pair[0]])))


# --- the days concerned ----------------------------------------------------------------------


def narrowed(problem: Problem, kept: frozenset[Pair], days: Collection[date]) -> Problem:
    """The question of some days alone, with what is planned for the others counted as had."""
    inside = tuple(slot for slot in problem.slots if slot.shift.day in days)
    outside = tuple(slot for slot in problem.slots if slot.shift.day not in days)
    plan = Standing(problem, kept)
    other_days = {slot.shift.day for slot in outside}
    usual = sum(slot.minutes for slot in problem.slots) // max(1, len(problem.slots))
    here = {slot.shift.id for slot in inside}
    return replace(
        problem,
        slots=inside,
        people=tuple(_after(person, plan, days, (other_days, usual)) for person in problem.people),
        locked=_of(here, problem.locked),
        barred=_of(here, problem.barred),
        before=frozenset(pair for pair in kept if pair[1] in here),
        told=None,
    )


def _of(here: set[ShiftId], pairs: frozenset[Pair]) -> frozenset[Pair]:
    return frozenset(pair for pair in pairs if pair[1] in here)


def _after(person: Person, plan: Standing, days: Collection[date], other: tuple[set[date], int]) -> Person:
    """The person with what is planned outside the days counted in limits, memory and rest."""
    slots = [slot for slot in plan.slots_of(person) if slot.shift.day not in days]
    other_days, usual = other
    could = sum(usual for day in other_days if not any(day in absence.days for absence in person.absences))
    return replace(
        person,
        limits=tuple(
            _used(limit, person, slots, plan.problem) for limit in person.limits if _touches(limit, days)
        ),
        busy=(*person.busy, *(slot.shift for slot in slots if _is_near(slot, days))),
        memory=_remembered(person, slots, could, plan.problem),
    )


def _is_near(slot: Slot, days: Collection[date]) -> bool:
    """Whether a shift is near enough to meet one of these days: nothing else can clash with it."""
    return any(abs((slot.shift.day - day).days) <= NIGHTS_BETWEEN for day in days)


def _touches(limit: Limit, days: Collection[date]) -> bool:
    return any(day in limit.days for day in days)


def _used(limit: Limit, person: Person, slots: list[Slot], problem: Problem) -> Limit:
    inside = [slot for slot in slots if slot.shift.day in limit.days]
    used = limit.used + loads(limit, person, inside, problem)
    days = {slot.shift.day for slot in inside} if limit.kind is LimitKind.DAYS else set()
    return replace(limit, used=used, used_days=limit.used_days | days)


def _remembered(person: Person, slots: list[Slot], could: int, problem: Problem) -> Memory:
    memory = person.memory
    turns = dict(memory.turns)
    for slot in slots:
        turns[slot.shift.job] = turns.get(slot.shift.job, 0) + 1
    pay = Money.of_cents(sum(cents_of(person, slot, problem) for slot in slots))
    planned, days = sum(slot.minutes for slot in slots), len({slot.shift.day for slot in slots})
    good, before = sum(slot.good for slot in slots), memory.unrecorded
    return replace(
        memory,
        minutes=memory.minutes + planned,
        ahead=memory.ahead + planned,
        possible_minutes=memory.possible_minutes + could,
        days=memory.days + days,
        pay=memory.pay + pay,
        good=memory.good + good,
        turns=turns,
        unrecorded=Unrecorded(
            minutes=before.minutes + planned,
            days=before.days + days,
            pay=before.pay + pay,
            good=before.good + good,
        ),
    )
