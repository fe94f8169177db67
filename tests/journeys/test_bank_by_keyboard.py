"""From a file of the bank to paid invoices by keys alone, in the real window on the real storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="the window needs PySide6; the other journeys do without")

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

import db
from subcontract.money import Money
from tests.desk import Desk
from tests.hands import Hands, hands_on
from tests.make_bank_files import Told, camt, camt_entry
from ui.presenters.invoices.bank.bank import View
from ui.screens.invoices.bank import BankPage
from ui.screens.invoices.invoices import InvoicesScreen

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
FILE = camt(
    [
        camt_entry([Told(amount=Money("1521.69"), reference="10058", archive_id="K1")]),
        camt_entry([Told(amount=Money("1459.80"), payer="PYÖRÄPAJA POLKU RY", archive_id="K2")]),
    ]
)
"""One payment with its reference, one that its amount and payer tell of."""


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    store = db.open_temporary()
    desk = Desk.demo(store)
    with hands_on(qtbot, store, desk, desk.door.who) as both:
        yield both


def payments(hands: Hands) -> BankPage:
    """Go to the page of payments by keys."""
    hands.press(Qt.Key.Key_6, ALT)
    screen = hands.shell.current
    assert isinstance(screen, InvoicesScreen)
    # Until the screen has been read no page is chosen, and the arrows move the focus alone.
    hands.until(lambda: any(one.isChecked() for one in screen.places.findChildren(QAbstractButton)))
    hands.tab_to(screen.places.isAncestorOf)
    for _ in range(8):
        if screen.presenter.place == "payments":
            break
        hands.press(Qt.Key.Key_Right)
    page = screen.beside.page("payments")
    assert isinstance(page, BankPage)
    hands.until(lambda: len(page.presenter.waiting.visible) == 2)
    return page


def read_and_accept(hands: Hands, page: BankPage) -> None:
    """Choose a file; what is clear is placed at once or with one key, a gift is set aside."""
    own = page.presenter
    hands.press(Qt.Key.Key_O, CTRL)
    hands.until(lambda: len(own.waiting.visible) == 3)
    hands.press(Qt.Key.Key_F6)
    hands.until(lambda: len(own.waiting.visible) == 1)
    assert own.places.heading.startswith("RANTAPAJAN KÄSITYÖKERHO")
    hands.press(Qt.Key.Key_F8)
    hands.write("Lahjoitus")
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: not own.waiting.visible)
    assert page.lists[View.WAITING].empty.isVisible()


def place_by_hand(hands: Hands, page: BankPage) -> None:
    """Take the gift back after all, and place it on an invoice that is searched for."""
    own = page.presenter
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.until(lambda: len(own.waiting.visible) == 1)
    hands.tab_to(lambda widget: widget is page.places.filter)
    hands.write("1009")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: own.places.placed_now == Money("150.00"))
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: not own.waiting.visible)


def drop(page: BankPage, *paths: Path) -> bool:
    """Drop files on the page; false when it does not take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    entered.ignore()
    page.dragEnterEvent(entered)
    if entered.isAccepted():
        page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    return entered.isAccepted()


def test_a_file_becomes_payments_without_a_mouse(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tiliote.xml"
    path.write_bytes(FILE)
    # The system's own window for choosing a file is not ours to walk through.
    monkeypatch.setattr("ui.screens.invoices.bank.ask_open_path", lambda *_words: str(path))
    page = payments(hands)
    read_and_accept(hands, page)
    place_by_hand(hands, page)
    paid = [
        (one.reference or one.payer, str(one.amount))
        for one in hands.stored(lambda lists: lists.payments.all())
        if one.booking
    ]
    assert paid == [
        ("10100", "3000.00"),
        ("10058", "1521.69"),
        ("PAINOTALO LEHTI OY · Syyskuun taitot", "480.41"),
        ("PYÖRÄPAJA POLKU RY", "1459.80"),
        ("RANTAPAJAN KÄSITYÖKERHO · Lahjoitus askartelutarvikkeisiin", "150.00"),
    ]
    assert not drop(page, path, path)
    assert drop(page, path)
    hands.until(lambda: page.presenter.notice is not None)
    assert page.presenter.notice is not None
    assert "on luettu" in page.presenter.notice.text
