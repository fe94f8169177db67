"""What of people's wages has been paid here, as far as their claims of a wage subsidy wait for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from subcontract.actions.pay_source import Reading
from subcontract.benefits.subsidy_months import Paid
from subcontract.days import Month
from subcontract.ids import ClientId, UnitId
from subcontract.payout.lines import month_of_difference
from subcontract.payout.records import Ledger, Payout, PayRunState


@dataclass(frozen=True, slots=True)
class _Months:
    """One person's months."""

    approved: set[Month] = field(default_factory=set)
    any: set[Month] = field(default_factory=set)
    """With a payout of any kind, also one that was taken back."""


def paid_here(books: Reading, unit: UnitId, clients: Iterable[ClientId]) -> Mapping[ClientId, Paid]:
    """For each client of a unit the months paid, and those in which there was nothing to pay."""
    wanted = tuple(dict.fromkeys(clients))
    runs = books.pay_runs.where(unit=unit, ledger=Ledger.WAGE)
    first = min((run.month for run in runs), default=None)
    settled = {run.month for run in runs if run.state is PayRunState.APPROVED}
    months = {client: _Months() for client in wanted}
    reopened = {one.payout for one in books.pay.reopenings.where(client=wanted)}
    for payout in books.payouts.where(client=wanted, ledger=Ledger.WAGE):
        found = months[payout.client]
        found.any.update(_months(payout))
        if payout.approved and payout.id not in reopened:
            found.approved.update(_months(payout))
    return {
        client: Paid(first=first, approved=frozenset(one.approved), empty=frozenset(settled - one.any))
        for client, one in months.items()
    }


def _months(payout: Payout) -> set[Month]:
    """The month of a payout and those that it corrects."""
    corrected = {month_of_difference(line) for line in payout.lines}
    return {payout.month} | {month for month in corrected if month is not None}
