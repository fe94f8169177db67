"""Codes that people, firms and payments carry: read, checked, printed and masked.

Each reader takes what somebody typed, returns the form that is stored, or refuses with a code of its
own and a ``reason``: ``form`` (wrong characters or length), ``date``, ``number`` (a part that is never
given out) or ``check_digit``. ``field`` is the field of the form that the refusal belongs to.

Identity codes, business ids and bank accounts follow python-stdnum, made stricter where it is too
kind; references and barcodes follow Finance Finland's guides.
"""

from subcontract.codes.barcode import BankBarcode, bank_barcode, read_bank_barcode, symbol_check
from subcontract.codes.countries import VAT_PREFIXES, is_country
from subcontract.codes.firms import (
    business_id,
    e_invoice_address,
    e_invoice_operator,
    iban,
    iban_looks_odd,
    is_finnish_iban,
    mask_iban,
    ovt,
    print_business_id,
    print_iban,
    vat_id,
    vat_id_of_any_country,
)
from subcontract.codes.people import birth_date, identity_code, mask_identity_code
from subcontract.codes.references import Reference, make_reference, read_reference

__all__ = [
    "VAT_PREFIXES",
    "BankBarcode",
    "Reference",
    "bank_barcode",
    "birth_date",
    "business_id",
    "e_invoice_address",
    "e_invoice_operator",
    "iban",
    "iban_looks_odd",
    "identity_code",
    "is_country",
    "is_finnish_iban",
    "make_reference",
    "mask_iban",
    "mask_identity_code",
    "ovt",
    "print_business_id",
    "print_iban",
    "read_bank_barcode",
    "read_reference",
    "symbol_check",
    "vat_id",
    "vat_id_of_any_country",
]
