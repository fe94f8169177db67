"""Contributions of a payment by pay day and age: the employee's, and what the employer pays on top."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from subcontract import rules
from subcontract.money import Money
from subcontract.payout.records import PayoutLine
from subcontract.payout.wages import lines
from subcontract.rules import Insurance

NOTHING = Decimal(0)
USUAL_AGE = 30
"""Taken while a date of birth is missing: of the insured ages, so that too little is never withheld."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """What each contribution is reckoned of. A fee without employment has only a pension at most."""

    pension: Money
    unemployment: Money
    health: Money
    pension_insured: bool = True
    """False where the pay is below a private employer's limit; ``pension`` is nothing then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """What an employer's size and institutions decide."""

    large: bool = True
    """Payroll above the limit of the unemployment insurance contribution."""
    pension: Decimal | None = None
    """The employer's own share in per cent, ``None`` while not known."""
    other: Decimal | None = None
    """Accident and group life insurance together, in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """Each contribution, rounded once, with its line."""

    pension: Money
    unemployment: Money
    employer_health: Money
    employer_unemployment: Money
    employer_pension: Money | None
    employer_other: Money | None
    lines: tuple[PayoutLine, ...]


def contributions(bases: Bases, pay_day: date, born: date | None, employer: Employer) -> Contributions:
    """Reckon the contributions of one payment."""
    birth = born or date(pay_day.year - USUAL_AGE, 1, 1)
    insured = rules.insurances(birth, pay_day)
    pension, unemployment = _of_employee(bases, pay_day, birth, insured)
    health = rules.health_employer(pay_day, birth)
    rate = rules.unemployment_employer(pay_day, birth, large=employer.large)
    health_line = lines.ruled(
        lines.HEALTH_OF_EMPLOYER, bases.health, health, bases.health.percent(health.value)
    )
    unemployment_line = lines.ruled(
        lines.UNEMPLOYMENT_OF_EMPLOYER, bases.unemployment, rate, bases.unemployment.percent(rate.value)
    )
    own_share = employer.pension
    if own_share is not None and Insurance.PENSION not in insured:
        own_share = NOTHING
    pension_share = _set(lines.PENSION_OF_EMPLOYER, lines.PENSION_COST, bases.pension, own_share)
    other = _set(lines.OTHER_OF_EMPLOYER, lines.OTHER_COST, bases.health, employer.other)
    told = (pension, unemployment, health_line, unemployment_line, pension_share, other)
    return Contributions(
        pension=-pension.amount,
        unemployment=-unemployment.amount,
        employer_health=health_line.amount,
        employer_unemployment=unemployment_line.amount,
        employer_pension=pension_share.amount if pension_share else None,
        employer_other=other.amount if other else None,
        lines=tuple(line for line in told if line is not None),
    )


def _of_employee(
    bases: Bases, pay_day: date, birth: date, insured: frozenset[Insurance]
) -> tuple[PayoutLine, PayoutLine]:
    """The two lines of the employee, below zero; where there is no insurance, they say why."""
    pension = rules.pension_employee(pay_day, birth)
    if not bases.pension_insured:
        what = lines.PENSION_UNDER_THRESHOLD
    else:
        what = lines.PENSION if Insurance.PENSION in insured else lines.PENSION_NOT_AT_AGE
    unemployment = rules.unemployment_employee(pay_day, birth)
    other = lines.UNEMPLOYMENT if Insurance.UNEMPLOYMENT in insured else lines.UNEMPLOYMENT_NOT_AT_AGE
    return (
        lines.ruled(what, bases.pension, pension, -bases.pension.percent(pension.value)),
        lines.ruled(other, bases.unemployment, unemployment, -bases.unemployment.percent(unemployment.value)),
    )


def _set(what: str, rule: str, basis: Money, percentage: Decimal | None) -> PayoutLine | None:
    """The line of a percentage that is a setting; none while it is not known."""
    if percentage is None:
        return None
    return PayoutLine(
        what=what,
        basis=basis.amount,
        basis_unit=lines.EUROS,
        rate=percentage,
        amount=basis.percent(percentage),
        rule=rule,
    )
