"""What every reader of bank files does: days, sums, references and words, each refused by its place."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from subcontract.clock import HELSINKI
from subcontract.money import Money
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Bookings lie between these; another year is a broken figure."""
LONGEST_NAME: Final = 140
LONGEST_TEXT: Final = 500
LONGEST_ID: Final = 70
LONGEST_REFERENCE: Final = 35
MOST_BOOKINGS: Final = 100_000
NO_ID: Final = frozenset({"NOTPROVIDED", "NONREF"})
"""What banks write where they have no id of their own."""

AMOUNT: Final = N_("amount")
BOOKING_DAY: Final = N_("booking day")
VALUE_DAY: Final = N_("value day")
CURRENCY: Final = N_("currency")
DIRECTION: Final = N_("debit or credit")
STATUS: Final = N_("state of the booking")
ACCOUNT: Final = N_("account")
CORRECTION: Final = N_("mark of a correction")
KIND_OF_ROW: Final = N_("kind of the row")
LENGTH: Final = N_("length of the row")
BALANCE: Final = N_("balance")
SUMS: Final = N_("control sum")

DIGITS: Final = re.compile(r"[0-9]+", re.ASCII)
DECIMAL: Final = re.compile(r"\+?([0-9]{1,18}(\.[0-9]{0,8})?|\.[0-9]{1,8})", re.ASCII)
DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?", re.ASCII)
MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?", re.ASCII
)
RF_FORM: Final = re.compile(r"RF[0-9]{2}[0-9A-Z]{1,21}", re.ASCII)
CODE_OF_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)
BBAN_LENGTH: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a file something stands: the number of the booking, or of the row."""

    entry: int | None = None
    line: int | None = None

    def refused(self, part: str, code: Code = Code.BANK_FILE_FIELD) -> Refused:
        """The refusal of one part that stands here; ``part`` is a marked word."""
        facts = {"entry": self.entry, "line": self.line}
        return refuse(code, part=part, **{name: number for name, number in facts.items() if number})


def must_not_be_too_many(bookings: int) -> None:
    """Refuse more bookings than a statement can have, before they fill the memory."""
    if bookings > MOST_BOOKINGS:
        raise refuse(Code.BANK_FILE_TOO_MANY)


def plain_words(text: str, most: int) -> str:
    """Printable words on one line, at most ``most`` characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:most].rstrip()


def reference_of(text: str) -> str:
    """A reference as it is stored: national without leading noughts, RF as it is, without blanks."""
    close = "".join(text.split()).upper()
    if DIGITS.fullmatch(close):
        return close.lstrip("0")
    if RF_FORM.fullmatch(close):
        return close
    return plain_words(text, LONGEST_REFERENCE)


def own_id(text: str) -> str:
    """The bank's own id of a booking; empty when it gives none."""
    found = plain_words(text, LONGEST_ID)
    return "" if found.upper() in NO_ID else found


def decimal_amount(text: str, place: Place) -> Money:
    """An amount with a decimal point, never below nought."""
    if not DECIMAL.fullmatch(text):
        raise place.refused(AMOUNT)
    return _money(Decimal(text), place, AMOUNT)


def cents(text: str, place: Place, part: str = AMOUNT) -> Money:
    """An amount written as whole cents in a field of fixed width."""
    if not DIGITS.fullmatch(text):
        raise place.refused(part)
    return _money(Decimal(text).scaleb(-2), place, part)


def _money(amount: Decimal, place: Place, part: str) -> Money:
    try:
        return Money(amount)
    except Refused:
        raise place.refused(part) from None


def count(text: str, place: Place, part: str = SUMS) -> int:
    """How many, in a field of fixed width."""
    if not DIGITS.fullmatch(text):
        raise place.refused(part)
    return int(text)


def currency_of(text: str, place: Place) -> str:
    """Three letters."""
    if not CODE_OF_CURRENCY.fullmatch(text):
        raise place.refused(CURRENCY)
    return text


def iso_day(text: str, place: Place, part: str) -> date:
    """A day; of a moment the day in Finland."""
    try:
        if found := DAY.fullmatch(text):
            return _sensible(date.fromisoformat(found[1]), place, part)
        if MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text)
            local = moment if moment.tzinfo is None else moment.astimezone(HELSINKI)
            return _sensible(local.date(), place, part)
    except (ValueError, OverflowError):
        pass
    raise place.refused(part)


def short_day(text: str, place: Place, part: str) -> date:
    """A day as YYMMDD."""
    if DIGITS.fullmatch(text):
        year = int(text[:2])
        century = 1900 if year >= FIRST_YEAR % 100 else 2000
        try:
            return date(century + year, int(text[2:4]), int(text[4:6]))
        except ValueError:
            pass
    raise place.refused(part)


def short_day_or_none(text: str, place: Place, part: str) -> date | None:
    """A day as YYMMDD, or nothing when the field is blank or noughts."""
    return short_day(text, place, part) if text.strip(" 0") else None


def _sensible(day: date, place: Place, part: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise place.refused(part)
    return day


def iban_of(bban: str, place: Place) -> str:
    """The account in its international form, of the fourteen digits of the old files."""
    if len(bban) != BBAN_LENGTH or not DIGITS.fullmatch(bban):
        raise place.refused(ACCOUNT)
    # F is 15 and I is 18 when the check digits are counted (ISO 13616).
    return f"FI{98 - int(bban + '151800') % 97:02}{bban}"
