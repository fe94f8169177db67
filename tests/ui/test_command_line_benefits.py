"""The kinds ``subsidy``, ``subsidy-check`` and ``earnings-limit`` of the calculator, by their contract."""

import json
from typing import Any

import pytest

from tests.ui.test_command_line import answers
from tests.ui.test_command_line_kinds import answer, refused
from ui.calc.kinds import kind

# --- subsidy ---------------------------------------------------------------------------------

WHOLE = {
    "percentage": "70",
    "cap": "1770.00",
    "eligible_pay": "2500.00",
    "from": "2026-11-01",
    "to": "2026-11-30",
}


def test_subsidy() -> None:
    assert answer("subsidy", **WHOLE) == {"amount": "1750.00", "capped": False}
    assert answer("subsidy", **(WHOLE | {"eligible_pay": "3200.00"})) == {"amount": "1770.00", "capped": True}
    part = WHOLE | {"from": "2026-06-01", "to": "2026-06-10"}
    assert answer("subsidy", **part) == {"amount": "590.00", "capped": True}
    full = {"percentage": "100", "cap": "2020.00", "working_time": "80"}
    assert answer("subsidy", **(WHOLE | full | {"eligible_pay": "1330.27"})) == {
        "amount": "1329.44",
        "capped": False,
    }
    assert answer("subsidy", **(WHOLE | {"eligible_pay": "0.00"})) == {"amount": "0.00", "capped": False}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"percentage": "100"}, ("required", "working_time")),
        ({"percentage": "100", "working_time": "0"}, ("too_small", "working_time")),
        ({"percentage": "101"}, ("too_large", "percentage")),
        ({"percentage": 70.5}, ("float_refused", "percentage")),
        ({"percentage": None}, ("required", "percentage")),
        ({"cap": "1770.005"}, ("not_an_amount", "cap")),
        ({"eligible_pay": "-1.00"}, ("negative", "eligible_pay")),
        ({"to": "2026-10-31"}, ("ends_before_start", "to")),
        ({"from": "2026-11-31"}, ("not_a_date", "from")),
        ({"month": "2026-11"}, ("unknown_field", "month")),
        ({"from": "2023-06-01", "to": "2023-06-02"}, ("rule_not_known_yet", "from")),
    ],
)
def test_a_subsidy_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("subsidy", **(WHOLE | change)) == problem


def test_the_conflict_of_the_cap_is_explained() -> None:
    (explained,) = answers("subsidy", [json.dumps(WHOLE)], explain=True)
    noted = explained["lines"][-1]
    assert (noted["rule"], noted["rate"], noted["amount"]) == ("subsidy_cap_70", "2770.00", "1770.00")
    assert "2 770" in noted["what"]


# --- subsidy-check ---------------------------------------------------------------------------

FACTS: dict[str, Any] = json.loads(kind("subsidy-check").example)


def check(**change: Any) -> Any:
    return answer("subsidy-check", **(FACTS | change))


def test_subsidy_check() -> None:
    found = check()
    assert set(found) == {"answer", "conditions"}
    assert found["answer"] == "eligible"
    assert all(set(row) == {"id", "met", "section", "text"} for row in found["conditions"])
    row = next(row for row in found["conditions"] if row["id"] == "decision_before_start")
    assert row == {
        "id": "decision_before_start",
        "met": True,
        "section": "380/2023 84 § 1 mom",
        "text": "Päätös tehtiin ennen työsuhdetta, joka alkaa 4.1.2027.",
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "eligible"),
        ({"certificate": None}, "likely"),
        ({"decision": None}, "likely"),
        ({"decision": "2027-01-04"}, "no"),
        ({"employer": "state"}, "no"),
        ({"reduced_capacity": None}, "unknown"),
        ({"jobseeker": None}, "unknown"),
        ({"by_result_alone": True}, "no"),
        ({"full_pension": True}, "likely"),
    ],
)
def test_the_answers(change: dict[str, Any], said: str) -> None:
    assert check(**change)["answer"] == said


def test_nothing_but_a_day_cannot_be_said() -> None:
    found = answer("subsidy-check", date="2026-11-22")
    assert found["answer"] == "unknown"
    assert all(row["met"] is None and row["text"] for row in found["conditions"])


def test_texts_of_the_rows_hold_no_blank() -> None:
    for change in ({}, {"jobseeker": False}, {"employer": "municipality"}, {"apprenticeship": True}):
        for born in (None, "1960-02-29", "1990-05-01", "2010-01-01"):
            for row in check(**change, birth_date=born, reduced_capacity=False)["conditions"]:
                assert "{" not in row["text"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"date": None}, ("required", "date")),
        ({"date": "2024-12-31", "decision": None}, ("rule_not_known_yet", "date")),
        ({"decision": "2024-12-31"}, ("rule_not_known_yet", "decision")),
        ({"birth_date": "2026-11-23"}, ("too_large", "birth_date")),
        ({"birth_date": "2027-02-29"}, ("not_a_date", "birth_date")),
        ({"jobseeker": "yes"}, ("wrong_type", "jobseeker")),
        ({"jobseeker": 1}, ("wrong_type", "jobseeker")),
        ({"unemployed_of_14": "-1"}, ("negative", "unemployed_of_14")),
        ({"unemployed_of_14": "1.5"}, ("wrong_type", "unemployed_of_14")),
        ({"weekly_hours": "-0.5"}, ("negative", "weekly_hours")),
        ({"employer": "guild"}, ("unknown_value", "employer")),
        ({"period_from": "2026-02-01"}, ("required", "period_to")),
        ({"period_from": "2026-02-01", "period_to": "2026-01-01"}, ("ends_before_start", "period_to")),
    ],
)
def test_facts_that_cannot_be(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("subsidy-check", **(FACTS | change)) == problem


def test_the_best_ground_is_explained() -> None:
    (explained,) = answers("subsidy-check", [json.dumps(FACTS)], explain=True)
    assert explained["lines"][0]["what"] == "Alentunut työkyky (87 §)"
    assert [line["rate"] for line in explained["lines"]] == ["70", "1770.00", None, "2770.00"]


# --- earnings-limit --------------------------------------------------------------------------

MONTH = {"month": "2026-11", "pension": "kela", "earned": "700.00", "elsewhere": "0.00", "planned": "200.00"}


def test_earnings_limit() -> None:
    assert answer("earnings-limit", **MONTH) == {
        "kela": {"limit": "990.90", "total": "900.00", "left": "90.90", "state": "near"}
    }
    alone = {"month": "2026-11", "pension": "kela", "earned": "990.91"}
    assert answer("earnings-limit", **alone)["kela"] == {
        "limit": "990.90",
        "total": "990.91",
        "left": "-0.01",
        "state": "over",
    }


@pytest.mark.parametrize(
    ("pension", "prior", "work"),
    [
        ("full_work", "3000.00", {"limit": "1200.00", "total": "900.00", "left": "300.00", "state": "ok"}),
        ("partial_work", "3000.00", {"limit": "1800.00", "total": "900.00", "left": "900.00", "state": "ok"}),
        ("full_work", "1000.00", {"limit": "990.90", "total": "900.00", "left": "90.90", "state": "near"}),
    ],
)
def test_a_work_pension_stands_beside(pension: str, prior: str, work: dict[str, str]) -> None:
    found = answer("earnings-limit", **(MONTH | {"pension": pension, "prior_earnings": prior}))
    assert list(found) == ["kela", "work"]
    assert found["work"] == work


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"month": "2027-01"}, ("rule_no_longer_known", "month")),
        ({"month": "2022-07"}, ("rule_no_longer_known", "month")),
        ({"month": "2019-12"}, ("rule_not_known_yet", "month")),
        ({"month": "2026-13"}, ("not_a_date", "month")),
        ({"month": "2026-11-01"}, ("not_a_date", "month")),
        ({"month": 202611}, ("wrong_type", "month")),
        ({"pension": "old_age"}, ("unknown_value", "pension")),
        ({"pension": "full_work"}, ("required", "prior_earnings")),
        ({"pension": "full_work", "prior_earnings": "-1.00"}, ("negative", "prior_earnings")),
        ({"earned": None}, ("required", "earned")),
        ({"planned": "-0.01"}, ("negative", "planned")),
    ],
)
def test_a_limit_that_cannot_be_told(change: dict[str, Any], problem: tuple[str, str]) -> None:
    assert refused("earnings-limit", **(MONTH | change)) == problem


@pytest.mark.parametrize(("month", "noted"), [("2026-11", True), ("2025-11", False)])
def test_the_open_point_of_the_act_is_explained(month: str, noted: bool) -> None:
    (explained,) = answers("earnings-limit", [json.dumps(MONTH | {"month": month})], explain=True)
    assert any("31.12.2025" in line["what"] for line in explained["lines"]) is noted
