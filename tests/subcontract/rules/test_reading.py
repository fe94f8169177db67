"""The form of the rule files: sources, order, days outside, and the age of the check."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from babel.messages.pofile import read_po

from subcontract import rules
from subcontract.days import LATEST
from subcontract.problems import Code, Refused
from subcontract.rules import Confidence, Kind
from subcontract.rules.reading import BadRuleFileError, names, parse
from tests import house

ENGLISH = re.compile(r"\b(the|for|from|of|read|text|notice|news|practice|only|same)\b", re.IGNORECASE)
VALUE: dict[str, object] = {
    "from": date(2024, 1, 1),
    "amount": Decimal("1.00"),
    "basis": "Act 1/2024, 2 §",
    "source": "https://example.org",
    "confidence": "V1",
}
TABLE: dict[str, object] = {
    "title": "Example",
    "unit": "EUR/day",
    "kind": "standing",
    "checked": date(2026, 11, 22),
}


def table(*values: dict[str, object], **fields: object) -> dict[str, object]:
    return TABLE | {"value": [VALUE | value for value in values] or [VALUE]} | fields


def refused(made: rules.Rule, day: date) -> tuple[Code, dict[str, Any]]:
    with pytest.raises(Refused) as caught:
        made.on(day)
    return caught.value.code, dict(caught.value.problems[0].facts)


@pytest.mark.parametrize(
    "wrong",
    [
        table({"source": ""}),
        table({"source": " "}),
        table({"basis": ""}),
        table({"confidence": "V9"}),
        table({"confidence": ""}),
        table({"from": "2024-01-01"}),
        table({"amount": "1.00"}),
        table({"amount": True}),
        table({"amount": 1.5}),
        table({"text": "both"}),
        table({"link": "x", "author": "y"}),
        table({"until": date(2023, 12, 31)}),
        table({"from": date(2025, 1, 1)}, {"from": date(2024, 1, 1)}),
        table({}, {}),
        table(value=[]),
        table(value={}),
        table(value=["x"]),
        table(title=""),
        table(kind="sometimes"),
        table(checked="yesterday"),
        table(colour="red"),
        {key: value for key, value in table().items() if key != "unit"},
        table(value=[{key: value for key, value in VALUE.items() if key != "amount"}]),
        table(value=[{key: value for key, value in VALUE.items() if key != "source"}]),
        table({"alternatives": "2"}),
    ],
)
def test_a_file_of_another_form_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        parse("example", wrong)


def test_a_standing_value_holds_until_the_next() -> None:
    made = parse("example", table({}, {"from": date(2025, 6, 1), "amount": Decimal(2)}))
    assert made.on(date(2024, 1, 1)).content == Decimal("1.00")
    assert made.on(date(2025, 5, 31)).last == date(2025, 5, 31)
    assert made.on(date(2025, 6, 1)).content == Decimal(2)
    assert made.on(date(2190, 1, 1)).last == LATEST


def test_a_day_before_the_first_value_is_refused_with_the_facts() -> None:
    code, facts = refused(parse("example", table()), date(2023, 12, 31))
    assert code is Code.RULE_NOT_KNOWN_YET
    assert facts == {
        "rule": "example",
        "title": "Example",
        "day": date(2023, 12, 31),
        "first": date(2024, 1, 1),
    }


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("yearly", date(2024, 1, 1), date(2024, 12, 31)),
        ("yearly", date(2022, 8, 1), date(2022, 12, 31)),
        ("half_yearly", date(2024, 1, 1), date(2024, 6, 30)),
        ("half_yearly", date(2024, 7, 1), date(2024, 12, 31)),
    ],
)
def test_a_value_with_an_end_is_refused_the_day_after(kind: str, first: date, last: date) -> None:
    made = parse("example", table({"from": first}, kind=kind))
    assert made.on(last).last == last
    code, facts = refused(made, last + timedelta(days=1))
    assert code is Code.RULE_NO_LONGER_KNOWN
    assert facts["last"] == last


def test_a_year_between_two_known_ones_is_not_guessed() -> None:
    made = parse("example", table({}, {"from": date(2026, 1, 1)}, kind="yearly"))
    assert refused(made, date(2025, 7, 1))[0] is Code.RULE_NO_LONGER_KNOWN
    assert made.on(date(2026, 7, 1)).first == date(2026, 1, 1)


def test_an_until_ends_a_standing_value() -> None:
    made = parse("example", table({"until": date(2025, 12, 31)}))
    assert refused(made, date(2026, 1, 1))[0] is Code.RULE_NO_LONGER_KNOWN


def test_an_answer_names_its_rule_day_ground_and_source() -> None:
    made = parse(
        "example", table({"alternatives": [Decimal(2)], "link": "https://example.org"}, note="Doubtful.")
    )
    answer = made.ruled(date(2024, 5, 1))
    assert (answer.rule, answer.valid_from, answer.basis) == ("example", date(2024, 1, 1), "Act 1/2024, 2 §")
    assert (answer.confidence, answer.note, answer.alternatives) == (
        Confidence.STATUTE,
        "Doubtful.",
        (Decimal(2),),
    )
    assert answer.map(str).value == "1.00"
    assert answer.map(str).source == answer.source


# --- the rules that we ship ------------------------------------------------------------------


@pytest.mark.parametrize("name", names())
def test_every_shipped_rule_is_of_the_form(name: str) -> None:
    rule = rules.rule(name)
    assert rule.values
    assert isinstance(rule.kind, Kind)
    assert all(value.basis and value.source for value in rule.values)
    statutes = [value for value in rule.values if value.confidence is Confidence.STATUTE]
    assert all(value.link or value.source for value in statutes)
    doubtful = {Confidence.OPEN, Confidence.MEMORY}
    assert rule.note or not any(value.confidence in doubtful for value in rule.values)


def test_all_rules_are_read_once() -> None:
    assert len(rules.all_rules()) == len(names()) > 70
    assert rules.rule("allowance_limit") is rules.rule("allowance_limit")


def test_a_rule_that_nobody_checked_for_a_year_is_stale() -> None:
    checked = rules.rule("allowance_limit").checked
    assert not rules.stale(checked + timedelta(days=365))
    assert rules.rule("allowance_limit") in rules.stale(checked + timedelta(days=366))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_titles_units_and_notes_are_translated(language: str) -> None:
    known: set[str] = set()
    for path in (house.ROOT / "resources" / "locale" / language).glob("*.po"):
        with path.open("rb") as file:
            known.update(str(each.id) for each in read_po(file) if each.string)
    wanted = {text for rule in rules.all_rules() for text in (rule.title, rule.unit, rule.note) if text}
    assert wanted <= known, sorted(wanted - known)
    sources = {value.source for rule in rules.all_rules() for value in rule.values if value.source}
    english = {source for source in sources if ENGLISH.search(source)}
    assert english
    assert english <= known, sorted(english - known)


def test_a_bad_file_names_the_rule() -> None:
    with pytest.raises(BadRuleFileError, match="example"):
        parse("example", table({"source": ""}))
