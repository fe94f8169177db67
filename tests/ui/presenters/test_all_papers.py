"""All papers of a run in one step: made, kept, put together by name, and stopped in the middle."""

from dataclasses import replace
from typing import Any

from subcontract.actions.keep_payslips import PAYSLIP
from subcontract.actions.keep_statements import ALLOWANCE_LIST, STATEMENT
from subcontract.actions.reopen_payout import ReopenPayout, reopen_payout
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import NetPay
from tests import make, make_pay
from tests.fakes import MemoryStore
from tests.paper_reading import pages, text
from tests.ui.presenters.test_wage_runs import BOTH, JOB, LIISA, approved, clerk, store, wages
from ui.presenters.pay import papers as pay_papers
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.tone import Tone

__all__ = ["store"]


def kinds_kept(store: MemoryStore, runs: PayRunsPresenter) -> set[str]:
    with store.open_lists() as lists:
        kinds = (STATEMENT, PAYSLIP)
        return {kind for kind in kinds for one in runs.payouts if lists.papers.find(one.id, kind)}


def test_approval_keeps_statements_and_payslips(store: MemoryStore) -> None:
    runs = approved(store)
    assert kinds_kept(store, runs) == {STATEMENT, PAYSLIP}
    assert runs.notice is not None
    assert runs.notice.text.startswith("4 paperia on valmiina")
    assert runs.papers.shown is None


def test_one_file_has_the_list_and_then_each_persons_papers_by_name(store: MemoryStore) -> None:
    approved(store)
    runs = wages(store, clerk())
    runs.papers.make_all()
    paper = runs.papers.shown
    assert paper is not None
    assert paper.name == "kaikki-paperit-2026-10-W.pdf"
    read = pages(paper.content)
    assert len(read) % 2 == 0
    assert "Palkat ja palkkiot" in read[0]
    firsts = [at for at, page in enumerate(read) if "Palkkalaskelma" in page and "sivu 1/" in page]
    assert [at % 2 for at in firsts] == [0, 0]
    assert ["Ben Berg" in read[at] for at in firsts] == [False, True]
    assert "Liisa Aalto" in read[firsts[0]]
    with store.open_lists() as lists:
        kept = lists.papers.find(runs.run.id, ALLOWANCE_LIST) if runs.run else None
    assert kept is not None
    assert kept.name == "palkkaluettelo-2026-10.pdf"
    assert not runs.papers.is_working


def test_who_was_reopened_has_no_papers_and_no_row(store: MemoryStore) -> None:
    wages(store, clerk()).calculate()
    runs = wages(store)
    runs.papers.keep_all = lambda: None  # type: ignore[method-assign]
    runs.approve()
    his = next(one for one in runs.payouts if one.client == BOTH.id)
    runs.door.act(reopen_payout, ReopenPayout(payout=his.id, reason="x"))
    again = wages(store, clerk())
    again.papers.make_all()
    assert again.papers.shown is not None
    whole = "\n".join(pages(again.papers.shown.content))
    assert "Berg" not in whole
    assert "Avattu, ei makseta 1" in whole.replace("\n", " ")


def test_a_payroll_that_pays_gives_its_own_payslips(store: MemoryStore) -> None:
    def write(books: Any) -> None:
        (kept,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(kept, net_pay=NetPay.PAYROLL))

    store.fill(write)
    runs = approved(store)
    assert kinds_kept(store, runs) == {STATEMENT}
    runs.people.select(runs.people.visible[0].id)
    assert (runs.papers.has_papers, runs.papers.has_payslips) == (True, False)
    runs.papers.show_statement()
    assert runs.papers.shown is not None
    told = text(runs.papers.shown.content)
    assert "Tästä ei ole vielä otettu veroa." in told
    assert "Siitä on otettu" not in told
    assert "Ennakonpidätys" not in told
    runs.papers.make_all()
    assert runs.papers.shown is not None
    assert "Brutto yhteensä" in text(runs.papers.shown.content)


def test_papers_are_stopped_in_the_middle_and_the_rest_made_later(store: MemoryStore) -> None:
    many = [make_pay.worker(number, last_name=f"Nimi{number}") for number in range(3, 3 + pay_papers.AT_ONCE)]

    def write(books: Any) -> None:
        for client in many:
            books.clients.add(client)
            books.pay.employments.add(make_pay.employment(client))
            books.entries.add(make_pay.work(client, make.TODAY.replace(month=10, day=5), JOB))

    store.fill(write)
    wages(store, clerk()).calculate()
    runs = wages(store)
    keep_all, runs.papers.keep_all = runs.papers.keep_all, lambda: None  # type: ignore[method-assign]
    runs.approve()
    told: list[tuple[int, int]] = []

    def stop() -> None:
        told.append((runs.papers.done, runs.papers.of))
        if runs.papers.done:
            runs.papers.cancel()

    runs.listen(stop)
    keep_all()
    assert told[0] == (0, 24)
    assert runs.notice is not None
    assert runs.notice.tone is Tone.INFO
    assert runs.notice.text.startswith("10 paperia on valmiina ja tallessa. Loput tehdään")
    assert runs.papers.shown is None
    second = wages(store, clerk())
    second.papers.make_all()
    assert kinds_kept(store, second) == {STATEMENT, PAYSLIP}


def test_the_allowance_has_a_list_and_statements(store: MemoryStore) -> None:
    first = wages(store, clerk())
    first.choose(Ledger.ALLOWANCE)
    first.calculate()
    second = wages(store)
    second.choose(Ledger.ALLOWANCE)
    second.approve()
    second.papers.make_all()
    assert second.papers.shown is not None
    read = pages(second.papers.shown.content)
    assert "Työosuusrahat" in read[0]
    assert LIISA.last_name not in "".join(read)
