"""The bank barcode (pankkiviivakoodi), symbol versions 4 and 5: 54 digits and their symbol check.

Published: Finance Finland, "Pankkiviivakoodi-opas" 5.3 (2012, corrected 2019).

>>> code = bank_barcode("FI79 4405 2020 0360 82", 488315, "868516259619897", date(2010, 6, 12))
>>> code, symbol_check(code)
('479440520200360820048831500000000868516259619897100612', 40)
>>> read_bank_barcode(code).reference
'868516259619897'
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from subcontract.codes._reading import typed_code
from subcontract.codes.firms import iban, is_finnish_iban
from subcontract.codes.references import read_reference
from subcontract.problems import Code, Refused, refuse

LENGTH = 54
NATIONAL = "4"
INTERNATIONAL = "5"
MOST_CENTS = 99_999_999
YEARS: Final = range(2000, 2100)
NO_DUE = "000000"
START_C = 105
MODULUS = 103


@dataclass(frozen=True, slots=True, kw_only=True)
class BankBarcode:
    """What a bank barcode says; no amount or no due date is left for the payer to fill in."""

    account: str
    reference: str
    """The national reference, or the international one with its ``RF``; neither padded."""
    cents: int | None
    due: date | None


def bank_barcode(account: str, cents: int | None, reference: str, due: date | None) -> str:
    """Make the 54 digits; an amount over 999 999,99 € is left open, as the guide tells.

    Refuses an account outside Finland, a bad reference, a negative amount and a date beyond the
    two digits of its year.
    """
    number = iban(account, "iban")
    if not is_finnish_iban(number):
        raise refuse(Code.BAD_IBAN, "iban", reason="country")
    if cents is not None and cents < 0:
        raise refuse(Code.NEGATIVE, "amount")
    if due is not None and due.year not in YEARS:
        raise refuse(Code.NOT_A_DATE, "due")
    amount = cents if cents is not None and cents <= MOST_CENTS else 0
    version, padded = _reference_part(reference)
    day = f"{due:%y%m%d}" if due else NO_DUE
    return f"{version}{number[2:]}{amount:08}{padded}{day}"


def _reference_part(text: str) -> tuple[str, str]:
    """Give the version and 23 digits: zeros go before a national reference, inside an RF one."""
    read = read_reference(text, "reference")
    if not text.strip().upper().startswith("RF"):
        return NATIONAL, read.national.zfill(23)
    return INTERNATIONAL, read.rf[2:4] + read.national.zfill(21)


def symbol_check(code: str) -> int:
    """The check character of the symbol (Code 128, set C), of a code that is right."""
    pairs = (int(code[at : at + 2]) for at in range(0, LENGTH, 2))
    return (START_C + sum(place * pair for place, pair in enumerate(pairs, start=1))) % MODULUS


def read_bank_barcode(text: str, field: str = "") -> BankBarcode:
    """Read 54 digits back; refuses with a ``reason`` the part that does not hold."""
    code = typed_code(text, Code.BAD_BARCODE, field)
    if len(code) != LENGTH or not code.isdecimal() or code[0] not in NATIONAL + INTERNATIONAL:
        raise refuse(Code.BAD_BARCODE, field, reason="form")
    try:
        account = iban("FI" + code[1:17])
    except Refused:
        raise refuse(Code.BAD_BARCODE, field, reason="account") from None
    return BankBarcode(
        account=account,
        reference=_read_reference_part(code[0], code[25:48], field),
        cents=int(code[17:25]) or None,
        due=_read_due(code[48:], field),
    )


def _read_reference_part(version: str, part: str, field: str) -> str:
    """Read the 23 digits of the reference."""
    if version == NATIONAL and not part.startswith("000"):
        raise refuse(Code.BAD_BARCODE, field, reason="reserve")
    try:
        if version == NATIONAL:
            return read_reference(part[3:]).national
        return read_reference("RF" + part).rf
    except Refused:
        raise refuse(Code.BAD_BARCODE, field, reason="reference") from None


def _read_due(part: str, field: str) -> date | None:
    """Read the due date; the year has two digits and is of this century."""
    if part == NO_DUE:
        return None
    try:
        return date(YEARS[0] + int(part[:2]), int(part[2:4]), int(part[4:]))
    except ValueError:
        raise refuse(Code.BAD_BARCODE, field, reason="due") from None
