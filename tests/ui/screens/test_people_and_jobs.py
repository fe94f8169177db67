from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from subcontract.clock import standing_at
from subcontract.jobs.job import JobState
from subcontract.people.client import HalfDay
from subcontract.words import Texts
from tests import make
from tests.fakes import MemoryStore
from ui.look import LOOK
from ui.presenters.base import Door
from ui.presenters.direct import DirectDoor
from ui.screens.bones import Screen
from ui.screens.clients.clients import ClientsScreen
from ui.screens.customers import CustomersScreen
from ui.screens.jobs.jobs import JobsScreen
from ui.settings import KeptSettings
from ui.texts import CatalogueTexts
from ui.widgets.buttons import Button
from ui.widgets.job_board import JobCardView
from ui.widgets.reading_order import go_to

S = TypeVar("S", bound=Screen)
RAIL = 161
"""Pixels that the list of screens takes of the window."""
BUTTON_STAYS_DOWN = 150
"""Milliseconds: a button pressed by its key acts when it comes up."""


class Desk:
    """What the window lends, with a door that answers at once."""

    def __init__(self) -> None:
        self.texts: Texts = CatalogueTexts("fi")
        self.settings = KeptSettings()
        self.store: MemoryStore = make.store()
        customer = make.customer(number=9)
        self.job = make.job(number=9, customer=customer.id, state=JobState.ORDERED)
        self.client = make.client(number=9, identity_code="010594Y9032")
        with self.store.open_books() as books:
            books.customers.add(customer)
            books.jobs.add(self.job)
            books.clients.add(self.client)
            books.commit()
        self.one_door = DirectDoor(
            self.store.open_books, self.store.open_lists, standing_at(make.TODAY), make.worker()
        )
        self.went: list[tuple[str, UUID | None]] = []

    def door(self, _receiver: QObject) -> Door:
        return self.one_door

    def go(self, screen: str, record: UUID | None = None) -> None:
        self.went.append((screen, record))

    def run(self, _command: str) -> None:
        pass

    def ask_before(self, _sentence: str, _verb: str) -> bool:
        return True

    def ask_save_path(self, _name: str, _kind: str) -> str:
        return ""

    def shows(self, qtbot: QtBot, kind: type[S]) -> S:
        screen = cast("Callable[[Desk], S]", kind)(self)
        qtbot.addWidget(screen)
        self.one_door.changed.append(screen.something_changed)
        screen.resize(1366, 768)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        return screen


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    LOOK.start(qapp)
    yield Desk()
    LOOK.set_percent(100)


def focused() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None
    return widget


def press(key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window gets it, shortcuts and all."""
    QTest.keyClick(focused().window().windowHandle(), key, with_)
    QTest.qWait(BUTTON_STAYS_DOWN)


def write(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QApplication.processEvents()
    QTest.keyClicks(widget, text)


def test_a_customer_is_written_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, CustomersScreen)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert focused() is screen.form.fields["name"].editor
    QTest.keyClicks(focused(), "Leipomo Rinne Oy")
    write(screen.form.fields["business_id"].editor, "2345678-0")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with desk.store.open_lists() as lists:
        assert [one.name for one in lists.customers.all()] == ["Tavaratalo Kuusi Oy", "Leipomo Rinne Oy"]
    assert screen.side.heading.text() == "Leipomo Rinne Oy"


def test_an_error_takes_the_focus_and_keeps_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, CustomersScreen)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "<b>Rinne</b>")
    write(screen.form.fields["business_id"].editor, "1")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert focused() is screen.form.fields["business_id"].editor
    assert screen.form.fields["business_id"].error.text()
    assert screen.presenter.form.typed["name"] == "<b>Rinne</b>"


def test_typing_on_after_an_unreadable_field_stays_where_it_is_typed(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, CustomersScreen)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    write(screen.form.fields["business_id"].editor, "1234567-8")
    write(screen.form.fields["street"].editor, "Kauppakatu 1")
    assert screen.presenter.form.typed["street"] == "Kauppakatu 1"
    assert screen.presenter.form.typed["business_id"] == "1234567-8"
    assert screen.form.fields["business_id"].error.text()
    for _ in range(2):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert focused() is screen.form.fields["name"].editor
        write(screen.form.fields["street"].editor, "")


def test_the_field_that_refuses_a_save_is_scrolled_into_sight(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, CustomersScreen)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    last, name = screen.form.fields["note"].editor, screen.form.fields["name"].editor
    write(last, "x")
    go_to(last)
    qtbot.waitUntil(lambda: name.visibleRegion().isEmpty())
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert focused() is name
    qtbot.waitUntil(lambda: not name.visibleRegion().isEmpty())


def test_an_error_under_a_field_of_a_page_has_room(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, ClientsScreen)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    name = next(group.fields["last_name"] for group in screen.page.groups if "last_name" in group.fields)
    qtbot.waitUntil(lambda: name.error.isVisible() and name.error.y() >= name.editor.geometry().bottom())


def test_escape_closes_the_card_and_goes_back_to_the_list(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, CustomersScreen)
    screen.list.grid.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    opened = [screen.side.is_open]
    press(Qt.Key.Key_Escape)
    assert [*opened, screen.side.is_open] == [True, False]
    assert focused() is screen.list.grid


def test_a_clients_code_is_masked_until_it_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, ClientsScreen)
    screen.open_record(desk.client.id)
    view = screen.page.groups[0].fields["identity_code"]
    editor = view.editor
    assert editor.property("text") == "010594Y***"
    assert view.show_button is not None
    view.show_button.click()
    assert editor.property("text") == "010594Y9032"
    with desk.store.open_lists() as lists:
        assert [event.action for event in lists.log.of(desk.client.id)] == ["see_client", "see_identity_code"]


def test_half_days_are_switched_by_arrows_and_space(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, ClientsScreen)
    screen.open_record(desk.client.id)
    buttons = screen.page.week.buttons
    buttons[0, HalfDay.MORNING].setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert focused() is buttons[1, HalfDay.AFTERNOON]
    press(Qt.Key.Key_Space)
    assert (1, HalfDay.AFTERNOON) not in screen.presenter.week.chosen
    assert "iltapäivä" in focused().accessibleName()


def test_a_photo_file_is_taken_or_refused_in_words(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    screen = desk.shows(qtbot, ClientsScreen)
    screen.open_record(desk.client.id)
    (tmp_path / "bad.png").write_text("<svg/>")
    screen.page.photo.take(str(tmp_path / "bad.png"))
    qtbot.waitUntil(lambda: screen.presenter.notice is not None)
    Image.new("RGB", (500, 500), "red").save(tmp_path / "good.png")
    screen.page.photo.take(str(tmp_path / "good.png"))
    qtbot.waitUntil(lambda: screen.presenter.photo.startswith(b"\xff\xd8\xff"))


def test_lines_are_added_and_taken_away_by_keys(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, ClientsScreen)
    screen.open_record(desk.client.id)
    lines = screen.page.permits
    lines.add_button.click()
    QTest.keyClicks(focused(), "Hygieniapassi")
    assert screen.presenter.permits.rows[0].typed["name"] == "Hygieniapassi"
    assert screen.presenter.dirty


def test_a_job_is_moved_on_the_board_and_opened_by_keys(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.board.focus_first()
    assert isinstance(focused(), JobCardView)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    with desk.store.open_lists() as lists:
        assert lists.jobs.all()[0].state is JobState.RUNNING
    assert isinstance(focused(), JobCardView), "the focus goes with its job"
    press(Qt.Key.Key_Return)
    assert screen.page is not None
    assert screen.heading.text() == "Urakka 9: Pakettien tarroitus"
    press(Qt.Key.Key_Escape)
    assert screen.stack.currentIndex() == 0


def test_tab_comes_to_the_moves_of_a_job_before_its_tabs(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.open_record(desk.job.id)
    page = screen.page
    assert page is not None
    moves = [button for button in page.head.findChildren(Button) if button is not page.head.do_lose]
    assert len(moves) > 1
    QApplication.processEvents()
    moves[0].setFocus()
    for widget in (*moves[1:], page.tabs.tabBar()):
        press(Qt.Key.Key_Tab)
        assert focused() is widget
    press(Qt.Key.Key_Tab)
    assert page.tabs.currentWidget().isAncestorOf(focused())


def test_the_board_shows_every_state_at_once(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.resize(1366 - RAIL, 768)
    qtbot.waitUntil(lambda: screen.board.area.horizontalScrollBar().maximum() == 0)


def test_the_list_beside_an_open_card_needs_no_sideways_bar(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, CustomersScreen)
    screen.resize(1366 - RAIL, 768)
    screen.open_record(desk.job.customer)
    bar = screen.list.grid.horizontalScrollBar()
    qtbot.waitUntil(lambda: screen.side.is_open and bar.maximum() == 0)


def test_the_price_follows_the_keys(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.open_record(desk.job.id)
    assert screen.page is not None
    screen.page.show_part(screen.page.price)
    card = screen.page.price.right
    assert card.foot.unit_price.text() == "0,79\N{NO-BREAK SPACE}€"
    write(screen.page.price.groups[4].fields["margin"].editor, "10")
    assert card.foot.unit_price.text() == "0,83\N{NO-BREAK SPACE}€"


def test_every_line_of_the_price_is_reached_by_keys(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.open_record(desk.job.id)
    assert screen.page is not None
    screen.page.show_part(screen.page.price)
    area = screen.page.price.right.area
    screen.resize(screen.width(), 560)
    QApplication.processEvents()
    area.setFocus()
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    for _ in range(9):
        press(Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    write(screen.page.price.groups[4].fields["margin"].editor, "10")
    QApplication.processEvents()
    assert bar.value() == bar.maximum(), "a new figure does not take the lines back to the top"


def test_an_error_in_a_phase_brings_its_tab_in_sight(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.open_record(desk.job.id)
    assert screen.page is not None
    screen.presenter.page.sheet.form.type("margin", "paljon")
    screen.primary.click()
    assert screen.page.tabs.currentIndex() == 1
    assert focused() is screen.page.price.groups[4].fields["margin"].editor


def test_the_paper_of_a_quote_is_looked_at_before_and_after(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.open_record(desk.job.id)
    assert screen.page is not None
    quotes = screen.page.quotes
    screen.page.show_part(quotes)
    quotes.preview.click()
    assert quotes.currentWidget() is quotes.paper
    press(Qt.Key.Key_Escape)
    assert quotes.currentWidget() is quotes.front
    quotes.make.click()
    assert not quotes.answer.isHidden()


@pytest.mark.parametrize("kind", [CustomersScreen, ClientsScreen, JobsScreen])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_control_has_a_name_and_the_screen_fits_a_small_one(
    desk: Desk, qtbot: QtBot, kind: type[Screen], percent: int
) -> None:
    LOOK.set_percent(percent)
    screen = desk.shows(qtbot, kind)
    records = {CustomersScreen: desk.job.customer, ClientsScreen: desk.client.id, JobsScreen: desk.job.id}
    screen.open_record(records[kind])
    QApplication.processEvents()
    hint = screen.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 768
    stops = [one for one in screen.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [
        one for one in stops if one.isVisible() and not one.accessibleName() and not one.property("text")
    ]
    assert [type(one).__name__ for one in nameless if type(one).__name__ != "QTabBar"] == []


def test_a_quote_without_a_price_leads_to_the_price_in_sight(desk: Desk, qtbot: QtBot) -> None:
    screen = desk.shows(qtbot, JobsScreen)
    screen.resize(1366 - RAIL, 700)
    screen.open_record(desk.job.id)
    page = screen.page
    assert page is not None
    page.page.sheet.form.type("unit_price", "")
    page.page.save()
    page.show_part(page.quotes)
    QApplication.processEvents()
    page.quotes.preview.click()
    qtbot.waitUntil(lambda: page.tabs.currentWidget().isAncestorOf(page.price))
    field = page.price.groups[4].fields["unit_price"]
    qtbot.waitUntil(lambda: focused() is field.editor)
    qtbot.wait(50)
    assert "hintaa" in field.error.text()
    area = page.price.left.viewport()
    where = field.rect().translated(field.mapTo(area, field.rect().topLeft()))
    assert area.rect().contains(where)
