"""The week's list for the wall: what it tells, and showing it; no Qt."""

from datetime import date
from typing import Protocol

from subcontract import papers
from subcontract.ids import ClientId
from subcontract.people.call_names import call_names
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.rota.plan_state import plan_state
from subcontract.rota.shift import Shift, ShiftState
from subcontract.rota.warnings import away_on
from subcontract.words import N_
from ui.presenters.base import Progress
from ui.presenters.owner import Owner
from ui.presenters.recording.rows import photo_of
from ui.presenters.rota.board import Week, read_week
from ui.presenters.rota.papers.on_paper import first_name, pictogram_of


class OfWeek(Owner, Protocol):
    """What the list needs to know of the board that it belongs to."""

    monday: date


class WallList:
    """The list of the week on the board, as a paper."""

    def __init__(self, board: OfWeek) -> None:
        """Belong to a board."""
        self.board = board
        self.paper = b""
        """The paper in sight; empty when there is none."""

    @property
    def is_open(self) -> bool:
        """Whether the paper is in sight in place of the board."""
        return bool(self.paper)

    @property
    def name(self) -> str:
        """The name of its file: no person in it."""
        week = self.board.monday.isocalendar()
        said = self.board.texts.say(N_("shifts-{year}-week-{week}"), year=str(week.year), week=str(week.week))
        return f"{said}.pdf"

    def show(self) -> None:
        """Make the list of the week and show it."""
        board = self.board
        unit, monday, texts = board.door.who.unit, board.monday, board.texts

        def make(lists: Lists, _progress: Progress) -> bytes:
            week = read_week(lists, unit, monday)
            facts = wall_facts(week, lists.units.get(unit))
            return papers.wall_list_pdf(facts, texts)

        board.door.work(make, lambda paper: self._show(monday, paper))

    def _show(self, monday: date, paper: bytes) -> None:
        """Show the paper, unless another week has been chosen meanwhile."""
        if monday == self.board.monday:
            self.paper = paper
            self.board.tell()

    def close(self) -> bool:
        """Back to the board; false when no paper was in sight."""
        was, self.paper = self.paper, b""
        if was:
            self.board.tell()
        return bool(was)


def wall_facts(week: Week, unit: Unit, only: frozenset[date] = frozenset()) -> papers.WallListFacts:
    """The week's standing shifts with call names, and photos only of those who have said yes.

    Who is known to be away is not on the wall: nobody waits for them, and nobody reads why.
    """
    mine = [one for one in week.plan.shifts if one.day in week.days and one.state is ShiftState.PLANNED]
    names = call_names(client for shift in mine for client in week.plan.clients_on(shift.id))
    told = only or frozenset(week.days)
    return papers.WallListFacts(
        unit=unit,
        monday=week.days.first,
        shifts=tuple(_shift(shift, week, names) for shift in mine),
        only=only,
        state=plan_state(week.plan, week.promised, week.days, whose=lambda seat: seat.day in told),
    )


def _shift(shift: Shift, week: Week, names: dict[ClientId, str]) -> papers.WallShift:
    """One shift for the wall."""
    plan, job = week.plan, week.plan.job_by_id.get(shift.job)
    return papers.WallShift(
        day=shift.day,
        start=shift.start,
        end=shift.end,
        job=job.name if job else "",
        place=shift.place or (job.place if job else ""),
        pictogram=pictogram_of(job, shift),
        coach=first_name(plan.staff_by_id.get(shift.coach) if shift.coach else None),
        people=tuple(
            papers.WallPerson(name=names[client.id], photo=photo_of(client))
            for client in plan.clients_on(shift.id)
            if away_on(client, shift.day) is None
        ),
    )
