"""In which months there is work that each ledger pays; no Qt."""

from collections.abc import Iterable

from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind
from subcontract.hours.in_force import in_force
from subcontract.hours.pieces import is_present
from subcontract.ids import UnitId
from subcontract.payout.ledgers import WAGE_FORMS, Forms
from subcontract.payout.records import Ledger
from subcontract.ports import Lists

Months = dict[Ledger, frozenset[Month]]


def worked_months(lists: Lists, unit: UnitId, days: DateRange) -> frozenset[Month]:
    """The months of some days in which anybody has been at work."""
    jobs = {job.id for job in lists.jobs.where(unit=unit)}
    sums = lists.entry_sums(days)
    return frozenset(
        one.month for one in sums if one.kind is EntryKind.WORK and one.people and one.job in jobs
    )


def months_of_ledgers(lists: Lists, unit: UnitId, months: Iterable[Month]) -> Months:
    """Of some months, those with work of each ledger.

    Work whose form nobody has agreed counts as allowance: its run tells who lacks it.
    """
    forms = Forms(lists.pay.employments.where(unit=unit))
    clients = {client.id: client for client in lists.clients.where(unit=unit)}
    found: dict[Ledger, set[Month]] = {ledger: set() for ledger in Ledger}
    for month in months:
        for entry in in_force(lists.entries.within(month.days, unit=unit)):
            client = clients.get(entry.client) if entry.client else None
            if client is not None and is_present(entry):
                wage = forms.of(client, entry) in WAGE_FORMS
                found[Ledger.WAGE if wage else Ledger.ALLOWANCE].add(month)
    return {ledger: frozenset(of) for ledger, of in found.items()}


def unpaid_months(
    lists: Lists, unit: UnitId, days: DateRange, ledgers: Iterable[Ledger] = Ledger
) -> tuple[tuple[Month, Ledger], ...]:
    """Months of some days with work that a ledger pays and no run of it, oldest first."""
    wanted = tuple(ledgers)
    runs = {(run.month, run.ledger) for run in lists.pay_runs.where(unit=unit)}
    months = sorted(worked_months(lists, unit, days))
    open_ = [month for month in months if any((month, ledger) not in runs for ledger in wanted)]
    work = months_of_ledgers(lists, unit, open_)
    return tuple(
        (month, ledger)
        for month in open_
        for ledger in wanted
        if month in work[ledger] and (month, ledger) not in runs
    )
