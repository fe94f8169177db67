"""Payouts, tariffs, invoices, reports and the day as windows: keys, focus, names, and what stands where."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from subcontract import ids
from subcontract.actions.act import Worker
from subcontract.clock import standing_at
from subcontract.days import DateRange, Month
from subcontract.ids import StaffId
from subcontract.jobs.job import JobState
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.records import Ledger
from subcontract.people.client import TariffClassSpan
from subcontract.people.staff import Role
from tests import make
from tests.fakes import MemoryStore
from tests.ui import accessible
from ui.look import LOOK
from ui.presenters.base import Door
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.invoices import Page
from ui.presenters.pay.runs import PayRunsPresenter
from ui.presenters.reports.reports import Report
from ui.screens.bones import Screen
from ui.screens.invoices.invoices import InvoicesScreen
from ui.screens.pay.payouts import PayoutsScreen
from ui.screens.reports import ReportsScreen
from ui.screens.settings.tariffs import TariffsPage
from ui.screens.today import TaskCard, TodayScreen
from ui.settings import KeptSettings
from ui.texts import CatalogueTexts

S = TypeVar("S", bound=Screen)
CLERK = StaffId(ids.new())
PHASE = make.phase(unit_price=Decimal("0.08"))
CUSTOMER = make.customer(number=1)
JOB = make.job(number=1, customer=CUSTOMER.id, phases=(PHASE,), state=JobState.RUNNING)
LIISA = make.client(
    number=1,
    iban="FI2112345600000785",
    tariff_classes=(TariffClassSpan(days=DateRange(date(2026, 1, 1)), tariff_class="A"),),
)


class Desk:
    """A desk that answers at once, says yes, and remembers what it was asked."""

    def __init__(self, store: MemoryStore) -> None:
        self.texts = CatalogueTexts("fi")
        self.settings = KeptSettings()
        self.store = store
        self.who = make.worker()
        self.gone: list[tuple[str, UUID | None]] = []
        self.questions: list[str] = []
        self.path = ""

    def door(self, receiver: QObject) -> Door:
        del receiver
        return DirectDoor(self.store.open_books, self.store.open_lists, standing_at(make.TODAY), self.who)

    def go(self, screen: str, record: UUID | None = None) -> None:
        self.gone.append((screen, record))

    def ask_before(self, sentence: str, verb: str) -> bool:
        self.questions.append(f"{sentence} [{verb}]".replace("\xa0", " "))
        return True

    def ask_save_path(self, name: str, kind: str) -> str:
        return self.path and f"{self.path}/{name}.{kind}"


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    assert qtbot
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    LOOK.start(app)
    LOOK.set_percent(100)
    store = make.store()

    def write(books: Any) -> None:
        books.staff.add(make.staff(id=CLERK, name="Kalle Kassa", roles=frozenset({Role.CLERK})))
        books.clients.add(LIISA)
        books.customers.add(CUSTOMER)
        books.jobs.add(JOB)
        books.tariffs.add(make.tariff())
        books.entries.add(
            make.entry(
                client=LIISA.id,
                job=JOB.id,
                phase=PHASE.id,
                day=date(2026, 10, 1),
                pieces=1200,
                at=datetime(2026, 10, 1, 12, tzinfo=UTC),
            )
        )

    store.fill(write)
    yield Desk(store)
    accessible.free()


def shown(qtbot: QtBot, made: Callable[[Any], S], desk: Desk) -> S:
    screen = made(desk)
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    qtbot.waitExposed(screen)
    accessible.settle()
    return screen


def press(qtbot: QtBot, widget: QWidget | None, key: Qt.Key, control: bool = False) -> None:
    assert widget is not None
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(widget, key, held)
    accessible.settle()


def words(screen: QWidget) -> str:
    labels = screen.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible()).replace("\xa0", " ")


def clerk() -> Worker:
    return make.worker(Role.CLERK, staff=CLERK, name="Kalle Kassa")


def test_a_month_is_calculated_and_approved_by_keys_alone(qtbot: QtBot, desk: Desk):
    desk.who = clerk()
    first = shown(qtbot, PayoutsScreen, desk)
    first.months.focus_first()
    press(qtbot, first.months.grid, Qt.Key.Key_Return)
    assert first.primary.isVisible()
    press(qtbot, first, Qt.Key.Key_Return, control=True)
    assert first.presenter.run is not None
    first.close()
    desk.who = make.worker()
    second = shown(qtbot, PayoutsScreen, desk)
    second.months.focus_first()
    press(qtbot, second.months.grid, Qt.Key.Key_Return)
    assert second.primary.text().replace("\xa0", " ").startswith("Hyväksy 1 maksu, 8,00 €")
    press(qtbot, second, Qt.Key.Key_Return, control=True)
    assert second.presenter.is_approved
    assert desk.questions[0].endswith("[Hyväksy 1 maksu, 8,00 €]")
    assert "1 paperi on valmis" in words(second)


def test_enter_opens_the_working_and_escape_closes_it(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, PayoutsScreen, desk)
    screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
    screen.presenter.calculate()
    accessible.settle()
    screen.people.focus_first()
    press(qtbot, screen.people.grid, Qt.Key.Key_Return)
    assert screen.side.is_open
    assert "Taksa, luokka A" in words(screen)
    press(qtbot, screen.card.panel, Qt.Key.Key_Escape)
    assert not screen.side.is_open
    press(qtbot, screen.people.grid, Qt.Key.Key_Escape)
    assert screen.presenter.month is None


def test_the_statement_is_shown_as_its_pdf(qtbot: QtBot, desk: Desk):
    desk.who = clerk()
    calculate_october(desk)
    desk.who = make.worker()
    screen = shown(qtbot, PayoutsScreen, desk)
    screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
    screen.presenter.approve()
    screen.people.focus_first()
    press(qtbot, screen.people.grid, Qt.Key.Key_Return)
    assert screen.card.panel.hasFocus()
    press(qtbot, screen, Qt.Key.Key_F9)
    accessible.settle()
    assert screen.pages.currentWidget() is screen.paper
    assert not screen.primary.isVisible()
    assert screen.step_back()
    assert screen.pages.currentWidget() is screen.run_page
    assert screen.card.panel.hasFocus()  # not a link that the next space would press


def calculate_october(desk: Desk) -> None:
    presenter = PayRunsPresenter(desk.door(QObject()), desk.texts)
    presenter.runs.open(Month(2026, 10))
    presenter.calculate()


def test_from_work_to_credit_note_by_the_primary_button(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, InvoicesScreen, desk)
    screen.presenter.show_to_invoice()
    screen.to_invoice.list.focus_first()
    accessible.settle()
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    assert screen.presenter.page is Page.DRAFT
    assert "Laskuluonnos: Tavaratalo Kuusi Oy" in words(screen)
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    assert "Lasku 1001, Tavaratalo Kuusi Oy" in words(screen)
    screen.credit.click()
    accessible.settle()
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    assert "Hyvityslasku 1002, Tavaratalo Kuusi Oy" in words(screen)
    assert [question.partition("?")[0] for question in desk.questions] == [
        "Vahvistetaanko lasku tilaajalle Tavaratalo Kuusi Oy, 120,48 €",
        "Tehdäänkö hyvityslasku laskusta 1001, 120,48 €",
    ]


def test_a_payment_is_recorded_and_taken_back_by_keys_alone(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, InvoicesScreen, desk)
    screen.presenter.show_to_invoice()
    screen.to_invoice.list.focus_first()
    accessible.settle()
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    press(qtbot, screen, Qt.Key.Key_M, control=True)
    fields = screen.invoice.payments.form.fields
    assert fields["day"].editor.hasFocus()
    assert not screen.take_back.isVisible()
    qtbot.keyClicks(fields["payer"].editor, "Kuusi")
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    assert "Lasku 1001 on maksettu kokonaan." in words(screen)
    press(qtbot, screen, Qt.Key.Key_M, control=True)
    screen.invoice.payments.list.focus_first()
    accessible.settle()
    assert screen.take_back.isEnabled()
    screen.take_back.click()
    accessible.settle()
    reason = screen.invoice.payments.reason.fields["reason"].editor
    assert reason.hasFocus()
    qtbot.keyClicks(reason, "Kirjattiin kahdesti")
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    assert "Laskusta 1001 on vielä avoinna 120,48 €." in words(screen)
    press(qtbot, screen, Qt.Key.Key_M, control=True)
    assert screen.step_back()
    assert screen.presenter.page is Page.INVOICE
    assert accessible.nameless(screen) == []


def test_a_page_beside_the_list_has_the_only_foot(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, InvoicesScreen, desk)
    screen.presenter.saved = "Tallennettu klo 11.35 tälle koneelle"
    screen.presenter.tell()
    accessible.settle()
    assert screen.footer.line.words.isVisible()
    screen.presenter.show_place("reminders")
    accessible.settle()
    assert not screen.footer.isVisible()
    assert screen.beside.page("reminders").isVisible()
    screen.presenter.show_list()
    accessible.settle()
    assert screen.footer.line.words.isVisible()


def test_escape_saves_what_was_typed_in_a_draft(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, InvoicesScreen, desk)
    screen.presenter.show_to_invoice()
    screen.to_invoice.list.focus_first()
    screen.presenter.to_invoice.make()
    screen.presenter.draft.form.type("order_number", "PO-77")
    assert screen.step_back()
    with desk.store.open_lists() as lists:
        assert [draft.order_number for draft in lists.drafts.all()] == ["PO-77"]


def test_the_page_of_a_draft_is_shown_by_a_key_and_left_by_escape(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, InvoicesScreen, desk)
    screen.presenter.show_to_invoice()
    screen.to_invoice.list.focus_first()
    screen.presenter.to_invoice.make()
    accessible.settle()
    press(qtbot, screen, Qt.Key.Key_F9)
    assert screen.draft_paper.isVisible()
    assert not screen.discard.isVisible()
    assert screen.primary.text().replace("\xa0", " ").startswith("Vahvista lasku, 120,48 €")
    assert accessible.nameless(screen) == []
    assert screen.step_back()
    assert not screen.draft_paper.isVisible()
    assert screen.presenter.page is Page.DRAFT


def test_a_firm_sees_no_column_with_vat(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, InvoicesScreen, desk)
    screen.presenter.show_to_invoice()
    screen.to_invoice.list.focus_first()
    screen.presenter.to_invoice.make()
    accessible.settle()
    grid = screen.draft.lines.grid
    assert grid.isColumnHidden(len(screen.presenter.draft.table.columns) - 1)


def test_a_tariff_is_written_and_its_faults_stand_beside_it(qtbot: QtBot, desk: Desk):
    page = shown(qtbot, TariffsPage, desk)
    page.presenter.start_new()
    page.presenter.rates.rows[0].type("amount", "paljon")
    accessible.settle()
    page.primary.click()
    assert page.presenter.rates.rows[0].errors
    page.presenter.rates.rows[0].type("amount", "9")
    page.primary.click()
    assert len(page.presenter.tariffs) == 2


def test_a_report_is_saved_as_a_file(qtbot: QtBot, desk: Desk, tmp_path: Any):
    screen = shown(qtbot, ReportsScreen, desk)
    desk.path = str(tmp_path)
    screen.primary.click()
    (file,) = tmp_path.iterdir()
    assert file.read_bytes().startswith(b"\xef\xbb\xbfUrakka;")
    screen.presenter.show(Report.CHECK)
    screen.presenter.table.open(0)
    assert desk.gone == [("payouts/allowance/2026-10", None)]
    assert file.name.startswith("urakat-2026-10.csv")


def test_a_card_leads_to_its_thing(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, TodayScreen, desk)
    assert "maanantai 23. marraskuuta 2026" in words(screen)
    assert len(screen.presenter.cards) <= 7
    card = screen.findChildren(TaskCard)[0]
    press(qtbot, card.button, Qt.Key.Key_Return)
    assert desk.gone == [(screen.presenter.cards[0].screen, screen.presenter.cards[0].record)]


@pytest.mark.parametrize("made", [PayoutsScreen, InvoicesScreen, ReportsScreen, TodayScreen, TariffsPage])
def test_everything_has_a_name(qtbot: QtBot, desk: Desk, made: type[Screen]):
    screen = shown(qtbot, made, desk)
    assert accessible.nameless(screen) == []
    assert accessible.rich_labels(screen) == []


def test_the_ledger_is_chosen_by_key_and_the_files_open_by_theirs(qtbot: QtBot, desk: Desk, tmp_path: Path):
    desk.who = make.worker(staff=CLERK)
    first = shown(qtbot, PayoutsScreen, desk)
    first.presenter.runs.open(first.presenter.runs.visible[0].id)
    first.presenter.calculate()
    first.close()
    desk.who = make.worker()
    screen = shown(qtbot, PayoutsScreen, desk)
    screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
    press(qtbot, screen, Qt.Key.Key_F7)
    assert screen.presenter.ledger is Ledger.WAGE
    assert "Kenelläkään ei ole työsopimusta" in words(screen)
    press(qtbot, screen, Qt.Key.Key_F6)
    screen.presenter.approve()
    accessible.settle()
    desk.path = str(tmp_path)
    press(qtbot, screen, Qt.Key.Key_H, control=True)
    assert screen.files.isVisible()
    assert "1 henkilö, tarkistussumma 8,00 €" in words(screen)
    assert accessible.nameless(screen) == []
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    (saved,) = tmp_path.iterdir()
    assert b"pain.001.001.09" in saved.read_bytes()
    screen.files.list.focus_first()
    press(qtbot, screen.files.list.grid, Qt.Key.Key_F8)
    table = screen.files.list.presenter
    assert "Täsmää" in [table.text(row, column) for row in table.visible for column in table.columns]
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.run_page.isVisible()


def test_calculating_again_the_pay_day_and_removing_have_keys(qtbot: QtBot, desk: Desk):
    desk.who = make.worker(staff=CLERK)
    screen = shown(qtbot, PayoutsScreen, desk)
    screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
    screen.presenter.calculate()
    desk.who = make.worker()
    second = shown(qtbot, PayoutsScreen, desk)
    second.presenter.runs.open(second.presenter.runs.visible[0].id)
    run = second.presenter.run
    assert run is not None
    press(qtbot, second, Qt.Key.Key_D, control=True)
    assert second.pay_day.isVisible()
    assert accessible.nameless(second) == []
    press(qtbot, second, Qt.Key.Key_Escape)
    assert not second.pay_day.isVisible()
    press(qtbot, second, Qt.Key.Key_F5)
    assert second.presenter.run is not None
    assert second.presenter.run.calculated_by == make.MANAGER != run.calculated_by
    assert (second.remove.shortcut().toString(), second.remove.isVisible()) == ("Ctrl+Shift+Del", True)
    second.remove.click()
    assert second.presenter.run is None


def test_the_version_of_the_bank_file_is_remembered_for_the_next_time(qtbot: QtBot, desk: Desk):
    first = shown(qtbot, PayoutsScreen, desk)
    first.files._choose_version(BankFileVersion.OLD)
    assert desk.settings.now.bank_file == "03"
    assert shown(qtbot, PayoutsScreen, desk).presenter.files.version is BankFileVersion.OLD
    desk.settings.change(bank_file="12")
    assert shown(qtbot, PayoutsScreen, desk).presenter.files.version is BankFileVersion.CURRENT


def test_reopening_asks_for_the_reason_and_then_before_it_is_done(qtbot: QtBot, desk: Desk):
    desk.who = make.worker(staff=CLERK)
    first = shown(qtbot, PayoutsScreen, desk)
    first.presenter.runs.open(first.presenter.runs.visible[0].id)
    first.presenter.calculate()
    first.close()
    desk.who = make.worker()
    screen = shown(qtbot, PayoutsScreen, desk)
    screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
    screen.presenter.approve()
    accessible.settle()
    screen.people.focus_first()
    press(qtbot, screen.people.grid, Qt.Key.Key_Return)
    press(qtbot, screen, Qt.Key.Key_F8)
    assert screen.card.reason.isVisible()
    press(qtbot, screen, Qt.Key.Key_F8)
    assert desk.questions == []
    screen.presenter.reopening.form.type("reason", "Väärä päivä")
    press(qtbot, screen, Qt.Key.Key_F8)
    assert desk.questions[-1].startswith("Avataanko maksu: ")
    assert screen.presenter.reopening.told
    assert accessible.nameless(screen) == []


def test_in_large_letters_a_month_takes_the_line_of_the_ledgers(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, PayoutsScreen, desk)
    LOOK.set_percent(200)
    try:
        screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
        assert not screen.ledgers.isVisible()
        screen.step_back()
        assert screen.ledgers.isVisible()
    finally:
        LOOK.set_percent(100)


def test_in_large_letters_a_card_has_the_room_of_what_tells_of_the_month(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, PayoutsScreen, desk)
    LOOK.set_percent(200)
    try:
        screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
        screen.presenter.calculate()
        accessible.settle()
        assert screen.about.isVisible()
        screen.people.focus_first()
        press(qtbot, screen.people.grid, Qt.Key.Key_Return)
        assert screen.side.is_alone
        assert not any(part.isVisible() for part in (screen.head, screen.about, screen.warnings))
        press(qtbot, screen, Qt.Key.Key_Escape)
        assert screen.head.isVisible()
        assert screen.about.isVisible()
    finally:
        LOOK.set_percent(100)


def test_typed_lines_open_by_key_and_escape_goes_back(qtbot: QtBot, desk: Desk):
    screen = shown(qtbot, PayoutsScreen, desk)
    screen.presenter.runs.open(screen.presenter.runs.visible[0].id)
    press(qtbot, screen, Qt.Key.Key_N, control=True)
    assert screen.items.isVisible()
    assert accessible.nameless(screen) == []
    form = screen.presenter.items.form
    form.pick("client", LIISA.id)
    form.type("quantity", "2")
    form.type("rate", "3,10")
    press(qtbot, screen, Qt.Key.Key_Return, control=True)
    assert "6,20 €" in [plain_text(one) for one in texts_of(screen)]
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.run_page.isVisible()


def texts_of(screen: PayoutsScreen) -> list[str]:
    table = screen.items.list.presenter
    return [table.text(row, column) for row in table.visible for column in table.columns]


def plain_text(text: str) -> str:
    return text.replace("\xa0", " ")
