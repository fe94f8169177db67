"""What the frame lends to every screen: texts, doors, going elsewhere, and the few questions."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from subcontract.words import Texts
from ui.background import Background
from ui.bound_door import BoundDoor
from ui.presenters.base import Door
from ui.settings import KeptSettings
from ui.widgets import dialogs


class WindowDesk:
    """The desk of one window; see ``ui.screens.bones.Desk``."""

    def __init__(
        self,
        window: QWidget,
        texts: Texts,
        background: Background,
        go: Callable[[str, UUID | None], object],
        run: Callable[[str], object],
        *,
        settings: KeptSettings,
    ) -> None:
        """Lend ``background`` to the screens of ``window``."""
        self.texts = texts
        self.settings = settings
        self.background = background
        self._window, self._go, self._run = window, go, run

    def door(self, receiver: QObject) -> Door:
        """A door whose answers are dropped once ``receiver`` is gone."""
        return BoundDoor(self.background, receiver)

    def go(self, screen: str, record: UUID | None = None) -> None:
        """Show another screen, a page of it (``settings/tariffs``), and a record on it."""
        self._go(screen, record)

    def run(self, command: str) -> None:
        """Do a command of the menus."""
        self._run(command)

    def ask_before(self, sentence: str, verb: str) -> bool:
        """Ask before what cannot be undone."""
        return dialogs.ask_before(self._window, self.texts, sentence, verb)

    def ask_save_path(self, name: str, kind: str) -> str:
        """Ask where to save a file."""
        return dialogs.ask_save_path(self._window, self.texts, name, kind)
