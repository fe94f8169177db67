"""What must be done about wage subsidies: months to claim, claims to correct, extensions, possible breaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from subcontract.actions.claim_facts import passed_claims
from subcontract.actions.pay_source import Reading
from subcontract.actions.subsidy_paid import paid_here
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_months import Paid
from subcontract.benefits.subsidy_period import (
    ToClaim,
    breaks,
    extension_to_apply,
    first_month,
    last_to_claim,
    unclaimed,
)
from subcontract.days import ONE_DAY, DateRange, Month
from subcontract.hours.in_force import in_force
from subcontract.hours.pieces import is_present
from subcontract.ids import EmploymentId, UnitId
from subcontract.payout.wage_records import PayCode
from subcontract.people.employment import Employment

PAID_AWAY = (PayCode.SICK_PAY, PayCode.PAID_ABSENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyReminder:
    """What a decision asks for now."""

    decision: SubsidyDecision
    to_claim: tuple[ToClaim, ...] = ()
    """Ended months whose claims have not been sent, the oldest first."""
    to_correct: tuple[SubsidyClaim, ...] = ()
    """Sent claims whose pay has changed since, as they would be claimed now."""
    extend_by: date | None = None
    """The last day to apply for an extension, once it is near."""
    breaks: tuple[DateRange, ...] = ()
    """Days of a month or more without work and pay: tell the authority (92 §)."""

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.to_claim or self.to_correct or self.extend_by or self.breaks)


def subsidy_reminders(books: Reading, unit: UnitId, today: date) -> tuple[SubsidyReminder, ...]:
    """The decisions of a unit that ask for something, in the order of their last days."""
    clients = tuple(client.id for client in books.clients.where(unit=unit))
    passed = passed_claims(books, unit, today)
    decisions = [one for one in books.pay.subsidy_decisions.where(client=clients) if one.days.first <= today]
    paid = paid_here(books, unit, (one.client for one in decisions))
    wanted = tuple({one.employment for one in decisions if one.employment})
    employments = {one.id: one for one in books.pay.employments.where(id=wanted)}
    claims = books.pay.subsidy_claims.where(decision=tuple(one.id for one in decisions))
    known = Gathered(employments=employments, claims=claims, passed=passed, today=today)
    found = (_of_decision(one, books, known, paid[one.client]) for one in decisions)
    return tuple(sorted(filter(None, found), key=lambda one: one.decision.days.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was read for all decisions."""

    employments: Mapping[EmploymentId, Employment]
    claims: tuple[SubsidyClaim, ...]
    passed: tuple[SubsidyClaim, ...]
    today: date


def _of_decision(decision: SubsidyDecision, books: Reading, known: Gathered, paid: Paid) -> SubsidyReminder:
    """What one decision asks for; without an employment there is nothing to claim.

    A break is told of until the last month can be claimed no more: then nothing moves any more.
    """
    today = known.today
    employment = known.employments.get(decision.employment) if decision.employment else None
    waiting = unclaimed(decision, employment, known.claims, today) if employment else ()
    may_move = employment is not None and today <= last_to_claim(decision)
    return SubsidyReminder(
        decision=decision,
        to_claim=tuple(one for one in waiting if paid.has_claim(one.month)),
        to_correct=tuple(claim for claim in known.passed if claim.decision == decision.id),
        extend_by=extension_to_apply(decision, today),
        breaks=breaks_of(books, decision, paid, today) if may_move else (),
    )


def breaks_of(books: Reading, decision: SubsidyDecision, paid: Paid, today: date) -> tuple[DateRange, ...]:
    """The breaks that the records show until yesterday; a leave typed on one day may only look like one.

    Of the time before wages were paid here the records tell nothing.
    """
    first = max(first_month(decision).first, decision.days.first)
    first = max(first, paid.first.first) if paid.first else first
    last = min(decision.days.last, today - ONE_DAY)
    if first > last:
        return ()
    days = DateRange(first, last)
    entries = in_force(books.entries.within(days, client=decision.client))
    months = _months(days)
    away = books.pay.pay_items.where(client=decision.client, kind=PAID_AWAY, month=months)
    return breaks((*(entry.day for entry in entries if is_present(entry)), *(one.day for one in away)), days)


def _months(days: DateRange) -> tuple[Month, ...]:
    """The months that days touch, and the one after: what is typed late belongs to it."""
    found = [Month.of(days.first)]
    while found[-1] <= Month.of(days.last):
        found.append(found[-1].plus(1))
    return tuple(found)
