"""Finvoice: the schema, what stands where, what is carried on, and what is refused as the schema would."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from subcontract.codes import read_bank_barcode
from subcontract.invoicing.records import Invoice, InvoiceKind, LineKind
from subcontract.money import Money
from subcontract.papers.files.e_invoices import finvoice as module
from subcontract.papers.files.e_invoices.finvoice import Encoding, finvoice
from subcontract.people.unit import Address
from subcontract.problems import Code, Refused
from tests import make_papers
from tests.random_invoices import invoices
from tests.schemas import schema
from ui.texts import CatalogueTexts

XSD = "finvoice/Finvoice3.0.xsd"
TEXTS = {language: CatalogueTexts(language) for language in ("fi", "sv", "en")}


def written(invoice: Invoice, **options: Any) -> bytes:
    return finvoice(invoice, TEXTS[invoice.language], **options)


def root(invoice: Invoice, **options: Any) -> etree._Element:
    return etree.fromstring(written(invoice, **options))


def texts(invoice: Invoice, path: str) -> list[str | None]:
    return [node.text for node in root(invoice).findall(f".//{path}")]


def errors(data: bytes) -> str:
    rules = schema(XSD)
    return "" if rules.validate(etree.fromstring(data)) else str(rules.error_log)


@given(invoices(), st.sampled_from(Encoding))
def test_every_invoice_passes_the_schema(invoice: Invoice, encoding: Encoding) -> None:
    data = written(invoice, encoding=encoding)
    assert data.startswith(f"<?xml version='1.0' encoding='{encoding}'?>".encode())
    assert errors(data) == ""


@given(invoices())
def test_the_totals_of_the_file_are_those_of_the_invoice(invoice: Invoice) -> None:
    def euros(name: str) -> Money:
        found = root(invoice).findtext(f"InvoiceDetails/{name}")
        return Money(found.replace(",", ".") if found else 0)

    way = -1 if invoice.is_credit_note else 1
    assert euros("InvoiceTotalVatIncludedAmount") == invoice.total.times(way)
    assert euros("InvoiceTotalVatAmount") == (invoice.total - invoice.net).times(way)
    rows, off = euros("RowsTotalVatExcludedAmount"), euros("DiscountsTotalVatExcludedAmount")
    net = rows - off + euros("ChargesTotalVatExcludedAmount")
    assert net == euros("InvoiceTotalVatExcludedAmount") == invoice.net.times(way)


def test_an_invoice_tells_its_kind_its_days_and_how_to_pay() -> None:
    invoice = make_papers.invoice()
    assert texts(invoice, "InvoiceTypeCode") == ["INV01"]
    assert texts(invoice, "InvoiceDate") == ["20261130"]
    assert texts(invoice, "InvoiceDueDate") == ["20261214"]
    assert texts(invoice, "EpiInstructedAmount") == ["1758,17"]
    reference = root(invoice).find(".//EpiRemittanceInfoIdentifier")
    assert reference is not None
    assert (reference.text, reference.get("IdentificationSchemeName")) == ("1234561", "SPY")
    code = read_bank_barcode(texts(invoice, "VirtualBankBarcode")[0] or "")
    assert (code.cents, code.due, code.reference) == (175817, invoice.due, "1234561")


def test_vat_stands_by_rate_and_not_on_the_rows() -> None:
    invoice = make_papers.invoice()
    assert texts(invoice, "VatRateAmount") == ["349,77", "4,37"]
    assert texts(invoice, "RowVatAmount") == texts(invoice, "RowAmount") == []
    assert texts(invoice, "RowVatExcludedAmount") == ["937,13", "102,00", "332,50", "32,40"]


def test_a_credit_note_is_below_nought_and_points_back() -> None:
    note = make_papers.credit_note()
    assert texts(note, "InvoiceTypeCode") == ["INV02"]
    assert texts(note, "OriginalInvoiceNumber") == ["998"]
    assert texts(note, "InvoicedQuantity") == ["-38,25", "-1200", "-1", "-1"]
    assert texts(note, "EpiInstructedAmount") == ["-1758,17"]
    assert texts(note, "VatRateAmount") == ["-349,77", "-4,37"]
    assert texts(note, "VirtualBankBarcode") == []


def test_late_interest_is_outside_the_vat_act() -> None:
    line = make_papers.invoice_line(
        kind=LineKind.INTEREST, quantity=Decimal(1), unit_price=Decimal("9.04"), net=Money("9.04"), vat="O"
    )
    invoice = make_papers.invoice(line)
    assert texts(invoice, "InvoiceTypeCode") == ["INV03"]
    assert texts(invoice, "VatCode") == ["O"]
    assert texts(invoice, "VatRatePercent") == texts(invoice, "RowVatRatePercent") == []
    assert texts(invoice, "VatExemptionReasonCode") == ["VATEX-EU-O"]


def test_an_exemption_has_its_code_and_its_words() -> None:
    ground = "Sosiaalihuolto (AVL 37 §). " * 12
    invoice = make_papers.invoice(
        make_papers.invoice_line(vat="E"), exemption=ground, exemption_code="VATEX-EU-132-1G"
    )
    assert texts(invoice, "VatExemptionReasonCode") == ["VATEX-EU-132-1G"]
    rest = [
        node
        for node in root(invoice).iter("DefinitionDetails")
        if node[0].get("DefinitionCode") == "GROUND-E"
    ]
    said = [*texts(invoice, "VatFreeText"), *(node[1].text for node in rest)]
    assert " ".join(text or "" for text in said) == ground.strip()


def test_a_seller_outside_the_register_says_so() -> None:
    invoice = make_papers.invoice(make_papers.invoice_line(vat="E"), seller=make_papers.seller(vat_id=""))
    assert texts(invoice, "SellerTaxRegistrationText") == ["2345678-0"]
    assert texts(invoice, "VatFreeText")[-1] == "rekisterissä."


def test_charges_and_discounts_of_the_whole_are_no_rows() -> None:
    freight = make_papers.invoice_line(
        5, kind=LineKind.CHARGE, text="Kuljetus", quantity=Decimal(1), unit_price=Decimal(12), net=Money(12)
    )
    rebate = replace(freight, text="Vuosialennus", unit_price=Decimal(-20), net=Money(-20))
    invoice = make_papers.invoice(*make_papers.lines(), freight, rebate)
    assert len(texts(invoice, "InvoiceRow")) == 4
    assert texts(invoice, "ChargeDetails/Amount") == ["12,00"]
    assert texts(invoice, "DiscountDetails/Amount") == ["20,00"]
    assert texts(invoice, "DiscountsTotalVatExcludedAmount") == ["20,00"]
    only = make_papers.invoice(freight)
    assert texts(only, "ArticleName") == ["Kuljetus"]


def test_letters_of_the_bank_network_are_kept_and_others_lose_their_marks() -> None:
    line = make_papers.invoice_line(text="Šamaanin 5 € työ – Čáhppes\u00ad\u2019s 😀")
    assert texts(make_papers.invoice(line), "ArticleName") == ["Šamaanin 5 € työ - Cáhppes's"]
    data = written(make_papers.invoice(line), encoding=Encoding.UTF8)
    assert "Šamaanin 5 € työ – Čáhppes’s 😀" in data.decode("utf-8")


def test_the_way_is_told_only_when_both_ends_and_operators_are_known() -> None:
    assert texts(make_papers.invoice(), "MessageTransmissionDetails") == []
    buyer = make_papers.buyer(e_invoice_address="003712345671", e_invoice_operator="003721291126")
    known = make_papers.invoice(buyer=buyer)
    assert texts(known, "FromIdentifier") == ["003723456780"]
    assert texts(known, "ToIntermediator") == ["003721291126"]


DAMAGES: dict[str, dict[str, Any]] = {
    "seller.name": {"seller": make_papers.seller(name="X")},
    "buyer.name": {"buyer": make_papers.buyer(name=" ")},
    "seller.iban": {"seller": make_papers.seller(iban="")},
    "buyer.postcode": {"buyer": make_papers.buyer(address=Address(street="Tie 1", town="Espoo"))},
    "buyer.country": {
        "buyer": make_papers.buyer(
            address=Address(street="Tie 1", town="Espoo", postcode="02100", country="Suomi")
        )
    },
    "reference": {"reference": "1", "kind": InvoiceKind.CREDIT_NOTE},
    "exemption_code": {
        "lines": (make_papers.invoice_line(vat="E"),),
        "exemption": "x",
        "exemption_code": "AVL 37 §",
        "vat": make_papers.invoice(make_papers.invoice_line(vat="E")).vat,
    },
    "lines.0.quantity": {
        "lines": (make_papers.invoice_line(quantity=Decimal("1234567890.1234"), unit_price=Decimal("0.01")),)
    },
    "lines.0.unit_price": {"lines": (make_papers.invoice_line(unit_price=Decimal("0.123456")),)},
    "lines.0.vat": {"lines": (make_papers.invoice_line(vat="25.5555"),)},
}


@pytest.mark.parametrize("field", DAMAGES)
def test_what_the_schema_refuses_is_refused_before_it(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = replace(make_papers.invoice(), **DAMAGES[field])
    with pytest.raises(Refused) as refused:
        written(damaged)
    assert field in [problem.field for problem in refused.value.problems]
    monkeypatch.setattr(module, "must_be_writable", list)
    assert errors(written(damaged)) != ""


@given(invoices(), st.data())
def test_what_we_write_passes_whatever_the_invoice_lacks(invoice: Invoice, data: st.DataObject) -> None:
    """Fields emptied, shortened or filled with anything: refused by us, or right for the schema."""
    odd = data.draw(st.sampled_from(["", "X", "Иван", "\x00\x1b", "a" * 400, " ", "&<>\"'", "\ufffe"]))
    where = data.draw(st.sampled_from(["name", "contact_name", "email", "phone", "business_id", "vat_id"]))
    side = data.draw(st.sampled_from(["seller", "buyer"]))
    damaged = replace(invoice, **{side: replace(getattr(invoice, side), **{where: odd})})
    damaged = replace(damaged, buyer_reference=odd, order_number=odd, note=odd, attachments=(odd,))
    try:
        made = written(damaged)
    except Refused:
        return
    assert errors(made) == ""


@pytest.mark.parametrize("longest", [71, 72, 105, 106, 141])
def test_a_name_of_one_letter_too_many_is_parted_where_the_schema_allows(longest: int) -> None:
    name = "S" * longest
    invoice = make_papers.invoice(seller=make_papers.seller(name=name))
    assert errors(written(invoice)) == ""
    assert "".join(filter(None, texts(invoice, "SellerOrganisationName"))) == name


def test_a_postcode_longer_than_its_field_is_refused() -> None:
    address = Address(street="Katu 1", postcode="1" * 36, town="Kotka")
    with pytest.raises(Refused) as refused:
        written(make_papers.invoice(buyer=make_papers.buyer(address=address)))
    assert [(one.code, one.field) for one in refused.value.problems] == [(Code.TOO_LONG, "buyer.postcode")]


def test_a_draft_is_no_e_invoice() -> None:
    with pytest.raises(Refused) as refused:
        written(make_papers.invoice(number=0, reference=""))
    assert refused.value.code is Code.WRONG_STATE


def test_reverse_charge_needs_an_id_of_the_buyer() -> None:
    line = make_papers.invoice_line(vat="AE")
    with pytest.raises(Refused) as refused:
        written(make_papers.invoice(line, buyer=make_papers.buyer(vat_id="", business_id="")))
    assert refused.value.code is Code.BUYER_VAT_ID_NEEDED
    assert texts(make_papers.invoice(line), "VatExemptionReasonCode") == ["VATEX-EU-AE"]


def test_an_invoice_that_takes_a_credit_note_back_points_at_it() -> None:
    back = replace(make_papers.credit_note(), kind=InvoiceKind.INVOICE)
    assert texts(back, "InvoiceTypeCode") == ["INV01"]
    assert texts(back, "OriginalInvoiceNumber") == ["998"]
