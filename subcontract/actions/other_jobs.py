"""What people earn in a month at our other jobs, worked and planned: it uses its part of a limit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from subcontract.actions.pay_source import Reading
from subcontract.days import Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.hours.pieces import is_present
from subcontract.ids import ClientId
from subcontract.jobs.job import Job
from subcontract.money import ZERO, Money
from subcontract.payout.wages.day_pay import DayPay
from subcontract.people.client import Client
from subcontract.rota.shift import Assignment, Shift, ShiftState
from subcontract.rota.times import planned_minutes


def earned_at_other_jobs(
    books: Reading, job: Job, month: Month, clients: Mapping[ClientId, Client]
) -> Mapping[ClientId, Money]:
    """Pay by the agreements for the days of a month at every job but one."""
    ids = tuple(clients)
    if not ids:
        return {}
    pay = DayPay(
        books.pay.employments.where(client=ids),
        books.pay.fee_terms.where(client=ids),
        books.pay.pay_settings.where(unit=job.unit),
    )
    entries = in_force(books.entries.within(month.days, client=ids))
    sums: dict[ClientId, Money] = defaultdict(lambda: ZERO)
    for entry in entries:
        if entry.client is not None and entry.job != job.id and is_present(entry):
            sums[entry.client] += pay.of(clients[entry.client], entry.day, entry.job, entry.minutes)
    for placed, shift in _to_come(books, month, ids, entries):
        if shift.job != job.id:
            minutes = planned_minutes(shift)
            sums[placed.client] += pay.of(clients[placed.client], shift.day, shift.job, minutes)
    return sums


def _to_come(
    books: Reading, month: Month, clients: tuple[ClientId, ...], entries: tuple[WorkEntry, ...]
) -> Iterator[tuple[Assignment, Shift]]:
    """The shifts of a month of which nothing has been recorded for the person."""
    recorded = {(one.shift, one.client) for one in entries}
    placed = books.assignments.within(month.days, client=clients)
    shifts = {one.id: one for one in books.shifts.where(id=tuple({each.shift for each in placed}))}
    for each in placed:
        shift = shifts.get(each.shift)
        if (
            shift is not None
            and shift.state is ShiftState.PLANNED
            and (shift.id, each.client) not in recorded
        ):
            yield each, shift
