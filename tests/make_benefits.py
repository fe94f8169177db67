"""Builders with defaults for employment, benefits and wage payouts, as ``make`` has them for the rest."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from subcontract import ids
from subcontract.benefits.records import (
    OutsideEarnings,
    Pension,
    PensionKind,
    SubsidyClaim,
    SubsidyDecision,
    SubsidyFacts,
)
from subcontract.days import DateRange, Month
from subcontract.ids import (
    ClientId,
    EmploymentId,
    FeeTermsId,
    OutsideEarningsId,
    PayoutId,
    PayRunId,
    PensionId,
    SubsidyClaimId,
    SubsidyDecisionId,
    SubsidyFactsId,
    TaxCardId,
)
from subcontract.money import Money
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.payout.wage_records import PayCode
from subcontract.people.employment import Employment, EmploymentTerms, FeeTerms
from subcontract.people.tax_card import TaxCard
from subcontract.rules import SubsidyKind
from tests.make import UNIT

YEAR = DateRange(date(2026, 1, 1), date(2026, 12, 31))


def terms(**fields: Any) -> EmploymentTerms:
    """Hourly pay from the beginning of the year, sixteen hours a week."""
    default = EmploymentTerms(first=date(2026, 1, 1), hourly=Money("13.35"), weekly_minutes=960)
    return replace(default, **fields)


def employment(**fields: Any) -> Employment:
    """An agreement for an indefinite time from the beginning of 2026."""
    days = fields.pop("days", DateRange(date(2026, 1, 1)))
    default = Employment(
        id=EmploymentId(ids.new()),
        unit=UNIT,
        client=ClientId(ids.new()),
        days=days,
        terms=(terms(first=days.first),),
        fixed_term_reason="" if days.is_open else "Urakan kesto",
    )
    return replace(default, **fields)


def fee(**fields: Any) -> FeeTerms:
    """35 euros an occasion from the beginning of 2026."""
    default = FeeTerms(
        id=FeeTermsId(ids.new()),
        client=ClientId(ids.new()),
        days=DateRange(date(2026, 1, 1)),
        amount=Money(35),
    )
    return replace(default, **fields)


def tax_card(**fields: Any) -> TaxCard:
    """The year's card: 5 per cent up to 6 000 euros, 25 above."""
    default = TaxCard(
        id=TaxCardId(ids.new()),
        client=ClientId(ids.new()),
        days=YEAR,
        base=Decimal(5),
        additional=Decimal(25),
        limit=Money(6000),
    )
    return replace(default, **fields)


def pension(**fields: Any) -> Pension:
    """A pension of Kela for the time being."""
    default = Pension(
        id=PensionId(ids.new()),
        client=ClientId(ids.new()),
        days=DateRange(date(2020, 1, 1)),
        kind=PensionKind.KELA,
    )
    return replace(default, **fields)


def outside(**fields: Any) -> OutsideEarnings:
    """A hundred euros from elsewhere in November."""
    default = OutsideEarnings(
        id=OutsideEarningsId(ids.new()),
        client=ClientId(ids.new()),
        month=Month(2026, 11),
        amount=Money(100),
    )
    return replace(default, **fields)


def facts(**fields: Any) -> SubsidyFacts:
    """Nothing known yet, checked on 22 November 2026."""
    default = SubsidyFacts(
        id=SubsidyFactsId(ids.new()), client=ClientId(ids.new()), checked_on=date(2026, 11, 22)
    )
    return replace(default, **fields)


def decision(**fields: Any) -> SubsidyDecision:
    """70 per cent for ten months of 2026, decided in December before."""
    default = SubsidyDecision(
        id=SubsidyDecisionId(ids.new()),
        client=ClientId(ids.new()),
        employment=None,
        ground=SubsidyKind.REDUCED_CAPACITY,
        percentage=Decimal(70),
        cap=Money(1770),
        days=DateRange(date(2026, 1, 1), date(2026, 10, 31)),
        decided_on=date(2025, 12, 10),
    )
    return replace(default, **fields)


def claim(**fields: Any) -> SubsidyClaim:
    """The claim of October."""
    month = fields.pop("month", Month(2026, 10))
    default = SubsidyClaim(
        id=SubsidyClaimId(ids.new()),
        decision=SubsidyDecisionId(ids.new()),
        month=month,
        days=month.days,
        eligible=Money(1000),
        amount=Money(700),
        capped=False,
        due=month.plus(3).last,
        made_on=month.plus(1).first,
    )
    return replace(default, **fields)


def line(code: PayCode, amount: str, **fields: Any) -> PayoutLine:
    """A wage line of a kind."""
    return replace(PayoutLine(what=code.value, amount=Money(amount), rule=code.value), **fields)


def payout(*lines: PayoutLine, **fields: Any) -> Payout:
    """A wage payout of October, approved."""
    default = Payout(
        id=PayoutId(ids.new()),
        pay_run=PayRunId(ids.new()),
        client=ClientId(ids.new()),
        ledger=Ledger.WAGE,
        month=Month(2026, 10),
        days=10,
        minutes=2400,
        pieces=0,
        tax_free=Money(0),
        lines=lines,
        approved=True,
    )
    return replace(default, **fields)
