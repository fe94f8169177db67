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
    everybody: frozenset[Pair]
    """Who is on what, those among them who are no longer clients."""

    @property
    def pairs(self) -> frozenset[Pair]:
        """Who is on what, as far as the question knows them."""
        return self.problem.known(self.everybody)


def read_question(lists: Lists, unit: UnitId, day: date, today: date, until: date | None = None) -> Question:
    """The question of a day and the days of its week that are still to come, further when ``until`` is.

    Of a day that has gone by it is asked as it could have been asked that morning, but a shift on which
    work was recorded has happened and is not asked about.
    """
    week = week_of(day)
    days = DateRange(min(day, max(today, week.first)), max(week.last, until or week.last))
    problem = rotation_question(lists, unit, days, min(today, day))
    placed = lists.assignments.within(days)
    everybody = frozenset((each.client, each.shift) for each in placed if each.shift in problem.slot_by_id)
    return Question(days=days, problem=problem, everybody=everybody)
