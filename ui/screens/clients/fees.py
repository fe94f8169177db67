"""Palkkiot: the agreed fees of a peer coach."""

from typing import cast

from subcontract.words import N_
from ui.presenters.clients.fees import FeesPresenter
from ui.screens.bones import Desk
from ui.screens.form_warning import FormWarning
from ui.screens.of_client import OfClientPage, RecordWords

WORDS = RecordWords(title=N_("Fees"), record=N_("Fee"), new=N_("New fee"), remove=N_("Remove the fee"))


class FeesPage(OfClientPage):
    """What an occasion or an hour gives, by dates."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card."""
        super().__init__(desk, lambda door: FeesPresenter(door, desk.texts), WORDS)
        self.own = own = cast("FeesPresenter", self.presenter)
        self.warning = FormWarning(self.texts.say(N_("Make it Fee")), own.mend_form)
        self.form.column.insertWidget(0, self.warning)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        super().refresh()
        self.warning.say(self.own.about_form, can_mend=self.own.can_mend_form)
