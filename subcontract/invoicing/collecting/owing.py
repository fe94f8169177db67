"""What customers owe on a day, invoice by invoice, and how late it is: a state of a day, never stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from subcontract.ids import CustomerId, InvoiceId
from subcontract.invoicing.collecting.ages import Age, age_of
from subcontract.invoicing.records import InvoiceKind
from subcontract.invoicing.states import Settled, open_sum
from subcontract.money import ZERO, Money, total


class Owed(Protocol):
    """The head of an invoice: what an open item is read from."""

    @property
    def id(self) -> InvoiceId:
        """Which one."""

    @property
    def kind(self) -> InvoiceKind:
        """An invoice or a credit note."""

    @property
    def number(self) -> int:
        """As on the paper."""

    @property
    def customer(self) -> CustomerId:
        """Who owes."""

    @property
    def day(self) -> date:
        """When it was issued."""

    @property
    def due(self) -> date:
        """The last day to pay."""

    @property
    def reference(self) -> str:
        """What it is paid by."""

    @property
    def total(self) -> Money:
        """What the paper says, VAT included."""

    @property
    def settled(self) -> Settled:
        """What was credited, paid, and charged by reminders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One invoice of which something is open."""

    invoice: InvoiceId
    number: int
    day: date
    due: date
    reference: str
    total: Money
    credited: Money
    paid: Money
    charged: Money
    """Fees, interest and compensation that reminders have demanded and nobody has paid."""
    left: Money
    """What is to be paid of it, charges included; below nought what is to be given back."""
    late: int
    """Days after the due day; nought before it."""

    @property
    def age(self) -> Age:
        """How long ago it was due."""
        return age_of(self.late)


def open_items(heads: Iterable[Owed], today: date) -> tuple[OpenItem, ...]:
    """What is open of some invoices, by due day; what is paid or credited in full is left out."""
    found = (_item(head, today) for head in heads if head.kind is InvoiceKind.INVOICE)
    return tuple(sorted((one for one in found if one.left), key=lambda one: (one.due, one.number)))


def _item(head: Owed, today: date) -> OpenItem:
    """One invoice; money pays the invoice itself first, then what reminders charged."""
    settled = head.settled
    left = open_sum(head, settled)
    over = settled.paid + settled.credited - head.total
    charged = max(ZERO, settled.charged - max(ZERO, over)) if left >= ZERO and settled.charged else ZERO
    is_credited = not left and not settled.paid and settled.credited
    charged = ZERO if is_credited else charged
    return OpenItem(
        invoice=head.id,
        number=head.number,
        day=head.day,
        due=head.due,
        reference=head.reference,
        total=head.total,
        credited=settled.credited,
        paid=settled.paid,
        charged=charged,
        left=left + charged,
        late=max(0, (today - head.due).days) if left + charged > ZERO else 0,
    )


def by_customer(heads: Iterable[Owed], today: date) -> dict[CustomerId, tuple[OpenItem, ...]]:
    """Open items of each customer that has some."""
    groups: dict[CustomerId, list[Owed]] = {}
    for head in heads:
        groups.setdefault(head.customer, []).append(head)
    found = {customer: open_items(theirs, today) for customer, theirs in groups.items()}
    return {customer: items for customer, items in found.items() if items}


def by_age(items: Iterable[OpenItem]) -> Mapping[Age, Money]:
    """The sums of each age; together they are all that is open."""
    kept = tuple(items)
    return {age: total(one.left for one in kept if one.age is age) for age in Age}
