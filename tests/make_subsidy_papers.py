"""Builders of the papers of a wage subsidy, with fixed ids."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from subcontract.benefits.subsidy_asked import Known, asked_of
from subcontract.benefits.subsidy_check import check_subsidy
from subcontract.benefits.subsidy_claims import ClaimFacts, make_claim
from subcontract.days import DateRange
from subcontract.ids import SubsidyClaimId
from subcontract.money import Money
from subcontract.papers import SubsidyClaimFacts, SubsidySheetFacts
from subcontract.payout.eligible import Adjustment, AdjustmentKind, PayOfMonth, eligible_pay
from subcontract.people.client import Client
from subcontract.people.unit import ProviderKind
from tests import make, subsidy_world
from tests.make_papers import employee, logo


def subsidised() -> Client:
    """Somebody with a wage subsidy."""
    return employee(identity_code="010594Y9032")


def subsidy_sheet(**fields: Any) -> SubsidySheetFacts:
    """Reduced work capacity, one thing still to be found out."""
    client = subsidised()
    agreement = replace(subsidy_world.employment(client), agreed_on=None, place="Mallikatu 2, Lappeenranta")
    known = Known(employer=ProviderKind.COUNTY, born=date(1994, 5, 1), employments=(agreement,), decisions=())
    asked = asked_of(subsidy_world.facts(client.id), known)
    default = SubsidySheetFacts(
        unit=make.unit(logo=logo(), phone="05 123 4567", email="rantapaja@example.fi"),
        client=client,
        check=check_subsidy(asked),
        asked=asked,
        agreement=agreement,
        by="Maija Koivu",
        day=date(2026, 6, 16),
    )
    return replace(default, **fields)


def subsidy_claim(**fields: Any) -> SubsidyClaimFacts:
    """August from the third on: a part of a month, with pay by the piece left out."""
    client = subsidised()
    decision = subsidy_world.decision(client.id)
    run = subsidy_world.pay_run(client, subsidy_world.AUGUST)
    pay = PayOfMonth(
        month=subsidy_world.AUGUST,
        days=DateRange(date(2026, 8, 3), date(2026, 8, 31)),
        payouts=(subsidy_world.payout(client, run.id, subsidy_world.AUGUST, "2670.00"),),
        entries={},
    )
    overtime = Adjustment(kind=AdjustmentKind.OVERTIME, amount=Money("120.15"))
    found = eligible_pay(pay, (overtime,))
    claim = make_claim(
        ClaimFacts(
            decision=decision,
            month=pay.month,
            days=pay.days,
            eligible=found.amount,
            lines=found.lines,
            made_on=date(2026, 9, 10),
            earlier=Money("1650.00"),
        ),
        SubsidyClaimId(UUID(int=7300)),
    )
    default = SubsidyClaimFacts(
        claim=claim,
        decision=decision,
        employment=subsidy_world.employment(client),
        client=client,
        unit=make.unit(logo=logo(), phone="05 123 4567", email="rantapaja@example.fi"),
        by="Kalle Kassa",
        day=date(2026, 9, 10),
    )
    return replace(default, **fields)
