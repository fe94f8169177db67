"""What a day of work gives by the agreement, before any pay run: for plans and for work not yet paid.

Without increments: an estimate for watching a limit, never a sum to be paid.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract import rules
from subcontract.money import ZERO, Money
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment, FeeTerms, HolidayPayment
from subcontract.rules.calendar import years_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A person with what is agreed of their pay."""

    client: Client
    employments: tuple[Employment, ...] = ()
    fees: tuple[FeeTerms, ...] = ()


def day_pay(agreed: Agreed, day: date, minutes: int) -> Money:
    """The pay of some minutes on a day, or a fee; nothing on allowance or without an agreement."""
    form = agreed.client.form_on(day)
    if form is FormOfWork.EMPLOYMENT:
        return wage_of(agreed.employments, day, minutes)
    return fee_of(agreed.fees, day, minutes) if form is FormOfWork.FEE else ZERO


def wage_of(employments: Iterable[Employment], day: date, minutes: int) -> Money:
    """The hourly base, with holiday compensation where it is paid with each payment."""
    employment = next((one for one in employments if day in one.days), None)
    terms = employment.terms_on(day) if employment else None
    if employment is None or terms is None:
        return ZERO
    pay = terms.hourly_base.for_minutes(minutes)
    if employment.holiday is HolidayPayment.AT_END:
        return pay
    a_year = years_after(employment.days.first, 1) <= day
    return pay + pay.percent(rules.holiday_compensation(day, a_year_or_more=a_year).value)


def fee_of(fees: Iterable[FeeTerms], day: date, minutes: int) -> Money:
    """The fee of an hour or of an occasion."""
    terms = next((one for one in fees if day in one.days), None)
    if terms is None:
        return ZERO
    return terms.amount.for_minutes(minutes) if terms.per_hour else terms.amount
