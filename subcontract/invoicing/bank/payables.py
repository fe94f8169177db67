"""Issued invoices as bookings are matched with them: by reference, number, amount and whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from subcontract.codes import read_reference
from subcontract.ids import CustomerId, InvoiceId
from subcontract.money import ZERO, Money
from subcontract.people.likeness import alike, plain_name
from subcontract.problems import Refused

EURO: Final = "EUR"
SHORTEST_NAME: Final = 6
"""From this length the beginning of a name tells whose it is: the old files cut names at twelve letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payable:
    """An issued invoice, and how far it has been settled."""

    id: InvoiceId
    number: int
    customer: CustomerId
    name: str
    """Whom the paper is addressed to."""
    reference: str
    total: Money
    credited: Money = ZERO
    paid: Money = ZERO

    @property
    def left(self) -> Money:
        """What is open; below nought what is to be given back."""
        return self.total - self.credited - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """So much of a booking goes to an invoice."""

    invoice: InvoiceId
    amount: Money


def national(reference: str) -> str:
    """The national form of either form of a reference; empty when it is none of ours."""
    try:
        return read_reference(reference).national
    except Refused:
        return ""


class Payables:
    """Invoices that bookings are matched with; what is placed is counted off at once."""

    def __init__(self, payables: Iterable[Payable]) -> None:
        """Keep them by reference and by number, those that are open apart, oldest number first."""
        self._by_id = {one.id: one for one in sorted(payables, key=lambda one: one.number)}
        self._by_reference = {one.reference: one.id for one in self._by_id.values()}
        self._by_number = {str(one.number): one.id for one in self._by_id.values()}
        lefts = ((one.id, one.left) for one in self._by_id.values())
        self._open = {id: left for id, left in lefts if left > ZERO}  # noqa: A001 - the field's own name
        self._known = {(one.customer, one.name): plain_name(one.name) for one in self._by_id.values()}
        self._names: dict[str, frozenset[CustomerId]] = {}

    def take(self, parts: Iterable[Part]) -> None:
        """Count off what is paid."""
        for part in parts:
            one = self._by_id[part.invoice]
            paid = replace(one, paid=one.paid + part.amount)
            self._by_id[one.id] = paid
            if paid.left > ZERO and one.id in self._open:
                self._open[one.id] = paid.left
            else:
                self._open.pop(one.id, None)

    def by_reference(self, reference: str) -> Payable | None:
        """The invoice of a reference in either form."""
        found = self._by_reference.get(national(reference)) if reference else None
        return None if found is None else self._by_id[found]

    def by_number(self, number: str) -> Payable | None:
        """The open invoice of a number."""
        found = self._by_number.get(number)
        return self._by_id[found] if found in self._open else None

    def open_of(self, customers: frozenset[CustomerId]) -> list[Payable]:
        """What is open of some customers, oldest number first."""
        if not customers:
            return []
        return [one for one in map(self._by_id.__getitem__, self._open) if one.customer in customers]

    def open_at(self, amount: Money) -> list[Payable]:
        """Those of which just so much is open, oldest number first."""
        return [self._by_id[one] for one, left in self._open.items() if left == amount]

    def overpaid(self) -> list[Payable]:
        """Those of which something is to be given back."""
        return [one for one in self._by_id.values() if one.left < ZERO]

    def customers_of(self, payer: str) -> frozenset[CustomerId]:
        """Customers who may be meant by the payer's name."""
        if payer not in self._names:
            plain = plain_name(payer)
            self._names[payer] = frozenset(
                customer for (customer, _), name in self._known.items() if plain and _same(plain, name)
            )
        return self._names[payer]


def _same(plain: str, name: str) -> bool:
    """Whether a payer's name, perhaps cut short, is this one; both without company forms."""
    if len(plain) >= SHORTEST_NAME and name.startswith(plain):
        return True
    if len(plain) != len(name) and plain[:2] != name[:2] and plain[-2:] != name[-2:]:
        return False  # neither other words' order nor a single slip: most names end here
    return alike(plain, name)
