"""The months of a decision as claims: from when, until when, made, sent, or passed by a change of the pay."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from subcontract import rules
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_period import claim_due, days_to_claim, first_month, months_after
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.people.employment import Employment


class ClaimState(StrEnum):
    """How far the claim of a month is."""

    NOT_YET = "not_yet"
    """The month, or its part, is still under way."""
    ELSEWHERE = "elsewhere"
    """Before the first month whose wages were paid here: claimed where they were paid."""
    NO_PAY = "no_pay"
    """Nothing was paid for the month: nothing can be claimed."""
    WAITS = "waits"
    """The wages of the month have not been approved yet."""
    OPEN = "open"
    LATE = "late"
    """Not claimed and the last day has passed: the authority decides whether it still pays."""
    MADE = "made"
    """Reckoned, and not marked as sent."""
    SENT = "sent"
    TO_CORRECT = "to_correct"
    """Sent, and the pay has changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What of a person's wages has been paid here."""

    first: Month | None = None
    """The unit's first month of wages; none while there is none."""
    approved: frozenset[Month] = frozenset()
    """Months with approved wages of the person."""
    empty: frozenset[Month] = frozenset()
    """Months whose wages have been approved and in which there was nothing to pay to the person."""

    def is_before(self, month: Month) -> bool:
        """Whether a month lies before wages were paid here."""
        return self.first is not None and month < self.first

    def has_claim(self, month: Month) -> bool:
        """Whether there is, or may still come, pay of the month to claim for."""
        return month not in self.empty and not self.is_before(month)


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
    paid: Paid,
    today: date,
    *,
    passed: Iterable[SubsidyClaim] = (),
) -> tuple[ClaimMonth, ...]:
    """The months that have begun, the oldest first; ``passed`` are claims as they would be now."""
    made = {claim.month: claim for claim in claims if claim.decision == decision.id}
    now = {claim.month: claim for claim in passed if claim.decision == decision.id}
    found: list[ClaimMonth] = []
    month, last = first_month(decision), min(decision.days.last, employment.days.last, today)
    while month.first <= last:
        claim = made.get(month)
        covered = days_to_claim(decision, employment, month)
        if covered is not None:
            days = claim.days if claim else covered
            one = ClaimMonth(
                decision=decision,
                month=month,
                days=days,
                covered=covered,
                open_from=month.last + ONE_DAY,
                due=claim.due if claim else claim_due(days.last).value,
                state=ClaimState.OPEN,
                claim=claim,
                now=now.get(month),
            )
            found.append(replace(one, state=_state(one, paid, today)))
        month = month.plus(1)
    return tuple(found)


def _state(one: ClaimMonth, paid: Paid, today: date) -> ClaimState:
    claim = one.claim
    if claim is not None and claim.sent_on is not None:
        return ClaimState.TO_CORRECT if one.now is not None else ClaimState.SENT
    if claim is None and one.month.last >= today:
        return ClaimState.NOT_YET
    if claim is None and not paid.has_claim(one.month):
        return ClaimState.ELSEWHERE if paid.is_before(one.month) else ClaimState.NO_PAY
    if today > one.due:
        return ClaimState.LATE
    if claim is not None:
        return ClaimState.MADE
    return ClaimState.OPEN if one.month in paid.approved else ClaimState.WAITS
