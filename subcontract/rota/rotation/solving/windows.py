"""Windows: all places of a job, or of some days, decided anew at once by the solver.

Everything else stays as it is, so a window never makes a plan worse. The solver first decides it in parts
of people, which takes it a few thousandths of a second and tells how much could be gained; where that is
nothing the window is left. Otherwise it decides between the places of the plan and those that it gave parts
of.
"""

from collections.abc import Callable, Iterable, Iterator
from random import Random

from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import At, Tables
from subcontract.rota.rotation.solving.model import Model
from subcontract.rota.rotation.solving.solver import Effort, relax, solve

MOST_PAIRS = 1500
"""Pairs in one window: more take the solver too long."""
MOST_DAYS, MOST_OF_DAYS = 3, 3_200
"""Days, and pairs of more than one day, that are decided together."""
TOGETHER = 600
"""Pairs of a question that is small enough for one window."""
PAIRS_OF_STEP, PAIRS_OF_STEP_OF_DAYS = 40, 10
"""Pairs in a thousandth of a second, in a window of one day or one job, and in another."""
NODES = 20
"""Nodes of the solver's tree in one window; nearly all windows need one."""
CarryOn = Callable[[tuple[int, ...]], bool]
"""Is told of the window that comes next; answers whether to decide it."""


def pairs_in(tables: Tables, shifts: Iterable[int] | None = None) -> int:
    """How many pairs there are to decide, on all shifts or on some."""
    return sum(len(tables.candidates[s]) for s in (range(len(tables.slots)) if shifts is None else shifts))


def by_job(tables: Tables, chance: Random) -> Iterator[tuple[int, ...]]:
    """Every shift once, job by job in random order."""
    jobs: dict[int, list[int]] = {}
    for s in _open(tables):
        jobs.setdefault(tables.job_of[s], []).append(s)
    yield from _windows(tables, list(jobs.values()), chance, MOST_PAIRS)


def by_days(tables: Tables, chance: Random, most: int) -> Iterator[tuple[int, ...]]:
    """Every shift once, some days together in random order; a day with too many pairs is cut."""
    days: dict[object, list[int]] = {}
    for s in _open(tables):
        days.setdefault(tables.slots[s].shift.day, []).append(s)
    if pairs_in(tables) <= TOGETHER:
        yield tuple(_open(tables))
        return
    order = list(days.values())
    chance.shuffle(order)
    yield from _windows(tables, list(_joined(tables, order, min(most, MOST_OF_DAYS))), chance, most)


def _joined(tables: Tables, days: list[list[int]], most: int) -> Iterator[list[int]]:
    """As many days together as have no more pairs than may be."""
    group, number = days[0], 1
    for day in days[1:]:
        if number < MOST_DAYS and pairs_in(tables, (*group, *day)) <= most:
            group, number = [*group, *day], number + 1
        else:
            yield group
            group, number = day, 1
    yield group


def steps_of(tables: Tables, window: tuple[int, ...]) -> int:
    """About how many thousandths of a second a window takes."""
    jobs = {tables.job_of[s] for s in window}
    days = {tables.slots[s].shift.day for s in window}
    several = len(jobs) > 1 and len(days) > 1
    return 2 + pairs_in(tables, window) // (PAIRS_OF_STEP_OF_DAYS if several else PAIRS_OF_STEP)


def _open(tables: Tables) -> list[int]:
    """The shifts that anybody could have."""
    return [s for s, group in enumerate(tables.candidates) if group]


def _windows(tables: Tables, groups: list[list[int]], chance: Random, most: int) -> Iterator[tuple[int, ...]]:
    """The groups in random order, each cut at random into parts that are small enough."""
    chance.shuffle(groups)
    for group in groups:
        parts = -(-pairs_in(tables, group) // most)
        if parts > 1:
            chance.shuffle(group)
        for part in range(parts):
            if found := group[part::parts]:
                yield tuple(found)


def sweep(state: State, windows: Iterable[tuple[int, ...]], carry_on: CarryOn) -> bool:
    """Decide every window once; whether it came to the end."""
    for window in windows:
        if not carry_on(window):
            return False
        decide_anew(state, window)
    return True


def decide_anew(state: State, shifts: tuple[int, ...]) -> int:
    """Give the places of some shifts to the solver; the points that it saved."""
    tables, before = state.tables, state.cost
    free = [(i, s) for s in shifts for i in tables.candidates[s] if (i, s) not in tables.locked]
    old = [(i, s) for s in shifts for i in state.members[s] if (i, s) not in tables.locked]
    _take_all(state, old)
    new = _decided(state, free, old, before)
    _put_all(state, new)
    if state.cost > before:
        _take_all(state, new)
        _put_all(state, old)
    return before - state.cost


def _decided(state: State, free: list[At], old: list[At], before: int) -> list[At]:
    """What the solver makes of the free pairs, which are out of the state; the old ones when no better."""
    model = Model(state, free)
    parts = relax(model.rows)
    if parts is None or parts.bound >= before - 1:
        return old
    if all(parts.is_whole(column) for column in model.at.values()):
        return sorted(model.places([round(each) for each in parts.values]))
    kept = set(old)
    narrow = Model(state, [at for at, column in model.at.items() if parts.uses(column) or at in kept])
    answer = solve(narrow.rows, Effort(nodes=NODES, small=True))
    return sorted(narrow.places(answer.values)) if answer.values else old


def _take_all(state: State, places: list[At]) -> None:
    for i, s in places:
        state.take(i, s)


def _put_all(state: State, places: list[At]) -> None:
    for i, s in places:
        state.put(i, s)
