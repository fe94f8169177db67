"""The tax-free limit of the work allowance, by day or on the period's average.

TVL 1535/1992 92 § 23 k: at most 12 euros *on average per day*, not told over which period. Each
person's day at most the limit, all jobs together, is right under every reading; the period's average
is a setting.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from subcontract import rules
from subcontract.money import ZERO, Money, ratio, total
from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.problems import Code, refuse
from subcontract.rules import Ruled, WorkingLine
from subcontract.words import N_

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceSplit:
    """What of a person's allowance is free of tax, taxable or cut; the three sum to what was earned."""

    days: int
    tax_free: Money
    taxable: Money
    cut: Money
    """Above the limit and not paid."""
    average: Money
    """Tax-free allowance of a day on average."""
    lines: tuple[WorkingLine, ...] = ()


def day_sums(entries: Iterable[tuple[K, date, Money]]) -> dict[K, dict[date, Money]]:
    """Sum what each person earned on each day, all jobs together."""
    sums: dict[K, dict[date, Money]] = defaultdict(dict)
    for person, day, amount in entries:
        days = sums[person]
        days[day] = days.get(day, ZERO) + amount
    return dict(sums)


def split_allowance(sums: Mapping[date, Money], mode: LimitMode, above: AboveLimit) -> AllowanceSplit:
    """Split one person's sums of days at the limit of each day.

    A day with nothing counts as attended. Refuses a day whose sum is below zero (``negative_day``),
    a payment without an attended day (``no_attended_days``) and days without a known limit.
    """
    if not sums:
        raise refuse(Code.NO_ATTENDED_DAYS)
    for day, amount in sums.items():
        if amount < ZERO:
            raise refuse(Code.NEGATIVE_DAY, day=day)
    lines = _by_day(sums) if mode is LimitMode.DAY else _by_period(sums)
    tax_free = total(line.amount for line in lines if isinstance(line.amount, Money))
    over = total(sums.values()) - tax_free
    taxable = over if above is AboveLimit.TAXABLE else ZERO
    return AllowanceSplit(
        days=len(sums),
        tax_free=tax_free,
        taxable=taxable,
        cut=over - taxable,
        average=Money.rounded(ratio(tax_free.amount, len(sums))),
        lines=(*lines, *_above(over, above)),
    )


def _by_day(sums: Mapping[date, Money]) -> tuple[WorkingLine, ...]:
    """Each day at most its own limit."""
    return tuple(_day_line(day, sums[day], rules.allowance_limit(day)) for day in sorted(sums))


def _day_line(day: date, amount: Money, limit: Ruled[Money]) -> WorkingLine:
    """One day: the smaller of what was earned and the limit."""
    return WorkingLine(
        what=N_("Allowance of {day}, at most the tax-free limit"),
        facts={"day": day},
        basis=amount.amount,
        rate=limit.value.amount,
        amount=min(amount, limit.value),
    ).by(limit)


def _by_period(sums: Mapping[date, Money]) -> tuple[WorkingLine, ...]:
    """The whole period at most its days times the limit, one line for each limit in force."""
    days_of: dict[Ruled[Money], int] = {}
    by_first: dict[date, Ruled[Money]] = {}
    for day in sorted(sums):
        limit = rules.allowance_limit(day)
        limit = by_first.setdefault(limit.valid_from, limit)
        days_of[limit] = days_of.get(limit, 0) + 1
    left = total(sums.values())
    lines: list[WorkingLine] = []
    for limit, days in days_of.items():
        part = min(left, limit.value.times(days))
        left -= part
        lines.append(_period_line(days, part, limit))
    return tuple(lines)


def _period_line(days: int, part: Money, limit: Ruled[Money]) -> WorkingLine:
    """The days under one limit."""
    return WorkingLine(
        what=N_("Allowance of {days} attended days, at most the tax-free limit on average"),
        facts={"days": days},
        basis=limit.value.times(days).amount,
        rate=limit.value.amount,
        amount=part,
    ).by(limit)


def _above(over: Money, above: AboveLimit) -> tuple[WorkingLine, ...]:
    """What is over the limit, if anything."""
    if not over:
        return ()
    what = (
        N_("Above the limit, not paid") if above is AboveLimit.CUT else N_("Above the limit, paid as taxable")
    )
    return (WorkingLine(what=what, amount=over),)
