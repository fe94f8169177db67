"""The question of the rotation around a shift of the board, as it stands now; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from subcontract.actions.rotation_facts import rotation_facts
from subcontract.days import DateRange
from subcontract.ids import UnitId
from subcontract.ports import Lists
from subcontract.rota.calendar import week_of
from subcontract.rota.rotation.problem import Pair, Problem
from ui.presenters.base import Door


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
    facts = rotation_facts(lists, unit, days, min(today, day))
    everybody = frozenset(pair for pair in facts.seen if pair[1] in facts.problem.slot_by_id)
    return Question(days=days, problem=facts.problem, everybody=everybody)


class Questions:
    """Questions that have been read, kept until something changes, so that the next answer comes at once."""

    def __init__(self, door: Door) -> None:
        """Nothing has been read."""
        self._door = door
        self._kept: dict[tuple[date, date], Question] = {}
        self._since = object()

    def forget(self) -> None:
        """Something has changed."""
        self._kept, self._since = {}, object()

    def of(self, day: date, use: Callable[[Question], None], until: date | None = None) -> None:
        """Hand on the question of a day, read when it is not at hand."""
        key = (day, max(week_of(day).last, until or day))
        if key in self._kept:
            use(self._kept[key])
            return
        unit, today, since = self._door.who.unit, self._door.today(), self._since

        def read(found: Question) -> None:
            if since is self._since:
                self._kept[key] = found
            use(found)

        self._door.ask(lambda lists: read_question(lists, unit, day, today, until), read)
