"""Reads texts, postcodes, e-mail addresses and telephone numbers."""

import re
import unicodedata

from subcontract.problems import Code, refuse

_EMAIL = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]{1,190}\.[^\s@<>,;\".]{2,63}")
_PHONE = re.compile(r"\+?[\d ()-]{4,24}")
_KEPT = frozenset("\n\t")


def clean(text: str, field: str = "") -> str:
    """Read a text; letters are composed, hidden and control signs are refused."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if any(_hidden(letter) for letter in plain):
        raise refuse(Code.FORBIDDEN_CHARACTER, field)
    return plain.strip()


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
