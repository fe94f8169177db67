"""Aineistot and reopening as the clerk meets them, without a window."""

from dataclasses import replace
from typing import Any

import pytest

from subcontract.money import Money
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOverKind
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.seat import plain
from tests.ui.presenters.test_wage_runs import BOTH, LIISA, TEXTS, approved, clerk, store, wages
from ui.presenters.base import Notice
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.tone import Tone

__all__ = ["store"]


@pytest.fixture
def runs(store: MemoryStore) -> PayRunsPresenter:
    """An approved October of wages, in the clerk's hands."""
    approved(store)
    return wages(store, clerk())


def pick(runs: PayRunsPresenter, name: str) -> None:
    runs.people.select(next(row.id for row in runs.people.visible if row.cells["name"] == name))


def net(runs: PayRunsPresenter) -> Money:
    return sum((one.net for one in runs.payouts), Money(0))


def test_a_bank_file_is_made_saved_and_ticked(runs: PayRunsPresenter) -> None:
    runs.files.open()
    coming = runs.files.coming
    assert coming is not None
    told = plain(coming.sentence)
    assert told.startswith(f"2 henkilöä, tarkistussumma {plain(TEXTS.money(net(runs)))}.")
    assert "13.11.2026" in told  # the fifteenth is a Sunday, and has gone: today is asked for
    assert "23.11.2026" in told
    assert (runs.verb, runs.can_do, runs.files.question) == ("Tee aineisto", True, "")
    runs.files.make()
    paper = runs.files.to_save
    assert paper is not None
    assert b"pain.001.001.09" in paper.content
    failed = Notice("Tiedostoa ei voitu kirjoittaa.", Tone.WRONG)
    runs.files.saved("/nowhere", failed)
    assert runs.notice == failed
    runs.files.saved("/somewhere")
    assert runs.notice is not None
    assert runs.notice.tone is Tone.READY
    (row,) = runs.files.table.visible
    assert (row.cells["total"], row.cells["count"], row.cells["by"]) == (net(runs), 2, "Kalle Kassa")
    assert str(getattr(row.cells["state"], "text", "")) == "Täsmättävä"
    runs.files.table.select(row.id)
    assert runs.files.can_tick
    runs.files.tick()
    (row,) = runs.files.table.visible
    assert str(getattr(row.cells["state"], "text", "")) == "Täsmää"
    assert (row.cells["ticked"], runs.files.can_tick) == ("Kalle Kassa", False)
    assert not runs.can_do
    again = runs.files.coming
    assert again is not None
    assert again.sentence.startswith("Kaikki, jotka voivat olla")


def test_a_second_file_is_asked_about_first(runs: PayRunsPresenter) -> None:
    runs.files.open()
    runs.files.make()
    runs.files.saved("")
    assert runs.notice is not None
    assert "luettelossa" in runs.notice.text
    assert runs.verb == "Tee aineisto uudelleen"
    assert "kahdesti" in runs.files.question
    runs.files.choose_version(BankFileVersion.OLD)
    runs.files.make()
    paper = runs.files.to_save
    assert paper is not None
    assert b"pain.001.001.03" in paper.content
    assert len(runs.files.table.visible) == 2
    first = runs.files.table.visible[-1].id
    runs.files.saved("/x")
    runs.files.table.select(first)
    runs.files.save_selected()
    assert runs.files.to_save is not None
    assert b"pain.001.001.09" in runs.files.to_save.content


def test_who_is_left_out_is_listed_with_the_reason(store: MemoryStore, runs: PayRunsPresenter) -> None:
    store.fill(lambda books: books.clients.save(replace(BOTH, iban="", identity_code="")))
    runs.load()
    runs.files.open()
    coming = runs.files.coming
    assert coming is not None
    assert [words.split(":")[0] for words in coming.left_out] == ["Berg, Ben"]
    assert "tilinumero puuttuu" in coming.left_out[0]
    runs.files.choose(HandOverKind.INCOMES_REGISTER)
    coming = runs.files.coming
    assert coming is not None
    assert "henkilötunnus puuttuu" in coming.left_out[0]
    assert coming.people == 1


def test_what_the_unit_lacks_is_said_with_its_place(store: MemoryStore, runs: PayRunsPresenter) -> None:
    runs.files.open()
    runs.files.choose(HandOverKind.INCOMES_REGISTER)
    coming = runs.files.coming
    assert coming is not None
    assert coming.wanting == ("Yksikön puhelinnumero puuttuu: kirjoita se kohdassa Asetukset, Yksikkö.",)
    assert not runs.can_do

    def write(books: Any) -> None:
        (unit,) = books.units.all()
        books.units.save(replace(unit, phone="05 123 4567"))

    store.fill(write)
    runs.load()
    assert runs.can_do
    runs.files.make()
    assert runs.files.to_save is not None
    assert b"WageReportsRequestToIR" in runs.files.to_save.content


def test_an_allowance_free_of_tax_has_nothing_to_report(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.choose(Ledger.ALLOWANCE)
    runs.calculate()
    second = wages(store)
    second.choose(Ledger.ALLOWANCE)
    second.approve()
    second.files.open()
    second.files.choose(HandOverKind.INCOMES_REGISTER)
    coming = second.files.coming
    assert coming is not None
    assert coming.sentence == "Verotonta työosuusrahaa ei ilmoiteta tulorekisteriin."


def test_files_are_the_clerks_and_of_an_approved_run(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    runs.files.open()
    assert not runs.files.is_open
    approved(store)
    coach = wages(store, make.worker(Role.JOB_COACH))
    coach.files.open()
    assert not coach.files.is_open


def test_going_to_another_month_or_ledger_closes_the_files(runs: PayRunsPresenter) -> None:
    runs.files.open()
    runs.step(1)
    assert not runs.files.is_open
    runs.step(-1)
    runs.files.open()
    runs.choose(Ledger.ALLOWANCE)
    assert not runs.files.is_open


def test_one_person_is_reopened_with_a_reason(runs: PayRunsPresenter) -> None:
    pick(runs, LIISA.name)
    assert runs.reopening.can_reopen
    runs.reopening.start()
    assert runs.reopening.question == ""
    assert "reason" in runs.reopening.form.errors
    runs.reopening.form.type("reason", "Väärä tuntipalkka")
    asked = plain(runs.reopening.question)
    assert asked.startswith("Avataanko maksu: Aalto, Liisa, lokakuu 2026, ")
    assert "pankkiaineisto" not in asked
    runs.people.select(next(row.id for row in runs.people.visible if row.cells["name"] != LIISA.name))
    assert not runs.reopening.is_open  # the reason is Liisa's alone
    pick(runs, LIISA.name)
    runs.reopening.do()
    assert not runs.reopening.is_open
    row = next(row for row in runs.people.visible if row.cells["name"] == LIISA.name)
    assert str(getattr(row.cells["state"], "text", "")) == "Avattu"
    assert "Väärä tuntipalkka." in runs.reopening.told
    assert "Kalle Kassa" in runs.reopening.told
    assert not runs.reopening.can_reopen
    assert "1 maksu on avattu" in runs.about
    assert not runs.papers.has_papers
    runs.papers.keep_all()
    assert runs.notice is not None
    assert "2 paperia on valmiina" in runs.notice.text  # of the other one: a statement and a payslip
    runs.files.open()
    coming = runs.files.coming
    assert coming is not None
    assert coming.left_out == ("Aalto, Liisa: avattu, seuraava maksuajo maksaa",)


def test_after_a_bank_file_the_question_warns_of_paying_twice(runs: PayRunsPresenter) -> None:
    runs.files.open()
    runs.files.make()
    runs.files.saved("/x")
    runs.files.close()
    pick(runs, LIISA.name)
    runs.reopening.start()
    runs.reopening.form.type("reason", "x")
    assert "Jos se on lähetetty, älä avaa" in runs.reopening.question
