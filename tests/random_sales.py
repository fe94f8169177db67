"""Random invoices, credit notes and payments, the same for the same seed."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from subcontract.days import DateRange
from subcontract.ids import InvoiceId, InvoiceLineId, JobId, PaymentId, ReminderId
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, LineKind
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.money import Money
from tests import make
from tests.make_papers import invoice, invoice_line, seller

VATS = ("25.5", "13.5", "10", "E", "AE", "Z")
START = datetime(2026, 1, 1, 9, tzinfo=UTC)
JOBS = tuple(JobId(UUID(int=70 + at)) for at in range(5))
SELLERS = (seller(), seller(vat_id=""))


def moment(dice: random.Random) -> datetime:
    """Some minute of the year."""
    return START + timedelta(minutes=dice.randrange(500_000))


def line_of(dice: random.Random) -> InvoiceLine:
    """Some line; now and then a discount of the whole or a prepayment and its deduction."""
    amounts = LineAmounts(
        quantity=Decimal(dice.randint(1, 9999)).scaleb(-2),
        unit_price=Decimal(dice.randint(1, 99_999)).scaleb(-4),
        discount=Decimal(dice.choice((0, 0, 0, 5, 33))),
        vat=dice.choice(VATS),
    )
    kind = dice.choice((LineKind.WORK, LineKind.WORK, LineKind.CHARGE, LineKind.PREPAYMENT))
    return replace(
        invoice_line(),
        id=InvoiceLineId(UUID(int=dice.getrandbits(128))),
        kind=kind,
        job=dice.choice((None, *JOBS)) if kind is LineKind.WORK else None,
        quantity=amounts.quantity,
        unit_price=amounts.unit_price,
        discount=amounts.discount,
        vat=amounts.vat,
        net=line_net(amounts),
    )


def with_deduction(lines: tuple[InvoiceLine, ...], dice: random.Random) -> tuple[InvoiceLine, ...]:
    """The same lines, now and then with a part taken off the first."""
    if dice.random() > 0.1:
        return lines
    first = lines[0]
    less = Money.of_cents(-(first.net.cents // 3))
    taken = replace(
        first, id=InvoiceLineId(UUID(int=dice.getrandbits(128))), kind=LineKind.DEDUCTION, net=less
    )
    return (*lines, taken)


def sale(dice: random.Random, number: int) -> Invoice:
    """Some invoice, or a credit note."""
    at = moment(dice)
    made = with_deduction(tuple(line_of(dice) for _ in range(dice.randint(1, 4))), dice)
    return invoice(
        *made,
        id=InvoiceId(UUID(int=dice.getrandbits(128))),
        number=number,
        kind=dice.choices((InvoiceKind.INVOICE, InvoiceKind.CREDIT_NOTE), (9, 1))[0],
        day=at.date(),
        due=at.date() + timedelta(days=14),
        at=at,
        seller=dice.choice(SELLERS),
    )


def payments(of: Invoice, dice: random.Random) -> list[Payment]:
    """Some payments of an invoice: parts, too much, given back, taken back."""
    made: list[Payment] = []
    at = of.at
    for _ in range(dice.randint(0, 4)):
        at += timedelta(days=dice.randint(1, 30))
        cents = dice.choice(
            (of.total.cents, of.total.cents // 2, of.total.cents + 1000, -1 - dice.randrange(500))
        )
        if not cents:
            continue
        made.append(
            make.payment(
                id=PaymentId(UUID(int=dice.getrandbits(128))),
                invoice=of.id,
                day=at.date(),
                at=at,
                amount=Money.of_cents(cents),
            )
        )
        if dice.random() < 0.2:
            last = made[-1]
            made.append(
                replace(
                    last,
                    id=PaymentId(UUID(int=dice.getrandbits(128))),
                    amount=-last.amount,
                    reverses=last.id,
                    at=last.at + timedelta(hours=1),
                )
            )
    return made


def reminder(of: Invoice, day: date, step: int = 1, **fields: object) -> Reminder:
    """A reminder of five euros and one euro of interest."""
    default = Reminder(
        id=ReminderId(UUID(int=of.id.int ^ step)),
        unit=of.unit,
        invoice=of.id,
        customer=of.customer,
        step=step,
        day=day,
        due=day + timedelta(days=14),
        principal=of.total,
        fee=Money("5.00"),
        interest=Money("1.00"),
        interest_to=day,
        total=of.total + Money("6.00"),
        by=of.by,
        at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
    )
    return replace(default, **fields)  # type: ignore[arg-type]


YEAR = DateRange(date(2026, 1, 1), date(2026, 12, 31))
