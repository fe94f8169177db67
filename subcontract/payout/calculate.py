"""The allowance of a month: every client's result with its working, from facts to lines."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from subcontract.ids import ClientId
from subcontract.money import ZERO, Money, total
from subcontract.payout import lines
from subcontract.payout.earnings import earnings
from subcontract.payout.expenses import expense_line
from subcontract.payout.facts import MonthFacts
from subcontract.payout.ledgers import expenses_of
from subcontract.payout.limits import Limits, hold, is_near
from subcontract.payout.pots import pot_lines
from subcontract.payout.records import Ledger, PayoutLine
from subcontract.payout.tariffs import TariffTable
from subcontract.payout.wage_records import PayItem, WageSums
from subcontract.payout.warnings import PayWarning
from subcontract.payout.work import ClientMonth, months_of
from subcontract.problems import Code, refuse

NOT_OWN = frozenset({lines.DIFFERENCE_RULE, lines.CARRY_RULE, *lines.WITHHELD_RULES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One client's result of a month in a ledger, before it belongs to a pay run."""

    client: ClientId
    days: int = 0
    minutes: int = 0
    pieces: int = 0
    tax_free: Money = ZERO
    taxable: Money = ZERO
    cut: Money = ZERO
    lines: tuple[PayoutLine, ...] = ()
    warnings: frozenset[PayWarning] = frozenset()
    wage: WageSums | None = None
    """What is withheld, paid back and paid on top, where there is such."""


def calculate(facts: MonthFacts) -> dict[ClientId, Result]:
    """Reckon the month; clients in the order of their numbers.

    Refuses when money would be paid to somebody without attended days (``no_attended_days``).
    """
    table, limits = TariffTable(facts.tariffs), Limits()
    months = months_of(facts)
    pots = pot_lines(facts, months, table)
    ordered = sorted(months.values(), key=lambda month: (month.client.number, str(month.client.id)))
    results = {
        month.client.id: _result(month, pots.get(month.client.id, []), table, limits) for month in ordered
    }
    for client, items in expenses_of(facts, Ledger.ALLOWANCE).items():
        results[client] = _with_expenses(results.get(client, Result(client=client)), items)
    return results


def _with_expenses(result: Result, items: list[PayItem]) -> Result:
    """A result with costs paid back beside it: free of tax and outside the limit."""
    added = tuple(expense_line(item) for item in sorted(items, key=lambda item: (item.day, str(item.id))))
    sum_of_them = total(line.amount for line in added)
    return replace(
        result,
        tax_free=result.tax_free + sum_of_them,
        lines=(*result.lines, *added),
        wage=WageSums(expenses=sum_of_them),
    )


def _result(month: ClientMonth, from_pots: list[PayoutLine], table: TariffTable, limits: Limits) -> Result:
    """One client's month: earned, held to the limit, and what to look at."""
    earned = sorted([*earnings(month, table), *from_pots], key=_by_day)
    held = hold(month.days, earned, table, limits)
    if not month.days and held.tax_free + held.taxable > ZERO:
        raise refuse(Code.NO_ATTENDED_DAYS, client=month.client.number)
    warnings = set(month.warnings)
    if not month.client.iban:
        warnings.add(PayWarning.IBAN_MISSING)
    if held.cut:
        warnings.add(PayWarning.CUT_MADE)
    if held.taxable:
        warnings.add(PayWarning.TAXABLE_PART)
    if month.days and not held.cut and not held.taxable and is_near(held.tax_free, month.days, limits):
        warnings.add(PayWarning.NEAR_LIMIT)
    return Result(
        client=month.client.id,
        days=len(month.days),
        minutes=month.minutes,
        pieces=month.pieces,
        tax_free=held.tax_free,
        taxable=held.taxable,
        cut=held.cut,
        lines=(*earned, *held.lines),
        warnings=frozenset(warnings),
    )


def _by_day(line: PayoutLine) -> tuple[int, str]:
    """Days in order, and the lines of a day in a fixed one."""
    return (line.day.toordinal() if line.day else 0, line.what)


def paid_of(results: Mapping[ClientId, Result]) -> Money:
    """What is paid to everybody together."""
    return total(result.tax_free + result.taxable for result in results.values())


def own_lines(result_lines: tuple[PayoutLine, ...]) -> tuple[PayoutLine, ...]:
    """Lines of the month's own work: corrections, carried sums and what is withheld left out."""
    return tuple(line for line in result_lines if line.rule not in NOT_OWN)
