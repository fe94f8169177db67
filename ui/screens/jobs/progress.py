"""How far a job has been invoiced, and the form of a prepayment, on the tab of its money."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from subcontract.words import N_, Texts
from ui.presenters.jobs.progress import FIELDS, JobProgress
from ui.presenters.tone import Tone
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import ToneLine
from ui.widgets.reading_order import go_to
from ui.widgets.sections import FieldGroup
from ui.widgets.summary import Summary
from ui.widgets.table import TableView


class ProgressView(QWidget):
    """The table when there is something in it, and the form while a prepayment is written."""

    def __init__(self, presenter: JobProgress, texts: Texts) -> None:
        super().__init__()
        self.presenter = presenter
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.list = TableView(presenter.table, filtered=False, total=False, hugs=True)
        self.said = ToneLine("", Tone.WRONG)
        self.begin = Button(say(N_("Ask for a prepayment")), presenter.begin, icon_name="coin")
        self.card = self._make_card(texts)
        begin = Flow()
        begin.add(self.begin)
        for part in (self.list, self.said, begin, self.card):
            column.addWidget(part)
        self._open = False
        presenter.listen(self.refresh)
        self.refresh()

    def _make_card(self, texts: Texts) -> QWidget:
        """The form, what it comes to, and its buttons."""
        say = texts.say
        card = QWidget()
        row = QHBoxLayout(card)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        names = (spec.name for spec in FIELDS)
        self.form = FieldGroup(self.presenter.form, say(N_("Prepayment")), names, pairs=True)
        ways = Flow(space=12)
        self.make = Button(say(N_("Make a draft")), self.presenter.make)
        self.not_make = Button(say(N_("Do not ask for it")), self.presenter.give_up)
        for way in (self.make, self.not_make):
            ways.add(way)
        self.form.body.addWidget(ways)
        self.sums = Summary(self.presenter.form)
        self.presenter.form.listen(self.sums.refresh)
        row.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sums, 1)
        return card

    def refresh(self) -> None:
        """Show what the presenter has now; a form just opened takes the focus."""
        presenter = self.presenter
        self.list.setVisible(bool(presenter.table.rows))
        self.said.say(presenter.notice.text if presenter.notice else "")
        self.begin.setVisible(presenter.can_begin)
        self.card.setVisible(presenter.is_open)
        if presenter.is_open and not self._open:
            go_to(self.form.fields["percent"].editor)
        self._open = presenter.is_open
