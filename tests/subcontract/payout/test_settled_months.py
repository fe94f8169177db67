"""What becomes of approved months when something else than their entries changes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import PayoutId, PayRunId, PaySettingsId, ShiftId
from subcontract.jobs.job import SplitRule
from subcontract.money import Money, total
from subcontract.payout import lines
from subcontract.payout.records import (
    Ledger,
    LimitMode,
    Payout,
    PayoutLine,
    PayRun,
    TariffBasis,
    TariffRate,
)
from subcontract.payout.wage_records import MixedDay, PaySettings
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import FormOfWork
from subcontract.people.forms_of_work import with_form
from subcontract.problems import Code
from tests import make
from tests.subcontract.payout.test_pay_runs import (
    CLERK,
    OCTOBER,
    SEPTEMBER,
    Office,
    october,
    refusal,
    september,
)

BY_PIECE = make.tariff(TariffRate(tariff_class="A", basis=TariffBasis.PIECE, amount=Money("0.10")))


@pytest.fixture
def office() -> Office:
    return Office()


def settle(office: Office, *months: Month) -> None:
    for month in months:
        office.calculate(month)
        office.approve(month)


def paid_as_wage(office: Office, *entries: WorkEntry) -> None:
    """Put entries into a payout of the other ledger."""
    run = PayRun(
        id=PayRunId(ids.new()),
        unit=make.UNIT,
        ledger=Ledger.WAGE,
        month=OCTOBER,
        pay_day=october(31),
        calculated_by=CLERK,
        calculated_at=office.at,
    )
    wage = Payout(
        id=PayoutId(ids.new()),
        pay_run=run.id,
        client=office.people[0].id,
        ledger=Ledger.WAGE,
        month=OCTOBER,
        days=1,
        minutes=225,
        pieces=0,
        tax_free=Money(0),
        taxable=Money("50.00"),
        approved=True,
        lines=(
            PayoutLine(what="Hours", amount=Money("50.00"), entries=tuple(entry.id for entry in entries)),
        ),
    )

    def write(books: Any) -> None:
        books.pay_runs.add(run)
        books.payouts.add(wage)

    office.store.fill(write)


def allowance_of(office: Office, who: int) -> Money:
    run = office.calculate()
    client = office.people[who - 1].id
    return total(payout.paid for payout in office.payouts(run) if payout.client == client)


def test_days_without_a_form_of_work_are_paid_once_it_is_known(office: Office):
    known = office.people[0]
    office.store.fill(lambda books: books.clients.save(replace(known, forms=())))
    office.work(1, september(1))
    office.work(2, september(1))
    settle(office, SEPTEMBER)
    assert office.payout(1, SEPTEMBER).paid == Money(0)
    office.store.fill(lambda books: books.clients.save(replace(known, version=2)))
    office.work(2, october(1))
    settle(office, OCTOBER)
    assert office.payout(1).paid == Money("8.00")
    office.work(1, date(2026, 11, 1))
    office.calculate(Month(2026, 11))
    assert office.payout(1, Month(2026, 11)).paid == Money("8.00")


def test_a_new_sum_for_the_group_does_not_reach_back_to_a_paid_month():
    pot = make.tariff(TariffRate(tariff_class="A", basis=TariffBasis.POT_SHARE), limit_mode=LimitMode.PERIOD)
    office = Office(tariff=pot, job=make.job(number=1, allowance_pot=Money("10.00")))
    late = office.work(1, september(1))
    office.work(2, september(1))
    settle(office, SEPTEMBER)
    office.store.fill(lambda books: books.jobs.save(replace(office.job, allowance_pot=Money("20.00"))))
    office.correct(late, minutes=100)
    office.work(1, october(1))
    office.work(2, october(1))
    office.calculate()
    all_lines = [line for who in (1, 2) for line in office.payout(who).lines]
    assert total(line.amount for line in all_lines if line.what == lines.POT_SHARE) == Money("20.00")
    assert total(line.amount for line in all_lines if line.what == lines.DIFFERENCE) == Money(0)


def test_a_run_that_another_one_has_settled_since_is_not_approved_as_it_was():
    november, december = Month(2026, 11), Month(2026, 12)
    office = Office(at=datetime(2026, 12, 2, 8, tzinfo=UTC))
    gone = office.work(1, date(2026, 8, 3))
    office.work(1, september(1))
    settle(office, Month(2026, 8), SEPTEMBER)
    office.correct(gone, void=True)
    office.work(2, october(1))
    settle(office, OCTOBER)  # eight euros are carried on from here
    office.work(1, september(2))  # and eight are to be added
    for day in (date(2026, 11, 3), date(2026, 12, 1)):
        office.work(1, day)
    office.calculate(november)
    office.calculate(december)
    office.approve(november)
    run = office.run_of(december)
    ask = ApprovePayRun(pay_run=run.id, version=run.version, paid=Money("8.00"))
    assert refusal(office, approve_pay_run, ask) is Code.AMOUNTS_CHANGED


def test_pieces_paid_as_wage_are_not_paid_as_allowance_on_the_same_day():
    office = Office(tariff=BY_PIECE)
    mixed = PaySettings(
        id=PaySettingsId(ids.new()),
        unit=make.UNIT,
        first=date(2026, 1, 1),
        mixed_day=MixedDay.EACH_ITS_OWN,
    )
    office.store.fill(lambda books: books.pay.pay_settings.add(mixed))
    wage = office.work(1, october(1), pieces=50)
    office.work(1, october(1), pieces=20)
    paid_as_wage(office, wage)
    assert allowance_of(office, 1) == Money("2.00")


def test_a_day_with_hours_paid_as_wage_gives_no_allowance_unless_the_unit_says_so():
    office = Office(tariff=BY_PIECE)
    wage = office.work(1, october(1), pieces=50)
    office.work(1, october(1), pieces=20)
    office.work(1, october(2), pieces=30)
    paid_as_wage(office, wage)
    (payout,) = office.payouts(office.calculate())
    assert (payout.paid, payout.days) == (Money("3.00"), 1)
    assert {PayWarning.MIXED_DAY, PayWarning.PAID_ELSEWHERE} == set(payout.warnings)


def test_a_groups_result_is_shared_between_people_of_both_ledgers():
    office = Office(tariff=BY_PIECE)
    shift = ShiftId(ids.new())
    wage = office.work(1, october(1), shift=shift)
    office.work(2, october(1), shift=shift)
    result = office.work(
        1,
        october(1),
        client=None,
        kind=EntryKind.GROUP_RESULT,
        shift=shift,
        pieces=100,
        minutes=0,
        split=SplitRule.EQUAL,
    )
    office.work(1, october(1), start=None, end=None, minutes=60)
    paid_as_wage(office, wage, result)
    assert allowance_of(office, 1) == Money(0)
    assert allowance_of(office, 2) == Money("5.00")


def test_a_correction_of_hours_paid_as_wage_is_not_paid_as_allowance(office: Office):
    wage = office.work(1, october(1))
    paid_as_wage(office, wage)
    office.correct(office.correct(wage, minutes=100), minutes=110)
    office.work(2, october(1))
    assert allowance_of(office, 1) == Money(0)


@pytest.mark.parametrize("form", [FormOfWork.EMPLOYMENT, FormOfWork.FEE])
def test_hours_paid_as_allowance_stay_so_when_the_form_of_their_day_is_changed(form: FormOfWork):
    office = Office()
    paid = office.work(1, september(1))
    settle(office, SEPTEMBER)
    known = office.people[0]
    changed = replace(with_form(known, DateRange(september(1)), form), version=known.version)
    office.store.fill(lambda books: books.clients.save(changed))
    office.work(2, september(2))  # told late: September is reckoned anew
    office.correct(paid, minutes=200)
    office.work(2, october(1))
    payouts = office.payouts(office.calculate())
    assert [(one.client, one.paid) for one in payouts] == [(office.people[1].id, Money("16.00"))]
