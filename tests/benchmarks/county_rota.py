"""The rota of a county for measuring: sixty shifts in each week with seven people on each."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from uuid import UUID

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import AssignmentId, ClientId, EntryId, JobId, PhaseId, ShiftId
from subcontract.ports import OpenBooks
from subcontract.rota.calendar import DAYS_IN_WEEK
from subcontract.rota.shift import Assignment, Shift
from tests import make
from tests.benchmarks import county

SHIFTS, ON_EACH, MOST = 60, 7, 9


def settle(open_books: OpenBooks, monday: date, weeks: range, recorded: range = range(0)) -> None:
    """Put the weeks counted from one of them into the books; on those ``recorded`` all came to work."""
    with open_books() as books:
        for week in weeks:
            for number, shift in enumerate(shifts(monday + timedelta(days=DAYS_IN_WEEK * week))):
                books.shifts.add(shift)
                for client in people(number, week):
                    books.assignments.add(_assignment(shift, client))
                    if week in recorded:
                        books.entries.add(_entry(shift, client))
        books.commit()


def shifts(monday: date) -> Iterator[Shift]:
    """The shifts of a week, Monday to Friday, half of them in the morning."""
    for number in range(SHIFTS):
        yield make.shift(
            id=ShiftId(UUID(int=(monday.toordinal() << 16) + number)),
            day=monday + timedelta(days=number % 5),
            job=JobId(UUID(int=30_000 + number)),
            start=time(8 + number % 2 * 4),
            end=time(12 + number % 2 * 4),
            most=MOST,
        )


def people(number: int, week: int) -> Iterable[ClientId]:
    """Who is on a shift of a week."""
    for seat in range(ON_EACH):
        yield ClientId(UUID(int=10_000 + (number * ON_EACH + seat + week * 13) % county.CLIENTS))


def _assignment(shift: Shift, client: ClientId) -> Assignment:
    return Assignment(id=AssignmentId(ids.new()), shift=shift.id, client=client, day=shift.day)


def _entry(shift: Shift, client: ClientId) -> WorkEntry:
    return WorkEntry(
        id=EntryId(ids.new()),
        unit=make.UNIT,
        kind=EntryKind.WORK,
        day=shift.day,
        job=shift.job,
        phase=PhaseId(UUID(int=shift.job.int + 10_000)),
        shift=shift.id,
        client=client,
        start=shift.start,
        end=shift.end,
        break_minutes=15,
        minutes=225,
        by=make.MANAGER,
        at=standing_at(shift.day, 17).now(),
    )
