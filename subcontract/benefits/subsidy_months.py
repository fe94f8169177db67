"""The months of a decision as claims: from when, until when, made, sent, or passed by a change of the pay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from subcontract import rules
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_period import claim_due, days_to_claim, months_after
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.people.employment import Employment


class ClaimState(StrEnum):
    """How far the claim of a month is."""

    NOT_YET = "not_yet"
    """The month, or its part, is still under way."""
    OPEN = "open"
    LATE = "late"
    """Not claimed and the last day has passed: the authority decides whether it still pays."""
    MADE = "made"
    """Reckoned, and not marked as sent."""
    SENT = "sent"
    TO_CORRECT = "to_correct"
    """Sent, and the pay has changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMonth:
    """One month of a decision."""

    decision: SubsidyDecision
    month: Month
    days: DateRange
    """What a claim covers of it."""
    covered: DateRange
    """What the decision and the employment cover of it, breaks included."""
    open_from: date
    """The first day on which it can be claimed: in arrears, once the month has ended (385/2024 17 §)."""
    due: date
    state: ClaimState
    claim: SubsidyClaim | None = None
    now: SubsidyClaim | None = None
    """As it would be claimed now, when the pay has changed since it was sent."""

    @property
    def is_part(self) -> bool:
        """Whether a claim covers a part of the month only."""
        return self.days != self.month.days

    @property
    def break_in_claim(self) -> DateRange | None:
        """A break that the claim was made with: its edge within the month, as long as a break is at least.

        A claim keeps its days and not the break itself.
        """
        if self.days == self.covered:
            return None
        if self.days.last < self.covered.last:
            first = self.days.last + ONE_DAY
            months = rules.subsidy_interruption(first).value
            return DateRange(first, months_after(first, months) - ONE_DAY)
        last = self.days.first - ONE_DAY
        months = rules.subsidy_interruption(last).value
        return DateRange(min(self.covered.first, months_after(last, -months) + ONE_DAY), last)


def claim_months(
    decision: SubsidyDecision,
    employment: Employment,
    claims: Iterable[SubsidyClaim],
    passed: Iterable[SubsidyClaim],
    today: date,
) -> tuple[ClaimMonth, ...]:
    """The months that have begun, the oldest first; ``passed`` are claims as they would be now."""
    made = {claim.month: claim for claim in claims if claim.decision == decision.id}
    now = {claim.month: claim for claim in passed if claim.decision == decision.id}
    found: list[ClaimMonth] = []
    month, last = Month.of(decision.days.first), min(decision.days.last, employment.days.last, today)
    while month.first <= last:
        claim = made.get(month)
        covered = days_to_claim(decision, employment, month)
        if covered is not None:
            days = claim.days if claim else covered
            due = claim.due if claim else claim_due(days.last).value
            one = ClaimMonth(
                decision=decision,
                month=month,
                days=days,
                covered=covered,
                open_from=month.last + ONE_DAY,
                due=due,
                state=_state(claim, month, due, today, changed=month in now),
                claim=claim,
                now=now.get(month),
            )
            found.append(one)
        month = month.plus(1)
    return tuple(found)


def _state(claim: SubsidyClaim | None, month: Month, due: date, today: date, *, changed: bool) -> ClaimState:
    if claim is not None and claim.sent_on is not None:
        return ClaimState.TO_CORRECT if changed else ClaimState.SENT
    if claim is None and month.last >= today:
        return ClaimState.NOT_YET
    if today > due:
        return ClaimState.LATE
    return ClaimState.OPEN if claim is None else ClaimState.MADE
