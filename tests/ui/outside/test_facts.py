"""The facts of an invoice as JSON: each missing, unknown or odd part refused by its name."""

import copy
import json
from typing import Any

import pytest

from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind
from subcontract.money import ZERO, Money
from subcontract.problems import Code, Refused
from tests.ui.outside.example import CREDIT, FACTS
from tests.ui.test_command_line_fuzz import ODD, places, with_odd
from ui.calc.run import read_json
from ui.outside.facts import field_of, invoice_of, unit_of

REQUIRED = [
    ("kind",),
    ("number",),
    ("date",),
    ("due",),
    ("reference",),
    ("seller",),
    ("buyer",),
    ("lines",),
    ("seller", "name"),
    ("buyer", "name"),
    ("seller", "vat_id"),
    ("lines", 0, "text"),
    ("lines", 0, "quantity"),
    ("lines", 0, "unit_price"),
    ("lines", 0, "vat"),
    ("lines", 0, "supplied"),
    ("charges", 0, "text"),
    ("charges", 0, "amount"),
    ("charges", 0, "vat"),
]


def read(facts: Any) -> Invoice:
    """Read facts as they come from a file."""
    return invoice_of(read_json(json.dumps(facts).encode()))


def refusal(facts: Any) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as refused:
        read(facts)
    return [(problem.code, problem.field) for problem in refused.value.problems]


def dotted(place: tuple[Any, ...]) -> str:
    return ".".join(str(part) for part in place)


def without(place: tuple[Any, ...]) -> Any:
    facts = copy.deepcopy(FACTS)
    holder: Any = facts
    for key in place[:-1]:
        holder = holder[key]
    del holder[place[-1]]
    return facts


def test_the_example_becomes_an_invoice_whose_sums_are_reckoned() -> None:
    invoice = read(FACTS)
    assert (invoice.number, invoice.reference, invoice.note) == (1001, "10016", "Kiitos tilauksesta!")
    assert (invoice.net, invoice.total) == (Money("108.00"), Money("135.54"))
    assert [line.kind for line in invoice.lines] == [LineKind.OTHER, LineKind.CHARGE]
    assert (invoice.seller.business_id, invoice.buyer.vat_id) == ("23456780", "FI12345671")
    assert unit_of(invoice).vat_registered


def test_a_credit_note_names_what_it_amends() -> None:
    note = read(CREDIT)
    assert (note.kind, note.original_number) == (InvoiceKind.CREDIT_NOTE, 998)
    assert refusal({**FACTS, "kind": "credit_note"}) == [(Code.REQUIRED, "original")]


@pytest.mark.parametrize("place", REQUIRED, ids=dotted)
def test_a_missing_part_is_named(place: tuple[Any, ...]) -> None:
    assert refusal(without(place)) == [(Code.REQUIRED, dotted(place))]


@pytest.mark.parametrize(
    "place",
    [one for one in places(FACTS) if one and one not in REQUIRED and not isinstance(one[-1], int)],
    ids=dotted,
)
def test_what_may_be_left_out_may_be_left_out(place: tuple[Any, ...]) -> None:
    assert read(without(place)).total


@pytest.mark.parametrize("place", [(), ("seller",), ("buyer",), ("lines", 0), ("charges", 0)], ids=dotted)
def test_an_unknown_part_is_named(place: tuple[Any, ...]) -> None:
    facts = copy.deepcopy(FACTS)
    holder: Any = facts
    for key in place:
        holder = holder[key]
    holder["total"] = "1.00"
    assert refusal(facts) == [(Code.UNKNOWN_FIELD, dotted((*place, "total")))]


def test_floats_are_refused_where_figures_stand() -> None:
    for key in ("quantity", "unit_price", "discount"):
        assert refusal(with_odd(FACTS, ("lines", 0, key), 0.5)) == [(Code.FLOAT_REFUSED, f"lines.0.{key}")]
    assert refusal(with_odd(FACTS, ("charges", 0, "amount"), 12.5)) == [
        (Code.FLOAT_REFUSED, "charges.0.amount")
    ]


@pytest.mark.parametrize(
    ("place", "odd", "code"),
    [
        (("kind",), "receipt", Code.UNKNOWN_VALUE),
        (("number",), "A-1", Code.NOT_A_NUMBER),
        (("number",), "0", Code.TOO_SMALL),
        (("due",), "2026-11-21", Code.ENDS_BEFORE_START),
        (("reference",), "10015", Code.BAD_REFERENCE),
        (("language",), "ru", Code.UNKNOWN_VALUE),
        (("seller", "business_id"), "2345679-0", Code.BAD_BUSINESS_ID),
        (("seller", "vat_id"), "FI23456790", Code.BAD_VAT_ID),
        (("seller", "iban"), "FI2112345600000786", Code.BAD_IBAN),
        (("buyer", "ovt"), "003712345672", Code.BAD_E_INVOICE_ADDRESS),
        (("buyer", "operator"), "0037", Code.BAD_E_INVOICE_OPERATOR),
        (("buyer", "country"), "XX", Code.UNKNOWN_VALUE),
        (("buyer", "name"), "a\u0000b", Code.FORBIDDEN_CHARACTER),
        (("buyer", "name"), "\ud800", Code.FORBIDDEN_CHARACTER),
        (("notes", 0), "x" * 2001, Code.TOO_LONG),
        (("lines",), [], Code.REQUIRED),
        (("lines", 0, "vat"), "K", Code.NOT_A_NUMBER),
        (("lines", 0, "discount"), "101", Code.UNKNOWN_VALUE),
        (("lines", 0, "quantity"), "-2400", Code.NEGATIVE_TOTAL),
        (("lines", 0, "supplied"), ["2026-11-20", "2026-11-01"], Code.ENDS_BEFORE_START),
        (("lines", 0, "supplied"), ["2026-11-20"], Code.WRONG_TYPE),
        (("charges", 0, "amount"), "12.005", Code.NOT_AN_AMOUNT),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(place: tuple[Any, ...], odd: Any, code: Code) -> None:
    found = refusal(with_odd(FACTS, place, odd))
    assert found[0][0] is code
    assert dotted(place).startswith(found[0][1])


def test_codes_of_vat_ask_for_their_grounds() -> None:
    exempt = with_odd(FACTS, ("lines", 0, "vat"), "E")
    assert refusal(exempt) == [(Code.REQUIRED, "exemption")]
    ground = {"code": "VATEX-EU-132-1G", "text": "Sosiaalihuolto"}
    assert read({**exempt, "exemption": ground}).exemption_code == "VATEX-EU-132-1G"
    turned = with_odd(FACTS, ("lines", 0, "vat"), "AE")
    assert read(turned).total
    del turned["buyer"]["vat_id"]
    assert refusal(turned) == [(Code.BUYER_VAT_ID_NEEDED, "buyer.vat_id")]
    assert refusal(with_odd(FACTS, ("lines", 0, "vat"), "O")) == [(Code.AMBIGUOUS, "lines")]


def test_only_a_seller_in_the_register_charges_vat_or_leaves_it_to_the_buyer() -> None:
    seller = {name: text for name, text in FACTS["seller"].items() if name != "vat_id"}
    facts = {**FACTS, "seller": seller, "charges": []}
    for vat in ("25.5", "AE"):
        assert refusal(with_odd(facts, ("lines", 0, "vat"), vat)) == [(Code.REQUIRED, "seller.vat_id")]
    ground = {"text": "Vähäinen toiminta, AVL 3 §"}
    exempt = {**with_odd(facts, ("lines", 0, "vat"), "E"), "exemption": ground}
    assert read(exempt).total == Money("96.00")


def test_the_rate_that_is_no_number_is_named_itself() -> None:
    assert refusal(with_odd(FACTS, ("lines", 0, "vat"), "K")) == [(Code.NOT_A_NUMBER, "lines.0.vat")]


def test_what_a_format_refuses_is_named_as_the_facts_name_it() -> None:
    invoice = read(FACTS)
    named = {
        "buyer.e_invoice_address": "buyer.ovt",
        "seller.e_invoice_operator": "seller.operator",
        "seller.iban": "seller.iban",
        "exemption_code": "exemption.code",
        "lines.0.unit_price": "lines.0.unit_price",
        "lines.1.unit_price": "charges.0.amount",
        "lines": "lines",
    }
    assert {field: field_of(field, invoice) for field in named} == named


def test_a_firm_abroad_has_ids_of_its_own_country() -> None:
    buyer = {"name": "Exempel AB", "country": "SE", "vat_id": "SE556677889901", "business_id": "556677-8899"}
    invoice = read({**FACTS, "buyer": buyer})
    assert (invoice.buyer.vat_id, invoice.buyer.business_id) == ("SE556677889901", "556677-8899")


def test_one_odd_thing_in_every_place_is_read_or_refused() -> None:
    seen = {True: 0, False: 0}
    for facts in (FACTS, CREDIT):
        for place in places(facts):
            for odd in ODD:
                seen[is_read(with_odd(facts, place, odd) if place else odd)] += 1
    assert all(seen.values())


def is_read(facts: Any) -> bool:
    """Whether facts are read; nothing but a refusal may come instead."""
    try:
        invoice = read(facts)
    except Refused:
        return False
    return invoice.total >= ZERO
