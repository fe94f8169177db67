"""Days that the law moves: pay days, reports to the incomes register, how long things are kept."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from subcontract.days import (
    ONE_DAY,
    SATURDAY,
    Month,
    bank_holidays_of,
    is_holiday,
    is_working_day,
)
from subcontract.money import Money
from subcontract.rules import asking
from subcontract.rules.ruled import Ruled

SUNDAY = 6

KINDS_OF_DAYS: Mapping[str, Callable[[date], bool]] = {
    "saturday": lambda day: day.weekday() == SATURDAY,
    "sunday": lambda day: day.weekday() == SUNDAY,
    "holiday": is_holiday,
    "bank_holiday": lambda day: day in bank_holidays_of(day.year),
}
"""What the names in the rule ``pay_day_off`` mean."""


def pay_day(nominal: date) -> Ruled[date]:
    """The day when pay is paid: the working day before, if the agreed day is off (TSL 2:15)."""
    off = asking.words("pay_day_off", nominal)
    day = nominal
    while any(KINDS_OF_DAYS[kind](day) for kind in off.value):
        day -= ONE_DAY
    return off.map(lambda _: day)


def register_due(paid: date) -> Ruled[date]:
    """The last day to report a payment to the incomes register: on a day off, the next working day."""
    report_days = asking.part("incomes_register", "report_days", paid)
    return report_days.map(lambda days: next_working_day(paid + timedelta(days=int(days))))


def register_late_fee(paid: date, reported: date) -> Ruled[Money]:
    """The late fee by days, without the percentage that comes after 45 days (53/2018 22-23 §)."""
    parts = asking.parts("incomes_register", paid)
    free = Month.of(paid).plus(1).first.replace(day=int(parts.value["late_after_day_of_next_month"]))
    days = max(0, (reported - free).days)
    return parts.map(lambda part: min(Money(part["fee_per_day"]).times(days), Money(part["fee_most"])))


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def vouchers_kept_until(year_ended: date) -> Ruled[date]:
    """Last day to keep vouchers: 6 years from the end of the calendar year (KPL 2:10 § 2 mom)."""
    return asking.whole("kept_vouchers", year_ended).map(lambda years: date(year_ended.year + years, 12, 31))


def ledgers_kept_until(year_ended: date) -> Ruled[date]:
    """Last day to keep ledgers and statements: 10 years from the end of the financial year."""
    return asking.whole("kept_ledgers", year_ended).map(lambda years: years_after(year_ended, years))


def log_kept_until(used: date) -> Ruled[date]:
    """Last day to keep a row of the log of a client's data (703/2023, annex)."""
    return asking.whole("kept_client_log", used).map(lambda years: years_after(used, years))


def disability_documents_kept_until(closed: date) -> Ruled[date]:
    """Last day to keep the documents of a closed case (703/2023, annex)."""
    kept = asking.part("kept_client_documents", "disability_service", closed)
    return kept.map(lambda years: years_after(closed, int(years)))


def years_after(day: date, years: int) -> date:
    """The same day years later; of a leap day the last of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
