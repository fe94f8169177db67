"""The question that changes little: what stands in the plan counts as what people know does; pure."""

from collections.abc import Collection
from dataclasses import replace

from subcontract.rota.rotation import points
from subcontract.rota.rotation.problem import Pair, Problem


def changing_little(problem: Problem, seen: Collection[Pair]) -> Problem:
    """The question in which each change counts, on every day.

    On days that people know of it counts against what they were told, on the others against who is on the
    shifts now. A place that breaks a hard rule is a change all the same: no proposal keeps it.
    """
    slots = problem.slots
    known = {slot.shift.id for slot in slots if problem.is_told(slot)}
    planned = {slot.shift.id for slot in slots if slot.stands and slot.shift.id not in known}
    standing = (pair for pair in problem.known(seen) if pair[1] in planned)
    return replace(
        problem,
        before=frozenset((*(problem.before or ()), *standing)),
        told=None,
        change=points.CHANGE_LITTLE,
        only_planned=frozenset(slot.shift.day for slot in slots if slot.shift.id not in known),
    )
