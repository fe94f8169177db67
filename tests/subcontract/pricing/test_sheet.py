"""The price sheet of a job: sums of its phases, the market, and competition neutrality."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from subcontract.jobs.job import Basis, JobSource, PhaseCosts
from subcontract.money import Money
from subcontract.people.unit import ProviderKind
from subcontract.pricing.phase import PhaseAsk
from subcontract.pricing.sheet import MarketPrice, PhaseQuestion, PriceWarning, price_question, price_sheet
from subcontract.problems import Code, Refused

YARD = PhaseAsk(
    day=date(2026, 11, 22),
    basis=Basis.HOUR,
    hours=Decimal(10),
    vat=Decimal("25.5"),
    costs=PhaseCosts(hourly=Money(20), margin=Decimal(10)),
)
NOTED = MarketPrice(unit_price=Decimal("22.00"), source="Two firms asked, 11/2026")


def question(market: MarketPrice = NOTED, agreed: str = "0") -> PhaseQuestion:
    return PhaseQuestion(ask=YARD, market=market, agreed_unit_price=Decimal(agreed))


def test_a_sheet_sums_its_phases() -> None:
    sheet = price_sheet((question(), question(agreed="25")), seller=ProviderKind.COUNTY)
    assert (sheet.hours, sheet.cost, sheet.lowest) == (Decimal("20.00"), Money(400), Money(400))
    assert (sheet.suggested, sheet.suggested_with_vat) == (Money(440), Money("552.20"))
    assert (sheet.lowest_with_vat, sheet.agreed, sheet.coach) == (Money(502), Money(470), Money(0))
    assert sheet.warnings == ()


@pytest.mark.parametrize(
    ("asked", "seller", "expected"),
    [
        (question(), ProviderKind.COUNTY, ()),
        (question(MarketPrice()), ProviderKind.COUNTY, (PriceWarning.MARKET_PRICE_MISSING,)),
        (question(MarketPrice()), ProviderKind.MUNICIPALITY, (PriceWarning.MARKET_PRICE_MISSING,)),
        (question(MarketPrice()), ProviderKind.ASSOCIATION, ()),
        (question(replace(NOTED, source=" ")), ProviderKind.COUNTY, (PriceWarning.MARKET_SOURCE_MISSING,)),
        (
            question(replace(NOTED, unit_price=Decimal("22.01"))),
            ProviderKind.COUNTY,
            (PriceWarning.BELOW_MARKET,),
        ),
        (question(replace(NOTED, unit_price=Decimal(30))), ProviderKind.COMPANY, ()),
        (question(agreed="19.99"), ProviderKind.COUNTY, (PriceWarning.BELOW_MARKET, PriceWarning.BELOW_COST)),
        (question(agreed="19.99"), ProviderKind.ASSOCIATION, (PriceWarning.BELOW_COST,)),
        (question(agreed="20.00"), ProviderKind.ASSOCIATION, ()),
    ],
)
def test_warnings_of_a_phase(
    asked: PhaseQuestion, seller: ProviderKind, expected: tuple[PriceWarning, ...]
) -> None:
    assert price_question(asked, seller=seller).warnings == expected


def test_the_distance_to_the_market() -> None:
    assert price_question(question(), seller=ProviderKind.COUNTY).against_market == 0
    above = price_question(question(agreed="25.50"), seller=ProviderKind.COUNTY)
    assert above.against_market == Decimal("3.50")
    assert price_question(question(MarketPrice()), seller=ProviderKind.COUNTY).against_market is None


@pytest.mark.parametrize("seller", list(ProviderKind))
@pytest.mark.parametrize("source", list(JobSource))
def test_a_tender_is_a_competitive_market_for_a_public_seller(
    seller: ProviderKind, source: JobSource
) -> None:
    sheet = price_sheet((question(),), seller=seller, source=source)
    public = seller in {ProviderKind.COUNTY, ProviderKind.MUNICIPALITY}
    warned = PriceWarning.TENDER_IS_COMPETITION in sheet.warnings
    assert warned == (public and source is JobSource.TENDER)


def test_each_warning_is_told_once() -> None:
    sheet = price_sheet((question(MarketPrice()),) * 3, seller=ProviderKind.COUNTY, source=JobSource.TENDER)
    assert sheet.warnings == (PriceWarning.TENDER_IS_COMPETITION, PriceWarning.MARKET_PRICE_MISSING)


def test_problems_name_their_phase() -> None:
    wrong = PhaseQuestion(ask=replace(YARD, hours=Decimal(0), pace=Decimal(0)))
    with pytest.raises(Refused) as caught:
        price_sheet((question(), wrong), seller=ProviderKind.COUNTY)
    assert {(one.code, one.field) for one in caught.value.problems} == {
        (Code.TOO_SMALL, "phases.1.pace"),
        (Code.REQUIRED, "phases.1.hours"),
    }


def test_people_who_work_for_nothing_in_the_price_are_told_of() -> None:
    unpaid = replace(YARD, costs=replace(YARD.costs, hourly=Money(0), materials=Money(50)))
    asked = replace(question(), ask=unpaid)
    assert PriceWarning.PAY_MISSING in price_question(asked, seller=ProviderKind.ASSOCIATION).warnings
    assert price_question(question(), seller=ProviderKind.ASSOCIATION).warnings == ()


def test_the_agreed_price_with_vat_is_that_of_the_quote() -> None:
    """VAT once for each rate on the sum: 2 x 0.02 at 25.5 % is 0.01 of VAT, not twice a rounded cent."""
    small = replace(YARD, basis=Basis.FIXED, costs=PhaseCosts(hourly=Money("0.01"), margin=Decimal(0)))
    asked = PhaseQuestion(ask=small, agreed_unit_price=Decimal("0.02"))
    sheet = price_sheet((asked, asked), seller=ProviderKind.ASSOCIATION)
    assert (sheet.agreed, sheet.agreed_with_vat) == (Money("0.04"), Money("0.05"))
    other = replace(asked, ask=replace(small, vat=Decimal(0)))
    assert price_sheet((asked, other), seller=ProviderKind.ASSOCIATION).agreed_with_vat == Money("0.05")


def test_warnings_of_the_job_are_told_apart_from_those_of_its_phases() -> None:
    asked = (question(MarketPrice()), question())
    sheet = price_sheet(asked, seller=ProviderKind.COUNTY, source=JobSource.TENDER)
    assert sheet.of_job == (PriceWarning.TENDER_IS_COMPETITION,)
    assert sheet.warnings == (PriceWarning.TENDER_IS_COMPETITION, PriceWarning.MARKET_PRICE_MISSING)
