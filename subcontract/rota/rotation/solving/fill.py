"""Whether some shifts can all have their least numbers: yes, no as the solver proved, or not known."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from subcontract.ids import ShiftId
from subcontract.rota.rotation import points
from subcontract.rota.rotation.problem import Problem, Slot
from subcontract.rota.rotation.searching.greedy import first_plan
from subcontract.rota.rotation.searching.state import State
from subcontract.rota.rotation.searching.tables import Tables, tables_of
from subcontract.rota.rotation.solving import solver
from subcontract.rota.rotation.solving.bound import whole_model
from subcontract.rota.rotation.solving.solver import Effort, relax, solve
from subcontract.rota.weights import Goal, Weight

NODES = 200
MOST_PAIRS = 25_000
"""Pairs of a question that the solver is asked about; a larger one takes it too long."""
ONLY_FILL = dict.fromkeys(Goal, Weight.NOT)


class Patience:
    """How long an answer may take."""

    def __init__(self, seconds: int) -> None:
        """Begin now."""
        self._until = time.monotonic() + seconds

    @property
    def left(self) -> int:
        """Whole seconds that are left."""
        return max(0, int(self._until - time.monotonic()))

    @property
    def is_over(self) -> bool:
        """Whether less than a second is left."""
        return self.left < 1


class Answer(Enum):
    """Whether all can be filled."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """How far some shifts can be filled."""

    answer: Answer
    needed: int
    most: int
    """Places that can be filled at most, as far as was proven or, without proof, found."""
    empty: Mapping[ShiftId, int]
    """Places that the first plan leaves empty."""


def filled(problem: Problem, slots: tuple[Slot, ...], patience: Patience) -> Filled:
    """Look whether all of these shifts, and no others, can have their least numbers together."""
    tables = tables_of(_only(problem, slots))
    state = first_plan(tables)
    needed, empty = sum(slot.least for slot in slots), empty_places(state)
    found = needed - sum(empty.values())
    if not empty:
        return Filled(answer=Answer.YES, needed=needed, most=needed, empty={})
    answer, most = _proven(tables, needed, patience) if solver.is_there() else (Answer.NOT_KNOWN, None)
    return Filled(answer=answer, needed=needed, most=found if most is None else most, empty=empty)


def _only(problem: Problem, slots: tuple[Slot, ...]) -> Problem:
    """The question of these shifts alone, without goals."""
    here = {slot.shift.id for slot in slots}
    return replace(
        problem,
        slots=tuple(replace(slot, wanted=slot.shift.least) for slot in slots),
        weights=ONLY_FILL,
        before=None,
        locked=frozenset(pair for pair in problem.locked if pair[1] in here),
    )


def empty_places(state: State) -> dict[ShiftId, int]:
    """The places below the least numbers by shift."""
    slots = zip(state.tables.slots, state.members, strict=True)
    return {slot.shift.id: slot.least - len(group) for slot, group in slots if len(group) < slot.least}


def _proven(tables: Tables, needed: int, patience: Patience) -> tuple[Answer, int | None]:
    """What the solver says, and how many places can be filled at most, when it could prove it."""
    model = None if patience.is_over else whole_model(tables)
    if model is None or len(model.at) > MOST_PAIRS or patience.is_over:
        return Answer.NOT_KNOWN, None
    parts = relax(model.rows)
    if parts is not None and (empty := empty_of(int(parts.bound - 1))):
        return Answer.NO, needed - empty
    answer = solve(model.rows, Effort(nodes=NODES, seconds=max(1, patience.left)))
    if answer.values is not None and not empty_places(State(tables, model.places(answer.values))):
        return Answer.YES, needed
    empty = empty_of(answer.bound or 0)
    return (Answer.NO, needed - empty) if empty else (Answer.NOT_KNOWN, None)


def empty_of(bound: int) -> int:
    """How many places stay empty at least in a plan that costs no less than this."""
    return -(-max(0, bound) // points.UNFILLED)
