"""Makes the claim of a month under a subsidy decision, and keeps when it was sent."""

from dataclasses import dataclass, replace
from datetime import date

from subcontract import ids
from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.claim_facts import claim_facts
from subcontract.actions.pay_records import keep
from subcontract.actions.pay_source import Reading
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_claims import is_same_claim, make_claim
from subcontract.benefits.subsidy_period import days_to_claim, is_break, must_start_after
from subcontract.clock import Clock
from subcontract.days import DateRange, Month
from subcontract.ids import SubsidyClaimId, SubsidyDecisionId
from subcontract.money import ZERO, Money
from subcontract.payout.eligible import Adjustment
from subcontract.people.employment import Employment
from subcontract.ports import Books
from subcontract.problems import Code, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSubsidyClaim:
    """A month of a decision, with what only the clerk knows of its pay."""

    decision: SubsidyDecisionId
    month: Month
    adjustments: tuple[Adjustment, ...] = ()
    broken_off: DateRange | None = None
    """Days of a break of a month or more in work and pay (92 §)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkClaimSent:
    """The day when a claim went to the authority; none takes the mark away."""

    claim: SubsidyClaimId
    version: int
    sent_on: date | None


def make_subsidy_claim(ask: MakeSubsidyClaim, books: Books, clock: Clock, who: Worker) -> Done:
    """Reckon a month's claim of approved wages and put it in the place of what had been made before.

    One that was sent becomes the earlier sum of its correction. Refuses a decision without an employment
    (``required``), one made too late (``employment_before_decision``), a month outside it
    (``outside_period``), unapproved wages (``pay_not_approved``) and a claim of nothing new
    (``nothing_to_do``). A claim after its last day is made and told as late: the authority decides.
    """
    who.must_be_allowed(Permission.EDIT_SUBSIDY)
    made, before = claim_as_asked(ask, books, clock.today())
    if before is None and not made.amount:
        raise refuse(Code.NOTHING_TO_DO, "month")
    if before is not None and is_same_claim(before, made):
        raise refuse(Code.NOTHING_TO_DO, "month")
    made = replace(made, version=before.version if before else 1)
    done = keep(made, books, clock, who, name=N_("making of a subsidy claim"))
    return _told(done, made, clock.today(), books)


def claim_as_asked(
    ask: MakeSubsidyClaim, books: Reading, today: date
) -> tuple[SubsidyClaim, SubsidyClaim | None]:
    """The claim as it would be made now, and the one that it would take the place of.

    Refuses as ``make_subsidy_claim`` does, except that there is nothing new.
    """
    decision = books.pay.subsidy_decisions.get(ask.decision)
    days = _days(ask, decision, _employment(decision, books))
    stored = books.pay.subsidy_claims.where(decision=decision.id, month=ask.month)
    before = stored[0] if stored else None
    facts = claim_facts(books, decision, days, ask.adjustments, today)
    made = make_claim(
        replace(facts, earlier=_earlier(before)), before.id if before else SubsidyClaimId(ids.new())
    )
    return made, before


def _employment(decision: SubsidyDecision, books: Reading) -> Employment:
    """The employment that the decision is for, begun after the decision."""
    if decision.employment is None:
        raise refuse(Code.REQUIRED, "employment")
    employment = books.pay.employments.get(decision.employment)
    must_start_after(decision, employment, books.pay.subsidy_decisions.where(client=decision.client))
    return employment


def _days(ask: MakeSubsidyClaim, decision: SubsidyDecision, employment: Employment) -> DateRange:
    """The days to claim; refuses a month that has none, and a break that is none."""
    if ask.broken_off is not None and not is_break(ask.broken_off):
        raise refuse(Code.TOO_SMALL, "broken_off")
    days = days_to_claim(decision, employment, ask.month, ask.broken_off)
    if days is None:
        raise refuse(Code.OUTSIDE_PERIOD, "month", first=decision.days.first, last=decision.days.last)
    return days


def _earlier(before: SubsidyClaim | None) -> Money:
    """What has been claimed for the month: a claim not sent yet has claimed nothing of its own."""
    if before is None:
        return ZERO
    return before.earlier if before.sent_on is None else before.amount


def mark_claim_sent(ask: MarkClaimSent, books: Books, clock: Clock, who: Worker) -> Done:
    """Keep the day of sending; refuses a day to come (``future_day``) or before the claim was made."""
    who.must_be_allowed(Permission.EDIT_SUBSIDY)
    claim = books.pay.subsidy_claims.get(ask.claim)
    if claim.version != ask.version:
        raise refuse(Code.CHANGED_ELSEWHERE)
    if ask.sent_on == claim.sent_on:
        raise refuse(Code.NOTHING_TO_DO, "sent_on")
    if ask.sent_on is not None and ask.sent_on > clock.today():
        raise refuse(Code.FUTURE_DAY, "sent_on")
    if ask.sent_on is not None and ask.sent_on < claim.made_on:
        raise refuse(Code.TOO_SMALL, "sent_on", least=claim.made_on)
    sent = replace(claim, sent_on=ask.sent_on)
    done = keep(sent, books, clock, who, name=N_("marking of a claim as sent"))
    return _told(done, sent, ask.sent_on or clock.today(), books)


def _told(done: Done, claim: SubsidyClaim, on: date, books: Books) -> Done:
    """The sentence's facts: whose claim of which month, how much, by when, and whether that has passed."""
    decision = books.pay.subsidy_decisions.get(claim.decision)
    client = books.clients.find(decision.client)
    return replace(
        done,
        facts={
            "name": client.name if client else "",
            "month": claim.month,
            "amount": claim.amount,
            "due": claim.due,
            "late": on > claim.due,
        },
    )
