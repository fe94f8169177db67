"""Keys on the board: why, and somebody who does not come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from subcontract.people.client import AbsenceKind
from tests.ui.presenters.test_rota import EMIL, LIISA, OHMAN
from tests.ui.screens.test_shifts_screen import Hand, hand
from ui.presenters.rota.base import Card
from ui.screens.shifts.cards import ShiftPanel
from ui.screens.shifts.not_coming import NotComingCard

__all__ = ["hand"]


def test_f3_on_a_person_opens_the_shift_and_tells_why(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Right, Qt.Key.Key_F3)
    presenter = hand.screen.presenter
    hand.qtbot.waitUntil(lambda: bool(presenter.why.sentence))
    panel = hand.screen.cards.pages[Card.SHIFT].part
    assert isinstance(panel, ShiftPanel)
    assert panel.why.sentence.isVisible()
    assert presenter.why.sentence.startswith("Liisa on tässä, koska")


def test_two_keys_are_enough_on_a_sick_morning(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Right, Qt.Key.Key_F7)
    presenter = hand.screen.presenter
    hand.qtbot.waitUntil(lambda: presenter.away.found is not None)
    card = hand.screen.cards.pages[Card.AWAY].part
    assert isinstance(card, NotComingCard)
    hand.qtbot.waitUntil(lambda: QApplication.focusWidget() is card.list.grid)
    hand.press(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: LIISA.id not in hand.desk.on())
    assert len(hand.desk.on() & {EMIL.id, OHMAN.id}) == 1
    with hand.desk.store.open_lists() as lists:
        assert [each.kind for each in lists.clients.get(LIISA.id).absences] == [AbsenceKind.SICK]
    assert hand.screen.presenter.card is Card.SHIFT
