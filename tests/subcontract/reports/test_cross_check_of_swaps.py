"""Attendance, work, pay and invoices agree with swaps and a peer coach among them."""

from dataclasses import replace
from datetime import date
from typing import Any

from subcontract.days import DateRange
from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.payout.records import Ledger
from subcontract.people.client import FormOfWork, FormOfWorkSpan
from subcontract.reports.clients import client_reports
from subcontract.reports.cross_check import OpenKind, cross_check
from subcontract.reports.facts import ReportFacts
from tests import make
from tests.subcontract.reports.test_reports import JOB, LIISA, facts, payout

EMIL = make.client(number=2, first_name="Emil", last_name="Berg")
PEER = make.client(
    number=3,
    last_name="Salo",
    forms=(FormOfWorkSpan(days=DateRange(date(2026, 1, 1)), form=FormOfWork.FEE),),
)
DAY = date(2026, 10, 6)


def work(client: Any, **fields: Any) -> WorkEntry:
    start = {"client": client.id, "job": JOB.id, "phase": JOB.phases[0].id, "day": DAY, "pieces": 20}
    return make.entry(**{**start, **fields})


def told(*entries: WorkEntry, **fields: Any) -> ReportFacts:
    clients = {each.id: each for each in (LIISA, EMIL, PEER)}
    return facts(*entries, clients=clients, **fields)


def open_of(*entries: WorkEntry, **fields: Any) -> dict[OpenKind, int]:
    found: dict[OpenKind, int] = {}
    for line in cross_check(told(*entries, **fields), ()):
        found[line.kind] = found.get(line.kind, 0) + line.number
    return found


ABSENT = work(LIISA, attendance=Attendance.SICK, start=None, end=None, break_minutes=0, minutes=0, pieces=0)
CAME = work(EMIL)
HELPED = work(PEER, kind=EntryKind.COACHING, pieces=0)


def test_only_who_came_is_to_be_paid_and_invoiced() -> None:
    assert open_of(ABSENT, CAME) == {OpenKind.NOT_PAID: 1, OpenKind.NOT_INVOICED: 1}
    paid = replace(payout(CAME), client=EMIL.id)
    assert open_of(ABSENT, CAME, payouts=(paid,), billed=frozenset({CAME.id})) == {}


def test_pay_given_to_the_absent_one_is_found() -> None:
    planned = work(LIISA)
    taken_back = replace(planned, id=make.entry().id, supersedes=planned.id, void=True)
    entries = (planned, taken_back, CAME)
    found = open_of(*entries, payouts=(payout(planned),), billed=frozenset({CAME.id}))
    assert found[OpenKind.PAID_WITHOUT_ENTRY] >= 1


def test_a_peer_coach_is_to_be_paid_and_never_invoiced() -> None:
    assert open_of(HELPED) == {OpenKind.NOT_PAID: 1}
    (line,) = cross_check(told(HELPED), ())
    assert line.ledger is Ledger.WAGE
    paid = replace(payout(HELPED), client=PEER.id, ledger=Ledger.WAGE)
    assert open_of(HELPED, payouts=(paid,)) == {}


def test_the_peer_coachs_time_is_the_peer_coachs_in_the_report_of_clients() -> None:
    reports = {one.client.id: (one.days, one.minutes) for one in client_reports(told(ABSENT, CAME, HELPED))}
    assert reports == {EMIL.id: (1, 225), PEER.id: (1, 225)}
