"""The first plan, in milliseconds: the hardest shift first, and on it whoever costs least."""

from subcontract.rota.rotation.searching.chains import fill_all
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import Tables


def first_plan(tables: Tables) -> State:
    """The greedy plan with every place filled that a chain of people can fill."""
    state = greedy(tables)
    fill_all(state)
    return state


def greedy(tables: Tables) -> State:
    """Fill the least numbers of all shifts, then what would be best; those with few candidates first.

    Somebody who needs the only coach keeps all others away, and so comes last to a shift for many.
    """
    state = State(tables)
    order = sorted(range(len(tables.slots)), key=lambda s: (slack(tables, s), s))
    for s in order:
        fill_up(state, s, tables.slots[s].least, alone=False)
    for s in order:
        fill_up(state, s, tables.slots[s].least, alone=True)
    for s in order:
        fill_up(state, s, tables.slots[s].best, alone=True)
    return state


def slack(tables: Tables, s: int) -> int:
    """How many more could come than are aimed at."""
    return len(tables.candidates[s]) - tables.slots[s].best


def fill_up(state: State, s: int, wanted: int, *, alone: bool) -> None:
    """Put on a shift whoever costs least until there are as many as wanted or nobody else may come."""
    tables = state.tables
    group = tables.candidates[s]
    if not alone and wanted > 1 and tables.coaches[s] < 2:  # noqa: PLR2004 - one for the person, one for the group
        group = tuple(i for i in group if not tables.own >> i & 1)
    while len(state.members[s]) < wanted:
        costs = [(state.put_cost(i, s), i) for i in group if state.can_put(i, s)]
        if not costs:
            return
        cost, i = min(costs)
        if cost >= 0:
            return
        state.put(i, s)
