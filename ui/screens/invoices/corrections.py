"""Corrections after the invoice: the lines that are not right any more, and why, beside them."""

from subcontract.words import N_
from ui.presenters.invoices.corrections import CorrectionsPresenter
from ui.screens.bones import Desk, Screen
from ui.screens.money_parts import WhyCard
from ui.widgets.labels import Label
from ui.widgets.table import TableView


class CorrectionsPage(Screen):
    """What is to be credited, and what comes on the next invoice."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the list, and Why? beside it."""
        super().__init__(desk, title=N_("Corrections after the invoice"))
        self.presenter = self.use(CorrectionsPresenter(desk.door(self), desk.texts, desk.go))
        sentence = N_(
            "Work was corrected after it was invoiced. Less work is credited here; more work comes by itself "
            "as a difference on the customer's next invoice."
        )
        self.body.addWidget(Label(self.texts.say(sentence), "quiet", wrap=True))
        self.list = TableView(self.presenter.table)
        self.why = WhyCard(self.texts)
        self.side = self.split(self.list, N_("Why?"), self.why)
        self.open_invoice = self.add_secondary(
            N_("Open the invoice"), self.presenter.open_invoice, key="Ctrl+J"
        )
        self.set_primary(N_("Make a credit note"), self._do)

    def _do(self) -> None:
        presenter = self.presenter
        if not presenter.asks or self.desk.ask_before(presenter.question, presenter.verb):
            presenter.do()

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        one = presenter.selected
        self.side.show_card(shown=one is not None, title=presenter.heading)
        self.why.show_steps(presenter.amount, presenter.steps)
        self.open_invoice.setVisible(one is not None)
        self.primary.setVisible(bool(presenter.found))
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_do)
