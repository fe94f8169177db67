"""Which files a run has, and what is said where the provider's payroll pays."""

from dataclasses import replace
from typing import Any

import pytest

from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOverKind, NetPay, PayCode
from tests.fakes import MemoryStore
from tests.seat import plain
from tests.ui.presenters.test_wage_runs import TEXTS, approved, clerk, store, wages
from ui.presenters.pay.runs import PayRunsPresenter

__all__ = ["store"]


@pytest.fixture
def runs(store: MemoryStore) -> PayRunsPresenter:
    """An approved October of wages, in the clerk's hands."""
    approved(store)
    return wages(store, clerk())


def by_payroll(store: MemoryStore, runs: PayRunsPresenter, *codes: tuple[PayCode, str]) -> None:
    def write(books: Any) -> None:
        (kept,) = books.pay.pay_settings.all()
        books.pay.pay_settings.save(replace(kept, net_pay=NetPay.PAYROLL, codes=codes))

    store.fill(write)
    runs.load()
    runs.files.open()


def test_a_run_of_ours_has_a_bank_file_a_wage_report_and_accounts(runs: PayRunsPresenter) -> None:
    runs.files.open()
    assert runs.files.kinds == (
        HandOverKind.BANK_FILE,
        HandOverKind.INCOMES_REGISTER,
        HandOverKind.LEDGER,
    )
    assert runs.files.why_less == ""
    runs.files.choose(HandOverKind.PAYROLL)
    assert runs.files.kind is HandOverKind.BANK_FILE


def test_the_payroll_gets_gross_lines_and_it_is_said_why_nothing_else_is_made(
    store: MemoryStore, runs: PayRunsPresenter
) -> None:
    by_payroll(store, runs, (PayCode.HOURS, "1010"))
    assert (runs.files.kinds, runs.files.kind) == ((HandOverKind.PAYROLL,), HandOverKind.PAYROLL)
    assert "arvio" in runs.about
    assert "Siksi niistä ei tehdä tässä pankkiaineistoa" in runs.files.why_less
    coming = runs.files.coming
    assert coming is not None
    told = plain(coming.sentence)
    assert told.startswith("2 henkilöä, tarkistussumma 160,56 €.")
    assert "1 rivilajilta puuttuu palkanlaskennan oma koodi" in told
    runs.files.make()
    paper = runs.files.to_save
    assert paper is not None
    assert paper.name.endswith(".csv")
    assert b";1010;" in paper.content
    runs.files.saved("/x")
    assert "kahdesti" in runs.files.question
    runs.files.table.select(runs.files.table.visible[0].id)
    runs.files.tick()
    assert not runs.can_do


def test_the_allowance_keeps_its_bank_file(store: MemoryStore, runs: PayRunsPresenter) -> None:
    by_payroll(store, runs)
    runs.choose(Ledger.ALLOWANCE)
    runs.calculate()
    second = wages(store)
    second.choose(Ledger.ALLOWANCE)
    second.approve()
    second.files.open()
    assert second.files.kinds[0] is HandOverKind.BANK_FILE


def test_an_accounting_file_takes_the_place_of_the_one_before(runs: PayRunsPresenter) -> None:
    runs.files.open()
    runs.files.choose(HandOverKind.LEDGER)
    coming = runs.files.coming
    assert coming is not None
    assert "ei ole kenenkään nimeä" in coming.sentence
    costs = sum((one.wage.employer_costs.cents for one in runs.payouts if one.wage), 0)
    runs.files.make()
    runs.files.saved("/x")
    (row,) = runs.files.table.visible
    assert getattr(row.cells["total"], "cents", 0) == 16056 + costs
    assert str(row.cells["kind"]).startswith("Kirjanpito")
    assert "tulee edellisen tilalle" in runs.files.question
    assert TEXTS.say("Make the file again") == runs.verb


def test_the_chosen_version_is_told_to_whoever_remembers_it(runs: PayRunsPresenter) -> None:
    told: list[str] = []
    runs.files.on_version = lambda version: told.append(version.value)
    runs.files.choose_version(type(runs.files.version)("03"))
    assert told == ["03"]
