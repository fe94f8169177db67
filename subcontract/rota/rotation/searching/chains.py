"""Filling a place that nobody is free for: one comes from another shift, whose place another takes.

The chain is looked for breadth first, so the shortest is found; it ends with a person who is free or with
a shift that can spare one.
"""

from collections import deque
from collections.abc import Iterator

from subcontract.rota.rotation.searching.state import NONE, State

Link = tuple[int, int, int]
"""A person, the shift that is left (``NONE`` at the end of a chain), and the shift that is taken."""
MOST_LOOKS = 60_000
"""People looked at before a place is given up."""


def fill_all(state: State) -> None:
    """Fill each place below the least numbers that a chain can fill."""
    for s, slot in enumerate(state.tables.slots):
        while len(state.members[s]) < slot.least:
            if not fill_one(state, s):
                break


def fill_one(state: State, s: int) -> bool:
    """Fill one place by the shortest chain; whether there was one."""
    refused: set[Link] = set()
    while chain := shortest_chain(state, s, refused):
        broken = carry_out(state, chain)
        if broken is None:
            return True
        refused.add(broken)
    return False


def shortest_chain(state: State, s: int, refused: set[Link]) -> list[Link]:
    """The links from the end to the place; empty when there is no chain."""
    came: dict[int, Link] = {s: (NONE, NONE, NONE)}
    queue, looks = deque([s]), 0
    while queue and looks < MOST_LOOKS:
        vacant = queue.popleft()
        looks += len(state.tables.candidates[vacant])
        for link in links_to(state, vacant):
            _, left, _ = link
            if link in refused or left in came:
                continue
            if left == NONE or can_spare(state, left):
                return [link, *_back(came, vacant)]
            came[left] = link
            queue.append(left)
    return []


def _back(came: dict[int, Link], vacant: int) -> Iterator[Link]:
    """The links from a vacant shift back to the place that the chain is for."""
    while (link := came[vacant])[0] != NONE:
        yield link
        vacant = link[2]


def links_to(state: State, vacant: int) -> Iterator[Link]:
    """Who could take the place: those who are free first, then those who would leave another shift for it."""
    tables, busy = state.tables, []
    for i in tables.candidates[vacant]:
        if state.bits[vacant] >> i & 1 or not state.may_join(i, vacant):
            continue
        if state.may(i, vacant):
            yield i, NONE, vacant
        else:
            busy.append(i)
    for i in busy:
        meets = state.on[i] & tables.clash[vacant]
        for left in bits_of(meets or state.on[i]):
            if (i, left) not in tables.locked and state.may(i, vacant, left):
                yield i, left, vacant


def bits_of(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def can_spare(state: State, s: int) -> bool:
    """Whether a shift keeps its least number when one leaves."""
    return len(state.members[s]) > state.tables.slots[s].least


def carry_out(state: State, chain: list[Link]) -> Link | None:
    """Do the links from the end on; when one does not go after the others, all are undone and it is told."""
    done: list[Link] = []
    for link in reversed(chain):
        i, left, taken = link
        if left != NONE:
            if not state.bits[left] >> i & 1:
                _undo(state, done)
                return link
            state.take(i, left)
        if not state.can_put(i, taken):
            if left != NONE:
                state.put(i, left)
            _undo(state, done)
            return link
        state.put(i, taken)
        done.append(link)
    return None


def _undo(state: State, done: list[Link]) -> None:
    for i, left, taken in reversed(done):
        state.take(i, taken)
        if left != NONE:
            state.put(i, left)
