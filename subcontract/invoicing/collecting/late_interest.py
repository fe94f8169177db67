"""Late interest (Interest Act 633/1982): day by day at the rate of each half-year, rounded once.

The act does not say how days become a part of a year; the count is the unit's own choice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.days import ONE_DAY, DateRange
from subcontract.invoicing.collecting.reference_rates import ReferenceRate, half_year, yearly_rate
from subcontract.invoicing.terms import DayCount
from subcontract.money import ZERO, Money, product, ratio, share_out, total
from subcontract.problems import Code, refuse
from subcontract.rules import InterestAct, Ruled, WorkingLine
from subcontract.words import N_

YEAR = {DayCount.ACTUAL_365: 365, DayCount.THIRTY_360: 360}
LAST_OF_MONTH = 30
HUNDRED = 100
SECTIONS = {InterestAct.GENERAL: "4 §", InterestAct.COMMERCIAL: "4 a §"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """What came off a debt on a day; below nought what was added back to it."""

    day: date
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What is owed from the day after ``due`` on, and how it fell."""

    principal: Money
    due: date
    """The last day without interest."""
    falls: tuple[Fall, ...] = ()
    """A payment still bears interest on its own day."""

    def owed_on(self, day: date) -> Money:
        """What bears interest on a day; never below nought."""
        return max(ZERO, self.principal - total(fall.amount for fall in self.falls if fall.day < day))


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestBy:
    """By what late interest is reckoned."""

    act: InterestAct = InterestAct.GENERAL
    day_count: DayCount = DayCount.ACTUAL_365
    typed: tuple[ReferenceRate, ...] = ()
    """Reference rates that the unit wrote in for half-years that the program does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestPeriod:
    """Days of one half-year with one principal."""

    days: DateRange
    count: int
    """Days of interest by the count in use."""
    principal: Money
    rate: Ruled[Decimal]
    amount: Money = ZERO
    """Its part of the whole, which is rounded once."""

    @property
    def weight(self) -> Decimal:
        """Cents times hundredths of per cent times days: a whole number in proportion to the interest."""
        return product(self.principal.cents, self.rate.value, self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateInterest:
    """The interest of a debt, and how it came."""

    interest: Money
    days: int
    periods: tuple[InterestPeriod, ...]
    lines: tuple[WorkingLine, ...]


def late_interest(debt: Debt, until: date, by: InterestBy) -> LateInterest:
    """The interest from the day after the due day to ``until``, that day included.

    Refuses a half-year whose reference rate is not known (``rate_unknown``) and a debt below nought.
    """
    if debt.principal < ZERO:
        raise refuse(Code.NEGATIVE, "principal")
    periods = tuple(_periods(debt, until, by))
    whole = sum((one.weight for one in periods), Decimal(0))
    # Cents times per cent: two hundreds are taken off with the days of the year.
    interest = Money.rounded(ratio(whole, YEAR[by.day_count] * HUNDRED * HUNDRED))
    shared = _shared(interest, periods)
    return LateInterest(
        interest=interest,
        days=sum(one.count for one in periods),
        periods=shared,
        lines=tuple(_line(one, by.act) for one in shared),
    )


def _periods(debt: Debt, until: date, by: InterestBy) -> Iterator[InterestPeriod]:
    """Days cut where a half-year turns and where the debt falls; days without a debt are left out."""
    first = debt.due + ONE_DAY
    while first <= until:
        days = DateRange(first, _last(first, debt.falls, until))
        owed = debt.owed_on(first)
        if owed:
            rate = yearly_rate(by.act, first, by.typed)
            yield InterestPeriod(days=days, count=counted(days, by.day_count), principal=owed, rate=rate)
        first = days.last + ONE_DAY


def _last(first: date, falls: Iterable[Fall], until: date) -> date:
    """The last day from ``first`` on with the same debt and the same rate."""
    return min(half_year(first).last, until, *(fall.day for fall in falls if fall.day >= first))


def counted(days: DateRange, by: DayCount) -> int:
    """How many days of interest a range has."""
    if by is DayCount.ACTUAL_365:
        return len(days)
    return _thirties(days.last) - _thirties(days.first - ONE_DAY)


def _thirties(day: date) -> int:
    """A day's place when every month has thirty days: the 31st is the 30th."""
    return 360 * day.year + 30 * day.month + min(day.day, LAST_OF_MONTH)


def _shared(interest: Money, periods: Sequence[InterestPeriod]) -> tuple[InterestPeriod, ...]:
    """The periods with their parts, which sum to the whole."""
    weights = {at: one.weight for at, one in enumerate(periods)}
    if not any(weights.values()):
        return tuple(periods)
    parts = share_out(interest, weights)
    return tuple(replace(one, amount=parts[at]) for at, one in enumerate(periods))


def _line(period: InterestPeriod, act: InterestAct) -> WorkingLine:
    """How the interest of one period came."""
    addition = rules.late_interest_addition(act, period.days.first).value
    return WorkingLine(
        what=N_(
            "Late interest {first}–{last}: {days} days by {section}, reference rate {reference} % and "
            "{addition} percentage points"
        ),
        facts={
            "first": period.days.first,
            "last": period.days.last,
            "days": period.count,
            "section": SECTIONS[act],
            "reference": period.rate.value - addition,
            "addition": addition,
        },
        basis=period.principal.amount,
        rate=period.rate.value,
        amount=period.amount,
    ).by(period.rate)
