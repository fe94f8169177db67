"""Reads pay runs for the screen: every month's state, and one month with its people; no Qt."""

from dataclasses import dataclass
from datetime import date

from subcontract.actions.approve_pay_run import still_holds
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind
from subcontract.ids import ClientId, UnitId
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.people.client import Client
from subcontract.people.staff import Staff
from subcontract.ports import Lists

MONTHS_BACK = 3
"""How many past months without a run the list offers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsFacts:
    """Every run of the unit, and past months with work that has none."""

    runs: tuple[PayRun, ...]
    missing: tuple[Month, ...]
    staff: tuple[Staff, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """One month: its run if there is one, payouts and people."""

    month: Month
    run: PayRun | None
    payouts: tuple[Payout, ...]
    clients: dict[ClientId, Client]
    changed: bool = False
    """Whether entries of the month came after the calculation."""
    has_work: bool = False
    calculated_by: str = ""
    complete: bool = True
    """Whether the office has declared the month complete."""


def read_runs(lists: Lists, unit: UnitId, today: date) -> RunsFacts:
    """Runs, and past months that have work and no run."""
    runs = lists.pay_runs.where(unit=unit, ledger=Ledger.ALLOWANCE)
    paid = {run.month for run in runs}
    this = Month.of(today)
    months = [this.plus(-back) for back in range(MONTHS_BACK + 1)]
    worked = _worked(lists, unit, DateRange(months[-1].first, this.last))
    missing = tuple(month for month in months if month in worked - paid)
    return RunsFacts(runs=runs, missing=missing, staff=lists.staff.all())


def _worked(lists: Lists, unit: UnitId, days: DateRange) -> set[Month]:
    """The months in which anybody has been at work."""
    jobs = {job.id for job in lists.jobs.where(unit=unit)}
    sums = lists.entry_sums(days)
    return {one.month for one in sums if one.kind is EntryKind.WORK and one.people and one.job in jobs}


def read_run(lists: Lists, unit: UnitId, month: Month) -> RunFacts:
    """One month's run with its people."""
    runs = lists.pay_runs.where(unit=unit, ledger=Ledger.ALLOWANCE, month=month)
    if not runs:
        worked = bool(_worked(lists, unit, month.days))
        return RunFacts(month=month, run=None, payouts=(), clients={}, has_work=worked)
    run = runs[0]
    payouts = lists.payouts.where(pay_run=run.id)
    late = lists.entries.recorded_after(run.calculated_at, month.days)
    by = lists.staff.find(run.calculated_by)
    complete = lists.complete_months.find((unit, month)) is not None
    return RunFacts(
        month=month,
        run=run,
        payouts=payouts,
        clients={client.id: client for client in lists.clients.where(unit=unit)},
        changed=any(entry.unit == unit for entry in late),
        has_work=True,
        calculated_by=by.name if by else "",
        complete=complete,
    )


def holds(lists: Lists, facts: RunFacts) -> bool:
    """Whether the run would come out the same now: tariffs, forms of work and other runs count too."""
    return facts.run is None or still_holds(lists, facts.run, facts.payouts)
