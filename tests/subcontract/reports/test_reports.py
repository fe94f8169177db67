"""Reports: planned against actual, clients, the cross-check and the file for spreadsheets."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.gaps import Gap, GapCode
from subcontract.ids import EntryId, InvoiceId, InvoiceLineId, PayoutId, PayRunId
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, Party
from subcontract.money import Money
from subcontract.papers.files.csv_file import csv_bytes, written
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.reports.clients import client_reports
from subcontract.reports.cross_check import OpenKind, cross_check
from subcontract.reports.facts import ReportFacts
from subcontract.reports.jobs import job_reports
from tests import make, make_benefits

OCTOBER = Month(2026, 10)
YEAR = DateRange(date(2026, 1, 1))
LIISA = make.client(number=1)
PHASE = make.phase()
JOB = make.job(number=1, phases=(PHASE,))
OTHER = make.job(number=2, phases=(make.phase(unit_price=Decimal(0)),))


def entry(day: int = 1, **fields: Any) -> WorkEntry:
    defaults: dict[str, Any] = {
        "client": LIISA.id,
        "job": JOB.id,
        "phase": PHASE.id,
        "day": date(2026, 10, day),
    }
    return make.entry(**(defaults | fields))


def payout(*entries: WorkEntry, amount: str = "8.00", approved: bool = True) -> Payout:
    lines = (PayoutLine(what="Whole day", amount=Money(amount), entries=tuple(e.id for e in entries)),)
    return Payout(
        id=PayoutId(ids.new()),
        pay_run=PayRunId(ids.new()),
        client=LIISA.id,
        ledger=Ledger.ALLOWANCE,
        month=OCTOBER,
        days=1,
        minutes=225,
        pieces=0,
        tax_free=Money(amount),
        lines=lines,
        approved=approved,
    )


def invoice(net: str, kind: InvoiceKind = InvoiceKind.INVOICE) -> Invoice:
    line = InvoiceLine(
        id=InvoiceLineId(ids.new()),
        text="Tarroitus",
        quantity=Decimal(1),
        unit="kpl",
        unit_price=Decimal(net),
        vat="25.5",
        net=Money(net),
        supplied=DateRange(date(2026, 10, 1), date(2026, 10, 2)),
        job=JOB.id,
    )
    return Invoice(
        id=InvoiceId(ids.new()),
        kind=kind,
        unit=make.UNIT,
        customer=JOB.customer,
        number=1001,
        day=date(2026, 11, 2),
        due=date(2026, 11, 16),
        reference="10016",
        language="fi",
        seller=Party(name="A"),
        buyer=Party(name="B"),
        lines=(line,),
        vat=(),
        net=Money(net),
        total=Money(net),
        by=make.MANAGER,
        at=datetime(2026, 11, 2, tzinfo=UTC),
    )


def facts(*entries: WorkEntry, **fields: Any) -> ReportFacts:
    defaults: dict[str, Any] = {
        "days": OCTOBER.days,
        "today": make.TODAY,
        "jobs": {JOB.id: JOB, OTHER.id: OTHER},
        "clients": {LIISA.id: LIISA},
    }
    return ReportFacts(entries=entries, **(defaults | fields))


def kinds(*entries: WorkEntry, gaps: tuple[Gap, ...] = (), **fields: Any) -> list[tuple[OpenKind, int]]:
    return [(line.kind, line.number) for line in cross_check(facts(*entries, **fields), gaps)]


def test_a_job_is_told_beside_its_plan():
    mine, other = entry(pieces=100), entry(2, job=OTHER.id, phase=OTHER.phases[0].id, minutes=75)
    coach = entry(kind=EntryKind.COACHING, client=None, staff=make.MANAGER, minutes=60)
    report, second = job_reports(
        facts(
            mine,
            other,
            coach,
            payouts=(payout(mine, other, amount="10.00"),),
            invoices=(invoice("96.00"), invoice("6.00", InvoiceKind.CREDIT_NOTE)),
        )
    )
    assert (report.planned.minutes, report.planned.pieces) == (50 * 60, 1200)
    assert report.planned.revenue == Money("948.00")
    assert report.planned.coach_minutes == 16 * 60
    assert (report.actual.minutes, report.actual.pieces, report.actual.coach_minutes) == (225, 100, 60)
    assert (report.actual.revenue, report.actual.pay, report.actual.margin) == (
        Money("90.00"),
        Money("7.50"),
        Money("82.50"),
    )
    assert second.actual.pay == Money("2.50")
    assert (report.unbilled, second.unbilled) == (1, 1)


def test_clients_are_told_by_days_hours_and_pay():
    (report,) = client_reports(
        facts(entry(1), entry(1), entry(2), payouts=(payout(entry(1), approved=False),))
    )
    assert (report.days, report.minutes, report.jobs) == (2, 675, 1)
    assert (report.paid, report.approved) == (Money("8.00"), Money(0))


def test_when_everything_agrees_nothing_is_open():
    mine = entry()
    assert kinds(mine, payouts=(payout(mine),), billed=frozenset({mine.id})) == []


def test_work_neither_paid_nor_invoiced_is_open():
    assert kinds(entry(1, pieces=4), entry(2, pieces=5)) == [
        (OpenKind.NOT_PAID, 2),
        (OpenKind.NOT_INVOICED, 2),
    ]


def test_work_by_the_piece_that_made_no_pieces_is_never_to_be_invoiced():
    nothing = entry(1, pieces=0)
    assert kinds(nothing, payouts=(payout(nothing),)) == []
    some = entry(2, pieces=3)
    assert kinds(nothing, some, payouts=(payout(nothing, some),)) == [(OpenKind.NOT_INVOICED, 1)]


def test_a_day_for_which_the_tariff_gives_nothing_is_paid_all_the_same():
    paid, nothing = entry(1), entry(2)
    looked = {(Ledger.ALLOWANCE, OCTOBER): datetime(2026, 11, 30, tzinfo=UTC)}
    billed = frozenset({paid.id, nothing.id})
    assert kinds(paid, nothing, payouts=(payout(paid),), billed=billed, calculated=looked) == []
    lacking = replace(payout(paid), warnings=("no_tariff_class",))
    open_lines = kinds(paid, nothing, payouts=(lacking,), billed=billed, calculated=looked)
    assert open_lines == [(OpenKind.CHANGED_AFTER_PAYOUT, 1)]


def test_the_running_month_is_not_open_yet():
    assert kinds(replace(entry(), day=date(2026, 11, 20))) == []


def test_work_without_a_price_is_told_apart():
    mine = entry(job=OTHER.id, phase=OTHER.phases[0].id)
    assert kinds(mine, payouts=(payout(mine),)) == [(OpenKind.NO_PRICE, 1)]


def test_a_correction_after_payout_and_invoice_is_open_until_it_is_settled():
    old = entry()
    new = replace(
        old, id=EntryId(ids.new()), supersedes=old.id, pieces=10, at=datetime(2026, 11, 9, tzinfo=UTC)
    )
    paid_and_billed: dict[str, Any] = {"payouts": (payout(old),), "billed": frozenset({old.id})}
    assert kinds(old, new, **paid_and_billed) == [
        (OpenKind.CHANGED_AFTER_INVOICE, 1),
        (OpenKind.CHANGED_AFTER_PAYOUT, 1),
    ]
    settled: dict[str, Any] = {
        "payouts": (payout(old),),
        "billed": frozenset({old.id, new.id}),
        "settled_until": {Ledger.ALLOWANCE: datetime(2026, 12, 1, tzinfo=UTC)},
    }
    assert kinds(old, new, **settled) == []


def test_a_correction_that_changes_nothing_of_the_invoice_is_not_open():
    old = entry()
    new = replace(old, id=EntryId(ids.new()), supersedes=old.id, minutes=10, reason="typed wrong")
    settled = {Ledger.ALLOWANCE: datetime(2026, 12, 1, tzinfo=UTC)}
    assert kinds(old, new, payouts=(payout(old),), billed=frozenset({old.id}), settled_until=settled) == []


def test_pay_that_rests_on_nothing_is_open_until_it_is_taken_back():
    old = entry()
    void = replace(
        old, id=EntryId(ids.new()), supersedes=old.id, void=True, at=datetime(2026, 11, 9, tzinfo=UTC)
    )
    assert kinds(old, void, payouts=(payout(old),)) == [(OpenKind.PAID_WITHOUT_ENTRY, 1)]
    later = {Ledger.ALLOWANCE: datetime(2026, 12, 1, tzinfo=UTC)}
    assert kinds(old, void, payouts=(payout(old),), settled_until=later) == []


def test_a_client_without_a_form_of_work_is_told():
    nobody = replace(LIISA, forms=())
    mine = entry()
    assert kinds(mine, clients={nobody.id: nobody}, billed=frozenset({mine.id})) == [
        (OpenKind.NO_FORM_OF_WORK, 1)
    ]


def wages(*entries: WorkEntry, **fields: Any) -> Payout:
    return replace(payout(*entries), ledger=Ledger.WAGE, **fields)


def lines_of_pay(*entries: WorkEntry, **fields: Any) -> list[tuple[OpenKind, Ledger | None]]:
    billed = frozenset(one.id for one in entries)
    return [(one.kind, one.ledger) for one in cross_check(facts(*entries, billed=billed, **fields), ())]


def test_wage_work_is_open_until_a_run_of_wages_pays_it():
    employed = replace(LIISA, forms=(FormOfWorkSpan(days=YEAR, form=FormOfWork.EMPLOYMENT),))
    mine = entry()
    people = {"clients": {employed.id: employed}}
    assert lines_of_pay(mine, **people) == [(OpenKind.NOT_PAID, Ledger.WAGE)]
    assert lines_of_pay(mine, payouts=(wages(mine),), **people) == []
    looked = {(Ledger.WAGE, OCTOBER): datetime(2026, 11, 30, tzinfo=UTC)}
    lacking = wages(warnings=("no_employment",))
    found = lines_of_pay(mine, payouts=(lacking,), calculated=looked, **people)
    assert found == [(OpenKind.CHANGED_AFTER_PAYOUT, Ledger.WAGE)]


def test_work_at_the_job_of_an_employment_waits_for_wages_beside_an_allowance():
    agreed = (make_benefits.employment(client=LIISA.id, job=JOB.id, days=YEAR),)
    mine = entry()
    assert lines_of_pay(mine, employments=agreed) == [(OpenKind.NOT_PAID, Ledger.WAGE)]
    assert lines_of_pay(mine, employments=agreed, payouts=(wages(mine),)) == []


def test_wages_that_rest_on_nothing_are_told_of_their_ledger():
    old = entry()
    void = replace(
        old, id=EntryId(ids.new()), supersedes=old.id, void=True, at=datetime(2026, 11, 9, tzinfo=UTC)
    )
    found = lines_of_pay(old, void, payouts=(wages(old),))
    assert (OpenKind.PAID_WITHOUT_ENTRY, Ledger.WAGE) in found


def test_days_not_complete_are_open_from_the_next_day():
    gap = Gap(code=GapCode.DAY_NOT_COMPLETE, day=date(2026, 10, 5), job=JOB.id)
    today = replace(gap, day=make.TODAY)
    assert kinds(gaps=(gap, gap, today)) == [(OpenKind.NOT_RECORDED, 2)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Money("-1234.50"), "-1234,50"),
        (Decimal("0.0001"), "0,0001"),
        (7, "7"),
        (date(2026, 11, 2), "2.11.2026"),
        (Month(2026, 11), "2026-11"),
        (None, ""),
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("−5", "'−5"),
        ('a;"b"\n', '"a;""b""\n"'),
        ("Aalto, Liisa", "Aalto, Liisa"),
    ],
)
def test_cells_are_safe_for_a_finnish_spreadsheet(cell: Any, text: str):
    assert written(cell) == text


def test_the_file_has_its_mark_and_its_line_ends():
    assert csv_bytes(["Nimi", "Summa"], [["Äijä", Money("1.50")]]) == (
        b"\xef\xbb\xbfNimi;Summa\r\n" + "Äijä;1,50\r\n".encode()
    )
