"""Each kind of the calculator, by its contract."""

import json
from typing import Any

import pytest

from tests.ui.test_command_line import answers, error


def answer(name: str, **fields: Any) -> Any:
    (result,) = answers(name, [json.dumps(fields)])
    return result


def refused(name: str, **fields: Any) -> tuple[str, str]:
    return error(name, json.dumps(fields))


# --- reference, barcode ----------------------------------------------------------------------


def test_reference() -> None:
    assert answer("reference", base="123456") == {
        "national": "1234561", "printed": "12 34561", "rf": "RF341234561", "rf_printed": "RF34 1234 561",
    }  # fmt: skip
    good = {"valid": True, "national": "1234561", "rf": "RF341234561"}
    assert answer("reference", check="RF34 1234 561") == good
    assert answer("reference", check="00000000000001234561") == good


@pytest.mark.parametrize(
    ("text", "reason"),
    [("RF02 1234 561", "check_digit"), ("RF18539007547034", "check_digit"), ("", "form"), ("abc", "form")],
)
def test_a_wrong_reference_is_an_answer(text: str, reason: str) -> None:
    assert answer("reference", check=text) == {"valid": False, "reason": reason}


def test_reference_asks_for_one_thing() -> None:
    assert refused("reference") == ("required", "base")
    assert refused("reference", base="123", check="1009") == ("ambiguous", "check")
    assert refused("reference", base="12") == ("bad_reference", "base")
    assert refused("reference", base=123456) == ("wrong_type", "base")
    assert refused("reference", check=["1009"]) == ("wrong_type", "check")


BARCODE = {
    "iban": "FI79 4405 2020 0360 82",
    "amount": "4883.15",
    "reference": "868516259619897",
    "due": "2010-06-12",
}
CODE = "479440520200360820048831500000000868516259619897100612"


def test_barcode_and_back() -> None:
    assert answer("barcode", **BARCODE) == {"code": CODE, "symbol_check": 40}
    assert answer("barcode", decode=CODE) == BARCODE | {"iban": "FI7944052020036082"}


def test_an_open_barcode() -> None:
    made = answer("barcode", **(BARCODE | {"amount": None, "due": None}))
    read = answer("barcode", decode=made["code"])
    assert (read["amount"], read["due"]) == (None, None)
    assert answer("barcode", iban=BARCODE["iban"], reference=BARCODE["reference"]) == made


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"iban": "FI79 4405 2020 0360 83"}, ("bad_iban", "iban")),
        ({"iban": "GR1601101050000010547023795"}, ("bad_iban", "iban")),
        ({"amount": "-1.00"}, ("negative", "amount")),
        ({"amount": "1.005"}, ("not_an_amount", "amount")),
        ({"reference": None}, ("required", "reference")),
        ({"reference": "123"}, ("bad_reference", "reference")),
        ({"due": "2010-02-30"}, ("not_a_date", "due")),
        ({"due": "1999-12-31"}, ("not_a_date", "due")),
        ({"decode": CODE}, ("ambiguous", "decode")),
    ],
)
def test_a_barcode_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("barcode", **(BARCODE | change)) == problem


def test_a_barcode_misread() -> None:
    assert refused("barcode", decode=CODE[:-1]) == ("bad_barcode", "decode")
    assert refused("barcode", decode="x" * 54) == ("bad_barcode", "decode")


# --- split, hours ----------------------------------------------------------------------------


def test_split() -> None:
    shares = {"1": "3", "2": "2", "10": "2"}
    assert answer("split", pot="100.00", shares=shares) == {
        "shares": {"1": "42.86", "2": "28.57", "10": "28.57"}
    }
    mirror = answer("split", pot="-100.00", shares=shares)
    assert mirror == {"shares": {"1": "-42.86", "2": "-28.57", "10": "-28.57"}}
    assert answer("split", pot="0.00", shares={"a": "1"}) == {"shares": {"a": "0.00"}}
    assert answer("split", pot="-0.01", shares={"a": "1", "b": "1"}) == {
        "shares": {"a": "-0.01", "b": "0.00"}
    }


@pytest.mark.parametrize(
    ("pot", "shares", "problem"),
    [
        ("1.00", {}, "nothing_to_share"),
        ("1.00", {"a": "0"}, "nothing_to_share"),
        ("1.00", {"a": "-1", "b": "2"}, "negative_share"),
        ("1.00", {"a": "1e3"}, "not_a_number"),
        ("1.00", {"a": None}, "wrong_type"),
        ("1.00", {"a": True}, "wrong_type"),
        ("1.00", ["a"], "wrong_type"),
        ("1,00", {"a": "1"}, "not_a_number"),
        ("1.001", {"a": "1"}, "not_an_amount"),
        ("99999999999.00", {"a": "1"}, "too_large"),
        (None, {"a": "1"}, "required"),
    ],
)
def test_a_split_that_cannot_be(pot: Any, shares: Any, problem: str) -> None:
    code, field = refused("split", pot=pot, shares=shares)
    assert code == problem
    assert field.split(".")[0] == ("shares" if pot == "1.00" else "pot")


def test_a_rate_is_written_without_idle_noughts() -> None:
    lines = [{"quantity": "1", "unit_price": "10.00", "vat": "25.50"}]
    assert answer("invoice-totals", lines=lines)["vat"][0]["rate"] == "25.5"


def test_hours() -> None:
    night = {"date": "2026-10-24", "start": "22:00", "end": "06:00"}
    assert answer("hours", **night, breaks=[["02:00", "02:30"]]) == {"minutes": 510, "ends_next_day": True}
    assert answer("hours", **night) == {"minutes": 540, "ends_next_day": True}
    assert answer("hours", date="2026-03-28", start="22:00", end="06:00")["minutes"] == 420
    assert answer("hours", date="2026-11-02", start="08:00", end="12:00") == {
        "minutes": 240,
        "ends_next_day": False,
    }


@pytest.mark.parametrize(
    ("fold", "minutes"),
    [
        (None, 90),
        (0, 30),
        (1, 30),
        ({"start": 1}, 30),
        ({"end": 0}, 30),
        ({"start": 0, "end": 1}, 90),
        ("1", 30),
    ],
)
def test_a_double_hour(fold: Any, minutes: int) -> None:
    asked = {"date": "2026-10-25", "start": "03:15", "end": "03:45"}
    assert answer("hours", **asked, fold=fold)["minutes"] == minutes


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"end": "08:00"}, ("no_length", "end")),
        ({"start": "24:00"}, ("not_a_time", "start")),
        ({"start": "8:00"}, ("not_a_time", "start")),
        ({"start": "08:00:00"}, ("not_a_time", "start")),
        ({"date": "2026-11-31"}, ("not_a_date", "date")),
        ({"date": "20261102"}, ("not_a_date", "date")),
        ({"date": "0001-01-01"}, ("not_a_date", "date")),
        ({"date": "9999-12-31"}, ("not_a_date", "date")),
        ({"date": "2026-03-29", "start": "03:30"}, ("time_does_not_exist", "start")),
        ({"date": "2026-03-28", "start": "22:00", "end": "03:30"}, ("time_does_not_exist", "end")),
        (
            {"date": "2026-03-28", "start": "22:00", "end": "06:00", "breaks": [["03:15", "04:15"]]},
            ("time_does_not_exist", "breaks"),
        ),
        ({"breaks": [["07:00", "08:30"]]}, ("break_outside", "breaks")),
        ({"breaks": [["09:00", "10:00"], ["09:30", "10:30"]]}, ("breaks_overlap", "breaks")),
        ({"breaks": [["09:00"]]}, ("wrong_type", "breaks.0")),
        ({"breaks": ["09:00-10:00"]}, ("wrong_type", "breaks.0")),
        ({"breaks": [["09:00", 10]]}, ("wrong_type", "breaks.0")),
        ({"breaks": "none"}, ("wrong_type", "breaks")),
        ({"fold": 2}, ("unknown_value", "fold")),
        ({"fold": {"middle": 1}}, ("unknown_field", "fold.middle")),
    ],
)
def test_hours_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("hours", **({"date": "2026-11-02", "start": "08:00", "end": "12:00"} | change)) == problem


# --- allowance -------------------------------------------------------------------------------


def entry(client: str, day: str, amount: str) -> dict[str, str]:
    return {"client": client, "date": day, "amount": amount}


def allowance(*entries: dict[str, str], mode: str = "day", above: str = "cut") -> Any:
    return answer("allowance", limit_mode=mode, above=above, entries=list(entries))["clients"]


def test_allowance_by_day() -> None:
    clients = allowance(entry("7", "2026-11-02", "8.00"), entry("7", "2026-11-02", "6.00"))
    assert clients == {
        "7": {"days": 1, "tax_free": "12.00", "taxable": "0.00", "cut": "2.00", "average": "12.00"}
    }


def test_allowance_by_period_and_as_taxable() -> None:
    entries = (
        entry("7", "2026-11-02", "15.00"),
        entry("7", "2026-11-03", "9.50"),
        entry("b", "2026-11-03", "5.00"),
    )
    clients = allowance(*entries, mode="period", above="taxable")
    assert clients["7"] == {
        "days": 2, "tax_free": "24.00", "taxable": "0.50", "cut": "0.00", "average": "12.00",
    }  # fmt: skip
    assert clients["b"]["tax_free"] == "5.00"
    assert allowance() == {}


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"entries": [entry("7", "2026-11-02", "-0.01")]}, ("negative_day", "entries")),
        ({"entries": [entry("7", "2023-12-31", "1.00")]}, ("rule_not_known_yet", "entries")),
        ({"entries": [entry("7", "2026-11-02", "1.005")]}, ("not_an_amount", "entries.0.amount")),
        ({"entries": [entry("7", "2.11.2026", "1.00")]}, ("not_a_date", "entries.0.date")),
        ({"entries": [{"client": "7", "date": "2026-11-02"}]}, ("required", "entries.0.amount")),
        ({"entries": ["7"]}, ("wrong_type", "entries.0")),
        ({"entries": {}}, ("wrong_type", "entries")),
        ({}, ("required", "entries")),
        ({"entries": [], "limit_mode": "week"}, ("unknown_value", "limit_mode")),
        ({"entries": [], "above": 1}, ("wrong_type", "above")),
    ],
)
def test_an_allowance_that_cannot_be(fields: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("allowance", **fields) == problem


# --- invoices, VAT, pay days -----------------------------------------------------------------


def test_invoice_totals() -> None:
    lines = [
        {"quantity": "1200", "unit_price": "0.08", "vat": "25.5"},
        {"quantity": "6.5", "unit_price": "11.50", "discount": "10", "vat": "25.5"},
    ]
    assert answer("invoice-totals", lines=lines) == {
        "lines": ["96.00", "67.28"],
        "net": "163.28",
        "vat": [{"code": "S", "rate": "25.5", "base": "163.28", "amount": "41.64"}],
        "total": "204.92",
    }


def test_totals_of_codes_and_rates() -> None:
    lines = [
        {"quantity": "1", "unit_price": "10.00", "vat": vat}
        for vat in ("24", "AE", "E", "24.0", "Z", "24.00")
    ]
    sums = answer("invoice-totals", lines=lines)
    assert [(one["code"], one["rate"], one["base"], one["amount"]) for one in sums["vat"]] == [
        ("S", "24.0", "30.00", "7.20"),
        ("AE", "0.0", "10.00", "0.00"),
        ("E", "0.0", "10.00", "0.00"),
        ("Z", "0.0", "10.00", "0.00"),
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"vat": "S"}, ("not_a_number", "lines.1.vat")),
        ({"vat": None}, ("required", "lines.1.vat")),
        ({"vat": "-1"}, ("unknown_value", "lines.1.vat")),
        ({"discount": "101"}, ("unknown_value", "lines.1.discount")),
        ({"quantity": "x"}, ("not_a_number", "lines.1.quantity")),
        ({"quantity": "999999999", "unit_price": "9999999"}, ("too_large", "lines.1")),
    ],
)
def test_totals_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    line = {"quantity": "1", "unit_price": "1.00", "vat": "24"}
    assert refused("invoice-totals", lines=[line, line | change]) == problem
    assert refused("invoice-totals", lines=[]) == ("required", "lines")


def test_vat_rate() -> None:
    assert answer("vat-rate", supplied="2024-08-31", **{"class": "general"}) == {"rate": "24.0"}
    assert answer("vat-rate", supplied="2024-09-01", **{"class": "general"}) == {"rate": "25.5"}
    assert answer("vat-rate", supplied="2026-01-01", **{"class": "reduced"}) == {"rate": "13.5"}
    assert answer("vat-rate", supplied="2026-01-01", **{"class": "reduced2"}) == {"rate": "10.0"}
    assert refused("vat-rate", supplied="2012-12-31", **{"class": "general"}) == (
        "rule_not_known_yet",
        "supplied",
    )
    assert refused("vat-rate", supplied="2026-01-01", **{"class": "luxury"}) == ("unknown_value", "class")


def test_payday() -> None:
    assert answer("payday", nominal="2026-12-25") == {"pay_day": "2026-12-23", "register_due": "2026-12-28"}
    assert answer("payday", nominal="2026-08-15")["pay_day"] == "2026-08-14"


# --- price -----------------------------------------------------------------------------------

PRICE: dict[str, Any] = {
    "date": "2026-11-22", "basis": "piece", "quantity": "1200", "minutes_per_unit": "1.50", "pace": "0.60",
    "pay": {"form": "wage", "hourly": "11.20", "holiday_compensation": "9.0", "employer_costs": "24.9"},
    "materials": "35.00", "tools": "10.00", "clothes": "0.00", "transport": "24.00", "coach_hours": "16.00",
    "coach_hourly": "28.50", "coach_in_price": False, "overhead": "8.0", "margin": "5.0", "vat": "25.5",
    "price_step": "0.01",
}  # fmt: skip


def price(**changes: Any) -> Any:
    return answer(
        "price", **{name: value for name, value in (PRICE | changes).items() if value != "leave out"}
    )


def test_price() -> None:
    assert price() == {
        "hours": "50.00", "pay": "560.00", "holiday_compensation": "50.40", "employer_costs": "151.99",
        "direct": "831.39", "coach": "456.00", "overhead": "66.51", "cost": "897.90", "margin": "44.90",
        "price": "942.80", "unit_price": "0.79", "price_at_unit": "948.00", "with_vat": "1189.74",
    }  # fmt: skip


def test_costs_left_out_are_nothing() -> None:
    bare = {name: PRICE[name] for name in ("date", "basis", "quantity", "minutes_per_unit", "pace", "vat")}
    bare["pay"] = {"form": "wage", "hourly": "11.20"}
    result = answer("price", **bare)
    assert (result["pay"], result["cost"], result["price"], result["coach"]) == (
        "560.00",
        "560.00",
        "560.00",
        "0.00",
    )


def test_prices_by_hour_day_and_whole() -> None:
    given = {"quantity": "leave out", "minutes_per_unit": "leave out", "pace": "leave out"}
    assert price(basis="hour", hours="50.00", **given)["unit_price"] == "18.86"
    assert price(basis="day", hours="50.00", days="6", **given)["unit_price"] == "157.14"
    assert price(basis="fixed", hours="50.00", **given)["unit_price"] == "942.80"
    assert price(basis="fixed", hours="50.00", **given)["price_at_unit"] == "942.80"


def test_the_price_of_an_allowance() -> None:
    pay = {"form": "allowance", "per_day": "12.00", "persons": 4, "days": "2"}
    assert price(pay=pay)["pay"] == "96.00"
    assert price(pay=pay | {"persons": "4"})["direct"] == "165.00"


@pytest.mark.parametrize("vat", ["E", "AE", "Z", "0"])
def test_a_price_without_vat(vat: str) -> None:
    assert price(vat=vat)["with_vat"] == "948.00"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"pace": "0"}, ("too_small", "pace")),
        ({"quantity": "0"}, ("required", "quantity")),
        ({"quantity": "-1"}, ("negative", "quantity")),
        ({"quantity": None}, ("required", "quantity")),
        ({"minutes_per_unit": None}, ("required", "minutes_per_unit")),
        ({"basis": "hour", "quantity": None}, ("required", "hours")),
        ({"basis": "gram"}, ("unknown_value", "basis")),
        ({"vat": None}, ("required", "vat")),
        ({"vat": "much"}, ("not_a_number", "vat")),
        ({"price_step": "0"}, ("too_small", "price_step")),
        ({"materials": "-1.00"}, ("negative", "materials")),
        ({"materials": "1.001"}, ("not_an_amount", "materials")),
        ({"coach_in_price": "no"}, ("wrong_type", "coach_in_price")),
        ({"pay": {"hourly": "11.20"}}, ("required", "pay.form")),
        ({"pay": {"form": "gift"}}, ("unknown_value", "pay.form")),
        ({"pay": {"form": "allowance", "persons": "2.5"}}, ("wrong_type", "pay.persons")),
        ({"pay": "wage"}, ("wrong_type", "pay")),
        ({"date": None}, ("required", "date")),
    ],
)
def test_a_price_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("price", **(PRICE | change)) == problem


# --- late interest, collection


LATE = {"principal": "1000.00", "due": "2025-06-15", "paid": "2025-07-15", "act": "4a"}


def test_late_interest_of_the_contract() -> None:
    assert answer("late-interest", **LATE, day_count="actual/365") == {
        "interest": "9.04",
        "days": 30,
        "periods": [
            {"from": "2025-06-16", "to": "2025-06-30", "rate": "11.5", "days": 15},
            {"from": "2025-07-01", "to": "2025-07-15", "rate": "10.5", "days": 15},
        ],
    }
    assert answer("late-interest", **LATE, day_count="30/360")["interest"] == "9.17"
    early = answer("late-interest", **(LATE | {"paid": "2025-06-15"}))
    assert early == {"interest": "0.00", "days": 0, "periods": []}


def test_late_interest_of_a_falling_debt() -> None:
    paid = [{"date": "2025-06-20", "amount": "500.00"}]
    made = answer("late-interest", **LATE, payments=paid)
    assert (made["interest"], made["days"]) == ("5.31", 30)
    assert [one["principal"] for one in made["periods"]] == ["1000.00", "500.00", "500.00"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"paid": "2026-07-01"}, ("rate_unknown", "paid")),
        ({"due": "2022-01-01"}, ("rate_unknown", "paid")),
        ({"principal": "-1.00"}, ("negative", "principal")),
        ({"principal": "1.005"}, ("not_an_amount", "principal")),
        ({"act": "5"}, ("unknown_value", "act")),
        ({"day_count": "365"}, ("unknown_value", "day_count")),
        ({"payments": [{"date": "2025-06-20", "amount": "-1"}]}, ("negative", "payments.0.amount")),
        ({"payments": [{"date": "2025-06-20"}]}, ("required", "payments.0.amount")),
        ({"rate": "7"}, ("unknown_field", "rate")),
    ],
)
def test_late_interest_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("late-interest", **(LATE | change)) == problem


def test_collection() -> None:
    assert answer("collection", principal="2500.01", debtor="business") == {
        "reminder": "12.00", "demand": "90.00", "total": "550.00",
    }  # fmt: skip
    assert answer("collection", principal="2500.01", debtor="consumer") == {"reminder": "5.00"}
    assert answer("collection", principal="500", debtor="business", date="2022-05-01")["total"] == "250.00"
    assert refused("collection", principal="1", debtor="public") == ("unknown_value", "debtor")
    assert refused("collection", principal="-1", debtor="business") == ("negative", "principal")
    early = {"principal": "1", "debtor": "business", "date": "2022-04-30"}
    assert refused("collection", **early) == ("rule_not_known_yet", "date")
