"""Henkilöstö: the list of staff and the card of the one that is open."""

from subcontract.words import N_
from ui.presenters.settings.staff import StaffPresenter
from ui.screens.bones import Desk
from ui.screens.register_page import RecordWords, RegisterPage

WORDS = RecordWords(title=N_("Staff"), record=N_("Member of staff"), new=N_("New member of staff"))
WIDTHS = [501, 398]
"""Of the list and the card at first: roles and their words need the room."""


class StaffPage(RegisterPage[StaffPresenter]):
    """Who works here and what they may do."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, WORDS)
        self.add_inactive(self.presenter)
        self.side.splitter.setSizes(WIDTHS)

    def make_presenter(self) -> StaffPresenter:
        """The staff of the unit."""
        return StaffPresenter(self.desk.door(self), self.texts)
