"""Reports with both ledgers, and with a payout that was reopened: its pay is counted once."""

from datetime import date

from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.clock import standing_at
from subcontract.days import DateRange
from subcontract.money import Money, total
from subcontract.payout.records import Ledger
from subcontract.people.staff import Role
from subcontract.reports.cross_check import OpenKind
from tests import make
from tests.subcontract.actions.test_reopened_payouts import SEPTEMBER, office_of
from tests.subcontract.actions.test_wage_runs import OCTOBER, Office
from ui.presenters.direct import DirectDoor
from ui.presenters.jobs.reading import read_money
from ui.presenters.reports.reading import Answer, read_reports
from ui.presenters.reports.reports import Report, ReportsPresenter
from ui.texts import CatalogueTexts

AUTUMN = DateRange(date(2026, 9, 1), date(2026, 11, 30))


def answer_of(office: Office, days: DateRange = AUTUMN) -> Answer:
    with office.store.open_lists() as lists:
        return read_reports(lists, make.worker(), days, date(2026, 12, 20))


def test_wages_are_in_the_reports_with_the_employers_costs() -> None:
    office, _, payouts = office_of(Ledger.WAGE)
    answer = answer_of(office)
    assert [one.paid for one in answer.clients] == [one.paid for one in payouts]
    (job,) = answer.jobs
    costs = total(one.paid + one.wage.employer_costs for one in payouts if one.wage)
    assert job.actual.pay == costs > total(one.paid for one in payouts)
    assert not {line.kind for line in answer.open_lines} & {OpenKind.NOT_PAID, OpenKind.CHANGED_AFTER_PAYOUT}


def test_the_page_of_a_job_counts_what_the_report_of_jobs_does() -> None:
    for ledger in Ledger:
        office, _, payouts = office_of(ledger)
        (reported,) = answer_of(office).jobs
        with office.store.open_lists() as lists:
            shown = read_money(lists, reported.job, date(2026, 12, 20)).report
        assert shown is not None
        assert shown.actual.pay == reported.actual.pay > Money(0)
        office.do(reopen_payout, ReopenPayout(payout=payouts[0].id, reason="Väärä luokka"), Role.CLERK)
        with office.store.open_lists() as lists:
            after = read_money(lists, reported.job, date(2026, 12, 20)).report
        assert after is not None
        assert after.actual.pay < reported.actual.pay


def test_a_reopened_payout_is_counted_by_the_run_that_pays_it_and_not_before() -> None:
    office, _, payouts = office_of(Ledger.ALLOWANCE)
    mine = next(one for one in payouts if one.client == office.client.id)
    before = total(one.paid for one in answer_of(office).clients)
    office.do(reopen_payout, ReopenPayout(payout=mine.id, reason="Väärä luokka"), Role.CLERK)
    answer = answer_of(office)
    assert total(one.paid for one in answer.clients) == before - mine.paid
    (line,) = (one for one in answer.open_lines if one.kind is OpenKind.CHANGED_AFTER_PAYOUT)
    assert (line.month, line.number) == (SEPTEMBER, 1)
    following = office.calculate(OCTOBER, Ledger.ALLOWANCE)
    office.approve(following)
    after = answer_of(office)
    assert total(one.paid for one in after.clients) == before > Money(0)
    assert not [one for one in after.open_lines if one.kind is OpenKind.CHANGED_AFTER_PAYOUT]


def test_an_auditor_sees_days_and_hours_but_nobodys_pay() -> None:
    office, _, _ = office_of(Ledger.WAGE)
    store = office.store
    seen = {}
    for role in (Role.AUDITOR, Role.CLERK):
        door = DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker(role))
        reports = ReportsPresenter(door, CatalogueTexts("fi"))
        reports.load()
        reports.show(Report.CLIENTS)
        seen[role] = {column.key for column in reports.table.columns}
    assert seen[Role.CLERK] - seen[Role.AUDITOR] == {"paid", "approved"}
    assert "hours" in seen[Role.AUDITOR]
