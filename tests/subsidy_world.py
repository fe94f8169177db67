"""Somebody with a wage subsidy from the third of August: facts, a decision, approved wages, claims."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from subcontract.actions.make_subsidy_claim import MakeSubsidyClaim, claim_as_asked
from subcontract.benefits.records import SubsidyDecision, SubsidyFacts
from subcontract.days import DateRange, Month
from subcontract.ids import (
    ClientId,
    EmploymentId,
    PayoutId,
    PayRunId,
    SubsidyClaimId,
    SubsidyDecisionId,
    SubsidyFactsId,
)
from subcontract.money import Money
from subcontract.payout.records import Ledger, Payout, PayRun, PayRunState
from subcontract.payout.wage_records import PayCode, WageSums
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from tests import make, make_benefits
from tests.make_benefits import line

EMPLOYMENT, DECISION = EmploymentId(UUID(int=7001)), SubsidyDecisionId(UUID(int=7002))
AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = (Month(2026, month) for month in (8, 9, 10, 11))
DAYS = DateRange(date(2026, 8, 3), date(2027, 5, 15))


def employment(client: Client) -> Employment:
    return make_benefits.employment(
        id=EMPLOYMENT, unit=client.unit, client=client.id, days=DateRange(DAYS.first), duties="Pakkaustyö"
    )


def decision(client: ClientId, **fields: Any) -> SubsidyDecision:
    """70 per cent, decided two weeks before the employment, ending in the middle of May."""
    default = make_benefits.decision(
        id=DECISION,
        client=client,
        employment=EMPLOYMENT,
        days=DAYS,
        decided_on=date(2026, 7, 20),
        number="KEHA/1234/2026",
    )
    return replace(default, **fields)


def facts(client: ClientId, **fields: Any) -> SubsidyFacts:
    """Reduced work capacity; whether there is other aid is not known yet."""
    default = make_benefits.facts(
        id=SubsidyFactsId(UUID(int=7003)),
        client=client,
        checked_on=date(2026, 6, 15),
        jobseeker=True,
        plan_states_subsidy=True,
        unemployed_of_14=13,
        unemployed_of_28=25,
        reduced_capacity=True,
        certificate=date(2026, 5, 4),
        start=date(2026, 8, 3),
        weekly_minutes=960,
        by_result_alone=False,
        collective_agreement=True,
        in_market=False,
        distorts_competition=False,
        unpaid_dues=False,
        convictions=False,
    )
    return replace(default, **fields)


def payout(client: Client, run: PayRunId, month: Month, hours: str, *, at: int = 0) -> Payout:
    """Pay by the hour, a share by the piece, and holiday compensation."""
    return make_benefits.payout(
        line(PayCode.HOURS, hours, day=month.first.replace(day=20)),
        line(PayCode.PIECES, "64.20"),
        line(PayCode.HOLIDAY_COMPENSATION, "139.50"),
        id=PayoutId(UUID(int=7100 + at)),
        pay_run=run,
        client=client.id,
        month=month,
        wage=WageSums(wages=Money(hours) + Money("64.20"), employer_pension=Money("331.10")),
    )


def pay_run(client: Client, month: Month, *, at: int = 0) -> PayRun:
    return PayRun(
        id=PayRunId(UUID(int=7200 + at)),
        unit=client.unit,
        ledger=Ledger.WAGE,
        month=month,
        pay_day=month.plus(1).first,
        state=PayRunState.APPROVED,
        calculated_by=make.MANAGER,
        calculated_at=datetime(2026, 11, 2, 8, tzinfo=UTC),
    )


def pay(books: Any, client: Client, month: Month, hours: str, *, at: int) -> None:
    """Approved wages of a month, in the run that there is or in one of its own."""
    runs = books.pay_runs.where(unit=client.unit, ledger=Ledger.WAGE, month=month)
    run = runs[0] if runs else pay_run(client, month, at=at)
    if not runs:
        books.pay_runs.add(run)
    books.payouts.add(payout(client, run.id, month, hours, at=at))


def claim(books: Any, month: Month, made_on: date, sent_on: date | None, *, at: int) -> None:
    """A month's claim."""
    made, _ = claim_as_asked(MakeSubsidyClaim(decision=DECISION, month=month), books, made_on)
    books.pay.subsidy_claims.add(replace(made, id=SubsidyClaimId(UUID(int=7300 + at)), sent_on=sent_on))


def fill(books: Any, client: Client) -> None:
    """August sent, September made, October approved and not claimed yet."""
    books.pay.employments.add(employment(client))
    books.pay.subsidy_decisions.add(decision(client.id))
    books.pay.subsidy_facts.add(facts(client.id))
    for at, (month, hours) in enumerate(((AUGUST, "1015.20"), (SEPTEMBER, "1068.00"), (OCTOBER, "2670.00"))):
        pay(books, client, month, hours, at=at)
    claim(books, AUGUST, date(2026, 9, 10), date(2026, 9, 11), at=1)
    claim(books, SEPTEMBER, date(2026, 11, 20), None, at=2)
