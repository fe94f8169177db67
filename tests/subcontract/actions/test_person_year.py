"""A person's year: what was paid by pay day and kind, without what was not paid, and the holiday earned."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from subcontract.actions.person_year import PersonYear, credit_year, person_year
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.days import DateRange, Month
from subcontract.money import ZERO, Money
from subcontract.papers.files.year import year_file
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import NetPay, PayCode
from subcontract.payout.wages.holiday import FullBy
from subcontract.payout.year import EARNED, WITHHELD, Kind, sum_of
from subcontract.people.client import FormOfWork, FormOfWorkSpan, TariffClassSpan
from subcontract.people.staff import Role
from subcontract.people.unit import ProviderKind
from tests import make_pay
from tests.paper_reading import texts
from tests.subcontract.actions.test_wage_runs import NOVEMBER, OCTOBER, Office

TODAY = date(2027, 2, 1)
CHANGED = (
    FormOfWorkSpan(days=DateRange(date(2026, 1, 1), date(2026, 9, 30)), form=FormOfWork.ALLOWANCE),
    FormOfWorkSpan(days=DateRange(date(2026, 10, 1)), form=FormOfWork.EMPLOYMENT),
)


def year_of(office: Office, year: int = 2026, today: date = TODAY) -> PersonYear:
    with office.store.open_lists() as lists:
        return person_year(lists, office.client.id, year, today)


def month_paid(office: Office, month: Month, ledger: Ledger = Ledger.WAGE) -> Money:
    run = office.calculate(month, ledger)
    office.approve(run)
    (payout,) = office.payouts(run)
    return payout.paid


def from_allowance_to_pay() -> Office:
    office = Office(
        client=make_pay.worker(
            forms=CHANGED,
            tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),),
        )
    )
    ticket = make_pay.item(office.client, PayCode.BUS_TICKET, "7.20", quantity=Decimal(2))
    office.store.fill(lambda books: books.pay.pay_items.add(ticket))
    for month, day in ((9, 7), (10, 5), (11, 3)):
        office.work(date(2026, month, day))
    return office


def test_a_year_tells_allowance_pay_and_what_was_withheld_apart() -> None:
    office = from_allowance_to_pay()
    paid = [
        month_paid(office, Month(2026, 9), Ledger.ALLOWANCE),
        month_paid(office, OCTOBER),
        month_paid(office, NOVEMBER),
    ]
    payments = year_of(office).summary.payments
    assert [one.earned for one in payments] == paid
    assert [one.pay_day for one in payments] == [date(2026, 10, 15), date(2026, 11, 13), date(2026, 12, 15)]
    assert sum_of(payments, Kind.ALLOWANCE) == paid[0]
    assert sum_of(payments, Kind.WAGES) == Money(96)
    assert sum_of(payments, Kind.EXPENSES) == Money("7.20")
    for payment in payments:
        assert payment.earned == payment.payout.paid == sum((payment.of(one) for one in EARNED), ZERO)
        assert payment.net == payment.payout.net
        assert payment.withheld == sum((payment.of(one) for one in WITHHELD), ZERO)


def test_a_payment_belongs_to_the_year_of_its_pay_day() -> None:
    office = from_allowance_to_pay()
    forms = (FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.ALLOWANCE),)
    office.store.fill(lambda books: books.clients.save(replace(office.client, forms=forms)))
    office.work(date(2026, 12, 1))
    month_paid(office, Month(2026, 12), Ledger.ALLOWANCE)
    assert year_of(office).summary.payments == ()
    (payment,) = year_of(office, 2027).summary.payments
    assert (payment.pay_day, payment.month) == (date(2027, 1, 15), Month(2026, 12))
    assert year_of(office, 2027, date(2027, 1, 14)).summary.payments == ()


def test_what_was_reopened_or_is_not_approved_was_not_paid() -> None:
    office = Office()
    office.work(date(2026, 10, 5))
    run = office.calculate(OCTOBER)
    assert year_of(office).summary.payments == ()
    office.approve(run)
    (payout,) = office.payouts(run)
    office.do(reopen_payout, ReopenPayout(payout=payout.id, reason="x"), Role.CLERK)
    assert year_of(office).summary.payments == ()
    office.work(date(2026, 11, 3))
    paid = month_paid(office, NOVEMBER)
    (payment,) = year_of(office).summary.payments
    assert payment.earned == paid > payout.paid


def test_what_the_payroll_withheld_is_not_known_here() -> None:
    office = Office()

    def write(books: Any) -> None:
        (kept,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(kept, net_pay=NetPay.PAYROLL))

    office.store.fill(write)
    office.work(date(2026, 10, 5))
    paid = month_paid(office, OCTOBER)
    facts = year_of(office).summary
    (payment,) = facts.payments
    assert (payment.earned, payment.withheld, payment.net) == (paid, ZERO, None)
    assert year_file(facts, texts()).decode("utf-8-sig").splitlines()[1].endswith("53,52;;")


def test_the_table_has_a_column_of_each_kind() -> None:
    office = from_allowance_to_pay()
    month_paid(office, Month(2026, 9), Ledger.ALLOWANCE)
    month_paid(office, OCTOBER)
    head, allowance, wage = year_file(year_of(office).summary, texts()).decode("utf-8-sig").splitlines()
    titles = head.split(";")
    assert titles[:4] == ["Maksupäivä", "Kuukaudelta", "Mitä maksetaan", "Palkat"]
    cells = dict(zip(titles, wage.split(";"), strict=True))
    assert (cells["Palkat"], cells["Lomakorvaus"], cells["Ennakonpidätys"]) == ("48,00", "5,52", "2,68")
    assert dict(zip(titles, allowance.split(";"), strict=True))["Työosuusraha, veroton"] == "8,00"


# --- holiday -------------------------------------------------------------------------------------


def test_the_credit_year_is_from_april_to_march() -> None:
    assert credit_year(2027) == DateRange(date(2027, 4, 1), date(2028, 3, 31))


@pytest.mark.parametrize(
    ("kind", "full_by", "full"),
    [(ProviderKind.COUNTY, FullBy.EITHER, 1), (ProviderKind.ASSOCIATION, FullBy.HOURS, 1)],
)
def test_holiday_is_earned_by_the_work_of_the_employment_alone(
    kind: ProviderKind, full_by: FullBy, full: int
) -> None:
    office = from_allowance_to_pay()

    def write(books: Any) -> None:
        (unit,) = books.units.all()
        books.units.save(replace(unit, kind=kind))
        (employment,) = books.pay.employments.all()
        books.pay.employments.save(replace(employment, days=DateRange(date(2026, 9, 1))))

    office.store.fill(write)
    for day in range(6, 15):
        office.work(date(2026, 10, day))
        office.work(date(2026, 9, day))
    (one,) = year_of(office, today=date(2026, 11, 23)).holiday.of
    months = {each.month: (each.days, each.full) for each in one.accrual.months}
    assert months[Month(2026, 9)] == (0, False)  # it was work on allowance
    assert months[OCTOBER] == (10, True)
    assert list(months) == [Month(2026, 9), OCTOBER, NOVEMBER]
    assert (one.accrual.full_by, one.accrual.full_months, one.accrual.days) == (full_by, full, 2)
    assert year_of(office, 2025).holiday.of == ()


def test_employments_without_a_break_are_one_and_told_of_once() -> None:
    office = Office()

    def write(books: Any) -> None:
        (first,) = books.pay.employments.all()
        books.pay.employments.save(replace(first, days=DateRange(date(2025, 3, 1), date(2026, 9, 30))))
        books.pay.employments.add(make_pay.employment(office.client, days=DateRange(date(2026, 10, 1))))

    office.store.fill(write)
    (one,) = year_of(office).holiday.of
    assert one.days == DateRange(date(2025, 3, 1))
    assert one.accrual.a_year_or_more
    assert one.accrual.never_full
