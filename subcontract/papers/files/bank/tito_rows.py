"""Rows of the old account statement: a booking, and what the rows after it add to it."""

from dataclasses import dataclass, replace
from typing import Final

from subcontract.invoicing.bank.bookings import Transaction
from subcontract.papers.files.bank.reading import (
    AMOUNT,
    BOOKING_DAY,
    CORRECTION,
    DIRECTION,
    KIND_OF_ROW,
    LENGTH,
    LONGEST_NAME,
    LONGEST_TEXT,
    VALUE_DAY,
    Place,
    cents,
    own_id,
    plain_words,
    reference_of,
    short_day,
    short_day_or_none,
)
from subcontract.papers.files.bank.rows import words_of

LENGTH_OF_BOOKING: Final = 188
KINDS: Final = frozenset("1234")
"""A deposit, a withdrawal, and corrections of either."""
MESSAGE, NAME, SEPA = "00", "09", "11"
WIDTH: Final = 35
"""Width of a line of a message, and of most fields of the row about a payment in the euro area."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A booking or an item of one, and what the bank calls it."""

    told: Transaction
    level: int
    """0 for what is counted in the balance, above it for the items of what stands before."""
    named: str


def booking_row(row: str, place: Place) -> Row:
    """A booking of 188 characters."""
    if len(row) != LENGTH_OF_BOOKING:
        raise place.refused(LENGTH)
    if row[48] not in KINDS:
        raise place.refused(CORRECTION)
    if row[87] not in "+-":
        raise place.refused(DIRECTION)
    if not (row[187] == " " or row[187].isdecimal()):
        raise place.refused(KIND_OF_ROW)
    amount = cents(row[88:106], place, AMOUNT)
    named = plain_words(words_of(row[52:87]), LONGEST_TEXT)
    payer = plain_words(words_of(row[108:143]), LONGEST_NAME)
    reference = reference_of(row[159:179])
    told = Transaction(
        booked=short_day(row[30:36], place, BOOKING_DAY),
        value=short_day_or_none(row[36:42], place, VALUE_DAY),
        amount=-amount if row[87] == "-" else amount,
        reference=reference,
        payer=payer,
        # What the bank calls it helps only where nothing else tells what it is.
        text="" if payer or reference else named,
        archive_id=own_id(row[12:30]),
    )
    return Row(told=told, level=int(row[187].strip() or 0), named=named)


def with_extra(row: Row, extra: str) -> Row:
    """The booking with what a row after it adds: a message, the payer's name, a euro area's reference."""
    kind, told = extra[6:8], row.told
    if kind == MESSAGE:
        message = plain_words(words_of(" ".join(_fields(extra[8:]))), LONGEST_TEXT)
        before = "" if told.text == row.named else told.text
        told = replace(told, text=plain_words(f"{before} {message}", LONGEST_TEXT))
    elif kind == NAME and not told.payer:
        told = replace(told, payer=plain_words(words_of(extra[8 : 8 + WIDTH]), LONGEST_NAME))
    elif kind == SEPA:
        reference = reference_of(extra[8 : 8 + WIDTH])
        payer = plain_words(words_of(extra[183:253]), LONGEST_NAME)
        told = replace(told, reference=told.reference or reference, payer=told.payer or payer)
    return replace(row, told=told)


def _fields(text: str) -> list[str]:
    """Lines of a message."""
    return [text[at : at + WIDTH].strip() for at in range(0, len(text), WIDTH)]
