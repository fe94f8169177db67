"""Holiday that an employment earns in a credit year: full months and days (vuosilomalaki 162/2005 4-8 §)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from subcontract import rules
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.hours.pieces import is_present
from subcontract.money import product, ratio
from subcontract.payout.wage_records import PayCode, PayItem
from subcontract.payout.wages.terms import lasted_a_year
from subcontract.rules import Ruled, WorkingLine
from subcontract.rules.reading import Amounts
from subcontract.words import N_

TENTH = Decimal("0.1")
FIRST_MONTH = 4
EQUAL = frozenset({PayCode.SICK_PAY, PayCode.PAID_ABSENCE})
"""Time away that the employer pays for is equal to time at work (7 § 1 mom)."""


class FullBy(StrEnum):
    """What makes a month full."""

    DAYS = "days"
    """14 days at work (6 § 1 mom)."""
    HOURS = "hours"
    """35 hours, where the agreement has so few days that not every month reaches 14 (6 § 2 mom)."""
    EITHER = "either"
    """By the counties' agreement: either, in at least 16 calendar days of employment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayMonth:
    """What was done in a calendar month; time equal to time at work is told beside it."""

    month: Month
    days: int = 0
    minutes: int = 0
    equal_days: int = 0
    """Days away that count as days at work (7 §); whoever types them keeps the limits of 7 §."""
    equal_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AccrualAsk:
    """An employment, the credit year's last day, and its months."""

    employment: DateRange
    """From the day since which it has lasted without a break."""
    year_end: date
    months: tuple[HolidayMonth, ...]
    """Of the credit year; and the employment's first month, if it was earlier."""
    public: bool = False
    """By the counties' agreement instead of the act (30 §)."""
    few_days: bool | None = None
    """Whether the agreement has few days; ``None`` to judge by whole months at work."""
    until: date | None = None
    """The last day that has been, in a year that still runs: later months are not told of, and a month
    that is not over yet does not decide by which rule months are full."""
    holiday_taken: bool = False
    """Whether any day of holiday has been taken: the first and the last month are not joined then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthEarned:
    """One month of the statement."""

    month: Month
    days: int
    minutes: int
    calendar_days: int
    """Calendar days of the employment in the month."""
    full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Accrual:
    """The holiday of a credit year, with its working."""

    full_by: FullBy
    months: tuple[MonthEarned, ...]
    joined: bool
    """The first and the last month together are one full month (17 § 2 mom)."""
    full_months: int
    days: int
    a_year_or_more: bool
    lines: tuple[WorkingLine, ...]

    @property
    def never_full(self) -> bool:
        """Nothing was earned: leave of two days a month and compensation by percentage instead (8, 16 §)."""
        return not self.full_months


def accrue(ask: AccrualAsk) -> Accrual:
    """Reckon the full months and the days of holiday of a credit year; a part of a day is a whole one."""
    told = {one.month: one for one in ask.months}
    limits = rules.holiday_accrual(ask.year_end, public=ask.public)
    earned = tuple(_months(ask, told))
    full_by = _full_by(ask, earned, limits.value)
    months = tuple(replace(one, full=is_full(one, full_by, limits.value)) for one in earned)
    joined = _joined(ask, months, told, full_by, limits.value)
    count = sum(one.full for one in months) + int(joined)
    a_year = lasted_a_year(ask.employment.first, min(ask.year_end, ask.employment.last))
    each = rules.holiday_days_of_month(ask.year_end, a_year_or_more=a_year)
    days = int(product(each.value, count).to_integral_value(rounding=ROUND_CEILING))
    return Accrual(
        full_by=full_by,
        months=months,
        joined=joined,
        full_months=count,
        days=days,
        a_year_or_more=a_year,
        lines=(*_lines(months, limits, joined=joined), _days_line(count, days, each)),
    )


def is_full(one: MonthEarned, full_by: FullBy, limits: Amounts) -> bool:
    """Whether what was done makes a month full."""
    by_days = one.days >= limits["full_month_days"]
    by_hours = one.minutes >= limits["full_month_hours"] * 60
    match full_by:
        case FullBy.DAYS:
            return by_days
        case FullBy.HOURS:
            return by_hours
        case FullBy.EITHER:
            return (by_days or by_hours) and one.calendar_days >= limits["full_month_calendar_days"]


def _months(ask: AccrualAsk, told: Mapping[Month, HolidayMonth]) -> Iterator[MonthEarned]:
    """The calendar months of the credit year in which the employment was in force."""
    year = DateRange(date(ask.year_end.year - 1, FIRST_MONTH, 1), ask.year_end)
    common = year.overlap(ask.employment)
    last = min(common.last, ask.until or common.last) if common else None
    month = Month.of(common.first) if common else None
    while month and last and month.first <= last:
        yield _earned(ask, month, told)
        month = month.plus(1)


def _earned(ask: AccrualAsk, month: Month, told: Mapping[Month, HolidayMonth]) -> MonthEarned:
    """A month with its equal time counted in, not yet judged."""
    one = told.get(month, HolidayMonth(month=month))
    in_force = month.days.overlap(ask.employment)
    return MonthEarned(
        month=month,
        days=one.days + one.equal_days,
        minutes=one.minutes + one.equal_minutes,
        calendar_days=len(in_force) if in_force else 0,
    )


def _full_by(ask: AccrualAsk, months: Iterable[MonthEarned], limits: Amounts) -> FullBy:
    """Which rule holds. One at a time by the act: 35 hours as soon as some whole month has too few days."""
    if ask.public:
        return FullBy.EITHER
    if ask.few_days is not None:
        return FullBy.HOURS if ask.few_days else FullBy.DAYS
    whole = [
        one
        for one in months
        if one.calendar_days == len(one.month.days) and one.month.last <= (ask.until or ask.year_end)
    ]
    enough = bool(whole) and all(one.days >= limits["full_month_days"] for one in whole)
    return FullBy.DAYS if enough else FullBy.HOURS


def _joined(
    ask: AccrualAsk,
    months: tuple[MonthEarned, ...],
    told: Mapping[Month, HolidayMonth],
    full_by: FullBy,
    limits: Amounts,
) -> bool:
    """Whether the first and the last month of an ended employment make one full month together."""
    first, last = Month.of(ask.employment.first), Month.of(ask.employment.last)
    ends_here = bool(months) and months[-1].month == last and ask.employment.last <= ask.year_end
    if not ends_here or first == last or ask.holiday_taken:
        return False
    pair = (_earned(ask, first, told), months[-1])
    together = MonthEarned(
        month=last,
        days=sum(one.days for one in pair),
        minutes=sum(one.minutes for one in pair),
        calendar_days=sum(one.calendar_days for one in pair),
    )
    alone = any(is_full(one, full_by, limits) for one in pair)
    return not alone and is_full(together, full_by, limits)


def _lines(months: Iterable[MonthEarned], limits: Ruled[Amounts], *, joined: bool) -> Iterator[WorkingLine]:
    """Each month with what it had, then the joined one."""
    full = N_("{month}: {days} days and {hours} hours, a full month")
    not_full = N_("{month}: {days} days and {hours} hours, not a full month")
    for one in months:
        facts = {"month": one.month, "days": one.days, "hours": ratio(one.minutes, 60).quantize(TENTH)}
        yield WorkingLine(what=full if one.full else not_full, facts=facts).by(limits)
    if joined:
        yield WorkingLine(what=N_("The first and the last month are one full month together")).by(limits)


def _days_line(count: int, days: int, each: Ruled[Decimal]) -> WorkingLine:
    """Full months times days of a month, a part of a day as a whole one."""
    return WorkingLine(
        what=N_("Days of holiday of {months} full months, a part of a day as a whole one"),
        facts={"months": count},
        basis=Decimal(count),
        rate=each.value,
        amount=Decimal(days),
    ).by(each)


def months_at_work(entries: Iterable[WorkEntry], items: Iterable[PayItem] = ()) -> tuple[HolidayMonth, ...]:
    """The months of one person's entries in force and typed lines, equal time beside time at work.

    A day away sick is equal (7 § 2 mom 2), and so is a day that sick pay or paid absence is typed for;
    its hours are those of the typed line.
    """
    at_work: dict[Month, set[date]] = defaultdict(set)
    away: dict[Month, set[date]] = defaultdict(set)
    minutes: dict[Month, int] = defaultdict(int)
    equal: dict[Month, int] = defaultdict(int)
    for entry in entries:
        month = Month.of(entry.day)
        if is_present(entry):
            at_work[month].add(entry.day)
            minutes[month] += entry.minutes
        elif entry.kind is EntryKind.WORK and entry.attendance is Attendance.SICK:
            away[month].add(entry.day)
    for item in items:
        if item.kind in EQUAL:
            away[Month.of(item.day)].add(item.day)
            equal[Month.of(item.day)] += item.minutes
    return tuple(
        HolidayMonth(
            month=month,
            days=len(at_work[month]),
            minutes=minutes[month],
            equal_days=len(away[month] - at_work[month]),
            equal_minutes=equal[month],
        )
        for month in sorted({*at_work, *away})
    )
