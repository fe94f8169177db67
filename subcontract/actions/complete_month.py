"""The office's word that a month of a unit has been checked, and opening it again by two people."""

from dataclasses import dataclass

from subcontract.actions.act import Done, Kind, Permission, Worker
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.hours.entry import MonthComplete
from subcontract.hours.gaps import Gap, Recorded, gaps_of
from subcontract.hours.in_force import in_force
from subcontract.ids import UnitId
from subcontract.payout.records import PayRunState
from subcontract.ports import Books, Lists
from subcontract.problems import Code, refuse

CHANGED = frozenset({Kind.ENTRIES})


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteMonth:
    """Which month, and how many gaps the office has seen and accepts."""

    unit: UnitId
    month: Month
    known_gaps: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenMonth:
    """Which month."""

    unit: UnitId
    month: Month


def gaps_in(books: Books | Lists, clock: Clock, unit: UnitId, month: Month) -> tuple[Gap, ...]:
    """Read a month of a unit and list its gaps."""
    days = month.days
    shifts = books.shifts.within(days, unit=unit)
    ids = {shift.id for shift in shifts}
    recorded = Recorded(
        today=clock.today(),
        shifts=shifts,
        assignments=tuple(each for each in books.assignments.within(days) if each.shift in ids),
        entries=in_force(books.entries.within(days, unit=unit)),
        complete=books.complete_days.within(days, unit=unit),
        clients={client.id: client for client in books.clients.where(unit=unit)},
        jobs={job.id: job for job in books.jobs.where(unit=unit)},
    )
    return gaps_of(recorded)


def complete_month(ask: CompleteMonth, books: Books, clock: Clock, who: Worker) -> Done:
    """Lock the month: from now on entries of it are corrections with a reason.

    Refuses ``month_has_gaps`` when there are more gaps than were seen, ``future_day`` before the month
    has begun, and ``nothing_to_do`` when it is complete. Cannot be undone alone: see ``reopen_month``.
    """
    who.must_be_allowed(Permission.COMPLETE_MONTH)
    if ask.month.first > clock.today():
        raise refuse(Code.FUTURE_DAY, "month", day=ask.month.first)
    if books.complete_months.find((ask.unit, ask.month)) is not None:
        raise refuse(Code.NOTHING_TO_DO)
    gaps = gaps_in(books, clock, ask.unit, ask.month)
    if len(gaps) > ask.known_gaps:
        raise refuse(Code.MONTH_HAS_GAPS, number=len(gaps))
    books.complete_months.add(MonthComplete(unit=ask.unit, month=ask.month, by=who.staff, at=clock.now()))
    return Done(changed=CHANGED, id=ask.unit, facts={"month": ask.month, "number": len(gaps)})


def reopen_month(ask: ReopenMonth, books: Books, _clock: Clock, who: Worker) -> Done:
    """Open a complete month again.

    Refuses ``same_person`` for the one who completed it, ``already_paid`` once a pay run of the month
    has been approved, and ``nothing_to_do`` for a month that is open.
    """
    who.must_be_allowed(Permission.COMPLETE_MONTH)
    complete = books.complete_months.find((ask.unit, ask.month))
    if complete is None:
        raise refuse(Code.NOTHING_TO_DO)
    if complete.by == who.staff:
        raise refuse(Code.SAME_PERSON)
    runs = books.pay_runs.where(unit=ask.unit, month=ask.month)
    if any(run.state is PayRunState.APPROVED for run in runs):
        raise refuse(Code.ALREADY_PAID)
    books.complete_months.remove(complete)
    return Done(changed=CHANGED, id=ask.unit, facts={"month": ask.month})
