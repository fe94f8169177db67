"""Corrections of earlier months: what they give now above or below what was settled, kind by kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.money import ZERO, Money, total
from subcontract.payout.lines import month_of_difference
from subcontract.payout.records import Payout, PayoutLine
from subcontract.payout.wage_records import EXPENSES, PayCode
from subcontract.payout.wages import lines
from subcontract.payout.wages.facts import Rests
from subcontract.payout.wages.gross import Gross

Sums = Mapping[PayCode, Money]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierWages:
    """An earlier month that may have changed since it was approved."""

    month: Month
    gross: Mapping[ClientId, Gross]
    """What its facts give now."""
    payouts: tuple[Payout, ...]
    """Approved payouts of the wage ledger: the month's own, and of every other run that may correct it.

    One that was reopened is left out: it is not paid as it stands, so all of it is still due.
    """


def wage_differences(earlier: EarlierWages) -> dict[ClientId, tuple[PayoutLine, ...]]:
    """Lines of what a month now gives above or below what has been settled for it."""
    before = _settled(earlier)
    found: dict[ClientId, tuple[PayoutLine, ...]] = {}
    for client in dict.fromkeys((*earlier.gross, *before)):
        gross = earlier.gross.get(client)
        due = _sums(gross.lines) if gross else {}
        told = before.get(client, {})
        rests = {code: due.get(code, ZERO) - told.get(code, ZERO) for code in PayCode}
        differing = [lines.difference(code, earlier.month, rest) for code, rest in rests.items() if rest]
        if differing:
            found[client] = tuple(differing)
    return found


def _settled(earlier: EarlierWages) -> dict[ClientId, dict[PayCode, Money]]:
    """What has been settled for a month so far: its own payouts and corrections in other runs."""
    sums: dict[ClientId, dict[PayCode, Money]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    for payout in earlier.payouts:
        own = payout.month == earlier.month
        for code, amount in _sums(_for_month(payout.lines, earlier.month, own=own)).items():
            sums[payout.client][code] += amount
    return sums


def _for_month(payout_lines: Iterable[PayoutLine], month: Month, *, own: bool) -> Iterable[PayoutLine]:
    """The lines of a payout that settle a month: its own work, or corrections that another run made."""
    if own:
        return (line for line in payout_lines if line.rule != lines.DIFFERENCE_RULE)
    return (line for line in payout_lines if month_of_difference(line) == month)


def _sums(of: Iterable[PayoutLine]) -> dict[PayCode, Money]:
    """The sum of each kind."""
    sums: dict[PayCode, Money] = defaultdict(lambda: ZERO)
    for line in of:
        code = lines.code_of(line)
        if code is not None:
            sums[code] += line.amount
    return sums


CARRIES = frozenset({lines.CARRIED_PAY, lines.CARRIED_FEES, lines.BROUGHT_PAY, lines.BROUGHT_FEES})


def of_own_month(taxable: Money, of: Iterable[PayoutLine]) -> Money:
    """What of the taxable pay is of the month's own work: no corrections of others, nothing carried over."""
    told = tuple(of)
    carried = total(line.amount for line in told if line.what in CARRIES)
    return taxable - carried - total(line.amount for _, line in corrections_in(told))


def corrections_in(of: Iterable[PayoutLine]) -> Iterator[tuple[Month, PayoutLine]]:
    """Corrections of pay and fees, each with the month that it is of."""
    for line in of:
        month, code = month_of_difference(line), lines.code_of(line)
        if month is not None and code is not None and code not in EXPENSES:
            yield month, line


def rests_of(payout: Payout) -> Rests:
    """What a payout left to be taken from the next one: each sum zero or below."""
    return Rests(
        pay=-_sum_of(payout, lines.CARRIED_PAY),
        fees=-_sum_of(payout, lines.CARRIED_FEES),
        expenses=-_sum_of(payout, lines.CARRIED_EXPENSES),
    )


def rests_brought_to(payout: Payout) -> Rests:
    """What a payout took over from the one before: one that is not paid has taken nothing, so it waits."""
    return Rests(
        pay=_sum_of(payout, lines.BROUGHT_PAY),
        fees=_sum_of(payout, lines.BROUGHT_FEES),
        expenses=_sum_of(payout, lines.BROUGHT_EXPENSES),
    )


def _sum_of(payout: Payout, what: str) -> Money:
    return total(line.amount for line in payout.lines if line.what == what)
