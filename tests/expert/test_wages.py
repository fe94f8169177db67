"""Published figures of wages and holiday (WE-2, WE-3), through the reckoning that the program itself uses."""

import json
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

import pytest

from subcontract import rules
from subcontract.days import DateRange, Month
from subcontract.money import ZERO, Money, to_step
from subcontract.payout.wages.holiday import AccrualAsk, HolidayMonth, accrue
from subcontract.payout.wages.holiday_pay import by_divisor, by_percentage
from subcontract.payout.wages.net import NetOfPay, PayAsk, net_pay
from subcontract.payout.wages.withholding import CardUse, Ground, LastYear, NoCard, Small, withhold
from tests.ui.test_command_line import answers

BORN = date(1990, 5, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def pay(gross: str, on: str = "2026-11-30", born: date = BORN, ground: Ground | None = None) -> NetOfPay:
    return net_pay(PayAsk(pay_day=day(on), born=born, wages=Money(gross), ground=ground or NoCard()))


def calculated(**fields: Any) -> Any:
    """What ``urakka calc wage`` says."""
    (result,) = answers("wage", [json.dumps({"birth_date": "1990-05-01"} | fields)])
    return result


def amount(sum_of: str) -> list[dict[str, str]]:
    return [{"kind": "amount", "amount": sum_of}]


# --- WE-2 withholding and contributions ------------------------------------------------------


@pytest.mark.parametrize(
    ("wage", "tax", "card"),
    [
        ("10000", "0.00", "0"),
        ("16000", "2.50", "0.5"),
        ("20000", "278.50", "1.5"),
        ("30000", "2530.49", "8.5"),
        ("40000", "5511.99", "14"),
        ("50000", "9361.96", "19"),
        ("60000", "13244.84", "22.5"),
        ("70000", "17415.60", "25"),
    ],
)
def test_we_2a_a_cards_percentage_is_rounded_up_to_its_step(wage: str, tax: str, card: str) -> None:
    step = rules.asking.part("tax_card", "step", day("2026-11-01")).value
    assert to_step(Decimal(tax) / Decimal(wage) * 100, step, ROUND_CEILING) == Decimal(card)
    # a year's wage by its card withholds at least the year's tax
    assert withhold(Money(wage), CardUse(base=Decimal(card)), day("2026-11-30")).amount >= Money(tax)


def test_we_2b_what_exceeds_the_limit() -> None:
    card = CardUse(base=Decimal("8.0"), additional=Decimal("30.0"), limit=Money(5000), used=Money(4500))
    held = withhold(Money(1000), card, day("2026-06-15"))
    assert held.amount == Money("190.00")
    assert [line.amount for line in held.lines] == [Money("-40.00"), Money("-150.00")]


def test_we_2c_seven_payments_on_one_card() -> None:
    used, withheld = ZERO, []
    for _ in range(7):
        card = CardUse(base=Decimal(5), additional=Decimal(25), limit=Money(6000), used=used)
        held = withhold(Money(1100), card, day("2026-06-15"))
        withheld.append(str(held.amount))
        used += held.used
    assert withheld == ["55.00"] * 5 + ["175.00", "275.00"]


def test_we_2c_january_by_last_years_rate_counts_into_the_limit() -> None:
    held = withhold(Money(800), LastYear(base=Decimal("3.5")), day("2026-01-31"))
    assert (held.amount, held.used) == (Money("28.00"), Money(800))
    told = calculated(pay_date="2026-01-31", earnings=amount("800.00"), tax_card={"known_last_year": "3.5"})
    assert (told["withholding"], told["card_used_after"]) == ("28.00", "800.00")


@pytest.mark.parametrize(
    ("on", "card", "withheld"),
    [
        ("2026-11-30", None, "252.00"),
        ("2026-01-31", None, "252.00"),
        ("2026-01-31", {"known_last_year": "3.5"}, "14.70"),
        ("2026-02-01", {"known_last_year": "3.5"}, "252.00"),
    ],
)
def test_we_2d_no_card(on: str, card: dict[str, str] | None, withheld: str) -> None:
    fields = {} if card is None else {"tax_card": card}
    assert calculated(pay_date=on, earnings=amount("420.00"), **fields)["withholding"] == withheld


def test_we_2d_a_small_occasional_payment() -> None:
    assert pay("20.00", ground=Small()).withheld.amount == ZERO
    assert rules.withholding_small_payment(day("2026-11-30")).value < Money("20.01")


def test_we_2e_contributions() -> None:
    got = calculated(pay_date="2026-11-30", earnings=amount("3500.00"), employer_pension="17.10")
    assert (got["pension"], got["unemployment"]) == ("255.50", "31.15")
    assert got["employer"]["pension"] == "598.50"
    assert pay("4000.00").contributions.unemployment.times(12) == Money("427.20")
    assert pay("1000.00", born=day("1973-05-01")).contributions.pension == Money("73.00")
    young = pay("1000.00", born=day("2009-05-01")).contributions
    assert (young.pension, young.unemployment) == (Money("73.00"), ZERO)


@pytest.mark.parametrize(
    ("wages", "contribution"), [("17254", "0.00"), ("17255", "151.84"), ("18000", "158.40")]
)
def test_we_2f_the_cliff_inside_the_card(wages: str, contribution: str) -> None:
    parts = rules.asking.parts("daily_allowance_contribution", day("2026-11-01")).value
    above = Decimal(wages) >= parts["threshold"]
    assert Money(wages).percent(parts["percent"] if above else Decimal(0)) == Money(contribution)


def test_we_2j_protected_pay_is_told() -> None:
    assert pay("2000.00", ground=CardUse(base=Decimal(10))).protected == Money("990.90")


# --- WE-3 holiday ----------------------------------------------------------------------------

YEAR_END = day("2026-03-31")
YEAR = tuple(Month(2025, 4).plus(number) for number in range(12))


def months(count: int, **done: int) -> tuple[HolidayMonth, ...]:
    return tuple(HolidayMonth(month=month, **done) for month in YEAR[-count:])


def test_we_3_1_seven_full_months_under_a_year() -> None:
    ask = AccrualAsk(employment=DateRange(day("2025-09-01")), year_end=YEAR_END, months=months(12, days=20))
    got = accrue(ask)
    assert (got.full_months, got.days) == (7, 14)


def test_we_3_3_ten_full_months_in_a_longer_employment() -> None:
    ask = AccrualAsk(
        employment=DateRange(day("2020-01-01")), year_end=YEAR_END, months=months(10, days=20), few_days=False
    )
    got = accrue(ask)
    assert (got.full_months, got.days) == (10, 25)


def test_we_3_5_a_few_long_shifts_make_a_month_full() -> None:
    ask = AccrualAsk(
        employment=DateRange(day("2020-01-01")),
        year_end=YEAR_END,
        months=months(1, days=6, minutes=6 * 6 * 60),
    )
    assert [one.full for one in accrue(ask).months] == [False] * 11 + [True]


@pytest.mark.parametrize(
    ("pay_of_year", "a_year", "compensation"),
    [("15000", False, "1350.00"), ("8000", False, "720.00"), ("8000", True, "920.00")],
)
def test_we_3_7_and_3_9_those_never_full(pay_of_year: str, a_year: bool, compensation: str) -> None:
    ask = AccrualAsk(
        employment=DateRange(day("2025-05-01")), year_end=YEAR_END, months=months(11, days=8, minutes=32 * 60)
    )
    assert accrue(ask).never_full
    line = by_percentage(Money(pay_of_year), YEAR_END, a_year_or_more=a_year)
    assert line.amount == Money(compensation)


@pytest.mark.parametrize(("days", "sum_of"), [(1, "120.00"), (12, "1440.00"), (27, "3240.00")])
def test_we_3_10_monthly_pay_at_the_end(days: int, sum_of: str) -> None:
    assert by_divisor(Money(3000), days, YEAR_END).amount == Money(sum_of)


def counties(last: str, in_last: int) -> int:
    """Full months of the employment that KT's answer tells of, moved to a year whose rules are known."""
    done = (
        HolidayMonth(month=Month(2026, 5), days=5, minutes=38 * 60 + 15),
        HolidayMonth(month=Month(2026, 6), days=21, minutes=160 * 60),
        HolidayMonth(month=Month(2026, 7), days=in_last, minutes=in_last * 459),
    )
    ask = AccrualAsk(
        employment=DateRange(day("2026-05-25"), day(last)),
        year_end=day("2027-03-31"),
        months=done,
        public=True,
    )
    return accrue(ask).full_months


def test_we_3_13_the_counties_joined_month_needs_sixteen_calendar_days() -> None:
    assert counties("2026-07-03", 1) == 1  # 7 and 3 calendar days, 45.9 hours
    assert counties("2026-07-09", 1) == 2  # 7 and 9 calendar days


def test_we_3_14_any_percentage_is_rounded_once() -> None:
    assert Money("3291.85").percent(Decimal(13)) == Money("427.94")
