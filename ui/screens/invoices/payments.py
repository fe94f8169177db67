"""Payments of an issued invoice: one being written in or taken back, and all there are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.invoices.payments import FIELDS, REASON, InvoicePayments
from ui.widgets.labels import Label
from ui.widgets.pages import Pages
from ui.widgets.reading_order import go_to
from ui.widgets.sections import FieldGroup
from ui.widgets.summary import Summary
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
        names = (spec.name for spec in FIELDS)
        self.form = FieldGroup(presenter.form, say(N_("Record payment")), names, pairs=True)
        self.reason = FieldGroup(
            presenter.reason, say(N_("Take the payment back")), (spec.name for spec in REASON)
        )
        self.asked = Label("", "quiet", wrap=True)
        self.reason.body.insertWidget(1, self.asked)
        self.reason.body.addStretch(1)
        self.cards = Pages()
        self.cards.addWidget(self._with_sums())
        self.cards.addWidget(self.reason)
        column.addWidget(self.cards)
        column.addWidget(Label(say(N_("Payments of the invoice")), "section"))
        self.list = TableView(presenter.table, filtered=False)
        column.addWidget(self.list, 1)
        self._shown: object = None

    def _with_sums(self) -> QWidget:
        """The form, and what it comes to beside it."""
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.sums = Summary(self.presenter.form)
        self.presenter.form.listen(self.sums.refresh)
        row.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sums, 1)
        return page

    def refresh(self) -> None:
        """Show what the presenter has now; a form that has just been opened takes the focus."""
        presenter = self.presenter
        taking = presenter.taking_back
        self.cards.setCurrentIndex(0 if taking is None else 1)
        self.asked.setText(presenter.asked_back)
        shown = (presenter.is_open, taking)
        if shown != self._shown:
            self._shown = shown
            if presenter.is_open:
                group = self.form if taking is None else self.reason
                go_to(next(iter(group.fields.values())).editor)
        elif presenter.form.errors or presenter.reason.errors:
            self._to_error()

    def _to_error(self) -> None:
        """Go to the first field that was refused, once for each refusal."""
        refusals = (self.presenter.form.refusals, self.presenter.reason.refusals)
        if refusals != self._refusals:
            self._refusals = refusals
            (self.form if self.presenter.taking_back is None else self.reason).focus_error()

    _refusals = (0, 0)
