"""What a day of work gives by the agreement, before any pay run: for plans and for work not yet paid.

A shift counts on the day on which it begins, and there are no pieces: an estimate for watching a limit,
never a sum to be paid.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from subcontract.days import Month
from subcontract.ids import EmploymentId, JobId
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
        # The same questions come again for every day and person of a plan.
        self._increments: dict[date, Decimal] = {}
        self._compensations: dict[tuple[EmploymentId, Month], Decimal | None] = {}
        self._wages: dict[tuple[Decimal, Decimal, int, Decimal, Decimal | None], Money] = {}

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
        percent, holiday = self._increment(day), self._compensation(found[0], Month.of(day))
        key = (terms.hourly.amount, terms.capacity, minutes, percent, holiday)
        if key not in self._wages:
            base = terms.hourly_base.amount
            pay = pay_of_minutes(minutes, base) + increment(minutes, base, percent)
            self._wages[key] = pay if holiday is None else pay + pay.percent(holiday)
        return self._wages[key]

    def _increment(self, day: date) -> Decimal:
        """What a day carries in per cent."""
        if day not in self._increments:
            self._increments[day] = percent_of_day(day, settings_on(self._settings, day) or UNSET)
        return self._increments[day]

    def _compensation(self, employment: Employment, month: Month) -> Decimal | None:
        """The holiday compensation of a month in per cent; ``None`` when it is paid at the end."""
        if employment.holiday is HolidayPayment.AT_END:
            return None
        key = (employment.id, month)
        if key not in self._compensations:
            others = self._agreements.of(employment.client)
            self._compensations[key] = percentage_of(employment, month, others).value
        return self._compensations[key]

    def _fee(self, client: Client, day: date, minutes: int) -> Money:
        """The fee of an hour or of an occasion."""
        fees = self._agreements.fees_on(client.id, day)
        if not fees:
            return ZERO
        return fees[0].amount.for_minutes(minutes) if fees[0].per_hour else fees[0].amount
