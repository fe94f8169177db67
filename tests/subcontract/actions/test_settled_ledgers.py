"""What one ledger has settled stays there: a change of form or of typed lines pays nothing twice or never."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from subcontract.actions.act import Done
from subcontract.actions.pay_items import AddPayItem, RemovePayItem, add_pay_item, remove_pay_item
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.days import DateRange, Month
from subcontract.money import Money, total
from subcontract.payout.lines import DIFFERENCE_RULE
from subcontract.payout.records import Ledger, Payout
from subcontract.payout.wage_records import PayCode
from subcontract.people.client import Client, FormOfWork, FormOfWorkSpan, TariffClassSpan
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make_pay
from tests.subcontract.actions.test_wage_runs import NOVEMBER, OCTOBER, Office


@pytest.fixture
def office() -> Office:
    """An office whose one person works on allowance; what is agreed of employment is not in force yet."""
    office = Office()
    spans = (TariffClassSpan(days=make_pay.YEAR, tariff_class="A"),)
    change(office, forms=make_pay.forms(FormOfWork.ALLOWANCE), tariff_classes=spans)
    return office


def change(office: Office, **fields: Any) -> None:
    """Change the person; the act tells the log of it, as ``save_client`` does."""

    def write(ask: object, books: Any, clock: object, who: object) -> Done:
        office.client = books.clients.save(replace(office.client, **fields))
        return Done(changed=frozenset(), id=office.client.id)

    office.do(write, None)


def settled(office: Office, ledger: Ledger) -> Payout:
    """October, calculated and approved."""
    run = office.calculate(OCTOBER, ledger)
    office.approve(run)
    (payout,) = office.payouts(run)
    return payout


def paid(office: Office, month: Any, ledger: Ledger) -> Money:
    return total(payout.paid for payout in office.payouts(office.calculate(month, ledger)))


def november(office: Office, ledger: Ledger, client: Client) -> Payout:
    """The next run, in which somebody else of the ledger is sure to be paid."""
    payouts = office.payouts(office.calculate(NOVEMBER, ledger))
    return next(one for one in payouts if one.client == client.id)


def ticket(office: Office, amount: str = "20.00", kind: PayCode = PayCode.BUS_TICKET) -> AddPayItem:
    ask = AddPayItem(
        client=office.client.id, month=OCTOBER, day=date(2026, 10, 6), kind=kind, amount=Money(amount)
    )
    office.do(add_pay_item, ask, Role.CLERK)
    return ask


# --- days ------------------------------------------------------------------------------------


def test_days_paid_as_allowance_are_not_taken_back_when_an_employment_is_told_of_later(
    office: Office,
) -> None:
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 6))
    allowance = settled(office, Ledger.ALLOWANCE)
    change(office, forms=make_pay.forms(FormOfWork.EMPLOYMENT))
    office.work(date(2026, 10, 7))
    assert allowance.paid == Money(16)
    assert paid(office, OCTOBER, Ledger.WAGE) == Money("53.52")  # of the third day alone
    other = make_pay.worker(2, FormOfWork.ALLOWANCE, tariff_classes=office.client.tariff_classes)
    office.store.fill(lambda books: books.clients.add(other))
    office.work(date(2026, 11, 2), client=other)
    payouts = office.payouts(office.calculate(NOVEMBER, Ledger.ALLOWANCE))
    assert [payout.client for payout in payouts] == [other.id]


def test_hours_paid_as_wage_are_not_taken_back_when_the_form_is_changed_later(office: Office) -> None:
    change(office, forms=make_pay.forms(FormOfWork.EMPLOYMENT))
    office.work(date(2026, 10, 5))
    office.work(date(2026, 11, 2))
    wage = settled(office, Ledger.WAGE)
    change(office, forms=make_pay.forms(FormOfWork.ALLOWANCE))
    item = AddPayItem(
        client=office.client.id,
        month=NOVEMBER,
        day=date(2026, 11, 3),
        kind=PayCode.SICK_PAY,
        amount=Money(10),
    )
    office.do(add_pay_item, item, Role.CLERK)
    payout = november(office, Ledger.WAGE, office.client)
    assert wage.paid == Money("53.52")
    assert [line for line in payout.lines if line.rule == DIFFERENCE_RULE] == []


def test_what_a_run_has_not_been_approved_for_is_not_paid_elsewhere(office: Office) -> None:
    change(office, forms=make_pay.forms(FormOfWork.EMPLOYMENT))
    office.work(date(2026, 10, 5))
    office.calculate(OCTOBER)
    change(office, forms=make_pay.forms(FormOfWork.ALLOWANCE))
    assert settled(office, Ledger.ALLOWANCE).paid == Money(8)
    with pytest.raises(Refused) as nothing:
        office.calculate(OCTOBER)
    assert nothing.value.code is Code.NOTHING_TO_DO


def test_wage_work_told_later_does_not_take_an_allowance_that_stays(office: Office) -> None:
    office.work(date(2026, 10, 5))
    settled(office, Ledger.ALLOWANCE)
    change(office, forms=make_pay.forms(FormOfWork.EMPLOYMENT))
    office.work(date(2026, 10, 5))  # the same day, and the setting is wage alone
    assert paid(office, OCTOBER, Ledger.WAGE) == Money("53.52")
    with pytest.raises(Refused) as nothing:
        office.calculate(NOVEMBER, Ledger.ALLOWANCE)
    assert nothing.value.code is Code.NOTHING_TO_DO


def test_days_of_another_form_come_although_the_run_had_paid_the_same_person(office: Office) -> None:
    spans = [
        FormOfWorkSpan(days=DateRange(date(2026, 1, 1), date(2026, 10, 15)), form=FormOfWork.ALLOWANCE),
        FormOfWorkSpan(days=DateRange(date(2026, 10, 16)), form=FormOfWork.EMPLOYMENT),
    ]
    change(office, forms=tuple(spans))
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 19))
    assert settled(office, Ledger.ALLOWANCE).paid == Money(8)
    change(office, forms=make_pay.forms(FormOfWork.ALLOWANCE))
    assert november(office, Ledger.ALLOWANCE, office.client).paid == Money(8)


@pytest.mark.parametrize("first", list(Ledger))
def test_days_of_a_reopened_payout_move_to_the_ledger_of_their_form(office: Office, first: Ledger) -> None:
    other = make_pay.worker(2, FormOfWork.ALLOWANCE, tariff_classes=office.client.tariff_classes)
    office.store.fill(lambda books: books.clients.add(other))
    forms = [make_pay.forms(form) for form in (FormOfWork.ALLOWANCE, FormOfWork.EMPLOYMENT)]
    amounts = {Ledger.ALLOWANCE: Money(8), Ledger.WAGE: Money("53.52")}
    then = Ledger.WAGE if first is Ledger.ALLOWANCE else Ledger.ALLOWANCE
    change(office, forms=forms[first is Ledger.WAGE])
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 6), client=other)
    run = office.calculate(OCTOBER, first)
    office.approve(run)
    wrong = next(one for one in office.payouts(run) if one.client == office.client.id)
    change(office, forms=forms[first is Ledger.ALLOWANCE])
    office.approve(office.calculate(OCTOBER, then))
    office.do(reopen_payout, ReopenPayout(payout=wrong.id, reason="Työsuhde"), Role.CLERK)
    assert november(office, then, office.client).paid == amounts[then]


def test_work_whose_form_is_agreed_after_the_run_comes_with_the_next_one(office: Office) -> None:
    other = make_pay.worker(2)

    def employ(books: Any) -> None:
        books.clients.add(other)
        books.pay.employments.add(make_pay.employment(other))

    office.store.fill(employ)
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 5), client=other)
    office.approve(office.calculate(OCTOBER))  # pays the other one alone
    change(office, forms=make_pay.forms(FormOfWork.EMPLOYMENT))
    payout = november(office, Ledger.WAGE, office.client)
    assert payout.paid == Money("53.52")


def test_days_whose_form_becomes_allowance_after_the_run_come_with_the_next_one(office: Office) -> None:
    other = make_pay.worker(2, FormOfWork.ALLOWANCE, tariff_classes=office.client.tariff_classes)
    office.store.fill(lambda books: books.clients.add(other))
    change(office, forms=make_pay.forms(FormOfWork.EMPLOYMENT))
    office.work(date(2026, 10, 5))
    office.work(date(2026, 10, 5), client=other)
    office.approve(office.calculate(OCTOBER, Ledger.ALLOWANCE))  # pays the other one alone
    change(office, forms=make_pay.forms(FormOfWork.ALLOWANCE))
    office.work(date(2026, 11, 3), client=other)
    run = office.calculate(NOVEMBER, Ledger.ALLOWANCE)
    assert {payout.client: payout.paid for payout in office.payouts(run)} == {
        office.client.id: Money(8),
        other.id: Money(8),
    }
    office.approve(run)
    office.at += timedelta(days=10)
    with pytest.raises(Refused) as nothing:
        office.calculate(Month(2026, 12), Ledger.ALLOWANCE)
    assert nothing.value.code is Code.NOTHING_TO_DO


# --- costs -----------------------------------------------------------------------------------


def test_a_ticket_paid_with_the_allowance_is_not_paid_again_with_a_wage(office: Office) -> None:
    office.work(date(2026, 10, 5))
    ticket(office)
    assert settled(office, Ledger.ALLOWANCE).tax_free == Money(28)
    ticket(office, "30.00", PayCode.OTHER_WAGE)
    (wage,) = office.payouts(office.calculate(OCTOBER))
    assert wage.tax_free == Money(0)
    assert wage.taxable > Money(30)


def test_a_ticket_typed_after_the_allowance_was_approved_comes_with_the_next_one(office: Office) -> None:
    office.work(date(2026, 10, 5))
    settled(office, Ledger.ALLOWANCE)
    ticket(office)
    office.work(date(2026, 11, 3))
    payout = november(office, Ledger.ALLOWANCE, office.client)
    assert payout.tax_free == Money(28)
    assert payout.wage is None or payout.wage.withheld == Money(0)


def test_a_ticket_that_was_paid_stays(office: Office) -> None:
    office.work(date(2026, 10, 5))
    typed = ticket(office)
    settled(office, Ledger.ALLOWANCE)
    with pytest.raises(Refused) as refused:
        office.do(remove_pay_item, RemovePayItem(item=typed.id), Role.CLERK)
    assert refused.value.code is Code.PERIOD_LOCKED
    late = ticket(office, "5.00")
    office.do(remove_pay_item, RemovePayItem(item=late.id), Role.CLERK)
