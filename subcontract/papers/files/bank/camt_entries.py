"""A booking of a camt file as transactions: its details each once, or the booking as one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from subcontract.invoicing.bank.bookings import Transaction
from subcontract.money import Money, total
from subcontract.papers.files.bank.reading import (
    AMOUNT,
    BOOKING_DAY,
    CORRECTION,
    DIRECTION,
    LONGEST_ID,
    LONGEST_NAME,
    LONGEST_TEXT,
    STATUS,
    VALUE_DAY,
    Place,
    currency_of,
    decimal_amount,
    iso_day,
    own_id,
    plain_words,
    reference_of,
)

BOOKED = "BOOK"
NOT_BOOKED: Final = frozenset({"PDNG", "INFO", "FUTR"})
CREDIT, DEBIT = "CRDT", "DBIT"
TRUE: Final = frozenset({"true", "1"})
FALSE: Final = frozenset({"", "false", "0"})
AMOUNTS: Final = ("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt")
"""Where a detail may tell its amount: the newer versions first, then by nearness to what was booked."""


class Part:
    """A part of the file that is being read: its name, currency, text and parts."""

    __slots__ = ("currency", "name", "parts", "texts")

    def __init__(self, name: str, currency: str = "") -> None:
        self.name = name
        self.currency = currency
        self.texts: list[str] = []
        self.parts: list[Part] = []

    @property
    def text(self) -> str:
        """Its own text."""
        return "".join(self.texts).strip()

    def all(self, way: str) -> "Iterator[Part]":
        """Every part at the end of a way of names: ``RmtInf/Ustrd``."""
        name, _, rest = way.partition("/")
        for part in self.parts:
            if part.name == name:
                yield from part.all(rest) if rest else (part,)

    def first(self, way: str) -> "Part | None":
        """The first part at the end of a way."""
        return next(self.all(way), None)

    def told(self, *ways: str) -> str:
        """The text of the first part that has one, along several ways."""
        return next((part.text for way in ways for part in self.all(way) if part.text), "")


def account_of(part: Part) -> str:
    """The account of a statement: its IBAN, or the id that it has instead."""
    return plain_words(part.told("Id/IBAN", "Id/Othr/Id"), LONGEST_ID).replace(" ", "")


def transactions_of(entry: Part, account: str, place: Place) -> list[Transaction]:
    """What a booking tells; nothing of one that is not booked yet.

    Money is what was booked on the account. Details stand in its place when their amounts, in the
    booking's own currency, come to exactly that; a single one may tell none. Otherwise the booking is kept
    as one and its details only lend their words: an amount is never made up, and none is lost.
    """
    if not _is_booked(entry, place):
        return []
    whole = _whole(entry, account, place)
    details = list(entry.all("NtryDtls/TxDtls"))
    if not details:
        return [whole.alone()]
    amounts = [whole.amount_of(detail) for detail in details]
    if len(details) == 1 and amounts[0] in {None, whole.amount}:
        return [whole.of(details[0], whole.amount)]
    told = [amount for amount in amounts if amount is not None]
    if len(told) < len(details) or total(told) != whole.amount:
        return [whole.gathered(details)]
    ids = _ids(details, whole.transaction.archive_id)
    return [
        whole.of(detail, amount, archive_id)
        for detail, amount, archive_id in zip(details, told, ids, strict=True)
    ]


def _is_booked(entry: Part, place: Place) -> bool:
    """Whether the money has moved; newer versions put the state one level deeper."""
    state = entry.told("Sts/Cd", "Sts")
    if state == BOOKED:
        return True
    if state in NOT_BOOKED or (not state and entry.told("Sts/Prtry")):
        return False
    raise place.refused(STATUS)


def _direction(part: Part, place: Place) -> int:
    """Which way the money went: the sign of what was booked, also when it takes an earlier booking back."""
    told = part.told("CdtDbtInd")
    if told not in {CREDIT, DEBIT}:
        raise place.refused(DIRECTION)
    return 1 if told == CREDIT else -1


def _is_reversal(entry: Part, place: Place) -> bool:
    told = entry.told("RvslInd")
    if told not in TRUE | FALSE:
        raise place.refused(CORRECTION)
    return told in TRUE


def _signed(amount: Money, direction: int) -> Money:
    return amount if direction > 0 else -amount


def _whole(entry: Part, account: str, place: Place) -> "_Whole":
    """What all details of a booking share."""
    amount = entry.first("Amt")
    direction = _direction(entry, place)
    if amount is None:
        raise place.refused(AMOUNT)
    value = entry.told("ValDt/Dt", "ValDt/DtTm")
    value_day = iso_day(value, place, VALUE_DAY) if value else None
    booked = entry.told("BookgDt/Dt", "BookgDt/DtTm")
    day = iso_day(booked, place, BOOKING_DAY) if booked else value_day
    if day is None:
        raise place.refused(BOOKING_DAY)
    transaction = Transaction(
        booked=day,
        value=value_day,
        amount=_signed(decimal_amount(amount.text, place), direction),
        currency=currency_of(amount.currency, place),
        archive_id=own_id(entry.told("AcctSvcrRef")),
        account=account,
    )
    return _Whole(
        entry=entry,
        transaction=transaction,
        direction=direction,
        reversal=_is_reversal(entry, place),
        place=place,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """A booking whose details are being read."""

    entry: Part
    transaction: Transaction
    direction: int
    reversal: bool
    place: Place

    @property
    def amount(self) -> Money:
        """What was booked, with its sign."""
        return self.transaction.amount

    def alone(self) -> Transaction:
        """The booking itself, in the bank's words."""
        return replace(self.transaction, text=plain_words(self.entry.told("AddtlNtryInf"), LONGEST_TEXT))

    def of(self, detail: Part, amount: Money, archive_id: str = "") -> Transaction:
        """A detail with an amount."""
        references = _references(detail)
        words = [part.text for part in detail.all("RmtInf/Ustrd")] + references[1:]
        text = " ".join(words) or detail.told("AddtlTxInf")
        if not (text or references):
            text = self.entry.told("AddtlNtryInf")
        return replace(
            self.transaction,
            amount=amount,
            reference=references[0] if references else "",
            payer=plain_words(self._payer(detail), LONGEST_NAME),
            text=plain_words(text, LONGEST_TEXT),
            archive_id=archive_id or own_id(detail.told("Refs/AcctSvcrRef")) or self.transaction.archive_id,
        )

    def gathered(self, details: list[Part]) -> Transaction:
        """The booking as one, with the payers and words of all its details to tell it by."""
        each = [self.of(detail, self.amount) for detail in details]
        payers = {one.payer for one in each}
        words = (f"{one.reference} {one.text}" for one in each)
        return replace(
            self.transaction,
            payer=payers.pop() if len(payers) == 1 else "",
            text=plain_words(" ".join(dict.fromkeys(words)), LONGEST_TEXT),
        )

    def amount_of(self, detail: Part) -> Money | None:
        """A detail's own amount with its sign, if it has one in the currency of the booking."""
        direction = _direction(detail, self.place) if detail.first("CdtDbtInd") else self.direction
        for way in AMOUNTS:
            part = detail.first(way)
            if part is not None and part.currency == self.transaction.currency:
                return _signed(decimal_amount(part.text, self.place), direction)
        return None

    def _payer(self, detail: Part) -> str:
        """Who stands on the other side; of what takes a booking back, who stood there then."""
        came = (self.direction > 0) is not self.reversal
        side = ("Dbtr", "UltmtDbtr") if came else ("Cdtr", "UltmtCdtr")
        return detail.told(*(f"RltdPties/{who}/{way}" for who in side for way in ("Nm", "Pty/Nm")))


def _references(detail: Part) -> list[str]:
    """The references of a detail; a payment has one, other countries' may have more."""
    found = (reference_of(part.text) for part in detail.all("RmtInf/Strd/CdtrRefInf/Ref"))
    return [reference for reference in found if reference]


def _ids(details: list[Part], whole: str) -> list[str]:
    """An id for each detail: its own where each has one, else the booking's with a number after it."""
    own = [own_id(detail.told("Refs/AcctSvcrRef")) for detail in details]
    if all(own) and len(set(own)) == len(own):
        return own
    return [f"{whole}/{number}" if whole else "" for number in range(1, len(own) + 1)]
