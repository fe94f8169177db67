"""What a day of work gives by the agreement, before any pay run: for plans and for work not yet paid.

A shift counts on the day on which it begins, and there are no pieces: an estimate for watching a limit,
never a sum to be paid.
"""

from collections.abc import Iterable
from datetime import date

from subcontract.days import Month
from subcontract.ids import JobId
from subcontract.money import ZERO, Money
from subcontract.payout.ledgers import Forms
from subcontract.payout.wage_records import PaySettings, settings_on
from subcontract.payout.wages.compensation import percentage_of
from subcontract.payout.wages.earned import increment, pay_of_minutes
from subcontract.payout.wages.facts import UNSET
from subcontract.payout.wages.increments import percent_of_day
from subcontract.payout.wages.terms import Agreements
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment, FeeTerms, HolidayPayment


class DayPay:
    """The agreements of a unit, asked for a day of somebody's work."""

    def __init__(
        self,
        employments: Iterable[Employment],
        fees: Iterable[FeeTerms] = (),
        settings: Iterable[PaySettings] = (),
    ) -> None:
        """Know everybody's agreements, and what Sundays and public holidays carry."""
        self._settings = tuple(settings)
        kept = tuple(employments)
        self._agreements = Agreements(kept, fees)
        self._forms = Forms(kept)

    def of(self, client: Client, day: date, job: JobId, minutes: int) -> Money:
        """The pay or the fee of some minutes; nothing on allowance or without an agreement."""
        form = self._forms.on(client, day, job)
        if form is FormOfWork.EMPLOYMENT:
            return self._wage(client, day, job, minutes)
        return self._fee(client, day, minutes) if form is FormOfWork.FEE else ZERO

    def _wage(self, client: Client, day: date, job: JobId, minutes: int) -> Money:
        """The hourly base and the day's increment, with compensation where it is paid with each payment."""
        found = self._agreements.employments_on(client.id, day, job)
        terms = found[0].terms_on(day) if found else None
        if terms is None:
            return ZERO
        base = terms.hourly_base.amount
        percent = percent_of_day(day, settings_on(self._settings, day) or UNSET)
        pay = pay_of_minutes(minutes, base) + increment(minutes, base, percent)
        if found[0].holiday is HolidayPayment.AT_END:
            return pay
        percentage = percentage_of(found[0], Month.of(day), self._agreements.of(client.id))
        return pay + pay.percent(percentage.value)

    def _fee(self, client: Client, day: date, minutes: int) -> Money:
        """The fee of an hour or of an occasion."""
        fees = self._agreements.fees_on(client.id, day)
        if not fees:
            return ZERO
        return fees[0].amount.for_minutes(minutes) if fees[0].per_hour else fees[0].amount
