"""Toistuvat: invoices that come again, and the drafts of those whose day has come."""

from subcontract.words import N_
from ui.presenters.invoices.drafts.recurring import RecurringPresenter
from ui.screens.bones import Desk
from ui.screens.register_page import RecordWords, RegisterPage
from ui.widgets.lines import LinesView

WORDS = RecordWords(title=N_("Recurring"), record=N_("Recurring invoice"), new=N_("New recurring invoice"))


class RecurringPage(RegisterPage[RecurringPresenter]):
    """The list and the card."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list and the card with its lines."""
        super().__init__(desk, WORDS, shares=(1, 1), filtered=True)
        self.add_inactive(self.presenter)
        self.lines = LinesView(self.presenter.written)
        self.form.below.addWidget(self.lines)
        self.make = self.add_secondary(N_("Make drafts"), self.presenter.make, key="F5", icon_name="files")
        self._refusals = 0

    def make_presenter(self) -> RecurringPresenter:
        """The records of the unit."""
        return RecurringPresenter(self.desk.door(self), self.texts)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        super().refresh()
        presenter = self.presenter
        self.make.setVisible(presenter.can_make)
        if presenter.can_make:
            self.make.set_text(presenter.make_words)
        if presenter.written.refusals != self._refusals:
            self._refusals = presenter.written.refusals
            if not presenter.form.first_error:
                self.lines.focus_error()
