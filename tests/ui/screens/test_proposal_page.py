"""The proposal page in a real window: keys, the real process, and leaving it."""

import multiprocessing
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from subprocess import run

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import house, make
from tests.proposers import OneByOne, SeeksAtOnce
from tests.ui import accessible
from tests.ui.frame import window
from tests.ui.presenters.test_proposal import EMIL, LIISA, MONDAY, NEXT, TUESDAY, Desk
from ui.presenters.rota.proposal.kept import Kept
from ui.presenters.rota.proposal.making import start_proposer, start_seeker
from ui.presenters.rota.proposal.presenter import ProposalPresenter
from ui.presenters.rota.proposal.result import View
from ui.screens.clients.clients import ClientsScreen
from ui.screens.shifts.proposal import ProposalPage
from ui.screens.shifts.shifts import ShiftsScreen
from ui.shell import Shell
from ui.widgets.editors import Combo

ON = ((MONDAY, LIISA),)


class Hand:
    """Presses keys on the page."""

    def __init__(self, qtbot: QtBot, shell: Shell, desk: Desk) -> None:
        screen = shell.current
        assert isinstance(screen, ShiftsScreen)
        self.qtbot, self.shell, self.screen, self.desk = qtbot, shell, screen, desk
        screen.open_page("proposal")
        page = screen.beside.page("proposal")
        assert isinstance(page, ProposalPage)
        self.page = page
        self.page.presenter.making.start = OneByOne
        self.page.presenter.making.seek_with = SeeksAtOnce
        qtbot.waitUntil(lambda: page.presenter.question is not None)
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        accessible.settle()

    @property
    def presenter(self) -> ProposalPresenter:
        return self.page.presenter

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, held)
        QApplication.processEvents()
        accessible.settle()

    def main(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    desk = Desk(on=ON)
    shell = window(desk.store, make.worker(), screen="shifts")
    yield Hand(qtbot, shell, desk)
    shell.close()
    shell.deleteLater()
    accessible.free()


def test_propose_stop_and_accept_by_keys_and_the_board_of_the_week_is_shown(hand: Hand) -> None:
    assert hand.page.primary.text().startswith("Tee ehdotus")
    hand.main()
    hand.qtbot.waitUntil(lambda: hand.presenter.making.progress is not None)
    assert hand.page.progress.isVisible()
    assert not hand.page.primary.isEnabled()
    hand.press(Qt.Key.Key_Escape)
    hand.qtbot.waitUntil(lambda: hand.presenter.can_accept)
    assert hand.page.isVisible()
    assert hand.page.primary.text().startswith("Ota käyttöön")
    hand.qtbot.waitUntil(lambda: not hand.page.timer.isActive())
    hand.main()
    hand.qtbot.waitUntil(lambda: not hand.page.isVisible())
    assert hand.screen.presenter.monday == NEXT
    assert {shift for _, shift in hand.desk.on()} == {MONDAY.id, TUESDAY.id}


def test_the_real_process_proposes_and_tells_a_bound(hand: Hand) -> None:
    hand.presenter.making.start = start_proposer
    hand.main()
    hand.qtbot.waitUntil(lambda: hand.presenter.can_accept, timeout=60_000)
    hand.qtbot.waitUntil(lambda: not hand.presenter.making.needs_polling, timeout=60_000)
    kept = hand.presenter.kept
    assert kept
    assert kept.whole
    assert kept.percent is not None
    assert multiprocessing.active_children() == []


def test_a_conflict_is_found_by_its_own_process_and_the_processes_go(hand: Hand) -> None:
    desk = hand.desk
    alone = replace(MONDAY, least=3, most=3)
    desk.store.fill(lambda books: books.shifts.save(alone))
    hand.presenter.load()
    hand.qtbot.waitUntil(lambda: hand.presenter.now is not None and hand.presenter.now.missing == 3)
    hand.presenter.making.start, hand.presenter.making.seek_with = start_proposer, start_seeker
    hand.main()
    hand.qtbot.waitUntil(lambda: kept_of(hand).conflict is not None, timeout=60_000)
    hand.qtbot.waitUntil(lambda: not hand.presenter.making.needs_polling, timeout=60_000)
    assert multiprocessing.active_children() == []
    assert not hand.page.timer.isActive()


def kept_of(hand: Hand) -> Kept:
    """The proposal in sight; an empty stand-in while there is none."""
    kept = hand.presenter.kept
    assert hand.presenter.question
    assert hand.presenter.now
    return kept or Kept(letter="", question=hand.presenter.question, plan=hand.presenter.now)


def test_a_real_process_that_is_killed_is_told_of(hand: Hand) -> None:
    hand.presenter.making.start = start_proposer
    hand.main()
    hand.qtbot.waitUntil(lambda: len(multiprocessing.active_children()) > 1, timeout=60_000)
    for child in multiprocessing.active_children():
        child.kill()
    hand.qtbot.waitUntil(lambda: not hand.presenter.making.is_working, timeout=60_000)
    assert hand.page.banner.words.text().startswith("Etsintä katkesi.")
    assert hand.presenter.can_accept


def test_leaving_the_page_ends_the_real_process(hand: Hand) -> None:
    hand.presenter.making.start = start_proposer
    hand.main()
    hand.qtbot.waitUntil(lambda: len(multiprocessing.active_children()) > 1, timeout=60_000)
    hand.shell.show_screen("settings")
    hand.qtbot.waitUntil(lambda: multiprocessing.active_children() == [], timeout=60_000)
    assert not hand.page.timer.isActive()


def test_a_shift_opens_with_enter_and_a_person_is_locked_by_key(hand: Hand) -> None:
    presenter = hand.presenter
    presenter.result.shifts.open(MONDAY.id)
    accessible.settle()
    assert hand.page.side.is_open
    presenter.result.on_shift.select(LIISA.id)
    accessible.settle()
    hand.press(Qt.Key.Key_F4)
    hand.qtbot.waitUntil(lambda: presenter.deciding.pin is not None)
    hand.press(Qt.Key.Key_Escape)
    assert not hand.page.side.is_open


def test_goals_open_by_key_and_close_with_escape(hand: Hand) -> None:
    hand.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert hand.page.side.is_open
    assert hand.page.goals.isChecked()
    hand.press(Qt.Key.Key_Escape)
    assert not hand.page.side.is_open
    assert not hand.presenter.goals_open


def test_no_key_takes_a_goal_away(hand: Hand) -> None:
    """A goal that nobody has chosen would count as the unit's own without saying so."""
    hand.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    form = hand.presenter.goals.form
    for spec in form.specs.values():
        editor = hand.page.goal_fields.form.fields[spec.name].editor
        assert isinstance(editor, Combo)
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Up):
            QTest.keyClick(editor, key)
            assert form.picked[spec.name] == spec.choices[0].value
        assert [editor.itemText(at) for at in range(editor.count())] == [
            hand.page.texts.say(choice.label) for choice in spec.choices
        ]


def test_the_page_begins_at_the_week_of_the_board(hand: Hand) -> None:
    board = hand.screen.presenter
    board.show_place("")
    board.go_to(NEXT + timedelta(days=21))
    board.show_place("proposal")
    assert hand.presenter.chosen.days.first == NEXT + timedelta(days=21)
    board.show_place("")
    board.go_to(make.TODAY)
    board.show_place("proposal")
    assert hand.presenter.chosen.days.first == NEXT + timedelta(days=21)


def test_what_cannot_be_filled_leads_to_the_person(hand: Hand) -> None:
    hand.presenter.result.on_open_client(EMIL.id)
    hand.qtbot.waitUntil(lambda: isinstance(hand.shell.current, ClientsScreen))


def test_the_columns_of_proposals_that_there_are_not_are_left_out(hand: Hand) -> None:
    hand.main()
    hand.qtbot.waitUntil(lambda: hand.presenter.making.is_working)
    hand.presenter.stop()
    hand.qtbot.waitUntil(lambda: hand.presenter.can_accept)
    hand.presenter.result.look(View.FIGURES)
    accessible.settle()
    grid = hand.page.lists.tables[View.FIGURES].grid
    assert [grid.isColumnHidden(at) for at in range(2, 5)] == [False, True, True]


CHILD = """
import runpy, sys
runpy.run_module("ui.__main__", run_name="__mp_main__", alter_sys=True)
import ui.command_line
import subcontract.rota.rotation.proposing.worker, subcontract.rota.rotation.proposing.aside
heavy = {"PySide6", "shiboken6", "sqlalchemy", "babel", "highspy", "db"}
print(sorted({name.partition(".")[0] for name in sys.modules} & heavy))
"""
"""What the other process imports before it begins: the program as it was started, and its own work."""


def test_the_other_process_starts_no_window_and_reads_no_file_of_the_user() -> None:
    done = run([sys.executable, "-c", CHILD], cwd=house.ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
