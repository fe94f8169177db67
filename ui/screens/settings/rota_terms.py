"""Vuorojen tavoitteet: what proposals of shifts strive for, in words, and the rules that are kept."""

from subcontract.words import N_
from ui.presenters.settings.rota_terms import RotaTermsPresenter
from ui.screens.bones import Desk, Screen
from ui.widgets.form import FormView


class RotaTermsPage(Screen):
    """The goals of the unit in one form."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the form."""
        super().__init__(desk, title=N_("Goals of shifts"))
        self.presenter = self.use(RotaTermsPresenter(desk.door(self), desk.texts))
        self.form = FormView(self.presenter.form)
        self.body.addWidget(self.form, 1)
        self.undo_typing = self.add_secondary(N_("Take back what was typed"), self.presenter.reset)
        self.set_primary(N_("Save"), self.presenter.save)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        self.undo_typing.setVisible(self.presenter.form.dirty)
        self.primary.setVisible(self.presenter.can_edit)
        self.primary.setEnabled(self.presenter.can_save)
