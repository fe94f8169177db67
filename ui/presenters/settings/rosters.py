"""When coaches are at work: a list of them, and the hours and days off of the one who is open; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_roster import SaveRoster, save_roster
from subcontract.ids import StaffId, StaffRosterId, UnitId
from subcontract.people.staff import COACHES, Staff
from subcontract.ports import Lists
from subcontract.problems import Refused
from subcontract.rota.records import StaffRoster
from subcontract.rota.roster_check import field_of
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.form import FormPresenter
from ui.presenters.forms.lines import LinesPresenter
from ui.presenters.forms.week_grid import WEEK
from ui.presenters.registers.register import RegisterPresenter
from ui.presenters.settings.roster_fields import (
    AWAY_LINE,
    FIELDS,
    WORKING_DAYS,
    away_read,
    away_state,
    hours_read,
    hours_words,
    length_of,
    on_day,
    written,
)
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter

COLUMNS = (
    Column(key="name", title=N_("Name"), grows=True),
    Column(key="hours", title=N_("At work"), worth=3),
    Column(key="away", title=N_("Days off"), kind=CellKind.STATE, worth=4),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    coaches: tuple[Staff, ...]
    rosters: tuple[StaffRoster, ...]


class RostersPresenter(RegisterPresenter[StaffRoster]):
    """A roster of each coach of the unit, written or not yet."""

    depends_on = frozenset({Kind.ROSTERS, Kind.STAFF})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(picture="group", sentence=N_("No coaches yet. Add them under Staff."))
        table = TablePresenter(COLUMNS, texts, name=N_("Coaches' hours"), empty=empty)
        table.count_words = (N_("{number} coach"), N_("{number} coaches"))
        table.sort_by("name")
        super().__init__(
            door, texts, table, FormPresenter(FIELDS, texts, door.today, name=N_("Coaches' hours"))
        )
        self.away = LinesPresenter(
            "away", AWAY_LINE, texts, door.today, name=N_("Days off"), add=N_("Add days off")
        )
        self.away.on_change = lambda: self.changed("")
        self.lines = self.parts = (self.away,)
        self._names: dict[StaffId, str] = {}
        self._unwritten: dict[StaffId, StaffRosterId] = {}
        """Ids of those that have not been saved, the same however often the list is read."""

    # --- the list

    def load(self) -> None:
        """Read coaches and rosters."""
        own = self.door.who.unit
        self.door.ask(lambda lists: _read(lists, own), self._fill)

    def _fill(self, answer: _Answer) -> None:
        kept = {one.staff: one for one in answer.rosters}
        self._names = {one.id: one.name for one in answer.coaches}
        rosters = [kept.get(one.id) or self._new_of(one.id) for one in answer.coaches]
        self.fill(rosters, map(self._row, rosters))

    def _new_of(self, staff: StaffId) -> StaffRoster:
        made = self._unwritten.setdefault(staff, StaffRosterId(ids.new()))
        return StaffRoster(id=made, unit=self.door.who.unit, staff=staff)

    def _row(self, roster: StaffRoster) -> Row:
        cells = {
            "name": self.name_of(roster),
            "hours": hours_words(roster, self.texts) or None,
            "away": away_state(roster, self.door.today(), self.texts),
        }
        return Row(id=roster.id, cells=cells)

    def name_of(self, record: StaffRoster) -> str:
        """Whose it is."""
        return self._names.get(record.staff, "")

    @property
    def heading(self) -> str:
        """Whose hours are open."""
        return self.name_of(self.current) if self.current else ""

    @property
    def can_edit(self) -> bool:
        """Whether the reader may change working hours."""
        return self.may(Permission.PLAN_SHIFTS)

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.can_edit and not self.busy

    # --- the record

    def values_of(self, record: StaffRoster) -> dict[str, object]:
        """The hours of each weekday as text."""
        return {field_of(at): written(on_day(record, at), self.texts) for at in range(WEEK)}

    def load_lines(self, record: StaffRoster) -> None:
        """Fill the days off."""
        self.away.load(
            {"first": days.first, "last": None if days.first == days.last else days.last}
            for days in record.away
        )

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> StaffRoster:
        """The open roster with what was typed; refuses, all at once, what cannot be read."""
        if self.current is None:
            raise AssertionError
        return replace(self.current, hours=hours_read(values), away=away_read(lines["away"]))

    def save_ask(self, record: StaffRoster) -> tuple[ActionFunction, object]:
        """How a roster is saved."""
        return save_roster, SaveRoster(roster=record)

    def follow(self) -> None:
        """Tell how long each day is; who may not edit reads."""
        for at in range(WEEK):
            self.form.echoes[field_of(at)] = self._length(self.form.typed[field_of(at)], at)
        self.form.locked = set() if self.can_edit else set(self.form.specs)
        self.away.locked = not self.can_edit

    def _length(self, typed: str, weekday: int) -> str:
        """How long a day is as it was typed; empty while it cannot be read."""
        others = {field_of(at): "" for at in range(WEEK)}
        try:
            minutes = length_of(hours_read({**others, field_of(weekday): typed}))
        except Refused:
            return ""
        return self.texts.length(minutes) if minutes else ""

    @property
    def can_copy(self) -> bool:
        """Whether Monday's hours can be written on the other working days."""
        return self.is_open and self.can_edit

    def copy_monday(self) -> None:
        """Write Monday's hours on Tuesday to Friday; they hold once they have been saved."""
        for at in range(1, WORKING_DAYS):
            self.form.type(field_of(at), self.form.typed[field_of(0)])


def _read(lists: Lists, own: UnitId) -> _Answer:
    return _Answer(
        coaches=tuple(_coaches(lists.staff.where(unit=own))), rosters=lists.rota.rosters.where(unit=own)
    )


def _coaches(staff: Iterable[Staff]) -> Iterable[Staff]:
    """Those who guide and work here now."""
    return (one for one in staff if one.active and one.roles & COACHES)
