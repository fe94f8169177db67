"""UBL: the schema and both rule sets over random invoices and the samples; controls that they can fail."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from subcontract.invoicing.records import Invoice, LineKind
from subcontract.money import Money
from subcontract.papers.files.e_invoices.read_finvoice import read_finvoice
from subcontract.papers.files.e_invoices.ubl import ubl
from subcontract.people.unit import Address
from subcontract.problems import Code, Refused
from tests import make_papers
from tests.invoices_of_facts import invoice_of
from tests.random_invoices import invoices
from tests.schemas import path_of
from tests.schematron import findings, ubl_schema
from ui.texts import CatalogueTexts

TEXTS = {language: CatalogueTexts(language) for language in ("fi", "sv", "en")}
SAMPLES = (
    "fi-example-invoice.xml",
    "base-example.xml",
    "base-creditnote-correction.xml",
    "Vat-category-S.xml",
    "vat-category-E.xml",
)
KNOWN = {"e_invoice_address": "003712345671", "e_invoice_operator": "003721291126"}
LEAST_RULES = (40, 15)
"""Fewer rules that looked at a file would mean that it was not understood at all."""


def invoice(*lines: Any, **fields: Any) -> Invoice:
    return make_papers.invoice(*lines, **{"buyer": make_papers.buyer(**KNOWN), **fields})


def written(one: Invoice) -> bytes:
    return ubl(one, TEXTS[one.language])


def texts(one: Invoice, name: str) -> list[str | None]:
    return [node.text for node in etree.fromstring(written(one)).iterfind(f".//{{*}}{name}")]


def must_pass(data: bytes) -> None:
    """The schema, then both rule sets, of which enough must have looked."""
    schema, root = ubl_schema(data)
    assert schema.validate(root), str(schema.error_log)
    found = findings(data)
    assert found.failed == ()
    assert all(fired >= least for fired, least in zip(found.fired, LEAST_RULES, strict=True)), found.fired


@pytest.mark.slow
@settings(max_examples=120)
@given(invoices(peppol=True))
def test_every_invoice_passes_the_schema_and_the_rules(one: Invoice) -> None:
    must_pass(written(one))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_pass(name: str) -> None:
    data = Path(path_of(f"peppol-ubl/{name}")).read_bytes()
    schema, root = ubl_schema(data)
    assert schema.validate(root)
    assert findings(data).failed == ()


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        (b"<cbc:ID>1001</cbc:ID>", b"", {"BR-02"}),
        (b'PayableAmount currencyID="EUR">1758.17', b'PayableAmount currencyID="EUR">1.00', {"BR-CO-16"}),
        (
            b'<cbc:TaxAmount currencyID="EUR">354.14',
            b'<cbc:TaxAmount currencyID="EUR">1.00',
            {"BR-CO-14", "BR-CO-15"},
        ),
        (b'schemeID="0216"', b'schemeID="0037"', {"PEPPOL-EN16931-CL008"}),
    ],
)
def test_the_rules_can_fail(old: bytes, new: bytes, rules: set[str]) -> None:
    data = written(invoice())
    assert old in data
    assert rules <= set(findings(data.replace(old, new, 1)).failed)


def values(data: bytes) -> dict[str, list[str]]:
    """Every text of a file by its path."""
    found: dict[str, list[str]] = {}
    for node in etree.fromstring(data).iter():
        if not len(node) and node.text:
            names = [etree.QName(one).localname for one in (*reversed(list(node.iterancestors())), node)]
            found.setdefault("/".join(names[1:]), []).append(node.text.strip())
    return found


def test_the_finnish_example_is_written_anew() -> None:
    """The same facts stand in the Finvoice example; bank, trading name and wording of terms are its own."""
    facts = read_finvoice(Path(path_of("finvoice/fi-example-full.xml")).read_bytes())
    note = replace(facts, notes=("Alihankintatyö, viikko 46",))
    made = values(written(invoice_of(note)))
    sample = values(Path(path_of("peppol-ubl/fi-example-invoice.xml")).read_bytes())
    own = {
        "AccountingSupplierParty/Party/PartyName/Name",
        "PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID",
        "PaymentTerms/Note",
        "ID",
    }
    assert {
        path: texts for path, texts in sample.items() if path not in own and made.get(path) != texts
    } == {}
    lines = {path for path in made.keys() - sample.keys() if not path.startswith("InvoiceLine/InvoicePeriod")}
    assert lines == set()


def test_a_credit_note_is_above_nought_and_points_back() -> None:
    note = make_papers.credit_note(buyer=make_papers.buyer(**KNOWN))
    assert texts(note, "CreditNoteTypeCode") == ["381"]
    assert texts(note, "PayableAmount") == ["1758.17"]
    assert texts(note, "CreditedQuantity") == ["38.25", "1200", "1", "1"]
    assert texts(note, "IssueDate") == ["2026-11-30", "2026-10-30"]
    must_pass(written(note))


def test_a_price_below_nought_becomes_a_quantity_below_nought() -> None:
    line = make_papers.invoice_line(
        9, kind=LineKind.DEDUCTION, quantity=Decimal(1), unit_price=Decimal(-100), net=Money(-100)
    )
    one = invoice(*make_papers.lines(), line)
    assert texts(one, "InvoicedQuantity")[-1] == "-1"
    assert texts(one, "PriceAmount")[-1] == "100.00"
    must_pass(written(one))


def test_a_net_that_is_not_quantity_times_price_keeps_its_cents() -> None:
    one = invoice(make_papers.invoice_line(net=Money("937.50")))
    assert texts(one, "LineExtensionAmount") == ["937.50", "937.50"]
    assert texts(one, "ChargeIndicator") == ["true"]
    must_pass(written(one))


def test_a_charge_of_nothing_is_summed_like_any_other() -> None:
    free = make_papers.invoice_line(
        2, kind=LineKind.CHARGE, quantity=Decimal(1), unit_price=Decimal(0), net=Money("0.00")
    )
    one = invoice(make_papers.invoice_line(), free)
    assert texts(one, "ChargeTotalAmount") == ["0.00"]
    must_pass(written(one))


def test_a_unit_of_our_own_is_told_in_words() -> None:
    one = invoice(make_papers.invoice_line(unit="lähetys"))
    assert texts(one, "Note") == [*texts(one, "PaymentTerms/{*}Note"), "Yksikkö: lähetys"]


def test_one_reference_of_the_buyer_always_stands_there() -> None:
    bare = invoice(order_number="", buyer_reference="")
    assert texts(bare, "BuyerReference") == ["Pirjo Salo"]
    must_pass(written(bare))
    assert texts(invoice(buyer_reference=""), "BuyerReference") == []


def test_a_seller_outside_the_register_is_known_by_its_business_id() -> None:
    one = invoice(make_papers.invoice_line(vat="E"), seller=make_papers.seller(vat_id=""))
    assert "TAX" in texts(one, "TaxScheme/{*}ID")
    must_pass(written(one))


@pytest.mark.parametrize(
    ("fields", "field", "code"),
    [
        ({"buyer": make_papers.buyer()}, "buyer.e_invoice_address", Code.REQUIRED),
        (
            {"buyer": make_papers.buyer(e_invoice_address="FI2112345600000785")},
            "buyer.e_invoice_address",
            Code.BAD_E_INVOICE_ADDRESS,
        ),
        ({"seller": make_papers.seller(e_invoice_address="")}, "seller.e_invoice_address", Code.REQUIRED),
        (
            {"buyer": make_papers.buyer(**KNOWN, address=Address(country="XX"))},
            "buyer.country",
            Code.UNKNOWN_VALUE,
        ),
        ({"buyer": make_papers.buyer(**{**KNOWN, "vat_id": "12345671"})}, "buyer.vat_id", Code.BAD_VAT_ID),
        ({"exemption_code": "AVL-37"}, "exemption_code", Code.UNKNOWN_VALUE),
        ({"seller": make_papers.seller(vat_id="")}, "seller.vat_id", Code.REQUIRED),
        ({"number": 0}, "number", Code.WRONG_STATE),
    ],
)
def test_what_peppol_would_refuse_is_refused_before_it(
    fields: dict[str, Any], field: str, code: Code
) -> None:
    with pytest.raises(Refused) as refused:
        written(invoice(**fields))
    assert (code, field) in [(problem.code, problem.field) for problem in refused.value.problems]


def test_late_interest_stands_alone() -> None:
    interest = make_papers.invoice_line(8, kind=LineKind.INTEREST, vat="O")
    with pytest.raises(Refused) as refused:
        written(invoice(make_papers.invoice_line(), interest))
    assert refused.value.code is Code.AMBIGUOUS
    alone = invoice(interest)
    assert texts(alone, "PartyTaxScheme") == []
    must_pass(written(alone))
