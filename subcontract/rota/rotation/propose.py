"""A proposal: the greedy plan at once, then ever better ones, the best so far at hand whenever it is stopped.

How much is tried is counted in steps, not in seconds, so the same question, seed and effort give the same
proposal on every machine. It is never worse than the greedy plan. Without the solver the search alone works.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from subcontract.rota.rotation import points, solver
from subcontract.rota.rotation.goals import Score, scored
from subcontract.rota.rotation.greedy import first_plan
from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.search import HOT, Search
from subcontract.rota.rotation.state import State
from subcontract.rota.rotation.tables import Tables, tables_of
from subcontract.rota.rotation.windows import MOST_PAIRS, pairs_in, sweep
from subcontract.words import N_

WARM = 20
"""Points that a change may cost on average when a good plan is searched further."""
COOL = 2
FEW = 4
"""Seconds that leave no time for a second round."""
BLOCKS_OF_A_SECOND = 250
"""Blocks of changes that an ordinary office computer tries in about a second."""


class Stage(StrEnum):
    """What a proposal is doing."""

    FIRST = "first"
    SEARCH = "search"
    WINDOWS = "windows"
    DONE = "done"


STAGES = {
    Stage.FIRST: N_("Making a first plan"),
    Stage.SEARCH: N_("Looking for a fairer plan"),
    Stage.WINDOWS: N_("Deciding each day once more"),
    Stage.DONE: N_("The proposal is ready"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How much a proposal tries."""

    blocks: int = 250
    """Blocks of changes in the first search."""
    rounds: int = 0
    """Times that windows and a cooler search of half as many blocks follow before the last windows."""

    @classmethod
    def about(cls, seconds: int) -> "Tried":
        """What an ordinary office computer does in about so many seconds."""
        if seconds <= FEW:
            return cls(blocks=BLOCKS_OF_A_SECOND * seconds)
        return cls(blocks=BLOCKS_OF_A_SECOND * seconds // 3, rounds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a proposal is and what it would be if it were stopped now."""

    stage: Stage
    done: int
    of: int
    cost: int
    """Points of the best plan so far."""
    unfilled: int = 0
    """Places below the least numbers in it."""
    changes: int = 0
    """Differences in it from the plan that people know."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A plan for the question, and what it is worth."""

    pairs: frozenset[Pair]
    score: Score
    first: Score
    """The greedy plan's worth, to compare with."""
    whole: bool
    """Everything was tried that was to be tried; otherwise somebody stopped it."""


Tell = Callable[[Progress], bool]
"""Is told of the progress; answers whether to carry on."""


def propose(
    problem: Problem, tried: Tried | None = None, seed: int = 1, tell: Tell | None = None
) -> Proposal:
    """Propose a plan."""
    return Proposing(tables_of(problem), tried or Tried(), seed, tell or (lambda _: True)).run()


class Proposing:
    """One proposal in the making."""

    def __init__(self, tables: Tables, tried: Tried, seed: int, tell: Tell) -> None:
        """Be ready to begin."""
        self.tables, self.tried, self.tell = tables, tried, tell
        self.chance = Random(seed)  # noqa: S311 - repeatable on purpose
        self.state = first_plan(tables)
        self.first = self.state.places()
        self.best, self.best_cost = self.first, self.state.cost
        self._before = tables.at(tables.basis.problem.before or ())
        self._worth = self._counted()

    def run(self) -> Proposal:
        """Make the plan better until all has been tried or somebody says stop."""
        whole = self._told(Stage.FIRST, 1, 1) and self._improved()
        self._told(Stage.DONE, 1, 1)
        basis, pairs_of = self.tables.basis, self.tables.pairs_of
        return Proposal(
            pairs=pairs_of(self.best),
            score=scored(basis, pairs_of(self.best)),
            first=scored(basis, pairs_of(self.first)),
            whole=whole,
        )

    def _improved(self) -> bool:
        if not self._searched(self.tried.blocks, HOT):
            return False
        for _ in range(self.tried.rounds):
            if not self._swept() or not self._searched(self.tried.blocks // 2, WARM):
                return False
        return self._swept() if self.tried.rounds or self._is_worth_windows() else True

    def _is_worth_windows(self) -> bool:
        """Whether a short proposal has time for them: a small question, or one with an empty place."""
        cheap = pairs_in(self.tables) <= MOST_PAIRS
        return cheap or self.best_cost >= points.UNFILLED

    def _searched(self, blocks: int, hot: int) -> bool:
        """Search from the best plan so far."""
        search = Search(State(self.tables, self.best), self.chance.randrange(1 << 30))

        def carry_on(block: int) -> bool:
            self._keep(search.best_cost, search.best)
            return self._told(Stage.SEARCH, block, blocks)

        whole = search.run(blocks, carry_on, hot)
        self._keep(search.best_cost, search.best)
        return whole

    def _swept(self) -> bool:
        """Decide each window of the best plan so far once."""
        if not solver.is_there():
            return True
        state, done = State(self.tables, self.best), 0

        def carry_on() -> bool:
            nonlocal done
            self._keep(state.cost, state.places())
            done += 1
            return self._told(Stage.WINDOWS, done, done)

        whole = sweep(state, self.chance, carry_on)
        self._keep(state.cost, state.places())
        return whole

    def _keep(self, cost: int, places: frozenset[tuple[int, int]]) -> None:
        """Keep a plan when it is the best so far."""
        if cost < self.best_cost:
            self.best, self.best_cost = places, cost
            self._worth = self._counted()

    def _counted(self) -> tuple[int, int]:
        """Empty places of the best plan so far, and its changes to what people know."""
        on = Counter(s for _, s in self.best)
        unfilled = sum(max(0, slot.least - on[s]) for s, slot in enumerate(self.tables.slots))
        known = self.tables.basis.problem.before is not None
        return unfilled, len(self.best ^ self._before) if known else 0

    def _told(self, stage: Stage, done: int, of: int) -> bool:
        unfilled, changes = self._worth
        return self.tell(
            Progress(stage=stage, done=done, of=of, cost=self.best_cost, unfilled=unfilled, changes=changes)
        )
