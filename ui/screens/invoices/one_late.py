"""One invoice's lateness: what a reminder would say, its dispute, and what has been sent of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.invoices.reminders.one_late import REASON, OneLate
from ui.presenters.tone import Tone
from ui.screens.money_parts import WhyCard
from ui.widgets.beside import Beside
from ui.widgets.labels import Label, ToneLine
from ui.widgets.sections import FieldGroup
from ui.widgets.table import TableView

BOTH_LETTERS = 110
"""Average letters that the two parts need side by side."""


class OneLateView(QWidget):
    """The working at the left; the dispute and the history at the right."""

    def __init__(self, presenter: OneLate, texts: Texts) -> None:
        super().__init__()
        self.presenter, self.texts = presenter, texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = Label("", "section", wrap=True)
        self.sums = Label("", "strong", wrap=True)
        self.sentence = ToneLine("", Tone.INFO)
        for part in (self.heading, self.sums, self.sentence):
            column.addWidget(part)
        both = Beside(BOTH_LETTERS)
        self.why = WhyCard(texts)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        self.reason = FieldGroup(presenter.form, texts.say(N_("Dispute")), (spec.name for spec in REASON))
        self.list = TableView(presenter.table, filtered=False)
        side.addWidget(self.reason, 0, Qt.AlignmentFlag.AlignTop)
        side.addWidget(self.list, 1)
        both.add(self.why)
        both.add(right)
        column.addWidget(both, 1)

    def refresh(self) -> None:
        """Show what the presenter has now."""
        presenter = self.presenter
        self.heading.setText(presenter.heading)
        self.sums.setText(presenter.sum_words)
        self.sentence.say(presenter.sentence, Tone.INFO)
        total = presenter.answer.proposal.total if presenter.answer and presenter.answer.proposal else None
        self.why.show_steps(self.texts.money(total or presenter.to_charge), presenter.steps)
        self.why.setVisible(bool(presenter.steps))
        self.reason.setVisible(presenter.can_dispute)
