"""Figures that authorities, other programs and advisers have published, as they wrote them.

The names are those of the collection of worked examples (WE). Cases that need the reckoning of wages,
subsidies or interest are here as far as a dated rule alone decides them.
"""

from datetime import date
from decimal import Decimal

import pytest

from subcontract import rules
from subcontract.invoicing.totals import LineAmounts, totals
from subcontract.jobs.job import JobSource
from subcontract.money import Money
from subcontract.payout.allowance import split_allowance
from subcontract.payout.records import AboveLimit, LimitMode
from subcontract.people.unit import ProviderKind
from subcontract.pricing.sheet import PriceWarning, price_sheet
from subcontract.problems import Code, Refused
from subcontract.rules import Debtor, InterestAct, WorkPension

BORN = date(1990, 5, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


# --- WE-1 wage subsidy -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pay", "percentage", "expected"),
    [
        ("2500.00", 70, "1750.00"),
        ("3200.00", 70, "1770.00"),
        ("1600.00", 70, "1120.00"),
        ("3000.00", 50, "1260.00"),
        ("2133.67", 70, "1493.57"),
    ],
)
def test_we_1_city_of_helsinki(pay: str, percentage: int, expected: str) -> None:
    cap = rules.subsidy_cap(percentage, day("2026-11-01")).value
    assert min(cap, Money(pay).percent(Decimal(percentage))) == Money(expected)


def test_we_1_3_with_the_cap_that_the_act_prints() -> None:
    (printed,) = rules.subsidy_cap(70, day("2026-11-01")).alternatives
    assert min(Money(printed), Money(3200).percent(Decimal(70))) == Money("2240.00")


@pytest.mark.parametrize(
    ("pay", "hours", "expected"), [("2178.00", "93.3", "1866.36"), ("1330.27", "80", "1329.44")]
)
def test_we_1_hundred_per_cent(pay: str, hours: str, expected: str) -> None:
    full = rules.subsidy_full(day("2026-11-01")).value
    eligible = Decimal(pay) / Decimal(hours) * full["hours_percent"] * full["factor"]
    cap = rules.subsidy_cap(100, day("2026-11-01")).value
    assert min(cap, Money.rounded(eligible)) == Money(expected)


@pytest.mark.parametrize(("percentage", "cap"), [(70, "1770.00"), (50, "1260.00"), (100, "2020.00")])
def test_we_1_caps(percentage: int, cap: str) -> None:
    assert rules.subsidy_cap(percentage, day("2024-01-01")).value == Money(cap)


@pytest.mark.parametrize(("cap", "days", "expected"), [("1260.00", 16, "672.00"), ("1770.00", 10, "590.00")])
def test_we_1b_part_periods(cap: str, days: int, expected: str) -> None:
    divisor = rules.subsidy_part_period(day("2026-03-16")).value
    assert Money.rounded(Money(cap).amount * days / divisor) == Money(expected)


# --- WE-2 withholding, contributions, pay days -----------------------------------------------


def test_we_2d_no_card() -> None:
    assert Money("420.00").percent(rules.withholding_without_card(day("2026-11-01")).value) == Money("252.00")
    assert rules.withholding_small_payment(day("2026-11-01")).value == Money("20.00")


def test_we_2e_contributions() -> None:
    paid = day("2026-11-30")
    pension, unemployment = rules.pension_employee(paid, BORN), rules.unemployment_employee(paid, BORN)
    assert Money(3500).percent(pension.value) == Money("255.50")
    assert Money(3500).percent(unemployment.value) == Money("31.15")
    assert Money(3500).percent(rules.pension_private_employer(paid).value) == Money("598.50")
    assert Money(48000).percent(unemployment.value) == Money("427.20")
    assert Money(1000).percent(rules.pension_employee(paid, day("1973-05-01")).value) == Money("73.00")
    young = day("2009-05-01")
    assert Money(1000).percent(rules.pension_employee(paid, young).value) == Money("73.00")
    assert Money(1000).percent(rules.unemployment_employee(paid, young).value) == Money("0.00")


@pytest.mark.parametrize(("on", "factor", "expected"), [
    ("2024-06-01", "1.637", "68.57"), ("2025-06-01", "1.673", "70.08"), ("2026-06-01", "1.712", "71.72"),
])  # fmt: skip
def test_we_2g_pension_threshold(on: str, factor: str, expected: str) -> None:
    assert rules.tyel_threshold(day(on)).value == Money(expected) == Money("41.89").times(Decimal(factor))


@pytest.mark.parametrize(("nominal", "paid"), [("2026-08-15", "2026-08-14"), ("2026-12-25", "2026-12-23")])
def test_we_2h_pay_day(nominal: str, paid: str) -> None:
    assert rules.pay_day(day(nominal)).value == day(paid)


@pytest.mark.parametrize(
    ("reported", "fee"),
    [("2026-05-05", "0.00"), ("2026-05-08", "0.00"), ("2026-05-11", "9.00"), ("2026-12-31", "135.00")],
)
def test_we_2i_incomes_register(reported: str, fee: str) -> None:
    assert rules.register_due(day("2026-04-30")).value == day("2026-05-05")
    assert rules.register_late_fee(day("2026-04-30"), day(reported)).value == Money(fee)


@pytest.mark.parametrize(("dependants", "protected"), [(0, "990.90"), (1, "1280.40")])
def test_we_2j_protected_pay(dependants: int, protected: str) -> None:
    assert rules.protected_pay(day("2026-05-01"), dependants=dependants).value == Money(protected)


# --- WE-3 holiday ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pay", "a_year", "expected"),
    [("15000.00", False, "1350.00"), ("8000.00", False, "720.00"), ("8000.00", True, "920.00")],
)
def test_we_3_percentages(pay: str, a_year: bool, expected: str) -> None:
    percentage = rules.holiday_compensation(day("2026-03-31"), a_year_or_more=a_year).value
    assert Money(pay).percent(percentage) == Money(expected)


def test_we_3_10_divisor() -> None:
    divisor = rules.holiday_divisor(day("2026-03-31")).value
    assert Money.rounded(Money(3000).amount / divisor) == Money("120.00")


# --- WE-4 interest and collection ------------------------------------------------------------


def test_we_4_1_three_days() -> None:
    assert Money.rounded(Decimal(300) * Decimal("9.5") / 100 * 3 / 365) == Money("0.23")
    assert rules.late_interest(InterestAct.GENERAL, day("2025-07-29")).value == Decimal("9.5")


def test_we_4_3_over_the_turn_of_a_half_year() -> None:
    june = rules.late_interest(InterestAct.COMMERCIAL, day("2025-06-16")).value
    july = rules.late_interest(InterestAct.COMMERCIAL, day("2025-07-15")).value
    assert (june, july) == (Decimal("11.5"), Decimal("10.5"))
    assert Money.rounded((june + july) * 1000 * 15 / 36500) == Money("9.04")


@pytest.mark.parametrize(
    ("on", "general", "commercial"), [("2025-07-01", "9.5", "10.5"), ("2024-07-01", "11.5", "12.5")]
)
def test_we_4_4_and_4_5_rates(on: str, general: str, commercial: str) -> None:
    assert rules.late_interest(InterestAct.GENERAL, day(on)).value == Decimal(general)
    assert rules.late_interest(InterestAct.COMMERCIAL, day(on)).value == Decimal(commercial)


@pytest.mark.parametrize(
    ("principal", "demand", "cap"),
    [("500.00", 50, 250), ("500.01", 70, 470), ("2500.00", 70, 470), ("2500.01", 90, 550),
     ("10000.00", 90, 550),
     ("10000.01", 110, 620)],
)  # fmt: skip
def test_we_4_collection_costs(principal: str, demand: int, cap: int) -> None:
    on = day("2026-11-01")
    assert rules.demand_fee(Money(principal), on).value == Money(demand)
    assert rules.collection_cap(Money(principal), on).value == Money(cap)
    assert rules.reminder_fee(Debtor.BUSINESS, on).value == Money(12)
    assert rules.reminder_fee(Debtor.CONSUMER, on).value == Money(5)


# --- WE-5 VAT and keeping --------------------------------------------------------------------


def line(net: str, vat: str) -> LineAmounts:
    return LineAmounts(quantity=Decimal(1), unit_price=Decimal(net), vat=vat)


@pytest.mark.parametrize(
    ("net", "vat", "amount", "total"),
    [
        ("2000.00", "24", "480.00", "2480.00"),
        ("100.00", "25.5", "25.50", "125.50"),
        ("100.00", "AE", "0.00", "100.00"),
    ],
)
def test_we_5_amounts(net: str, vat: str, amount: str, total: str) -> None:
    sums = totals((line(net, vat),))
    assert (str(sums.vat[0].amount), str(sums.total)) == (amount, total)


@pytest.mark.parametrize(
    ("vat_class", "on", "rate"),
    [("general", "2024-08-31", "24.0"), ("general", "2024-09-01", "25.5"), ("general", "2013-01-01", "24.0"),
     ("reduced", "2013-01-01", "14.0"), ("reduced", "2026-01-01", "13.5"),
     ("reduced2", "2013-01-01", "10.0")],
)  # fmt: skip
def test_we_5_rates(vat_class: str, on: str, rate: str) -> None:
    assert rules.vat_rate(vat_class, day(on)).value == Decimal(rate)


def test_we_5_thresholds() -> None:
    assert Money(15000) <= rules.vat_small_business(day("2025-06-01")).value
    assert Money("400.00") <= rules.simplified_invoice(day("2026-01-01")).value < Money("400.01")


@pytest.mark.parametrize(
    ("ended", "vouchers", "ledgers"),
    [("2024-03-31", "2030-12-31", "2034-03-31"), ("2024-12-31", "2030-12-31", "2034-12-31")],
)
def test_we_5_keeping(ended: str, vouchers: str, ledgers: str) -> None:
    assert rules.vouchers_kept_until(day(ended)).value == day(vouchers)
    assert rules.ledgers_kept_until(day(ended)).value == day(ledgers)


def test_we_5_keeping_of_an_old_year() -> None:
    assert rules.vouchers_kept_until(day("2017-04-30")).value == day("2023-12-31")
    assert rules.ledgers_kept_until(day("2017-04-30")).value == day("2027-04-30")


# --- WE-6 pensions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("month", "limit"), [("2024-05-01", "976.59"), ("2025-05-01", "986.30"), ("2026-05-01", "990.90")]
)
def test_we_6_limits(month: str, limit: str) -> None:
    assert rules.earnings_limit(day(month)).value == Money(limit)


def test_we_6_6_and_6_8_work_pensions() -> None:
    on = day("2026-05-01")
    partial = rules.earnings_limit_work(WorkPension.PARTIAL, Money(3000), on).value
    full = rules.earnings_limit_work(WorkPension.FULL, Money(3000), on).value
    assert Money(1750) <= partial == Money(1800)
    assert Money(1900) > max(partial, full)


# --- WE-7 work allowance ---------------------------------------------------------------------


def month(*amounts: str) -> dict[date, Money]:
    return {date(2026, 11, number): Money(amount) for number, amount in enumerate(amounts, start=1)}


@pytest.mark.parametrize(
    ("sums", "average", "cut"),
    [
        (month(*["12.00"] * 10), "12.00", "0.00"),
        (month(*["12.00"] * 9, "12.10"), "12.00", "0.10"),
        (month("15.00", "9.00"), "12.00", "0.00"),
        (month(*["5.00"] * 20), "5.00", "0.00"),
    ],
)
def test_we_7_average_of_the_period(sums: dict[date, Money], average: str, cut: str) -> None:
    split = split_allowance(sums, LimitMode.PERIOD, AboveLimit.CUT)
    assert (str(split.average), str(split.cut)) == (average, cut)


def test_we_7_a_single_day_is_cut_when_each_day_is_watched() -> None:
    split = split_allowance(month("15.00", "9.00"), LimitMode.DAY, AboveLimit.CUT)
    assert (str(split.tax_free), str(split.cut), str(split.average)) == ("21.00", "3.00", "10.50")


def test_we_7_no_attendance_no_payment() -> None:
    with pytest.raises(Refused) as caught:
        split_allowance({}, LimitMode.PERIOD, AboveLimit.CUT)
    assert caught.value.code is Code.NO_ATTENDED_DAYS


# --- WE-9 competition and data ---------------------------------------------------------------


def test_we_9_a_county_in_a_tender_is_warned() -> None:
    sheet = price_sheet((), seller=ProviderKind.COUNTY, source=JobSource.TENDER)
    assert sheet.warnings == (PriceWarning.TENDER_IS_COMPETITION,)
    assert "131 §" in rules.rule("competition_tender").on(day("2026-11-22")).basis


def test_we_9_keeping_of_care_data() -> None:
    assert rules.log_kept_until(day("2026-11-22")).value == day("2038-11-22")
    assert rules.disability_documents_kept_until(day("2026-11-22")).value == day("2036-11-22")
