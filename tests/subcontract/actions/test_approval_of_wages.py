"""What an approver saw is what is locked: a change before voids the approval, one after changes nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.ids import EntryId
from subcontract.money import Money
from subcontract.payout.lines import CARRY_RULE
from subcontract.payout.warnings import PayWarning
from subcontract.problems import Code, Refused
from tests.subcontract.actions.test_reopened_payouts import differences
from tests.subcontract.actions.test_wage_runs import NOVEMBER, OCTOBER, Office


def worked() -> Office:
    office = Office()
    office.work(date(2026, 10, 5))
    return office


def test_a_tax_card_that_changes_the_net_alone_voids_the_approval() -> None:
    office = worked()
    run = office.calculate(OCTOBER)

    def revise(books: Any) -> None:
        (card,) = books.pay.tax_cards.all()
        books.pay.tax_cards.save(replace(card, base=Decimal(20)))

    office.store.fill(revise)
    with pytest.raises(Refused) as refused:
        office.approve(run)
    assert refused.value.code is Code.AMOUNTS_CHANGED
    office.approve(office.calculate(OCTOBER))


def test_a_change_after_approval_leaves_it_as_it_was_and_comes_as_a_difference() -> None:
    office = worked()
    run = office.calculate(OCTOBER)
    office.approve(run)
    before = office.payouts(run)
    office.raise_pay("13", date(2026, 10, 1))
    with pytest.raises(Refused) as refused:
        office.calculate(OCTOBER)
    assert refused.value.code is Code.PERIOD_LOCKED
    assert office.payouts(run) == before
    office.work(date(2026, 11, 3))
    assert differences(office.pay(NOVEMBER)) == Money("4.46")


def test_a_result_below_zero_pays_nothing_and_is_shown_and_carried_on() -> None:
    office = worked()
    office.approve(office.calculate(OCTOBER))
    with office.store.open_lists() as lists:
        (entry,) = lists.entries.all()
    gone = replace(entry, id=EntryId(ids.new()), supersedes=entry.id, minutes=0, void=True, at=office.at)
    office.store.fill(lambda books: books.entries.add(gone))
    office.work(date(2026, 11, 3), 60)
    payout = office.pay(NOVEMBER)
    assert (payout.paid, payout.net) == (Money(0), Money(0))
    assert {PayWarning.CARRIED_OVER, PayWarning.CORRECTED} <= set(payout.warnings)
    (rest,) = (line for line in payout.lines if line.rule == CARRY_RULE)
    assert rest.amount == Money("40.14")
