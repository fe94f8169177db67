"""Codes of firms and accounts: business id, VAT id, e-invoice address, bank account number.

>>> business_id("FI20774740"), print_business_id("20774740"), vat_id("2077474-0")
('20774740', '2077474-0', 'FI20774740')
>>> vat_id_of_any_country("EE 100 931 558")
'EE100931558'
>>> e_invoice_address("0037 2345 6780")
'003723456780'
>>> iban("FI21 1234 5600 0007 85"), print_iban("FI2112345600000785"), mask_iban("FI2112345600000785")
('FI2112345600000785', 'FI21 1234 5600 0007 85', 'FI** **** **** **07 85')
"""

import re
from typing import Final

from stdnum import iban as stdnum_iban
from stdnum import luhn
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from subcontract.codes._reading import grouped, reason_of, typed_code
from subcontract.problems import Code, Refused, refuse

NO_BUSINESS = "00000000"
FINNISH_OVT = "0037"
BUSINESS_ID_LENGTH = 8
LONGEST_UNIT_OF_OVT = 5
FINNISH_IBAN_LENGTH = 18
BIC_LENGTHS = (8, 11)
ANY_VAT_ID: Final = re.compile(r"[A-Z]{2}(?=[A-Z]*[0-9])[A-Z0-9]{4,13}")
"""Country and at most thirteen signs, a figure among them."""
EU: Final = frozenset(code.upper() for code in eu_vat.MEMBER_STATES) | {"EL"}


def business_id(text: str, field: str = "") -> str:
    """Read a business id (Y-tunnus) or a Finnish VAT id; eight digits are stored."""
    typed = typed_code(text, Code.BAD_BUSINESS_ID, field)
    digits = typed.removeprefix("FI").replace("-", "", 1)
    if len(digits) != BUSINESS_ID_LENGTH or not digits.isdecimal():
        raise refuse(Code.BAD_BUSINESS_ID, field, reason="form")
    if digits == NO_BUSINESS:  # the sum holds, but nobody has this id
        raise refuse(Code.BAD_BUSINESS_ID, field, reason="number")
    if not ytunnus.is_valid(digits):
        raise refuse(Code.BAD_BUSINESS_ID, field, reason="check_digit")
    return digits


def print_business_id(digits: str) -> str:
    """Print a business id with its hyphen."""
    return f"{digits[:7]}-{digits[7:]}"


def vat_id(text: str, field: str = "") -> str:
    """Read a Finnish VAT id, also from a business id: ``FI`` and eight digits."""
    typed = typed_code(text, Code.BAD_VAT_ID, field)
    try:
        return "FI" + business_id(typed, field)
    except Refused as refused:
        raise refuse(Code.BAD_VAT_ID, field, **refused.problems[0].facts) from None


def vat_id_of_any_country(text: str, field: str = "") -> str:
    """Read a VAT id with its country: that of a member state by its own rule, another's by its shape."""
    typed = typed_code(text, Code.BAD_VAT_ID, field).replace("-", "").replace(".", "")
    if not ANY_VAT_ID.fullmatch(typed):
        raise refuse(Code.BAD_VAT_ID, field, reason="form")
    if typed[:2] not in EU:
        return typed
    try:
        return eu_vat.validate(typed)
    except ValidationError as problem:
        raise refuse(Code.BAD_VAT_ID, field, reason=reason_of(problem)) from None


def ovt(text: str, field: str = "") -> str:
    """Read an OVT code: 0037, business id without its hyphen, and a unit part of at most five signs."""
    typed = typed_code(text, Code.BAD_E_INVOICE_ADDRESS, field)
    body = typed.removeprefix(FINNISH_OVT)
    unit = body[BUSINESS_ID_LENGTH:]
    if body == typed or len(unit) > LONGEST_UNIT_OF_OVT or (unit and not unit.isalnum()):
        raise refuse(Code.BAD_E_INVOICE_ADDRESS, field, reason="form")
    try:
        return FINNISH_OVT + business_id(body[:BUSINESS_ID_LENGTH], field) + unit
    except Refused as refused:
        raise refuse(Code.BAD_E_INVOICE_ADDRESS, field, **refused.problems[0].facts) from None


def e_invoice_address(text: str, field: str = "") -> str:
    """Read an e-invoice address: an OVT code or a bank account number."""
    typed = typed_code(text, Code.BAD_E_INVOICE_ADDRESS, field)
    if typed[:1].isdecimal():
        return ovt(typed, field)
    try:
        return iban(typed, field)
    except Refused as refused:
        raise refuse(Code.BAD_E_INVOICE_ADDRESS, field, **refused.problems[0].facts) from None


def e_invoice_operator(text: str, field: str = "") -> str:
    """Read the code of an e-invoice operator: an OVT code or a bank's BIC."""
    typed = typed_code(text, Code.BAD_E_INVOICE_OPERATOR, field)
    if typed[:1].isdecimal():
        try:
            return ovt(typed, field)
        except Refused as refused:
            raise refuse(Code.BAD_E_INVOICE_OPERATOR, field, **refused.problems[0].facts) from None
    if len(typed) not in BIC_LENGTHS or not typed[:6].isalpha() or not typed.isalnum():
        raise refuse(Code.BAD_E_INVOICE_OPERATOR, field, reason="form")
    return typed


def iban(text: str, field: str = "") -> str:
    """Read a bank account number of any country; a Finnish one has 18 characters."""
    typed = typed_code(text, Code.BAD_IBAN, field)
    if not typed.isalnum() or (typed.startswith("FI") and len(typed) != FINNISH_IBAN_LENGTH):
        raise refuse(Code.BAD_IBAN, field, reason="form")
    try:
        stdnum_iban.validate(typed, check_country=False)
        right = stdnum_iban.calc_check_digits(typed) == typed[2:4]  # 00, 01 and 99 also give mod 97
    except ValidationError as problem:
        raise refuse(Code.BAD_IBAN, field, reason=reason_of(problem)) from None
    if not right:
        raise refuse(Code.BAD_IBAN, field, reason="check_digit")
    return typed


def is_finnish_iban(number: str) -> bool:
    """Whether the account is in Finland; only such an account has a bank barcode."""
    return number.startswith("FI") and len(number) == FINNISH_IBAN_LENGTH


def iban_looks_odd(number: str) -> bool:
    """Whether a Finnish account fails the banks' own old check digit: worth a warning, no refusal."""
    return is_finnish_iban(number) and not luhn.is_valid(number[4:])


def print_iban(number: str) -> str:
    """Print an account number in groups of four."""
    return grouped(number, 4)


def mask_iban(number: str) -> str:
    """The account number with only its country and last four signs left."""
    return print_iban(number[:2] + "*" * (len(number) - 6) + number[-4:])
