"""How far a job has been invoiced, and a prepayment asked for from its page."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from subcontract.actions.issue_invoice import IssueInvoice, issue_invoice
from subcontract.jobs.job import Job, JobState
from subcontract.money import Money
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.ui.presenters.test_money_screens import CUSTOMER, FIXED, JOB, LIISA, door, entry
from ui.presenters.jobs.progress import JobProgress
from ui.texts import CatalogueTexts

TEXTS = CatalogueTexts("fi")


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()

    def write(books: Any) -> None:
        books.clients.add(LIISA)
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        books.entries.add(entry())

    made.fill(write)
    return made


def opened(store: MemoryStore, job: Job = JOB, *roles: Role) -> tuple[JobProgress, list[UUID | None]]:
    gone: list[UUID | None] = []
    part = JobProgress(door(store, make.worker(*roles) if roles else None), TEXTS)
    part.on_go = lambda _screen, record: gone.append(record)
    part.show(job)
    return part, gone


def rows(part: JobProgress) -> list[tuple[object, ...]]:
    return [
        tuple(row.cells[key] for key in ("what", "price", "share", "done", "left")) for row in part.table.rows
    ]


def test_a_fixed_price_that_nobody_has_invoiced(store: MemoryStore) -> None:
    part, _ = opened(store)
    assert rows(part) == [("Kevätsiivous", Money(500), Decimal(0), Money(0), Money(500))]


def test_a_prepayment_is_made_and_told_once_it_is_issued(store: MemoryStore) -> None:
    part, gone = opened(store)
    part.begin()
    part.form.type("percent", "50")
    (line,) = part.form.summary(part.form.readable()) if part.form.summary else ()
    assert line.value == "298,00\u00a0€"
    part.make()
    assert not part.is_open
    with store.open_lists() as lists:
        (draft,) = lists.drafts.all()
    assert gone == [draft.id]
    assert draft.lines[0].net == Money(298)
    door(store).act(issue_invoice, IssueInvoice(draft=draft.id, version=1, texts_in=CatalogueTexts))
    part.load()
    assert rows(part)[1] == ("Ennakkomaksu, lasku 1001", Money(298), Decimal("0.0"), Money(0), Money(298))


def test_one_of_the_two_is_written(store: MemoryStore) -> None:
    part, gone = opened(store)
    part.begin()
    part.make()
    assert part.form.errors["amount"]
    part.form.type("percent", "30")
    part.form.type("amount", "10")
    part.make()
    assert part.form.errors["amount"] == "Kirjoita joko prosentti tai summa, ei molempia."
    part.form.type("percent", "")
    part.make()
    assert len(gone) == 1


def test_only_ordered_work_and_only_who_drafts(store: MemoryStore) -> None:
    assert not opened(store, replace(JOB, state=JobState.QUOTED))[0].can_begin
    assert not opened(store, JOB, Role.JOB_COACH)[0].can_begin
    part, _ = opened(store)
    assert part.can_begin
    part.begin()
    part.show(replace(JOB, id=make.job().id))
    assert not part.is_open
    assert FIXED.unit_price == Decimal("500.00")
