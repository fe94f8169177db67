"""Saving a paper or a report where the user wants it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ui.presenters.tone import Tone
from ui.texts import CatalogueTexts
from ui.widgets import dialogs
from ui.widgets.saving import save_file

TEXTS = CatalogueTexts("fi")


def test_a_file_is_written_whole_and_its_name_told(tmp_path: Path) -> None:
    target = tmp_path / "lasku-1001.pdf"
    told = save_file(str(target), b"%PDF", TEXTS)
    assert (told.text, told.tone) == ("Tallennettu: lasku-1001.pdf", Tone.READY)
    assert target.read_bytes() == b"%PDF"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", ["ei/ole/täällä.pdf", "kansio"])
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_behind(tmp_path: Path, name: str) -> None:
    (tmp_path / "kansio").mkdir()
    (tmp_path / "kansio" / "vanha.pdf").write_bytes(b"old")
    told = save_file(str(tmp_path / name), b"%PDF", TEXTS)
    assert told.tone is Tone.WRONG
    assert "toinen paikka" in told.text
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["kansio", "vanha.pdf"]


@pytest.mark.parametrize(("typed", "kept"), [("lasku", "lasku.pdf"), ("oma.pdf", "oma.pdf")])
def test_a_name_without_its_ending_gets_it(qtbot: QtBot, tmp_path: Path, typed: str, kept: str) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(typed)
        dialog.accept()

    QTimer.singleShot(0, choose)
    assert dialogs.ask_save_path(None, TEXTS, "lasku-1001.pdf", "pdf") == str(tmp_path / kept)
