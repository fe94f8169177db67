"""Adds and removes typed lines of a wage month: sick pay, fees, bus tickets, kilometres."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from subcontract import ids
from subcontract.actions.act import Done, Permission, Worker
from subcontract.actions.pay_records import drop, keep
from subcontract.clock import Clock
from subcontract.days import Month
from subcontract.ids import ClientId, PayItemId
from subcontract.money import ZERO, Money
from subcontract.payout.wage_records import PayCode, PayItem
from subcontract.ports import Books
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPayItem:
    """What is to be paid; without a sum it is reckoned of quantity and rate."""

    client: ClientId
    month: Month
    """The pay run's month."""
    day: date
    kind: PayCode
    text: str = ""
    minutes: int = 0
    quantity: Decimal = Decimal(0)
    rate: Decimal = Decimal(0)
    """Of kilometres the unit's own rate when left out."""
    amount: Money = ZERO
    id: PayItemId = field(default_factory=lambda: PayItemId(ids.new()))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePayItem:
    """A line typed by mistake."""

    item: PayItemId


def add_pay_item(ask: AddPayItem, books: Books, clock: Clock, who: Worker) -> Done:
    """Add a line to a month that is not approved yet; its sum is told in ``facts``.

    Refuses every fault beside its field, pay on a day without an agreement (``no_employment``), and an
    approved month (``period_locked``): the line then belongs to the next one.
    """
    who.must_be_allowed(Permission.CALCULATE_PAY)
    item = PayItem(
        id=ask.id,
        unit=who.unit,
        client=ask.client,
        month=ask.month,
        day=ask.day,
        kind=ask.kind,
        text=ask.text,
        minutes=ask.minutes,
        quantity=ask.quantity,
        rate=ask.rate,
        amount=ask.amount,
        by=who.staff,
        at=clock.now(),
    )
    done = keep(item, books, clock, who, name=N_("adding of a pay line"))
    return replace(done, facts={**done.facts, "amount": books.pay.pay_items.get(ask.id).amount})


def remove_pay_item(ask: RemovePayItem, books: Books, _clock: Clock, who: Worker) -> Done:
    """Take a line away; refuses one of an approved month (``period_locked``)."""
    who.must_be_allowed(Permission.CALCULATE_PAY)
    return drop(books.pay.pay_items.get(ask.item), books, who, name=N_("removal of a pay line"))
