"""Wage reports to the Incomes Register: the official schema, totals, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from lxml import etree

from subcontract.days import DateRange, Month
from subcontract.money import Money
from subcontract.papers.files.incomes_register import (
    Earner,
    Income,
    IncomeLine,
    RegisterFacts,
    register_file,
)
from subcontract.problems import Code, Refused
from tests.schemas import path_of, schema

WAGE = Earner(
    report="urakka-1",
    identity_code="010594Y9032",
    last_name="Öhman & <b>",
    first_name="Åsa",
    employed=DateRange(date(2026, 1, 1)),
    open_ended=True,
    lines=(
        IncomeLine(income=Income.WAGES_TOTAL, amount=Money("128.51")),
        IncomeLine(income=Income.WITHHOLDING, amount=Money("6.43")),
        IncomeLine(income=Income.PENSION, amount=Money("9.38")),
        IncomeLine(income=Income.UNEMPLOYMENT, amount=Money("1.14")),
        IncomeLine(income=Income.KILOMETRES, amount=Money(5), kilometres=20),
    ),
)
EXCESS = replace(
    WAGE,
    report="urakka-2",
    identity_code="020594X903P",
    employed=None,
    lines=(
        IncomeLine(income=Income.OTHER_TAXABLE, amount=Money(40)),
        IncomeLine(income=Income.WITHHOLDING, amount=Money(0)),
    ),
)
FACTS = RegisterFacts(
    delivery="urakka-2026-11",
    made_at=datetime(2026, 12, 1, 9, 0, tzinfo=UTC),
    source="Urakka",
    business_id="1234567-1",
    contact="Maija Myyjä",
    phone="+358 9 123 4567",
    pay_day=date(2026, 11, 30),
    period=Month(2026, 11).days,
    earners=(WAGE, EXCESS),
)


def test_the_file_passes_the_official_schema() -> None:
    rules = schema("tulorekisteri/WageReportsToIR.xsd")
    for facts in (FACTS, replace(FACTS, production=True), replace(FACTS, earners=(EXCESS,))):
        content = etree.fromstring(register_file(facts))
        assert rules.validate(content), rules.error_log


def test_the_schema_refuses_what_is_not_a_report() -> None:
    rules = schema("tulorekisteri/WageReportsToIR.xsd")
    broken = register_file(FACTS).replace(b"<DeliveryDataType>100", b"<DeliveryDataType>sata")
    assert not rules.validate(etree.fromstring(broken))


def test_it_says_what_our_own_sample_says() -> None:
    sample = etree.parse(str(path_of("tulorekisteri/fi-example-own-structure.xml"))).getroot()
    ours = etree.fromstring(register_file(FACTS))
    for name in ("DeliveryDataType", "FaultyControl", "ActionCode", "ResponsibilityCode", "PaymentDate"):
        assert ours.findtext(f".//{name}") == sample.findtext(f".//{name}")


def test_lines_of_nothing_are_left_out_and_the_control_total_counts_incomes() -> None:
    content = etree.fromstring(register_file(FACTS))
    codes = [found.text for found in content.iterfind(".//TransactionCode")]
    assert codes == ["101", "402", "413", "414", "311", "316"]
    assert FACTS.total == Money("173.51")
    assert [found.text for found in content.iterfind(".//Kilometers")] == ["20"]


def test_an_employment_for_an_indefinite_time_has_no_last_day() -> None:
    period = etree.fromstring(register_file(FACTS)).find(".//EmploymentPeriods/Period")
    assert period is not None
    assert [child.tag for child in period] == ["StartDate"]
    fixed = replace(WAGE, employed=Month(2026, 11).days, open_ended=False)
    period = etree.fromstring(register_file(replace(FACTS, earners=(fixed,)))).find(".//Period")
    assert period is not None
    assert [child.text for child in period] == ["2026-11-01", "2026-11-30"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"earners": ()}, Code.NOTHING_TO_DO, "earners"),
        ({"contact": ""}, Code.REQUIRED, "contact"),
        ({"phone": ""}, Code.REQUIRED, "phone"),
        ({"business_id": ""}, Code.REQUIRED, "business_id"),
        ({"earners": (replace(WAGE, identity_code=""),)}, Code.REQUIRED, "earners.0.identity_code"),
        ({"earners": (WAGE, WAGE)}, Code.TWICE_IN_LIST, "earners"),
        ({"delivery": "x" * 41}, Code.TOO_LONG, "earners"),
    ],
)
def test_what_the_register_would_not_take_is_refused(changes: dict[str, Any], code: Code, field: str) -> None:
    with pytest.raises(Refused) as refused:
        register_file(replace(FACTS, **changes))
    assert (refused.value.code, refused.value.problems[0].field) == (code, field)
