"""Asks for a folder."""

from PySide6.QtWidgets import QFileDialog, QWidget

from subcontract.words import Texts


def ask_folder(parent: QWidget | None, texts: Texts, title: str, start: str = "") -> str:
    """Ask for a folder, beginning at ``start``; ``title`` is marked, ``""`` when the user gives up."""
    return QFileDialog.getExistingDirectory(parent, texts.say(title), start)
