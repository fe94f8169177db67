"""Collects every problem of a record while its fields are read, so that a form is told all at once."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from subcontract.money import ZERO, Money
from subcontract.people.unit import Address
from subcontract.problems import Code, Problem, Refused

LONGEST_LINE = 120
LONGEST_NOTE = 2000
LANGUAGES = ("fi", "sv", "en")

_EMAIL = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"().]+(?:\.[^@\s,;<>\"().]+)+")
_POSTCODE = re.compile(r"[0-9]{5}")
_PHONE = re.compile(r"\+?[0-9 ()/-]{3,30}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
_SOFT_HYPHEN = "\u00ad"


class Findings:
    """The problems found so far; each reader gives the form that is stored, or what was typed."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, code: Code, field: str, /, **facts: object) -> None:
        """Note a problem of a field."""
        self.problems.append(Problem(code=code, field=field, facts=facts))

    def refuse_any(self) -> None:
        """Refuse with every problem found, if any was."""
        if self.problems:
            raise Refused(*self.problems)

    def read(self, reader: Callable[[str, str], str], typed: str, field: str) -> str:
        """Read a code that may be left empty; its refusal is noted and the text left as it was."""
        if not typed.strip():
            return ""
        try:
            return reader(typed, field)
        except Refused as refused:
            self.problems.extend(refused.problems)
            return typed

    def line(self, typed: str, field: str, *, required: bool = False, longest: int = LONGEST_LINE) -> str:
        """Read one line of text: outer and double spaces go, hidden signs are refused."""
        text = " ".join(part for part in typed.split(" ") if part)
        return self._text(text, field, required=required, longest=longest)

    def note(self, typed: str, field: str, *, longest: int = LONGEST_NOTE) -> str:
        """Read free text that may have many lines."""
        lines = [self._text(line.rstrip(), field, longest=len(line)) for line in typed.splitlines()]
        text = "\n".join(lines).strip()
        if len(text) > longest:
            self.add(Code.TOO_LONG, field, most=longest)
        return text

    def _text(self, text: str, field: str, *, required: bool = False, longest: int) -> str:
        if required and not text:
            self.add(Code.REQUIRED, field)
        if len(text) > longest:
            self.add(Code.TOO_LONG, field, most=longest)
        if any(unicodedata.category(sign) in _HIDDEN and sign != _SOFT_HYPHEN for sign in text):
            self.add(Code.FORBIDDEN_CHARACTER, field)
        return unicodedata.normalize("NFC", text)

    def _shaped(self, typed: str, field: str, shape: re.Pattern[str], code: Code) -> str:
        text = self.line(typed, field)
        if text and not shape.fullmatch(text):
            self.add(code, field)
        return text

    def email(self, typed: str, field: str = "email") -> str:
        """Read an e-mail address; only its shape can be known here."""
        return self._shaped(typed, field, _EMAIL, Code.BAD_EMAIL)

    def phone(self, typed: str, field: str = "phone") -> str:
        """Read a telephone number of any country."""
        return self._shaped(typed, field, _PHONE, Code.BAD_PHONE)

    def address(self, address: Address) -> Address:
        """Read a postal address; its fields are ``street``, ``postcode``, ``town`` and ``country``."""
        country = self._shaped(
            address.country.strip().upper() or "FI", "country", _COUNTRY, Code.UNKNOWN_VALUE
        )
        postcode = self.line(address.postcode, "postcode", longest=12)
        if country == "FI" and postcode and not _POSTCODE.fullmatch(postcode):
            self.add(Code.BAD_POSTCODE, "postcode")
        return Address(
            street=self.line(address.street, "street"),
            postcode=postcode,
            town=self.line(address.town, "town", longest=60),
            country=country,
        )

    def language(self, language: str) -> str:
        """Read a language of papers."""
        if language not in LANGUAGES:
            self.add(Code.UNKNOWN_VALUE, "language")
        return language

    def between(self, value: Decimal | int, field: str, least: Decimal | int, most: Decimal | int) -> None:
        """Note a figure outside its bounds."""
        if value < 0 and not least:
            self.add(Code.NEGATIVE, field)
        elif value < least:
            self.add(Code.TOO_SMALL, field, least=least)
        elif value > most:
            self.add(Code.TOO_LARGE, field, most=most)

    def decimals(self, value: Decimal, field: str, places: int) -> None:
        """Note a figure that is finer than it can be kept."""
        exponent = value.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > places:
            self.add(Code.TOO_MANY_DECIMALS, field, places=places)

    def percentage(self, value: Decimal, field: str, most: int = 100) -> None:
        """Note what is no percentage of at most two decimals from 0 to ``most``."""
        self.between(value, field, 0, most)
        self.decimals(value, field, 2)

    def amount(self, value: Money, field: str, most: Money, *, least: Money = ZERO) -> None:
        """Note an amount outside its bounds."""
        if value < ZERO:
            self.add(Code.NEGATIVE, field)
        elif value < least:
            self.add(Code.TOO_SMALL, field, least=least)
        elif value > most:
            self.add(Code.TOO_LARGE, field, most=most)
