"""Payments of an issued invoice: one being written in or taken back, and all there are."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.invoice_payments import InvoicePayments
from ui.widgets.form import FormView
from ui.widgets.labels import Card, Label
from ui.widgets.table import TableView


class PaymentsView(QWidget):
    """The form of a payment above, the payments of the invoice below."""

    def __init__(self, presenter: InvoicePayments, texts: Texts) -> None:
        super().__init__()
        self.presenter = presenter
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.form = FormView(presenter.form)
        self.card = Card(say(N_("Record payment")))
        self.card.body.addWidget(self.form, 1)
        self.asked = Label("", "quiet", wrap=True)
        self.reason = FormView(presenter.reason)
        self.back = Card(say(N_("Take the payment back")))
        self.back.body.addWidget(self.asked)
        self.back.body.addWidget(self.reason, 1)
        self.cards = QStackedWidget()
        for card in (self.card, self.back):
            self.cards.addWidget(card)
        column.addWidget(self.cards, 3)
        column.addWidget(Label(say(N_("Payments of the invoice")), "section"))
        self.list = TableView(presenter.table, filtered=False)
        column.addWidget(self.list, 2)
        self._shown: object = None

    def refresh(self) -> None:
        """Show what the presenter has now; a form that has just been opened takes the focus."""
        presenter = self.presenter
        taking = presenter.taking_back
        self.cards.setCurrentWidget(self.card if taking is None else self.back)
        self.asked.setText(presenter.asked_back)
        shown = (presenter.is_open, taking)
        if shown != self._shown:
            self._shown = shown
            if presenter.is_open:
                (self.form if taking is None else self.reason).focus_first()
