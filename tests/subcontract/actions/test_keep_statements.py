"""Statements of a run tell the work that its ledger pays."""

from datetime import date

import pytest

from subcontract.actions.keep_statements import STATEMENT, KeepStatements, keep_statements
from subcontract.days import DateRange
from subcontract.money import Money
from subcontract.payout.records import Ledger, Payout
from subcontract.payout.wage_records import PayCode
from tests import make
from tests.make_benefits import line
from tests.paper_reading import text
from tests.pay_office import NOVEMBER, Office
from ui.texts import CatalogueTexts


def statement(office: Office, payout: Payout) -> str:
    ask = KeepStatements(pay_run=payout.pay_run, payouts=(payout.id,), texts_in=CatalogueTexts)
    office.do(keep_statements, ask)
    with office.store.open_lists() as lists:
        paper = lists.papers.find(payout.id, STATEMENT)
    assert paper is not None
    return text(paper.content)


@pytest.fixture
def office() -> Office:
    """Liisa is on allowance and employed for one job; she has worked at it and at another one."""
    office = Office()
    other = make.job(number=2, customer=office.customer.id, name="Kassien ompelu")
    office.add("jobs", other)
    office.employ(job=office.job.id, days=DateRange(date(2026, 11, 1)))
    for job, day in ((office.job, 3), (other, 4)):
        entry = make.entry(client=office.liisa.id, job=job.id, day=date(2026, 11, day))
        office.add("entries", entry)
    return office


@pytest.mark.parametrize("ledger", Ledger)
def test_work_at_the_job_of_an_employment_stands_on_the_statement_of_wages(
    office: Office, ledger: Ledger
) -> None:
    paid = {"tax_free": Money(9)} if ledger is Ledger.ALLOWANCE else {}
    payout = office.approve(NOVEMBER, line(PayCode.HOURS, "44.80"), ledger=ledger, **paid)
    told = statement(office, payout)
    is_wage = ledger is Ledger.WAGE
    assert (office.job.name in told, "Kassien ompelu" in told) == (is_wage, not is_wage)
