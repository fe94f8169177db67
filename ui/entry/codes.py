"""Reads texts, postcodes, e-mail addresses and telephone numbers."""

import re
import unicodedata

from subcontract.problems import Code, refuse

_EMAIL = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]{1,190}\.[^\s@<>,;\".]{2,63}")
_PHONE = re.compile(r"\+?[\d ()-]{4,24}")
_KEPT = frozenset("\n\t")
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
TOLD = 20
"""Letters told before a sign that cannot be seen, so that it can be found."""


def clean(text: str, field: str = "") -> str:
    """Read a text; letters are composed, hidden and control signs are refused.

    Signs without a width, which come along with a paste and mean nothing, are left out.
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_WITHOUT_WIDTH)
    at = next((at for at, letter in enumerate(plain) if _hidden(letter)), None)
    if at is None:
        return plain.strip()
    before = plain[max(0, at - TOLD) : at].split("\n")[-1].strip()
    if before:
        raise refuse(Code.FORBIDDEN_CHARACTER, field, after=before)
    raise refuse(Code.FORBIDDEN_CHARACTER, field)


def _hidden(letter: str) -> bool:
    """Whether a sign cannot be seen or turns the direction of writing."""
    return letter not in _KEPT and unicodedata.category(letter) in {"Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp"}


def postcode(text: str, field: str = "") -> str:
    """Read a Finnish postcode (five digits) or a foreign one of letters and digits."""
    plain = clean(text, field).upper().removeprefix("FI-")
    if not re.fullmatch(r"[0-9A-Z][0-9A-Z -]{2,9}", plain):
        raise refuse(Code.BAD_POSTCODE, field)
    return plain


def email(text: str, field: str = "") -> str:
    """Read an e-mail address by its form alone."""
    plain = clean(text, field).removeprefix("mailto:")
    if not _EMAIL.fullmatch(plain) or ".." in plain:
        raise refuse(Code.BAD_EMAIL, field)
    return plain


def phone(text: str, field: str = "") -> str:
    """Read a telephone number: digits with their spaces, perhaps a plus before."""
    plain = clean(text, field)
    if not _PHONE.fullmatch(plain) or sum(letter.isdigit() for letter in plain) < 3:
        raise refuse(Code.BAD_PHONE, field)
    return plain
