"""A wage month from calculation to a file that matched, and a reopened one, on every kind of storage."""

from datetime import date
from typing import Any, cast

import pytest

from subcontract.actions.make_hand_over import MakeHandOver, TickHandOver, make_hand_over, tick_hand_over
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.ids import HandOverId
from subcontract.money import total
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOverKind
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_pay
from tests.fakes import MemoryStore
from tests.paper_reading import texts
from tests.subcontract.actions.test_wage_runs import CLERK, NOVEMBER, OCTOBER, Office


@pytest.fixture
def office(store: Any) -> Office:
    job = make.job(number=1)

    def write(books: Any) -> None:
        books.units.add(make.unit())
        books.staff.add(make.staff())
        books.staff.add(make.staff(id=CLERK, name="Kalle Kassa", roles=frozenset({Role.CLERK})))
        books.customers.add(make.customer(id=job.customer, number=1))

    with store.open_books() as books:
        write(books)
        books.commit()
    return Office(store=cast("MemoryStore", Filling(store)), job=job)


class Filling:
    """Storage of any kind with ``fill``, as books in memory have it."""

    def __init__(self, store: Any) -> None:
        self.open_books, self.open_lists = store.open_books, store.open_lists

    def fill(self, write: Any) -> None:
        with self.open_books() as books:
            write(books)
            books.commit()


def test_a_reopened_wage_is_paid_by_the_next_run_and_the_others_by_the_bank(office: Office) -> None:
    other = make_pay.worker(2, identity_code="020594X903P")
    office.store.fill(lambda books: books.clients.add(other))
    office.store.fill(lambda books: books.pay.employments.add(make_pay.employment(other)))
    for client in (office.client, other):
        office.work(date(2026, 10, 5), client=client)
    run = office.calculate(OCTOBER)
    office.approve(run)
    mine, his = sorted(office.payouts(run), key=lambda one: one.client != office.client.id)
    office.do(reopen_payout, ReopenPayout(payout=mine.id, reason="Väärä palkka"))
    ask = MakeHandOver(pay_run=run.id, kind=HandOverKind.BANK_FILE, language="fi", texts_in=texts)
    made = office.do(make_hand_over, ask)
    assert made.facts == {"number": 1, "total": his.net}
    assert made.id is not None
    office.do(tick_hand_over, TickHandOver(hand_over=HandOverId(made.id), version=1))
    with pytest.raises(Refused) as paid:
        office.do(reopen_payout, ReopenPayout(payout=his.id, reason="x"))
    assert paid.value.code is Code.ALREADY_PAID
    (again,) = office.payouts(office.calculate(NOVEMBER, Ledger.WAGE))
    assert (again.client, again.taxable) == (office.client.id, mine.taxable)
    with office.store.open_lists() as lists:
        (handed,) = lists.pay.hand_overs.where(pay_run=run.id)
        paper = lists.papers.find(handed.id, handed.kind)
    assert handed.ticked_by == make.MANAGER
    assert paper is not None
    assert his.id.hex.encode() in paper.content
    assert total([handed.total]) == his.net
