"""What has become of a booking: what tells it from others, and what of it is still to be placed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import sha256

from subcontract import ids
from subcontract.ids import PaymentId, StaffId
from subcontract.invoicing.bank.bookings import Booking, Transaction
from subcontract.invoicing.bank.payables import EURO, Part, national
from subcontract.invoicing.payments import Payment, PaymentSource
from subcontract.money import ZERO, Money

LONGEST_WORDS = 200
DIGITS_OF_KEY = 20
ACCOUNT_DIGITS = 14


def keys_of(transactions: Sequence[Transaction]) -> tuple[str, ...]:
    """What tells each transaction from every other, in whichever file it comes again.

    With the bank's own id it is that id and the facts: some banks give one id to all parts of a batch.
    Without, it is the facts and the place among those alike in the file: a day's file is whole.
    """
    seen: Counter[str] = Counter()
    found = []
    for one in transactions:
        facts = _facts(one)
        if not one.archive_id:
            seen[facts] += 1
            facts = f"{facts}/{seen[facts]}"
        found.append(f"{one.archive_id}:{sha256(facts.encode()).hexdigest()[:DIGITS_OF_KEY]}")
    return tuple(found)


def _facts(one: Transaction) -> str:
    """What a booking says of itself; with an id the words may differ from file to file."""
    told = [one.account, one.booked.isoformat(), str(one.amount), one.currency, one.reference]
    if not one.archive_id:
        told += [one.payer, one.text]
    return "\x1f".join(told)


Alike = tuple[date, Money, str, str]


def alike_key(day: date, amount: Money, reference: str, account: str) -> Alike | None:
    """What a reference payment has in common in files of every kind; ``None`` without a reference."""
    close = national(reference)
    return (day, amount, close, account[-ACCOUNT_DIGITS:]) if close else None


def left_of(booking: Booking, placed: Money) -> Money:
    """What of a booking is still to be placed; money of another currency is placed all at once."""
    if booking.currency == EURO:
        return booking.amount - placed
    return ZERO if placed else booking.amount


def is_waiting(booking: Booking, placed: Money) -> bool:
    """Whether somebody must still say what a booking is."""
    return not booking.set_aside and bool(left_of(booking, placed))


def words_of(booking: Booking, most: int) -> str:
    """The payer and the message in the bank's words."""
    return " · ".join(part for part in (booking.payer, booking.text) if part)[:most].rstrip(" ·")


def payments_of(
    booking: Booking, parts: Sequence[Part], before: int, *, by: StaffId, at: datetime
) -> tuple[Payment, ...]:
    """The payments of a booking's parts; ``before`` payments of it have been made already.

    Each has an id of its own for ever: the booking's key, with a number after it from the second on.
    """
    return tuple(
        Payment(
            id=PaymentId(ids.new()),
            unit=booking.unit,
            invoice=part.invoice,
            day=booking.day,
            amount=part.amount,
            source=PaymentSource.BANK,
            reference=booking.reference,
            payer=words_of(booking, LONGEST_WORDS),
            archive_id=booking.key if number == 1 else f"{booking.key}/{number}",
            booking=booking.id,
            by=by,
            at=at,
        )
        for number, part in enumerate(parts, start=before + 1)
    )


def days_of(transactions: Iterable[Transaction]) -> tuple[date, date] | None:
    """The first and the last booking day."""
    days = sorted(one.booked for one in transactions)
    return (days[0], days[-1]) if days else None
