"""The parts of a job's page that tell what has been done and what has come of it."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.hours.entry import EntryKind
from subcontract.ids import PayoutId, PayRunId
from subcontract.money import Money
from subcontract.payout.records import Ledger, Payout, PayoutLine, PayRun
from subcontract.people.staff import Role
from tests import make
from tests.billing_office import Office
from ui.presenters.direct import DirectDoor
from ui.presenters.jobs.work import JobMoneyPresenter, JobPart, JobWorkPresenter
from ui.presenters.tables.table import TablePresenter
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)


class Counting:
    """Lists that count what is asked of them."""

    def __init__(self, lists: Any) -> None:
        self.lists = lists
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        self.asked.append(name)
        return getattr(self.lists, name)


class Page:
    """An office whose job has a part of its page in sight."""

    def __init__(self, part: Callable[..., JobPart], *roles: Role) -> None:
        self.office = Office()
        clock = standing_at(make.TODAY)
        store = self.office.store
        self.door = DirectDoor(store.open_books, store.open_lists, clock, make.worker(*roles))
        self.part = part(self.door, CatalogueTexts("fi"))
        self.went: list[tuple[str, UUID | None]] = []
        self.part.on_go = lambda screen, record: self.went.append((screen, record))

    def show(self) -> Any:
        self.part.show(self.office.job)
        return self.part

    def shift(self, day: int, month: int = 11) -> Any:
        made = make.shift(job=self.office.job.id, day=date(2026, month, day))
        self.office.store.fill(lambda books: books.shifts.add(made))
        return made


def cells(table: TablePresenter, row: object) -> Any:
    return next(one.cells for one in table.rows if one.id == row)


def test_each_month_has_its_shifts_hours_pieces_and_open_days() -> None:
    page = Page(JobWorkPresenter)
    first, ahead = page.shift(2), page.shift(7, 12)
    page.office.work(day=2, shift=first.id, minutes=225, pieces=40, rejects=2)
    wrong = page.office.work(day=3, minutes=60)
    page.office.correct(wrong, minutes=75)
    page.office.work(
        day=2, shift=first.id, kind=EntryKind.COACHING, client=None, staff=make.MANAGER, minutes=120, pieces=0
    )
    months = page.show().months
    assert [row.id for row in months.rows] == [DECEMBER, NOVEMBER]
    november = cells(months, NOVEMBER)
    assert (november["shifts"], november["minutes"], november["coach"]) == (1, 300, 120)
    assert (november["pieces"], november["rejects"], november["open"]) == (40, 2, 1)
    assert cells(months, DECEMBER)["open"] is None
    months.on_open(NOVEMBER)
    months.on_open(DECEMBER)
    assert page.went == [("hours", first.id), ("shifts", ahead.id)]


def test_a_job_without_work_says_what_to_do_first() -> None:
    page = Page(JobWorkPresenter)
    months = page.show().months
    assert not months.rows
    assert months.empty
    months.empty.command()
    assert page.went == [("shifts", None)]


def test_what_came_of_it_stands_beside_the_plan() -> None:
    page = Page(JobMoneyPresenter)
    office = page.office
    office.work("hour", day=2, minutes=120)
    invoice = office.issue(office.draft())
    office.work("hour", day=4, minutes=60)
    draft = office.draft()
    office.work("hour", day=5, minutes=30)
    part = page.show()
    actual = cells(part.figures, "actual")
    assert actual["minutes"] == 210
    assert actual["revenue"] == Money("23.00")
    plan, ahead = cells(part.figures, "planned"), cells(part.figures, "ahead")
    assert ahead["minutes"] == actual["minutes"] - (plan["minutes"] or 0)
    assert [row.id for row in part.papers.rows] == [draft.id, invoice.id]
    assert cast("State", part.papers.rows[0].cells["state"]).text == "Luonnos"
    assert cells(part.papers, draft.id)["net"] == Money("11.50")
    assert part.unbilled == "1\N{NO-BREAK SPACE}kirjaus ei ole vielä millään laskulla."
    part.papers.on_open(invoice.id)
    assert page.went == [("invoices", invoice.id)]


def test_a_credit_note_takes_its_invoice_back() -> None:
    page = Page(JobMoneyPresenter)
    page.office.work("hour", day=2, minutes=120)
    invoice = page.office.issue(page.office.draft())
    note = page.office.credit(invoice)
    part = page.show()
    assert cells(part.papers, note.id)["net"] == -Money("23.00")
    assert cells(part.papers, note.id)["due"] is None
    assert cells(part.papers, invoice.id)["state"].text == "Hyvitetty"
    assert cells(part.figures, "actual")["revenue"] is None


@pytest.mark.parametrize("ledger", list(Ledger))
def test_pay_is_shared_between_the_jobs_behind_it(ledger: Ledger) -> None:
    page = Page(JobMoneyPresenter)
    mine = page.office.work("hour", day=2, minutes=60)
    other = make.job(number=2, customer=page.office.customer.id)
    beside = make.entry(client=page.office.client.id, job=other.id, day=date(2026, 11, 3), minutes=120)
    run = PayRun(
        id=PayRunId(ids.new()),
        unit=make.UNIT,
        ledger=ledger,
        month=NOVEMBER,
        calculated_at=page.office.at,
        calculated_by=make.MANAGER,
        pay_day=date(2026, 12, 15),
    )
    payout = Payout(
        id=PayoutId(ids.new()),
        pay_run=run.id,
        client=page.office.client.id,
        ledger=ledger,
        month=NOVEMBER,
        days=2,
        minutes=180,
        pieces=0,
        tax_free=Money("9.00"),
        lines=(PayoutLine(what="", entries=(mine.id, beside.id)),),
    )

    def write(books: Any) -> None:
        books.jobs.add(other)
        books.entries.add(beside)
        books.pay_runs.add(run)
        books.payouts.add(payout)

    page.office.store.fill(write)
    assert cells(page.show().figures, "actual")["pay"] == Money("3.00")


def test_money_is_not_shown_to_a_role_without_reports() -> None:
    page = Page(JobMoneyPresenter, Role.WORK_COACH)
    page.office.work("hour", day=2, minutes=60)
    part = page.show()
    assert not part.can_see
    assert not part.figures.rows
    assert not part.papers.rows


@pytest.mark.parametrize("made", [JobWorkPresenter, JobMoneyPresenter])
@given(number=st.integers(1, 12))
def test_a_longer_story_asks_for_no_more(made: Callable[..., JobPart], number: int) -> None:
    asked = []
    for much in (1, number):
        page = Page(made)
        for day in range(1, much + 1):
            page.office.work("hour", day=day, minutes=60)
        with page.office.store.open_lists() as lists:
            counting = Counting(lists)
            page.door.ask = lambda query, done, counting=counting: done(query(counting))  # type: ignore[method-assign,misc]
            page.show()
        asked.append(counting.asked)
    assert asked[0] == asked[1]
