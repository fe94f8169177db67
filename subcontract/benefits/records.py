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


class EarnedIn(StrEnum):
    """Which month earnings belong to when the limit of a pension is watched."""

    PAYMENT = "payment"
    WORK = "work"


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
    unemployed_in_a_row: int | None = None
    """Months of unemployment without a break just before (82 § 2 mom)."""
    long_unemployment_likely: bool | None = None
    """Unemployment would likely last over 12 months without a subsidy (82 § 2 mom)."""
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
    adjustments_made: bool | None = None
    """The adjustments that occupational health care recommended have been made (87 § 3 mom)."""
    lasting_reduction: bool | None = None
    """Productivity is reduced substantially and for good in spite of them (87 § 3 mom)."""
    apprenticeship: bool | None = None
    """The employment is an apprenticeship (90 §)."""
    plan_states_subsidy: bool | None = None
    """The employment plan says that the person may be supported with a wage subsidy."""
    collective_agreement: bool | None = None
    """Pay is at least that of the collective agreement (84 §)."""
    had_subsidy: bool | None = None
    """Whether this employer has had a subsidy for the same person before (83 § 3 mom 5 k)."""
    earlier_subsidy_end: date | None = None
    """Last day of it."""
    redundancies: bool | None = None
    """The employer has made redundancies within 12 months without hiring as many again (83 § 3 mom 1 k)."""
    distorts_competition: bool | None = None
    """The subsidy would distort competition (83 § 3 mom 2 k)."""
    unpaid_dues: bool | None = None
    """The employer has substantially neglected wages, taxes or statutory payments (83 § 3 mom 3 k)."""
    convictions: bool | None = None
    """A sentence or a penalty payment for offences of employment stands in the way (83 § 3 mom 4 k)."""
    other_aid: bool | None = None
    """Other aid for the same pay leaves next to nothing to be paid (83 § 3 mom 6 k)."""
    start: date | None = None
    """First day of the employment that is planned (84 § 1 mom)."""
    weekly_minutes: int | None = None
    """Working time of a week that is planned for it."""
    full_weekly_minutes: int | None = None
    """Full working time of a week in the field of work (95 § 2 mom)."""
    by_result_alone: bool | None = None
    """Pay would be by result alone, without an hourly base (84 § 2 mom)."""
    in_market: bool | None = None
    """The work competes in a market, or is business of an association (83 § 3 mom 1 k, 88 §)."""
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
    extension_applied: date | None = None
    """Day when an extension was applied for; it must be before the last day has passed (87 § 3 mom)."""
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
    earlier: Money = ZERO
    """What had been claimed for the month before this correction of it."""
    lines: tuple[ClaimLine, ...] = ()
    made_on: date
    sent_on: date | None = None
    version: int = 1
