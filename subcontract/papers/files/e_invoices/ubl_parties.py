"""Seller and buyer in UBL."""

from subcontract.invoicing.records import Invoice, Party
from subcontract.papers.files.e_invoices.elements import Element, el
from subcontract.papers.files.e_invoices.finvoice_parties import OVT_SCHEME, printed_id
from subcontract.papers.files.e_invoices.ubl_values import clean

BUSINESS_ID_SCHEME = "0212"
HOME = "FI"
TAX_REGISTER = "TAX"
"""Any scheme but VAT: the seller is known to the tax office by its business id."""


def supplier(invoice: Invoice) -> Element:
    """The seller; one outside the VAT register is named by its business id there."""
    return _party(invoice, invoice.seller, known_to_tax=True)


def customer(invoice: Invoice) -> Element:
    """The buyer."""
    return _party(invoice, invoice.buyer, known_to_tax=False)


def _party(invoice: Invoice, party: Party, *, known_to_tax: bool) -> Element:
    return el(
        "cac:Party",
        [
            el("cbc:EndpointID", party.e_invoice_address, schemeID=OVT_SCHEME),
            el("cac:PostalAddress", _address(party)),
            *_tax_schemes(invoice, party, known_to_tax=known_to_tax),
            el("cac:PartyLegalEntity", _legal(party)),
            el("cac:Contact", _contact(party)),
        ],
    )


def _address(party: Party) -> list[Element]:
    address = party.address
    return [
        el("cbc:StreetName", clean(address.street)),
        el("cbc:CityName", clean(address.town)),
        el("cbc:PostalZone", clean(address.postcode)),
        el("cac:Country", [el("cbc:IdentificationCode", address.country)]),
    ]


def _tax_schemes(invoice: Invoice, party: Party, *, known_to_tax: bool) -> list[Element]:
    """The VAT id; where nothing is under the VAT act there must be none (BR-O-02)."""
    if any(one.code == "O" for one in invoice.vat):
        return []
    if party.vat_id:
        return [_scheme(party.vat_id, "VAT")]
    return [_scheme(printed_id(party), TAX_REGISTER)] if known_to_tax else []


def _scheme(number: str, register: str) -> Element:
    scheme = el("cac:TaxScheme", [el("cbc:ID", register)])
    return el("cac:PartyTaxScheme", [el("cbc:CompanyID", clean(number)), scheme])


def _legal(party: Party) -> list[Element]:
    scheme = BUSINESS_ID_SCHEME if party.address.country == HOME else ""
    return [
        el("cbc:RegistrationName", clean(party.name)),
        el("cbc:CompanyID", clean(printed_id(party)), schemeID=scheme),
    ]


def _contact(party: Party) -> list[Element]:
    return [
        el("cbc:Name", clean(party.contact_name)),
        el("cbc:Telephone", clean(party.phone)),
        el("cbc:ElectronicMail", clean(party.email)),
    ]
