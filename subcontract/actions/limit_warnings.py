"""Tells of those whose pay takes the month near an earnings limit or over it, when a run is reckoned."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from subcontract import rules
from subcontract.actions.earned_in import counted_by
from subcontract.actions.pay_source import Reading
from subcontract.benefits.earnings import LimitState
from subcontract.benefits.earnings_months import Earning, EarningsFacts, month_of_earnings, pensions_in
from subcontract.benefits.records import EarnedIn, Pension
from subcontract.days import Month
from subcontract.ids import ClientId, UnitId
from subcontract.money import ZERO, Money
from subcontract.payout.calculate import Result
from subcontract.payout.records import Ledger
from subcontract.payout.wages.differences import of_own_month
from subcontract.payout.warnings import PayWarning


def with_limit_warnings(
    books: Reading, unit: UnitId, month: Month, pay_day: date, results: dict[ClientId, Result]
) -> dict[ClientId, Result]:
    """The results, with a warning where pay and earnings elsewhere come near a limit; plans do not count."""
    by = counted_by(books, unit, pay_day)
    watched = _month_of(pay_day) if by is EarnedIn.PAYMENT else month
    pensions = _pensions(books, watched, results)
    if not pensions:
        return results
    also = _paid_too(books, unit, month, watched) if by is EarnedIn.PAYMENT else {}
    outside = books.pay.outside_earnings.where(client=tuple(pensions), month=watched)
    facts = {
        client: EarningsFacts(
            pensions=own,
            earnings=(
                Earning(
                    work_day=watched.first,
                    pay_day=watched.first,
                    amount=_counted(results[client], by) + also.get(client, ZERO),
                ),
            ),
            outside=tuple(one for one in outside if one.client == client),
        )
        for client, own in pensions.items()
    }
    found = dict(results)
    for client, one in facts.items():
        warning = _warning(month_of_earnings(one, watched, one.pensions).state)
        if warning is not None and results[client].taxable:
            found[client] = replace(results[client], warnings=results[client].warnings | {warning})
    return found


def _month_of(pay_day: date) -> Month:
    """The month of the day on which pay is really paid (TSL 2:15)."""
    return Month.of(rules.pay_day(pay_day).value)


def _counted(result: Result, by: EarnedIn) -> Money:
    """What of a result counts in the month that is watched."""
    return result.taxable if by is EarnedIn.PAYMENT else of_own_month(result.taxable, result.lines)


def _warning(state: LimitState) -> PayWarning | None:
    """What a light says in a pay run."""
    if state is LimitState.OVER:
        return PayWarning.EARNINGS_OVER
    return PayWarning.EARNINGS_NEAR if state.is_near else None


def _pensions(
    books: Reading, month: Month, results: Mapping[ClientId, Result]
) -> dict[ClientId, tuple[Pension, ...]]:
    """The pensions of those who are paid, in the month that is watched."""
    found: dict[ClientId, tuple[Pension, ...]] = {}
    for one in pensions_in(books.pay.pensions.where(client=tuple(results)), month):
        found[one.client] = (*found.get(one.client, ()), one)
    return found


def _paid_too(books: Reading, unit: UnitId, month: Month, watched: Month) -> dict[ClientId, Money]:
    """What other wage runs pay in the same month; a payout that was reopened is not paid."""
    runs = books.pay_runs.where(unit=unit, ledger=Ledger.WAGE)
    same = tuple(run.id for run in runs if _month_of(run.pay_day) == watched and run.month != month)
    found: dict[ClientId, Money] = defaultdict(lambda: ZERO)
    payouts = books.payouts.where(pay_run=same)
    reopened = books.pay.reopenings.where(payout=tuple(payout.id for payout in payouts))
    not_paid = {one.payout for one in reopened}
    for payout in payouts:
        if payout.id not in not_paid:
            found[payout.client] += payout.taxable
    return found
