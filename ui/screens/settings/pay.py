"""Palkanmaksu: how the unit pays wages, from a day on."""

from subcontract.words import N_
from ui.presenters.settings.pay_settings import PaySettingsPresenter
from ui.screens.bones import Desk
from ui.screens.dated_page import DatedPage, RecordWords

WORDS = RecordWords(
    title=N_("Payment of wages"),
    record=N_("Pay settings"),
    new=N_("New pay settings"),
    remove=N_("Remove the settings"),
)


class PaySettingsPage(DatedPage):
    """The settings by their first days, and the form of those that are open."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the form."""
        super().__init__(desk, lambda door: PaySettingsPresenter(door, desk.texts), WORDS, shares=(2, 3))
