"""The calendar rule that makes shifts: which weekdays, between which days, and which days not."""

from dataclasses import dataclass
from datetime import date, timedelta

from subcontract.days import DateRange, is_holiday
from subcontract.problems import Code, Problem

DAYS_IN_WEEK = 7
MOST_SHIFTS = 400
"""Every weekday of a year and a half: more at once is a slip of the keys."""
MOST_WEEKS_BETWEEN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRule:
    """Days of the week (Monday is 0) between two days, holidays and named days left out."""

    days: DateRange
    weekdays: frozenset[int]
    every_weeks: int = 1
    """1 for each week, 2 for every second, counted from the week of the first day."""
    except_holidays: bool = True
    except_days: frozenset[date] = frozenset()


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def week_of(day: date) -> DateRange:
    """Monday to Sunday of the day's week, also over the turn of a year."""
    monday = monday_of(day)
    return DateRange(monday, monday + timedelta(days=DAYS_IN_WEEK - 1))


def problems_of_rule(rule: CalendarRule) -> tuple[Problem, ...]:
    """All that is wrong with a rule: no weekdays, an open end, too many days, an odd step of weeks."""
    problems: list[Problem] = []
    if not rule.weekdays or not rule.weekdays <= set(range(DAYS_IN_WEEK)):
        problems.append(Problem(code=Code.REQUIRED, field="weekdays"))
    if not 1 <= rule.every_weeks <= MOST_WEEKS_BETWEEN:
        facts = {"most": MOST_WEEKS_BETWEEN}
        problems.append(Problem(code=Code.TOO_LARGE, field="every_weeks", facts=facts))
    if rule.days.is_open:
        problems.append(Problem(code=Code.REQUIRED, field="last"))
    elif len(rule.days) > MOST_SHIFTS * DAYS_IN_WEEK or (not problems and len(days_of(rule)) > MOST_SHIFTS):
        problems.append(Problem(code=Code.TOO_MANY_SHIFTS, field="last", facts={"most": MOST_SHIFTS}))
    return tuple(problems)


def days_of(rule: CalendarRule) -> tuple[date, ...]:
    """The days that the rule gives, in order; an open end gives none."""
    if rule.days.is_open:
        return ()
    return tuple(day for day in rule.days if _is_of(rule, day))


def _is_of(rule: CalendarRule, day: date) -> bool:
    """Whether one day is of the rule."""
    if day.weekday() not in rule.weekdays or not _in_step(rule, day):
        return False
    return not (rule.except_holidays and is_holiday(day))


def holidays_left_out(rule: CalendarRule) -> tuple[date, ...]:
    """The holidays that the rule would otherwise have given, so that the user sees what was left out."""
    if rule.days.is_open or not rule.except_holidays:
        return ()
    named = (day for day in rule.days if day.weekday() in rule.weekdays and _in_step(rule, day))
    return tuple(day for day in named if is_holiday(day))


def _in_step(rule: CalendarRule, day: date) -> bool:
    """Whether the day's week is one of the rule's and the day is not named as an exception."""
    weeks = (monday_of(day) - monday_of(rule.days.first)).days // DAYS_IN_WEEK
    return weeks % rule.every_weeks == 0 and day not in rule.except_days
