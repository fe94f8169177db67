"""Pensions, earnings elsewhere, and the wage subsidy: facts of a person, decisions and claims."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.days import DateRange, Month
from subcontract.ids import (
    ClientId,
    EmploymentId,
    OutsideEarningsId,
    PayoutId,
    PensionId,
    SubsidyClaimId,
    SubsidyDecisionId,
    SubsidyFactsId,
)
from subcontract.money import ZERO, Money
from subcontract.rules import SubsidyKind


class PensionKind(StrEnum):
    """Which disability pension a person has; a work pension comes with the national one."""

    KELA = "kela"
    FULL_WORK = "full_work"
    PARTIAL_WORK = "partial_work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pension:
    """A person's disability pension over days, as far as the earnings limit needs it."""

    id: PensionId
    client: ClientId
    days: DateRange
    kind: PensionKind
    prior_earnings: Money = ZERO
    """Stable earnings of a month before a work pension (738/2009 3 §)."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideEarnings:
    """What a person earned elsewhere in a month, typed in from what was told."""

    id: OutsideEarningsId
    client: ClientId
    month: Month
    amount: Money
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyFacts:
    """What is known of a person for the check list; ``None`` is not known yet (380/2023 chapter 10)."""

    id: SubsidyFactsId
    client: ClientId
    checked_on: date
    jobseeker: bool | None = None
    """Registered as an unemployed jobseeker (3 §, 27 §)."""
    unemployed_of_14: int | None = None
    """Months of unemployment within the 14 before (86 §)."""
    unemployed_of_28: int | None = None
    """Months of unemployment within the 28 before (88 §, 95 §)."""
    months_without_work: int | None = None
    """Months since the last work (82 §)."""
    without_qualification: bool | None = None
    """No upper-secondary or vocational qualification (82 §)."""
    integration_plan: bool | None = None
    """An immigrant with an integration plan (82 §)."""
    lacks_skills: bool | None = None
    """Lack of skills makes finding work harder (82 §)."""
    reduced_capacity: bool | None = None
    """Disability or illness substantially reduces the chances of suitable work (87 §)."""
    certificate: date | None = None
    """Day of the medical certificate of it."""
    plan_states_subsidy: bool | None = None
    """The employment plan says that the person may be supported with a wage subsidy."""
    collective_agreement: bool | None = None
    """Pay is at least that of the collective agreement (84 §)."""
    earlier_subsidy_end: date | None = None
    """Last day of an earlier subsidy of the same person with this employer (83 §)."""
    note: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyDecision:
    """What the authority granted; its own percentage, cap and days always win over any rule."""

    id: SubsidyDecisionId
    client: ClientId
    employment: EmploymentId | None
    ground: SubsidyKind
    percentage: Decimal
    cap: Money
    days: DateRange
    decided_on: date
    number: str = ""
    """The authority's own number of the decision."""
    working_time: Decimal = Decimal(0)
    """Part-time share in per cent of full hours; needed at 100 per cent."""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One sum of a claim: counted in, or left out and why."""

    what: str
    """Marked English text of the catalogue."""
    amount: Money
    counted: bool = True
    payout: PayoutId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyClaim:
    """The claim of one calendar month under a decision (VNa 385/2024 17-18 §)."""

    id: SubsidyClaimId
    decision: SubsidyDecisionId
    month: Month
    days: DateRange
    """The part of the month that the decision covers."""
    eligible: Money
    amount: Money
    capped: bool
    due: date
    """Last day to claim."""
    lines: tuple[ClaimLine, ...] = ()
    made_on: date
    sent_on: date | None = None
    version: int = 1
