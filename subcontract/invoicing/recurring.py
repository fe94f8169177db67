"""Invoices that come again: what, to whom, how often and when next; and which are due.

A period ends on ``next_day``, which is up to the 27th or the last day of its month: so the days of every
month are known, and 31 January is followed by 28 February and 31 March.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from subcontract.days import DateRange, Month
from subcontract.ids import CustomerId, JobId, RecurringInvoiceId, UnitId

INTERVALS = (1, 2, 3, 6, 12)
"""Months from one invoice to the next."""
LAST_COMMON_DAY = 27
"""Later days, the last one aside, are not in every month as any other day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLine:
    """One line of each invoice."""

    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    """Without VAT, at most four decimals."""
    discount: Decimal = Decimal(0)
    vat_class: str = "general"
    """One of ``VAT_CLASSES``: a rate of the day, or a code without VAT."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringInvoice:
    """A draft is made of it each time its day has come."""

    id: RecurringInvoiceId
    unit: UnitId
    customer: CustomerId
    job: JobId | None = None
    name: str
    lines: tuple[RecurringLine, ...]
    months: int = 1
    """From one invoice to the next: 1, 2, 3, 6 or 12."""
    next_day: date
    """The last day of the period that the next invoice bills."""
    last_day: date | None = None
    """No invoice bills anything after it."""
    order_number: str = ""
    note: str = ""
    active: bool = True
    version: int = 1


def later(day: date, months: int) -> date:
    """The same day some months later or earlier; from the last day of a month, the last day."""
    month = Month.of(day)
    to = month.plus(months)
    return to.last if day == month.last else day.replace(year=to.year, month=to.number)


def keeps_its_day(day: date) -> bool:
    """Whether a day comes again in every month."""
    return day.day <= LAST_COMMON_DAY or day == Month.of(day).last


def period_of(recurring: RecurringInvoice) -> DateRange:
    """The days that the next invoice bills."""
    before = later(recurring.next_day, -recurring.months)
    return DateRange(before + timedelta(days=1), recurring.next_day)


def has_ended(recurring: RecurringInvoice) -> bool:
    """Whether no invoice comes any more: it was stopped, or its last day is before the next period's end."""
    last = recurring.last_day
    return not recurring.active or (last is not None and last < recurring.next_day)


def is_due(recurring: RecurringInvoice, today: date) -> bool:
    """Whether the day of the next invoice has come."""
    return not has_ended(recurring) and recurring.next_day <= today


def following(recurring: RecurringInvoice) -> RecurringInvoice:
    """The record after its next invoice has been made."""
    return replace(recurring, next_day=later(recurring.next_day, recurring.months))


def due_periods(recurring: RecurringInvoice, today: date) -> Iterator[DateRange]:
    """Every period whose end has come, oldest first."""
    while is_due(recurring, today):
        yield period_of(recurring)
        recurring = following(recurring)
