"""One person of an approved run is reopened: that payout settled nothing, the next run pays what is due."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from subcontract.actions.make_hand_over import MakeHandOver, TickHandOver, make_hand_over, tick_hand_over
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.days import DateRange, Month
from subcontract.hours.entry import Attendance
from subcontract.ids import HandOverId
from subcontract.money import Money, total
from subcontract.payout import lines
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wage_records import HandOverKind
from subcontract.people.client import Client, FormOfWork, TariffClassSpan
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_pay
from tests.paper_reading import texts
from tests.subcontract.actions.test_wage_runs import NOVEMBER, OCTOBER, Office

FINNISH: dict[str, Any] = {"language": "fi", "texts_in": texts}
SEPTEMBER, DECEMBER = Month(2026, 9), Month(2026, 12)


def on_allowance(number: int) -> Client:
    spans = (TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),)
    return make_pay.worker(number, FormOfWork.ALLOWANCE, tariff_classes=spans)


def office_of(ledger: Ledger) -> tuple[Office, PayRun, tuple[Payout, ...]]:
    """Two people of a ledger whose September has been approved."""
    office = Office()
    if ledger is Ledger.WAGE:
        other = make_pay.worker(2)
        office.store.fill(lambda books: books.pay.employments.add(make_pay.employment(other)))
    else:
        office.client, other = on_allowance(3), on_allowance(4)
        office.store.fill(lambda books: books.clients.add(office.client))
    office.store.fill(lambda books: books.clients.add(other))
    for person in (office.client, other):
        office.work(date(2026, 9, 5), client=person)
    run = office.calculate(SEPTEMBER, ledger)
    office.approve(run)
    return office, run, office.payouts(run)


def of(payouts: tuple[Payout, ...], client: Client) -> Payout:
    return next(one for one in payouts if one.client == client.id)


def reopen(office: Office, payout: Payout, reason: str = "Väärä luokka", **who: Any) -> None:
    office.do(reopen_payout, ReopenPayout(payout=payout.id, reason=reason), Role.CLERK, **who)


def differences(payout: Payout) -> Money:
    return total(line.amount for line in payout.lines if line.rule == lines.DIFFERENCE_RULE)


@pytest.mark.parametrize("ledger", list(Ledger))
def test_the_next_run_pays_a_reopened_payout_whole_and_nobody_else_again(ledger: Ledger) -> None:
    office, run, payouts = office_of(ledger)
    mine = of(payouts, office.client)
    reopen(office, mine)
    next_run = office.calculate(OCTOBER, ledger)
    (paid,) = office.payouts(next_run)
    assert paid.client == office.client.id
    assert differences(paid) == mine.paid > Money(0)
    assert office.payouts(run) == payouts


@pytest.mark.parametrize("ledger", list(Ledger))
def test_what_was_corrected_meanwhile_is_paid_as_it_is_now(ledger: Ledger) -> None:
    office, _, payouts = office_of(ledger)
    mine = of(payouts, office.client)
    reopen(office, mine)
    office.work(date(2026, 9, 8), client=office.client)
    (paid,) = office.payouts(office.calculate(OCTOBER, ledger))
    assert differences(paid) == mine.paid.times(2)


@pytest.mark.parametrize("ledger", list(Ledger))
def test_once_the_next_run_has_paid_it_nothing_more_is_due(ledger: Ledger) -> None:
    office, _, payouts = office_of(ledger)
    reopen(office, of(payouts, office.client))
    office.approve(office.calculate(OCTOBER, ledger))
    office.work(date(2026, 11, 3), client=office.client)
    office.at = datetime(2026, 12, 9, 8, tzinfo=UTC)
    (paid,) = office.payouts(office.calculate(NOVEMBER, ledger))
    assert differences(paid) == Money(0)


@pytest.mark.parametrize("ledger", list(Ledger))
def test_a_correction_that_a_reopened_payout_should_have_paid_is_paid_by_the_next(ledger: Ledger) -> None:
    office, _, _ = office_of(ledger)
    office.work(date(2026, 9, 7), client=office.client)
    office.work(date(2026, 10, 2), client=office.client)
    run = office.calculate(OCTOBER, ledger)
    office.approve(run)
    (october,) = office.payouts(run)
    late = differences(october)
    assert late > Money(0)
    reopen(office, october)
    office.at = datetime(2026, 12, 9, 8, tzinfo=UTC)
    (paid,) = office.payouts(office.calculate(NOVEMBER, ledger))
    by_month = {line.day: line.amount for line in paid.lines if line.rule == lines.DIFFERENCE_RULE}
    assert differences(paid) == october.paid
    assert set(by_month) == {SEPTEMBER.first, OCTOBER.first}


def test_what_a_reopened_payout_took_over_waits_for_the_next_run() -> None:
    office, _, _ = office_of(Ledger.ALLOWANCE)
    with office.store.open_lists() as lists:
        (entry,) = lists.entries.where(client=office.client.id)
    ill = {"attendance": Attendance.SICK, "supersedes": entry.id, "reason": "x", "at": office.at}
    gone = make_pay.work(office.client, entry.day, office.job, 0, **ill)
    office.store.fill(lambda books: books.entries.add(gone))
    office.at = datetime(2026, 12, 2, 8, tzinfo=UTC)
    second = office.calculate(OCTOBER, Ledger.ALLOWANCE)
    office.approve(second)
    (carried,) = office.payouts(second)
    assert carried.paid == Money(0)
    for day in (2, 3):
        office.work(date(2026, 11, day), client=office.client)
    office.at = datetime(2026, 12, 9, 8, tzinfo=UTC)
    third = office.calculate(NOVEMBER, Ledger.ALLOWANCE)
    office.approve(third)
    (november,) = office.payouts(third)
    assert november.paid == Money(8)  # two days, less the one paid for nothing
    reopen(office, november)
    office.at = datetime(2026, 12, 29, 8, tzinfo=UTC)
    (december,) = office.payouts(office.calculate(DECEMBER, Ledger.ALLOWANCE))
    assert december.paid == november.paid


def test_a_reopened_wage_uses_nothing_of_the_tax_card() -> None:
    office, _, payouts = office_of(Ledger.WAGE)

    def short(books: Any) -> None:
        (card,) = books.pay.tax_cards.where(client=office.client.id)
        books.pay.tax_cards.save(replace(card, limit=Money(60)))

    office.store.fill(short)
    reopen(office, of(payouts, office.client))
    (paid,) = office.payouts(office.calculate(OCTOBER))
    assert paid.wage is not None
    assert paid.taxable == Money("53.52") < Money(60)
    assert paid.wage.withholding == Money("2.68")  # five per cent of all of it: the limit is whole


def test_what_cannot_be_reopened_is_refused() -> None:
    office, run, payouts = office_of(Ledger.WAGE)
    mine, other = of(payouts, office.client), next(p for p in payouts if p.client != office.client.id)
    assert refusal(office, mine, reason=" ") is Code.REASON_NEEDED
    assert refusal(office, mine, roles=(Role.JOB_COACH,)) is Code.NOT_ALLOWED
    reopen(office, mine)
    assert refusal(office, mine) is Code.NOTHING_TO_DO
    made = office.do(make_hand_over, MakeHandOver(pay_run=run.id, kind=HandOverKind.BANK_FILE, **FINNISH))
    assert made.facts == {"number": 1, "total": other.net}
    assert made.id is not None
    office.do(tick_hand_over, TickHandOver(hand_over=HandOverId(made.id), version=1))
    assert refusal(office, other) is Code.ALREADY_PAID
    open_run = office.calculate(OCTOBER)
    (paid,) = office.payouts(open_run)
    assert refusal(office, paid) is Code.WRONG_STATE


def refusal(office: Office, payout: Payout, reason: str = "x", roles: tuple[Role, ...] = ()) -> Code:
    ask = ReopenPayout(payout=payout.id, reason=reason)
    with pytest.raises(Refused) as refused:
        office.do(reopen_payout, ask, *(roles or (Role.CLERK,)))
    return refused.value.code


def test_the_reason_is_kept_with_who_and_when() -> None:
    office, _, payouts = office_of(Ledger.WAGE)
    reopen(office, payouts[0], "  Väärä   palkka ")
    with office.store.open_lists() as lists_:
        (kept,) = lists_.pay.reopenings.all()
    assert (kept.reason, kept.by, kept.client) == ("Väärä palkka", make.MANAGER, payouts[0].client)
