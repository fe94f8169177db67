"""Holds a client's month to the tax-free limit, line by line (TVL 92 § 23)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.money import ZERO, Money, total
from subcontract.payout import lines
from subcontract.payout.records import AboveLimit, LimitMode, PayoutLine, Tariff
from subcontract.payout.tariffs import TariffTable
from subcontract.rules import Ruled

NEAR = Decimal("0.95")
"""From this part of the limit an average counts as near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the limit leaves: the parts, and the lines that tell of what it took."""

    tax_free: Money
    taxable: Money = ZERO
    cut: Money = ZERO
    lines: tuple[PayoutLine, ...] = ()


class Limits:
    """The limit of each day, looked up once."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._known: dict[date, Ruled[Money]] = {}

    def on(self, day: date) -> Ruled[Money]:
        """The limit in force on a day."""
        if day not in self._known:
            self._known[day] = rules.allowance_limit(day)
        return self._known[day]


def hold(days: Iterable[date], earned: Iterable[PayoutLine], table: TariffTable, limits: Limits) -> Held:
    """Hold the earnings of attended ``days`` to the limit as each day's tariff reads it."""
    sums: dict[date, Money] = defaultdict(lambda: ZERO)
    for line in earned:
        if line.day is not None:
            sums[line.day] += line.amount
    attended: dict[LimitMode, dict[date, Tariff]] = {mode: {} for mode in LimitMode}
    for day in sorted(days):
        tariff = table.on(day)
        if tariff is not None:
            attended[tariff.limit_mode][day] = tariff
    found = _by_day(attended[LimitMode.DAY], sums, limits)
    found += _by_period(attended[LimitMode.PERIOD], sums, limits)
    gross = total(sums.values())
    cut = total(-line.amount for line in found)
    taxable = total(Money(line.basis) for line in found if line.what in lines.TAXABLE)
    return Held(tax_free=gross - cut - taxable, taxable=taxable, cut=cut, lines=tuple(found))


def _by_day(days: Mapping[date, Tariff], sums: Mapping[date, Money], limits: Limits) -> list[PayoutLine]:
    """What exceeds the limit of each single day, all jobs together."""
    found = []
    for day, tariff in days.items():
        limit = limits.on(day)
        above = sums.get(day, ZERO) - limit.value
        if above > ZERO:
            found.append(_above(above, day, limit, tariff.above_limit, of_day=True))
    return found


def _by_period(days: Mapping[date, Tariff], sums: Mapping[date, Money], limits: Limits) -> list[PayoutLine]:
    """What exceeds the limit times the attended days: the average of the period."""
    if not days:
        return []
    whole = total(sums.get(day, ZERO) for day in days)
    above = whole - total(limits.on(day).value for day in days)
    if above <= ZERO:
        return []
    last = max(days)
    return [_above(above, last, limits.on(last), days[last].above_limit, of_day=False)]


def _above(above: Money, day: date, limit: Ruled[Money], policy: AboveLimit, *, of_day: bool) -> PayoutLine:
    """The line of what exceeds: taken off, or told as taxable without changing the sum."""
    cut = policy is AboveLimit.CUT
    if cut:
        what = lines.CUT_OF_DAY if of_day else lines.CUT_OF_PERIOD
    else:
        what = lines.TAXABLE_OF_DAY if of_day else lines.TAXABLE_OF_PERIOD
    return PayoutLine(
        what=what,
        day=day,
        basis=above.amount,
        rate=limit.value.amount,
        amount=-above if cut else ZERO,
        rule=limit.rule,
        valid_from=limit.valid_from,
        source=f"{limit.basis}; {limit.source}",
    )


def is_near(tax_free: Money, days: Iterable[date], limits: Limits) -> bool:
    """Whether the average of the attended days is close to the limit."""
    most = total(limits.on(day).value for day in days)
    return bool(most) and tax_free.amount >= most.amount * NEAR
