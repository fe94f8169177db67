"""The side of pay in the full world: every record with every field filled."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract import ids
from subcontract.benefits.records import (
    ClaimLine,
    EarnedIn,
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
    EntryId,
    FeeTermsId,
    HandOverId,
    JobId,
    OutsideEarningsId,
    PayItemId,
    PayoutId,
    PayRunId,
    PaySettingsId,
    PensionId,
    StaffId,
    SubsidyClaimId,
    SubsidyDecisionId,
    SubsidyFactsId,
    TariffId,
    TaxCardId,
    UnitId,
    WagePotId,
)
from subcontract.jobs.job import SplitRule
from subcontract.money import Money
from subcontract.payout.records import (
    AboveLimit,
    Ledger,
    LimitMode,
    Payout,
    PayoutLine,
    PayRun,
    PayRunState,
    Tariff,
    TariffBasis,
    TariffRate,
)
from subcontract.payout.wage_records import (
    HandOver,
    HandOverKind,
    MixedDay,
    NetPay,
    PayCode,
    PayItem,
    PaySettings,
    Reopening,
    WagePot,
    WageSums,
)
from subcontract.people.employment import (
    Employment,
    EmploymentTerms,
    FeeTerms,
    HolidayPayment,
    PaidBy,
)
from subcontract.people.tax_card import TaxCard
from subcontract.rules import SubsidyKind

YEAR = DateRange(date(2026, 1, 1), date(2026, 12, 31))
MONTH = Month(2026, 11)
AT = datetime(2026, 11, 23, 10, 4, 5, 678901, tzinfo=UTC)
UNIT, CLIENT, JOB = UnitId(UUID(int=101)), ClientId(UUID(int=105)), JobId(UUID(int=107))
COACH, OFFICE = StaffId(UUID(int=102)), StaffId(UUID(int=103))
PAY_RUN = PayRunId(UUID(int=110))
ENTRY = EntryId(UUID(int=109))
EMPLOYMENT = EmploymentId(UUID(int=120))
TAX_CARD = TaxCardId(UUID(int=121))
DECISION = SubsidyDecisionId(UUID(int=122))
PAYOUT = PayoutId(UUID(int=123))


def employment() -> Employment:
    return Employment(
        id=EMPLOYMENT,
        unit=UNIT,
        client=CLIENT,
        days=YEAR,
        job=JOB,
        terms=(
            EmploymentTerms(
                first=date(2026, 1, 1),
                hourly=Money("13.35"),
                capacity=Decimal("62.5"),
                weekly_minutes=480,
                pay_group="05VAM020",
                paid_by=PaidBy.PIECE,
                piece_rate=Decimal("0.0875"),
            ),
            EmploymentTerms(first=date(2026, 7, 1), hourly=Money(14)),
        ),
        holiday=HolidayPayment.AT_END,
        duties="Hyllytys & <siivous>",
        place="Åbo",
        fixed_term_reason="Urakan kesto",
        agreed_on=date(2025, 12, 15),
    )


def tax_card() -> TaxCard:
    return TaxCard(
        id=TAX_CARD,
        client=CLIENT,
        days=YEAR,
        base=Decimal("5.5"),
        additional=Decimal(25),
        limit=Money("6000.50"),
        received_on=date(2026, 1, 7),
    )


def facts() -> SubsidyFacts:
    return SubsidyFacts(
        id=SubsidyFactsId(UUID(int=124)),
        client=CLIENT,
        checked_on=date(2026, 10, 1),
        jobseeker=True,
        unemployed_of_14=12,
        unemployed_of_28=24,
        unemployed_in_a_row=13,
        long_unemployment_likely=True,
        months_without_work=7,
        without_qualification=False,
        integration_plan=False,
        lacks_skills=True,
        reduced_capacity=True,
        certificate=date(2026, 9, 1),
        adjustments_made=True,
        lasting_reduction=False,
        apprenticeship=False,
        plan_states_subsidy=True,
        collective_agreement=False,
        had_subsidy=True,
        earlier_subsidy_end=date(2023, 5, 31),
        redundancies=False,
        distorts_competition=True,
        unpaid_dues=False,
        convictions=True,
        other_aid=False,
        start=date(2026, 11, 2),
        weekly_minutes=960,
        full_weekly_minutes=2295,
        by_result_alone=False,
        in_market=True,
        note="ä",
    )


def decision() -> SubsidyDecision:
    return SubsidyDecision(
        id=DECISION,
        client=CLIENT,
        employment=EMPLOYMENT,
        ground=SubsidyKind.REDUCED_CAPACITY,
        percentage=Decimal(70),
        cap=Money(1770),
        days=YEAR,
        decided_on=date(2025, 12, 10),
        number="TE-1/2025",
        working_time=Decimal("80.25"),
        extension_applied=date(2026, 12, 30),
    )


def claim() -> SubsidyClaim:
    return SubsidyClaim(
        id=SubsidyClaimId(UUID(int=125)),
        decision=DECISION,
        month=MONTH,
        days=MONTH.days,
        eligible=Money(2500),
        amount=Money(1750),
        capped=True,
        due=date(2027, 2, 28),
        earlier=Money("1700.50"),
        lines=(
            ClaimLine(what="Pay", amount=Money(2500), payout=PAYOUT),
            ClaimLine(what="Left out", amount=Money("0.01"), counted=False),
        ),
        made_on=date(2026, 12, 1),
        sent_on=date(2026, 12, 2),
    )


def settings() -> PaySettings:
    return PaySettings(
        id=PaySettingsId(UUID(int=126)),
        unit=UNIT,
        first=date(2026, 1, 1),
        sunday=Decimal("50.5"),
        holiday=Decimal(75),
        mixed_day=MixedDay.EACH_ITS_OWN,
        net_pay=NetPay.PAYROLL,
        earned_in=EarnedIn.WORK,
        large_employer=False,
        employer_pension=Decimal("17.1"),
        other_employer=Decimal("0.76"),
        salary_payment=False,
        per_kilometre=Decimal("0.2501"),
        codes=((PayCode.HOURS, "0100"), (PayCode.SUNDAY, "0200")),
    )


def item() -> PayItem:
    return PayItem(
        id=PayItemId(UUID(int=127)),
        unit=UNIT,
        client=CLIENT,
        month=MONTH,
        day=date(2026, 11, 5),
        kind=PayCode.KILOMETRES,
        text="Koti–työmaa",
        minutes=30,
        quantity=Decimal("12.5"),
        rate=Decimal("0.25"),
        amount=Money("3.13"),
        by=COACH,
        at=AT,
    )


def pot() -> WagePot:
    return WagePot(
        id=WagePotId(UUID(int=128)),
        unit=UNIT,
        job=JOB,
        days=YEAR,
        amount=Money("100.01"),
        percent=Decimal("12.5"),
        split=SplitRule.AGREED,
        shares=((CLIENT, Decimal("1.5")),),
    )


def sums() -> WageSums:
    return WageSums(
        wages=Money("117.90"),
        holiday_compensation=Money("10.61"),
        fees=Money(1),
        expenses=Money(2),
        withholding=Money("6.43"),
        pension=Money("9.38"),
        unemployment=Money("1.14"),
        employer_health=Money("2.45"),
        employer_unemployment=Money("1.58"),
        employer_pension=Money("21.98"),
        employer_other=Money("0.98"),
        tax_card=TAX_CARD,
        card_used=Money("128.51"),
        protected=Money("990.90"),
    )


def tariff() -> Tariff:
    return Tariff(
        id=TariffId(ids.new()),
        unit=UNIT,
        days=DateRange(date(2026, 1, 1)),
        rates=(
            TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money(9)),
            TariffRate(tariff_class="B", basis=TariffBasis.POT_SHARE),
        ),
        full_day_minutes=200,
        limit_mode=LimitMode.PERIOD,
        above_limit=AboveLimit.TAXABLE,
    )


def pay_run() -> PayRun:
    return PayRun(
        id=PAY_RUN,
        unit=UNIT,
        ledger=Ledger.WAGE,
        month=MONTH,
        pay_day=date(2026, 12, 15),
        state=PayRunState.OPEN,
        calculated_by=COACH,
        calculated_at=AT,
        approved_by=OFFICE,
        approved_at=AT,
    )


def payout(**fields: Any) -> Payout:
    line = PayoutLine(
        what="{days} days",
        blanks=(("days", "12"), ("ä", "}")),
        day=date(2026, 11, 2),
        basis=Decimal("7.333333333333"),
        basis_unit="h",
        rate=Decimal("1.25"),
        amount=Money("12.00"),
        rule="allowance_limit",
        valid_from=date(2026, 1, 1),
        source="TVL 92 § 23",
        entries=(ENTRY,),
    )
    default = Payout(
        id=PAYOUT,
        pay_run=PAY_RUN,
        client=CLIENT,
        ledger=Ledger.WAGE,
        month=MONTH,
        days=12,
        minutes=3000,
        pieces=40,
        tax_free=Money(144),
        taxable=Money("1.01"),
        cut=Money("0.99"),
        lines=(line, replace(line, what="y", entries=()), replace(line, day=None, valid_from=None)),
        warnings=("over_limit", "half_day"),
        wage=sums(),
    )
    return replace(default, **fields)


def before_runs() -> dict[str, tuple[Any, ...]]:
    """What pay runs refer to."""
    return {
        "pay.employments": (employment(),),
        "pay.fee_terms": (
            FeeTerms(
                id=FeeTermsId(UUID(int=129)),
                client=CLIENT,
                days=YEAR,
                amount=Money(35),
                per_hour=True,
                text="Ryhmän tukena",
            ),
        ),
        "pay.tax_cards": (tax_card(),),
        "pay.pensions": (
            Pension(
                id=PensionId(UUID(int=130)),
                client=CLIENT,
                days=YEAR,
                kind=PensionKind.FULL_WORK,
                prior_earnings=Money(3000),
            ),
        ),
        "pay.outside_earnings": (
            OutsideEarnings(
                id=OutsideEarningsId(UUID(int=131)),
                client=CLIENT,
                month=MONTH,
                amount=Money("100.10"),
                source="Kahvila Kuura",
            ),
        ),
        "pay.subsidy_facts": (facts(),),
        "pay.subsidy_decisions": (decision(),),
        "pay.pay_settings": (settings(),),
        "pay.pay_items": (item(),),
        "pay.wage_pots": (pot(),),
    }


def after_runs() -> dict[str, tuple[Any, ...]]:
    """What refers to pay runs and payouts."""
    return {
        "pay.subsidy_claims": (claim(),),
        "pay.reopenings": (Reopening(payout=PAYOUT, client=CLIENT, reason="Väärä tili", by=OFFICE, at=AT),),
        "pay.hand_overs": (
            HandOver(
                id=HandOverId(UUID(int=132)),
                pay_run=PAY_RUN,
                kind=HandOverKind.BANK_FILE,
                reference="URAKKA-1",
                count=1,
                total=Money("111.56"),
                made_by=COACH,
                made_at=AT,
                ticked_by=OFFICE,
                ticked_at=AT,
            ),
        ),
    }
