"""A list of dated records that can be taken away too, and the card of the one that is open."""

from collections.abc import Callable
from typing import Any

from ui.presenters.base import Door
from ui.presenters.registers.dated_register import DatedRegister
from ui.screens.bones import Desk
from ui.screens.register_page import RecordWords, RegisterPage

__all__ = ["DatedPage", "RecordWords"]


class DatedPage(RegisterPage[DatedRegister[Any]]):
    """The records of one kind. Who may not edit reads."""

    def __init__(
        self,
        desk: Desk,
        make: Callable[[Door], DatedRegister[Any]],
        words: RecordWords,
        *,
        shares: tuple[int, int] = (3, 2),
    ) -> None:
        self._make = make
        super().__init__(desk, words, shares=shares)
        self.remove = self.add_secondary(words.remove, self.presenter.remove, key="Ctrl+Shift+Delete")

    def make_presenter(self) -> DatedRegister[Any]:
        """As asked for."""
        return self._make(self.desk.door(self))

    def refresh(self) -> None:
        """Show what the presenter has now."""
        super().refresh()
        presenter = self.presenter
        self.new.setVisible(presenter.can_edit)
        self.remove.setVisible(presenter.can_remove)
        self.primary.setVisible(presenter.is_open and presenter.can_edit)
