"""A journal is the same when only what has not gone is read as when everything is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest

from subcontract import ids
from subcontract.actions.ledger_facts import ledger_facts, sales_facts
from subcontract.days import DateRange, Month
from subcontract.ids import InvoiceId, ReminderId, UnitId
from subcontract.invoicing.collecting.reminding import Reminder
from subcontract.invoicing.credits.crediting import CreditLine
from subcontract.invoicing.ledger.journal import vouchers_of
from subcontract.invoicing.ledger.ledger_control import control_of
from subcontract.invoicing.ledger.ledger_periods import coming
from subcontract.invoicing.records import Invoice
from subcontract.invoicing.terms import SalesAccount
from subcontract.money import Money, total
from tests import make
from tests.subcontract.actions.test_export_ledger import Books

YEAR = DateRange(date(2027, 1, 1), date(2027, 12, 31))


def must_be_as_of_everything(office: Books, period: DateRange) -> None:
    """Compare with a journal of every record there is."""
    with office.store.open_lists() as lists:
        few, every = ledger_facts(lists, make.UNIT, period), sales_facts(lists, make.UNIT)
    whole = coming(vouchers_of(every), period, few.exports)
    assert few.coming.now == whole.now
    assert few.coming.late == whole.late
    assert few.coming.older == whole.older
    before = total(
        one.owed
        for voucher in whole.gone
        for one in voucher.postings
        if one.account is SalesAccount.RECEIVABLES
    )
    assert few.control == control_of(whole, every.invoices, every.payments, before)
    assert few.control.agrees
    assert {one.id for one in few.invoices.invoices} <= {one.id for one in every.invoices}


def reminder(invoice: Invoice, step: int, at: datetime) -> Reminder:
    return Reminder(
        id=ReminderId(ids.new()),
        unit=make.UNIT,
        invoice=invoice.id,
        customer=invoice.customer,
        step=step,
        day=at.date(),
        due=at.date() + timedelta(days=14),
        principal=invoice.total,
        fee=Money("5.00"),
        interest=Money("1.20").times(step),
        total=invoice.total,
        by=make.MANAGER,
        at=at,
    )


@pytest.mark.parametrize("seed", range(8))
def test_a_year_is_booked_alike(seed: int) -> None:
    office, dice = Books(), Random(seed)
    invoices: list[Invoice] = []
    steps: dict[InvoiceId, int] = {}
    for month in range(1, 7):
        office.at = datetime(2027, month, 20, 8, tzinfo=UTC)
        for _ in range(dice.randint(1, 3)):
            office.work(
                pieces=dice.randint(500, 5000), date=office.at.date() - timedelta(days=dice.randrange(15))
            )
            invoices.append(office.issue(office.draft(Month(2027, month).days)))
        for one in dice.sample(invoices, min(2, len(invoices))):
            amount = dice.choice([one.total, Money("20.00"), one.total + Money("6.50")])
            office.pay(one, str(amount.amount), office.at.date() - timedelta(days=dice.randrange(40)))
        if dice.random() < 0.6:
            late = dice.choice(invoices)
            steps[late.id] = steps.get(late.id, 0) + 1
            sent = reminder(late, steps[late.id], office.at)
            office.store.fill(lambda books, sent=sent: books.invoicing.reminders.add(sent))  # type: ignore[misc]
        must_be_as_of_everything(office, Month(2027, month).days)
        if dice.random() < 0.7 and office.facts(Month(2027, month).days).coming.vouchers:
            office.export(Month(2027, month).days)
        credited = dice.choice(invoices)
        if dice.random() < 0.3 and credited.id not in steps:
            office.credit(credited, CreditLine(line=credited.lines[0].id))
            invoices.remove(credited)
        must_be_as_of_everything(office, YEAR)


def test_another_units_sales_do_not_come() -> None:
    office = Books()
    sold = office.sell()
    other = replace(make.unit(), id=UnitId(UUID(int=77)))
    office.store.fill(lambda books: books.units.add(other))
    with office.store.open_lists() as lists:
        assert ledger_facts(lists, other.id, sold.lines[0].supplied).coming.vouchers == ()
