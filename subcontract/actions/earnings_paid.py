"""What wage runs have reckoned of pensioners' earnings, and when they last looked at somebody's month."""

from collections.abc import Iterator
from datetime import date, datetime

from subcontract import rules
from subcontract.actions.calculate_pay_run import pay_day_of
from subcontract.actions.pay_source import Reading
from subcontract.benefits.earnings_months import Earning
from subcontract.benefits.records import EarnedIn
from subcontract.days import Month
from subcontract.ids import ClientId, UnitId
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wages.differences import corrections_in, of_own_month


class PaidByRuns:
    """The wage runs of some months, approved or not, with the payouts of some people."""

    def __init__(
        self, books: Reading, unit: UnitId, clients: tuple[ClientId, ...], months: tuple[Month, ...]
    ) -> None:
        """Read them."""
        self._runs = books.pay_runs.where(unit=unit, ledger=Ledger.WAGE, month=months)
        self._of_month = {run.month: run for run in self._runs}
        ids = tuple(run.id for run in self._runs)
        self._payouts = books.payouts.where(client=clients, pay_run=ids)
        self._reopened = {one.payout: one.at for one in books.pay.reopenings.where(client=clients)}
        self._told = {(payout.client, month) for payout in self._payouts for month in _months(payout)}

    def pay_day(self, month: Month) -> date | None:
        """The day on which a month is paid: the working day before, if the agreed day is off (TSL 2:15)."""
        run = self._of_month.get(month)
        return rules.pay_day(run.pay_day).value if run else None

    def pay_day_to_come(self, month: Month) -> date:
        """The day on which work is paid that no run has looked at yet: after an approved month, the next."""
        while month in self._of_month and self._of_month[month].approved:
            month = month.plus(1)
        return self.pay_day(month) or pay_day_of(month)

    def earnings(self, by: EarnedIn) -> Iterator[tuple[ClientId, Earning]]:
        """What is paid; by work a correction belongs to its own month, and what was carried over to none."""
        for payout in self._payouts:
            if self._is_taken_over(payout):
                continue
            pay_day = self.pay_day(payout.month) or payout.month.last
            own = payout.taxable
            if by is EarnedIn.WORK:
                own = of_own_month(payout.taxable, payout.lines)
                for month, line in corrections_in(payout.lines):
                    yield payout.client, Earning(work_day=month.last, pay_day=pay_day, amount=line.amount)
            yield payout.client, Earning(work_day=payout.month.last, pay_day=pay_day, amount=own)

    def looked(self, client: ClientId, month: Month) -> datetime | None:
        """When a run last looked at a person's month, ``None`` when none has told anything of it.

        The month's own run does, and once that is approved every other one that is calculated later.
        """
        if (client, month) not in self._told:
            return None
        own = self._of_month.get(month)
        since = own.approved_at if own else None
        others = (run.calculated_at for run in self._runs if since and run.calculated_at > since)
        return max((*([own.calculated_at] if own else []), *others), default=None)

    def _is_taken_over(self, payout: Payout) -> bool:
        """Whether a payout was reopened and a later calculation pays what is due in its place."""
        reopened = self._reopened.get(payout.id)
        return reopened is not None and any(self._is_after(run, reopened, payout) for run in self._runs)

    @staticmethod
    def _is_after(run: PayRun, moment: datetime, payout: Payout) -> bool:
        return run.id != payout.pay_run and run.calculated_at >= moment


def _months(payout: Payout) -> Iterator[Month]:
    """The months that a payout tells of: its own, and those that it corrects."""
    yield payout.month
    for month, _ in corrections_in(payout.lines):
        yield month
