"""The question of the rotation around a shift of the board, as it stands now; no Qt."""

from dataclasses import dataclass
from datetime import date

from subcontract.actions.rotation_facts import rotation_question
from subcontract.days import DateRange
from subcontract.ids import UnitId
from subcontract.ports import Lists
from subcontract.rota.calendar import week_of
from subcontract.rota.rotation.problem import Pair, Problem


@dataclass(frozen=True, kw_only=True)
class Question:
    """Shifts and people of some days, and who is on what."""

    days: DateRange
    problem: Problem
    pairs: frozenset[Pair]


def read_question(lists: Lists, unit: UnitId, day: date, today: date) -> Question:
    """The question of a day and the days of its week that are still to come.

    Of a day that has gone by it is asked as it could have been asked that morning.
    """
    days = DateRange(min(day, max(today, week_of(day).first)), week_of(day).last)
    problem = rotation_question(lists, unit, days, min(today, day))
    pairs = ((each.client, each.shift) for each in lists.assignments.within(days))
    return Question(days=days, problem=problem, pairs=problem.known(pairs))
