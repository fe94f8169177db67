"""A list of one client's records and the card of the one that is open: a page within the client's page."""

from collections.abc import Callable
from typing import Any, cast

from subcontract.people.client import Client
from ui.presenters.base import Door
from ui.presenters.registers.of_client import OfClientPresenter
from ui.screens.bones import Desk
from ui.screens.dated_page import DatedPage, RecordWords

__all__ = ["OfClientPage", "RecordWords"]


class OfClientPage(DatedPage):
    """The records of one kind of the client who is open."""

    def __init__(
        self,
        desk: Desk,
        make: Callable[[Door], OfClientPresenter[Any, Any]],
        words: RecordWords,
        *,
        shares: tuple[int, int] = (3, 2),
    ) -> None:
        super().__init__(desk, make, words, shares=shares)

    def show_client(self, client: Client | None, purpose: str) -> None:
        """Show the records of a client."""
        cast("OfClientPresenter[Any, Any]", self.presenter).show_client(client, purpose)
