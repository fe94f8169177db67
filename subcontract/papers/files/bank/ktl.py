"""Reads incoming reference payments (KTL): rows of 90 characters, batches with a head and a sum.

After Finance Finland's description of incoming reference payments as a file.
"""

from dataclasses import dataclass, field
from typing import Final

from subcontract.invoicing.bank.bookings import Transaction
from subcontract.money import ZERO, Money
from subcontract.papers.files.bank.reading import (
    AMOUNT,
    BOOKING_DAY,
    CORRECTION,
    CURRENCY,
    KIND_OF_ROW,
    SUMS,
    VALUE_DAY,
    Place,
    cents,
    count,
    iban_of,
    must_not_be_too_many,
    own_id,
    plain_words,
    reference_of,
    short_day,
    short_day_or_none,
)
from subcontract.papers.files.bank.rows import rows, words_of
from subcontract.problems import Code

LENGTH_OF_ROW: Final = 90
HEAD, SUM = "0", "9"
PAYMENTS: Final = frozenset({"3", "5"})
"""A reference payment, and a direct debit, which has the same fields."""
DIRECT_DEBIT: Final = "5"
EURO: Final = "1"
CORRECTED: Final = "1"
NONE: Final = frozenset({"0", " "})
LONGEST_PAYER: Final = 12


@dataclass(slots=True)
class _Batch:
    """What has come since the head of a batch: payments and corrections apart, as the sum row counts them."""

    place: Place
    counts: list[int] = field(default_factory=lambda: [0, 0])
    sums: list[Money] = field(default_factory=lambda: [ZERO, ZERO])

    def take(self, amount: Money, *, correction: bool) -> None:
        self.counts[correction] += 1
        self.sums[correction] += amount

    def must_equal(self, row: str, place: Place) -> None:
        """Refuse a sum row that tells another count or sum."""
        told_counts = [count(row[1:7], place), count(row[18:24], place)]
        told_sums = [cents(row[7:18], place, SUMS), cents(row[24:35], place, SUMS)]
        if (told_counts, told_sums) != (self.counts, self.sums):
            raise place.refused(SUMS, Code.BANK_FILE_SUMS)


def read_ktl(text: str) -> tuple[Transaction, ...]:
    """Every payment of a file; refuses the whole file when a batch is not as its sum row says."""
    found: list[Transaction] = []
    batch: _Batch | None = None
    for place, row in rows(text, lambda _head, _place: LENGTH_OF_ROW):
        if row[0] == HEAD:
            _must_be_closed(batch)
            batch = _Batch(place)
        elif row[0] == SUM and batch is not None:
            batch.must_equal(row, place)
            batch = None
        elif row[0] in PAYMENTS:
            found.extend(_payment(row, place, batch))
            must_not_be_too_many(len(found))
        else:
            raise place.refused(KIND_OF_ROW)
    _must_be_closed(batch)
    return tuple(found)


def _must_be_closed(batch: _Batch | None) -> None:
    """A batch that was begun must have its sum row: without it the file was cut short."""
    if batch is not None:
        raise batch.place.refused(SUMS, Code.BANK_FILE_SUMS)


def _payment(row: str, place: Place, batch: _Batch | None) -> tuple[Transaction, ...]:
    """One payment; none of a direct debit that did not succeed."""
    amount = cents(row[77:87], place, AMOUNT)
    if row[87] not in NONE | {CORRECTED}:
        raise place.refused(CORRECTION)
    if row[0] == DIRECT_DEBIT and row[89] not in NONE:
        return ()
    correction = row[87] == CORRECTED
    if batch is not None:
        batch.take(amount, correction=correction)
    if row[75] != EURO:
        raise place.refused(CURRENCY)
    one = Transaction(
        booked=short_day(row[15:21], place, BOOKING_DAY),
        value=short_day_or_none(row[21:27], place, VALUE_DAY),
        amount=-amount if correction else amount,
        reference=reference_of(row[43:63]),
        payer=plain_words(words_of(row[63:75]), LONGEST_PAYER),
        archive_id=own_id(row[27:43]),
        account=iban_of(row[1:15], place),
    )
    return (one,)
