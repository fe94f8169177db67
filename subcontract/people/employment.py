"""Employment with the provider (SHL 710/1982 27 d § 3 mom): the agreement and its terms by date."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.days import EARLIEST, DateRange
from subcontract.ids import ClientId, EmploymentId, FeeTermsId, JobId, UnitId
from subcontract.money import ZERO, Money

WHOLE_CAPACITY = Decimal(100)
NOT_GIVEN = EARLIEST
"""The first day of what has not been given one, as ``days.LATEST`` is the last day of what has none."""


class PaidBy(StrEnum):
    """What the pay is reckoned by; the hourly base is the floor of the two last."""

    HOUR = "hour"
    PIECE = "piece"
    POT = "pot"


class HolidayPayment(StrEnum):
    """When holiday compensation is paid."""

    WITH_EACH_PAYMENT = "with_each_payment"
    AT_END = "at_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentTerms:
    """What is agreed of pay and hours from ``first`` until the next terms or the end."""

    first: date
    hourly: Money
    """Pay of an hour at whole work capacity."""
    capacity: Decimal = WHOLE_CAPACITY
    """Work capacity in per cent, by which the agreement lowers the hourly base."""
    weekly_minutes: int = 0
    """Agreed working time of a week."""
    pay_group: str = ""
    """Hinnoittelutunnus of the collective agreement."""
    paid_by: PaidBy = PaidBy.HOUR
    piece_rate: Decimal = Decimal(0)
    """Euros of a piece, at most four decimals; only with ``PaidBy.PIECE``."""

    @property
    def hourly_base(self) -> Money:
        """Pay of an hour at this work capacity."""
        return self.hourly.percent(self.capacity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment:
    """One employment agreement of a client; a changed rate is new terms, never a changed old one."""

    id: EmploymentId
    unit: UnitId
    client: ClientId
    days: DateRange
    """Its last day is ``days.LATEST`` while it is for an indefinite time."""
    job: JobId | None = None
    """The job it is for; none when it continues from job to job."""
    terms: tuple[EmploymentTerms, ...] = ()
    """In the order of their first days."""
    holiday: HolidayPayment = HolidayPayment.WITH_EACH_PAYMENT
    duties: str = ""
    place: str = ""
    fixed_term_reason: str = ""
    """Why it has a last day (TSL 55/2001 1:3)."""
    agreed_on: date | None = None
    version: int = 1

    def terms_on(self, day: date) -> EmploymentTerms | None:
        """The terms in force on a day of the employment."""
        if day not in self.days:
            return None
        return next((one for one in reversed(self.terms) if one.first <= day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTerms:
    """What a peer coach is paid, over days: no employment, withholding as for pay."""

    id: FeeTermsId
    client: ClientId
    days: DateRange
    amount: Money = ZERO
    per_hour: bool = False
    """Of an hour; otherwise of an occasion, however long."""
    text: str = ""
    version: int = 1
