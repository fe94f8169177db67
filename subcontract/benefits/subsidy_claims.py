"""The claim of a month under a decision, and what a later change of the pay makes of it."""

from dataclasses import dataclass
from datetime import date

from subcontract.benefits.records import ClaimLine, SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy import subsidy_amount, terms_of
from subcontract.benefits.subsidy_period import claim_due
from subcontract.days import DateRange, Month
from subcontract.ids import SubsidyClaimId
from subcontract.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFacts:
    """What a claim is made of."""

    decision: SubsidyDecision
    month: Month
    days: DateRange
    """What the claim covers of the month."""
    eligible: Money
    lines: tuple[ClaimLine, ...]
    made_on: date
    earlier: Money = ZERO
    """What had been claimed for the month before."""


def make_claim(facts: ClaimFacts, id: SubsidyClaimId) -> SubsidyClaim:  # noqa: A002 - the field's own name
    """The month's claim: the decision's own percentage and cap on the eligible pay."""
    found = subsidy_amount(terms_of(facts.decision), facts.eligible, facts.days)
    return SubsidyClaim(
        id=id,
        decision=facts.decision.id,
        month=facts.month,
        days=facts.days,
        eligible=facts.eligible,
        amount=found.amount,
        capped=found.capped,
        due=claim_due(facts.days.last).value,
        earlier=facts.earlier,
        lines=facts.lines,
        made_on=facts.made_on,
    )


def to_correct(claim: SubsidyClaim) -> Money:
    """What the claim adds to, or takes off, what had been claimed for its month before."""
    return claim.amount - claim.earlier


def is_same_claim(one: SubsidyClaim, other: SubsidyClaim) -> bool:
    """Whether two claims of a month come to the same, whatever the days of their making."""
    return _figures(one) == _figures(other)


def _figures(claim: SubsidyClaim) -> object:
    lines = frozenset((line.what, line.amount, line.counted, line.payout) for line in claim.lines)
    return (claim.decision, claim.month, claim.days, claim.eligible, claim.amount, claim.capped, lines)
