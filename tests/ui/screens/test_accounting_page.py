"""The page of accounting as a window: keys, what is asked before, and what lands in files."""

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from subcontract.clock import FixedClock
from tests import make
from tests.subcontract.actions.test_export_ledger import Books
from tests.ui.screens.test_money_screens import Desk
from ui.look import LOOK
from ui.presenters.base import Door
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.accounting.accounting import View
from ui.presenters.invoices.accounting.ledger_period import Span
from ui.screens.invoices.accounting import AccountingPage

NOW = datetime(2026, 12, 3, 9, tzinfo=UTC)


class DecemberDesk(Desk):
    """A desk in the month after the sales."""

    def door(self, receiver: QObject) -> Door:
        del receiver
        return DirectDoor(self.store.open_books, self.store.open_lists, FixedClock(NOW), self.who)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[AccountingPage]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    LOOK.start(app)
    LOOK.set_percent(100)
    office = Books()
    office.pay(office.sell(), "20.00", date(2026, 11, 20))
    desk = DecemberDesk(office.store)
    desk.path = str(tmp_path)
    page = AccountingPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    qtbot.waitExposed(page)
    yield page
    page.close()


def asked(page: AccountingPage) -> list[str]:
    assert isinstance(page.desk, DecemberDesk)
    return page.desk.questions


def test_ctrl_enter_asks_then_sends_and_saves_the_file(
    page: AccountingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.sentence.text() == "1 lasku, 1 suoritus"
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (question,) = asked(page)
    assert "[Vie marraskuu 2026 kirjanpitoon]" in question
    assert "eikä vientiä voi perua" in question
    assert page.presenter.view is View.MADE
    assert not page.primary.isVisible()
    (path,) = tmp_path.iterdir()
    assert path.read_bytes().startswith(b"\xef\xbb\xbftositenumero;pvm;tili;")
    path.unlink()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(list(tmp_path.iterdir())) == 1
    page.save_book.click()
    assert len(list(tmp_path.iterdir())) == 2


def test_f7_saves_lists_and_f8_the_archive(page: AccountingPage, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F7)
    qtbot.keyClick(page, Qt.Key.Key_F8)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["laskutus-2026-11.zip.zip", "luettelot-2026-11.xlsx.xlsx"]
    with zipfile.ZipFile(tmp_path / names[0]) as archive:
        assert "index.html" in archive.namelist()
    assert "index.html" in page.banner.words.text()
    assert not page.progress.isVisible()


def test_days_of_ones_own_take_the_place_of_the_stepper(page: AccountingPage) -> None:
    assert (page.stepper.isVisible(), page.days.isVisible()) == (True, False)
    page.presenter.chosen.choose(Span.DAYS)
    assert (page.stepper.isVisible(), page.days.isVisible()) == (False, True)
    page.presenter.show(View.MADE)
    assert not page.spans.isVisible()


def test_a_missing_account_leads_to_the_settings(page: AccountingPage) -> None:
    assert isinstance(page.desk, DecemberDesk)
    assert not page.link.isVisible()
    with page.desk.store.open_books() as books:
        (terms,) = books.invoicing.terms.where(unit=make.UNIT)
        books.invoicing.terms.save(terms.__class__(id=terms.id, unit=terms.unit, version=terms.version))
        books.commit()
    page.presenter.load()
    assert page.link.isVisible()
    page.to_settings.click()
    assert page.desk.gone == [("settings/invoicing", None)]
    assert not page.primary.isEnabled()
