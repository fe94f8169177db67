"""The week board in a real window: every drag has its keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import make
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.presenters.test_rota import EMIL, LIISA, MONDAY, WEDNESDAY, Desk
from ui.presenters.rota.base import Card
from ui.screens.shifts.card_view import CardView
from ui.screens.shifts.chips import PersonChip
from ui.screens.shifts.shifts import ShiftsScreen
from ui.shell import Shell


class Hand:
    """Presses keys on the board."""

    def __init__(self, qtbot: QtBot, shell: Shell, desk: Desk) -> None:
        screen = shell.current
        assert isinstance(screen, ShiftsScreen)
        self.qtbot, self.shell, self.screen, self.desk = qtbot, shell, screen, desk
        qtbot.waitUntil(lambda: bool(screen.presenter.rows))
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        accessible.settle()
        screen.board.focus_first()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focus, key)
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not len(self.screen.presenter.turns))
            accessible.settle()

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.shell


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    desk = Desk()
    shell = window(desk.store, make.worker(), screen="shifts")
    yield Hand(qtbot, shell, desk)
    shell.close()
    shell.deleteLater()
    accessible.free()


def test_the_board_has_the_focus_as_soon_as_the_week_has_been_read(hand: Hand) -> None:
    hand.shell.show_screen("settings")
    hand.shell.screens.pop("shifts").deleteLater()
    hand.shell.show_screen("shifts")
    hand.qtbot.waitUntil(lambda: isinstance(hand.focus, CardView))


def test_a_person_is_moved_from_day_to_day_by_keys(hand: Hand) -> None:
    assert isinstance(hand.focus, CardView)
    hand.press(Qt.Key.Key_Right)
    assert isinstance(hand.focus, PersonChip)
    hand.press(Qt.Key.Key_Space)
    assert hand.screen.presenter.held == (MONDAY.id, LIISA.id)
    hand.press(Qt.Key.Key_Right)
    assert isinstance(hand.focus, CardView)
    hand.press(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.desk.on(WEDNESDAY) == {LIISA.id})
    assert hand.desk.on() == set()
    assert isinstance(hand.focus, CardView)


def test_ctrl_f_goes_to_the_filter_of_the_board(hand: Hand) -> None:
    QTest.keyClick(hand.shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is hand.screen.tools.filter


def test_esc_leaves_the_person_where_they_were(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert hand.screen.presenter.held is None
    assert hand.desk.on() == {LIISA.id}


def test_delete_takes_off_and_the_focus_stays_on_the_shift(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Right, Qt.Key.Key_Delete)
    hand.qtbot.waitUntil(lambda: hand.desk.on() == set())
    hand.qtbot.waitUntil(lambda: isinstance(hand.focus, CardView))


def test_enter_opens_the_shift_and_the_first_candidate_is_two_keys_away(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Return)
    assert hand.screen.presenter.card is Card.SHIFT
    assert accessible.nameless(hand.shell) == []
    assert accessible.doubles(hand.shell) == []
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.desk.on() == {LIISA.id, EMIL.id})
    accessible.settle()
    hand.press(Qt.Key.Key_Escape)
    assert isinstance(hand.focus, CardView)  # the arrows walk on from where one was
    assert hand.focus.card.shift == MONDAY.id


def test_dropping_does_what_putting_down_does(hand: Hand) -> None:
    views = {view.card.shift: view for view in hand.screen.board.findChildren(CardView)}
    hand.screen.presenter.pick_up(LIISA.id, MONDAY.id)
    views[WEDNESDAY.id].activate()
    hand.qtbot.waitUntil(lambda: hand.desk.on(WEDNESDAY) == {LIISA.id})


def test_every_form_opens_with_names_and_closes_with_esc(hand: Hand) -> None:
    presenter = hand.screen.presenter
    presenter.open(MONDAY.id)
    openings = (presenter.forms.start_change, presenter.forms.start_cancel, presenter.forms.start_new)
    for opening in (*openings, presenter.open_look):
        opening()
        accessible.settle()
        assert accessible.nameless(hand.shell) == []
        assert accessible.doubles(hand.shell) == []
    hand.press(Qt.Key.Key_Escape)
    assert presenter.card is Card.NONE


def test_the_open_forms_act_is_the_primary_one_with_its_key(hand: Hand) -> None:
    screen, presenter = hand.screen, hand.screen.presenter
    presenter.open(MONDAY.id)
    assert screen.primary.isVisible()
    presenter.forms.start_cancel()
    accessible.settle()
    assert (screen.primary.isVisible(), screen.save_button.isVisible()) == (False, True)
    assert screen.save_button.accessibleName() == "Peru työvuoro"
    presenter.forms.reason.type("reason", "Tavarat eivät tulleet")
    QTest.keyClick(hand.shell, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.qtbot.waitUntil(screen.primary.isVisible)
    assert presenter.card is Card.SHIFT
    assert not screen.save_button.isVisible()


def test_the_board_tells_its_cards_aloud(hand: Hand) -> None:
    views = hand.screen.board.findChildren(CardView)
    names = [accessible.name_of(view) for view in views]
    assert any("Hyllytys" in name and "maanantai" in name and "1/3" in name for name in names)


def test_an_empty_week_says_what_to_do_first(hand: Hand) -> None:
    hand.screen.presenter.go_to(date(2027, 6, 1))
    hand.qtbot.waitUntil(lambda: hand.screen.stack.currentWidget() is hand.screen.empty)
    hand.press(Qt.Key.Key_F6)
    assert hand.screen.empty.button.isVisible()


def test_the_list_for_the_wall_opens_by_a_key_and_esc_goes_back_to_the_board(hand: Hand) -> None:
    screen = hand.screen
    hand.press(Qt.Key.Key_F9)
    hand.qtbot.waitUntil(lambda: screen.presenter.wall.is_open)
    accessible.settle()
    assert screen.paper is not None
    assert screen.paper.isVisible()
    assert hand.focus is screen.paper.print_button
    hidden = (screen.board, screen.primary, screen.copy_button, screen.tools.people_down, screen.save_button)
    assert not any(part.isVisible() for part in hidden)
    assert accessible.nameless(screen) == []
    hand.press(Qt.Key.Key_Escape)
    assert not screen.paper.isVisible()
    assert isinstance(hand.focus, CardView)
    assert screen.primary.isVisible()


def test_the_pages_of_shifts_are_walked_by_keys(hand: Hand) -> None:
    presenter, control = hand.screen.presenter, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(hand.focus, Qt.Key.Key_PageDown, control)
    hand.qtbot.waitUntil(lambda: presenter.place == "proposal")
    accessible.settle()
    QTest.keyClick(hand.focus, Qt.Key.Key_PageDown, control)
    assert presenter.place == "fairness"
    for _ in range(2):
        accessible.settle()
        QTest.keyClick(hand.focus, Qt.Key.Key_PageUp, control)
    assert presenter.place == ""


def test_back_on_the_board_stands_what_was_last_done_on_the_page(hand: Hand) -> None:
    presenter = hand.screen.presenter
    presenter.tell_step("Kumottu: ehdotuksen hyväksyminen")
    presenter.show_place("proposal")
    page = hand.screen.beside.page("proposal").base_presenter
    assert page is not None
    page.tell_saved()
    presenter.show_place("")
    assert hand.screen.state.text() == page.saved
    presenter.tell_step("Kumottu: työvuorolle lisääminen")
    presenter.show_place("proposal")
    presenter.show_place("")
    assert hand.screen.state.text() == "Kumottu: työvuorolle lisääminen"


def test_the_arrows_never_leave_the_focus_out_of_sight(hand: Hand) -> None:
    area = hand.screen.area
    area.setFixedSize(260, 90)
    accessible.settle()
    assert area.verticalScrollBar().maximum() > 0
    for _ in range(4):
        hand.press(Qt.Key.Key_Right)
        assert not hand.focus.visibleRegion().isEmpty(), hand.focus.accessibleName()


def assert_days_over_columns(screen: ShiftsScreen) -> None:
    """Every day stands over its column, and over what is in view of it."""
    area = screen.area
    assert [label.text() for label in area.labels] == list(screen.board.titles)
    for column, label in enumerate(area.labels, start=1):
        place = label.mapTo(area, QPoint(0, 0))
        assert 0 <= place.y() <= area.viewport().y() - label.height()
        for (_, at), (card, *_) in screen.board.cards.items():
            if at == column:
                assert place.x() == card.mapTo(area, QPoint(0, 0)).x()
                assert label.width() == card.width()


def test_the_days_stay_over_their_columns_however_the_board_scrolls(hand: Hand) -> None:
    area = hand.screen.area
    area.setFixedSize(260, 120)
    accessible.settle()
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        assert bar.maximum() > 0
        bar.setValue(bar.maximum())
        accessible.settle()
        assert_days_over_columns(hand.screen)
    area.setFixedSize(900, 300)  # what was scrolled sideways comes back
    accessible.settle()
    assert_days_over_columns(hand.screen)


def test_the_days_stand_over_their_columns_beside_a_card(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Return)
    assert_days_over_columns(hand.screen)
    hand.press(Qt.Key.Key_Escape)
    assert_days_over_columns(hand.screen)


def test_a_shift_that_one_is_led_to_is_scrolled_to(hand: Hand) -> None:
    screen = hand.screen
    screen.area.setFixedSize(260, 120)
    accessible.settle()
    last = screen.board.cards[max(screen.board.cards)][-1]
    assert last.visibleRegion().isEmpty()
    screen.presenter.show_place("fairness")
    accessible.settle()
    screen.open_record(last.card.shift)
    hand.qtbot.waitUntil(lambda: screen.presenter.shift_id == last.card.shift)
    accessible.settle()
    hand.qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    screen.area.verticalScrollBar().setValue(0)
    screen.refresh()
    accessible.settle()
    assert screen.area.verticalScrollBar().value() == 0, "once is enough"
