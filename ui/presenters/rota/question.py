"""The question of the rotation around a shift of the board, as it stands now; no Qt."""

from collections.abc import Callable
from datetime import date

from subcontract.actions.rotation_facts import RotationFacts, rotation_facts
from subcontract.days import DateRange
from subcontract.ids import UnitId
from subcontract.ports import Lists
from subcontract.rota.calendar import week_of
from ui.presenters.base import Door


def read_question(
    lists: Lists, unit: UnitId, day: date, today: date, until: date | None = None
) -> RotationFacts:
    """The question of a day and the days of its week that are still to come, further when ``until`` is.

    Of a day that has gone by it is asked as it could have been asked that morning, but a shift on which
    work was recorded has happened and is not asked about.
    """
    week = week_of(day)
    days = DateRange(min(day, max(today, week.first)), max(week.last, until or week.last))
    return rotation_facts(lists, unit, days, min(today, day))


class Questions:
    """Questions that have been read, kept until something changes, so that the next answer comes at once."""

    def __init__(self, door: Door) -> None:
        """Nothing has been read."""
        self._door = door
        self._kept: dict[tuple[date, date], RotationFacts] = {}
        self._since = object()

    def forget(self) -> None:
        """Something has changed."""
        self._kept, self._since = {}, object()

    def of(self, day: date, use: Callable[[RotationFacts], None], until: date | None = None) -> None:
        """Hand on the question of a day, read when it is not at hand."""
        key = (day, max(week_of(day).last, until or day))
        if key in self._kept:
            use(self._kept[key])
            return
        unit, today, since = self._door.who.unit, self._door.today(), self._since

        def read(found: RotationFacts) -> None:
            if since is self._since:
                self._kept[key] = found
            use(found)

        self._door.ask(lambda lists: read_question(lists, unit, day, today, until), read)
