from collections import Counter
from datetime import date

import pytest
from lxml import etree

from subcontract.actions.act import Worker
from subcontract.actions.perform import broken_link
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind
from subcontract.hours.in_force import in_force
from subcontract.invoicing.bank.matching import Ground
from subcontract.invoicing.payments import PaymentSource
from subcontract.invoicing.records import InvoiceKind
from subcontract.invoicing.states import InvoiceState, state_of
from subcontract.jobs.job import Basis, JobState
from subcontract.money import Money, total
from subcontract.payout.records import PayRunState
from subcontract.people.client import FormOfWork
from tests.fakes import MemoryStore
from tests.schemas import schema
from ui.demo import DemoClock, demo_worker, make_demo
from ui.demo.records import FOLDER
from ui.presenters.invoices.bank.bank_reading import read_bank

TODAY = date(2026, 11, 23)
ALL_DAYS = DateRange(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def centre() -> MemoryStore:
    store = MemoryStore()
    make_demo(store.open_books)
    return store


def test_everybody_and_every_kind_of_job_is_there(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        assert len(lists.clients.all()) == 24
        assert len(lists.customers.all()) == 11
        jobs = lists.jobs.all()
        forms = {client.form_on(TODAY) for client in lists.clients.all()}
    assert {job.state for job in jobs} == set(JobState)
    assert {phase.basis for job in jobs for phase in job.phases} == set(Basis)
    assert len(jobs) == 14
    assert forms >= set(FormOfWork)


def test_the_work_of_three_months_is_recorded_up_to_the_day_before(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        entries = in_force(lists.entries.within(ALL_DAYS))
        later = lists.entries.within(DateRange(TODAY, date(2026, 12, 31)))
    months = Counter(Month.of(entry.day) for entry in entries if entry.kind is EntryKind.WORK)
    assert all(months[Month(2026, number)] > 50 for number in (9, 10, 11))
    assert later == ()
    assert {entry.kind for entry in entries} == set(EntryKind)


def test_finished_runs_are_approved_by_another_and_one_waits(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        runs = {str(run.month): run for run in lists.pay_runs.all()}
        october = lists.payouts.where(pay_run=runs["2026-10"].id)
    assert [runs[month].state for month in ("2026-08", "2026-09", "2026-10")] == [
        PayRunState.APPROVED,
        PayRunState.APPROVED,
        PayRunState.OPEN,
    ]
    assert all(run.approved_by != run.calculated_by for run in runs.values())
    assert total(payout.paid for payout in october).cents > 0


def test_a_correction_of_a_paid_month_goes_to_the_next_run(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        corrected = [entry for entry in lists.entries.within(ALL_DAYS) if entry.supersedes]
    assert corrected
    assert all(entry.reason for entry in corrected)


def test_invoices_are_issued_overdue_credited_and_waiting(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        heads = lists.invoice_heads(ALL_DAYS)
        drafts = lists.drafts.all()
        papers = [lists.papers.find(head.id, head.kind.value) for head in heads]
    assert sorted(head.number for head in heads) == list(
        range(heads[-1].number, heads[-1].number + len(heads))
    )
    assert any(head.kind is InvoiceKind.CREDIT_NOTE for head in heads)
    assert any(head.due < TODAY for head in heads)
    assert any(head.due >= TODAY for head in heads)
    assert drafts
    assert all(paper is None or paper.content.startswith(b"%PDF") for paper in papers)


def test_invoices_are_paid_in_full_in_part_and_too_much(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        heads, payments = lists.invoice_heads(ALL_DAYS), lists.payments.all()
    assert {state_of(head, head.settled, TODAY) for head in heads} >= {
        InvoiceState.PAID,
        InvoiceState.PARTLY_PAID,
        InvoiceState.OVERPAID,
        InvoiceState.OVERDUE,
        InvoiceState.OPEN,
        InvoiceState.CREDITED,
    }
    assert [one.reason for one in payments if one.reverses] == ["Maksu kuului toiselle laskulle"]
    assert all(one.day <= TODAY for one in payments)


def test_each_act_stands_in_the_chained_log(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        rows = lists.log.last(100_000)
    assert len(rows) > 1000
    assert broken_link(rows) is None
    assert [row.at for row in rows] == sorted(row.at for row in rows)


def test_the_same_data_makes_the_same_centre(centre: MemoryStore) -> None:
    again = MemoryStore()
    make_demo(again.open_books)
    with centre.open_lists() as one, again.open_lists() as other:
        assert one.jobs.all() == other.jobs.all()
        assert [head.total for head in one.invoice_heads(ALL_DAYS)] == [
            head.total for head in other.invoice_heads(ALL_DAYS)
        ]


def test_the_demo_stands_on_its_own_day_whatever_the_computer_says() -> None:
    clock = DemoClock(TODAY, standing_at(date(2031, 2, 3), hour=14))
    assert clock.today() == TODAY
    assert clock.now().hour == 12


def test_somebody_sits_at_the_demo(centre: MemoryStore) -> None:
    data = make_demo(MemoryStore().open_books)
    worker = demo_worker(data)
    assert isinstance(worker, Worker)
    assert worker.name == "Johanna Saarela"


def test_the_bank_has_told_of_a_payment_a_likely_one_and_a_gift(centre: MemoryStore) -> None:
    with centre.open_lists() as lists:
        facts = read_bank(lists, lists.units.all()[0].id, TODAY)
        paid = [one for one in lists.payments.all() if one.source is PaymentSource.BANK]
    assert [(one.amount, one.payer) for one in paid] == [(Money("3000.00"), "TAVARATALO KUUSI OY")]
    assert [one.match and one.match.ground for one in facts.waiting] == [Ground.AMOUNT_AND_NAME, None]
    assert [file.count for file in facts.files] == [3]


def test_the_banks_file_passes_its_schema() -> None:
    assert schema("camt/camt.053.001.08.xsd").validate(etree.parse(str(FOLDER / "tiliote-2026-11-20.xml")))
