"""Months of wages as the clerk meets them: the ledger, the people, Miksi?, approval by another person."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Worker
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.ids import StaffId
from subcontract.money import Money, total
from subcontract.payout.records import Ledger, PayRunState
from subcontract.payout.wage_records import NetPay
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import FormOfWork, FormOfWorkSpan, TariffClassSpan
from subcontract.people.staff import Role
from tests import make, make_pay
from tests.desk import Desk, plain
from tests.fakes import MemoryStore
from tests.paper_reading import text
from ui.presenters.direct import DirectDoor
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.today.today import TodayPresenter
from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts

OCTOBER = Month(2026, 10)
TEXTS = CatalogueTexts("fi")
CLERK = StaffId(ids.new())
JOB = make.job(number=1)
LIISA = make_pay.worker(1)
BOTH = make_pay.worker(
    2,
    first_name="Ben",
    last_name="Berg",
    forms=(
        FormOfWorkSpan(days=DateRange(date(2026, 1, 1), date(2026, 10, 10)), form=FormOfWork.ALLOWANCE),
        FormOfWorkSpan(days=DateRange(date(2026, 10, 11)), form=FormOfWork.EMPLOYMENT),
    ),
    tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),),
)
AT = datetime(2026, 11, 2, 8, tzinfo=UTC)


@pytest.fixture
def store() -> MemoryStore:
    """Somebody employed, and somebody who went from allowance to employment in the middle of October."""
    made = make.store()

    def write(books: Any) -> None:
        books.staff.add(make.staff(id=CLERK, name="Kalle Kassa", roles=frozenset({Role.CLERK})))
        books.jobs.add(JOB)
        books.tariffs.add(make.tariff())
        books.pay.pay_settings.add(make_pay.settings())
        for client in (LIISA, BOTH):
            books.clients.add(client)
            books.pay.employments.add(make_pay.employment(client))
        books.pay.tax_cards.add(make_pay.card(LIISA))
        for client, day in ((LIISA, 5), (LIISA, 6), (BOTH, 6), (BOTH, 12)):
            books.entries.add(make_pay.work(client, date(2026, 10, day), JOB, at=AT))

    made.fill(write)
    return made


def door(store: MemoryStore, who: Worker | None = None) -> DirectDoor:
    return DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), who or make.worker())


def clerk() -> Worker:
    return make.worker(Role.CLERK, staff=CLERK, name="Kalle Kassa")


def wages(store: MemoryStore, who: Worker | None = None, month: Month | None = OCTOBER) -> PayRunsPresenter:
    made = PayRunsPresenter(door(store, who), TEXTS)
    made.load()
    made.choose(Ledger.WAGE)
    if month is not None:
        made.open_month(month)
    return made


def approved(store: MemoryStore) -> PayRunsPresenter:
    wages(store, clerk()).calculate()
    runs = wages(store)
    runs.approve()
    return runs


def test_the_months_of_the_other_ledger_are_its_own(store: MemoryStore) -> None:
    runs = wages(store, clerk(), None)
    (row,) = runs.runs.visible
    assert (row.id, runs.runs.text(row, runs.runs.columns[1])) == (OCTOBER, "Laskematta")
    runs.open_month(OCTOBER)
    runs.calculate()
    runs.choose(Ledger.ALLOWANCE)
    assert runs.month == OCTOBER
    assert runs.run is None
    (row,) = runs.runs.visible
    assert runs.runs.text(row, runs.runs.columns[1]) == "Laskematta"


def test_gross_withheld_net_and_the_employers_costs_stand_in_the_table(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    liisa = next(row for row in runs.people.visible if row.cells["name"] == LIISA.name)
    payout = runs.payout_of(liisa.id)
    assert payout is not None
    assert payout.wage is not None
    assert (liisa.cells["gross"], liisa.cells["net"]) == (Money("107.04"), payout.net)
    assert liisa.cells["withheld"] == Money("107.04") - payout.net > Money(0)
    sums = {key: plain(text) for key, text in runs.people.totals().items()}
    assert sums["gross"] == "160,56 €"
    costs = sum((one.wage.employer_costs for one in runs.payouts if one.wage), Money(0))
    assert sums["employer"] == plain(TEXTS.money(costs)) != "0,00 €"
    assert f"Työnantaja maksaa lisäksi sivukuluja {plain(TEXTS.money(costs))}" in plain(runs.about)


def test_somebody_in_both_ledgers_is_never_paid_for_the_same_hours_twice(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    by_wage = {entry for one in runs.payouts for line in one.lines for entry in line.entries}
    people = {one.client for one in runs.payouts}
    runs.choose(Ledger.ALLOWANCE)
    runs.calculate()
    by_allowance = {entry for one in runs.payouts for line in one.lines for entry in line.entries}
    assert {one.client for one in runs.payouts} == {BOTH.id}
    assert people == {LIISA.id, BOTH.id}
    assert not by_wage & by_allowance
    assert len(by_wage | by_allowance) == 4


def test_miksi_tells_what_is_earned_withheld_and_paid_on_top(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    runs.people.select(next(row.id for row in runs.people.visible if row.cells["name"] == LIISA.name))
    steps = {step.what.split(" · ")[-1]: step for step in runs.steps}
    assert plain(steps["Ennen pidätyksiä"].amount) == "107,04 €"
    held = next(step for what, step in steps.items() if "perusprosentti" in what.lower())
    assert [plain(text) for text in (held.basis, held.rate, held.amount)] == ["107,04 €", "5 %", "−5,35 €"]
    assert held.rule
    assert held.since == date(2025, 1, 1)
    payout = runs.selected
    assert payout is not None
    assert payout.wage is not None
    assert steps["Tilille"].amount == TEXTS.money(payout.net)
    assert steps["Työnantajan sivukulut lisäksi"].amount == TEXTS.money(payout.wage.employer_costs)
    order = [step.what for step in runs.steps if step.is_sum]
    assert order == ["Ennen pidätyksiä", "Tilille", "Työnantajan sivukulut lisäksi"]


def test_one_calculates_wages_and_another_approves_and_they_are_locked(store: MemoryStore) -> None:
    first = wages(store, clerk())
    first.calculate()
    assert (first.verb, first.can_approve) == ("Laske uudelleen", False)
    second = wages(store)
    net = TEXTS.money(sum((one.net for one in second.payouts), Money(0)))
    assert second.verb == f"Hyväksy 2 maksua, {net}"
    second.approve()
    assert second.run is not None
    assert second.run.state is PayRunState.APPROVED
    assert not second.can_calculate


def test_warnings_of_wages_lead_to_their_people(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    codes = [group.code for group in runs.warnings]
    assert PayWarning.NO_TAX_CARD in codes
    runs.show_only(PayWarning.NO_TAX_CARD)
    assert [row.cells["name"] for row in runs.people.visible] == ["Berg, Ben"]


def test_where_nobody_is_employed_it_is_said_what_is_missing() -> None:
    runs = wages(make.store())
    assert runs.notice is not None
    assert "Kenelläkään ei ole työsopimusta" in runs.notice.text
    assert "lokakuu 2026" in runs.notice.text
    assert runs.wants_agreement
    runs.choose(Ledger.ALLOWANCE)
    assert runs.notice is None


def test_a_late_answer_of_the_other_ledger_is_left_aside(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    facts = runs.facts
    assert facts is not None
    runs.choose(Ledger.ALLOWANCE)
    runs._fill_run(facts)
    assert runs.run is None


def test_a_payslip_and_a_statement_are_kept_of_an_approved_wage(store: MemoryStore) -> None:
    runs = approved(store)
    runs.people.select(next(row.id for row in runs.people.visible if row.cells["name"] == BOTH.name))
    runs.papers.show_payslip()
    slip = runs.papers.shown
    assert slip is not None
    assert (slip.kind, slip.name) == ("payslip", "palkkalaskelma-2026-10-2.pdf")
    runs.papers.show_payslip()
    assert runs.papers.shown == slip
    runs.papers.show_statement()
    assert runs.papers.shown is not None
    told = text(runs.papers.shown.content)
    assert "Palkka" in told
    assert "1 päivä, 4 tuntia" in told.replace("\xa0", " ")  # the day on allowance is not among the wages


def test_there_is_no_payslip_of_an_allowance_or_of_an_open_run(store: MemoryStore) -> None:
    runs = wages(store, clerk())
    runs.calculate()
    assert not runs.papers.has_payslips
    runs.people.select(runs.people.visible[0].id)
    runs.papers.show_payslip()
    assert runs.papers.shown is None


def test_today_asks_another_to_approve_the_wages(store: MemoryStore) -> None:
    wages(store, clerk()).calculate()
    today = TodayPresenter(door(store), TEXTS)
    today.load()
    (card,) = (one for one in today.cards if "Palkat" in one.what)
    assert card.what == "Palkat kuulta lokakuu 2026 odottavat hyväksyntää"
    assert card.screen == "payouts"
    assert (card.tone, card.when) == (Tone.WRONG, "maksupäivä oli 13.11.2026")  # it is the 23rd


def test_a_calculation_that_is_stopped_says_so_and_leaves_the_month_as_it_was() -> None:
    desk = Desk.demo()
    page = desk.pay
    page.choose(Ledger.WAGE)
    page.open_month(Month(2026, 10))
    before = desk.stored(lambda lists: lists.payouts.all())
    page.listen(lambda: page.calculation.cancel() if page.calculation.done == 2 else None)
    page.calculate()
    assert page.notice is not None
    assert "Pysäytetty" in page.notice.text
    assert not page.calculation.is_working
    assert not page.busy
    assert desk.stored(lambda lists: lists.payouts.all()) == before


def test_where_the_payroll_reckons_the_net_the_gross_is_approved() -> None:
    desk = Desk.demo()
    page = desk.pay
    page.choose(Ledger.WAGE)
    page.open_month(Month(2026, 10))
    net = page.verb
    settings = desk.stored(lambda lists: lists.pay.pay_settings.all())[0]
    with desk.store.open_books() as books:
        books.pay.pay_settings.save(replace(settings, net_pay=NetPay.PAYROLL))
        books.commit()
    page.load()
    gross = plain(str(desk.texts.money(total(payout.paid for payout in page.payouts))))
    assert gross in plain(page.verb)
    assert page.verb != net
    assert f"Palkanlaskentaan menee bruttopalkkaa {gross}" in plain(page.about)
