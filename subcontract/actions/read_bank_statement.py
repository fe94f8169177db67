"""Takes what a bank's file told: bookings are kept, and those that are certain become payments at once."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256

from subcontract import ids
from subcontract.actions.act import Done, Kind, Permission, Step, Worker, unseen
from subcontract.actions.booking_facts import payables_by_reference, told_elsewhere
from subcontract.clock import Clock
from subcontract.ids import BankFileId, BookingId
from subcontract.invoicing.bank.bookings import BankFile, BankFormat, Booking, Transaction
from subcontract.invoicing.bank.matching import sure_match
from subcontract.invoicing.bank.payables import EURO, Payables
from subcontract.invoicing.bank.placing import alike_key, keys_of, payments_of
from subcontract.money import Money, total
from subcontract.papers.files.bank import read_bank_file
from subcontract.papers.files.bank.reading import plain_words
from subcontract.ports import Books

LONGEST_FILE_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBankStatement:
    """A file that has been read; its bytes are told by their digest."""

    name: str
    digest: str
    form: BankFormat
    transactions: tuple[Transaction, ...] = field(repr=False)
    step: Step = field(default=unseen, repr=False, compare=False)
    id: BankFileId = field(default_factory=lambda: BankFileId(ids.new()))


def statement_of(name: str, data: bytes, step: Step = unseen) -> ReadBankStatement:
    """The ask of a file's bytes; refuses what cannot be read (``bank_file_...``) before anything is done."""
    reading = read_bank_file(data, step)
    return ReadBankStatement(
        name=plain_words(name, LONGEST_FILE_NAME),
        digest=sha256(data).hexdigest(),
        form=reading.form,
        transactions=reading.transactions,
    )


def read_bank_statement(ask: ReadBankStatement, books: Books, clock: Clock, who: Worker) -> Done:
    """Keep the file and its new bookings; pay at once what has the reference of an open invoice.

    The same bytes do nothing, and a booking that another file has told is kept once. A reference payment
    that a file of another kind has told with the same day, amount and account is the same payment.
    """
    who.must_be_allowed(Permission.RECORD_PAYMENTS)
    before = books.invoicing.bank_files.where(unit=who.unit, digest=ask.digest)
    if before:
        return Done(changed=frozenset(), id=before[0].id, facts={"read_at": before[0].read_at})
    file = BankFile(
        id=ask.id,
        unit=who.unit,
        name=ask.name,
        digest=ask.digest,
        form=ask.form,
        count=len(ask.transactions),
        total=total(one.amount for one in ask.transactions if one.currency == EURO),
        read_by=who.staff,
        read_at=clock.now(),
    )
    books.invoicing.bank_files.add(file)
    bookings = _new_bookings(ask, books, who)
    matched = _pay(bookings, ask.step, books, clock, who)
    return Done(
        changed=frozenset({Kind.BOOKINGS, Kind.INVOICES}),
        id=file.id,
        facts={
            "number": file.count,
            "total": file.total,
            "known": file.count - len(bookings),
            "matched": len(matched),
            "paid": total(matched),
        },
    )


def _new_bookings(ask: ReadBankStatement, books: Books, who: Worker) -> tuple[Booking, ...]:
    """Bookings of the file that no other file has told, in their order."""
    keys = keys_of(ask.transactions)
    known = {one.key for one in books.invoicing.bookings.where(unit=who.unit, key=keys)} if keys else set()
    elsewhere = told_elsewhere(books, who.unit, ask.form, ask.transactions)
    met: Counter[object] = Counter()
    new = []
    for one, key in zip(ask.transactions, keys, strict=True):
        common = alike_key(one.booked, one.amount, one.reference, one.account)
        met[common] += 1
        if key in known or (common is not None and met[common] <= elsewhere[common]):
            continue
        known.add(key)
        new.append(_booking(one, key, ask, who))
    return tuple(new)


def _booking(one: Transaction, key: str, ask: ReadBankStatement, who: Worker) -> Booking:
    return Booking(
        id=BookingId(ids.new()),
        unit=who.unit,
        file=ask.id,
        day=one.booked,
        value_day=one.value,
        amount=one.amount,
        currency=one.currency,
        reference=one.reference,
        payer=one.payer,
        text=one.text,
        archive_id=one.archive_id,
        account=one.account,
        key=key,
    )


def _pay(bookings: tuple[Booking, ...], step: Step, books: Books, clock: Clock, who: Worker) -> list[Money]:
    """Store the bookings and the payments that are certain; the amounts of those."""
    payables = Payables(payables_by_reference(books, who.unit, (one.reference for one in bookings)))
    today, paid = clock.today(), []
    for number, booking in enumerate(bookings):
        step(number, len(bookings))
        books.invoicing.bookings.add(booking)
        match = sure_match(booking, booking.amount, payables) if booking.day <= today else None
        if match is not None:
            payables.take(match.parts)
            for payment in payments_of(booking, match.parts, 0, by=who.staff, at=clock.now()):
                books.payments.add(payment)
                paid.append(payment.amount)
    return paid
