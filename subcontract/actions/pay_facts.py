"""Everybody's result of a month in a ledger, reckoned from what is stored now."""

from datetime import date

from subcontract.actions.allowance_facts import allowance_results
from subcontract.actions.limit_warnings import with_limit_warnings
from subcontract.actions.pay_source import PaySource, Reading
from subcontract.actions.wage_facts import WageSource, paid_before
from subcontract.days import Month
from subcontract.ids import ClientId, UnitId
from subcontract.payout.calculate import Result
from subcontract.payout.records import Ledger
from subcontract.payout.wages.facts import PayingFacts
from subcontract.payout.wages.of_allowance import with_withholding

__all__ = ["Reading", "results_of"]


def results_of(
    books: Reading, unit: UnitId, ledger: Ledger, month: Month, pay_day: date
) -> dict[ClientId, Result]:
    """Reckon a month, with corrections of approved months and what was carried over."""
    source = PaySource(books=books, unit=unit, ledger=ledger)
    if ledger is Ledger.WAGE:
        wages = WageSource(source=source).results(month, pay_day)
        return with_limit_warnings(books, unit, month, pay_day, wages)
    results = allowance_results(source, month)
    if not any(result.taxable for result in results.values()):
        return results
    paying = PayingFacts(
        pay_day=pay_day,
        provider=books.units.get(unit).kind,
        cards=books.pay.tax_cards.where(client=tuple(results)),
        paid=paid_before(books, unit),
    )
    return with_withholding(results, month, paying)
