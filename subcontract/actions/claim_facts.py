"""Gathers what a month's claim of a wage subsidy is made of, and finds claims that a change has passed by."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from subcontract.actions.pay_facts import Reading
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_claims import ClaimFacts, is_same_claim, make_claim
from subcontract.days import DateRange, Month
from subcontract.ids import ClientId, UnitId
from subcontract.payout.eligible import Adjustment, PayOfMonth, adjustments_in, eligible_pay
from subcontract.payout.lines import month_of_difference
from subcontract.payout.records import Ledger, Payout
from subcontract.problems import Code, Refused, refuse


def wages_paid(books: Reading, clients: Iterable[ClientId]) -> Mapping[ClientId, tuple[Payout, ...]]:
    """The approved wages of clients that stand; two queries, however many clients there are."""
    wanted = tuple(dict.fromkeys(clients))
    reopened = {one.payout for one in books.pay.reopenings.where(client=wanted)}
    by_client: dict[ClientId, list[Payout]] = {client: [] for client in wanted}
    for payout in books.payouts.where(client=wanted, ledger=Ledger.WAGE):
        if payout.approved and payout.id not in reopened:
            by_client[payout.client].append(payout)
    return {client: tuple(payouts) for client, payouts in by_client.items()}


def _of_month(paid: Iterable[Payout], month: Month) -> tuple[Payout, ...]:
    """The payouts of a month, and those with corrections of it."""
    own = [one for one in paid if one.month == month]
    later = [
        one
        for one in paid
        if one.month != month and any(month_of_difference(line) == month for line in one.lines)
    ]
    return (*own, *later)


def claim_facts(
    books: Reading,
    decision: SubsidyDecision,
    days: DateRange,
    adjustments: tuple[Adjustment, ...],
    today: date,
    *,
    paid: tuple[Payout, ...] | None = None,
) -> ClaimFacts:
    """What a claim of some days of one month is made of; refuses unapproved pay (``pay_not_approved``).

    ``paid`` are the person's wages where they have been read already.
    """
    month = Month.of(days.first)
    known = paid if paid is not None else wages_paid(books, (decision.client,))[decision.client]
    payouts = _of_month(known, month)
    if not payouts:
        raise refuse(Code.PAY_NOT_APPROVED, "month")
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


def passed_claims(books: Reading, unit: UnitId, today: date) -> tuple[SubsidyClaim, ...]:
    """Sent claims of a unit's clients whose pay has changed since: each as it would be claimed now."""
    clients = tuple(client.id for client in books.clients.where(unit=unit))
    return passed_of(books, books.pay.subsidy_decisions.where(client=clients), today)


def passed_of(books: Reading, decisions: Iterable[SubsidyDecision], today: date) -> tuple[SubsidyClaim, ...]:
    """The same of some decisions."""
    by_id = {one.id: one for one in decisions}
    sent = [one for one in books.pay.subsidy_claims.where(decision=tuple(by_id)) if one.sent_on is not None]
    paid = wages_paid(books, (by_id[one.decision].client for one in sent))
    found: list[SubsidyClaim] = []
    for claim in sent:
        with suppress(Refused):  # reopened and not settled anew yet, or less left than was taken off
            decision = by_id[claim.decision]
            typed = adjustments_in(claim.lines)
            facts = claim_facts(books, decision, claim.days, typed, today, paid=paid[decision.client])
            now = make_claim(replace(facts, earlier=claim.amount), claim.id)
            if not is_same_claim(now, claim):
                found.append(now)
    return tuple(found)
