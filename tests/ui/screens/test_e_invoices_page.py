"""The page of e-invoices in a window: by keys from the folder to the receipt, and the file of one invoice."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from subcontract.clock import standing_at
from subcontract.words import Texts
from tests import make
from tests.billing_office import Office
from tests.e_invoice_office import issued, office
from tests.ui import accessible
from ui.look import LOOK
from ui.presenters.base import Door
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.e_invoices.e_invoice_words import Shown
from ui.screens.invoices.e_invoices import EInvoicesPage
from ui.screens.invoices.invoices import InvoicesScreen
from ui.settings import KeptSettings
from ui.texts import CatalogueTexts
from ui.widgets.buttons import Button


class Desk:
    """A desk in memory, at which every question is answered with yes."""

    def __init__(self, made: Office, folder: Path) -> None:
        self.texts: Texts = CatalogueTexts("fi")
        self.made, self.folder = made, folder
        self.settings = KeptSettings()
        self.questions: list[str] = []

    def door(self, receiver: QObject) -> Door:
        del receiver
        store = self.made.store
        return DirectDoor(store.open_books, store.open_lists, standing_at(make.TODAY), make.worker())

    def go(self, screen: str, record: UUID | None = None) -> None:
        raise AssertionError(screen, record)

    def run(self, command: str) -> None:
        raise AssertionError(command)

    def ask_before(self, sentence: str, verb: str) -> bool:
        self.questions.append(f"{sentence} [{verb}]".replace("\xa0", " "))
        return True

    def ask_save_path(self, name: str, kind: str) -> str:
        assert name.endswith(f".{kind}")
        return str(self.folder / name)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    assert qtbot
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    LOOK.start(app)
    LOOK.set_percent(100)
    made = office()
    issued(made)
    yield Desk(made, tmp_path)
    accessible.free()


def shown(qtbot: QtBot, screen: QWidget) -> None:
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show()
    qtbot.waitExposed(screen)
    accessible.settle()


def words(screen: QWidget) -> str:
    labels = screen.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible()).replace("\xa0", " ")


def test_sending_and_marking_by_keys(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "operator"
    out.mkdir()
    monkeypatch.setattr("ui.screens.invoices.e_invoices.ask_folder", lambda *_: str(out))
    page = EInvoicesPage(desk)
    shown(qtbot, page)
    assert not page.primary.isEnabled()
    page.choose.click()
    assert desk.settings.now.e_invoice_folder == str(out)
    page.list.focus_first()
    qtbot.keyClick(page.list.grid, Qt.Key.Key_Return)
    accessible.settle()
    assert "Mitään ei puutu: laskun voi lähettää." in words(page)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    accessible.settle()
    assert desk.questions[0].startswith("Lähetetäänkö 1 verkkolasku, 10,04 €, kansioon ")
    assert len(list(out.iterdir())) == 1
    assert "1 verkkolasku on kansiossa." in words(page)
    page.presenter.show(Shown.SENT)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    accessible.settle()
    assert "1 verkkolasku merkittiin perille tulleeksi." in words(page)
    page.receipts.click()
    assert (tmp_path / "lahetetyt-verkkolaskut.csv").exists()


def test_a_sent_file_is_shown_saved_and_sent_again(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "operator"
    out.mkdir()
    desk.settings.change(e_invoice_folder=str(out))
    page = EInvoicesPage(desk)
    shown(qtbot, page)
    page.primary.click()
    page.presenter.show(Shown.SENT)
    page.list.focus_first()
    qtbot.keyClick(page.list.grid, Qt.Key.Key_Return)
    accessible.settle()
    assert "003712345671 / 003721291126" in words(page)
    page.save.click()
    (sent,) = out.iterdir()
    assert (tmp_path / sent.name).read_bytes() == sent.read_bytes()
    assert not page.again.isEnabled()
    page.presenter.card.form.type("reason", "Tiedosto katosi")
    page.again.click()
    assert len(list(out.iterdir())) == 2
    qtbot.keyClick(page.side.card, Qt.Key.Key_Escape)
    accessible.settle()
    assert not page.side.is_open


def test_the_page_of_an_invoice_saves_its_e_invoice(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    screen = InvoicesScreen(desk)
    shown(qtbot, screen)
    with desk.made.store.open_lists() as lists:
        invoice = lists.invoices.all()[0]
    screen.open_record(invoice.id)
    accessible.settle()
    for word, start in (("Tallenna Finvoice", "finvoice-"), ("Tallenna UBL", "ubl-")):
        button = next(one for one in screen.invoice.findChildren(Button) if word in one.text())
        button.click()
        accessible.settle()
        (file,) = tmp_path.glob(f"{start}*.xml")
        assert file.read_bytes().startswith(b"<?xml")
        assert f"Tallennettu: {file.name}" in words(screen)
