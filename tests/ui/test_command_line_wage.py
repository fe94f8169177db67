"""The calculator's kind ``wage``, by its contract."""

import json
from typing import Any

import pytest

from tests.ui.test_command_line import answers, error
from ui.calc.kinds import kind

CARD = {
    "base": "5.0",
    "additional": "25.0",
    "limit": "6000.00",
    "used": "5500.00",
    "valid_from": "2026-01-01",
    "valid_to": "2026-12-31",
}
CASE: dict[str, Any] = {
    "pay_date": "2026-11-30",
    "birth_date": "1990-05-01",
    "earnings": [
        {"kind": "hourly", "minutes": 440, "rate": "13.35"},
        {"kind": "amount", "amount": "20.00"},
    ],
    "holiday_compensation": "9.0",
    "tax_card": CARD,
}


def answer(**change: Any) -> Any:
    (result,) = answers("wage", [json.dumps(CASE | change)])
    return result


def earning(**fields: Any) -> list[dict[str, Any]]:
    return [fields]


def test_the_contracts_example() -> None:
    assert answers("wage", [kind("wage").example]) == [
        {
            "gross": "117.90",
            "holiday_compensation": "10.61",
            "taxable": "128.51",
            "withholding": "6.43",
            "pension": "9.38",
            "unemployment": "1.14",
            "net": "111.56",
            "employer": {"health": "2.45", "unemployment": "1.58"},
            "card_used_after": "5628.51",
        }
    ]


def test_what_may_be_left_out() -> None:
    bare = {"pay_date": "2026-11-30", "birth_date": "1990-05-01", "earnings": []}
    (nothing,) = answers("wage", [json.dumps(bare)])
    assert nothing == {
        "gross": "0.00",
        "holiday_compensation": "0.00",
        "taxable": "0.00",
        "withholding": "0.00",
        "pension": "0.00",
        "unemployment": "0.00",
        "net": "0.00",
        "employer": {"health": "0.00", "unemployment": "0.00"},
        "card_used_after": None,
    }
    assert answer(tax_card=None)["withholding"] == "77.11"
    assert answer(holiday_compensation=None)["taxable"] == "117.90"
    assert answer(tax_card={"base": "5.0"})["withholding"] == "6.43"
    assert answer(tax_card={"base": "5.0"})["card_used_after"] == "128.51"


def test_each_earning_is_rounded_and_compensation_once_on_their_sum() -> None:
    thirds = [{"kind": "hourly", "minutes": "20", "rate": "10.00"}] * 3
    got = answer(earnings=thirds, holiday_compensation="11.5")
    assert (got["gross"], got["holiday_compensation"]) == ("9.99", "1.15")
    fine = answer(earnings=earning(kind="hourly", minutes=60, rate="13.3451"))
    assert fine["gross"] == "13.35"


def test_a_negative_sum_withholds_nothing() -> None:
    got = answer(earnings=earning(kind="amount", amount="-100.00"), holiday_compensation="0")
    assert (got["withholding"], got["pension"], got["unemployment"]) == ("0.00", "-7.30", "-0.89")
    assert (got["net"], got["card_used_after"]) == ("-91.81", "5400.00")


@pytest.mark.parametrize(
    ("paid", "card", "withheld", "after"),
    [
        ("2026-11-30", CARD | {"used": "6000.00"}, "25.00", "6100.00"),
        ("2026-11-30", CARD | {"used": "5950.00"}, "15.00", "6050.00"),
        ("2026-11-30", CARD | {"valid_to": "2026-11-29"}, "60.00", "5500.00"),
        ("2026-11-30", CARD | {"valid_to": "2026-11-30"}, "5.00", "5600.00"),
        ("2026-11-30", CARD | {"valid_from": "2026-12-01"}, "60.00", "5500.00"),
        ("2026-01-15", CARD | {"valid_from": "2025-01-01", "valid_to": "2025-12-31"}, "5.00", "5500.00"),
        ("2026-02-15", CARD | {"valid_from": "2025-01-01", "valid_to": "2025-12-31"}, "60.00", "5500.00"),
        ("2026-01-15", {"known_last_year": "3.5"}, "3.50", "100.00"),
        ("2026-02-15", {"known_last_year": "3.5"}, "60.00", None),
        ("2026-11-30", CARD | {"limit": "0.00", "used": "0.00"}, "25.00", "100.00"),
    ],
)
def test_cards_by_their_days(paid: str, card: dict[str, str], withheld: str, after: str | None) -> None:
    hundred = earning(kind="amount", amount="100.00")
    got = answer(pay_date=paid, earnings=hundred, holiday_compensation="0", tax_card=card)
    assert (got["withholding"], got["card_used_after"]) == (withheld, after)


def test_the_employers_own_pension_is_told_when_it_is_given() -> None:
    assert answer(employer_pension="17.10")["employer"]["pension"] == "21.98"
    assert answer(employer_pension="17.10", birth_date="2010-05-01")["employer"]["pension"] == "0.00"
    assert "pension" not in answer()["employer"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"pay_date": None}, ("required", "pay_date")),
        ({"pay_date": "30.11.2026"}, ("not_a_date", "pay_date")),
        ({"pay_date": "2027-01-01"}, ("rule_no_longer_known", "pay_date")),
        ({"pay_date": "2023-12-31"}, ("rule_not_known_yet", "pay_date")),
        ({"birth_date": None}, ("required", "birth_date")),
        ({"birth_date": "2026-12-01"}, ("ends_before_start", "birth_date")),
        ({"birth_date": "1899-12-31"}, ("not_a_date", "birth_date")),
        ({"earnings": None}, ("required", "earnings")),
        ({"earnings": {}}, ("wrong_type", "earnings")),
        ({"earnings": ["x"]}, ("wrong_type", "earnings.0")),
        ({"earnings": earning(kind="monthly", amount="1.00")}, ("unknown_value", "earnings.0.kind")),
        ({"earnings": earning(amount="1.00")}, ("required", "earnings.0.kind")),
        ({"earnings": earning(kind="amount")}, ("required", "earnings.0.amount")),
        ({"earnings": earning(kind="amount", amount="1.005")}, ("not_an_amount", "earnings.0.amount")),
        ({"earnings": earning(kind="amount", amount=1)}, ("", "")),
        ({"earnings": earning(kind="amount", amount="1", rate="1")}, ("ambiguous", "earnings.0.rate")),
        ({"earnings": earning(kind="hourly", minutes=60)}, ("required", "earnings.0.rate")),
        ({"earnings": earning(kind="hourly", rate="1")}, ("required", "earnings.0.minutes")),
        ({"earnings": earning(kind="hourly", minutes=-1, rate="1")}, ("negative", "earnings.0.minutes")),
        ({"earnings": earning(kind="hourly", minutes=1, rate="-1")}, ("negative", "earnings.0.rate")),
        ({"earnings": earning(kind="hourly", minutes="1.5", rate="1")}, ("wrong_type", "earnings.0.minutes")),
        ({"earnings": earning(kind="hourly", minutes=1, rate=1.5)}, ("float_refused", "earnings.0.rate")),
        (
            {"earnings": earning(kind="hourly", minutes=1, rate="1", amount="1")},
            ("ambiguous", "earnings.0.amount"),
        ),
        ({"earnings": earning(kind="amount", amount="1", bonus="1")}, ("unknown_field", "earnings.0.bonus")),
        (
            {"earnings": earning(kind="hourly", minutes=999999999, rate="99999999")},
            ("too_large", "earnings.0"),
        ),
        ({"earnings": earning(kind="amount", amount="999999999.99") * 2}, ("too_large", "earnings")),
        ({"earnings": earning(kind="amount", amount="999999999.99")}, ("too_large", "earnings")),
        ({"holiday_compensation": "-1"}, ("negative", "holiday_compensation")),
        ({"holiday_compensation": "101"}, ("too_large", "holiday_compensation")),
        ({"employer_pension": "x"}, ("not_a_number", "employer_pension")),
        ({"tax_card": "5.0"}, ("wrong_type", "tax_card")),
        ({"tax_card": {}}, ("required", "tax_card.base")),
        ({"tax_card": {"base": "5", "limit": "1.00"}}, ("required", "tax_card.additional")),
        ({"tax_card": CARD | {"base": "-1"}}, ("negative", "tax_card.base")),
        ({"tax_card": CARD | {"additional": "100.5"}}, ("too_large", "tax_card.additional")),
        ({"tax_card": CARD | {"limit": "-0.01"}}, ("negative", "tax_card.limit")),
        ({"tax_card": CARD | {"used": "-0.01"}}, ("negative", "tax_card.used")),
        ({"tax_card": CARD | {"valid_to": "2025-12-31"}}, ("ends_before_start", "tax_card.valid_to")),
        ({"tax_card": CARD | {"known_last_year": "5"}}, ("ambiguous", "tax_card.additional")),
        ({"tax_card": CARD | {"person": "x"}}, ("unknown_field", "tax_card.person")),
        ({"dependants": 1}, ("unknown_field", "dependants")),
    ],
)
def test_a_wage_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    if problem == ("", ""):  # a whole number is as exact as a text
        assert "error" not in answer(**change)
        return
    assert error("wage", json.dumps(CASE | change)) == problem


def test_the_working_names_every_step() -> None:
    (told,) = answers("wage", [json.dumps(CASE | {"employer_pension": "17.1"})], explain=True)
    assert {key: value for key, value in told.items() if key != "lines"} == answer(employer_pension="17.1")
    assert all(
        set(line) == {"what", "basis", "rate", "amount", "rule", "valid_from", "source"}
        for line in told["lines"]
    )
    by_rule = {line["rule"]: line for line in told["lines"] if line["rule"]}
    assert by_rule["pension_employee"] == {
        "what": "Työntekijän työeläkevakuutusmaksu",
        "basis": "128.51",
        "rate": "7.30",
        "amount": "9.38",
        "rule": "pension_employee",
        "valid_from": "2026-01-01",
        "source": by_rule["pension_employee"]["source"],
    }
    assert "JuEL" in by_rule["pension_employee"]["source"]
    assert by_rule["withholding_limit_use"]["amount"] == "6.43"
    assert told["lines"][0]["basis"] == "440"
