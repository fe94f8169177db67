"""A client's decisions on a wage subsidy."""

from subcontract.words import N_
from ui.presenters.subsidy.decisions import SubsidyDecisionsPresenter
from ui.screens.bones import Desk
from ui.screens.of_client import OfClientPage, RecordWords

WORDS = RecordWords(
    title=N_("Decisions"),
    record=N_("Decision"),
    new=N_("New decision"),
    remove=N_("Remove the decision"),
)


class SubsidyDecisionsPage(OfClientPage):
    """Ground, share, cap and days, as the authority wrote them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda door: SubsidyDecisionsPresenter(door, desk.texts), WORDS)
