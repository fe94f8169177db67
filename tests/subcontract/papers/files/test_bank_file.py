"""Bank files: the schema, the control sum, letters, and what is refused."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from subcontract.money import Money
from subcontract.papers.files.bank_file import (
    NAMESPACE,
    BankFileFacts,
    BankFileVersion,
    BankPayment,
    bank_file,
)
from subcontract.papers.files.xml import bank_text
from subcontract.problems import Code, Refused
from tests.schemas import schema

FACTS = BankFileFacts(
    message="TO-2026-11-0001",
    made_at=datetime(2026, 11, 25, 10, 0),  # noqa: DTZ001 - the file tells local time without a zone
    pay_day=date(2026, 11, 30),
    payer="Esimerkki-säätiö sr",
    payer_id="12345671",
    payer_town="Helsinki",
    iban="FI21 1234 5600 0007 85",
    text="Työosuusraha 11/2026",
    salary=True,
    payments=(
        BankPayment(end_to_end="A", name="Åsa Öhman", iban="FI5542345670000081", amount=Money(96)),
        BankPayment(end_to_end="B", name="Matti Mallikas", iban="FI1410093000123458", amount=Money(72)),
    ),
)


def read(content: bytes, path: str) -> list[str]:
    root = etree.fromstring(content)
    space = etree.QName(root).namespace
    return [
        found.text or ""
        for found in root.iterfind(".//" + "/".join(f"{{{space}}}{p}" for p in path.split("/")))
    ]


@pytest.mark.parametrize("version", BankFileVersion)
@pytest.mark.parametrize("salary", [True, False])
@pytest.mark.parametrize("town", ["Helsinki", ""])
def test_the_file_passes_its_schema(version: BankFileVersion, salary: bool, town: str) -> None:
    facts = replace(FACTS, salary=salary, payer_town=town)
    content = bank_file(facts, version)
    rules = schema(f"sepa-pain001/pain.001.001.{version}.xsd")
    assert rules.validate(etree.fromstring(content)), rules.error_log
    assert etree.QName(etree.fromstring(content)).namespace == NAMESPACE + version
    assert ("SALA" in content.decode()) is salary


def test_counts_and_sums_stand_on_both_levels_and_equal_the_rows() -> None:
    content = bank_file(FACTS)
    assert read(content, "NbOfTxs") == ["2", "2"]
    assert read(content, "CtrlSum") == ["168.00", "168.00"]
    assert read(content, "InstdAmt") == ["96.00", "72.00"]
    assert read(content, "DbtrAcct/Id/IBAN") == ["FI2112345600000785"]
    assert read(content, "CdtrAcct/Id/IBAN") == ["FI5542345670000081", "FI1410093000123458"]


def test_the_day_of_payment_is_written_as_each_version_has_it() -> None:
    assert read(bank_file(FACTS), "ReqdExctnDt/Dt") == ["2026-11-30"]
    assert read(bank_file(FACTS, BankFileVersion.OLD), "ReqdExctnDt") == ["2026-11-30"]


def test_finnish_letters_stay_and_others_lose_their_marks() -> None:
    assert bank_text("Čáppa  Ååkköš 😀–x\n\x00y", 70) == "Cáppa Ååkkös -x y"
    assert bank_text("a" * 200, 70) == "a" * 70
    facts = replace(FACTS, payments=(replace(FACTS.payments[0], name="<b>Åsa</b> & Co"),))
    assert read(bank_file(facts), "Cdtr/Nm") == ["<b>Åsa</b> & Co"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"payments": ()}, Code.NOTHING_TO_DO, "payments"),
        ({"iban": ""}, Code.REQUIRED, "iban"),
        ({"payments": (replace(FACTS.payments[0], amount=Money(0)),)}, Code.TOO_SMALL, "payments.0.amount"),
        ({"payments": (replace(FACTS.payments[0], iban=""),)}, Code.REQUIRED, "payments.0.iban"),
        ({"payments": (FACTS.payments[0], FACTS.payments[0])}, Code.TWICE_IN_LIST, "payments"),
        ({"message": "x" * 36}, Code.TOO_LONG, "payments"),
    ],
)
def test_what_no_bank_would_take_is_refused(changes: dict[str, Any], code: Code, field: str) -> None:
    with pytest.raises(Refused) as refused:
        bank_file(replace(FACTS, **changes))
    assert (refused.value.code, refused.value.problems[0].field) == (code, field)


@given(st.text(min_size=1, max_size=80), st.integers(1, 99_999_999_999))
def test_any_name_and_any_sum_make_a_file_that_passes(name: str, cents: int) -> None:
    payment = replace(FACTS.payments[0], name=f"X {name}", amount=Money.of_cents(cents))
    content = bank_file(replace(FACTS, payments=(payment,)))
    rules = schema("sepa-pain001/pain.001.001.09.xsd")
    assert rules.validate(etree.fromstring(content)), rules.error_log
