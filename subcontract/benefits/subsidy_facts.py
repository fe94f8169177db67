"""What the check list of the wage subsidy is asked of: a person, an employer, a planned employment."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.benefits.records import SubsidyFacts
from subcontract.days import DateRange


class EmployerKind(StrEnum):
    """What kind of body the employer is (83 § 1 mom); those of ``ProviderKind`` have the same words."""

    COUNTY = "county"
    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"
    COMPANY = "company"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWork:
    """The employment that a subsidy would be for; ``None`` is not known yet."""

    employer: EmployerKind | None = None
    in_market: bool | None = None
    """The work competes in a market, or is business of an association."""
    start: date | None = None
    decided_on: date | None = None
    """Day of the decision; none while it has not been made."""
    weekly_hours: Decimal | None = None
    full_hours: Decimal | None = None
    """Regular full hours of a week in the field of work."""
    by_result_alone: bool | None = None
    """Pay only by the result of the work, without an hourly base."""
    extends: DateRange | None = None
    """The running period when an extension is asked for."""
    applied_on: date | None = None
    """Day when the extension was applied for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that the check list looks at; the person's facts are of ``person.checked_on``."""

    person: SubsidyFacts
    work: PlannedWork
    born: date | None = None
    full_pension: bool | None = None
    """The person has a full disability pension."""

    @property
    def granted_on(self) -> date:
        """The day of granting, by which ages and waiting times are counted."""
        return self.work.decided_on or self.person.checked_on

    @property
    def age(self) -> int | None:
        """Full years on the day of granting."""
        return None if self.born is None else age_on(self.born, self.granted_on)


def age_on(born: date, day: date) -> int:
    """Full years of life on a day; who was born on a leap day is a year older on the first of March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
