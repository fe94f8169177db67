"""In which months there is work that each ledger pays; no Qt."""

from collections.abc import Iterable

from subcontract.days import DateRange, Month
from subcontract.hours.entry import OF_PEOPLE
from subcontract.hours.in_force import in_force
from subcontract.hours.pieces import is_helping, is_present
from subcontract.ids import UnitId
from subcontract.payout.ledgers import WAGE_FORMS, Forms
from subcontract.payout.records import Ledger
from subcontract.people.client import Client
from subcontract.ports import Lists


def worked_months(lists: Lists, unit: UnitId, days: DateRange) -> frozenset[Month]:
    """The months of some days in which anybody has been at work."""
    jobs = {job.id for job in lists.jobs.where(unit=unit)}
    sums = lists.entry_sums(days)
    return frozenset(one.month for one in sums if one.kind in OF_PEOPLE and one.people and one.job in jobs)


class LedgerWork:
    """Whether anybody's work of a month belongs to a ledger.

    People are asked one by one until the first has some: reading a whole county's month for a yes or no
    would take seconds.
    """

    def __init__(self, lists: Lists, unit: UnitId) -> None:
        """Know the unit's people and their agreements."""
        self._lists = lists
        self._employments = lists.pay.employments.where(unit=unit)
        self._forms = Forms(self._employments)
        self._clients = lists.clients.where(unit=unit)

    def is_in(self, month: Month, ledger: Ledger) -> bool:
        """Whether a ledger has work to pay in a month.

        Work whose form nobody has agreed counts as allowance: its run tells who lacks it.
        """
        return any(self._has(client, month, ledger) for client in self._clients)

    def _has(self, client: Client, month: Month, ledger: Ledger) -> bool:
        forms = {client.form_on(day) for day in month.days}
        of_a_job = any(one.client == client.id and one.days.overlap(month.days) for one in self._employments)
        waged = of_a_job or not forms.isdisjoint(WAGE_FORMS)
        if not (waged if ledger is Ledger.WAGE else forms - WAGE_FORMS):
            return False
        entries = in_force(self._lists.entries.within(month.days, client=client.id))
        wanted = ledger is Ledger.WAGE
        return any(
            (is_present(entry) or is_helping(entry))
            and (self._forms.of(client, entry) in WAGE_FORMS) is wanted
            for entry in entries
        )


def unpaid_months(
    lists: Lists, unit: UnitId, days: DateRange, ledgers: Iterable[Ledger] = Ledger
) -> tuple[tuple[Month, Ledger], ...]:
    """Months of some days with work that a ledger pays and no run of it, oldest first."""
    wanted = tuple(ledgers)
    runs = {(run.month, run.ledger) for run in lists.pay_runs.where(unit=unit)}
    months = sorted(worked_months(lists, unit, days))
    work = LedgerWork(lists, unit)
    return tuple(
        (month, ledger)
        for month in months
        for ledger in wanted
        if (month, ledger) not in runs and work.is_in(month, ledger)
    )
