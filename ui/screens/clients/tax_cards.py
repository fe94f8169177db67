"""Verokortit: a client's tax cards."""

from subcontract.words import N_
from ui.presenters.clients.tax_cards import TaxCardsPresenter
from ui.screens.bones import Desk
from ui.screens.of_client import OfClientPage, RecordWords

WORDS = RecordWords(
    title=N_("Tax cards"),
    record=N_("Tax card"),
    new=N_("New tax card"),
    remove=N_("Remove the tax card"),
)


class TaxCardsPage(OfClientPage):
    """Two percentages and a limit, by dates."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda door: TaxCardsPresenter(door, desk.texts), WORDS)
