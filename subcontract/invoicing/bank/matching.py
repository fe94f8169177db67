"""Which invoice a booking pays: certain by its reference, otherwise a proposal with its ground."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final, Protocol

from subcontract.invoicing.bank.payables import EURO, Part, Payable, Payables
from subcontract.money import ZERO, Money, total

MOST_TO_COMBINE: Final = 10
"""So many open invoices of one customer are tried in every combination; of more only all together."""
NUMBERS: Final = re.compile(r"RF[0-9]{2}[0-9 ]{4,28}[0-9]|[0-9][0-9 ]{1,24}[0-9]", re.ASCII)


class Ground(StrEnum):
    """Why a booking is thought to pay an invoice."""

    REFERENCE = "reference"
    """It has the reference of an invoice of which something is open: certain."""
    PAID_ALREADY = "paid_already"
    """It has the reference of an invoice that has been paid."""
    CREDITED = "credited"
    """It has the reference of an invoice of which nothing is left after credit."""
    FOREIGN = "foreign"
    """It has the reference of an invoice, but is in another currency."""
    MESSAGE = "message"
    """The reference stands in its message."""
    NUMBER = "number"
    """The number of an invoice stands in its message, and the amount or the payer fits."""
    AMOUNT_AND_NAME = "amount_and_name"
    """The payer's name is the customer's, and the amount is what is open of one invoice."""
    SEVERAL = "several"
    """The amount is what is open of several invoices of the payer."""
    AMOUNT = "amount"
    """Only one open invoice has this amount; the name tells nothing."""
    NAME = "name"
    """The payer has one open invoice, of another amount."""
    GIVEN_BACK = "given_back"
    """Money went out, just so much as had been paid too much."""
    BATCH = "batch"
    """A sum of payments that another file told one by one: nothing of it is to be placed."""


class Told(Protocol):
    """What a match needs to know of a booking."""

    @property
    def currency(self) -> str:
        """Three letters."""

    @property
    def reference(self) -> str:
        """As the bank told it."""

    @property
    def payer(self) -> str:
        """Who stands on the other side."""

    @property
    def text(self) -> str:
        """The message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a booking belongs, and why."""

    ground: Ground
    parts: tuple[Part, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.ground is Ground.REFERENCE


def sure_match(told: Told, amount: Money, payables: Payables) -> Match | None:
    """The match of a booking by its reference; ``None`` when somebody must look at it.

    Too little and too much are as certain as the exact amount: the reference tells what is paid, and the
    invoice shows what stays open or is to be given back. What pays a settled invoice is not certain.
    """
    match = _by_reference(told, amount, payables)
    return match if match is not None and match.is_sure else None


def proposed_match(told: Told, amount: Money, payables: Payables) -> Match | None:
    """The likeliest match of a booking, or of what is left of one."""
    if not amount:
        return None
    if found := _by_reference(told, amount, payables):
        return found
    if told.currency != EURO:
        return None
    if amount < ZERO:
        return _given_back(told, amount, payables)
    for way in (_by_message, _by_amount_and_name, _by_several, _by_amount, _by_name):
        if found := way(told, amount, payables):
            return found
    return None


def _one(ground: Ground, invoice: Payable, amount: Money) -> Match:
    return Match(ground=ground, parts=(Part(invoice=invoice.id, amount=amount),))


def _by_reference(told: Told, amount: Money, payables: Payables) -> Match | None:
    """By the reference that the payer gave."""
    invoice = payables.by_reference(told.reference)
    if invoice is None or amount < ZERO:
        return None
    if told.currency != EURO:
        return _one(Ground.FOREIGN, invoice, invoice.left) if invoice.left > ZERO else None
    if invoice.left > ZERO:
        return _one(Ground.REFERENCE, invoice, amount)
    return _one(Ground.PAID_ALREADY if invoice.paid > ZERO else Ground.CREDITED, invoice, amount)


def _by_message(told: Told, amount: Money, payables: Payables) -> Match | None:
    """By a reference, or by the number of an invoice, in the message."""
    numbers = ["".join(found.split()) for found in NUMBERS.findall(f"{told.reference} {told.text}")]
    numbers += told.text.split()
    found = {one.id: one for number in numbers if (one := payables.by_reference(number)) and one.left > ZERO}
    if len(found) == 1:
        return _one(Ground.MESSAGE, next(iter(found.values())), amount)
    customers = payables.customers_of(told.payer)
    named = {one.id: one for number in numbers if (one := payables.by_number(number))}.values()
    fitting = [one for one in named if one.left == amount or one.customer in customers]
    return _one(Ground.NUMBER, fitting[0], amount) if len(fitting) == 1 else None


def _by_amount_and_name(told: Told, amount: Money, payables: Payables) -> Match | None:
    """By what is open of an invoice of the payer; of alike ones the oldest is paid first."""
    customers = payables.customers_of(told.payer)
    fitting = [one for one in payables.open_at(amount) if one.customer in customers]
    return _one(Ground.AMOUNT_AND_NAME, fitting[0], amount) if fitting else None


def _by_several(told: Told, amount: Money, payables: Payables) -> Match | None:
    """By several open invoices of the payer that come to the amount: all, or the only combination."""
    for customer in sorted(payables.customers_of(told.payer), key=lambda one: one.bytes):
        theirs = payables.open_of(frozenset({customer}))
        if len(theirs) > 1 and total(one.left for one in theirs) == amount:
            return _parts(theirs)
        if len(theirs) <= MOST_TO_COMBINE and len(found := _combinations(theirs, amount)) == 1:
            return _parts(found[0])
    return None


def _combinations(theirs: list[Payable], amount: Money) -> list[tuple[Payable, ...]]:
    """Every choice of at least two invoices that comes to an amount."""
    return [
        some
        for size in range(2, len(theirs))
        for some in combinations(theirs, size)
        if total(one.left for one in some) == amount
    ]


def _parts(invoices: Iterable[Payable]) -> Match:
    """Each invoice in full."""
    return Match(
        ground=Ground.SEVERAL, parts=tuple(Part(invoice=one.id, amount=one.left) for one in invoices)
    )


def _by_amount(_told: Told, amount: Money, payables: Payables) -> Match | None:
    """By the only open invoice with just that amount."""
    fitting = payables.open_at(amount)
    return _one(Ground.AMOUNT, fitting[0], amount) if len(fitting) == 1 else None


def _by_name(told: Told, amount: Money, payables: Payables) -> Match | None:
    """By the payer's only open invoice, in part or too much."""
    theirs = payables.open_of(payables.customers_of(told.payer))
    return _one(Ground.NAME, theirs[0], amount) if len(theirs) == 1 else None


def _given_back(told: Told, amount: Money, payables: Payables) -> Match | None:
    """Money that went out for an invoice that had been paid too much, by its reference or its amount."""
    invoice = payables.by_reference(told.reference)
    if invoice is not None and invoice.left < ZERO and amount >= invoice.left:
        return _one(Ground.GIVEN_BACK, invoice, amount)
    customers = payables.customers_of(told.payer)
    fitting = [one for one in payables.overpaid() if one.left == amount]
    named = [one for one in fitting if one.customer in customers]
    chosen = named or fitting
    return _one(Ground.GIVEN_BACK, chosen[0], amount) if len(chosen) == 1 else None
