"""Local search: random changes, the bad ones taken ever more seldom; the best plan so far is kept.

Everything is whole numbers drawn from a seeded generator, so the same question, seed and number of blocks
give the same plan on every machine. It may be stopped after any block.
"""

from collections.abc import Callable
from math import log
from random import Random

from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import At, Tables

DRAWS = 4096
"""How finely chance is cut when a bad change is weighed."""
THOUSAND = 1000
HOT, COLD = 200, 4
"""Points that a change may cost on average at the start and at the end of a search."""
BLOCK = 1000
"""Changes tried between two looks at the clock and the temperature."""

FRIENDS = 7
"""One change in eight brings somebody to those whom the person should be with."""


class Search:
    """A search from one plan on."""

    def __init__(self, state: State, seed: int) -> None:
        """Start from a state, which is changed."""
        self.state = state
        self.tables: Tables = state.tables
        self.chance = Random(seed)  # noqa: S311 - repeatable on purpose
        self.best_cost = state.cost
        self.best: frozenset[At] = state.places()
        self.free = tuple(s for s, group in enumerate(self.tables.candidates) if group)
        self.wanted = tuple(slot.best for slot in self.tables.slots)
        self.locked = [0] * len(self.tables.slots)
        for i, s in self.tables.locked:
            self.locked[s] |= 1 << i
        self.pairs = tuple(
            (i, f)
            for i, friends in enumerate(self.tables.friends)
            for f in range(len(self.tables.people))
            if self.tables.alone and friends >> f & 1
        )
        self.social = social_bits(self.tables)
        self.careful = self.tables.own | sum(1 << i for i, foes in enumerate(self.tables.foes) if foes)
        self._patience = tuple(int(log(DRAWS * 2 / (2 * n + 1)) * THOUSAND) for n in range(DRAWS))
        self._limits: list[int] = []

    def run(self, blocks: int, carry_on: Callable[[int], bool], hot: int = HOT, cold: int = COLD) -> bool:
        """Try blocks of changes while ``carry_on`` says so of the blocks done; whether all were tried."""
        if not self.free:
            return True
        for block in range(blocks):
            if not carry_on(block):
                return False
            warmth = int(hot * THOUSAND * (cold / hot) ** (block / blocks))
            self._limits = [warmth * each // (THOUSAND * THOUSAND) for each in self._patience]
            self._block()
        return True

    def _block(self) -> None:
        draw, free, candidates, state = self.chance.random, self.free, self.tables.candidates, self.state
        on, clash, members, wanted = state.on, self.tables.clash, state.members, self.wanted
        add, replace, trade, move, other = self._add, self._replace, self._trade, self._move, self._elsewhere
        for n in range(BLOCK):
            s = free[int(draw() * len(free))]
            group = candidates[s]
            j = group[int(draw() * len(group))]
            if self.pairs and not n & FRIENDS:
                s, j = self._friend(s, j)
            meets = on[j] & clash[s]
            full = len(members[s]) >= wanted[s]
            if not meets:
                (replace if full else add)(s, j)
            elif meets >> s & 1:
                other(s, j)
            elif not meets & (meets - 1):
                (trade if full else move)(s, meets.bit_length() - 1, j)
        if state.cost < self.best_cost:
            self.best_cost, self.best = state.cost, state.places()

    def _friend(self, s: int, j: int) -> tuple[int, int]:
        """A shift of somebody, and one whom that person should be with; else what was drawn already."""
        i, friend = self.pairs[int(self.chance.random() * len(self.pairs))]
        shifts = self.state.shifts[i]
        if not shifts:
            return s, j
        t = shifts[int(self.chance.random() * len(shifts))]
        return (t, friend) if self.tables.fits[friend][t] else (s, j)

    def _bears(self, cost: int) -> bool:
        """Whether a change of such a cost is taken this time."""
        return cost <= 0 or cost <= self._limits[int(self.chance.random() * DRAWS)]

    def _add(self, s: int, j: int) -> None:
        """Somebody more comes to a shift."""
        state = self.state
        if state.can_put(j, s):
            cost = state.put_cost(j, s)
            if self._bears(cost):
                state.cost += cost
                state.enter(j, s)

    def _replace(self, s: int, j: int) -> None:
        """Somebody comes to a shift in somebody else's place."""
        state, members = self.state, self.state.members[s]
        if not members:
            return
        i = members[int(self.chance.random() * len(members))]
        if self.locked[s] >> i & 1:
            return
        if not state.may(j, s):
            shifts = state.shifts[j]
            if shifts:
                self._trade(s, shifts[int(self.chance.random() * len(shifts))], j)
            return
        if (self.careful >> i | self.careful >> j) & 1 and not state.may_join(j, s, i):
            return
        cost = state.leave_cost(i, s) + state.join_cost(j, s)
        if (self.social >> i | self.social >> j) & 1:
            cost += state.company_cost(s, i, j)
        if self._bears(cost):
            state.cost += cost
            state.leave(i, s)
            state.enter(j, s)

    def _elsewhere(self, s: int, j: int) -> None:
        """Somebody who is there takes a shift of any other time, whose person comes here."""
        t = self.free[int(self.chance.random() * len(self.free))]
        if t != s and not self.state.bits[t] >> j & 1 and self.tables.fits[j][t]:
            self._trade(t, s, j)

    def _trade(self, s: int, t: int, j: int) -> None:
        """Somebody of ``t`` and somebody of ``s`` change places."""
        state, members = self.state, self.state.members[s]
        if not members or self.locked[t] >> j & 1:
            return
        i = members[int(self.chance.random() * len(members))]
        if i == j or not state.may(i, t, s) or state.bits[t] >> i & 1 or self.locked[s] >> i & 1:
            return
        if not state.may(j, s, t):
            return
        if (self.careful >> i | self.careful >> j) & 1 and not (
            state.may_join(j, s, i) and state.may_join(i, t, j)
        ):
            return
        cost = state.move_cost(i, s, t) + state.move_cost(j, t, s)
        if (self.social >> i | self.social >> j) & 1:
            cost += state.company_cost(s, i, j) + state.company_cost(t, j, i)
        if self._bears(cost):
            state.cost += cost
            state.leave(i, s)
            state.leave(j, t)
            state.enter(j, s)
            state.enter(i, t)

    def _move(self, s: int, t: int, j: int) -> None:
        """Somebody of ``t`` comes to ``s``, and when it can be, somebody else takes the place."""
        state = self.state
        if self.locked[t] >> j & 1 or not state.may(j, s, t) or not state.may_join(j, s):
            return
        before = state.cost
        state.take(j, t)
        state.put(j, s)
        group = self.tables.candidates[t]
        k = group[int(self.chance.random() * len(group))]
        filled = k != j and state.can_put(k, t)
        if filled:
            state.put(k, t)
        if not self._bears(state.cost - before):
            if filled:
                state.take(k, t)
            state.take(j, s)
            state.put(j, t)


def social_bits(tables: Tables) -> int:
    """Those who should be with somebody, and those whom somebody should be with."""
    bits = 0
    for i, friends in enumerate(tables.friends):
        if friends and tables.alone:
            bits |= friends | 1 << i
    return bits
