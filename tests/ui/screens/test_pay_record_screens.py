"""Agreements, fees, pots and pay settings in the window, by keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from subcontract.days import DateRange, Month
from subcontract.jobs.job import JobState
from subcontract.money import Money
from subcontract.payout.records import Ledger
from subcontract.people.client import FormOfWork
from subcontract.people.forms_of_work import with_form
from tests import make, make_benefits
from tests.fakes import MemoryStore
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.places import Walk
from ui.screens.clients.clients import ClientsScreen
from ui.screens.clients.employments import EmploymentsPage
from ui.screens.jobs.jobs import JobsScreen
from ui.screens.jobs.wage_pots import WagePotsTab
from ui.screens.pay.payouts import PayoutsScreen
from ui.screens.settings.settings import PAGES, SettingsScreen
from ui.widgets.lines import LinesView

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
BUTTON_STAYS_DOWN = 150
"""Milliseconds: a button pressed by its key acts when it comes up."""


@pytest.fixture
def store() -> MemoryStore:
    made = make.store()
    customer = make.customer(number=9)
    with made.open_books() as books:
        books.customers.add(customer)
        books.jobs.add(make.job(number=9, customer=customer.id, state=JobState.RUNNING))
        books.clients.add(make.client(number=9))
        books.commit()
    return made


@pytest.fixture
def walk(qtbot: QtBot, store: MemoryStore) -> Iterator[Walk]:
    assert qtbot
    shell = window(store)
    shell.resize(1366, 768)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    accessible.settle()
    yield Walk(shell)
    shell.close()
    shell.deleteLater()
    accessible.free()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(walk: Walk, key: Qt.Key, with_: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(focused().window().windowHandle(), key, with_)
    QTest.qWait(BUTTON_STAYS_DOWN)
    walk.rest()


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)


def at_agreements(walk: Walk) -> EmploymentsPage:
    """The client's tab of agreements, come to by keys from the list."""
    screen = walk.to(ClientsScreen, "clients")
    screen.list.focus_first()
    press(walk, Qt.Key.Key_Return)
    for _ in range(2):  # past the wishes
        press(walk, Qt.Key.Key_PageDown, CTRL)
    page = screen.tabs.page
    assert isinstance(page, EmploymentsPage)
    return page


def go_to(walk: Walk, editor: QWidget) -> None:
    """Tab until a field has the focus."""
    for _ in range(40):
        if QApplication.focusWidget() is editor:
            return
        press(walk, Qt.Key.Key_Tab)
    raise AssertionError(editor.accessibleName())


def agreed(walk: Walk) -> EmploymentsPage:
    page = at_agreements(walk)
    press(walk, Qt.Key.Key_N, CTRL)
    write("1.11.2026")
    go_to(walk, page.terms.editors[0][1])
    write("12,50")
    press(walk, Qt.Key.Key_Return, CTRL)
    return page


def test_an_agreement_is_made_by_keys_alone_and_its_work_made_wage_work(
    walk: Walk, store: MemoryStore
) -> None:
    page = agreed(walk)
    with store.open_lists() as lists:
        (record,) = lists.pay.employments.all()
    assert (record.days.first, record.terms[0].hourly) == (date(2026, 11, 1), Money("12.50"))
    assert page.warning.isVisible()
    go_to(walk, page.warning.mend)
    press(walk, Qt.Key.Key_Space)
    assert not page.warning.isVisible()
    with store.open_lists() as lists:
        assert lists.clients.all()[0].form_on(date(2026, 11, 1)) is FormOfWork.EMPLOYMENT


def test_the_paper_opens_with_its_key_and_escape_goes_back_one_step_at_a_time(walk: Walk) -> None:
    page = agreed(walk)
    press(walk, Qt.Key.Key_F9)
    walk.until(lambda: page.own.paper)
    assert page.paper_page.isVisible()
    assert not page.footer.isVisible()
    press(walk, Qt.Key.Key_Escape)
    assert page.side.isVisible()
    assert page.footer.isVisible()
    press(walk, Qt.Key.Key_Escape)
    assert not page.side.is_open


def test_an_agreement_is_ended_by_keys(walk: Walk, store: MemoryStore) -> None:
    page = agreed(walk)
    press(walk, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert focused() is page.ending.fields["last"].editor
    press(walk, Qt.Key.Key_Escape)
    assert not page.ending.isVisible()
    assert page.side.is_open
    press(walk, Qt.Key.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    write("30.11.2026")
    press(walk, Qt.Key.Key_Return, CTRL)
    with store.open_lists() as lists:
        (record,) = lists.pay.employments.all()
    assert record.days == DateRange(date(2026, 11, 1), date(2026, 11, 30))


def test_a_wrong_line_of_the_terms_takes_the_focus(walk: Walk) -> None:
    page = at_agreements(walk)
    press(walk, Qt.Key.Key_N, CTRL)
    press(walk, Qt.Key.Key_Return, CTRL)
    assert focused() is page.terms.editors[0][1]
    assert isinstance(page.terms, LinesView)


def test_a_pot_is_saved_by_the_foot_of_its_own_tab(walk: Walk, store: MemoryStore) -> None:
    screen = walk.to(JobsScreen, "jobs")
    screen.open_record(walk.job(9))
    walk.rest()
    assert screen.page is not None
    screen.page.tabs.setCurrentIndex(6)
    walk.rest()
    tab = screen.tab
    assert isinstance(tab, WagePotsTab)
    assert not screen.footer.isVisible()
    press(walk, Qt.Key.Key_N, CTRL)
    go_to(walk, tab.form.fields["amount"].editor)
    write("900")
    press(walk, Qt.Key.Key_Return, CTRL)
    with store.open_lists() as lists:
        assert [pot.amount for pot in lists.pay.wage_pots.all()] == [Money(900)]
    press(walk, Qt.Key.Key_Escape)
    assert not tab.side.is_open
    assert screen.presenter.shows_page
    screen.page.tabs.setCurrentIndex(0)
    walk.rest()
    assert screen.footer.isVisible()


def test_a_new_job_has_no_pots_yet(walk: Walk) -> None:
    screen = walk.to(JobsScreen, "jobs")
    press(walk, Qt.Key.Key_N, CTRL)
    assert screen.page is not None
    assert not screen.page.tabs.isTabVisible(6)


def test_where_nobody_is_employed_the_pay_run_leads_to_the_agreements(walk: Walk) -> None:
    payouts = walk.to(PayoutsScreen, "payouts")
    payouts.presenter.choose(Ledger.WAGE)
    walk.rest()
    assert payouts.agreements.isVisible()
    payouts.agreements.click()
    walk.rest()
    clients = walk.shell.current
    assert isinstance(clients, ClientsScreen)
    walk.open(clients.presenter.table)
    assert isinstance(clients.tabs.page, EmploymentsPage)


def test_the_pay_run_of_wages_leads_to_its_settings(walk: Walk) -> None:
    payouts = walk.to(PayoutsScreen, "payouts")
    payouts.presenter.choose(Ledger.WAGE)
    walk.rest()
    payouts.wages.click()
    walk.rest()
    settings = walk.shell.current
    assert isinstance(settings, SettingsScreen)
    assert settings.list.currentRow() == list(PAGES).index("wages")


def test_a_person_without_an_agreement_is_mended_on_their_own_page(walk: Walk, store: MemoryStore) -> None:
    with store.open_books() as books:
        client, job = books.clients.all()[0], books.jobs.all()[0]
        books.clients.save(with_form(client, DateRange(date(2026, 1, 1)), FormOfWork.EMPLOYMENT))
        books.entries.add(make.entry(client=client.id, job=job.id, day=date(2026, 11, 2)))
        other = make.client(number=10)
        books.clients.add(other)
        books.pay.employments.add(make_benefits.employment(client=other.id))
        books.commit()
    payouts = walk.to(PayoutsScreen, "payouts")
    payouts.presenter.choose(Ledger.WAGE)
    payouts.presenter.open_month(Month(2026, 11))
    walk.rest()
    payouts.presenter.calculate()
    walk.rest()
    walk.open(payouts.presenter.people)
    assert payouts.card.mend.isVisible()
    press(walk, Qt.Key.Key_F4)
    clients = walk.shell.current
    assert isinstance(clients, ClientsScreen)
    assert clients.presenter.current is not None
    assert clients.presenter.current.id == client.id
    assert isinstance(clients.tabs.page, EmploymentsPage)
