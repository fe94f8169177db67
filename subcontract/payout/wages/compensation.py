"""Holiday compensation of a month: with each payment, or all of it when the employment ends."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.days import Month
from subcontract.ids import EmploymentId
from subcontract.money import ZERO, Money, total
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages import lines
from subcontract.payout.wages.earned import Earned
from subcontract.payout.wages.facts import WageFacts
from subcontract.payout.wages.terms import Agreements, lasted_a_year, lasted_since
from subcontract.payout.wages.work import ClientWork
from subcontract.payout.warnings import PayWarning
from subcontract.people.employment import Employment, HolidayPayment
from subcontract.rules import Ruled

MARCH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Compensation:
    """The month's holiday compensation and what it is reckoned of."""

    lines: tuple[PayoutLine, ...] = ()
    bases: Mapping[EmploymentId, Money] = field(default_factory=dict)
    """Pay for time at work of each employment in the month."""


def year_of_holiday(month: Month) -> date:
    """The last day of the holiday credit year that a month is in (162/2005 4 §)."""
    return date(month.year if month.number <= MARCH else month.year + 1, MARCH, 31)


def compensation_of(
    work: ClientWork, earned: Iterable[Earned], facts: WageFacts, agreements: Agreements
) -> Compensation:
    """Reckon a client's compensation of the month, once on the sum of pay for time at work."""
    bases: dict[EmploymentId, Money] = defaultdict(lambda: ZERO)
    for one in earned:
        if one.counts and one.employment is not None:
            bases[one.employment] += one.line.amount
    found: list[PayoutLine] = []
    sums: dict[Decimal, Money] = defaultdict(lambda: ZERO)
    percentages: dict[Decimal, Ruled[Decimal]] = {}
    all_of_client = agreements.of(work.client.id)
    for employment in all_of_client:
        base = bases.get(employment.id, ZERO)
        if employment.holiday is HolidayPayment.AT_END and employment.days.last >= facts.month.first:
            found += _at_end_or_later(employment, base, facts, all_of_client)
        elif base:
            percentage = percentage_of(employment, facts.month, all_of_client)
            percentages[percentage.value] = percentage
            sums[percentage.value] += base
            if _earns_holiday(employment, work, facts.month):
                work.warnings.add(PayWarning.HOLIDAY_EARNED)
    if any(line.what == lines.COMPENSATION_AT_END for line in found):
        work.warnings.add(PayWarning.HOLIDAY_AT_END)
    found += [compensation_line(lines.COMPENSATION, sums[at], percentages[at]) for at in sorted(sums)]
    return Compensation(lines=tuple(found), bases=dict(bases))


def compensation_line(what: str, base: Money, percentage: Ruled[Decimal]) -> PayoutLine:
    """A percentage of pay for time at work."""
    line = lines.ruled(what, base, percentage, base.percent(percentage.value))
    return replace(line, rule=PayCode.HOLIDAY_COMPENSATION.value)


def percentage_of(
    employment: Employment, month: Month, all_of_client: Iterable[Employment]
) -> Ruled[Decimal]:
    """9 per cent, or 11.5 once the employment has lasted a year by the end of the credit year or its own.

    An employment for an indefinite time is taken to go on to the end of the credit year.
    """
    end = min(year_of_holiday(month), employment.days.last)
    since = lasted_since(employment, all_of_client)
    return rules.holiday_compensation(month.last, a_year_or_more=lasted_a_year(since, end))


def _at_end_or_later(
    employment: Employment, base: Money, facts: WageFacts, all_of_client: Iterable[Employment]
) -> list[PayoutLine]:
    """All that has been earned when the employment ends in the month; before that only a note."""
    if employment.days.last not in facts.month.days:
        return [_later(base)] if base else []
    by_year: dict[date, dict[Month, Money]] = defaultdict(dict)
    for month, sum_of_month in (*facts.holiday_before.get(employment.id, {}).items(), (facts.month, base)):
        by_year[year_of_holiday(month)][month] = sum_of_month
    return [
        _of_year(months, percentage_of(employment, min(months), all_of_client))
        for _, months in sorted(by_year.items())
        if any(months.values())
    ]


def _of_year(months: Mapping[Month, Money], percentage: Ruled[Decimal]) -> PayoutLine:
    """The compensation of one credit year."""
    line = compensation_line(lines.COMPENSATION_AT_END, total(months.values()), percentage)
    return replace(line, blanks=(("first", _written(min(months))), ("last", _written(max(months)))))


def _written(month: Month) -> str:
    """A month as every language of ours reads it: ``4/2026``."""
    return f"{month.number}/{month.year}"


def _later(base: Money) -> PayoutLine:
    """A note of what the month adds to compensation that is paid at the end."""
    return PayoutLine(
        what=lines.COMPENSATION_LATER,
        basis=base.amount,
        basis_unit=lines.EUROS,
        rule=PayCode.HOLIDAY_COMPENSATION.value,
    )


def _earns_holiday(employment: Employment, work: ClientWork, month: Month) -> bool:
    """Whether a month is full although the employment goes on: holiday itself is earned then."""
    stints = [stint for stint in work.stints.values() if stint.employment.id == employment.id]
    days = {day for stint in stints for day in stint.days}
    full = rules.holiday_accrual(month.last).value
    enough_hours = sum(stint.minutes for stint in stints) >= full["full_month_hours"] * 60
    return employment.days.last > month.last and (enough_hours or len(days) >= full["full_month_days"])
