"""Gathers what a month's claim of a wage subsidy is made of, and finds claims that a change has passed by."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from subcontract.actions.pay_facts import Reading
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_claims import ClaimFacts, is_same_claim, make_claim
from subcontract.days import DateRange, Month
from subcontract.ids import UnitId
from subcontract.payout.eligible import Adjustment, PayOfMonth, adjustments_in, eligible_pay
from subcontract.payout.lines import month_of_difference
from subcontract.payout.records import Ledger, Payout
from subcontract.problems import Code, Refused, refuse


def claim_facts(
    books: Reading,
    decision: SubsidyDecision,
    days: DateRange,
    adjustments: tuple[Adjustment, ...],
    today: date,
) -> ClaimFacts:
    """What a claim of some days of one month is made of; refuses unapproved pay (``pay_not_approved``)."""
    month = Month.of(days.first)
    payouts = _payouts(books, decision, month)
    entries = {entry for payout in payouts for line in payout.lines for entry in line.entries}
    employments = books.pay.employments.where(client=decision.client)
    agreements = tuple(one for one in employments if one.days.overlap(month.days))
    is_part = days != month.days or len(agreements) > 1
    work = books.entries.where(id=tuple(entries)) if is_part else ()
    pay = PayOfMonth(
        month=month,
        days=days,
        payouts=payouts,
        entries={one.id: one for one in work},
        employment=decision.employment,
        agreements=agreements,
    )
    found = eligible_pay(pay, adjustments)
    return ClaimFacts(
        decision=decision,
        month=month,
        days=days,
        eligible=found.amount,
        lines=found.lines,
        made_on=today,
    )


def _payouts(books: Reading, decision: SubsidyDecision, month: Month) -> tuple[Payout, ...]:
    """The approved payouts of a month and those with corrections of it, as far as they stand."""
    # Who was reopened is paid what is right by the next run.
    reopened = {one.payout for one in books.pay.reopenings.where(client=decision.client)}
    approved = books.payouts.where(client=decision.client, ledger=Ledger.WAGE, approved=True)
    paid = [payout for payout in approved if payout.id not in reopened]
    own = [payout for payout in paid if payout.month == month]
    later = [
        payout
        for payout in paid
        if payout.month != month and any(month_of_difference(line) == month for line in payout.lines)
    ]
    if not own and not later:
        raise refuse(Code.PAY_NOT_APPROVED, "month")
    return (*own, *later)


def passed_claims(books: Reading, unit: UnitId, today: date) -> tuple[SubsidyClaim, ...]:
    """Sent claims of a unit's clients whose pay has changed since: each as it would be claimed now."""
    clients = tuple(client.id for client in books.clients.where(unit=unit))
    return passed_of(books, books.pay.subsidy_decisions.where(client=clients), today)


def passed_of(books: Reading, decisions: Iterable[SubsidyDecision], today: date) -> tuple[SubsidyClaim, ...]:
    """The same of some decisions."""
    by_id = {one.id: one for one in decisions}
    found: list[SubsidyClaim] = []
    for claim in books.pay.subsidy_claims.where(decision=tuple(by_id)):
        if claim.sent_on is None:
            continue
        with suppress(Refused):  # reopened and not settled anew yet, or less left than was taken off
            decision = by_id[claim.decision]
            facts = claim_facts(books, decision, claim.days, adjustments_in(claim.lines), today)
            now = make_claim(replace(facts, earlier=claim.amount), claim.id)
            if not is_same_claim(now, claim):
                found.append(now)
    return tuple(found)
