"""What each way of asking gives, at the days where the law changes."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from subcontract import rules
from subcontract.money import Money
from subcontract.problems import Code, Refused
from subcontract.rules import Confidence, Debtor, InterestAct, SubsidyKind, WorkPension, asking

BORN = date(1990, 5, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_the_allowance_limit_names_its_act() -> None:
    limit = rules.allowance_limit(day("2026-11-22"))
    assert limit.value == Money(12)
    assert limit.basis == "TVL 1535/1992 92 § 23 k"
    with pytest.raises(Refused) as caught:
        rules.allowance_limit(day("2023-12-31"))
    assert caught.value.code is Code.RULE_NOT_KNOWN_YET


@pytest.mark.parametrize(
    ("vat_class", "on", "rate"),
    [
        ("general", "2013-01-01", "24"),
        ("general", "2024-08-31", "24"),
        ("general", "2024-09-01", "25.5"),
        ("reduced", "2025-12-31", "14"),
        ("reduced", "2026-01-01", "13.5"),
        ("reduced2", "2026-01-01", "10"),
    ],
)
def test_vat(vat_class: str, on: str, rate: str) -> None:
    assert rules.vat_rate(vat_class, day(on)).value == Decimal(rate)


def test_an_unknown_vat_class_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        rules.vat_rate("luxury", day("2026-01-01"))
    assert caught.value.code is Code.UNKNOWN_VALUE


@pytest.mark.parametrize(
    ("on", "general", "commercial"),
    [
        ("2022-07-01", "7", "8"),
        ("2023-06-30", "9.5", "10.5"),
        ("2023-07-01", "11", "12"),
        ("2024-12-31", "11.5", "12.5"),
        ("2025-06-30", "10.5", "11.5"),
        ("2025-07-01", "9.5", "10.5"),
        ("2026-06-30", "9.5", "10.5"),
    ],
)
def test_late_interest_of_each_half_year(on: str, general: str, commercial: str) -> None:
    assert rules.late_interest(InterestAct.GENERAL, day(on)).value == Decimal(general)
    assert rules.late_interest(InterestAct.COMMERCIAL, day(on)).value == Decimal(commercial)


@pytest.mark.parametrize("on", ["2022-06-30", "2026-07-01", "2027-01-01"])
def test_a_half_year_without_its_notice_has_no_rate(on: str) -> None:
    with pytest.raises(Refused) as caught:
        rules.late_interest(InterestAct.GENERAL, day(on))
    assert caught.value.code is Code.RATE_UNKNOWN


def test_reminders_and_payment_terms() -> None:
    on = day("2026-11-22")
    assert rules.reminder_fee(Debtor.BUSINESS, on).value == Money(12)
    assert rules.reminder_fee(Debtor.CONSUMER, on).value == Money(5)
    assert rules.reminder_wait(on).value == 10
    assert rules.standard_compensation(on).value == Money(40)
    assert rules.payment_term(public=True, on=on).value == 30
    assert rules.payment_term(public=False, on=on).value == 30
    assert rules.simplified_invoice(on).value == Money(400)
    assert rules.vat_small_business(on).value == Money(20000)


def test_a_part_that_the_rule_did_not_have_yet_is_refused() -> None:
    assert rules.payment_term(public=True, on=day("2014-01-01")).value == 30
    with pytest.raises(Refused) as caught:
        rules.payment_term(public=False, on=day("2015-04-30"))
    assert caught.value.code is Code.RULE_NOT_KNOWN_YET
    assert caught.value.problems[0].facts["first"] == day("2015-05-01")


# --- wages -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "paid", "percentage"),
    [
        ("1990-05-01", "2024-06-30", "7.15"),
        ("1990-05-01", "2026-06-30", "7.30"),
        # 53 in May 2025: the higher band from June, and again lower after the month of 63
        ("1972-05-15", "2025-05-31", "7.15"),
        ("1972-05-15", "2025-06-01", "8.65"),
        ("1962-05-15", "2025-05-31", "8.65"),
        ("1962-05-15", "2025-06-01", "7.15"),
        ("1972-05-15", "2026-06-01", "7.30"),
        # from the month after 17 to the end of the month of 70, 69 or 68
        ("2009-05-15", "2026-05-31", "0"),
        ("2009-05-15", "2026-06-01", "7.30"),
        ("1962-05-15", "2026-06-01", "7.30"),
        ("1957-05-15", "2025-05-31", "7.15"),
        ("1957-05-15", "2025-06-01", "0"),
        ("1958-05-15", "2026-06-01", "7.30"),
        ("1956-05-15", "2026-06-01", "0"),
    ],
)
def test_pension_contribution_by_age(born: str, paid: str, percentage: str) -> None:
    assert rules.pension_employee(day(paid), day(born)).value == Decimal(percentage)


@pytest.mark.parametrize(
    ("born", "paid", "percentage"),
    [
        ("1990-05-01", "2024-01-01", "0.79"),
        ("1990-05-01", "2025-01-01", "0.59"),
        ("1990-05-01", "2026-01-01", "0.89"),
        ("2008-05-15", "2026-05-31", "0"),
        ("2008-05-15", "2026-06-01", "0.89"),
        ("1961-05-15", "2026-05-31", "0.89"),
        ("1961-05-15", "2026-06-01", "0"),
    ],
)
def test_unemployment_contribution_by_age(born: str, paid: str, percentage: str) -> None:
    assert rules.unemployment_employee(day(paid), day(born)).value == Decimal(percentage)


def test_employers_contributions() -> None:
    paid = day("2026-11-30")
    assert rules.health_employer(paid, BORN).value == Decimal("1.91")
    assert rules.health_employer(paid, day("2011-01-01")).value == 0
    assert rules.unemployment_employer(paid, BORN).value == Decimal("1.23")
    assert rules.unemployment_employer(paid, BORN).confidence is Confidence.OPEN
    assert rules.unemployment_employer(paid, BORN).alternatives == (Decimal("0.72"),)
    assert rules.unemployment_employer(paid, BORN, large=False).value == Decimal("0.31")
    assert rules.unemployment_employer(paid, day("1950-01-01")).value == 0
    assert rules.pension_private_employer(paid).value == Decimal("17.10")


@pytest.mark.parametrize("on", ["2027-01-01", "2023-12-31"])
def test_a_year_without_its_contributions_is_refused(on: str) -> None:
    with pytest.raises(Refused):
        rules.pension_employee(day(on), BORN)
    with pytest.raises(Refused):
        rules.unemployment_employee(day(on), BORN)


def test_withholding_and_holiday() -> None:
    on = day("2026-11-22")
    assert rules.withholding_without_card(on).value == 60
    assert rules.withholding_small_payment(on).value == Money(20)
    assert rules.holiday_compensation(on).value == 9
    assert rules.holiday_compensation(on, a_year_or_more=True).value == Decimal("11.5")


# --- pensions and subsidy --------------------------------------------------------------------


def test_earnings_limits() -> None:
    assert rules.earnings_limit(day("2026-11-01")).confidence is Confidence.DERIVED
    assert rules.earnings_limit_work(WorkPension.PARTIAL, Money(3000), day("2026-01-01")).value == Money(1800)
    assert rules.earnings_limit_work(WorkPension.FULL, Money(3000), day("2026-01-01")).value == Money(1200)
    assert rules.earnings_limit_work(WorkPension.FULL, Money(1000), day("2026-01-01")).value == Money(
        "990.90"
    )
    for unknown in ("2027-01-01", "2022-07-31", "2019-12-31"):
        with pytest.raises(Refused):
            rules.earnings_limit(day(unknown))


def test_the_doubtful_cap_says_so() -> None:
    cap = rules.subsidy_cap(70, day("2026-11-01"))
    assert (cap.value, cap.alternatives) == (Money(1770), (Decimal(2770),))
    assert cap.confidence is Confidence.OPEN
    assert "2,770" in cap.note
    assert rules.subsidy_cap(70, day("2024-12-31")).alternatives == ()


@pytest.mark.parametrize(
    ("kind", "share", "months"),
    [
        (SubsidyKind.BASIC, 50, 5),
        (SubsidyKind.LONG_UNEMPLOYED, 50, 10),
        (SubsidyKind.REDUCED_CAPACITY, 70, 10),
        (SubsidyKind.REDUCED_CAPACITY_EXTENSION, 70, 24),
        (SubsidyKind.FULL, 100, 10),
        (SubsidyKind.OVER_60, 50, 24),
        (SubsidyKind.AID_55, 70, 10),
    ],
)
def test_shares_and_months_of_the_subsidy(kind: SubsidyKind, share: int, months: int) -> None:
    on = day("2026-11-01")
    assert rules.subsidy_share(kind, on).value == share
    assert rules.subsidy_months(kind, on).value == months


def test_only_three_percentages_have_a_cap() -> None:
    with pytest.raises(Refused) as caught:
        rules.subsidy_cap(60, day("2026-11-01"))
    assert caught.value.code is Code.UNKNOWN_VALUE


def test_conditions_of_the_subsidy() -> None:
    on = day("2026-11-01")
    assert rules.subsidy_claim_months(on).value == 3
    assert rules.subsidy_condition("young_to", on).value == 24


# --- days ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nominal", "paid", "reported"),
    [
        ("2026-11-30", "2026-11-30", "2026-12-07"),
        ("2026-08-15", "2026-08-14", "2026-08-19"),
        ("2026-12-25", "2026-12-23", "2026-12-28"),
        ("2026-12-06", "2026-12-04", "2026-12-09"),
        ("2026-05-01", "2026-04-30", "2026-05-05"),
        ("2026-06-20", "2026-06-18", "2026-06-23"),
        ("2026-04-06", "2026-04-02", "2026-04-07"),
        ("2026-01-01", "2025-12-31", "2026-01-05"),
        ("2027-01-06", "2027-01-05", "2027-01-11"),
    ],
)
def test_pay_days_and_reports(nominal: str, paid: str, reported: str) -> None:
    pay_day = rules.pay_day(day(nominal))
    assert pay_day.value == day(paid)
    assert rules.register_due(pay_day.value).value == day(reported)


def test_what_is_kept_how_long() -> None:
    assert rules.log_kept_until(day("2024-02-29")).value == day("2036-02-29")
    assert rules.ledgers_kept_until(day("2024-02-29")).value == day("2034-02-28")
    assert rules.old_service_decisions_end(day("2026-11-22")).value == day("2027-12-31")


def test_the_count_of_interest_days_is_an_open_choice() -> None:
    counted = rules.late_interest_days(day("2026-11-22"))
    assert (counted.value, counted.confidence) == ("actual/365", Confidence.OPEN)


@pytest.mark.parametrize(
    ("ask", "name"),
    [
        (asking.number, "subsidy_share"),
        (asking.parts, "allowance_limit"),
        (asking.words, "allowance_limit"),
        (asking.day, "allowance_limit"),
        (asking.text, "allowance_limit"),
    ],
)
def test_a_rule_asked_for_another_kind_of_thing_is_a_bug(
    ask: Callable[[str, date], object], name: str
) -> None:
    with pytest.raises(TypeError):
        ask(name, day("2026-11-22"))
