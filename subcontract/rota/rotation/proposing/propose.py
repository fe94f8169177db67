"""A proposal: the greedy plan at once, then ever better ones, the best so far at hand whenever it is stopped.

How much is tried is counted in steps, not in seconds, so the same question, seed and effort give the same
proposal on every machine. It is never worse than the greedy plan. Without the solver the search alone works.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from subcontract.rota.rotation.problem import Pair, Problem
from subcontract.rota.rotation.searching.greedy import first_plan
from subcontract.rota.rotation.searching.search import COLD, HOT, Search
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import Tables, tables_of
from subcontract.rota.rotation.sharing.goals import Score, scored
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.proof import can_be_proven, proven
from subcontract.rota.rotation.solving.windows import by_days, by_job, pairs_in, steps_of, sweep
from subcontract.words import N_

WARM, COOL = 20, 2
"""Points that a change may cost on average when a good plan is searched further, at first and at last."""
BLOCKS, BLOCKS_OF_A_SECOND = 100, 25
"""Blocks of changes in one search: at least, and for each second that there is."""
FIRST_OF_LONG = 3
"""Times as many in the first search of a long proposal."""
FEW = 4
"""Seconds up to which a proposal is short."""
STEPS_OF_BLOCK = 4
STEPS_OF_A_SECOND = 1_000
"""What an ordinary office computer does in about a second; the sum is counted, never the clock."""
SIZES = (800, 1_600, 3_200, 6_400)
"""Pairs in the windows of days, round by round."""
IN_VAIN = 4
"""Rounds that bring nothing before a proposal is left as it is."""


class Stage(StrEnum):
    """What a proposal is doing."""

    FIRST = "first"
    SEARCH = "search"
    WINDOWS = "windows"
    PROOF = "proof"
    DONE = "done"


STAGES = {
    Stage.FIRST: N_("Making a first plan"),
    Stage.SEARCH: N_("Looking for a fairer plan"),
    Stage.WINDOWS: N_("Deciding each day once more"),
    Stage.PROOF: N_("Looking whether any plan is better"),
    Stage.DONE: N_("The proposal is ready"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How much a proposal tries."""

    blocks: int = BLOCKS
    """Blocks of changes in the first search."""
    rounds: int = 0
    """Times at most that windows and another search follow it."""
    again: int = BLOCKS
    """Blocks of changes in each of the other searches."""
    steps: int = 0
    """Steps after which no round goes on; 0 for no end."""

    @classmethod
    def about(cls, seconds: int) -> "Tried":
        """What an ordinary office computer does in about so many seconds."""
        steps, again = STEPS_OF_A_SECOND * seconds, max(BLOCKS, BLOCKS_OF_A_SECOND * seconds)
        blocks = again if seconds <= FEW else again * FIRST_OF_LONG
        return cls(blocks=blocks, rounds=steps, again=again, steps=steps)


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
    bound: int | None = None
    """Points below which no plan can come, where that was proven on the way."""


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
        self.bound: int | None = None
        self.steps = 0
        self._before = tables.at(tables.basis.problem.before or ())
        self._worth = self._counted()

    def run(self) -> Proposal:
        """Make the plan better until all has been tried or somebody says stop."""
        whole = self._told(Stage.FIRST) and self._improved()
        self._told(Stage.DONE)
        basis, pairs_of = self.tables.basis, self.tables.pairs_of
        return Proposal(
            pairs=pairs_of(self.best),
            score=scored(basis, pairs_of(self.best)),
            first=scored(basis, pairs_of(self.first)),
            whole=whole,
            bound=self.bound,
        )

    def _improved(self) -> bool:
        """The first search, then rounds until nothing is better, the steps are used or nothing comes of them.

        A question that is small enough is tried as a whole after the first round.
        """
        if not self._searched(self.tried.blocks, HOT, COLD):
            return False
        vain = 0
        for n in range(self.tried.rounds):
            before = self.best_cost
            if not self._round(SIZES[n % len(SIZES)]) or (not n and not self._tried_whole()):
                return False
            vain = 0 if self.best_cost < before else vain + 1
            if self.bound == self.best_cost or self._is_used_up() or vain == IN_VAIN:
                break
        return True

    def _round(self, size: int) -> bool:
        """Windows of jobs, a cooler search, windows of jobs again and of days; whether nobody said stop."""
        return (
            self._swept(by_job(self.tables, self.chance))
            and self._searched(self.tried.again, WARM, COOL)
            and self._swept(by_job(self.tables, self.chance))
            and self._swept(by_days(self.tables, self.chance, size))
        )

    def _searched(self, blocks: int, hot: int, cold: int) -> bool:
        """Search from the best plan so far; whether nobody said stop."""
        search = Search(State(self.tables, self.best), self.chance.randrange(1 << 30))
        stopped = False

        def carry_on(_: int) -> bool:
            nonlocal stopped
            self._keep(search.best_cost, search.best)
            self.steps += STEPS_OF_BLOCK
            stopped = not self._told(Stage.SEARCH)
            return not stopped and not self._is_used_up()

        search.run(blocks, carry_on, hot, cold)
        self._keep(search.best_cost, search.best)
        return not stopped

    def _swept(self, windows: Iterable[tuple[int, ...]]) -> bool:
        """Decide each window of the best plan so far once; whether nobody said stop."""
        if not solver.is_there():
            return True
        state, stopped = State(self.tables, self.best), False

        def carry_on(window: tuple[int, ...]) -> bool:
            nonlocal stopped
            self._keep(state.cost, state.places())
            self.steps += steps_of(self.tables, window)
            stopped = not self._told(Stage.WINDOWS)
            return not stopped and not self._is_used_up()

        sweep(state, windows, carry_on)
        self._keep(state.cost, state.places())
        return not stopped

    def _tried_whole(self) -> bool:
        """Decide a small question at once and learn how good a plan could be; whether nobody said stop."""
        if not can_be_proven(self.tables):
            return True
        stopped = False

        def carry_on() -> bool:
            nonlocal stopped
            stopped = stopped or not self._told(Stage.PROOF)
            return not stopped

        found = proven(self.tables, self.best, carry_on)
        self.bound = found.bound
        self._keep(found.cost, found.places)
        self.steps += pairs_in(self.tables)
        return not stopped

    def _is_used_up(self) -> bool:
        return 0 < self.tried.steps <= self.steps

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

    def _told(self, stage: Stage) -> bool:
        unfilled, changes = self._worth
        of = self.tried.steps or STEPS_OF_BLOCK * (self.tried.blocks + self.tried.rounds * self.tried.again)
        done = min(self.steps, of)
        return self.tell(
            Progress(stage=stage, done=done, of=of, cost=self.best_cost, unfilled=unfilled, changes=changes)
        )
