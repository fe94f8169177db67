"""Holiday pay and compensation of a credit year, each with the line of its statement (162/2005 28 §)."""

from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.money import ZERO, Money, product, ratio
from subcontract.problems import Code, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_

FIVE_DAYS = 5
HOURS_OF_DAY = 8


def by_percentage(pay: Money, year_end: date, *, a_year_or_more: bool, missed: Money = ZERO) -> WorkingLine:
    """Compensation of those whose months are never full, and pay of those paid by hour with few days.

    ``pay`` is for time at work, without the increments of overtime and emergency work. ``missed`` is pay
    that was not received in a time away which the act adds: of family leave (16 §), and for those who
    earn holiday also of sickness and the like (12 § 2 mom). Sick pay itself is no pay for time at work.
    """
    percentage = rules.holiday_compensation(year_end, a_year_or_more=a_year_or_more)
    base = pay + missed
    what = (
        N_("Per cent of pay for time at work")
        if not missed
        else N_("Per cent of pay for time at work and of {missed} missed in a time away that counts")
    )
    return WorkingLine(
        what=what,
        facts={"missed": missed} if missed else {},
        basis=base.amount,
        rate=percentage.value,
        amount=base.percent(percentage.value),
    ).by(percentage)


def by_divisor(pay: Money, days: int, on: date, *, weekly: bool = False) -> WorkingLine:
    """Compensation at the end of an employment paid by the month or the week (17 §)."""
    divisor = rules.holiday_divisor(on, weekly=weekly)
    return WorkingLine(
        what=N_("{days} days of holiday, each the pay of a period divided by {divisor}"),
        facts={"days": days, "divisor": divisor.value},
        basis=Decimal(days),
        rate=pay.amount,
        amount=Money.rounded(ratio(product(pay.amount, days), divisor.value)),
    ).by(divisor)


def by_average_day(
    pay: Money,
    days_worked: int,
    holiday_days: int,
    on: date,
    *,
    extra_minutes: int = 0,
    weekly_days: Decimal = Decimal(FIVE_DAYS),
) -> WorkingLine:
    """Pay of those paid by hour or by result who work at least 14 days a month (11 §).

    The average day is the credit year's pay for time at work divided by the days worked and an eighth of
    the hours beyond regular daily time; of a shorter or longer week than five days in proportion.
    """
    coefficient = rules.holiday_coefficient(holiday_days, on)
    if days_worked < 1:
        raise refuse(Code.TOO_SMALL, "days_worked", least=1)
    divisor = Decimal(days_worked) + ratio(extra_minutes, 60 * HOURS_OF_DAY)
    exact = ratio(product(pay.amount, weekly_days, coefficient.value), divisor * FIVE_DAYS)
    return WorkingLine(
        what=N_("{days} days of holiday: the average day's pay times the coefficient"),
        facts={"days": holiday_days},
        basis=Money.rounded(ratio(product(pay.amount, weekly_days), divisor * FIVE_DAYS)).amount,
        rate=coefficient.value,
        amount=Money.rounded(exact),
    ).by(coefficient)
