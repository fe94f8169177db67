"""Laskutus: how the unit invoices, in one form; Viitekorot: rates that the program does not know yet."""

from subcontract.words import N_
from ui.presenters.settings.invoicing import InvoicingTermsPresenter
from ui.presenters.settings.reference_rates import ReferenceRatesPresenter
from ui.screens.bones import Desk, Screen
from ui.screens.dated_page import DatedPage, RecordWords
from ui.widgets.form import FormView

WORDS = RecordWords(
    title=N_("Reference rates"),
    record=N_("Reference rate"),
    new=N_("New reference rate"),
    remove=N_("Remove the rate"),
)


class InvoicingPage(Screen):
    """Reminders, late interest and what else is agreed of invoices once for all."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the form."""
        super().__init__(desk, title=N_("Invoicing"))
        self.presenter = self.use(InvoicingTermsPresenter(desk.door(self), desk.texts))
        self.form = FormView(self.presenter.form)
        self.body.addWidget(self.form, 1)
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.offer = self.add_secondary(
            N_("Offer usual account numbers"), self.presenter.offer_accounts, icon_name="lightbulb"
        )
        self.set_primary(N_("Save"), self.presenter.save)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.undo_typing.setVisible(self.presenter.dirty)
        self.offer.setVisible(self.presenter.can_offer)
        self.primary.setEnabled(self.presenter.can_save)


class ReferenceRatesPage(DatedPage):
    """The rates that were written in, and the form of the one that is open."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the form."""
        super().__init__(desk, lambda door: ReferenceRatesPresenter(door, desk.texts), WORDS)
