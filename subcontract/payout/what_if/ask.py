"""What the comparison is asked: the people, how much they work, and what is assumed of pay and price."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.benefits.records import OutsideEarnings, Pension
from subcontract.benefits.subsidy import SubsidyTerms
from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.money import ZERO, Money, ratio
from subcontract.payout.tariffs import ClassRates
from subcontract.payout.wages.withholding import Ground, NoCard
from subcontract.pricing.phase import PhaseAsk

WEEKS_OF_YEAR, MONTHS_OF_YEAR = 52, 12
STEP_MINUTES = 3
"""A month's minutes are rounded to this, a twentieth of an hour: then hours have exactly two decimals."""


class Way(StrEnum):
    """How the work is paid."""

    ALLOWANCE = "allowance"
    WAGE = "wage"
    SUBSIDY = "subsidy"
    """Wage, with a wage subsidy for the employer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the group, with what decides the money."""

    name: str
    client: ClientId | None = None
    """``None`` for somebody who is not chosen yet."""
    born: date | None = None
    rates: ClassRates | None = None
    """What the tariff pays the person's class; ``None`` where there is no class."""
    ground: Ground = field(default_factory=NoCard)
    pensions: tuple[Pension, ...] = ()
    outside: tuple[OutsideEarnings, ...] = ()
    """Earnings elsewhere in the month, and at our other jobs."""
    decision: SubsidyTerms | None = None
    """A subsidy decision in force: its own figures go before the assumed ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfAsk:
    """A job, a group and the assumptions. Money without VAT, percentages in hundredths."""

    month: Month
    """The month whose rules and limits hold."""
    pay_day: date
    people: tuple[Person, ...]
    weekly_minutes: int
    """Of each person."""
    weekly_days: int
    per_day: Money = ZERO
    """Allowance of a day for those whom the tariff pays by neither day nor hour."""
    hourly: Money
    holiday: Decimal
    employer_costs: Decimal
    """Per cent of wages and holiday compensation, as on the price sheet."""
    subsidy: SubsidyTerms
    """Assumed for those without a decision."""
    assumed_tax: Decimal | None = None
    """Percentage for those without a tax card; ``None`` withholds what the law says then."""
    phases: tuple[PhaseAsk, ...]
    unit_price: Decimal
    """What the firm pays for a unit."""

    @property
    def minutes(self) -> int:
        """Each person's minutes of an average month."""
        exact = ratio(self.weekly_minutes * WEEKS_OF_YEAR, MONTHS_OF_YEAR * STEP_MINUTES)
        return _half_up(exact) * STEP_MINUTES

    @property
    def days(self) -> int:
        """Each person's days of an average month."""
        return _half_up(ratio(self.weekly_days * WEEKS_OF_YEAR, MONTHS_OF_YEAR))

    @property
    def minutes_of_day(self) -> int:
        """How long a day is on average."""
        return self.weekly_minutes // self.weekly_days if self.weekly_days else 0


def _half_up(value: Decimal) -> int:
    return int(value + Decimal("0.5"))
