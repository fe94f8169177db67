"""Windows: all places of a day, or of some of its shifts, decided anew at once by the solver.

Everything else stays as it is, so a window never makes a plan worse, and what it finds is the best there is
for these places. Windows follow each other until none finds anything or somebody says stop.
"""

from collections.abc import Callable, Iterator
from random import Random

from subcontract.rota.rotation.model import Model
from subcontract.rota.rotation.solver import Effort, solve
from subcontract.rota.rotation.state import State
from subcontract.rota.rotation.tables import At, Tables

MOST_PAIRS = 1500
"""Pairs in one window: more take the solver too long."""
TOGETHER = 600
"""Pairs of a question that is small enough for one window."""
NODES = 20
"""Nodes of the solver's tree in one window; nearly all windows need one."""


def pairs_in(tables: Tables) -> int:
    """How many pairs there are to decide."""
    return sum(map(len, tables.candidates))


def windows_of(tables: Tables, chance: Random) -> Iterator[tuple[int, ...]]:
    """Every shift once, day by day in random order; a day too large for one window is cut at random."""
    by_day: dict[object, list[int]] = {}
    for s, slot in enumerate(tables.slots):
        if tables.candidates[s]:
            by_day.setdefault(slot.shift.day, []).append(s)
    if pairs_in(tables) <= TOGETHER:
        yield tuple(s for day in by_day.values() for s in day)
        return
    days = list(by_day.values())
    chance.shuffle(days)
    for day in days:
        chance.shuffle(day)
        yield from _cut(tables, day)


def _cut(tables: Tables, day: list[int]) -> Iterator[tuple[int, ...]]:
    """Parts of a day with about equally many pairs each."""
    pairs = sum(len(tables.candidates[s]) for s in day)
    parts = -(-pairs // MOST_PAIRS)
    for part in range(parts):
        if found := day[part::parts]:
            yield tuple(found)


def sweep(state: State, chance: Random, carry_on: Callable[[], bool]) -> bool:
    """Decide every window once; whether it came to the end."""
    for window in windows_of(state.tables, chance):
        if not carry_on():
            return False
        decide_anew(state, window)
    return True


def decide_anew(state: State, shifts: tuple[int, ...]) -> int:
    """Give the places of some shifts to the solver; the points that it saved."""
    tables, before = state.tables, state.cost
    old = [(i, s) for s in shifts for i in state.members[s] if (i, s) not in tables.locked]
    _take_all(state, old)
    model = Model(
        state, [(i, s) for s in shifts for i in tables.candidates[s] if (i, s) not in tables.locked]
    )
    answer = solve(model.rows, Effort(nodes=NODES))
    new: list[At] = sorted(model.places(answer.values)) if answer.values else old
    _put_all(state, new)
    if state.cost > before:
        _take_all(state, new)
        _put_all(state, old)
    return before - state.cost


def _take_all(state: State, places: list[At]) -> None:
    for i, s in places:
        state.take(i, s)


def _put_all(state: State, places: list[At]) -> None:
    for i, s in places:
        state.put(i, s)
